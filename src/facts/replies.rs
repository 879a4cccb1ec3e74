//! Statements that answer a denial.

use std::sync::Arc;

use super::vocabulary::{Kind, LinkKind};
use super::{AsOf, Claim, Speaker};

impl<'a> AsOf<'a> {
    /// The known statements of others that answer a denial, in the order in which they were said; those that decline to
    /// say anything are left out.
    pub fn replies_to_denial(&self, denial: &'a Claim) -> Vec<&'a Claim> {
        if denial.kind != Kind::Denies {
            return Vec::new();
        }
        let answering = self.facts.linking_to(denial, LinkKind::Answers);
        let known = answering.map(Arc::as_ref).filter(|one| self.known(one));
        known.filter(|one| replies_to(one, denial)).collect()
    }

    /// Whether a claim answers a known denial of somebody else.
    pub fn is_reply_to_denial(&self, claim: &Claim) -> bool {
        let answered = self.linked(claim, &[LinkKind::Answers]);
        let mut denials = answered.iter().filter(|one| one.kind == Kind::Denies);
        denials.any(|denial| replies_to(claim, denial))
    }
}

/// Whether a claim that answers a denial has something to say to it and is by another party.
fn replies_to(claim: &Claim, denial: &Claim) -> bool {
    let same = |one: &Arc<Speaker>| {
        let parties = denial.by.iter().map(|by| &by.party().id);
        parties.into_iter().any(|party| *party == one.party().id)
    };
    claim.kind != Kind::Declines && !claim.by.iter().all(same)
}
