//! The sides of a claim or of a topic's question: who says so, who denies it, confirms it or leaves it open, each
//! with a date and a source. There may be any number of sides; none is rated.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::extent::Extent;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, Detail};
use super::{asked_claim, lead, unknown};
use crate::answer::{Action, Answer, Entry, Section, SectionRole};
use crate::facts::vocabulary::{Kind, LinkKind};
use crate::facts::{AsOf, Claim, Speaker, Topic};
use crate::phrases::attribution::on_the_whole;
use crate::query::Key;

/// The maximum number of claims of a side in short.
const MOST_OF_A_SIDE: usize = 2;

/// The roles of the sides, with their headings, in the order in which sides are shown.
const SIDES: [(SectionRole, &str); 7] = [
    (SectionRole::Said, "heading-said"),
    (SectionRole::Supports, "heading-supports"),
    (SectionRole::Denied, "heading-denied"),
    (SectionRole::Replies, "heading-replies"),
    (SectionRole::Confirmed, "heading-confirmed"),
    (SectionRole::Open, "kind-declines"),
    (SectionRole::Qualified, "heading-qualified"),
];

/// The side that a claim takes on the one it links to.
fn side(link: LinkKind, claim: &Claim) -> Option<SectionRole> {
    match link {
        LinkKind::Repeats => Some(SectionRole::Said),
        LinkKind::Supports => Some(SectionRole::Supports),
        LinkKind::Denies => Some(SectionRole::Denied),
        LinkKind::Confirms => Some(SectionRole::Confirmed),
        LinkKind::Qualifies | LinkKind::Supersedes => Some(SectionRole::Qualified),
        LinkKind::Answers if claim.kind == Kind::Declines => Some(SectionRole::Open),
        LinkKind::Answers => Some(SectionRole::Replies),
        LinkKind::PartOf | LinkKind::Context => None,
    }
}

/// `/sides claim:…` or `/sides topic:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let (topic, claim) = (request.topic()?, request.claim()?);
    let extent = request.extent()?;
    match (claim, topic) {
        (Some(claim), _) => Ok(of_claim(request, claim, extent)),
        (None, Some(topic)) => Ok(of_topic(request, topic, extent)),
        (None, None) => Err(unknown::sides(&request).into()),
    }
}

/// The speakers of a claim and those who react to it; first the claims that it answers.
fn of_claim<'a>(request: Request<'a>, claim: &'a Claim, extent: Extent) -> Answer {
    let mut sided = vec![(SectionRole::Said, claim)];
    let mut seen = BTreeSet::from([claim.id.as_str()]);
    for (other, kind) in request.as_of.links_to(claim) {
        let side = side(kind, other);
        if let Some(side) = side.filter(|_| seen.insert(other.id.as_str())) {
            sided.push((side, other));
        }
    }
    let known = asked_claim::shown(request.as_of, claim);
    if !known {
        sided.clear();
    }
    if extent == Extent::Short {
        sided = first_of_each(request.as_of, &sided);
    }
    let mut composer = request.composer();
    let mut sections = sections(&mut composer, &sided);
    if known {
        let most = match extent {
            Extent::Short => MOST_OF_A_SIDE,
            Extent::Full => usize::MAX,
        };
        sections.insert(0, answers_to(&mut composer, claim, most));
        sections.push(match extent {
            Extent::Short => of_whole_in_short(&mut composer, claim),
            Extent::Full => of_whole(&mut composer, claim, &seen),
        });
    }
    let claims = |key| request.action(key, request.other("claim").with(Key::Claim, &claim.id));
    let topics = claim
        .topics
        .iter()
        .filter_map(|id| request.as_of.facts.topic(id));
    let topics = topics.map(|topic| {
        let query = request.other("sides").with(Key::Topic, &topic.id);
        Action::suggestion(topic.title.get(request.lang()).to_owned(), query)
    });
    let draft = Draft {
        title: format!(
            "{}: {}",
            request.words.text("sides-title"),
            asked_claim::title(&request, claim)
        ),
        question: Some(request.words.text("sides-question")),
        notices: asked_claim::not_yet(&request, claim),
        actions: [extent.other(&request), claims("way-claim")]
            .into_iter()
            .chain(topics)
            .collect(),
        states_claim: extent == Extent::Short,
        brief: extent == Extent::Short,
        sections,
        ..Draft::default()
    };
    request.answer(composer, draft)
}

/// Denials and confirmations of what a claim supports or is part of, unless they are already shown.
fn of_whole<'a>(composer: &mut Composer<'a>, claim: &'a Claim, seen: &BTreeSet<&str>) -> Section {
    let others = composer.as_of.on_the_whole(claim).into_iter();
    let others = others.filter(|one| !seen.contains(one.id.as_str()));
    let entries = others.map(|other| {
        let mut entry = composer.statement(other, Detail::Short);
        let act = composer.words.text(&format!("act-{}", other.kind.word()));
        entry.label = entry.label.dot(act);
        entry
    });
    let entries = entries.collect();
    composer.section(SectionRole::OfWhole, "heading-of-whole", entries)
}

/// Who denies and confirms what a claim supports or is part of, in a line for each such whole.
fn of_whole_in_short<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let wholes = on_the_whole(composer.as_of, claim).into_iter();
    let entries = wholes
        .map(|(whole, sides)| Entry::telling(claim, composer.whole_line(whole, &sides)))
        .collect();
    Section::new(SectionRole::OfWhole, "").with(entries)
}

/// The first claim of each party on each side but the supporting one, without those that no longer stand.
fn first_of_each<'a>(
    as_of: AsOf<'a>,
    sided: &[(SectionRole, &'a Claim)],
) -> Vec<(SectionRole, &'a Claim)> {
    let mut chosen: Vec<(SectionRole, &'a Claim)> = Vec::new();
    let subjects = sided.first().map_or(&[][..], |(_, claim)| &claim.about);
    let is_subject = |one: &Speaker| {
        let party = &one.party().id;
        subjects.iter().any(|about| about.party().id == *party)
    };
    for (role, _) in SIDES {
        let mut heard: BTreeSet<&str> = BTreeSet::new();
        let stands = |claim: &'a Claim| {
            !as_of.said_more(claim) && as_of.standing(claim).contradicted.is_empty()
        };
        let open = matches!(role, SectionRole::Open | SectionRole::Qualified);
        let of_side = sided.iter().filter(|(side, _)| *side == role);
        let mut of_side: Vec<_> = of_side
            .filter(|(_, claim)| !open || stands(claim))
            .collect();
        // Those whom the claim is about come first: their word is the news.
        of_side.sort_by_key(|(_, other)| !other.by.iter().any(|one| is_subject(one)));
        let new = of_side.into_iter().filter(|(_, claim)| {
            let parties = claim.by.iter().map(|one| one.party().id.as_str());
            parties.filter(|party| heard.insert(party)).count() > 0
        });
        if role != SectionRole::Supports {
            chosen.extend(new.take(MOST_OF_A_SIDE).copied());
        }
    }
    chosen
}

/// The first `most` claims that a claim denies, confirms, answers or supersedes, each once.
fn answers_to<'a>(composer: &mut Composer<'a>, claim: &'a Claim, most: usize) -> Section {
    let links = claim.links.iter().filter(|link| {
        matches!(
            link.kind,
            LinkKind::Denies | LinkKind::Confirms | LinkKind::Answers | LinkKind::Supersedes
        )
    });
    let as_of = composer.as_of;
    let mut seen = BTreeSet::new();
    let links = links.filter(|link| seen.insert(&link.to));
    let targets = links.filter_map(|link| as_of.facts.claim(&link.to));
    let known = targets
        .map(Arc::as_ref)
        .filter(|target| as_of.known(target))
        .take(most);
    let entries = known.map(|target| composer.statement(target, Detail::Short));
    let entries = entries.collect();
    composer.section(SectionRole::Answered, "heading-answered", entries)
}

/// The sides of a topic's question.
fn of_topic<'a>(request: Request<'a>, topic: &'a Topic, extent: Extent) -> Answer {
    let known = request.as_of.claims(Some(topic));
    let role = |claim: &Claim| match SectionRole::of(claim.kind) {
        SectionRole::Said if request.as_of.is_reply_to_denial(claim) => SectionRole::Replies,
        role => role,
    };
    let sided = known.iter().map(|claim| (role(claim), *claim));
    let mut sided: Vec<_> = sided.collect();
    if extent == Extent::Short {
        sided = first_of_each(request.as_of, &sided);
    }
    let mut composer = request.composer();
    let lead = lead::lead(&mut composer, topic);
    let sections = sections(&mut composer, &sided);
    let draft = Draft {
        title: format!(
            "{}: {}",
            request.words.text("sides-title"),
            topic.title.get(request.lang())
        ),
        question: Some(topic.question.get(request.lang()).to_owned()),
        nothing: "nothing-short",
        actions: vec![extent.other(&request), request.to_topic(topic)],
        total: Some(known.len()),
        lead,
        sections,
        ..Draft::default()
    };
    request.answer(composer, draft)
}

/// A section for each side, with the claims that take it.
fn sections<'a>(composer: &mut Composer<'a>, sided: &[(SectionRole, &'a Claim)]) -> Vec<Section> {
    let section = |(role, heading)| {
        let of_side = sided.iter().filter(|(other, _)| *other == role);
        let entries = of_side.map(|(_, claim)| composer.statement(claim, Detail::Short));
        let entries = entries.collect();
        composer.section(role, heading, entries)
    };
    SIDES.map(section).to_vec()
}
