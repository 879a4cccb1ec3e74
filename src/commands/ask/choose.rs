//! What to show for a question: a topic as a whole, one of its views, a speaker, or single claims.

mod views;

use std::collections::BTreeSet;

use super::nothing::asks_for_whole;
use crate::facts::search::{Act, Mention, Ranked, Subject};
use crate::facts::vocabulary::Kind;
use crate::facts::{AsOf, Claim, Speaker, Topic};
use crate::query::question::{Ask, Question};

/// The maximum number of claims chosen for one question.
const MOST: usize = 5;

/// The maximum number of claims that belong to several topics.
const MOST_OF_SEVERAL: usize = 2;

/// Least score of a claim, as a share of the best one's.
const NEAR: f32 = 0.6;

/// What a claim gains that confirms or denies what a topic asks.
const TAKES_SIDE: f32 = 0.5;

/// What a claim gains that has what a question asks for: a date, a place, an act.
const FITS: f32 = 2.0;

/// The view of the topic of reasons.
pub(super) const REASONS: &str = "reasons";

/// How a question was read.
pub(super) struct Reading<'a> {
    pub(super) shown: Shown<'a>,
    /// The topic to which it belongs.
    pub(super) topic: Option<&'a Topic>,
    /// The topics that may be meant as well.
    pub(super) topics: Vec<&'a Topic>,
    /// Whether the answer begins with the short answer of the topic.
    pub(super) with_lead: bool,
}

/// What is shown.
pub(super) enum Shown<'a> {
    /// The short answers of topics, and claims that belong to all of them.
    Topics(Vec<&'a Topic>, Vec<&'a Claim>),
    /// Some claims of a speaker.
    Who(&'a Speaker, Vec<&'a Claim>),
    /// Single claims, the best first.
    Claims(Vec<&'a Claim>),
    /// The view of a command, narrowed by topic or speaker, and its claims.
    View(
        &'static str,
        Option<&'a Topic>,
        Option<&'a Speaker>,
        Vec<&'a Claim>,
    ),
}

impl<'a> Reading<'a> {
    /// The reading of a topic's own question.
    pub(super) fn of_topic(topic: &'a Topic) -> Self {
        Self {
            shown: Shown::Topics(vec![topic], Vec::new()),
            topic: Some(topic),
            topics: vec![topic],
            with_lead: true,
        }
    }

    /// Reads a question; `None` if nothing recorded fits.
    pub(super) fn of(as_of: AsOf<'a>, question: &Question, subject: &Subject<'a>) -> Option<Self> {
        let chooser = Chooser {
            as_of,
            question,
            subject,
        };
        let shown = chooser.shown()?;
        let topic = chooser.topic(&shown);
        let asks = topic.and_then(|topic| topic.asks.as_deref());
        let with_lead = match &shown {
            Shown::Topics(..) => true,
            Shown::Claims(claims) => {
                let whole = |claim: &&Claim| {
                    as_of
                        .supported(claim)
                        .iter()
                        .any(|one| Some(&*one.id) == asks)
                };
                let own = |claim: &&Claim| {
                    Some(&*claim.id) == asks || whole(claim) || chooser.links_to(claim, asks)
                };
                let named = subject.topics.iter().any(|one| one.asks.as_deref() == asks);
                let turned =
                    topic.is_some_and(|topic| subject.is_turned(topic)) && !question.has_acts();
                let weighs = asks.is_some() && chooser.weighs() && !turned;
                weighs && (named || claims.iter().any(own))
            }
            Shown::Who(..) | Shown::View(..) => false,
        };
        let mut topics = subject.topics.clone();
        topics.extend(topic);
        let mut seen = BTreeSet::new();
        topics.retain(|topic| seen.insert(&topic.id));
        Some(Self {
            shown,
            topic,
            topics,
            with_lead,
        })
    }
}

struct Chooser<'s, 'a> {
    as_of: AsOf<'a>,
    question: &'s Question,
    subject: &'s Subject<'a>,
}

impl<'a> Chooser<'_, 'a> {
    fn shown(&self) -> Option<Shown<'a>> {
        let topic = self.named();
        let speaker = self.speaker();
        match self.question.ask() {
            Some(Ask::Why) => self.why(),
            _ if self.asks_for_numbers() => self.figures().or_else(|| self.counted()),
            Some(Ask::Sources) if self.subject.specific => self.claims(),
            Some(Ask::Sources) => {
                let claims = self.all()?.into_iter().take(MOST).collect();
                Some(Shown::View("sources", topic, None, claims))
            }
            Some(Ask::Quotes) => {
                let mut claims = self.all()?;
                claims.retain(|claim| !claim.quotes.is_empty());
                let view = Shown::View("quotes", topic, speaker, claims.clone());
                (!claims.is_empty()).then_some(view)
            }
            Some(Ask::Timeline) => Some(Shown::View("timeline", topic, speaker, self.timeline()?)),
            _ if self.asks_for_denials() => self.denials(),
            _ => self.claims(),
        }
    }

    /// The topic that the question names; reasons are one as well.
    fn named(&self) -> Option<&'a Topic> {
        let reasons = self.question.asks_for(Ask::Why) && self.subject.topics.is_empty();
        let named = self.subject.topics.first().copied();
        named.or_else(|| self.reasons().filter(|_| reasons))
    }

    /// Everything that fits, the best first; `None` if nothing does.
    fn all(&self) -> Option<Vec<&'a Claim>> {
        let ranked = self.ranked();
        let mut claims: Vec<&Claim> = ranked.iter().map(|one| one.claim).collect();
        if let Some(topic) = self.named().filter(|_| self.subject.topics.is_empty()) {
            claims.retain(|claim| claim.topics.contains(&topic.id));
        }
        (!claims.is_empty()).then_some(claims)
    }

    /// The claims that fit, with what the question asks for first.
    fn ranked(&self) -> Vec<Ranked<'a>> {
        let mut ranked = self.subject.claims.clone();
        for one in &mut ranked {
            let fits = self.has_what_is_asked(one.claim);
            one.score += if fits { FITS } else { 0.0 };
            one.score += if self.takes_side(one.claim) {
                TAKES_SIDE
            } else {
                0.0
            };
        }
        let dated = ranked.into_iter().map(|one| (one.claim.order(), one));
        let mut dated: Vec<_> = dated.collect();
        dated.sort_by(|(a, one), (b, other)| other.score.total_cmp(&one.score).then(b.cmp(a)));
        dated.into_iter().map(|(_, one)| one).collect()
    }

    /// Whether a claim confirms or denies what a topic asks, where that is weighed.
    fn takes_side(&self, claim: &Claim) -> bool {
        let side = matches!(claim.kind, Kind::Denies | Kind::Confirms | Kind::Declines);
        let asked = |topic: &Topic| self.links_to(claim, topic.asks.as_deref());
        side && self
            .as_of
            .facts
            .topics
            .iter()
            .any(|topic| topic.asks.is_some() && asked(topic))
    }

    fn has_what_is_asked(&self, claim: &Claim) -> bool {
        let kind = match claim.kind {
            Kind::Denies => self.question.has_act(Act::Deny),
            Kind::Confirms => self.question.has_act(Act::Confirm),
            // “Could not confirm”, “never denied”.
            Kind::Declines => self.question.negated && self.weighs(),
            _ => false,
        };
        kind || match self.question.ask() {
            Some(Ask::When) => claim.happened.is_some(),
            Some(Ask::Where) => !claim.place.is_empty(),
            _ => false,
        }
    }

    /// Single claims, or a topic as a whole if nothing else decides.
    fn claims(&self) -> Option<Shown<'a>> {
        let subject = self.subject;
        let speaker = self.speaker();
        let narrow = subject.specific || !subject.sayers.is_empty();
        let single = [Ask::When, Ask::Where]
            .iter()
            .any(|one| self.question.asks_for(*one));
        let open = self.question.asks_for(Ask::Overview) && !single
            || self.question.ask().is_none() && (subject.topics.len() > 1 || subject.acted);
        let overview = subject.sayers.is_empty() && open;
        if (!narrow && !single || overview) && !subject.topics.is_empty() {
            let mut topics = subject.topics.clone();
            topics.retain(|topic| !subject.is_turned(topic));
            let told = |one: &&Ranked<'_>| narrow || one.whole && topics.len() > 1;
            let both = subject.claims.iter().filter(told);
            let both = both.take(MOST_OF_SEVERAL).map(|one| one.claim).collect();
            if !topics.is_empty() {
                return Some(Shown::Topics(topics, both));
            }
            if subject.directed {
                return None;
            }
        }
        let Some(claims) = self.best() else {
            return self.whole();
        };
        match speaker {
            Some(speaker) if !subject.specific && subject.topics.is_empty() => {
                Some(Shown::Who(speaker, claims))
            }
            _ => Some(Shown::Claims(claims)),
        }
    }

    /// The topic as a whole if the question asks what is known, though no statement has all of it.
    fn whole(&self) -> Option<Shown<'a>> {
        let subject = self.subject;
        let topic = subject.topics.first().copied()?;
        let asks = asks_for_whole(self.question, subject) && !subject.is_turned(topic);
        asks.then(|| Shown::Topics(vec![topic], Vec::new()))
    }

    fn best(&self) -> Option<Vec<&'a Claim>> {
        let ranked = self.ranked();
        let least = ranked.first()?.score * NEAR;
        // A date or a place is asked of one thing: what says all of it stands alone.
        let one = matches!(self.question.ask(), Some(Ask::When | Ask::Where));
        let whole = one && ranked.first().is_some_and(|one| one.whole);
        // Beside what is of a topic that is named, others only share words with the question.
        let named = |one: &Ranked<'_>| {
            let mut topics = self.subject.topics.iter();
            topics.any(|topic| one.claim.topics.contains(&topic.id))
        };
        let topical = ranked.first().is_some_and(named);
        let near = ranked
            .iter()
            .filter(|one| one.score >= least && (one.whole || !whole) && (named(one) || !topical));
        Some(near.take(MOST).map(|one| one.claim).collect())
    }

    /// The one speaker that the question names.
    fn speaker(&self) -> Option<&'a Speaker> {
        let named = self.subject.sayers.iter().chain(&self.subject.names);
        let mut named = named.map(|mention: &Mention<'a>| mention.speakers.as_slice());
        match (named.next(), named.next()) {
            (Some([one]), None) => Some(one),
            _ => self
                .subject
                .sayers
                .first()
                .and_then(|one| one.speakers.first().copied()),
        }
    }

    fn links_to(&self, claim: &Claim, asks: Option<&str>) -> bool {
        let mut links = claim.links.iter();
        links.any(|link| Some(link.to.as_str()) == asks)
    }

    /// The topic that the question names, else that of the best claim.
    fn topic(&self, shown: &Shown<'a>) -> Option<&'a Topic> {
        let own = |claims: &[&Claim]| {
            let id = claims.first().and_then(|claim| claim.topics.first());
            id.and_then(|id| self.as_of.facts.topic(id))
                .map(AsRef::as_ref)
        };
        let named = self.subject.topics.first().copied();
        match shown {
            Shown::Topics(topics, _) => topics.first().copied(),
            Shown::Who(..) => None,
            Shown::Claims(claims) => named.or_else(|| own(claims)),
            Shown::View(_, topic, _, claims) => topic.or_else(|| own(claims)),
        }
    }
}
