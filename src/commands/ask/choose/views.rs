//! What to show in a timeline, as denials and numbers, and as reasons.

use super::super::super::parse;
use super::{Chooser, MOST, REASONS, Shown};
use crate::facts::search::Act;
use crate::facts::vocabulary::{Kind, LinkKind};
use crate::facts::{Claim, Topic};
use crate::query::question::{Ask, Question};

/// The maximum number of statements whose numbers are shown as known on a day.
const MOST_OF_A_DAY: usize = 3;

/// The maximum number of claims of a timeline.
const MOST_IN_TIMELINE: usize = 8;

/// With fewer claims a timeline tells of the topic as a whole.
const ENOUGH_FOR_TIMELINE: usize = 5;

/// The least score of a claim with a number, as a share of the best one's.
const LEAST_COUNTED: f32 = 0.75;

impl<'a> Chooser<'_, 'a> {
    /// Whether the question weighs sides: yes or no, denied or confirmed.
    pub(super) fn weighs(&self) -> bool {
        let acts = [Act::Deny, Act::Confirm];
        self.question.asks_for(Ask::YesNo) || acts.iter().any(|act| self.question.has_act(*act))
    }

    /// Whether it asks for a number, or whether one is right.
    pub(super) fn asks_for_numbers(&self) -> bool {
        let given = self.subject.has_number && !self.subject.measures.is_empty();
        match self.question.ask() {
            Some(Ask::Figures) => true,
            None | Some(Ask::YesNo) => given,
            _ => false,
        }
    }

    pub(super) fn asks_for_denials(&self) -> bool {
        let (asks, who) = (
            self.question.asks_for(Ask::Denials),
            self.question.asks_for(Ask::Who),
        );
        let nobody = self.subject.sayers.is_empty();
        let whole = self.question.asks_for(Ask::Overview);
        !whole && nobody && (asks || self.question.has_act(Act::Deny) && who)
    }

    /// What fits or, as two ends of a story are seldom told in one statement, what the topic has: what leads a topic, the
    /// first and the last, and the best of the others.
    pub(super) fn timeline(&self) -> Option<Vec<&'a Claim>> {
        let topic = self.subject.topics.first().copied();
        let ranked = self.ranked().into_iter();
        let fitting = ranked.filter(|one| topic.is_none() || self.subject.specific && one.whole);
        let fitting: Vec<&Claim> = fitting.map(|one| one.claim).collect();
        let mut claims = match topic {
            Some(topic) if fitting.len() < ENOUGH_FOR_TIMELINE => self.as_of.claims(Some(topic)),
            _ => fitting,
        };
        if claims.is_empty() || self.subject.claims.is_empty() && !self.subject.unknown.is_empty() {
            return None;
        }
        let leads = |claim: &Claim| {
            let topics = &self.as_of.facts.topics;
            topics.iter().any(|topic| topic.lead.contains(&claim.id))
        };
        let first = claims
            .iter()
            .min_by_key(|claim| claim.order())
            .map(|one| one.id.clone());
        let last = claims
            .iter()
            .max_by_key(|claim| claim.order())
            .map(|one| one.id.clone());
        let ends = |claim: &Claim| {
            [&first, &last]
                .iter()
                .any(|end| end.as_ref() == Some(&claim.id))
        };
        claims.sort_by_key(|claim| (!ends(claim), !leads(claim), !self.takes_side(claim)));
        claims.truncate(MOST_IN_TIMELINE);
        claims.sort_by_key(|claim| claim.order());
        Some(claims)
    }

    /// Reasons: the topic that is called so, as far as it fits, else what fits.
    pub(super) fn why(&self) -> Option<Shown<'a>> {
        let facts = self.as_of.facts;
        let Some(reasons) = self.reasons() else {
            return self.claims();
        };
        let ranked = self.ranked();
        let fitting: Vec<&Claim> = ranked.iter().map(|one| one.claim).collect();
        let mut claims = fitting.clone();
        claims.retain(|claim| claim.topics.contains(&reasons.id));
        let named = !self.subject.names.is_empty() || !self.subject.topics.is_empty();
        let told = ranked.first().is_some_and(|one| one.telling > 1);
        if claims.is_empty() && self.subject.specific && told {
            return Some(Shown::Claims(self.with_linked(&fitting)));
        }
        let named = named || self.question.asks_for(Ask::Overview);
        let open = !claims.is_empty() || named && self.subject.unknown.len() < 2;
        if open && (claims.is_empty() || !self.subject.specific) {
            let lead = reasons.lead.iter().filter_map(|id| facts.claim(id));
            let lead = lead.map(AsRef::as_ref).filter(|one| self.as_of.known(one));
            for claim in lead {
                if !claims.iter().any(|one| one.id == claim.id) {
                    claims.push(claim);
                }
            }
        }
        if claims.is_empty() {
            return None;
        }
        Some(Shown::View(
            REASONS,
            Some(reasons),
            None,
            first(&claims, MOST),
        ))
    }

    /// The first claims, with those that belong to the best one or help to understand it behind it.
    fn with_linked(&self, claims: &[&'a Claim]) -> Vec<&'a Claim> {
        let Some(best) = claims.first().copied() else {
            return Vec::new();
        };
        let near = |kind| {
            matches!(
                kind,
                LinkKind::Context | LinkKind::PartOf | LinkKind::Supports
            )
        };
        let from = self.as_of.links_to(best).into_iter();
        let from = from.filter(|(_, kind)| near(*kind)).map(|(one, _)| one);
        let to = best.links.iter().filter(|link| near(link.kind));
        let to = to.filter_map(|link| self.as_of.facts.claim(&link.to));
        let to = to.map(AsRef::as_ref).filter(|one| self.as_of.known(one));
        let mut linked: Vec<&Claim> = from.chain(to).collect();
        linked.sort_by_key(|one| (one.order(), &one.id));
        linked.dedup_by_key(|one| &one.id);
        let mut found = vec![best];
        found.extend(linked.into_iter().take(2));
        for one in claims {
            if !found.iter().any(|other| other.id == one.id) && found.len() < MOST {
                found.push(one);
            }
        }
        found
    }

    /// The topic that is called by a word for reasons.
    pub(super) fn reasons(&self) -> Option<&'a Topic> {
        let mut topics = self.as_of.facts.topics.iter();
        let reasons = topics.find(|topic| parse::names(topic).any(Question::is_reason));
        reasons.map(AsRef::as_ref)
    }

    /// Denials, or what else fits if there are none.
    pub(super) fn denials(&self) -> Option<Shown<'a>> {
        let mut claims = self.all()?;
        claims.retain(|claim| claim.kind == Kind::Denies);
        if claims.is_empty() {
            return self.claims();
        }
        claims.truncate(MOST);
        let topic = self.subject.topics.first().copied();
        Some(Shown::View("denials", topic, None, claims))
    }

    /// What says the thing that is counted, where no figures of it are recorded.
    pub(super) fn counted(&self) -> Option<Shown<'a>> {
        let ranked = self.ranked();
        if !self.subject.uncounted {
            let counted = !self.subject.measures.is_empty();
            let whole = ranked.first().is_some_and(|one| one.whole && one.focus);
            let open = whole || !counted || !self.subject.specific;
            return self.claims().filter(|_| open);
        }
        let number = |claim: &Claim| {
            let mut texts = claim.text.each();
            !claim.figures.is_empty()
                || texts.any(|text| text.contains(|sign: char| sign.is_numeric()))
        };
        let says = ranked.iter().filter(|one| one.focus && number(one.claim));
        let claims: Vec<&Claim> = says.map(|one| one.claim).take(MOST).collect();
        (!claims.is_empty()).then_some(Shown::Claims(claims))
    }

    /// Numbers: of what is counted if the question names it, else those of the claims that fit.
    pub(super) fn figures(&self) -> Option<Shown<'a>> {
        let counted = |claim: &&Claim| {
            let measures = &self.subject.measures;
            let of = |id: &str| measures.is_empty() || measures.iter().any(|one| one.id == id);
            claim.figures.iter().any(|figure| of(&figure.measure.id))
        };
        let turned = self.subject.directed && self.subject.is_all_turned();
        let told = self.subject.claims.iter().any(|one| one.telling > 1);
        let nameless = self.subject.names.is_empty() && self.subject.topics.is_empty() && !told;
        if self.subject.uncounted || turned || nameless {
            return None;
        }
        // What says less of the question than others is not what is counted in it.
        let mut ranked = self.ranked();
        let one = self.subject.specific && self.subject.measures.len() == 1;
        let least = ranked.first().filter(|_| one);
        let least = least.map_or(f32::MIN, |best| best.score * LEAST_COUNTED);
        ranked.sort_by_key(|one| one.beyond == 0);
        let near = ranked.iter().filter(|one| one.score >= least);
        let mut claims: Vec<&Claim> = near.map(|one| one.claim).filter(counted).collect();
        // The state of knowledge on a day is what was said last.
        if self.question.day.is_some() {
            claims.sort_by_key(|claim| std::cmp::Reverse(claim.order()));
            claims.truncate(MOST_OF_A_DAY);
        }
        let topic = self.subject.topics.first().copied();
        (!claims.is_empty()).then_some(Shown::View("figures", topic, None, claims))
    }
}

fn first<'a>(claims: &[&'a Claim], most: usize) -> Vec<&'a Claim> {
    claims.iter().take(most).copied().collect()
}
