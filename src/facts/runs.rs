//! Lists in one piece, one after the other: a list for each of many records, most of them short.

/// A list for each of some records, by their places.
#[derive(Clone, Debug)]
pub(super) struct Runs<T> {
    items: Vec<T>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        let (items, ends) = (Vec::new(), Vec::new());
        Self { items, ends }
    }
}

impl<T> Runs<T> {
    /// The list of the record at a place.
    pub(super) fn of(&self, place: usize) -> &[T] {
        let end = |place| self.ends.get(place).map_or(0, |end: &u32| *end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.items.get(start..end(place)).unwrap_or_default()
    }

    /// Everything in all lists.
    pub(super) fn all(&self) -> &[T] {
        &self.items
    }
}

impl<T, L: IntoIterator<Item = T>> FromIterator<L> for Runs<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut runs = Self::default();
        for list in lists {
            runs.items.extend(list);
            runs.ends.push(runs.items.len() as u32);
        }
        runs.items.shrink_to_fit();
        runs.ends.shrink_to_fit();
        runs
    }
}
