//! The best of many without sorting all.

use std::cmp::Ordering;

/// Keeps those that come first by some order, in no order.
pub(super) fn keep_best<T>(list: &mut Vec<T>, most: usize, order: impl Fn(&T, &T) -> Ordering) {
    if list.len() > most {
        list.select_nth_unstable_by(most, order);
        list.truncate(most);
    }
}

/// Those that come first by some order, in that order.
pub(super) fn best<T>(mut list: Vec<T>, most: usize, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    keep_best(&mut list, most, &order);
    list.sort_by(order);
    list
}
