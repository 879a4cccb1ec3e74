//! A topic's command: one question in several views, as known on a day.
//!
//! The submodules compose the views; this file reads the query and frames the answer.

mod budget;
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
use crate::facts::{Figure, Source, Topic};
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
pub(super) fn below_lead(
    composer: &mut Composer<'_>,
    topic: &Topic,
    lead: &[Sentence],
    frame: Vec<String>,
) -> Vec<Section> {
    short::sections(composer, topic, lead, frame)
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
        let known = self.request.as_of.count(Some(self.topic));
        let lead = match self.view {
            View::Short | View::Full => lead::lead(&mut composer, self.topic),
            _ => Vec::new(),
        };
        let question = Some(self.topic.question.get(self.request.lang()).to_owned());
        let mut body = match self.view {
            View::Short => {
                let frame = self.frame(known);
                short::sections(&mut composer, self.topic, &lead, frame)
            }
            view => sections(&mut composer, self.topic, view),
        };
        if let Some(below) = self.below {
            body.extend(sections(&mut composer, self.topic, below));
        }
        let empty = body.is_empty() && lead.is_empty();
        let brief = self.view == View::Short && self.below.is_none();
        let draft = Draft {
            title: self.title(),
            question,
            notices: self.notices(known, empty),
            actions: self.actions(known, empty),
            total: (!brief).then_some(known),
            brief,
            picture: self.request.picture(|request| self.picture(request)),
            lead,
            sections: body,
            ..Draft::default()
        };
        self.request.answer(composer, draft)
    }

    /// The lines around the body of the short answer, with the marks that Discord draws.
    fn frame(&self, known: usize) -> Vec<String> {
        let (words, as_of) = (self.request.words, self.request.as_of);
        let day = words.known_on(as_of.day.min(as_of.facts.dossier.reviewed));
        let question = self.topic.question.get(self.request.lang());
        let mut frame = vec![day, self.title(), format!("*{question}*")];
        let notices = self.notices(known, false).into_iter();
        frame.extend(notices.map(|notice| format!("> {notice}")));
        frame
    }

    /// The picture of the view; views without their own picture show that of the topic.
    fn picture(&self, request: &Request<'_>) -> Option<Picture> {
        let topic = self.topic;
        let known = || request.as_of.claims(Some(topic));
        match self.view {
            View::Figures => picture::figures(request, Some(topic)),
            View::Timeline => {
                let title = topic.title.get(request.lang()).to_owned();
                let heading = ("view-timeline", Some(title));
                picture::timeline(request, heading, &known(), |claim| Some(&claim.said.when))
            }
            _ => picture::topic(request, topic, &known()),
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
    fn notices(&self, known: usize, empty: bool) -> Vec<String> {
        let (words, day) = (self.request.words, self.request.as_of.day);
        let facts = self.request.as_of.facts;
        let mut notices = Vec::new();
        match (empty, known == 0) {
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
        let later = facts.not_withdrawn(self.topic) - known;
        if later > 0 && day < facts.dossier.reviewed {
            notices.push(words.plural("notice-later", later, &[]));
        }
        notices
    }

    fn first_day(&self) -> Option<Day> {
        self.request.as_of.facts.days(self.topic).first().copied()
    }

    /// The views that have something to show; if nothing was known yet, the first day on which something was known.
    fn actions(&self, known: usize, empty: bool) -> Vec<Action> {
        if empty && known == 0 {
            return self.later();
        }
        let shown = |view: &View| *view == self.view || self.has(*view);
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
    fn has(&self, view: View) -> bool {
        let out = |source: &Source| self.request.as_of.published(source);
        let as_of = self.request.as_of;
        let mut known = as_of.marked(self.topic);
        known.any(|(mark, claim)| match view {
            View::Short | View::Full | View::Timeline | View::Sources => true,
            View::Claims => mark.kind != Kind::Denies,
            View::Denials => mark.kind == Kind::Denies,
            View::Quotes => claim.quotes.iter().any(|one| super::quotes::out(one, &out)),
            View::Figures => {
                let given = |one: &Figure| as_of.given(claim, one);
                mark.has_figures && claim.figures.iter().any(given)
            }
        })
    }
}

/// The body of a view.
fn sections(composer: &mut Composer<'_>, topic: &Topic, view: View) -> Vec<Section> {
    let as_of = composer.as_of;
    let known = || as_of.claims(Some(topic));
    match view {
        View::Short | View::Full => overview::sections(composer, topic),
        View::Claims => lists::claims(composer, topic),
        View::Denials => lists::denials(composer, topic),
        View::Timeline => super::timeline::by_statement(composer, &known()),
        View::Quotes => super::quotes::sections(composer, &known(), &[]),
        View::Figures => super::figures::sections(composer, Some(topic)),
        View::Sources => super::sources::sections(composer, as_of.sources(Some(topic))),
    }
}
