//! Which claims may fit a question at all: those that have any of its words, names or topics. Of many claims they are
//! few, and only they are read.

use std::collections::HashSet;

use super::Mention;
use super::coverage::{Coverage, Share, Ways};
use super::fit::Fit;

impl Fit<'_, '_> {
    /// The places of all claims that may fit, and perhaps of some others, in order.
    pub(super) fn possible(&self) -> impl Iterator<Item = u32> {
        let mut marked = vec![false; self.as_of.facts.claims.len()];
        let mut mark = |places: &[u32]| {
            for at in places {
                if let Some(here) = marked.get_mut(*at as usize) {
                    *here = true;
                }
            }
        };
        let any = self.ways.spoken || self.ways.broad;
        match (self.subject.sayers.as_slice(), self.parts.actors.as_slice()) {
            ([], []) => self.having_any(&mut mark),
            // All who act have a part in it.
            ([], [actor, ..]) if !any => self.involving(actor, &mut mark),
            // One of those who act, or who are asked about, has a part in it.
            ([], names) | (names, _) => names.iter().for_each(|one| self.involving(one, &mut mark)),
        }
        let places = marked.into_iter().zip(0..);
        places.filter_map(|(is_marked, at)| is_marked.then_some(at))
    }

    /// The claims in which anybody with a name, or the party, is involved.
    fn involving(&self, name: &Mention<'_>, mark: &mut impl FnMut(&[u32])) {
        for at in name.places.iter().chain(&name.parties) {
            mark(self.questions.involving.of(*at as usize));
        }
    }

    /// The claims that have a word, a name or a topic, or count what is counted; all if a claim needs nothing.
    fn having_any(&self, mark: &mut impl FnMut(&[u32])) {
        let facts = self.as_of.facts;
        if self.is_enough_without_any() {
            mark(&Vec::from_iter(0..facts.claims.len() as u32));
        }
        let topics = self.terms.iter().flat_map(|one| &one.topics);
        let topics: HashSet<usize> = topics.map(|one| one.topic).collect();
        for at in topics.iter().chain(self.named) {
            let topic = facts.topics.get(*at);
            mark(topic.map_or(&[], |topic| facts.places.about.of(&topic.id)));
        }
        for term in self.terms {
            mark(term.strength.claims());
        }
        for name in &self.subject.names {
            self.involving(name, mark);
        }
        for at in self.measures {
            mark(self.questions.counting.of(*at));
        }
    }

    /// Whether a claim fits that has nothing of the question.
    fn is_enough_without_any(&self) -> bool {
        let mut coverage = Coverage::default();
        let ways = Ways {
            broad: self.ways.broad,
            counting: self.ways.counted.is_some(),
            dated: self.ways.dated,
            ..Ways::default()
        };
        for term in self.terms {
            coverage.add_term(term, 0.0, &ways);
        }
        for _ in &self.subject.names {
            coverage.add_name(Share::Nothing);
        }
        coverage.is_enough(self.enough())
    }
}
