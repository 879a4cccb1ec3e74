//! Circles among records that refer to one another.

use std::collections::HashMap;

use super::shape::Placed;
use crate::facts::written::{At, Identified};

/// The circles reached from `starts` by following `next`. Each is a list of ids, from the first one reached; the last
/// id refers back to the first. Without those last references there are no circles.
fn circles<'a>(
    starts: impl Iterator<Item = &'a str>,
    next: impl Fn(&str) -> Vec<&'a str>,
) -> Vec<Vec<&'a str>> {
    let mut done: HashMap<&str, bool> = HashMap::new();
    let mut found = Vec::new();
    for start in starts {
        if done.contains_key(start) {
            continue;
        }
        done.insert(start, false);
        let mut path = vec![(start, next(start).into_iter())];
        while let Some((here, ahead)) = path.last_mut() {
            let Some(step) = ahead.next() else {
                done.insert(here, true);
                path.pop();
                continue;
            };
            match done.get(step) {
                None => {
                    done.insert(step, false);
                    path.push((step, next(step).into_iter()));
                }
                Some(false) => {
                    let ids = path.iter().map(|(id, _)| *id);
                    found.push(ids.skip_while(|id| *id != step).collect());
                }
                Some(true) => {}
            }
        }
    }
    found
}

/// A reference that closes a circle.
pub(super) struct Closing<'w, T> {
    /// The record that contains it.
    pub(super) placed: &'w Placed<T>,
    pub(super) reference: &'w At<String>,
    /// Whether the record refers to itself.
    pub(super) alone: bool,
    /// The circle in one line: `a → b → a`.
    pub(super) line: String,
}

/// The references that close circles among records, which refer to one another by id.
pub(super) fn closing<'w, T: Identified>(
    records: &'w [Placed<T>],
    references: impl Fn(&'w Placed<T>) -> Vec<&'w At<String>>,
) -> Vec<Closing<'w, T>> {
    // Only a record that refers to others can be in a circle, and few do. If an id is given twice, the first one counts.
    let referring = records.iter().map(|placed| (placed, references(placed)));
    let referring: Vec<_> = referring.filter(|(_, to)| !to.is_empty()).collect();
    let by_id: HashMap<&str, &(&Placed<T>, Vec<&At<String>>)> = referring
        .iter()
        .rev()
        .map(|one| (one.0.id().as_str(), one))
        .collect();
    let referred = |id: &str| by_id.get(id).into_iter().flat_map(|(_, to)| to);
    let next = |id: &str| referred(id).map(|id| id.as_str()).collect();
    let starts = referring.iter().map(|(placed, _)| placed.id().as_str());
    let close = |circle: Vec<&'w str>| {
        let (first, last) = (*circle.first()?, *circle.last()?);
        Some(Closing {
            placed: by_id.get(last)?.0,
            reference: referred(last).find(|id| id.as_str() == first)?,
            alone: circle.len() == 1,
            line: [circle, vec![first]].concat().join(" → "),
        })
    };
    circles(starts, next)
        .into_iter()
        .filter_map(close)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once_and_branches_are_not_circles() {
        let next = |id: &str| match id {
            "a" => vec!["b", "d"],
            "b" => vec!["c", "d"],
            "c" => vec!["a"],
            "d" => vec!["d"],
            _ => vec![],
        };
        let found = circles(["e", "a", "b", "c", "d"].into_iter(), next);
        assert_eq!(found, [vec!["a", "b", "c"], vec!["d"]]);
    }
}
