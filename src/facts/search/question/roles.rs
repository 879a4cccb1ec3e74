//! Who does something in a statement, and to whom: the order of names in a sentence, read as roughly as people do.

use super::names::NameTable;
use super::{Asked, Mention, Role};
use crate::facts::vocabulary::LinkKind;
use crate::facts::{Claim, Facts, Speaker};

/// What a speaker has to do with a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Involvement {
    /// It is a party that does something.
    Acts,
    /// It is another party in the sentence.
    Other,
    /// It is in the sentence, in the place or among those the claim is about.
    Named,
    /// It says the claim, is cited, or is somebody for whom these speak.
    Says,
    /// It said what the claim denies, confirms or answers, or is somebody for whom these speak.
    Answered,
}

/// Those who have a part in a claim: the places of the speakers among all, each part once.
pub(super) type Involvements = Vec<(u32, Involvement)>;

/// Who is involved in what a claim tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Involved<'q>(pub(super) &'q [(u32, Involvement)]);

/// The names in a question that take part in what it asks about.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    pub(super) actors: Vec<Mention<'a>>,
    pub(super) targets: Vec<Mention<'a>>,
    pub(super) others: Vec<Mention<'a>>,
}

impl<'a> Parts<'a> {
    /// The parts of the names in a text: the first one acts unless something goes to it, and so does one that stands
    /// beside it or after “from”.
    pub(super) fn of(words: &[Asked], mentions: &[Mention<'a>]) -> Self {
        let mut parts = Self::default();
        for mention in mentions.iter().filter(|one| !one.speakers.is_empty()) {
            let before = before(words, mention.words.0);
            let first =
                parts.actors.is_empty() && parts.others.is_empty() && parts.targets.is_empty();
            let touches = parts.all().any(|one| one.words.1 == mention.words.0);
            let beside = (before == Some(Role::And) || touches)
                && parts.others.is_empty()
                && parts.targets.is_empty();
            match before {
                Some(Role::To) => parts.targets.push(mention.clone()),
                Some(Role::From) => parts.actors.push(mention.clone()),
                _ if first || beside => parts.actors.push(mention.clone()),
                _ => parts.others.push(mention.clone()),
            }
        }
        parts
    }

    /// All names.
    pub(super) fn all(&self) -> impl Iterator<Item = &Mention<'a>> {
        self.actors.iter().chain(&self.targets).chain(&self.others)
    }
}

/// The role that the words directly before a name give it; articles do not matter.
fn before(words: &[Asked], at: usize) -> Option<Role> {
    let mut before = words.get(..at)?.iter().rev();
    let word = before.find(|word| word.forms.first().is_none_or(|form| form != "the"))?;
    word.role
}

/// Those who have a part in a claim.
pub(super) fn involvements(
    facts: &Facts,
    names: &NameTable,
    claim: &Claim,
    read: fn(&str) -> Vec<Asked>,
) -> Involvements {
    let mut all = Involvements::new();
    for (lang, text) in claim.text.iter() {
        let words = read(text);
        let parts = Parts::of(&words, &names.mentions(facts, &words));
        for speaker in speakers(&parts.actors) {
            push(&mut all, speaker.party(), Involvement::Acts);
        }
        for speaker in speakers(&parts.targets).chain(speakers(&parts.others)) {
            push(&mut all, speaker.party(), Involvement::Other);
        }
        for speaker in parts.all().flat_map(|one| &one.speakers) {
            push(&mut all, speaker, Involvement::Named);
        }
        let place = read(claim.place.get(lang));
        for speaker in speakers(&names.mentions(facts, &place)) {
            push(&mut all, speaker, Involvement::Named);
        }
    }
    let acts: Involvements = all.clone();
    all.retain(|(one, part)| {
        *part != Involvement::Other || !acts.contains(&(*one, Involvement::Acts))
    });
    for speaker in &claim.about {
        push(&mut all, speaker, Involvement::Named);
    }
    for speaker in claim.by.iter().chain(&claim.citing) {
        push_each(&mut all, speaker, Involvement::Says);
    }
    for speaker in answered(facts, claim).flat_map(|target| &target.by) {
        push_each(&mut all, speaker, Involvement::Answered);
    }
    for speaker in claim.figures.iter().flat_map(|one| &one.by) {
        push(&mut all, speaker, Involvement::Says);
    }
    all
}

fn speakers<'m, 'a>(mentions: &'m [Mention<'a>]) -> impl Iterator<Item = &'m &'a Speaker> {
    mentions.iter().flat_map(|one| &one.speakers)
}

impl Involved<'_> {
    /// Whether any speaker at these places, which are in order, has a part.
    fn has_any(self, places: &[u32], part: Involvement) -> bool {
        let mut all = self.0.iter();
        all.any(|(place, other)| *other == part && places.binary_search(place).is_ok())
    }

    /// Whether anybody with this name is involved; as a party, a leader and the state are the same.
    pub(super) fn has(self, mention: &Mention<'_>, as_party: bool) -> bool {
        let (places, parts) = match as_party {
            true => (&mention.parties, [Involvement::Acts, Involvement::Other]),
            false => (&mention.places, [Involvement::Named, Involvement::Answered]),
        };
        parts.into_iter().any(|part| self.has_any(places, part))
    }

    /// Whether anybody with this name says it.
    pub(super) fn says(self, mention: &Mention<'_>) -> bool {
        self.has_any(&mention.places, Involvement::Says)
    }

    /// Whether it tells of anybody with this name.
    fn tells_of(self, mention: &Mention<'_>) -> bool {
        self.has_any(&mention.places, Involvement::Named)
    }

    /// Whether the party of anybody with this name acts, or is another one.
    fn acts_in(self, mention: &Mention<'_>) -> bool {
        self.has_any(&mention.parties, Involvement::Acts)
    }

    fn stands_in(self, mention: &Mention<'_>) -> bool {
        self.has_any(&mention.parties, Involvement::Other)
    }

    /// Whether somebody who acts in a question acts in this claim.
    pub(super) fn acts(self, parts: &Parts<'_>) -> bool {
        parts.actors.iter().any(|one| self.acts_in(one))
    }

    /// Whether something goes in this claim to somebody to whom it goes in a question.
    pub(super) fn suffers(self, parts: &Parts<'_>) -> bool {
        parts.targets.iter().any(|one| self.stands_in(one))
    }

    /// Whether a claim tells of somebody who acts in a question.
    pub(super) fn tells_of_actor(self, parts: &Parts<'_>) -> bool {
        parts.actors.iter().any(|one| self.tells_of(one))
    }

    /// Whether somebody who acts in a question has a part in this claim, or all who do; of what it answers only if one
    /// is enough.
    pub(super) fn has_actor(self, parts: &Parts<'_>, any: bool) -> bool {
        let here = |one: &Mention<'_>| {
            self.tells_of(one)
                || self.has(one, true)
                || self.says(one)
                || any && self.has(one, false)
        };
        match any {
            true => parts.actors.is_empty() || parts.actors.iter().any(here),
            false => parts.actors.iter().all(here),
        }
    }

    /// Whether a question has the parts of this claim the other way round.
    pub(super) fn is_swapped(self, parts: &Parts<'_>) -> bool {
        let acts = |one: &Mention<'_>| self.acts_in(one);
        let suffers = |one: &Mention<'_>| self.stands_in(one);
        let target = parts.targets.iter().any(|one| acts(one) && !suffers(one));
        let actor = parts.actors.iter().any(|one| suffers(one) && !acts(one));
        let other = || parts.targets.iter().chain(&parts.others).any(acts);
        let nobody = !parts.actors.is_empty() && !parts.actors.iter().any(acts);
        target && nobody || actor && other()
    }

    /// Whether a question names somebody as acting who has no part in this claim, and nobody who acts in it.
    pub(super) fn is_of_others(self, parts: &Parts<'_>, asked: bool) -> bool {
        let strange = |one: &Mention<'_>| {
            let says = !asked && self.says(one);
            !self.has(one, false) && !self.has(one, true) && !says
        };
        let acts = |one: &Mention<'_>| self.acts_in(one);
        parts.actors.iter().any(strange) && !parts.others.iter().any(acts)
    }
}

/// Whether a claim with such a link denies, confirms, replaces, narrows or answers the other.
pub(super) fn is_answer(kind: LinkKind) -> bool {
    !matches!(
        kind,
        LinkKind::Context | LinkKind::Supports | LinkKind::PartOf
    )
}

/// The claims that a claim answers.
fn answered<'a>(facts: &'a Facts, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
    let links = claim.links.iter().filter(|link| is_answer(link.kind));
    links
        .filter_map(|link| facts.claim(&link.to))
        .map(AsRef::as_ref)
}

/// Adds the part of a speaker.
fn push(all: &mut Involvements, speaker: &Speaker, part: Involvement) {
    if !all.contains(&(speaker.place, part)) {
        all.push((speaker.place, part));
    }
}

/// Adds the part of a speaker and of those for whom the speaker speaks.
fn push_each(all: &mut Involvements, speaker: &Speaker, part: Involvement) {
    let mut behind = Some(speaker);
    while let Some(speaker) = behind {
        push(all, speaker, part);
        behind = speaker.speaks_for.as_deref();
    }
}
