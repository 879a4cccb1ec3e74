//! The known words nearest to an unknown one, for "did you mean".

/// The candidates nearest to what was typed, the nearest first, at most `most`. A candidate that begins with the typed
/// letters is nearest; one that differs by more than a third of its letters is left out. Case is ignored.
pub fn nearest<'c>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    most: usize,
) -> Vec<&'c str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    let mut near: Vec<(usize, &str)> = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        let letters = lower.chars().count();
        let most = 1 + letters / 3;
        let distance = if !typed.is_empty() && lower.starts_with(&typed) {
            0
        } else if length > letters + most {
            // The distance is at least this difference; comparing would take long if a long text was typed.
            continue;
        } else {
            strsim::osa_distance(&typed, &lower)
        };
        if distance <= most {
            near.push((distance, candidate));
        }
    }
    near.sort();
    near.dedup_by_key(|(_, candidate)| *candidate);
    near.into_iter()
        .take(most)
        .map(|(_, candidate)| candidate)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_is_understood_and_a_strange_one_is_not() {
        let known = ["gazette-188550", "radio-1", "id", "gazette-188551"];
        assert_eq!(nearest("gazette-88550", known, 1), ["gazette-188550"]);
        assert_eq!(
            nearest("GAZETTE-18855", known, 9),
            ["gazette-188550", "gazette-188551"]
        );
        assert_eq!(nearest("log-20230510", known, 9), [""; 0]);
        assert_eq!(nearest("xy", known, 9), [""; 0]);
        // Comparing it letter by letter would take minutes.
        assert_eq!(nearest(&"gazette".repeat(10_000_000), known, 9), [""; 0]);
    }
}
