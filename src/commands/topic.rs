//! A topic's command: one question, seven views, as known on a day.
//!
//! What each view shows is in the files below; this one reads what was asked and frames the answer.

mod lists;
mod overview;
mod view;

use std::sync::Arc;

use super::ask::{Ask, Draft};
use super::statement::Composer;
use super::{picture, unknown};
use crate::answer::picture::Picture;
use crate::answer::{Answer, Section, Way, WayKind};
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Lang, Source, Topic};
use crate::query::{Key, Query};

pub(super) use view::OPTIONS;
pub use view::View;

/// The answer of a topic's command.
pub(super) fn answer(facts: &Facts, topic: &Arc<Topic>, query: &Query, lang: Lang) -> Answer {
    let ask = match Ask::read(facts, &query.clone().to(&topic.id), lang) {
        Ok(ask) => ask,
        Err(otherwise) => return *otherwise,
    };
    let view = match query.get(Key::View).map(View::of) {
        Some(None) => return unknown::view(query, topic, lang),
        Some(Some(view)) => view,
        None => View::Overview,
    };
    Asked {
        ask: with_view(ask, view),
        topic,
        view,
    }
    .answer()
}

/// The question with its view as it is written.
fn with_view(mut ask: Ask<'_>, view: View) -> Ask<'_> {
    ask.query = match view {
        View::Overview => ask.query.without(Key::View),
        _ => ask.query.with(Key::View, view.name()),
    };
    ask
}

/// A question that was understood.
struct Asked<'a> {
    ask: Ask<'a>,
    topic: &'a Topic,
    view: View,
}

impl<'a> Asked<'a> {
    fn answer(self) -> Answer {
        let mut composer = self.ask.composer();
        let known = self.ask.known(Some(self.topic));
        let sections = sections(&mut composer, self.topic, self.view, &known);
        let empty = sections.is_empty();
        let draft = Draft {
            title: self.title(),
            question: Some(self.topic.question.get(self.ask.lang).to_owned()),
            notices: self.notices(&known, empty),
            ways: self.ways(&known, empty),
            total: Some(known.len()),
            sections,
        };
        let picture = self.picture(&known);
        Answer {
            picture,
            ..self.ask.answer(composer, draft)
        }
    }

    /// The picture of the view; views without one of their own show the topic's.
    fn picture(&self, known: &[&Claim]) -> Option<Picture> {
        let (ask, topic) = (&self.ask, self.topic);
        match self.view {
            View::Figures => picture::figures(ask, Some(topic), known),
            View::Timeline => {
                let title = topic.title.get(ask.lang).to_owned();
                let heading = ("view-timeline", Some(title));
                picture::timeline(ask, heading, known, |claim| Some(&claim.said.when))
            }
            View::Overview | View::Claims | View::Denials | View::Quotes | View::Sources => {
                picture::topic(ask, topic, known)
            }
        }
    }

    fn title(&self) -> String {
        let title = self.topic.title.get(self.ask.lang);
        match self.view {
            View::Overview => title.to_owned(),
            view => format!("{title}: {}", view.label(self.ask.lang)),
        }
    }

    /// What a reader must know before reading on.
    fn notices(&self, known: &[&Claim], empty: bool) -> Vec<String> {
        let (facts, words, day) = (self.ask.facts, self.ask.words, self.ask.day);
        let mut notices = Vec::new();
        match (empty, known.is_empty(), self.first_day()) {
            (true, true, Some(first)) => {
                let (date, first) = (words.day(day), words.day(first));
                notices.push(words.with("nothing-by-then", &[("date", &date), ("first", &first)]));
            }
            (true, true, None) => notices.push(words.say("nothing-at-all")),
            (true, false, _) => notices.push(words.say(&format!("nothing-{}", self.view.name()))),
            (false, ..) => {}
        }
        let later = facts.recorded(self.topic).count() - known.len();
        if later > 0 && day < facts.dossier.reviewed {
            notices.push(words.count("notice-later", later, &[]));
        }
        notices
    }

    fn first_day(&self) -> Option<Day> {
        self.ask.facts.days(self.topic).first().copied()
    }

    /// The other views that have something to show.
    fn ways(&self, known: &[&Claim], empty: bool) -> Vec<Way> {
        let query = &self.ask.query;
        let base = query.clone().without(Key::Page).without(Key::Share);
        let mut ways = Vec::new();
        for view in View::ALL {
            let here = view == self.view;
            if !here && !self.has(view, known) {
                continue;
            }
            let query = match view {
                _ if here => query.clone().without(Key::Share),
                View::Overview => base.clone().without(Key::View),
                _ => base.clone().with(Key::View, view.name()),
            };
            let kind = if here { WayKind::Here } else { WayKind::View };
            ways.push(Way {
                label: view.label(self.ask.lang),
                query,
                kind,
            });
        }
        if empty && known.is_empty() {
            ways.clear();
            let base = base.without(Key::View);
            if let Some(first) = self.first_day() {
                let query = base.clone().with(Key::AsOf, first.to_string());
                ways.push(Way::suggestion(self.ask.words.day(first), query));
            }
            if base.get(Key::AsOf).is_some() {
                let label = self.ask.words.say("way-latest");
                ways.push(Way::suggestion(label, base.without(Key::AsOf)));
            }
        }
        ways
    }

    /// Whether a view has something to show.
    fn has(&self, view: View, known: &[&Claim]) -> bool {
        let out = |source: &Source| self.ask.facts.published(source, self.ask.day);
        let any = |test: &dyn Fn(&Claim) -> bool| known.iter().any(|claim| test(claim));
        match view {
            View::Overview | View::Timeline | View::Sources => !known.is_empty(),
            View::Claims => any(&|claim| claim.kind != Kind::Denies),
            View::Denials => any(&|claim| claim.kind == Kind::Denies),
            View::Quotes => any(&|claim| {
                claim
                    .quotes
                    .iter()
                    .any(|quote| super::quotes::out(quote, &out))
            }),
            View::Figures => any(&|claim| {
                let mut figures = claim.figures.iter();
                figures.any(|one| self.ask.facts.given(claim, one, self.ask.day))
            }),
        }
    }
}

/// The body of a view.
fn sections<'a>(
    composer: &mut Composer<'a>,
    topic: &'a Topic,
    view: View,
    known: &[&'a Claim],
) -> Vec<Section> {
    match view {
        View::Overview => overview::sections(composer, topic, known),
        View::Claims => lists::claims(composer, topic, known),
        View::Denials => lists::denials(composer, known),
        View::Timeline => super::timeline::by_statement(composer, known),
        View::Quotes => super::quotes::sections(composer, known),
        View::Figures => super::figures::sections(composer, known),
        View::Sources => super::sources::sections(composer, known),
    }
}
