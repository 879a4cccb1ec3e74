//! Long lists in parts: an answer composes no more entries than one part has, however many claims there are.

use std::ops::Range;

use crate::answer::{Action, ActionKind};
use crate::phrases::Phrases;
use crate::query::Query;

/// The number of entries of the longest list that is shown whole.
const LONGEST: usize = 150;

/// The number of entries in each part of a longer list; the last part may have fewer.
const ENTRIES: usize = 100;

/// The part of a long list that an answer shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Which one, from 0.
    place: usize,
    /// How many entries the whole list has.
    entries: usize,
}

impl Part {
    /// What stands in a part, from 1 or the last one, of lists of these lengths that follow each other; `None` if together
    /// they are short enough to be shown whole.
    pub(super) fn cut(lengths: &[usize], asked: usize) -> Option<(Self, Vec<Range<usize>>)> {
        let entries = lengths.iter().sum();
        if entries <= LONGEST {
            return None;
        }
        let mut part = Self { place: 0, entries };
        part.place = asked.clamp(1, part.all()) - 1;
        let (mut skipped, mut left) = (part.place * ENTRIES, ENTRIES);
        let shown = lengths.iter().map(|length| {
            let start = skipped.min(*length);
            skipped -= start;
            let end = *length.min(&(start + left));
            left -= end - start;
            start..end
        });
        let shown = shown.collect();
        Some((part, shown))
    }

    /// How many parts there are.
    pub(super) fn all(self) -> usize {
        self.entries.div_ceil(ENTRIES)
    }

    /// The query for this part.
    pub(super) fn of(self, query: Query) -> Query {
        query.at_part(self.place + 1)
    }

    /// `Numbers 101 to 200 of 1,234 in this list.`
    pub(super) fn notice(self, words: &Phrases) -> String {
        self.worded(words, "notice-part")
    }

    /// The parts before and after it.
    pub(super) fn others(self, words: &Phrases, query: &Query) -> Vec<Action> {
        let before = self.place.checked_sub(1);
        let after = (self.place + 1 < self.all()).then_some(self.place + 1);
        let others = [after, before].into_iter().flatten();
        let others = others.map(|place| {
            let other = Self { place, ..self };
            let label = other.worded(words, "way-part");
            Action::view(label, other.of(query.clone()), false).of_kind(ActionKind::Part)
        });
        others.collect()
    }

    fn worded(self, words: &Phrases, key: &str) -> String {
        let start = self.place * ENTRIES;
        let end = self.entries.min(start + ENTRIES);
        let [first, last, entries] = [start + 1, end, self.entries].map(|n| words.count(n));
        let values = [("first", &*first), ("last", &*last), ("entries", &*entries)];
        words.format(key, &values)
    }
}
