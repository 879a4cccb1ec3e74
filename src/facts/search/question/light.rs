//! Which words of a question decide what it is about, and which are light: asides, chat, verbs that nothing recorded has.

use std::collections::BTreeSet;

use super::term::Term;
use super::{Asked, Mention, Ways};
use crate::facts::search::is_stop_word;

/// Makes light what decides nothing.
pub(super) fn lighten(words: &[Asked], mentions: &[Mention<'_>], ways: Ways, terms: &mut [Term]) {
    asides(words, mentions, terms);
    verbs(words, mentions, terms);
    if ways.asks_nothing && mentions.is_empty() {
        chat(words, terms);
    }
}

/// Lets the word behind “how many” or “which” decide; a light one before a further word only describes that: “how many
/// further boats”.
pub(super) fn weigh_focus(words: &mut [Asked], focus: Option<usize>) {
    let own = |word: &Asked| word.act.is_none() && word.role.is_none();
    let heavy = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| own(word) && word.content && !word.light)
    };
    let light = |at: &usize| words.get(*at).is_some_and(|word| word.light);
    let focus = focus.map(|at| match light(&at) && heavy(at + 1) {
        true => at + 1,
        false => at,
    });
    for word in words.iter_mut().filter(|word| word.kind && !word.light) {
        word.common = false;
    }
    let opens = |at: usize| words.get(at + 1).is_some_and(|word| word.opens);
    let opens = focus.is_some_and(opens);
    let focus = focus.and_then(|at| words.get_mut(at));
    if let Some(word) = focus.filter(|word| own(word)) {
        (word.light, word.common) = (false, false);
        // “How many pages does it have.”
        word.content |= opens && word.forms.first().is_some_and(|form| !is_stop_word(form));
    }
}

/// Makes light what nothing recorded has outside of the clauses that ask or, if none does, that name something: “need
/// both for a chart”, “my uncle swears that …”.
fn asides(words: &[Asked], mentions: &[Mention<'_>], terms: &mut [Term]) {
    let clause = |at: usize| words.get(at).map(|word| word.clause);
    let known = terms.iter().filter(|one| !one.light && !one.is_unknown());
    let asks = (0..words.len()).filter(|at| words.get(*at).is_some_and(|one| one.asks));
    let named = mentions.iter().map(|one| one.words.0);
    let telling: BTreeSet<_> = known.map(|one| one.at).chain(named).map(clause).collect();
    let asking: BTreeSet<_> = asks.map(clause).collect();
    if telling.is_empty() {
        return;
    }
    let own = if asking.is_empty() { telling } else { asking };
    let before = preamble(words, mentions, terms);
    for term in terms.iter_mut().filter(|one| one.is_unknown()) {
        let early = term.at < before && !term.country && !term.number;
        term.light |= early || !own.contains(&clause(term.at));
    }
}

/// The place of the first word that asks, if nothing that is recorded stands before it and something does after it:
/// “useless thing, say when the ship came in”.
fn preamble(words: &[Asked], mentions: &[Mention<'_>], terms: &[Term]) -> usize {
    let known = terms.iter().filter(|one| !one.light && !one.is_unknown());
    let named = mentions.iter().map(|one| one.words.0);
    let told = known.map(|one| one.at).chain(named).min();
    let asks = words.iter().position(|word| word.asks);
    asks.filter(|asks| told.is_some_and(|told| told > *asks))
        .unwrap_or_default()
}

/// Makes light the everyday words of a text that neither asks for anything nor names anybody: “thanks, that helped”.
fn chat(words: &[Asked], terms: &mut [Term]) {
    for term in terms.iter_mut().filter(|term| term.topics.is_empty()) {
        term.light |= words.get(term.at).is_some_and(|word| word.common);
    }
}

/// Makes light what somebody is asked to have done if nothing recorded has the word and other words tell what is meant:
/// “did the minister dodge the question on the clause”.
fn verbs(words: &[Asked], mentions: &[Mention<'_>], terms: &mut [Term]) {
    let known = |term: &Term| !term.light && !term.number && !term.is_unknown();
    if !terms.iter().any(known) {
        return;
    }
    for mention in mentions.iter().filter(|one| !one.speakers.is_empty()) {
        let (from, to) = mention.words;
        let opens = words.iter().take(from).any(|word| word.opens);
        let next = (to..words.len()).find(|at| words.get(*at).is_some_and(|word| word.content));
        let verb = terms.iter_mut().find(|term| Some(term.at) == next && opens);
        if let Some(verb) = verb.filter(|term| term.is_unknown() && !term.number && !term.country) {
            verb.light = true;
        }
    }
}
