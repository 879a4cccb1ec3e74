//! A question as its command can use it: language, day and what it names, read once for all commands;
//! and the answer framed in the same way for all of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::statement::Composer;
use super::{asked, unknown};
use crate::answer::{Answer, Outcome, Reference, Section, Span, Way, WayKind};
use crate::cite;
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Lang, Source, Speaker, Topic};
use crate::phrases::Words;
use crate::query::{Key, Query};

/// Most topics that are offered below an answer.
const MOST_TOPICS: usize = 12;

/// An answer to what could not be understood, instead of the one that was asked for.
pub(super) type Otherwise = Box<Answer>;

/// A question whose language and day could be read.
#[derive(Clone)]
pub(super) struct Ask<'a> {
    pub(super) facts: &'a Facts,
    /// With its language, and its day as in EDTF, so that it can be asked again.
    pub(super) query: Query,
    pub(super) lang: Lang,
    pub(super) words: &'static Words,
    /// As known on which day; by default that of the review.
    pub(super) day: Day,
}

impl<'a> Ask<'a> {
    /// Reads language and day.
    pub(super) fn read(facts: &'a Facts, query: &Query, lang: Lang) -> Result<Self, Otherwise> {
        if let Some(wrong) = query.get(Key::Lang).filter(|code| Lang::of(code).is_none()) {
            return Err(unknown::language(query, wrong, lang).into());
        }
        let mut ask = Self {
            facts,
            query: query.clone().with(Key::Lang, lang.code()),
            lang,
            words: Words::of(lang),
            day: facts.dossier.reviewed,
        };
        // Anything but yes asks for no picture.
        ask.query = match query.picture() {
            true => ask.query.with(Key::Picture, "true"),
            false => ask.query.without(Key::Picture),
        };
        if let Some(day) = ask.date(Key::AsOf, asked::day)? {
            ask.day = day;
            ask.query = ask.query.with(Key::AsOf, day.to_string());
        }
        Ok(ask)
    }

    /// The day that an option gives, read by `read`.
    pub(super) fn date(
        &self,
        key: Key,
        read: fn(&str) -> Option<Day>,
    ) -> Result<Option<Day>, Otherwise> {
        let Some(typed) = self.query.get(key) else {
            return Ok(None);
        };
        let topic = asked::topic(self.facts, &self.query.command).map(Arc::as_ref);
        let unread = || unknown::day(self.facts, &self.query, key, topic, self.lang).into();
        read(typed).map(Some).ok_or_else(unread)
    }

    /// The topic that was named, and the question with its id.
    pub(super) fn topic(&mut self) -> Result<Option<&'a Arc<Topic>>, Otherwise> {
        let Some(named) = self.query.get(Key::Topic) else {
            return Ok(None);
        };
        let Some(topic) = asked::topic(self.facts, named) else {
            return Err(unknown::topic(self, named).into());
        };
        self.query = self.query.clone().with(Key::Topic, &topic.id);
        Ok(Some(topic))
    }

    /// The claim that was named by its id.
    pub(super) fn claim(&mut self) -> Result<Option<&'a Claim>, Otherwise> {
        let Some(named) = self.query.get(Key::Claim) else {
            return Ok(None);
        };
        let id = named.trim().to_lowercase();
        let Some(claim) = self.facts.claim(&id) else {
            return Err(unknown::claim(self, named).into());
        };
        self.query = self.query.clone().with(Key::Claim, &claim.id);
        Ok(Some(claim))
    }

    /// The speaker that was named, by id, name or alias.
    pub(super) fn speaker(&mut self) -> Result<Option<&'a Arc<Speaker>>, Otherwise> {
        let Some(named) = self.query.get(Key::Name) else {
            return Ok(None);
        };
        let Some(speaker) = asked::speaker(self.facts, named) else {
            return Err(unknown::speaker(self, named).into());
        };
        self.query = self.query.clone().with(Key::Name, &speaker.id);
        Ok(Some(speaker))
    }

    /// Every claim that was known on the day, of a topic if there is one, in the order of time.
    pub(super) fn known(&self, topic: Option<&'a Topic>) -> Vec<&'a Claim> {
        let known = |claim: &&'a Claim| self.facts.known(claim, self.day);
        match topic {
            Some(topic) => self.facts.recorded(topic).filter(known).collect(),
            None => self
                .facts
                .claims
                .iter()
                .map(Arc::as_ref)
                .filter(known)
                .collect(),
        }
    }

    /// What composes entries as known on the day.
    pub(super) fn composer(&self) -> Composer<'a> {
        Composer::new(self.facts, self.lang, self.day)
    }

    /// The question to another command, as known on the same day, in the same language.
    pub(super) fn other(&self, command: &str) -> Query {
        let query = Query::new(command).with(Key::Lang, self.lang.code());
        match self.query.get(Key::AsOf) {
            Some(day) => query.with(Key::AsOf, day),
            None => query,
        }
    }

    /// A way to such a question.
    pub(super) fn way(&self, key: &str, query: Query) -> Way {
        Way {
            label: self.words.say(key),
            query,
            kind: WayKind::View,
        }
    }

    /// Ways to the same question about each topic, or about all of them; none where there is but one.
    pub(super) fn topics(&self, current: Option<&Topic>) -> Vec<Way> {
        let base = self.query.clone().without(Key::Page).without(Key::Share);
        let topics = self.facts.topics.iter().take(MOST_TOPICS);
        if self.facts.topics.len() < 2 {
            return Vec::new();
        }
        let here = |same: bool| if same { WayKind::Here } else { WayKind::View };
        let all = Way {
            label: self.words.say("way-any-topic"),
            query: base.clone().without(Key::Topic),
            kind: here(current.is_none()),
        };
        let each = topics.map(|topic| Way {
            label: format!("/{}", topic.id),
            query: base.clone().with(Key::Topic, &topic.id),
            kind: here(current.is_some_and(|current| current.id == topic.id)),
        });
        std::iter::once(all).chain(each).collect()
    }

    /// The answer: what was drafted, with its sources numbered and the frame that all answers have.
    pub(super) fn answer(self, composer: Composer<'a>, draft: Draft) -> Answer {
        let words = self.words;
        self.answer_citing(composer, draft, |source| cite::plain(source, words))
    }

    /// The same, with its sources put into words by `cite`.
    pub(super) fn answer_citing(
        self,
        composer: Composer<'a>,
        draft: Draft,
        cite: impl Fn(&Source) -> String,
    ) -> Answer {
        let mut sections = draft.sections;
        sections.retain(|section| !section.entries.is_empty());
        let references: Vec<Reference> = composer.citations.settle(&mut sections, cite);
        let mut notices = draft.notices;
        let reviewed = self.facts.dossier.reviewed;
        if self.day > reviewed {
            notices.insert(0, self.beyond());
        }
        // Nothing is known beyond the day of the review, whatever day was asked for.
        let day = self.words.day(self.day.min(reviewed));
        let mut ways = draft.ways;
        ways.extend(self.languages());
        Answer {
            outcome: match sections.is_empty() {
                true => Outcome::Nothing,
                false => Outcome::Found,
            },
            lang: self.lang,
            title: draft.title,
            question: draft.question,
            as_of: Some(self.words.with("as-known-on", &[("date", &day)])),
            notices,
            footer: self.footer(draft.total, &sections),
            ways,
            opens: Some(self.other("claim")),
            sections,
            references,
            query: self.query,
            picture: None,
        }
    }

    /// That nothing is known of what came after the day of the review.
    pub(super) fn beyond(&self) -> String {
        let date = self.words.day(self.facts.dossier.reviewed);
        self.words.with("notice-beyond", &[("date", &date)])
    }

    /// How many of how many claims, up to when the facts are known where that is later, and the command.
    fn footer(&self, total: Option<usize>, sections: &[Section]) -> Vec<String> {
        let entries = || sections.iter().flat_map(|section| &section.entries);
        let shown: BTreeSet<_> = entries().filter_map(|one| one.claim()).collect();
        let mut footer = Vec::new();
        if let Some(total) = total.filter(|_| !shown.is_empty()) {
            let shown = self
                .words
                .number(i64::try_from(shown.len()).unwrap_or(i64::MAX));
            let values = [("shown", shown.as_str())];
            footer.push(self.words.count("footer-shown", total, &values));
        }
        let marked = |span: &Span| matches!(span, Span::Text(text) if text.contains('†'));
        if entries().any(|entry| entry.label.contains('†') || entry.spans().any(marked)) {
            footer.push(self.words.say("footer-inferred"));
        }
        // Else every answer says so in its `as_of`.
        if self.day < self.facts.dossier.reviewed {
            let reviewed = self.words.day(self.facts.dossier.reviewed);
            footer.push(self.words.with("footer-reviewed", &[("date", &reviewed)]));
        }
        let bare = self.query.clone().without(Key::Lang).without(Key::Page);
        footer.push(bare.without(Key::Share).to_string());
        footer
    }

    /// The same question in the other languages.
    fn languages(&self) -> impl Iterator<Item = Way> {
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.lang);
        others.map(|lang| Way {
            label: Words::of(lang).say("language-name"),
            query: self
                .query
                .clone()
                .without(Key::Share)
                .with(Key::Lang, lang.code()),
            kind: WayKind::Language,
        })
    }
}

/// What a command puts into its answer.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) question: Option<String>,
    pub(super) notices: Vec<String>,
    /// Those without entries are left out; if none is left, the answer says that there is nothing.
    pub(super) sections: Vec<Section>,
    pub(super) ways: Vec<Way>,
    /// Out of how many claims those shown were taken.
    pub(super) total: Option<usize>,
}
