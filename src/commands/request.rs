//! A query prepared for its command: language and day are read once for all commands, and every answer gets the
//! same frame.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::part::Part;
use super::statement::{Composer, Context, capitalised};
use crate::answer::picture::Picture;
use crate::answer::{Action, ActionKind, Answer, Entry, Outcome, Section, Sentence};
use crate::facts::{Speaker, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The maximum number of topics offered below an answer.
const MOST_TOPICS: usize = 12;

/// The answer to a query that could not be understood.
pub(super) type NotUnderstood = Box<Answer>;

/// A query whose language and day have been read.
#[derive(Clone)]
pub(super) struct Request<'a> {
    pub(super) context: Context<'a>,
    /// The query with its language, and with its day in EDTF, so that it can be repeated.
    pub(super) query: Query,
    /// The part of a long list that it asks for, from 1. The query itself has it only in the answer.
    pub(super) part: usize,
    /// Whether its answer has a picture.
    pub(super) is_pictured: bool,
}

impl<'a> Deref for Request<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Context<'a> {
        &self.context
    }
}

impl<'a> Request<'a> {
    /// The same request, with a picture or without.
    pub(super) fn pictured(self, is_pictured: bool) -> Self {
        Self {
            is_pictured,
            ..self
        }
    }

    /// The picture of its answer, made only if it is to have one.
    pub(super) fn picture(&self, of: impl FnOnce(&Self) -> Option<Picture>) -> Option<Picture> {
        self.is_pictured.then(|| of(self)).flatten()
    }

    /// Composes entries as known on the day.
    pub(super) fn composer(&self) -> Composer<'a> {
        Composer::new(self.context, self.part)
    }

    /// A query for another command, with the same day and language.
    pub(super) fn other(&self, command: &str) -> Query {
        let query = Query::new(command).with(Key::Lang, self.lang().code());
        match self.query.get(Key::AsOf) {
            Some(day) => query.with(Key::AsOf, day),
            None => query,
        }
    }

    /// An action with a query, labelled with the phrase with this key.
    pub(super) fn action(&self, key: &str, query: Query) -> Action {
        Action::view(self.words.text(key), query, false)
    }

    /// Actions that repeat the query for each topic or for all topics; none if there is only one topic.
    pub(super) fn topics(&self, current: Option<&Topic>) -> Vec<Action> {
        let facts = self.as_of.facts;
        if facts.topics.len() < 2 {
            return Vec::new();
        }
        let all = self.query.clone().without(Key::Topic);
        let all = Action::view(self.words.text("way-any-topic"), all, current.is_none());
        let each = facts.topics.iter().take(MOST_TOPICS).map(|topic| {
            let query = self.query.clone().with(Key::Topic, &topic.id);
            let here = current.is_some_and(|current| current.id == topic.id);
            Action::view("", query, here).to_topic(topic, self.lang())
        });
        std::iter::once(all).chain(each).collect()
    }

    /// An action that opens a topic, as known on the same day.
    pub(super) fn to_topic(&self, topic: &Topic) -> Action {
        Action::suggestion("", self.other(&topic.id)).to_topic(topic, self.lang())
    }

    /// An action that opens a speaker, as known on the same day.
    pub(super) fn to_speaker(&self, speaker: &Speaker) -> Action {
        let query = self.other("who").with(Key::Name, &speaker.id);
        Action::suggestion(capitalised(speaker.name.get(self.lang())), query)
    }

    /// The answer: the draft with numbered sources and the frame that all answers share.
    pub(super) fn answer(mut self, composer: Composer<'a>, draft: Draft) -> Answer {
        let (mut lead, mut sections) = (draft.lead, draft.sections);
        sections.retain(|section| !section.entries.is_empty());
        let shown_part = composer.shown_part;
        let references = composer.references(&mut lead, &mut sections);
        let mut notices = draft.notices;
        if sections.is_empty() && lead.is_empty() && !draft.nothing.is_empty() {
            notices.insert(0, self.words.text(draft.nothing));
        }
        let reviewed = self.as_of.facts.dossier.reviewed;
        if self.as_of.day > reviewed {
            notices.insert(0, self.beyond());
        }
        let mut actions = draft.actions;
        if let Some(part) = shown_part {
            notices.push(part.notice(self.words));
            actions.extend(part.others(self.words, &self.query));
            self.query = part.of(self.query);
        }
        actions.extend(self.languages());
        let actions = once(actions);
        Answer {
            outcome: match sections.is_empty() && lead.is_empty() {
                true => Outcome::Nothing,
                false => Outcome::Found,
            },
            lang: self.lang(),
            read_as: draft.read_as,
            page: 1,
            parts: shown_part.map_or(1, Part::all),
            title: draft.title,
            question: draft.question,
            // Nothing is known after the day of the review, whichever day was requested.
            as_of: Some(self.as_of.day.min(reviewed)),
            notices,
            footer: self.footer(draft.total, draft.brief, &lead, &sections),
            lead,
            actions,
            states_claim: draft.states_claim && !sections.is_empty(),
            claim_query: Some(self.other("claim")),
            sections,
            references,
            query: self.query,
            picture: draft.picture,
        }
    }

    /// The notice that nothing is known after the day of the review.
    pub(super) fn beyond(&self) -> String {
        let date = self.words.day(self.as_of.facts.dossier.reviewed);
        self.words.format("notice-beyond", &[("date", &date)])
    }

    /// How many claims are shown out of how many, the day of the review if that is later, and the query; in brief only
    /// what the dagger means.
    fn footer(
        &self,
        total: Option<usize>,
        brief: bool,
        lead: &[Sentence],
        sections: &[Section],
    ) -> Vec<String> {
        let entries = || sections.iter().flat_map(|section| &section.entries);
        let shown: BTreeSet<_> = entries().filter_map(|one| one.claim()).collect();
        let mut footer = Vec::new();
        if let Some(total) = total.filter(|_| !shown.is_empty()) {
            // Withdrawn claims are shown, but no longer belong to the total.
            let total = total.max(shown.len());
            let shown = self.words.count(shown.len());
            let values = [("shown", shown.as_str())];
            footer.push(self.words.plural("footer-shown", total, &values));
        }
        if lead.iter().any(|one| one.inferred) || entries().any(Entry::has_inferred_date) {
            footer.push(self.words.text("footer-inferred"));
        }
        if brief {
            return footer;
        }
        // Otherwise `as_of` already gives the day.
        if self.as_of.day < self.as_of.facts.dossier.reviewed {
            let reviewed = self.words.day(self.as_of.facts.dossier.reviewed);
            footer.push(self.words.format("footer-reviewed", &[("date", &reviewed)]));
        }
        footer.push(self.query.clone().without(Key::Lang).to_string());
        footer
    }

    /// The same query in the other languages.
    fn languages(&self) -> impl Iterator<Item = Action> {
        let languages = &self.as_of.facts.dossier.languages;
        languages.others(self.lang()).map(|lang| {
            let query = self.query.clone().with(Key::Lang, lang.code());
            Action::language(Phrases::of(lang).own_name(), query)
        })
    }
}

/// Actions without the suggestions of what is suggested already.
fn once(actions: Vec<Action>) -> Vec<Action> {
    let mut kept: Vec<Action> = Vec::new();
    for action in actions {
        let again = |one: &Action| one.kind == action.kind && one.query == action.query;
        if action.kind != ActionKind::Suggestion || !kept.iter().any(again) {
            kept.push(action);
        }
    }
    kept
}

/// The parts of an answer that a command supplies.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) question: Option<String>,
    pub(super) notices: Vec<String>,
    /// Whether the first entry is the claim that the whole answer is about.
    pub(super) states_claim: bool,
    /// The short answer.
    pub(super) lead: Vec<Sentence>,
    /// The key of the first notice if there are no entries.
    pub(super) nothing: &'static str,
    /// Sections without entries are dropped; if none remain, the outcome is `Nothing`.
    pub(super) sections: Vec<Section>,
    pub(super) actions: Vec<Action>,
    /// The number of claims from which the shown ones were chosen.
    pub(super) total: Option<usize>,
    /// Whether the small print is as short as it can be.
    pub(super) brief: bool,
    /// The command as which a question was read.
    pub(super) read_as: Option<Query>,
    /// The data of its picture.
    pub(super) picture: Option<Picture>,
}
