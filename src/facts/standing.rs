//! The standing of a claim on a day: computed from the file, never written by an editor.
//!
//! Nothing said or published after the day counts. A copy of another source never counts, and
//! agency text counts as the agency, however many papers print it.

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::vocabulary::{Kind, LinkKind, Role};
use super::{AsOf, Change, Claim, Evidence, Speaker};

/// One property of a claim's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingKind {
    /// A speaker it is about has confirmed it.
    ConfirmedBySubject,
    /// Others have confirmed it.
    Confirmed,
    /// Denied, and the denial stands.
    Denied,
    /// Denied by a party that has since confirmed it.
    DeniedAtFirst,
    /// Denied by a party that has since replaced its denial with another statement.
    DeniedInPart,
    /// A claim that it supports or is part of is denied, and the denial stands.
    WholeDenied,
    /// A claim that it supports or is part of was denied by a party that has since confirmed it.
    WholeDeniedAtFirst,
    /// A claim that it supports or is part of was denied by a party that has since replaced its denial.
    WholeDeniedInPart,
    /// A claim that it supports or is part of is confirmed.
    WholeConfirmed,
    /// Another claim has taken its place.
    Superseded,
    /// Another claim narrows it.
    Qualified,
    /// A source says otherwise.
    Contradicted,
    /// A source has another detail.
    Differs,
    /// It is a denial that its party has since taken back.
    TakenBack,
    /// An editor has revised it.
    Revised,
    /// An editor has withdrawn it.
    Withdrawn,
    /// At most one independent origin carries it.
    SingleOrigin,
    /// Several independent origins carry it.
    Corroborated,
}

impl StandingKind {
    /// Whether it limits the claim or speaks against it: a claim with such a standing is never shown without it.
    pub fn speaks_against(self) -> bool {
        use StandingKind::{Contradicted, Denied, DeniedAtFirst, DeniedInPart};
        use StandingKind::{Qualified, Superseded, TakenBack, Withdrawn};
        let denied = matches!(self, Denied | DeniedAtFirst | DeniedInPart | TakenBack);
        denied || matches!(self, Superseded | Qualified | Contradicted | Withdrawn)
    }
}

/// One of the parties that make a claim. A joint statement has a voice for each of its parties, because each of them
/// counts only for what it says itself.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The party: a state, a body, or somebody who speaks only for themselves.
    pub party: &'a Speaker,
    /// What it says.
    pub claim: &'a Claim,
}

/// The standing of a claim on a day. Several of these may hold at once. Voices are in order of time.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Denials that their parties have not since taken back.
    pub denied: Vec<Voice<'a>>,
    /// Denials by parties that have since confirmed it.
    pub denied_before: Vec<Voice<'a>>,
    /// Denials that their parties have since taken back without confirming this claim.
    pub denied_in_part: Vec<Voice<'a>>,
    /// Confirmations by speakers the claim is about.
    pub confirmed_by_subject: Vec<Voice<'a>>,
    /// Confirmations by others.
    pub confirmed_by_others: Vec<Voice<'a>>,
    /// Claims that have taken its place.
    pub superseded: Vec<Voice<'a>>,
    /// Claims that narrow it, unless their party has said more since, another took their place or a source
    /// contradicts them.
    pub qualified: Vec<Voice<'a>>,
    /// Evidence that says otherwise.
    pub contradicted: Vec<&'a Evidence>,
    /// Evidence that has another detail.
    pub differs: Vec<&'a Evidence>,
    /// How many independent origins carry it.
    pub origins: usize,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<&'a Change>,
}

impl<'a> Voice<'a> {
    /// The voices of a claim, one for each of its parties.
    pub fn of(claim: &'a Claim) -> Vec<Self> {
        let mut voices: Vec<Self> = Vec::new();
        for party in claim.by.iter().map(|speaker| speaker.party()) {
            if !voices.iter().any(|known| known.is(party)) {
                voices.push(Self { party, claim });
            }
        }
        voices
    }

    /// Whether this is the voice of a party.
    pub fn is(&self, party: &Speaker) -> bool {
        self.party.id == party.id
    }

    /// Whether the same party said this after another statement, or at the same time.
    fn follows(&self, earlier: &Self) -> bool {
        let (later, before) = (&self.claim.said.when, &earlier.claim.said.when);
        self.is(earlier.party) && later.latest() >= before.latest()
    }
}

impl<'a> AsOf<'a> {
    /// The standing of a claim on the day.
    pub fn standing(&self, claim: &'a Claim) -> Standing<'a> {
        let links = self.facts.links_to(claim);
        let linking = |kind| self.voices(links, kind);
        let confirmed = linking(LinkKind::Confirms);
        let (mut denied_before, other): (Vec<_>, Vec<_>) = linking(LinkKind::Denies)
            .into_iter()
            .partition(|denial| confirmed.iter().any(|since| since.follows(denial)));
        let (mut denied_in_part, denied): (Vec<_>, Vec<_>) =
            other.into_iter().partition(|denial| self.replaced(denial));
        let unheard = |heard: &[Voice], one: &Voice| !heard.iter().any(|other| other.is(one.party));
        denied_before.retain(|before| unheard(&denied, before));
        denied_in_part.retain(|one| unheard(&denied, one) && unheard(&denied_before, one));
        let subject = |one: &Voice| claim.about.iter().any(|about| one.is(about.party()));
        let (confirmed_by_subject, confirmed_by_others): (Vec<_>, Vec<_>) =
            confirmed.into_iter().partition(subject);
        let mut qualified = linking(LinkKind::Qualifies);
        let overtaken = |one: &Claim| {
            let mut later = self.facts.linking_to(one, LinkKind::Supersedes);
            later.any(|later| self.known(later)) || self.is_contradicted(one)
        };
        qualified.retain(|one| !self.said_more_since(one) && !overtaken(one.claim));
        let with_role = |role| {
            self.evidence(claim)
                .filter(move |one| one.role == role)
                .collect()
        };
        Standing {
            denied,
            denied_before,
            denied_in_part,
            confirmed_by_subject,
            confirmed_by_others,
            superseded: linking(LinkKind::Supersedes),
            qualified,
            contradicted: with_role(Role::Contradicts),
            differs: with_role(Role::Differs),
            origins: self.origins(claim).len(),
            withdrawn: claim.withdrawn.as_ref(),
        }
    }

    /// The voices of the known claims that link to a claim in this way.
    fn linking(&self, claim: &'a Claim, kind: LinkKind) -> Vec<Voice<'a>> {
        self.voices(self.facts.links_to(claim), kind)
    }

    /// The voices of the known claims with a link of this kind among some links.
    fn voices(&self, links: &[(u32, LinkKind)], kind: LinkKind) -> Vec<Voice<'a>> {
        let of_kind = links.iter().filter(|(_, other)| *other == kind);
        let claims = self.only_known(of_kind.map(|(from, _)| *from));
        claims.flat_map(Voice::of).collect()
    }

    /// Whether a source says otherwise.
    fn is_contradicted(&self, claim: &Claim) -> bool {
        let mut evidence = self.evidence(claim);
        evidence.any(|one| one.role == Role::Contradicts)
    }

    /// Whether a later statement by the same party supersedes this one.
    fn replaced(&self, voice: &Voice<'a>) -> bool {
        let later = self.linking(voice.claim, LinkKind::Supersedes);
        later.iter().any(|later| later.is(voice.party))
    }

    /// Whether a party has said more since: it has superseded its statement, or has confirmed or denied what the
    /// statement qualifies or answers.
    fn said_more_since(&self, voice: &Voice<'a>) -> bool {
        let links = voice.claim.links.iter();
        let open =
            links.filter(|link| matches!(link.kind, LinkKind::Qualifies | LinkKind::Answers));
        let mut open = open.filter_map(|link| self.facts.claim(&link.to));
        self.replaced(voice)
            || open.any(|target| {
                let kinds = [LinkKind::Confirms, LinkKind::Denies].into_iter();
                let mut since = kinds.flat_map(|kind| self.linking(target, kind));
                // What was said at the same time belongs together.
                since.any(|since| since.follows(voice) && !voice.follows(&since))
            })
    }

    /// Whether every party of a statement that declines or qualifies has said more since, so that it no longer stands.
    pub fn said_more(&self, claim: &'a Claim) -> bool {
        let voices = Voice::of(claim);
        voices.iter().all(|voice| self.said_more_since(voice))
    }

    /// The later statements by which the parties of a denial took it back: confirmations of a claim that it denied, and
    /// statements that supersede the denial. Empty if the claim is not a denial.
    pub fn turned(&self, denial: &'a Claim) -> Vec<Voice<'a>> {
        if denial.kind != Kind::Denies {
            return Vec::new();
        }
        let denied = denial
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Denies);
        let targets = denied.filter_map(|link| self.facts.claim(&link.to));
        let confirmed = targets.flat_map(|target| self.linking(target, LinkKind::Confirms));
        let own = Voice::of(denial);
        let since = confirmed.filter(|one| own.iter().any(|voice| one.follows(voice)));
        let replaced = self.linking(denial, LinkKind::Supersedes).into_iter();
        let replaced = replaced.filter(|one| own.iter().any(|voice| one.is(voice.party)));
        let mut turned: Vec<Voice> = Vec::new();
        for one in since.chain(replaced) {
            let same = |known: &Voice| known.claim.id == one.claim.id && known.is(one.party);
            if !turned.iter().any(same) {
                turned.push(one);
            }
        }
        turned
    }

    /// The claims that a claim supports or is part of, directly or through others, the nearest first. Denials are left
    /// out: what supports a denial is not a part of what it denies.
    pub fn supported(&self, claim: &'a Claim) -> Vec<&'a Claim> {
        let mut wholes: Vec<&Claim> = vec![claim];
        let mut next = 0;
        while let Some(part) = wholes.get(next).copied() {
            next += 1;
            let up = part
                .links
                .iter()
                .filter(|link| matches!(link.kind, LinkKind::Supports | LinkKind::PartOf));
            let up = up
                .filter_map(|link| self.facts.claim(&link.to))
                .map(Arc::as_ref);
            for whole in up {
                let new = !wholes.iter().any(|known| known.id == whole.id);
                if new && self.known(whole) && whole.kind != Kind::Denies {
                    wholes.push(whole);
                }
            }
        }
        wholes.split_off(1)
    }

    /// Denials and confirmations, by the day, of the claims that a claim supports or is part of, in the order of the
    /// file. A denial of the whole also concerns its parts.
    pub fn on_the_whole(&self, claim: &'a Claim) -> Vec<&'a Claim> {
        let wholes = self.supported(claim).into_iter();
        let links = wholes.flat_map(|whole| self.facts.links_to(whole));
        let answering =
            links.filter(|(_, kind)| matches!(kind, LinkKind::Denies | LinkKind::Confirms));
        let places: BTreeSet<u32> = answering.map(|(from, _)| *from).collect();
        let claims = self.only_known(places.into_iter());
        claims.filter(|one| one.id != claim.id).collect()
    }

    /// The statements that a claim answers, as its links say: a denial does not always answer what it denies. Left out
    /// are statements that were not made before it, those that share a speaker with it, and those that only report,
    /// because nobody made them as a statement.
    pub fn answered(&self, claim: &'a Claim) -> Vec<&'a Claim> {
        let targets = claim.links.iter().filter_map(|link| {
            let target = self.facts.claim(&link.to)?.as_ref();
            let answers = link.kind == LinkKind::Answers && target.kind != Kind::Reports;
            let by = |one: &Arc<Speaker>| claim.by.iter().any(|by| by.id == one.id);
            let shown = self.known(target) && target.precedes(claim);
            (answers && !target.by.iter().any(by) && shown).then_some(target)
        });
        targets.collect()
    }
}
