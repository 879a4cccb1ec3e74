//! A topic's command: one question, seven views, as known on a day.
//!
//! What each view shows is in the files below; this one reads what was asked and frames the answer.

mod lists;
mod overview;
mod quotes;
mod register;
mod view;

use std::sync::Arc;

use super::statement::Composer;
use super::{asked, unknown};
use crate::answer::{Answer, Outcome, Section, Span, Way, WayKind};
use crate::cite;
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Lang, Source, Topic};
use crate::phrases::Words;
use crate::query::{Key, Query};

pub use view::View;
pub(super) use view::options;

/// The answer of a topic's command.
pub(super) fn answer(facts: &Facts, topic: &Arc<Topic>, query: &Query, lang: Lang) -> Answer {
    if let Some(wrong) = query.get(Key::Lang).filter(|code| Lang::of(code).is_none()) {
        return unknown::language(query, topic, wrong, lang);
    }
    let view = match query.get(Key::View).map(View::of) {
        Some(None) => return unknown::view(query, topic, lang),
        Some(Some(view)) => view,
        None => View::Overview,
    };
    let day = match query.get(Key::AsOf).map(asked::day) {
        Some(None) => return unknown::day(facts, query, topic, lang),
        Some(Some(day)) => day,
        None => facts.dossier.reviewed,
    };
    let mut query = query.clone().to(&topic.id).with(Key::Lang, lang.code());
    query = match view {
        View::Overview => query.without(Key::View),
        _ => query.with(Key::View, view.name()),
    };
    if query.get(Key::AsOf).is_some() {
        query = query.with(Key::AsOf, day.to_string());
    }
    Asked {
        facts,
        topic,
        view,
        day,
        query,
        lang,
    }
    .answer()
}

/// A question that was understood.
struct Asked<'a> {
    facts: &'a Facts,
    topic: &'a Topic,
    view: View,
    day: Day,
    query: Query,
    lang: Lang,
}

impl<'a> Asked<'a> {
    fn answer(self) -> Answer {
        let words = Words::of(self.lang);
        let mut composer = Composer::new(self.facts, self.lang, self.day);
        let known: Vec<&'a Claim> = self
            .facts
            .recorded(self.topic)
            .filter(|claim| self.facts.known(claim, self.day))
            .collect();
        let mut sections = sections(&mut composer, self.topic, self.view, &known);
        let cite = |source: &_| cite::plain(source, words);
        let empty = sections.is_empty();
        // Nothing is known beyond the day of the review, whatever day was asked for.
        let as_of = words.day(self.day.min(self.facts.dossier.reviewed));
        let references = composer.citations.settle(&mut sections, cite);
        Answer {
            outcome: if empty {
                Outcome::Nothing
            } else {
                Outcome::Found
            },
            lang: self.lang,
            title: self.title(),
            question: Some(self.topic.question.get(self.lang).to_owned()),
            as_of: Some(words.with("as-known-on", &[("date", &as_of)])),
            notices: self.notices(words, &known, empty),
            footer: self.footer(words, &known, &sections),
            ways: self.ways(&known, empty),
            sections,
            references,
            query: self.query,
        }
    }

    fn title(&self) -> String {
        let title = self.topic.title.get(self.lang);
        match self.view {
            View::Overview => title.to_owned(),
            view => format!("{title}: {}", view.label(self.lang)),
        }
    }

    /// What a reader must know before reading on.
    fn notices(&self, words: &Words, known: &[&Claim], empty: bool) -> Vec<String> {
        let reviewed = self.facts.dossier.reviewed;
        let mut notices = Vec::new();
        if self.day > reviewed {
            let date = words.day(reviewed);
            notices.push(words.with("notice-beyond", &[("date", &date)]));
        }
        match (empty, known.is_empty(), self.first_day()) {
            (true, true, Some(first)) => {
                let (date, first) = (words.day(self.day), words.day(first));
                notices.push(words.with("nothing-by-then", &[("date", &date), ("first", &first)]));
            }
            (true, true, None) => notices.push(words.say("nothing-at-all")),
            (true, false, _) => notices.push(words.say(&format!("nothing-{}", self.view.name()))),
            (false, ..) => {}
        }
        let later = self.facts.recorded(self.topic).count() - known.len();
        if later > 0 && self.day < reviewed {
            notices.push(words.count("notice-later", later, &[]));
        }
        notices
    }

    fn first_day(&self) -> Option<Day> {
        self.facts.days(self.topic).first().copied()
    }

    /// How many of how many claims, up to when the facts are known, and the command.
    fn footer(&self, words: &Words, known: &[&Claim], sections: &[Section]) -> Vec<String> {
        let entries = sections.iter().flat_map(|section| &section.entries);
        let shown: std::collections::BTreeSet<_> = entries.filter_map(|one| one.claim()).collect();
        let total = words.number(i64::try_from(known.len()).unwrap_or(i64::MAX));
        let mut footer = Vec::new();
        if !shown.is_empty() {
            footer.push(words.count("footer-shown", shown.len(), &[("total", &total)]));
        }
        if entries_with_inferred_dates(sections) {
            footer.push(words.say("footer-inferred"));
        }
        let reviewed = words.day(self.facts.dossier.reviewed);
        footer.push(words.with("footer-reviewed", &[("date", &reviewed)]));
        footer.push(
            self.query
                .clone()
                .without(Key::Lang)
                .without(Key::Page)
                .without(Key::Share)
                .to_string(),
        );
        footer
    }

    /// The other views that have something to show, and the other languages.
    fn ways(&self, known: &[&Claim], empty: bool) -> Vec<Way> {
        let base = self.query.clone().without(Key::Page).without(Key::Share);
        let mut ways = Vec::new();
        for view in View::ALL {
            let here = view == self.view;
            if !here && !self.has(view, known) {
                continue;
            }
            let query = match view {
                _ if here => self.query.clone().without(Key::Share),
                View::Overview => base.clone().without(Key::View),
                _ => base.clone().with(Key::View, view.name()),
            };
            let kind = if here { WayKind::Here } else { WayKind::View };
            ways.push(Way {
                label: view.label(self.lang),
                query,
                kind,
            });
        }
        if empty && known.is_empty() {
            ways.clear();
            let base = base.without(Key::View);
            if let Some(first) = self.first_day() {
                let label = Words::of(self.lang).day(first);
                let query = base.clone().with(Key::AsOf, first.to_string());
                ways.push(Way {
                    label,
                    query,
                    kind: WayKind::Suggestion,
                });
            }
            if base.get(Key::AsOf).is_some() {
                let label = Words::of(self.lang).say("way-latest");
                let query = base.without(Key::AsOf);
                ways.push(Way {
                    label,
                    query,
                    kind: WayKind::Suggestion,
                });
            }
        }
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != self.lang) {
            let query = self
                .query
                .clone()
                .without(Key::Share)
                .with(Key::Lang, lang.code());
            let label = Words::of(lang).say("language-name");
            ways.push(Way {
                label,
                query,
                kind: WayKind::Language,
            });
        }
        ways
    }

    /// Whether a view has something to show.
    fn has(&self, view: View, known: &[&Claim]) -> bool {
        let out = |source: &Source| self.facts.published(source, self.day);
        let any = |test: &dyn Fn(&Claim) -> bool| known.iter().any(|claim| test(claim));
        match view {
            View::Overview | View::Timeline | View::Sources => !known.is_empty(),
            View::Claims => any(&|claim| claim.kind != Kind::Denies),
            View::Denials => any(&|claim| claim.kind == Kind::Denies),
            View::Quotes => any(&|claim| claim.quotes.iter().any(|quote| quotes::out(quote, &out))),
            View::Figures => any(&|claim| {
                claim
                    .figures
                    .iter()
                    .any(|one| one.source.as_ref().is_none_or(|source| out(source)))
            }),
        }
    }
}

/// Whether anything shown carries the mark of a date that was worked out.
fn entries_with_inferred_dates(sections: &[Section]) -> bool {
    let marked = |span: &Span| matches!(span, Span::Text(text) if text.contains('†'));
    let mut entries = sections.iter().flat_map(|section| &section.entries);
    entries.any(|entry| entry.label.contains('†') || entry.spans().any(marked))
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
        View::Timeline => lists::timeline(composer, known),
        View::Quotes => quotes::sections(composer, known),
        View::Figures => register::figures(composer, known),
        View::Sources => register::sources(composer, known),
    }
}
