//! Who does something in a statement, and to whom: the order of names in a sentence, read as roughly as people do.

use super::names::NameTable;
use super::{Asked, Mention, Role};
use crate::facts::vocabulary::LinkKind;
use crate::facts::{Claim, Facts, Link, Speaker};

/// Who is involved in what a claim tells. Speakers are ids.
#[derive(Debug, Default)]
pub(super) struct Involved {
    /// The parties that do something.
    actors: Vec<String>,
    /// The other parties in the sentence.
    others: Vec<String>,
    /// Everybody in the sentence, in the place or among those it is about: ids of speakers.
    all: Vec<String>,
    /// Those who say it, those who are cited, and those for whom these speak.
    pub(super) sayers: Vec<String>,
    /// Those who said what it denies, confirms or answers, and those for whom these speak.
    answered: Vec<String>,
}

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

impl Involved {
    pub(super) fn of(
        facts: &Facts,
        names: &NameTable,
        claim: &Claim,
        read: fn(&str) -> Vec<Asked>,
    ) -> Self {
        let mut involved = Self::default();
        for (lang, text) in claim.text.iter() {
            let words = read(text);
            let parts = Parts::of(&words, &names.mentions(facts, &words));
            for speaker in parts.actors.iter().flat_map(|one| &one.speakers) {
                push(&mut involved.actors, &speaker.party().id);
            }
            for speaker in parts
                .targets
                .iter()
                .chain(&parts.others)
                .flat_map(|one| &one.speakers)
            {
                push(&mut involved.others, &speaker.party().id);
            }
            for speaker in parts.all().flat_map(|one| &one.speakers) {
                involved.add(speaker);
            }
            let place = read(claim.place.get(lang));
            for mention in names.mentions(facts, &place) {
                mention.speakers.iter().for_each(|one| involved.add(one));
            }
        }
        let actors = std::mem::take(&mut involved.others);
        involved.others = actors
            .into_iter()
            .filter(|one| !involved.actors.contains(one))
            .collect();
        claim.about.iter().for_each(|one| involved.add(one));
        claim
            .by
            .iter()
            .chain(&claim.citing)
            .for_each(|one| chain(&mut involved.sayers, one));
        for target in answered(facts, claim) {
            target
                .by
                .iter()
                .for_each(|one| chain(&mut involved.answered, one));
        }
        for speaker in claim.figures.iter().flat_map(|one| &one.by) {
            push(&mut involved.sayers, &speaker.id);
        }
        involved
    }

    fn add(&mut self, speaker: &Speaker) {
        push(&mut self.all, &speaker.id);
    }

    /// Whether anybody with this name is involved; as a party, a leader and the state are the same.
    pub(super) fn has(&self, mention: &Mention<'_>, as_party: bool) -> bool {
        mention.speakers.iter().any(|one| match as_party {
            true => {
                let party = &one.party().id;
                self.actors.contains(party) || self.others.contains(party)
            }
            false => self.all.contains(&one.id) || self.answered.contains(&one.id),
        })
    }

    /// Whether anybody with this name says it.
    pub(super) fn says(&self, mention: &Mention<'_>) -> bool {
        mention
            .speakers
            .iter()
            .any(|one| self.sayers.contains(&one.id))
    }

    /// Whether somebody who acts in a question acts in this claim.
    pub(super) fn acts(&self, parts: &Parts<'_>) -> bool {
        parts.actors.iter().any(|one| in_any(&self.actors, one))
    }

    /// Whether something goes in this claim to somebody to whom it goes in a question.
    pub(super) fn suffers(&self, parts: &Parts<'_>) -> bool {
        parts.targets.iter().any(|one| in_any(&self.others, one))
    }

    /// Whether a claim tells of somebody who acts in a question.
    pub(super) fn tells_of_actor(&self, parts: &Parts<'_>) -> bool {
        let told = |one: &Mention<'_>| one.speakers.iter().any(|one| self.all.contains(&one.id));
        parts.actors.iter().any(told)
    }

    /// Whether somebody who acts in a question has a part in this claim, or all who do; of what it answers only if one
    /// is enough.
    pub(super) fn has_actor(&self, parts: &Parts<'_>, any: bool) -> bool {
        let here = |one: &Mention<'_>| {
            one.speakers.iter().any(|one| self.all.contains(&one.id))
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
    pub(super) fn is_swapped(&self, parts: &Parts<'_>) -> bool {
        let acts = |one: &Mention<'_>| in_any(&self.actors, one);
        let suffers = |one: &Mention<'_>| in_any(&self.others, one);
        let target = parts.targets.iter().any(|one| acts(one) && !suffers(one));
        let actor = parts.actors.iter().any(|one| suffers(one) && !acts(one));
        let other = || parts.targets.iter().chain(&parts.others).any(acts);
        let nobody = !parts.actors.is_empty() && !parts.actors.iter().any(acts);
        target && nobody || actor && other()
    }

    /// Whether a question names somebody as acting who has no part in this claim, and nobody who acts in it.
    pub(super) fn is_of_others(&self, parts: &Parts<'_>, asked: bool) -> bool {
        let strange = |one: &Mention<'_>| {
            let says = !asked && self.says(one);
            !self.has(one, false) && !self.has(one, true) && !says
        };
        let acts = |one: &Mention<'_>| in_any(&self.actors, one);
        parts.actors.iter().any(strange) && !parts.others.iter().any(acts)
    }
}

/// The claims that a claim denies, confirms, replaces, narrows or answers.
pub(super) fn answered<'a>(facts: &'a Facts, claim: &'a Claim) -> impl Iterator<Item = &'a Claim> {
    let context = |link: &&Link| {
        !matches!(
            link.kind,
            LinkKind::Context | LinkKind::Supports | LinkKind::PartOf
        )
    };
    let links = claim.links.iter().filter(context);
    links
        .filter_map(|link| facts.claim(&link.to))
        .map(AsRef::as_ref)
}

/// Adds a speaker and those for whom the speaker speaks.
fn chain(ids: &mut Vec<String>, speaker: &Speaker) {
    let mut behind = Some(speaker);
    while let Some(speaker) = behind {
        push(ids, &speaker.id);
        behind = speaker.speaks_for.as_deref();
    }
}

fn in_any(parties: &[String], mention: &Mention<'_>) -> bool {
    mention
        .speakers
        .iter()
        .any(|one| parties.contains(&one.party().id))
}

fn push(ids: &mut Vec<String>, id: &str) {
    if !ids.iter().any(|one| one == id) {
        ids.push(id.to_owned());
    }
}
