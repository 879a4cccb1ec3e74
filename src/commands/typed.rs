//! A typed text: a command, or else a question for `/ask`.
//!
//! A text is a command if it begins with a slash, or with the name of a command that only options follow. Words outside
//! any option go to the option that they fit. The right form of a misspelt name is offered, never guessed.

use super::list::keys_of;
use super::listing::Listing;
use super::request::NotUnderstood;
use super::topic::OPTIONS;
use super::{ASK, View, builtin, parse, unknown};
use crate::facts::nearest::nearest;
use crate::facts::{Facts, Lang};
use crate::query::{Key, NotAQuery, Query};

/// The maximum number of code points that are read after a command.
const LONGEST: usize = 400;

/// The maximum number of corrections to one text.
const CORRECTIONS: usize = 20;

/// The maximum number of words that are tried together as a name or a day.
const MOST_WORDS: usize = 6;

/// The options that may follow a question. In a sentence, nobody writes their names with a colon.
const BESIDE_A_QUESTION: [Key; 6] = [
    Key::AsOf,
    Key::Dossier,
    Key::Lang,
    Key::Share,
    Key::Part,
    Key::Page,
];

/// The query that a text means. Surfaces on which people type read every text with it.
pub fn typed(facts: &Facts, text: &str) -> Query {
    meant(facts, &Query::new(ASK).with(Key::Question, text))
}

/// The query that is meant: if the question of `/ask` is a command, that command. If it is only nearly one, it stays, and
/// the answer asks back.
pub fn meant(facts: &Facts, query: &Query) -> Query {
    let meant = resolved(facts, query, facts.dossier.languages.first());
    meant.unwrap_or_else(|_| query.clone())
}

/// The same, or the answer that asks back. The options beside the question apply to the command in it.
pub(super) fn resolved(facts: &Facts, query: &Query, lang: Lang) -> Result<Query, NotUnderstood> {
    let mut query = query.clone();
    while let Some(text) = query.get(Key::Question).filter(|_| query.command == ASK) {
        let read = read(facts, text, query.lang(facts).unwrap_or(lang))?;
        if read.command == ASK && read.get(Key::Question) == Some(text) {
            break;
        }
        let beside = query.options().filter(|(key, _)| *key != Key::Question);
        let add = |read: Query, (key, value)| match read.get(key) {
            Some(_) => read,
            None => read.with(key, value),
        };
        query = beside.fold(read, add);
    }
    Ok(query)
}

/// The query in a text, or the answer that asks back.
fn read(facts: &Facts, text: &str, lang: Lang) -> Result<Query, NotUnderstood> {
    let trimmed = text.trim();
    let plain = trimmed.trim_start_matches('/').trim_start();
    let has_slash = plain.len() < trimmed.len();
    let end = plain.find(|c: char| c.is_whitespace() || matches!(c, '/' | ':'));
    let (name, rest) = plain.split_at(end.unwrap_or(plain.len()));
    let name = name.to_lowercase();
    let rest = rest.trim_start_matches(['/', ':']).trim_start();
    let rest: String = rest.chars().take(LONGEST).collect();
    let nearly = || corrected(&name, &rest);
    let asked = Query::new(ASK).with(Key::Question, text);
    match (text.parse::<Query>(), keys(facts, &name)) {
        (Ok(query), Some(_)) => Ok(query),
        // The answer offers the nearest commands.
        (Ok(query), None) if has_slash => Ok(query),
        (Err(NotAQuery::UnknownOption(option)), Some(keys)) => {
            let (query, loose) = nearly();
            let (query, _) = filled(facts, &keys, query, loose);
            let lang = query.lang(facts).unwrap_or(lang);
            Err(unknown::option(facts, &asked, &query, (&option, &keys), lang).into())
        }
        (Err(NotAQuery::StrayWord(_)), Some(keys)) if has_slash => match keys.as_slice() {
            [words @ (Key::Question | Key::Query), others @ ..] => {
                let options = [others, &[Key::Dossier, Key::Part, Key::Page]].concat();
                Ok(with_words(&name, *words, &rest, &options))
            }
            keys => {
                let (query, loose) = nearly();
                let (query, loose) = filled(facts, keys, query, loose);
                match loose.first() {
                    None => Ok(query),
                    Some(word) => {
                        let lang = query.lang(facts).unwrap_or(lang);
                        Err(unknown::loose(facts, &asked, &query, word, lang).into())
                    }
                }
            }
        },
        (Err(_), None) if has_slash && unknown::is_near(facts, &name) => {
            let (query, loose) = nearly();
            let fill = |name: &str| {
                let keys = keys(facts, name).unwrap_or_default();
                let query = query.clone().with_command(name);
                filled(facts, &keys, query, loose.clone()).0
            };
            let lang = query.lang(facts).unwrap_or(lang);
            Err(unknown::command(facts, &asked, &name, &fill, lang).into())
        }
        _ => Ok(with_words(ASK, Key::Question, plain, &BESIDE_A_QUESTION)),
    }
}

/// The options of a command, in the order in which words are taken for them.
fn keys(facts: &Facts, name: &str) -> Option<Vec<Key>> {
    let topic = || parse::topic(facts, name).map(|_| OPTIONS.to_vec());
    let keys = builtin(name).map(keys_of).or_else(topic)?;
    Some(Listing::from(facts).offered(keys))
}

/// A query with the words up to the first of some options, and the options.
fn with_words(command: &str, words: Key, text: &str, options: &[Key]) -> Query {
    let is_option = |word: &str| {
        let name = word.split_once(':').and_then(|(name, _)| Key::parse(name));
        name.is_some_and(|key| options.contains(&key))
    };
    let sentence = text.split_inclusive(char::is_whitespace);
    let length = sentence
        .take_while(|word| !is_option(word))
        .map(str::len)
        .sum();
    let (before, after) = text.split_at(length);
    let query = format!("/{command} {after}").parse::<Query>();
    match query {
        Ok(query) => query.with(words, before.trim()),
        Err(_) => Query::new(command).with(words, text.trim()),
    }
}

/// The options in the text after a command, with misspelt names corrected, and the words outside any option.
fn corrected(command: &str, text: &str) -> (Query, Vec<String>) {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let mut loose = Vec::new();
    for _ in 0..CORRECTIONS {
        match format!("/{command} {}", words.join(" ")).parse::<Query>() {
            Ok(query) => return (query, loose),
            Err(NotAQuery::Empty) => break,
            Err(NotAQuery::StrayWord(word)) => {
                if let Some(at) = words.iter().position(|other| *other == word) {
                    words.remove(at);
                }
                // Without the full stop or question mark after it.
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                if !bare.is_empty() {
                    loose.push(bare.to_owned());
                }
            }
            Err(NotAQuery::UnknownOption(name)) => {
                let begin = format!("{name}:");
                let meant = nearest(&name, Key::ALL.iter().map(|key| key.name()), 1);
                let meant = meant.first().map(|key| format!("{key}:"));
                for word in &mut words {
                    if let Some(value) = word.strip_prefix(&begin) {
                        *word = format!("{}{value}", meant.as_deref().unwrap_or_default());
                    }
                }
            }
        }
    }
    (Query::new(command), loose)
}

/// The query with loose words as values of the options that they fit, and the others in the first that takes words; and
/// the words for which there is no option.
fn filled(
    facts: &Facts,
    keys: &[Key],
    mut query: Query,
    mut loose: Vec<String>,
) -> (Query, Vec<String>) {
    for key in keys {
        let most = MOST_WORDS.min(loose.len());
        let runs = (1..=most)
            .rev()
            .flat_map(|n| (0..=loose.len() - n).map(move |at| at..at + n));
        let mut runs = runs.map(|run| (loose.get(run.clone()).unwrap_or_default().join(" "), run));
        let fitting = runs.find(|(words, _)| fits(facts, *key, words));
        if let Some((words, run)) = fitting.filter(|_| query.get(*key).is_none()) {
            loose.drain(run);
            query = query.with(*key, words);
        }
    }
    let own = || {
        keys.iter()
            .filter(|key| !matches!(key, Key::Lang | Key::Share))
    };
    let first = own().find(|key| **key == Key::Query).or(own().next());
    match first.filter(|key| query.get(**key).is_none()) {
        Some(key) if !loose.is_empty() => (query.with(*key, loose.join(" ")), Vec::new()),
        _ => (query, loose),
    }
}

/// Whether words are a value of an option.
fn fits(facts: &Facts, key: Key, words: &str) -> bool {
    match key {
        Key::View => View::parse(words).is_some(),
        Key::Topic => parse::topic(facts, words).is_some(),
        Key::Claim => facts.claim(words).is_some(),
        Key::Name => parse::is_speaker(facts, words),
        Key::Since | Key::From | Key::To | Key::AsOf => parse::day(words).is_some(),
        _ => false,
    }
}
