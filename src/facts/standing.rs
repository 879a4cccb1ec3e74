//! How a claim stands on a day: computed from the file, never typed by an editor.
//!
//! Nothing said or published after the day counts. A copy of another source never counts, and
//! agency text counts as the agency, however many papers print it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::vocabulary::{Kind, LinkKind, Role};
use super::{AsOf, Change, Claim, Evidence, Speaker};

/// One thing that may hold of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingKind {
    /// Those whom it is about have confirmed it.
    ConfirmedBySubject,
    /// Others have confirmed it.
    Confirmed,
    /// Denied, and the denial stands.
    Denied,
    /// Denied by a party that has confirmed it since.
    DeniedAtFirst,
    /// Denied by a party that has said something else in place of its denial since.
    DeniedInPart,
    /// What it supports or is a part of is denied.
    WholeDenied,
    /// What it supports or is a part of is confirmed.
    WholeConfirmed,
    /// Another claim has taken its place.
    Superseded,
    /// Another claim narrows it.
    Qualified,
    /// A source says otherwise.
    Contradicted,
    /// A source has another detail.
    Differs,
    /// It is a denial that its party has taken back.
    TakenBack,
    /// An editor has revised it.
    Revised,
    /// An editor has withdrawn it.
    Withdrawn,
    /// One independent origin carries it, or none.
    SingleOrigin,
    /// Several independent origins carry it.
    Corroborated,
}

/// How a claim stands on a day. Several of these may hold at once.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Denials that their parties have not taken back since, in the order of time.
    pub denied: Vec<&'a Claim>,
    /// Denials by parties that have confirmed it since.
    pub denied_before: Vec<&'a Claim>,
    /// Denials that their parties have overtaken since, without confirming this claim.
    pub denied_in_part: Vec<&'a Claim>,
    /// Confirmations by those whom the claim is about.
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
    /// Why it no longer stands, if so.
    pub withdrawn: Option<&'a Change>,
}

impl<'a> AsOf<'a> {
    /// How a claim stands on a day.
    pub fn standing(&self, claim: &'a Claim) -> Standing<'a> {
        let linking = |kind| -> Vec<&'a Claim> {
            let linking = self.facts.linking(claim, kind).map(Arc::as_ref);
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

    /// Whether a later statement of the same party has taken the place of this one.
    pub fn taken_back(&self, claim: &Claim) -> bool {
        self.facts
            .linking(claim, LinkKind::Supersedes)
            .any(|later| self.known(later) && speaks_as(later, &claim.by))
    }

    /// What the party of a denial has said since that takes it back: a confirmation of what it denied, or
    /// a statement in its place; nothing for what is no denial.
    pub fn turned(&self, denial: &'a Claim) -> Vec<&'a Claim> {
        if denial.kind != Kind::Denies {
            return Vec::new();
        }
        let denied = denial
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Denies);
        let targets = denied.filter_map(|link| self.facts.claim(&link.to));
        let confirmed = targets.flat_map(|target| self.facts.linking(target, LinkKind::Confirms));
        let since = confirmed
            .map(Arc::as_ref)
            .filter(|one| said_since(one, denial));
        let replaced = self
            .facts
            .linking(denial, LinkKind::Supersedes)
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

    /// Denials and confirmations of what a claim supports or is a part of, and of what that supports,
    /// by a day, in the order of the file: who denies the whole speaks of its parts too.
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

    /// The statements that a claim denies or answers. Nobody answers what was said later, in whole or by some
    /// of its speakers, and what the narration of an article reports is not somebody's statement.
    pub fn answered(&self, claim: &'a Claim) -> Vec<&'a Claim> {
        let targets = claim.links.iter().filter_map(|link| {
            let target = self.facts.claim(&link.to)?.as_ref();
            let answers = match link.kind {
                LinkKind::Denies => true,
                LinkKind::Answers => target.kind != Kind::Reports,
                _ => false,
            };
            let by = |one: &Arc<Speaker>| claim.by.iter().any(|by| by.id == one.id);
            let shown = self.known(target) && target.precedes(claim);
            (answers && !target.by.iter().any(by) && shown).then_some(target)
        });
        targets.collect()
    }
}

/// Whether any speaker of a claim speaks for the same party as any of these.
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
