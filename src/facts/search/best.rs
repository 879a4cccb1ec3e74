//! The best of many without sorting all.

use std::cmp::Ordering;

/// Keeps those that come first by some order, in no order.
pub(super) fn keep_best<T>(list: &mut Vec<T>, most: usize, order: impl Fn(&T, &T) -> Ordering) {
    put_best_first(list, most, order);
    list.truncate(most);
}

/// Moves those that come first by some order to the beginning, in no order. Mostly it compares each of the others once.
pub(super) fn put_best_first<T>(list: &mut [T], most: usize, order: impl Fn(&T, &T) -> Ordering) {
    let Some(last) = most.checked_sub(1).filter(|_| list.len() > most) else {
        return;
    };
    // The best so far, the last of them behind the others, and then those that came since and are better than that.
    let room = list.len().min(most.saturating_mul(2));
    list[..room].select_nth_unstable_by(last, &order);
    let mut kept = most;
    for at in most..list.len() {
        if order(&list[at], &list[last]).is_lt() {
            list.swap(at, kept);
            kept += 1;
            if kept == room {
                list[..kept].select_nth_unstable_by(last, &order);
                kept = most;
            }
        }
    }
    list[..kept].select_nth_unstable_by(last, &order);
}

/// Those that come first by some order, in that order.
pub(super) fn best<T>(mut list: Vec<T>, most: usize, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    keep_best(&mut list, most, &order);
    list.sort_by(order);
    list
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
