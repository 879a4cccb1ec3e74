//! A topic's command: one question in several views, as known on a day.
//!
//! The submodules compose the views; this file reads the query and frames the answer.

mod budget;
mod fade;
mod lists;
mod overview;
mod short;
mod view;

use super::request::{Draft, NotUnderstood, Request};
use super::statement::Composer;
use super::{lead, picture, unknown};
use crate::answer::picture::Picture;
use crate::answer::{Action, Answer, Section, Sentence};
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Source, Topic};
use crate::query::Key;

pub(super) use view::OPTIONS;
pub use view::View;

/// `/topic topic:…`: what the command of that topic answers.
pub(super) fn named(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let Some(topic) = request.topic()? else {
        return Err(unknown::topic(&request, "").into());
    };
    request.query = request.query.without(Key::Topic).with_command(&topic.id);
    answer(request, topic)
}

/// The answer of a topic's command.
pub(super) fn answer(mut request: Request<'_>, topic: &Topic) -> Result<Answer, NotUnderstood> {
    let view = match request.query.get(Key::View).map(View::parse) {
        Some(None) => return Err(unknown::view(&request).into()),
        Some(Some(view)) => view,
        None => View::Short,
    };
    request.query = view.applied_to(request.query);
    Ok(Asked {
        request,
        topic,
        view,
        below: None,
    }
    .answer())
}

/// The short answer with the full one below it.
pub(super) fn both(request: Request<'_>, topic: &Topic) -> Answer {
    Asked {
        request,
        topic,
        view: View::Short,
        below: Some(View::Full),
    }
    .answer()
}

/// What stands below the lead in the short answer, beside a frame of lines.
pub(super) fn below_lead<'a>(
    composer: &mut Composer<'a>,
    topic: &Topic,
    lead: &[Sentence],
    frame: Vec<String>,
) -> Vec<Section> {
    let known = composer.as_of.claims(Some(topic));
    short::sections(composer, topic, &known, lead, frame)
}

/// A request for one view of a topic.
struct Asked<'a> {
    request: Request<'a>,
    topic: &'a Topic,
    view: View,
    /// Another view below it.
    below: Option<View>,
}

impl<'a> Asked<'a> {
    fn answer(self) -> Answer {
        let mut composer = self.request.composer();
        let known = self.request.as_of.claims(Some(self.topic));
        let lead = match self.view {
            View::Short | View::Full => lead::lead(&mut composer, self.topic, &known),
            _ => Vec::new(),
        };
        let question = Some(self.topic.question.get(self.request.lang()).to_owned());
        let mut body = match self.view {
            View::Short => {
                let frame = self.frame(&known);
                short::sections(&mut composer, self.topic, &known, &lead, frame)
            }
            view => sections(&mut composer, self.topic, view, &known),
        };
        if let Some(below) = self.below {
            body.extend(sections(&mut composer, self.topic, below, &known));
        }
        let empty = body.is_empty() && lead.is_empty();
        let brief = self.view == View::Short && self.below.is_none();
        let draft = Draft {
            title: self.title(),
            question,
            notices: self.notices(&known, empty),
            actions: self.actions(&known, empty),
            total: (!brief).then_some(known.len()),
            brief,
            picture: self
                .request
                .picture(|request| self.picture(request, &known)),
            lead,
            sections: body,
            ..Draft::default()
        };
        self.request.answer(composer, draft)
    }

    /// The lines around the body of the short answer, with the marks that Discord draws.
    fn frame(&self, known: &[&Claim]) -> Vec<String> {
        let (words, as_of) = (self.request.words, self.request.as_of);
        let day = words.known_on(as_of.day.min(as_of.facts.dossier.reviewed));
        let question = self.topic.question.get(self.request.lang());
        let mut frame = vec![day, self.title(), format!("*{question}*")];
        let notices = self.notices(known, false).into_iter();
        frame.extend(notices.map(|notice| format!("> {notice}")));
        frame
    }

    /// The picture of the view; views without their own picture show that of the topic.
    fn picture(&self, request: &Request<'_>, known: &[&Claim]) -> Option<Picture> {
        let topic = self.topic;
        match self.view {
            View::Figures => picture::figures(request, Some(topic), known),
            View::Timeline => {
                let title = topic.title.get(request.lang()).to_owned();
                let heading = ("view-timeline", Some(title));
                picture::timeline(request, heading, known, |claim| Some(&claim.said.when))
            }
            _ => picture::topic(request, topic, known),
        }
    }

    fn title(&self) -> String {
        let title = self.topic.title.get(self.request.lang());
        match self.view {
            View::Short | View::Full => title.to_owned(),
            view => {
                let label = view.label(self.request.lang());
                self.request.words.labelled(title, &label)
            }
        }
    }

    /// Notices that come before the body.
    fn notices(&self, known: &[&Claim], empty: bool) -> Vec<String> {
        let (words, day) = (self.request.words, self.request.as_of.day);
        let facts = self.request.as_of.facts;
        let mut notices = Vec::new();
        match (empty, known.is_empty()) {
            (true, true) => notices.push(match self.first_day() {
                Some(first) => {
                    let (date, first) = (words.day(day), words.day(first));
                    words.format("nothing-by-then", &[("date", &date), ("first", &first)])
                }
                None => words.text("nothing-at-all"),
            }),
            (true, false) => notices.push(words.text(&format!("nothing-{}", self.view.name()))),
            (false, _) => {}
        }
        let later = facts.not_withdrawn(self.topic).count() - known.len();
        if later > 0 && day < facts.dossier.reviewed {
            notices.push(words.plural("notice-later", later, &[]));
        }
        notices
    }

    fn first_day(&self) -> Option<Day> {
        self.request.as_of.facts.days(self.topic).first().copied()
    }

    /// The views that have something to show; if nothing was known yet, the first day on which something was known.
    fn actions(&self, known: &[&Claim], empty: bool) -> Vec<Action> {
        if empty && known.is_empty() {
            return self.later();
        }
        let shown = |view: &View| *view == self.view || self.has(*view, known);
        let action = |view: View| {
            let query = view.applied_to(self.request.query.clone());
            let action = Action::view(view.label(self.request.lang()), query, view == self.view);
            match view == self.view {
                true => action,
                false => action.of_kind(view.kind()),
            }
        };
        View::ALL
            .iter()
            .copied()
            .filter(shown)
            .map(action)
            .collect()
    }

    fn later(&self) -> Vec<Action> {
        let base = self.request.query.clone().without(Key::View);
        let first = self.first_day().map(|first| {
            let query = base.clone().with(Key::AsOf, first.to_string());
            Action::suggestion(self.request.words.day(first), query)
        });
        let latest = base.get(Key::AsOf).map(|_| {
            let label = self.request.words.text("way-latest");
            Action::suggestion(label, base.clone().without(Key::AsOf))
        });
        first.into_iter().chain(latest).collect()
    }

    /// Whether a view has something to show.
    fn has(&self, view: View, known: &[&Claim]) -> bool {
        let out = |source: &Source| self.request.as_of.published(source);
        let as_of = self.request.as_of;
        known.iter().any(|claim| match view {
            View::Short | View::Full | View::Timeline | View::Sources => true,
            View::Claims => claim.kind != Kind::Denies,
            View::Denials => claim.kind == Kind::Denies,
            View::Quotes => claim.quotes.iter().any(|one| super::quotes::out(one, &out)),
            View::Figures => claim.figures.iter().any(|one| as_of.given(claim, one)),
        })
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
        View::Short | View::Full => overview::sections(composer, topic, known),
        View::Claims => lists::claims(composer, topic, known),
        View::Denials => lists::denials(composer, known),
        View::Timeline => super::timeline::by_statement(composer, known),
        View::Quotes => super::quotes::sections(composer, known, &[]),
        View::Figures => super::figures::sections(composer, known),
        View::Sources => super::sources::sections(composer, known),
    }
}
