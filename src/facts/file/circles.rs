//! Circles among records that point to one another.

use std::collections::BTreeMap;

/// The circles reached from `starts` by following `next`, each as the ids on it from the first one
/// met; the last of them points back to the first. Without those last steps there is no circle.
pub(super) fn circles<'a>(
    starts: impl Iterator<Item = &'a str>,
    next: impl Fn(&str) -> Vec<&'a str>,
) -> Vec<Vec<&'a str>> {
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
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

/// A circle in one line: `a → b → a`.
pub(super) fn drawn(circle: &[&str]) -> String {
    circle
        .iter()
        .chain(circle.first())
        .copied()
        .collect::<Vec<_>>()
        .join(" → ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once_and_branches_are_none() {
        let next = |id: &str| match id {
            "a" => vec!["b", "d"],
            "b" => vec!["c", "d"],
            "c" => vec!["a"],
            "d" => vec!["d"],
            _ => vec![],
        };
        let found = circles(["e", "a", "b", "c", "d"].into_iter(), next);
        assert_eq!(found, [vec!["a", "b", "c"], vec!["d"]]);
        assert_eq!(drawn(&found[0]), "a → b → c → a");
    }
}
