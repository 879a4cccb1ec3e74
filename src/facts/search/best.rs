//! The best of many without sorting all.

use std::cmp::Ordering;

/// Those that come first by some order, of all that were offered.
#[derive(Debug)]
pub(super) struct Best<T, F> {
    /// The best so far, and some that came since.
    list: Vec<T>,
    most: usize,
    order: F,
    /// Whether the first are the best of those that came before, the last of them at their end.
    full: bool,
}

impl<T, F: Fn(&T, &T) -> Ordering> Best<T, F> {
    /// For so many.
    pub(super) fn new(most: usize, order: F) -> Self {
        Self {
            list: Vec::new(),
            most,
            order,
            full: false,
        }
    }

    /// The last of the best, if there are as many as are kept: others must come before it.
    #[inline]
    pub(super) fn last(&self) -> Option<&T> {
        let last = self.most.checked_sub(1).filter(|_| self.full)?;
        self.list.get(last)
    }

    #[inline]
    pub(super) fn offer(&mut self, one: T) {
        let fits = match self.last() {
            Some(last) => (self.order)(&one, last).is_lt(),
            None => self.most > 0,
        };
        if fits {
            self.list.push(one);
            if self.list.len() >= self.most.saturating_mul(2) {
                self.cut();
            }
        }
    }

    /// Drops those that are not among the best.
    fn cut(&mut self) {
        if let Some(last) = self
            .most
            .checked_sub(1)
            .filter(|_| self.list.len() >= self.most)
        {
            self.list.select_nth_unstable_by(last, &self.order);
            self.list.truncate(self.most);
            self.full = true;
        }
    }

    /// The best, in order.
    pub(super) fn sorted(mut self) -> Vec<T> {
        self.cut();
        self.list.sort_by(&self.order);
        self.list
    }
}

/// Those that come first by some order, in that order.
pub(super) fn best<T>(
    all: impl IntoIterator<Item = T>,
    most: usize,
    order: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut best = Best::new(most, order);
    all.into_iter().for_each(|one| best.offer(one));
    best.sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_those_that_sorting_puts_first() {
        for (length, most) in [
            (0, 3),
            (2, 3),
            (3, 3),
            (7, 3),
            (100, 1),
            (100, 60),
            (1_000, 7),
            (9, 0),
        ] {
            let list: Vec<u32> = (0..length).map(|at| at * 7_919 % 1_009).collect();
            let orders = [
                list.clone(),
                (0..length).collect(),
                (0..length).rev().collect(),
            ];
            for list in orders {
                let mut sorted = list.clone();
                sorted.sort_unstable();
                sorted.truncate(most);
                assert_eq!(best(list, most, Ord::cmp), sorted);
            }
        }
    }
}
