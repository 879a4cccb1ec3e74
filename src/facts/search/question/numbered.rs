//! Things that are told by their number: article 4 of a law.

use crate::facts::Claim;
use crate::facts::search::spelt;
use crate::facts::search::words::{Hash, has_digit};

/// The words of a claim with a number behind them, as hashes: article 4.
pub(super) fn numbered(claim: &Claim) -> Vec<u64> {
    let quotes = claim.quotes.iter().map(|quote| quote.words.as_str());
    let notes = claim.evidence.iter().flat_map(|one| one.note.each());
    let texts = claim.text.each().chain(quotes).chain(notes);
    let pairs = texts.filter(|text| has_digit(text)).flat_map(|text| {
        let words: Vec<String> = spelt(text).into_iter().map(|word| word.folded).collect();
        let pairs = words.windows(2).filter_map(|pair| match pair {
            [thing, number] if has_digit(number) => Some(with_number(thing, number)),
            _ => None,
        });
        pairs.collect::<Vec<_>>()
    });
    pairs.collect()
}

/// A word with a number behind it, as a hash.
pub(super) fn with_number(thing: &str, number: &str) -> u64 {
    let thing = Hash::of(thing).and(Hash::of(" "));
    thing.and(Hash::of(number)).value()
}
