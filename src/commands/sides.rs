//! The sides of a claim or of a topic's question: who says so, who denies, confirms or leaves it open, each
//! with a date and a source. There may be any number of them, and none is weighed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ask::{Ask, Draft, Otherwise};
use super::statement::{Composer, Detail};
use super::unknown;
use crate::answer::{Answer, Section, Way};
use crate::facts::vocabulary::{Kind, LinkKind};
use crate::facts::{Claim, Topic};
use crate::query::Key;

/// What a side does, in the order in which sides are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Says,
    Supports,
    Denies,
    Confirms,
    Open,
    Qualifies,
}

impl Side {
    const ALL: [Self; 6] = [
        Self::Says,
        Self::Supports,
        Self::Denies,
        Self::Confirms,
        Self::Open,
        Self::Qualifies,
    ];

    fn heading(self) -> &'static str {
        match self {
            Self::Says => "heading-said",
            Self::Supports => "heading-supports",
            Self::Denies => "heading-denied",
            Self::Confirms => "heading-confirmed",
            Self::Open => "kind-declines",
            Self::Qualifies => "heading-qualified",
        }
    }

    /// The side of a statement on a topic's question, by what its speaker does.
    fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Asserts | Kind::Assesses | Kind::Reports => Self::Says,
            Kind::Denies => Self::Denies,
            Kind::Confirms => Self::Confirms,
            Kind::Declines => Self::Open,
        }
    }

    /// The side that a statement takes on a claim by linking to it.
    fn of_link(link: LinkKind, claim: &Claim) -> Option<Self> {
        match link {
            LinkKind::Repeats => Some(Self::Says),
            LinkKind::Supports => Some(Self::Supports),
            LinkKind::Denies => Some(Self::Denies),
            LinkKind::Confirms => Some(Self::Confirms),
            LinkKind::Qualifies | LinkKind::Supersedes => Some(Self::Qualifies),
            LinkKind::Answers if claim.kind == Kind::Declines => Some(Self::Open),
            LinkKind::Answers | LinkKind::PartOf | LinkKind::Context => None,
        }
    }
}

/// `/sides claim:…` or `/sides topic:…`.
pub(super) fn answer(ask: Ask<'_>) -> Answer {
    chosen(ask).unwrap_or_else(|otherwise| *otherwise)
}

fn chosen(mut ask: Ask<'_>) -> Result<Answer, Otherwise> {
    let (topic, claim) = (ask.topic()?, ask.claim()?);
    match (claim, topic) {
        (Some(claim), _) => Ok(of_claim(ask, claim)),
        (None, Some(topic)) => Ok(of_topic(ask, topic)),
        (None, None) => Err(unknown::sides(&ask).into()),
    }
}

/// Who says a claim, and what others do about it; first what it is itself an answer to.
fn of_claim<'a>(ask: Ask<'a>, claim: &'a Claim) -> Answer {
    let mut sided = vec![(Side::Says, claim)];
    let mut seen = BTreeSet::from([claim.id.as_str()]);
    for other in ask.known(None) {
        let links = other.links.iter().filter(|link| link.to == claim.id);
        let side = links
            .filter_map(|link| Side::of_link(link.kind, other))
            .next();
        if let Some(side) = side.filter(|_| seen.insert(other.id.as_str())) {
            sided.push((side, other));
        }
    }
    let known = ask.facts.known(claim, ask.day);
    if !known {
        sided.clear();
    }
    let mut composer = ask.composer();
    let mut sections = sections(&mut composer, &sided);
    if known {
        sections.insert(0, answers_to(&mut composer, claim));
        sections.push(of_whole(&mut composer, claim, &seen));
    }
    let claims = |key| ask.way(key, ask.other("claim").with(Key::Claim, &claim.id));
    let topics = claim.topics.iter().filter_map(|id| ask.facts.topic(id));
    let topics = topics.map(|topic| {
        let query = ask.other("sides").with(Key::Topic, &topic.id);
        Way::suggestion(topic.title.get(ask.lang).to_owned(), query)
    });
    let draft = Draft {
        title: ask.words.say("sides-title"),
        // The statement itself stands below, with whose it is.
        question: Some(ask.words.say("sides-question")),
        notices: not_yet(&ask, claim),
        ways: std::iter::once(claims("way-claim")).chain(topics).collect(),
        total: Some(ask.known(None).len()),
        sections,
    };
    ask.answer(composer, draft)
}

/// Who denies or confirms what a claim supports or is a part of, unless that is about the claim itself.
fn of_whole<'a>(composer: &mut Composer<'a>, claim: &'a Claim, seen: &BTreeSet<&str>) -> Section {
    let others = composer.facts.on_the_whole(claim, composer.day);
    let others = others
        .into_iter()
        .filter(|one| !seen.contains(one.id.as_str()));
    let mut entries = Vec::new();
    for other in others {
        let mut entry = composer.statement(other, Detail::Short);
        let act = composer.words.say(&format!("act-{}", other.kind.word()));
        entry.label = format!("{} · {act}", entry.label);
        entries.push(entry);
    }
    Section {
        heading: composer.words.say("heading-of-whole"),
        entries,
    }
}

/// That a claim was not known by then, and since when it is.
pub(super) fn not_yet(ask: &Ask<'_>, claim: &Claim) -> Vec<String> {
    if ask.facts.known(claim, ask.day) || claim.withdrawn.is_some() {
        return Vec::new();
    }
    let since = ask
        .facts
        .known_since(claim)
        .unwrap_or(ask.facts.dossier.reviewed);
    let (date, first) = (ask.words.day(ask.day), ask.words.day(since));
    vec![
        ask.words
            .with("claim-not-yet", &[("date", &date), ("first", &first)]),
    ]
}

/// The statements that a claim denies, confirms or answers.
fn answers_to<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let links = claim.links.iter().filter(|link| {
        matches!(
            link.kind,
            LinkKind::Denies | LinkKind::Confirms | LinkKind::Answers | LinkKind::Supersedes
        )
    });
    let facts = composer.facts;
    let targets = links.filter_map(|link| facts.claim(&link.to));
    let known: Vec<&Claim> = targets
        .map(Arc::as_ref)
        .filter(|target| facts.known(target, composer.day))
        .collect();
    let entries = known
        .into_iter()
        .map(|target| composer.statement(target, Detail::Short));
    let entries = entries.collect();
    Section {
        heading: composer.words.say("heading-answered"),
        entries,
    }
}

/// Who says, denies, confirms or leaves open what a topic asks.
fn of_topic<'a>(ask: Ask<'a>, topic: &'a Topic) -> Answer {
    let known = ask.known(Some(topic));
    let sided: Vec<_> = known
        .iter()
        .map(|claim| (Side::of_kind(claim.kind), *claim))
        .collect();
    let mut composer = ask.composer();
    let sections = sections(&mut composer, &sided);
    let mut notices = Vec::new();
    if sided.is_empty() {
        notices.push(ask.words.say("nothing-overview"));
    }
    let draft = Draft {
        title: format!(
            "{}: {}",
            ask.words.say("sides-title"),
            topic.title.get(ask.lang)
        ),
        question: Some(topic.question.get(ask.lang).to_owned()),
        notices,
        ways: vec![ask.way("view-overview", ask.other(&topic.id))],
        total: Some(known.len()),
        sections,
    };
    ask.answer(composer, draft)
}

/// A section for each side that somebody takes.
fn sections<'a>(composer: &mut Composer<'a>, sided: &[(Side, &'a Claim)]) -> Vec<Section> {
    let mut sections = Vec::new();
    for one in Side::ALL {
        let mut entries = Vec::new();
        for (_, claim) in sided.iter().filter(|(side, _)| *side == one) {
            entries.push(composer.statement(claim, Detail::Short));
        }
        sections.push(Section {
            heading: composer.words.say(one.heading()),
            entries,
        });
    }
    sections
}
