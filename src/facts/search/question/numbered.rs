//! Things that are told by their number: article 4 of a law.

use crate::facts::Claim;
use crate::facts::search::spelt;
use crate::facts::search::words::has_digit;

/// The words of a claim with a number behind them: article 4.
pub(super) fn numbered(claim: &Claim) -> Vec<(String, String)> {
    let quotes = claim.quotes.iter().map(|quote| quote.words.as_str());
    let notes = claim.evidence.iter().flat_map(|one| one.note.each());
    let texts = claim.text.each().chain(quotes).chain(notes);
    let pairs = texts.flat_map(|text| {
        let words: Vec<String> = spelt(text).into_iter().map(|word| word.folded).collect();
        let pairs = words.windows(2).filter_map(|pair| match pair {
            [thing, number] if has_digit(number) => Some((thing.clone(), number.clone())),
            _ => None,
        });
        pairs.collect::<Vec<_>>()
    });
    pairs.collect()
}
