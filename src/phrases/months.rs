//! Months by their names, in every language of the bot's words.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;

use super::{LANGUAGES, Phrases};
use crate::facts::search::fold;

/// The least number of letters that stand for the name of a month.
const SHORTEST: usize = 3;

/// The names of months, and other spellings of these, with the number of each.
static MONTHS: Lazy<Vec<(String, u8)>> = Lazy::new(|| {
    let mut months = Vec::new();
    for words in LANGUAGES.iter().map(|lang| Phrases::of(*lang)) {
        months.extend((1..=12).map(|month| (fold(&words.month(month)), month)));
        let other = words.text("typed-months");
        months.extend(other.split(',').filter_map(|one| {
            let (name, month) = one.trim().rsplit_once(' ')?;
            Some((fold(name), month.parse().ok()?))
        }));
    }
    months
});

/// The number of the month whose name a word is or begins, in any language; `None` if several are.
pub fn month_named(word: &str) -> Option<u8> {
    let letters = fold(word);
    let names = MONTHS.iter().filter(|(name, _)| name.starts_with(&letters));
    let months: BTreeSet<u8> = names.map(|(_, month)| *month).collect();
    let mut months = months.into_iter();
    let only = months.next().filter(|_| months.next().is_none());
    only.filter(|_| letters.chars().count() >= SHORTEST)
}
