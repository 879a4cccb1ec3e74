//! What a claim belongs to: the whole that it supports, answers or is a part of.

use super::vocabulary::LinkKind;
use super::{AsOf, Claim, Link};

impl<'a> AsOf<'a> {
    /// The known claims at which the links of a claim end: what it supports, is part of, denies, confirms, answers,
    /// narrows or replaces, directly or through others. Itself, if it links to none.
    pub fn wholes(self, claim: &'a Claim) -> Vec<&'a Claim> {
        let mut seen = vec![claim];
        let mut wholes = Vec::new();
        let mut next = 0;
        while let Some(part) = seen.get(next).copied() {
            next += 1;
            let above = self.above(part);
            if above.is_empty() {
                wholes.push(part);
            }
            for one in above {
                if !seen.iter().any(|known| known.id == one.id) {
                    seen.push(one);
                }
            }
        }
        wholes
    }

    /// The known claims to which a claim links, if the link says that it belongs to them. Context belongs to what it
    /// explains within one topic.
    fn above(self, claim: &'a Claim) -> Vec<&'a Claim> {
        let above = claim.links.iter().filter_map(|link| {
            let whole = self.facts.claim(&link.to)?.as_ref();
            let same_topic = claim.topics.first() == whole.topics.first();
            (belongs(link, same_topic) && self.known(whole)).then_some(whole)
        });
        above.collect()
    }
}

fn belongs(link: &Link, same_topic: bool) -> bool {
    match link.kind {
        LinkKind::Context => same_topic,
        LinkKind::Repeats => false,
        _ => true,
    }
}
