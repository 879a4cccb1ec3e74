//! A claim that is asked for by its id: whether it is shown, and what its answer is called.

use super::figure_line::short_name;
use super::request::Request;
use super::statement::capitalised;
use crate::facts::{AsOf, Claim};

/// The maximum length of the text in a title, in code points.
const TITLE_MAX: usize = 60;
/// The maximum number of speakers in a title.
const MOST_NAMES: usize = 3;

/// Whether a claim is shown when it is asked for by its id: if it was known by the day, even if it is withdrawn.
pub(super) fn shown(as_of: AsOf<'_>, claim: &Claim) -> bool {
    let since = as_of.facts.known_since(claim);
    since.is_some_and(|since| since <= as_of.day)
}

/// The notice that a claim was not known by then, with the day on which it became known.
pub(super) fn not_yet(request: &Request<'_>, claim: &Claim) -> Vec<String> {
    if shown(request.as_of, claim) {
        return Vec::new();
    }
    let (facts, words) = (request.as_of.facts, request.words);
    let since = facts.known_since(claim).unwrap_or(facts.dossier.reviewed);
    let (date, first) = (words.day(request.as_of.day), words.day(since));
    vec![words.format("claim-not-yet", &[("date", &date), ("first", &first)])]
}

/// Who said it, when, and the beginning of what: `Ina Moll, 2 May 2024: The clock of the town hall …`.
pub(super) fn title(request: &Request<'_>, claim: &Claim) -> String {
    let words = request.words;
    let names = words.names(&claim.by).into_iter();
    let who = words.few(
        names.map(|name| short_name(&name).to_owned()).collect(),
        MOST_NAMES,
    );
    let (who, date) = (capitalised(&who), words.when(&claim.said));
    let text = beginning(claim.text.get(request.lang()));
    let values = [("who", &*who), ("date", &*date), ("text", &*text)];
    words.format("page-headline", &values)
}

/// The first words of a text, with "…" if there are more.
fn beginning(text: &str) -> String {
    let mut kept = String::new();
    for word in text.split(' ') {
        if kept.chars().count() + word.chars().count() > TITLE_MAX {
            return format!("{}…", kept.trim_end_matches([',', ';', ':', ' ']));
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept.trim_end_matches('.').to_owned()
}
