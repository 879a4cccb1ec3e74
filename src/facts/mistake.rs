//! Whether a word is another with one mistake, for the many words of a question or of the facts that are compared.

use std::str::Chars;

/// Whether two words differ by one letter that is missing, added or another, or by two neighbours in the other order.
pub fn is_one_mistake(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars());
    let same = same.take_while(|(a, b)| a == b);
    let same: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    let (mut one, mut other) = (after(one, same), after(other, same));
    loop {
        let (mut one_less, mut other_less) = (one.clone(), other.clone());
        match (one_less.next_back(), other_less.next_back()) {
            (Some(a), Some(b)) if a == b => (one, other) = (one_less, other_less),
            _ => break,
        }
    }
    let three = |letters: &mut Chars<'_>| (letters.next(), letters.next(), letters.next());
    match (three(&mut one), three(&mut other)) {
        ((Some(_), None, _), (_, None, _)) | ((None, ..), (Some(_), None, _)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => a == d && b == c,
        _ => false,
    }
}

/// The letters of a word after some bytes.
fn after(word: &str, bytes: usize) -> Chars<'_> {
    word.get(bytes..).unwrap_or_default().chars()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_distance_of_one(one in "[abé]{0,6}", other in "[abé]{0,6}") {
            let far = strsim::osa_distance(&one, &other);
            prop_assert_eq!(is_one_mistake(&one, &other), far == 1, "{} {}", one, other);
        }
    }
}
