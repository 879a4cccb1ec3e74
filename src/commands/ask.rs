//! A question in plain words: what is recorded that answers it, with all sides, or that nothing is.
//!
//! The answer says as which command the question was read. It never answers yes or no, and it concludes nothing.

mod choose;
mod compose;
mod nothing;

use super::request::{Draft, NotUnderstood, Request};
use super::{parse, search};
use crate::answer::{Action, Answer};
use crate::facts::search::{Subject, Ways};
use crate::facts::{Facts, Topic};
use crate::phrases::Phrases;
use crate::query::question::{self, Question};
use crate::query::{DOSSIER_ROOM, Key, Query};
use choose::{Reading, Shown};

/// The maximum number of code points of a question; this leaves room for the rest of a button's id.
const ROOM: usize = 66;

/// How many of these a day as an option takes.
const DAY_ROOM: usize = 17;

/// The maximum number of code points of a search.
const SEARCH_ROOM: usize = 60;

/// `/ask question:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let typed = request.query.get(Key::Question).unwrap_or_default();
    let facts = request.as_of.facts;
    let given = request.query.get(Key::AsOf).is_some();
    let day = Question::day(typed, parse::day).filter(|_| !given);
    let mut room = ROOM;
    if given || day.is_some() {
        room -= DAY_ROOM;
    }
    if request.query.get(Key::Dossier).is_some() {
        room -= DOSSIER_ROOM;
    }
    let wanted = question::shortened(typed, room, parse::day);
    request.query = request.query.with(Key::Question, &wanted);
    let question = Question::read(&wanted, parse::day);
    // The words of the day may be left out of a long question, so the day is an option of its own.
    if let Some(day) = day {
        request.query = request.query.with(Key::AsOf, day.to_string());
        request.context.as_of = facts.as_of(day);
    }
    let subject = request.as_of.subject(
        facts.questions(Question::words),
        &question.words,
        ways(&question),
    );
    let own = |topic: &&Topic| is_own(topic, &wanted, room);
    let topic = facts.topics.iter().map(AsRef::as_ref).find(own);
    let answered = match (topic, nothing::why(&request, &question, &subject)) {
        (Some(topic), _) => Ok(Reading::of_topic(topic)),
        (None, Some(why)) => Err(why),
        (None, None) => {
            Reading::of(request.as_of, &question, &subject).ok_or(nothing::Why::Together)
        }
    };
    Ok(match answered {
        Ok(reading) => found(request, &question, &subject, &reading),
        Err(why) if why != nothing::Why::Empty && !question::is_read(request.lang()) => {
            // What is not understood is searched for.
            request.query = request.other("search").with(Key::Query, &wanted);
            return search::answer(request);
        }
        Err(why) => nothing::answer(request, &subject, why),
    })
}

/// Whether a question is the one that a topic answers, as it is offered.
fn is_own(topic: &Topic, wanted: &str, room: usize) -> bool {
    let wanted = wanted.to_lowercase();
    topic
        .question
        .each()
        .any(|own| question::shortened(own, room, parse::day).to_lowercase() == wanted)
}

/// How the names and numbers of a question are read.
fn ways(question: &Question) -> Ways {
    use question::Ask::{
        Figures, Overview, Quotes, Sources, Timeline, When, Where, Which, Who, Why, YesNo,
    };
    let ask = question.ask();
    Ways {
        broad: matches!(ask, Some(Timeline | Sources | Quotes | Why | Overview)),
        asks_nothing: !question.words.iter().any(|word| word.asks),
        counted: question.counted,
        focus: question.focus,
        which: ask == Some(Which),
        whose: question.asks_for(Who),
        reason: question.asks_for(Why),
        quoted: question.asks_for(Quotes),
        dated: question.asks_for(Timeline),
        spoken: question.has_acts(),
        narrow: matches!(question.ask(), Some(When | Where | Figures | YesNo)),
    }
}

/// How many words of a question the facts do not have as they are written.
pub(super) fn missed(facts: &Facts, question: &str) -> usize {
    let question = Question::read(question, parse::day);
    let questions = facts.questions(Question::words);
    let now = facts.as_of(facts.dossier.reviewed);
    let subject = now.subject(questions, &question.words, ways(&question));
    subject.unknown.len() + subject.read.len()
}

/// Reads all facts for searches and questions, so that the first one need not wait for it.
pub fn prepare(facts: &Facts) {
    facts.questions(Question::words);
}

/// What is recorded, and as which command the question was read.
fn found(
    request: Request<'_>,
    question: &Question,
    subject: &Subject<'_>,
    reading: &Reading<'_>,
) -> Answer {
    let words = request.words;
    let read_as = read_as(&request, question, &reading.shown);
    let plain = read_as.clone().without(Key::Lang).to_string();
    let mut notices = vec![words.format("ask-read-as", &[("command", &plain)])];
    for (typed, read) in &subject.read {
        notices.push(words.format("search-corrected", &[("typed", typed), ("read", read)]));
    }
    if !subject.unknown.is_empty() {
        let unknown = nothing::unknown(words, subject);
        notices.push(words.format("ask-unknown", &[("words", &unknown)]));
    }
    let mut composer = request.composer();
    let (lead, sections) = compose::answer(&mut composer, question, reading);
    let title = match &reading.topic {
        Some(topic) => topic.title.get(request.lang()).to_owned(),
        None => words.text("ask-title"),
    };
    let mut actions = vec![Action::suggestion(plain, read_as.clone())];
    actions.extend(search_instead(&request));
    actions.extend(reading.topics.iter().map(|topic| request.to_topic(topic)));
    actions.dedup_by(|later, first| later.query == first.query);
    let draft = Draft {
        title,
        question: request.query.get(Key::Question).map(str::to_owned),
        notices,
        nothing: "ask-nothing",
        lead,
        sections,
        actions,
        brief: true,
        read_as: Some(read_as),
        ..Draft::default()
    };
    request.answer(composer, draft)
}

/// The command that shows the same and more.
fn read_as(request: &Request<'_>, question: &Question, shown: &Shown<'_>) -> Query {
    let mut query = match shown {
        Shown::Topics(topics, _) => match topics.first() {
            Some(topic) => request.other(&topic.id),
            None => request.other("help"),
        },
        Shown::Who(speaker, _) => request.other("who").with(Key::Name, &speaker.id),
        Shown::Claims(claims) => match claims.first() {
            Some(claim) if question.asks_for(question::Ask::YesNo) => {
                request.other("sides").with(Key::Claim, &claim.id)
            }
            Some(claim) => request.other("claim").with(Key::Claim, &claim.id),
            None => request.other("help"),
        },
        Shown::View(command, topic, speaker, _) => {
            let mut query = request.other(command);
            if let Some(topic) = topic {
                query = match *command {
                    "denials" => request.other(&topic.id).with(Key::View, "denials"),
                    choose::REASONS => request.other(&topic.id),
                    _ => query.with(Key::Topic, &topic.id),
                };
            }
            match speaker {
                Some(speaker) => query.with(Key::Name, &speaker.id),
                None => query,
            }
        }
    };
    if let Some(day) = question.day {
        query = query.with(Key::AsOf, day.to_string());
    }
    query
}

/// The same words as a search.
fn search_instead(request: &Request<'_>) -> Option<Action> {
    let typed = request
        .query
        .get(Key::Question)
        .filter(|typed| !typed.is_empty())?;
    let typed: String = typed.chars().take(SEARCH_ROOM).collect();
    let query = request.other("search").with(Key::Query, typed.trim());
    let label = Phrases::of(request.lang()).text("ask-search");
    Some(Action::suggestion(label, query))
}
