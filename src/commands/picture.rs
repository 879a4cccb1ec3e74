//! The data of pictures, made from the same claims, day and language as the answer.

use std::collections::HashMap;

use super::request::Request;
use crate::answer::SectionRole;
use crate::answer::picture::{
    Body, ClaimPicture, FiguresPicture, Line, Mark, Number, Picture, Side, TimelinePicture,
    TopicPicture,
};
use crate::facts::date::Date;
use crate::facts::standing::Voice;
use crate::facts::vocabulary::{Basis, Kind, Qualifier};
use crate::facts::{Claim, Evidence, Figure, Given, Topic};
use crate::phrases::attribution::capitalised;

/// The maximum number of publishers in a line of the standing.
const MOST_PUBLISHERS: usize = 4;

fn picture(request: &Request<'_>, body: Body) -> Picture {
    let collection = collection(request);
    Picture { collection, body }
}

fn collection(request: &Request<'_>) -> String {
    let dossier = &request.as_of.facts.dossier;
    dossier.title.get(request.lang()).to_owned()
}

/// The picture of a claim.
pub(super) fn claim(request: &Request<'_>, claim: &Claim) -> Picture {
    let words = request.words;
    let origins = request.as_of.origins(claim);
    let names: Vec<String> = origins.iter().map(|one| one.publisher.to_owned()).collect();
    let listed = words.list(&names);
    let via = claim.via.get(request.lang());
    let circumstances = [
        words.post_of(claim),
        words.citing(claim),
        (!via.is_empty()).then(|| via.to_owned()),
    ];
    let act = capitalised(&words.text(&format!("act-{}", claim.kind.word())));
    let topic = claim.topics.first();
    let topic = topic.and_then(|id| Some(request.as_of.facts.topic(id)?.as_ref()));
    let body = ClaimPicture {
        kicker: kicker(request, topic, act),
        who: capitalised(&words.list(&words.names(&claim.by))),
        circumstances: circumstances.into_iter().flatten().collect(),
        date: words.when(&claim.said),
        inferred: claim.said.basis == Basis::Inferred,
        answering: words.answering(&request.as_of.answered(claim)),
        text: claim.text.get(request.lang()).to_owned(),
        standing: standing(request, claim),
        origins: match names.len() {
            0 | 1 => Line::new(Mark::Single, words.text("standing-single")),
            n => Line::new(Mark::Several, words.plural("standing-corroborated", n, &[])),
        },
        sources: words.plural("picture-sources", names.len(), &[("names", &listed)]),
    };
    picture(request, Body::Claim(body))
}

/// The line above a title: the topic, if there is one, and the name of the view.
fn kicker(request: &Request<'_>, topic: Option<&Topic>, what: String) -> String {
    let Some(topic) = topic else { return what };
    let values = [("topic", topic.title.get(request.lang())), ("what", &what)];
    request.words.format("picture-kicker", &values)
}

/// The standing of a claim: withdrawn, confirmed, denied, qualified or superseded, and which sources contradict or
/// differ from it.
fn standing(request: &Request<'_>, claim: &Claim) -> Vec<Line> {
    let words = request.words;
    let standing = request.as_of.standing(claim);
    let mut lines = Vec::new();
    if let Some(change) = standing.withdrawn {
        let (date, note) = (words.day(change.on), change.note.get(request.lang()));
        let text = words.format("standing-withdrawn", &[("date", &date), ("note", note)]);
        lines.push(Line::new(Mark::Withdrawn, text));
    }
    for side in super::standing::sides(request.as_of, claim, &standing) {
        let names = words.list(&words.party_names(&side.voices));
        let text = words.format(side.phrase, &[("names", &names)]);
        lines.push(Line::new(Mark::of(side.kind), text));
    }
    // For one source the line gives its detail; for several it only names the publishers.
    let contradicted = match standing.contradicted.as_slice() {
        [] => None,
        [one] => {
            let (publisher, note) = (&*one.source.publisher, one.note.get(request.lang()));
            let values = [("publisher", publisher), ("note", note)];
            Some(words.format("standing-contradicted", &values))
        }
        several => Some(publishers(request, "picture-contradicted", several)),
    };
    lines.extend(contradicted.map(|text| Line::new(Mark::Contradicted, text)));
    if !standing.differs.is_empty() {
        let text = publishers(request, "picture-differs", &standing.differs);
        lines.push(Line::new(Mark::Differs, text));
    }
    lines
}

/// The publishers of some evidence, each once.
fn publishers(request: &Request<'_>, key: &str, evidence: &[&Evidence]) -> String {
    let names = super::cited::publishers(evidence);
    let names = request.words.few(names, MOST_PUBLISHERS);
    request.words.format(key, &[("names", &names)])
}

/// The picture of a topic; `None` if none of its claims was known on the day.
pub(super) fn topic(request: &Request<'_>, topic: &Topic, known: &[&Claim]) -> Option<Picture> {
    let mut days = request.as_of.facts.days(topic).into_iter();
    let last = days.rfind(|day| *day <= request.as_of.day)?;
    let (words, last) = (request.words, request.words.day(last));
    // A party that has said more since no longer leaves it open.
    let mut still = known.to_vec();
    still.retain(|claim| claim.kind != Kind::Declines || !request.as_of.said_more(claim));
    let body = TopicPicture {
        title: topic.title.get(request.lang()).to_owned(),
        question: topic.question.get(request.lang()).to_owned(),
        sides: sides_of(request, &still, |claim| Some(&claim.said.when)),
        change: words.format("picture-last-change", &[("date", &last)]),
    };
    Some(picture(request, Body::Topic(body)))
}

/// The picture of a timeline, in the order of the dates that `date` picks; `None` if no claim has one.
pub(super) fn timeline(
    request: &Request<'_>,
    (kicker, title): (&str, Option<String>),
    known: &[&Claim],
    date: impl Fn(&Claim) -> Option<&Date>,
) -> Option<Picture> {
    let mut known = known.to_vec();
    known.retain(|claim| date(claim).is_some());
    known.sort_by_key(|claim| date(claim).map(Date::order));
    let body = TimelinePicture {
        kicker: request.words.text(kicker),
        title: title.unwrap_or_else(|| collection(request)),
        sides: sides_of(request, &known, date),
    };
    (!known.is_empty()).then(|| picture(request, Body::Timeline(body)))
}

/// The sides that have claims, in the order in which they are shown.
fn sides_of(
    request: &Request<'_>,
    known: &[&Claim],
    date: impl Fn(&Claim) -> Option<&Date>,
) -> Vec<Side> {
    let keys = [
        (SectionRole::Said, Mark::Said, "picture-said"),
        (SectionRole::Denied, Mark::Denied, "picture-denied"),
        (SectionRole::Confirmed, Mark::Confirmed, "picture-confirmed"),
        (SectionRole::Open, Mark::Open, "picture-open"),
    ];
    let words = request.words;
    let side = |(role, mark, key)| {
        let mut claims = known.to_vec();
        claims.retain(|claim| SectionRole::of(claim.kind) == role);
        let turned = |claim: &&&Claim| !request.as_of.turned(claim).is_empty();
        let taken_back = match mark {
            Mark::Denied => claims.iter().filter(turned).count(),
            Mark::Open => claims
                .iter()
                .filter(|claim| request.as_of.said_more(claim))
                .count(),
            _ => 0,
        };
        let taken_back = (taken_back > 0).then_some(taken_back);
        let dates = claims.iter().filter_map(|claim| date(claim).cloned());
        (!claims.is_empty()).then(|| Side {
            mark,
            count: words.plural(key, claims.len(), &[]),
            parties: words.party_names(&most_statements_first(&claims)),
            taken_back: taken_back.map(|n| words.plural("picture-taken-back", n, &[])),
            dates: dates.collect(),
        })
    };
    keys.into_iter().filter_map(side).collect()
}

/// The first voice of each party of some claims: first that of the party with the most statements; of equal ones, the
/// first stays first.
fn most_statements_first<'a>(claims: &[&'a Claim]) -> Vec<Voice<'a>> {
    let mut parties: Vec<(Voice, usize)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for voice in claims.iter().flat_map(|claim| Voice::of(claim)) {
        let place = *places.entry(&voice.party.id).or_insert(parties.len());
        match parties.get_mut(place) {
            Some((_, statements)) => *statements += 1,
            None => parties.push((voice, 1)),
        }
    }
    parties.sort_by_key(|(_, statements)| std::cmp::Reverse(*statements));
    parties.into_iter().map(|(voice, _)| voice).collect()
}

/// The picture of the measure with the most figures, the first if several have as many; `None` without figures.
pub(super) fn figures(request: &Request<'_>, topic: Option<&Topic>) -> Option<Picture> {
    let mut measures = request.as_of.by_measure(topic, |_| false);
    // The sort is stable: of equally long ones the first stays first.
    measures.sort_by_key(|(_, given)| std::cmp::Reverse(given.len()));
    let (measure, given) = measures.into_iter().next()?;
    let numbers = given.into_iter().filter_map(Given::figure);
    let numbers = numbers.map(|(claim, figure)| number(request, claim, figure));
    let body = FiguresPicture {
        kicker: kicker(request, topic, request.words.text("view-figures")),
        measure: request.words.measure(measure),
        numbers: numbers.collect(),
    };
    Some(picture(request, Body::Figures(body)))
}

fn number(request: &Request<'_>, claim: &Claim, figure: &Figure) -> Number {
    let (who, date) = request.words.giver(claim, figure);
    let (open_below, open_above) = match (figure.low, figure.high) {
        (Some(_), Some(_)) => (false, false),
        (Some(_), None) => (false, true),
        (None, Some(_)) => (true, false),
        (None, None) => (
            figure.qualifier == Qualifier::UpTo,
            matches!(figure.qualifier, Qualifier::AtLeast | Qualifier::Over),
        ),
    };
    Number {
        who: capitalised(&who),
        date,
        inferred: matches!(figure.given(claim).1, Some((_, Basis::Inferred))),
        value: request.words.figure_on(claim, figure),
        note: figure.note.get(request.lang()).to_owned(),
        low: figure.low,
        best: figure.best,
        high: figure.high,
        open_below,
        open_above,
    }
}
