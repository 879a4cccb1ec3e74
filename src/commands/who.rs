//! A speaker: posts, claims by role, and the claims of others that answer them; of somebody who is not recorded as
//! saying anything, what others say.

use super::extent::Extent;
use super::request::{Draft, NotUnderstood, Request};
use super::standing::by_side;
use super::statement::{Composer, Detail, capitalised};
use crate::answer::{Action, Answer, Entry, Label, Section, SectionRole};
use crate::facts::date::{By, Date};
use crate::facts::vocabulary::{LinkKind, SpeakerKind};
use crate::facts::{AsOf, Claim, Speaker};
use crate::query::Key;

/// Links by which one claim answers another, the strongest first; support does not count as an answer.
const ANSWERS: [LinkKind; 4] = [
    LinkKind::Denies,
    LinkKind::Confirms,
    LinkKind::Qualifies,
    LinkKind::Answers,
];

/// The maximum number of claims in short.
const MOST_NEWEST: usize = 4;

/// The maximum number of suggested people who speak for a state or body.
const MOST_VOICES: usize = 8;

/// `/who name:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let Some(speaker) = request.speaker()? else {
        return Err(super::unknown::speaker(&request, "").into());
    };
    let extent = request.extent()?;
    let own: Vec<&Claim> = request.as_of.said_by(speaker).collect();
    let mut composer = request.composer();
    let mut sections = match extent {
        _ if own.is_empty() => vec![],
        Extent::Short => composer.sides(&newest(&own), Detail::Short),
        Extent::Full => everything(&mut composer, speaker, &own),
    };
    let name = speaker.name.get(request.lang());
    let mut notices = Vec::new();
    let mut total = own.len();
    if own.is_empty() {
        let others = request.as_of.naming(speaker);
        let others: Vec<&Claim> = others.filter(|claim| mentions(claim, speaker)).collect();
        total = others.len();
        let notice = match others.is_empty() {
            true => "nothing-of-speaker",
            false => "nothing-by-speaker",
        };
        notices.push(request.words.format(notice, &[("name", name)]));
        sections.push(spoken_of(&mut composer, &others, name, extent));
    }
    sections.retain(|section| !section.entries.is_empty());
    if !sections.is_empty() {
        sections.insert(0, posts(&request, speaker, &own));
    }
    let draft = Draft {
        title: capitalised(name),
        question: Some(kind(&request, speaker)),
        notices,
        actions: actions(&request, speaker, &own, extent),
        total: (extent == Extent::Short).then_some(total),
        sections,
        ..Draft::default()
    };
    Ok(request.answer(composer, draft))
}

/// The newest claims of a speaker, in order of time.
fn newest<'a>(own: &[&'a Claim]) -> Vec<&'a Claim> {
    let mut newest = own.to_vec();
    newest.split_off(own.len().saturating_sub(MOST_NEWEST))
}

/// Whether a claim of others is about this speaker, or passes on what this speaker says.
fn mentions(claim: &Claim, speaker: &Speaker) -> bool {
    let mut named = claim.about.iter().chain(&claim.citing);
    named.any(|one| one.id == speaker.id)
}

/// What others say about a speaker who is not recorded as saying anything, each with who denies and confirms it.
fn spoken_of<'a>(
    composer: &mut Composer<'a>,
    others: &[&'a Claim],
    name: &str,
    extent: Extent,
) -> Section {
    let (shown, detail) = match extent {
        Extent::Short => (newest(others), Detail::Short),
        Extent::Full => (composer.part(others).to_vec(), Detail::Full),
    };
    let entries = shown.into_iter();
    let entries = entries.map(|claim| composer.with_standing(claim, detail));
    let entries = entries.collect();
    let heading = composer.words.format("heading-about", &[("name", name)]);
    Section::new(SectionRole::Timeline, heading).with(entries)
}

/// Every claim of a speaker, those that others pass on, and those of others that answer or support them.
fn everything<'a>(
    composer: &mut Composer<'a>,
    speaker: &Speaker,
    own: &[&'a Claim],
) -> Vec<Section> {
    let as_of = composer.as_of;
    let mut lists: Vec<(_, Vec<(&'a Claim, Told)>)> = Vec::new();
    for (heading, claims) in by_side(own) {
        let claims = claims.into_iter().map(|claim| (claim, Told::Own));
        lists.push((heading, claims.collect()));
    }
    let passed_on = passed_on(as_of, speaker);
    let mut others = as_of.links_to_those_of(speaker);
    others.retain(|(claim, _)| !claim.speaks(speaker));
    lists.push((
        (SectionRole::PassedOn, "heading-passed-on"),
        passed_on.collect(),
    ));
    lists.push((
        (SectionRole::Linked, "heading-answers"),
        linking(&others, &ANSWERS, Told::Answers),
    ));
    lists.push((
        (SectionRole::Supports, "linked-supports"),
        linking(&others, &[LinkKind::Supports], |_| Told::Supports),
    ));
    composer.sections(lists, |composer, (claim, told)| {
        entry(composer, claim, told)
    })
}

/// Why a claim stands among all that there is of a speaker.
enum Told {
    /// The speaker says it.
    Own,
    /// Somebody else passes on what the speaker says.
    PassedOn,
    /// It answers the speaker, in this way.
    Answers(LinkKind),
    /// It supports what the speaker says.
    Supports,
}

/// A claim; one that answers the speaker with the kind of link.
fn entry<'a>(composer: &mut Composer<'a>, claim: &'a Claim, told: Told) -> Entry {
    match told {
        Told::Own => composer.with_standing(claim, Detail::Full),
        Told::PassedOn => composer.statement(claim, Detail::Full),
        Told::Supports => composer.statement(claim, Detail::Short),
        Told::Answers(kind) => {
            let mut entry = composer.statement(claim, Detail::Short);
            let action = composer.words.text(&format!("link-{}", kind.word()));
            entry.label = Label::from(action).then(entry.label);
            entry
        }
    }
}

/// The kind of speaker, and the party it speaks for: `Person, for Eastport`.
fn kind(request: &Request<'_>, speaker: &Speaker) -> String {
    let kind = format!("speaker-{}", speaker.kind.word());
    let mut parts = vec![request.words.text(&kind)];
    if let Some(party) = &speaker.speaks_for {
        let values = [("name", party.name.get(request.lang()))];
        parts.push(request.words.format("speaking-for", &values));
    }
    parts.join(", ")
}

/// The posts held by that day. One whose end is known by then has its dates; of the others it is not known whether
/// they are still held, so they have the last day on which the speaker spoke in them, or else the day from which they
/// are recorded.
fn posts(request: &Request<'_>, speaker: &Speaker, own: &[&Claim]) -> Section {
    let words = request.words;
    let known = |date: &Option<Date>| {
        let date = date.clone()?;
        (date.by(request.as_of.day) == By::Yes).then(|| words.date(&date))
    };
    let dated = |key: &str, date: String| words.format(key, &[("date", &date)]);
    let begun = speaker
        .posts
        .iter()
        .filter(|post| post.from.is_none() || known(&post.from).is_some());
    let entries = begun.map(|post| {
        let speaking = own.iter().rev().find(|claim| {
            let by = claim.by.iter().any(|by| by.id == speaker.id);
            let held = speaker.post_on(&claim.said.when);
            by && held.is_some_and(|held| held.title == post.title)
        });
        let time = match (known(&post.from), known(&post.to), speaking) {
            (from, Some(to), _) => {
                let from = from.map(|date| dated("since", date));
                from.into_iter().chain([dated("until", to)]).collect()
            }
            (_, None, Some(claim)) if speaker.kind == SpeakerKind::Person => {
                vec![dated("post-speaking", words.date(&claim.said.when))]
            }
            (from, None, _) => Vec::from_iter(from.map(|date| dated("post-from", date))),
        };
        let title = capitalised(post.title.get(request.lang()));
        let parts: Vec<String> = std::iter::once(title).chain(time).collect();
        Entry::line("", parts.join(", "))
    });
    request.section(SectionRole::About, "heading-posts", entries.collect())
}

/// Claims by others that cite this speaker.
fn passed_on<'a>(as_of: AsOf<'a>, speaker: &Speaker) -> impl Iterator<Item = (&'a Claim, Told)> {
    let cites = |claim: &&Claim| {
        let cited = claim.citing.iter().any(|one| one.stands_for(speaker));
        cited && !claim.speaks(speaker)
    };
    let claims = as_of.naming(speaker).filter(cites);
    claims.map(|claim| (claim, Told::PassedOn))
}

/// Of claims of others with the kinds of their links, those that link in one of these ways, each once.
fn linking<'a>(
    others: &[(&'a Claim, LinkKind)],
    kinds: &[LinkKind],
    told: impl Fn(LinkKind) -> Told,
) -> Vec<(&'a Claim, Told)> {
    let of_one = others.chunk_by(|(one, _), (other, _)| std::ptr::eq(*one, *other));
    let linked = of_one.filter_map(|links| {
        let of_kind = |kind: &&LinkKind| links.iter().any(|(_, other)| other == *kind);
        let kind = kinds.iter().find(of_kind)?;
        let (claim, _) = links.first()?;
        Some((*claim, told(*kind)))
    });
    linked.collect()
}

/// The speaker's timeline and quotations, the party they speak for, and the people who speak for them.
fn actions(
    request: &Request<'_>,
    speaker: &Speaker,
    own: &[&Claim],
    extent: Extent,
) -> Vec<Action> {
    let of = |key: &str, command: &str| {
        request.action(key, request.other(command).with(Key::Name, &speaker.id))
    };
    let mut actions = vec![extent.other(request)];
    if !own.is_empty() {
        actions.push(of("view-timeline", "timeline"));
    }
    if own.iter().any(|claim| !claim.quotes.is_empty()) {
        actions.push(of("view-quotes", "quotes"));
    }
    let speakers = request.as_of.facts.speakers.iter();
    let voices = speakers.filter(|one| one.id != speaker.id && one.stands_for(speaker));
    let others = speaker.speaks_for.iter().chain(voices.take(MOST_VOICES));
    actions.extend(others.map(|other| request.to_speaker(other)));
    actions
}
