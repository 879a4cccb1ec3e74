//! Finds records by their names as people write them: in any order of the words, with or without articles, titles,
//! initials and brackets, and whatever the accents, hyphens and spaces.
//!
//! It corrects no misspellings: `unknown` suggests what may be meant.

use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::facts::search::{fold, is_stop_word};
use crate::facts::{Lang, Languages, is_hidden};
use crate::phrases::{LANGUAGES, Phrases, worded};

/// The least number of letters that stand for the whole word that they begin.
const SHORTEST: usize = 3;

/// The maximum length of a name, in bytes.
const LONGEST: usize = 500;

/// Articles and forms of address, which may stand before any name, in each language of the bot's words.
static TITLES: Lazy<Vec<(Lang, Vec<String>)>> = Lazy::new(|| {
    let list = |lang: &Lang| folded(&Phrases::of(*lang).text("typed-titles"));
    LANGUAGES.iter().map(|lang| (*lang, list(lang))).collect()
});

/// Those in the languages of the facts: “un” is an article in French only.
fn titles(languages: &Languages) -> Vec<&'static str> {
    let own = |lang: Lang| languages.iter().any(|one| worded(one) == lang);
    let lists = TITLES.iter().filter(|(lang, _)| own(*lang));
    lists
        .flat_map(|(_, list)| list)
        .map(String::as_str)
        .collect()
}

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
    let lists = LANGUAGES.iter().map(|lang| Phrases::of(*lang).text(key));
    lists.flat_map(|list| folded(&list)).collect()
}

/// The words of a name in small letters without accents. A possessive is the word itself. No name is as long as a text
/// in which nothing is read.
pub(super) fn folded(text: &str) -> Vec<String> {
    if text.len() > LONGEST {
        return Vec::new();
    }
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
    words.filter(|word| !word.is_empty()).collect()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

/// Whether a name differs from the typed one at most in case, accents, hyphens, spaces and titles before it.
pub(super) fn same_as(languages: &Languages, typed: &str) -> impl Fn(&str) -> bool + use<> {
    let titles = titles(languages);
    let whole = move |text: &str| {
        let words = folded(text).into_iter();
        let named = words.skip_while(|word| titles.contains(&word.as_str()));
        named.collect::<String>()
    };
    let typed = whole(typed);
    move |name| !typed.is_empty() && typed == whole(name)
}

/// The records that have all words of a typed name: in one of their names, or else in one of their other names, or
/// else partly in what describes them, or else as the beginnings of the words of one name. None, if the words only
/// describe a record: that may be another than the one that is meant.
pub(super) fn fitting<'a, T>(
    languages: &Languages,
    typed: &str,
    records: &'a [Arc<T>],
    called: impl Fn(&'a T) -> Called<'a>,
) -> Vec<&'a T> {
    let records = records.iter().map(AsRef::as_ref);
    let records: Vec<(&T, Words)> = records
        .map(|record| (record, Words::of(&called(record))))
        .collect();
    let typed = folded(typed);
    let needed = needed(&titles(languages), &typed, &records);
    if needed.is_empty() {
        return Vec::new();
    }
    for words in [&typed, &needed] {
        let have_all = |name: &Vec<String>| words.iter().all(|word| name.contains(word));
        let partly_named = |record: &Words| {
            let named = |word: &String| record.called().any(|name| name.contains(word));
            have_all(&record.all) && needed.iter().any(named)
        };
        let ways = [
            having(&records, |record| record.names.iter().any(have_all)),
            having(&records, |record| record.aliases.iter().any(have_all)),
            having(&records, partly_named),
        ];
        if let Some(found) = ways.into_iter().find(|found| !found.is_empty()) {
            return found;
        }
    }
    let described = |record: &Words| needed.iter().all(|word| record.all.contains(word));
    if records.iter().any(|(_, words)| described(words)) {
        return Vec::new();
    }
    having(&records, |record| {
        record.called().any(|name| begun(&needed, name))
    })
}

/// Whether each of some words is the beginning of a word of a name, or the word itself.
fn begun(words: &[String], name: &[String]) -> bool {
    let begins = |word: &String| {
        let long = word.chars().count() >= SHORTEST;
        let is = |whole: &String| whole == word || long && whole.starts_with(word.as_str());
        name.iter().any(is)
    };
    words.iter().all(begins)
}

fn having<'a, T>(records: &[(&'a T, Words)], has: impl Fn(&Words) -> bool) -> Vec<&'a T> {
    let having = records.iter().filter(|(_, words)| has(words));
    having.map(|(record, _)| *record).collect()
}

/// The words of a typed name that a record must have: not titles, initials and words that say nothing, unless such a
/// word is a name by itself, as US is.
fn needed<T>(titles: &[&str], typed: &[String], records: &[(&T, Words)]) -> Vec<String> {
    let alone = |word: &String| {
        let mut names = records.iter().flat_map(|(_, words)| words.called());
        names.any(|name| matches!(name.as_slice(), [only] if only == word))
    };
    let says = |word: &&String| {
        let initial = word.chars().count() == 1;
        !initial && !titles.contains(&word.as_str()) && (!is_stop_word(word) || alone(word))
    };
    typed.iter().filter(says).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Text;

    fn languages() -> Languages {
        let texts = [Lang::En, Lang::Id].map(|lang| (lang, String::new()));
        texts.into_iter().collect::<Text>().languages()
    }

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for (typed, name) in [
            ("United States", "the United States"),
            ("MOLL INA\u{2011}MAY", "Moll Ina-may"),
            ("Moll Inamay", "Moll Ina-may"),
            ("  n.harbour ", "N. Harbour"),
            ("Koles\u{301}ky", "Kolesky"),
            ("u.s.", "US"),
            ("the harbour’s tower", "Harbour's tower"),
            ("Зеленые острова порта", "Зелёные острова порта"),
        ] {
            assert!(same_as(&languages(), typed)(name), "{typed}");
        }
        for (typed, name) in [
            ("Mr", "the"),
            ("Harbour", "N. Harbour"),
            ("", ""),
            ("!", "?"),
        ] {
            assert!(!same_as(&languages(), typed)(name), "{typed}");
        }
    }
}
