//! How a claim stands on a day: computed from the file, never typed by an editor.
//!
//! Nothing said or published after the day counts. A copy of another source never counts, and
//! agency text counts as the agency, however many papers print it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::date::{By, Date, Day};
use super::vocabulary::{Kind, LinkKind, Role};
use super::{Change, Claim, Evidence, Facts, Source, Speaker, Topic};

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

impl Facts {
    /// Whether a source was certainly out by the end of a day. A source without a date counts
    /// from the day up to which the facts are known.
    pub fn published(&self, source: &Source, day: Day) -> bool {
        match &source.issued {
            Some(issued) => issued.by(day) == By::Yes || day >= self.dossier.reviewed,
            None => day >= self.dossier.reviewed,
        }
    }

    /// Whether every source of a claim that has a date was out by a day. A reason for a date may lean on any of
    /// them, and tells of it.
    pub fn all_out(&self, claim: &Claim, day: Day) -> bool {
        let dated = claim.evidence.iter().map(|one| &one.source);
        let mut dated = dated.filter(|one| one.issued.is_some() && one.mirror_of.is_none());
        dated.all(|source| self.published(source, day))
    }

    /// The evidence of a claim that was out by a day.
    pub fn evidence<'a>(
        &'a self,
        claim: &'a Claim,
        day: Day,
    ) -> impl Iterator<Item = &'a Evidence> {
        claim
            .evidence
            .iter()
            .filter(move |evidence| self.published(&evidence.source, day))
    }

    /// Whether a claim was known by a day: it had certainly been said, and a source that carries it
    /// was out. A statement made over several days counts from the last of them, and one that has been
    /// withdrawn on none.
    pub fn known(&self, claim: &Claim, day: Day) -> bool {
        let stands = claim.withdrawn.is_none();
        stands && self.known_since(claim).is_some_and(|since| since <= day)
    }

    /// The claims of a topic that an editor has withdrawn, on whatever day one asks.
    pub fn withdrawn<'a>(&'a self, topic: &'a Topic) -> impl Iterator<Item = &'a Claim> {
        self.about(topic)
            .map(Arc::as_ref)
            .filter(|claim| claim.withdrawn.is_some())
    }

    /// The first day on which a claim was known, at the latest the day up to which the facts are
    /// known; `None` only for a claim that nothing carries.
    pub fn known_since(&self, claim: &Claim) -> Option<Day> {
        let reviewed = self.dossier.reviewed;
        let at_latest = |date: Option<Day>| date.map_or(reviewed, |day| day.min(reviewed));
        let carrying = claim.evidence.iter().filter(|one| one.carries(claim));
        let issued = carrying.map(|one| one.source.issued.as_ref());
        let out = issued
            .map(|date| at_latest(date.and_then(Date::latest)))
            .min()?;
        let said = &claim.said.when;
        Some(out.max(at_latest(said.latest().or(said.earliest()))))
    }

    /// The claims of a topic that still stand in the file.
    pub fn recorded<'a>(&'a self, topic: &'a Topic) -> impl Iterator<Item = &'a Claim> {
        self.about(topic)
            .map(Arc::as_ref)
            .filter(|claim| claim.withdrawn.is_none())
    }

    /// The days on which something about a topic became known.
    pub fn days(&self, topic: &Topic) -> BTreeSet<Day> {
        self.recorded(topic)
            .filter_map(|claim| self.known_since(claim))
            .collect()
    }

    /// The days on which anything became known.
    pub fn all_days(&self) -> BTreeSet<Day> {
        let stand = self.claims.iter().filter(|claim| claim.withdrawn.is_none());
        stand.filter_map(|claim| self.known_since(claim)).collect()
    }

    /// How a claim stands on a day.
    pub fn standing<'a>(&'a self, claim: &'a Claim, day: Day) -> Standing<'a> {
        let linking = |kind| -> Vec<&'a Claim> {
            let linking = self.linking(claim, kind).map(Arc::as_ref);
            linking.filter(|other| self.known(other, day)).collect()
        };
        let confirmed = linking(LinkKind::Confirms);
        let (mut denied_before, other): (Vec<_>, Vec<_>) =
            linking(LinkKind::Denies).into_iter().partition(|denial| {
                let mut since = confirmed.iter().filter(|one| said_since(one, denial));
                since.any(|since| speaks_as(since, &denial.by))
            });
        let (mut denied_in_part, denied): (Vec<_>, Vec<_>) = other
            .into_iter()
            .partition(|denial| self.taken_back(denial, day));
        let unheard = |heard: &[&Claim], one: &Claim| !heard.iter().any(|h| speaks_as(h, &one.by));
        denied_before.retain(|before| unheard(&denied, before));
        denied_in_part.retain(|one| unheard(&denied, one) && unheard(&denied_before, one));
        let (confirmed_by_subject, confirmed_by_others): (Vec<_>, Vec<_>) = confirmed
            .into_iter()
            .partition(|other| speaks_as(other, &claim.about));
        let with_role = |role| {
            self.evidence(claim, day)
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
            origins: self.origins(claim, day).len(),
            withdrawn: claim.withdrawn.as_ref(),
        }
    }

    /// Whether a later statement of the same party has taken the place of this one.
    pub fn taken_back(&self, claim: &Claim, day: Day) -> bool {
        self.linking(claim, LinkKind::Supersedes)
            .any(|later| self.known(later, day) && speaks_as(later, &claim.by))
    }

    /// What the party of a denial has said since that takes it back: a confirmation of what it denied, or
    /// a statement in its place; nothing for what is no denial.
    pub fn turned<'a>(&'a self, denial: &'a Claim, day: Day) -> Vec<&'a Claim> {
        if denial.kind != Kind::Denies {
            return Vec::new();
        }
        let denied = denial
            .links
            .iter()
            .filter(|link| link.kind == LinkKind::Denies);
        let targets = denied.filter_map(|link| self.claim(&link.to));
        let confirmed = targets.flat_map(|target| self.linking(target, LinkKind::Confirms));
        let since = confirmed
            .map(Arc::as_ref)
            .filter(|one| said_since(one, denial));
        let replaced = self.linking(denial, LinkKind::Supersedes).map(Arc::as_ref);
        let mut turned: Vec<&Claim> = Vec::new();
        for one in since.chain(replaced) {
            let new = !turned.iter().any(|known| known.id == one.id);
            if new && self.known(one, day) && speaks_as(one, &denial.by) {
                turned.push(one);
            }
        }
        turned
    }

    /// Denials and confirmations of what a claim supports or is a part of, and of what that supports,
    /// by a day, in the order of the file: who denies the whole speaks of its parts too.
    pub fn on_the_whole<'a>(&'a self, claim: &'a Claim, day: Day) -> Vec<&'a Claim> {
        let mut wholes: Vec<&Claim> = vec![claim];
        let mut next = 0;
        while let Some(part) = wholes.get(next).copied() {
            next += 1;
            let up = part
                .links
                .iter()
                .filter(|link| matches!(link.kind, LinkKind::Supports | LinkKind::PartOf));
            let up = up.filter_map(|link| self.claim(&link.to)).map(Arc::as_ref);
            for whole in up {
                let new = !wholes.iter().any(|known| known.id == whole.id);
                if new && self.known(whole, day) && whole.kind != Kind::Denies {
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
        let claims = self.claims.iter().map(Arc::as_ref).filter(answers);
        claims
            .filter(|one| one.id != claim.id && self.known(one, day))
            .collect()
    }

    /// The statements that a claim denies or answers. Nobody answers what was said later, in whole or by some
    /// of its speakers, and what the narration of an article reports is not somebody's statement.
    pub fn answered<'a>(&'a self, claim: &'a Claim, day: Day) -> Vec<&'a Claim> {
        let targets = claim.links.iter().filter_map(|link| {
            let target = self.claim(&link.to)?.as_ref();
            let answers = match link.kind {
                LinkKind::Denies => true,
                LinkKind::Answers => target.kind != Kind::Reports,
                _ => false,
            };
            let by = |one: &Arc<Speaker>| claim.by.iter().any(|by| by.id == one.id);
            let shown = self.known(target, day) && target.precedes(claim);
            (answers && !target.by.iter().any(by) && shown).then_some(target)
        });
        targets.collect()
    }

    /// The publishers through which the independent origins carry a claim by a day, the first of each.
    pub fn carriers<'a>(&'a self, claim: &'a Claim, day: Day) -> Vec<&'a str> {
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for one in self.evidence(claim, day).filter(|one| one.carries(claim)) {
            let counts = one.source.mirror_of.is_none();
            let origin = one.source.independent_origin();
            if counts && !seen.iter().any(|(known, _)| *known == origin) {
                seen.push((origin, &one.source.publisher));
            }
        }
        seen.into_iter().map(|(_, publisher)| publisher).collect()
    }

    /// The independent origins that carry a claim by a day, by name.
    pub fn origins<'a>(&'a self, claim: &'a Claim, day: Day) -> BTreeSet<&'a str> {
        self.evidence(claim, day)
            .filter(|one| one.carries(claim) && one.source.mirror_of.is_none())
            .map(|one| one.source.independent_origin())
            .collect()
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
