//! Which of several dossiers a query is for: the one that it names, else the one that answers it best. The answer then
//! says from which dossier it is, and so does each query that it offers.
//!
//! With one dossier nothing of this is seen.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::completion::{self, fitting};
use super::listing::Listing;
use super::names::same_as;
use super::options::dossiers;
use super::typed as reading;
use super::{ASK, Choice, RELATED, TOPIC, ask, is_command, search, unknown};
use crate::answer::{Action, ActionKind, Answer, Outcome};
use crate::facts::{Facts, Lang, Languages, Shelf};
use crate::query::{Key, Query, dossier_mark};

/// The maximum number of queries that an answer offers if no dossier understands the query.
const MOST_SUGGESTIONS: usize = 10;

/// The answer to a query, from the dossier that it names or else from the one that answers it best, in the language that
/// the query names, otherwise in `lang`; in the dossier's first language if it has neither.
///
/// It always returns an answer: if the query cannot be understood, the answer says so and suggests similar queries.
pub fn answer(shelf: &Shelf, query: &Query, lang: Lang) -> Answer {
    if let Some(facts) = shelf.only() {
        return super::answer(facts, &query.clone().without(Key::Dossier), lang);
    }
    let asked = meant(shelf, &query.clone().without_blanks());
    if let Some(named) = asked.get(Key::Dossier) {
        return match named_by(shelf, named) {
            Some(facts) => {
                let query = within(shelf, facts, &asked);
                signed(
                    facts,
                    placed(shelf, facts, super::answer(facts, &query, lang)),
                )
            }
            None => unknown_dossier(shelf, &asked, named, lang),
        };
    }
    let all = || shelf.iter().map(AsRef::as_ref);
    let mut asks_back = all().filter_map(|facts: &Facts| {
        let lang = facts.dossier.languages.nearest(lang);
        let back = reading::resolved(facts, &within(shelf, facts, &asked), lang).err()?;
        Some(placed(shelf, facts, *back))
    });
    if let Some(asks_back) = asks_back.next() {
        // A text that is nearly a command of one dossier is not a question to another.
        return asks_back;
    }
    let answers = all().map(|facts| {
        let query = within(shelf, facts, &asked);
        (facts, super::answer(facts, &query, lang))
    });
    best(shelf, answers.collect(), |facts| missed(facts, &asked))
}

/// Claims about the subject of a message with this text, from the dossier that has the most of its words.
pub fn related(shelf: &Shelf, text: &str, lang: Lang) -> Answer {
    if let Some(facts) = shelf.only() {
        return super::related(facts, text, lang);
    }
    let answers = shelf.iter().map(|facts| {
        let query = Query::new(RELATED).with(Key::Dossier, &facts.dossier.id);
        (
            facts.as_ref(),
            search::related_in(facts, &query, text, lang),
        )
    });
    let known = |facts: &Facts| search::digest(facts, text).chars().count();
    best(shelf, answers.collect(), |facts| Reverse(known(facts)))
}

/// The query that a text means. Surfaces on which people type read every text with it.
pub fn typed(shelf: &Shelf, text: &str) -> Query {
    meant(shelf, &Query::new(ASK).with(Key::Question, text))
}

/// The query that is meant: if the question of `/ask` is a command of one of the dossiers, that command.
fn meant(shelf: &Shelf, query: &Query) -> Query {
    let read: Vec<(&Facts, Query)> = shelf
        .iter()
        .map(|facts| (facts.as_ref(), reading::meant(facts, query)))
        .collect();
    let is_known =
        |(facts, read): &&(&Facts, Query)| read.command != ASK && is_command(facts, &read.command);
    let known = read.iter().find(is_known).or(read.first());
    known.map_or_else(|| query.clone(), |(_, read)| read.clone())
}

/// The facts behind an answer.
pub fn of<'a>(shelf: &'a Shelf, answer: &Answer) -> &'a Facts {
    let named = answer.query.get(Key::Dossier);
    named
        .and_then(|id| named_by(shelf, id))
        .unwrap_or(shelf.first())
}

/// Whether a command with this name exists.
pub fn has_command(shelf: &Shelf, name: &str) -> bool {
    shelf.iter().any(|facts| is_command(facts, name))
}

/// Suggestions for the value of an option while the user types: at most 25, the likeliest first. They are from the dossier
/// that is `named`, else from that of the topic's command, else from each in turn.
pub fn complete(
    shelf: &Shelf,
    (command, key): (&str, Key),
    typed: &str,
    named: Option<&str>,
) -> Vec<Choice> {
    if key == Key::Dossier {
        let offers = fitting(dossiers(&shelf.into()), typed.trim());
        return offers.take(completion::MOST).collect();
    }
    let named = named.and_then(|named| named_by(shelf, named));
    let owner = || shelf.iter().find(|facts| facts.topic(command).is_some());
    let of: Vec<&Facts> = match named.or_else(|| owner().map(AsRef::as_ref)) {
        Some(facts) => vec![facts],
        None => shelf.iter().map(AsRef::as_ref).collect(),
    };
    let each = of
        .into_iter()
        .map(|facts| completion::complete(facts, command, key, typed));
    let mut each: Vec<_> = each.map(Vec::into_iter).collect();
    let mut seen = BTreeSet::new();
    let mut offers = Vec::new();
    for _ in 0..completion::MOST {
        let next = each.iter_mut().filter_map(Iterator::next);
        offers.extend(next.filter(|offer| seen.insert(offer.value.clone())));
    }
    offers.truncate(completion::MOST);
    offers
}

/// The dossier with this id or the mark of it, else with this title in any language.
fn named_by<'a>(shelf: &'a Shelf, named: &str) -> Option<&'a Facts> {
    let id = named.trim().to_lowercase();
    let has_id = |facts: &&Facts| facts.dossier.id == id || dossier_mark(&facts.dossier.id) == id;
    let same = same_as(shelf.languages(), named);
    let has_title = |facts: &&Facts| facts.dossier.title.each().any(&same);
    let all = || shelf.iter().map(AsRef::as_ref);
    all().find(has_id).or_else(|| all().find(has_title))
}

/// The query as a dossier is asked: with its id, and without a language that only others have.
fn within(shelf: &Shelf, facts: &Facts, query: &Query) -> Query {
    let query = query.clone().with(Key::Dossier, &facts.dossier.id);
    let only_others = |code: &str| {
        let spoken = |languages: &Languages| languages.spoken(code).is_some();
        spoken(shelf.languages()) && !spoken(&facts.dossier.languages)
    };
    match query.get(Key::Lang).is_some_and(only_others) {
        true => query.without(Key::Lang),
        false => query,
    }
}

/// How many words of a search or a question a dossier does not have as they are written; of another query, whether it has
/// neither the command nor one like it.
fn missed(facts: &Facts, query: &Query) -> usize {
    match (query.get(Key::Question), query.get(Key::Query)) {
        (Some(question), _) => ask::missed(facts, question),
        (_, Some(words)) => {
            let found = facts.as_of(facts.dossier.reviewed).search(words, 1);
            found.unknown.len() + found.corrected.len()
        }
        _ => {
            let name = &query.command;
            usize::from(!is_command(facts, name) && !unknown::is_near(facts, name))
        }
    }
}

/// The best of the answers of all dossiers: one that shows something, with the least that `missed` gives, and of equals the
/// first. It offers the others that show something; if none does, what all of them suggest.
fn best<M: Ord>(
    shelf: &Shelf,
    answers: Vec<(&Facts, Answer)>,
    missed: impl Fn(&Facts) -> M,
) -> Answer {
    let answers = answers.into_iter();
    let answers = answers.map(|(facts, answer)| (facts, placed(shelf, facts, answer)));
    let mut answers: Vec<(&Facts, Answer)> = answers.collect();
    answers.sort_by_cached_key(|(facts, answer)| {
        let shown = match answer.outcome {
            Outcome::Found => 0,
            Outcome::Nothing => 1,
            Outcome::Unknown => 2,
        };
        (shown, missed(facts))
    });
    let others = answers.split_off(1);
    let (facts, mut best) = answers.swap_remove(0);
    match best.outcome {
        Outcome::Unknown => {
            best.actions.extend(suggested(others));
            // It is from none of them.
            return best;
        }
        Outcome::Nothing => best.actions.extend(suggested(others)),
        Outcome::Found => {
            let lang = best.lang;
            let found = others.into_iter();
            let found = found.filter(|(_, answer)| answer.outcome == Outcome::Found);
            let found = found.map(|(other, answer)| {
                let title = other.dossier.title.get(lang);
                Action::suggestion(title, answer.query).of_kind(ActionKind::Dossier)
            });
            // Before what may be many.
            let is_suggestion = |action: &Action| action.kind == ActionKind::Suggestion;
            let first = best.actions.iter().position(is_suggestion);
            let at = first.unwrap_or(best.actions.len());
            best.actions.splice(at..at, found);
        }
    }
    signed(facts, best)
}

/// What answers suggest that show nothing.
fn suggested(answers: Vec<(&Facts, Answer)>) -> impl Iterator<Item = Action> {
    let all = answers.into_iter().flat_map(|(_, answer)| answer.actions);
    let suggested = all.filter(|action| action.kind == ActionKind::Suggestion);
    suggested.take(MOST_SUGGESTIONS)
}

/// The answer of a dossier, with the dossier in each of its queries. A topic without a command of its own is opened with
/// `/topic`.
fn placed(shelf: &Shelf, facts: &Facts, mut answer: Answer) -> Answer {
    let of_answer = [Some(&mut answer.query), answer.read_as.as_mut()];
    let offered = answer.actions.iter_mut().map(|action| &mut action.query);
    let all = of_answer.into_iter().flatten().chain(offered);
    for query in all.chain(&mut answer.claim_query) {
        if query.get(Key::Dossier).is_none() {
            *query = std::mem::take(query).with(Key::Dossier, &facts.dossier.id);
        }
    }
    let commanded = Listing::from(shelf).commanded();
    let has_command = |id: &str| {
        let mut own = commanded.iter();
        own.any(|(owner, topic)| topic.id == id && std::ptr::eq(*owner, facts))
    };
    for entry in answer.sections.iter_mut().flat_map(|one| &mut one.entries) {
        let topic = entry.command.as_deref().and_then(|id| facts.topic(id));
        if let Some(topic) = topic.filter(|topic| !has_command(&topic.id)) {
            let query = Query::new(TOPIC).with(Key::Topic, &topic.id);
            let query = query.with(Key::Dossier, &facts.dossier.id);
            entry.label = query.to_string().into();
            entry.command = None;
        }
    }
    answer
}

/// The answer with the dossier from which it is in the small print.
fn signed(facts: &Facts, mut answer: Answer) -> Answer {
    let title = facts.dossier.title.get(answer.lang).to_owned();
    answer.footer.insert(0, title);
    answer
}

/// Unknown dossier: suggests all of them.
fn unknown_dossier(shelf: &Shelf, asked: &Query, named: &str, lang: Lang) -> Answer {
    let lang = shelf.languages().nearest(lang);
    let actions = shelf.iter().map(|facts| {
        let query = asked.clone().with(Key::Dossier, &facts.dossier.id);
        Action::suggestion(
            facts.dossier.title.get(lang),
            query.with(Key::Lang, lang.code()),
        )
    });
    unknown::dossier(asked, named, actions.collect(), lang)
}
