//! The standing of a claim on a day: computed from the file, never written by an editor.
//!
//! Nothing said or published after the day counts. A copy of another source never counts, and
//! agency text counts as the agency, however many papers print it.

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
    /// A claim that it supports or is part of is denied.
    WholeDenied,
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

/// The standing of a claim on a day. Several of these may hold at once.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Denials that their parties have not since taken back, in order of time.
    pub denied: Vec<&'a Claim>,
    /// Denials by parties that have since confirmed it.
    pub denied_before: Vec<&'a Claim>,
    /// Denials that their parties have since taken back without confirming this claim.
    pub denied_in_part: Vec<&'a Claim>,
    /// Confirmations by speakers the claim is about.
    pub confirmed_by_subject: Vec<&'a Claim>,
    /// Confirmations by others.
    pub confirmed_by_others: Vec<&'a Claim>,
    /// Claims that have taken its place.
    pub superseded: Vec<&'a Claim>,
    /// Claims that narrow it.
    pub qualified: Vec<&'a Claim>,
    /// Evidence that says otherwise.
    pub contradicted: Vec<&'a Evidence>,
    /// Evidence that has another detail.
    pub differs: Vec<&'a Evidence>,
    /// How many independent origins carry it.
    pub origins: usize,
    /// Why it was withdrawn, if it was.
    pub withdrawn: Option<&'a Change>,
}

impl<'a> AsOf<'a> {
    /// The standing of a claim on the day.
    pub fn standing(&self, claim: &'a Claim) -> Standing<'a> {
        let linking = |kind| -> Vec<&'a Claim> {
            let linking = self.facts.linking_to(claim, kind).map(Arc::as_ref);
            linking.filter(|other| self.known(other)).collect()
        };
        let confirmed = linking(LinkKind::Confirms);
        let (mut denied_before, other): (Vec<_>, Vec<_>) =
            linking(LinkKind::Denies).into_iter().partition(|denial| {
                let mut since = confirmed.iter().filter(|one| said_since(one, denial));
                since.any(|since| speaks_as(since, &denial.by))
            });
        let (mut denied_in_part, denied): (Vec<_>, Vec<_>) = other
            .into_iter()
            .partition(|denial| self.taken_back(denial));
        let unheard = |heard: &[&Claim], one: &Claim| !heard.iter().any(|h| speaks_as(h, &one.by));
        denied_before.retain(|before| unheard(&denied, before));
        denied_in_part.retain(|one| unheard(&denied, one) && unheard(&denied_before, one));
        let (confirmed_by_subject, confirmed_by_others): (Vec<_>, Vec<_>) = confirmed
            .into_iter()
            .partition(|other| speaks_as(other, &claim.about));
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
            qualified: linking(LinkKind::Qualifies),
            contradicted: with_role(Role::Contradicts),
            differs: with_role(Role::Differs),
            origins: self.origins(claim).len(),
            withdrawn: claim.withdrawn.as_ref(),
        }
    }

    /// Whether a later statement by the same party supersedes this one.
    pub fn taken_back(&self, claim: &Claim) -> bool {
        self.facts
            .linking_to(claim, LinkKind::Supersedes)
            .any(|later| self.known(later) && speaks_as(later, &claim.by))
    }

    /// The later statements by which the party of a denial took it back: confirmations of a claim that it denied, and
    /// statements that supersede the denial. Empty if the claim is not a denial.
    pub fn turned(&self, denial: &'a Claim) -> Vec<&'a Claim> {
        if denial.kind != Kind::Denies {
            return Vec::new();
        }
        let denied = denial
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Denies);
        let targets = denied.filter_map(|link| self.facts.claim(&link.to));
        let confirmed =
            targets.flat_map(|target| self.facts.linking_to(target, LinkKind::Confirms));
        let since = confirmed
            .map(Arc::as_ref)
            .filter(|one| said_since(one, denial));
        let replaced = self
            .facts
            .linking_to(denial, LinkKind::Supersedes)
            .map(Arc::as_ref);
        let mut turned: Vec<&Claim> = Vec::new();
        for one in since.chain(replaced) {
            let new = !turned.iter().any(|known| known.id == one.id);
            if new && self.known(one) && speaks_as(one, &denial.by) {
                turned.push(one);
            }
        }
        turned
    }

    /// Denials and confirmations, by the day, of the claims that a claim supports or is part of, directly or through
    /// others, in the order of the file. A denial of the whole also concerns its parts.
    pub fn on_the_whole(&self, claim: &'a Claim) -> Vec<&'a Claim> {
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
        let answers = |one: &&Claim| {
            let mut links = one.links.iter();
            links.any(|link| {
                matches!(link.kind, LinkKind::Denies | LinkKind::Confirms)
                    && wholes.iter().skip(1).any(|whole| whole.id == link.to)
            })
        };
        let claims = self.facts.claims.iter().map(Arc::as_ref).filter(answers);
        claims
            .filter(|one| one.id != claim.id && self.known(one))
            .collect()
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

/// Whether any speaker of a claim belongs to the same party as any of these speakers.
fn speaks_as(claim: &Claim, speakers: &[Arc<Speaker>]) -> bool {
    let parties: Vec<&str> = speakers
        .iter()
        .map(|speaker| speaker.party().id.as_str())
        .collect();
    claim
        .by
        .iter()
        .any(|speaker| parties.contains(&speaker.party().id.as_str()))
}

/// Whether the first statement was made after the second, or at the same time.
fn said_since(later: &Claim, earlier: &Claim) -> bool {
    later.said.when.latest() >= earlier.said.when.latest()
}
