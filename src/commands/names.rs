//! Finds records by their names as people write them: in any order of the words, with or without articles, titles,
//! initials and brackets, and whatever the accents, hyphens and spaces.
//!
//! It corrects no misspellings: `unknown` suggests what may be meant.

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::facts::search::{fold, is_stop_word};
use crate::facts::{Lang, is_hidden};
use crate::phrases::Phrases;

/// The least number of letters that stand for the whole word that they begin.
const SHORTEST: usize = 3;

/// The maximum number of words that are read of a typed name.
const MOST_WORDS: usize = 40;

/// Articles and forms of address, which may stand before any name.
static TITLES: Lazy<Vec<String>> = Lazy::new(|| listed("typed-titles"));

/// What a record is called.
pub(super) struct Called<'a> {
    /// Its names and titles, as answers show them.
    pub(super) names: Vec<&'a str>,
    /// Its id and other names.
    pub(super) aliases: Vec<&'a str>,
    /// What describes it and may stand beside a name: posts, a question.
    pub(super) described: Vec<&'a str>,
}

/// The words of a record, folded.
struct Words {
    names: Vec<Vec<String>>,
    aliases: Vec<Vec<String>>,
    all: Vec<String>,
}

impl Words {
    fn of(called: &Called<'_>) -> Self {
        let each = |texts: &[&str]| texts.iter().map(|text| folded(text)).collect();
        let (names, aliases): (Vec<_>, Vec<_>) = (each(&called.names), each(&called.aliases));
        let described: Vec<Vec<String>> = each(&called.described);
        let all = names.iter().chain(&aliases).chain(&described).flatten();
        Self {
            all: all.cloned().collect(),
            names,
            aliases,
        }
    }

    /// Its names, then its other names.
    fn called(&self) -> impl Iterator<Item = &Vec<String>> {
        self.names.iter().chain(&self.aliases)
    }
}

/// The words in a list of words, which is a phrase of every language.
pub(super) fn listed(key: &str) -> Vec<String> {
    let lists = Lang::ALL.map(|lang| Phrases::of(lang).text(key));
    lists.iter().flat_map(|list| folded(list)).collect()
}

/// The words of a name in small letters without accents. A possessive is the word itself.
pub(super) fn folded(text: &str) -> Vec<String> {
    let inside = |letter: char| {
        let accent = matches!(letter, '\u{300}'..='\u{36f}');
        letter.is_alphanumeric() || accent || is_apostrophe(letter) || is_hidden(letter)
    };
    let words = text.split(|letter| !inside(letter)).map(|word| {
        let mut parts = word.rsplitn(2, is_apostrophe);
        match (parts.next(), parts.next()) {
            (Some("s" | "S"), Some(owner)) => fold(owner),
            _ => fold(word),
        }
    });
    let words = words.filter(|word| !word.is_empty());
    words.take(MOST_WORDS).collect()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

/// Whether two names differ at most in case, accents, hyphens, spaces and the titles before them.
pub(super) fn is_same(typed: &str, name: &str) -> bool {
    let whole = |text| {
        let words = folded(text);
        let named = words.iter().filter(|word| !TITLES.contains(word));
        named.map(String::as_str).collect::<String>()
    };
    let typed = whole(typed);
    !typed.is_empty() && typed == whole(name)
}

/// The records that have all words of a typed name: in one of their names, or else in another one of their names, or
/// else partly in a description, or else as the beginnings of the words of one name.
pub(super) fn fitting<'a, T>(
    typed: &str,
    records: &'a [Arc<T>],
    called: impl Fn(&'a T) -> Called<'a>,
) -> Vec<&'a T> {
    let records = records.iter().map(AsRef::as_ref);
    let records: Vec<(&T, Words)> = records
        .map(|record| (record, Words::of(&called(record))))
        .collect();
    let typed = folded(typed);
    let needed = needed(&typed, &records);
    if needed.is_empty() {
        return Vec::new();
    }
    let found = [&typed, &needed].into_iter().flat_map(|words| {
        let in_one = |name: &Vec<String>| words.iter().all(|word| name.contains(word));
        let begun = |name: &Vec<String>| {
            let begins = |word: &String| {
                let long = word.chars().count() >= SHORTEST;
                name.iter()
                    .any(|one| one == word || long && one.starts_with(word.as_str()))
            };
            words.iter().all(begins)
        };
        let described = |record: &Words| {
            let named = |word: &&String| record.called().any(|name| name.contains(word));
            in_one(&record.all) && needed.iter().any(|word| named(&word))
        };
        [
            having(&records, |record| record.names.iter().any(in_one)),
            having(&records, |record| record.aliases.iter().any(in_one)),
            having(&records, described),
            having(&records, |record| record.called().any(begun)),
        ]
    });
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn having<'a, T>(records: &[(&'a T, Words)], has: impl Fn(&Words) -> bool) -> Vec<&'a T> {
    let having = records.iter().filter(|(_, words)| has(words));
    having.map(|(record, _)| *record).collect()
}

/// The words of a typed name that a record must have: not titles, initials and words that say nothing, unless such a
/// word is a name by itself, as US is.
fn needed<T>(typed: &[String], records: &[(&T, Words)]) -> Vec<String> {
    let alone = |word: &String| {
        let mut names = records.iter().flat_map(|(_, words)| words.called());
        names.any(|name| matches!(name.as_slice(), [only] if only == word))
    };
    let says = |word: &&String| {
        let initial = word.chars().count() == 1;
        !initial && !TITLES.contains(word) && (!is_stop_word(word) || alone(word))
    };
    typed.iter().filter(says).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for (typed, name) in [
            ("United States", "the United States"),
            ("KIM YONG\u{2011}HYUN", "Kim Yong-hyun"),
            ("Kim Yonghyun", "Kim Yong-hyun"),
            ("  n.korea ", "N. Korea"),
            ("Zelens\u{301}ky", "Zelensky"),
            ("u.s.", "US"),
            ("the ukraine’s army", "Ukraine's army"),
            ("Вооруженные силы Украины", "Вооружённые силы Украины"),
        ] {
            assert!(is_same(typed, name), "{typed}");
        }
        for (typed, name) in [("Mr", "the"), ("Korea", "N. Korea"), ("", ""), ("!", "?")] {
            assert!(!is_same(typed, name), "{typed}");
        }
    }
}
