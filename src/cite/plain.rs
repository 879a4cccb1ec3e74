//! A source as the bot's own sentence, in the language of the answer. The sentence says which parts the source
//! does not print itself.

use super::quotes;
use crate::facts::vocabulary::Basis;
use crate::facts::{Author, Source};
use crate::phrases::Phrases;

/// The most authors that the sentence names.
const MOST_AUTHORS: usize = 3;

/// Authors, publisher, title and date, without the address, with the language if the bot does not speak it, and with a word
/// if the page was never read:
/// `Port Log, “Port says …”, 18 October 2023`.
pub fn plain(source: &Source, words: &Phrases) -> String {
    let name = |author: &Author| author.to_string();
    sentence(source, words, (&name, &source.publisher, &source.title))
}

/// Only publisher and date, for places that show the rest nearby.
pub fn short(source: &Source, words: &Phrases) -> String {
    format!("{}, {}", source.publisher, date(source, words))
}

/// A whole reference: the sentence, the addresses and the day of access.
pub(super) fn entry(source: &Source, words: &Phrases) -> String {
    let mut parts = vec![plain(source, words)];
    parts.extend(source.address().map(str::to_owned));
    parts.extend(source.second_address().map(|(kind, address)| {
        let label = words.address(kind);
        words.format("cite-second", &[("label", &label), ("address", address)])
    }));
    read(&parts.join(", "), source, words)
}

/// A citation followed by the day of access, if there is one.
pub(super) fn read(citation: &str, source: &Source, words: &Phrases) -> String {
    let Some(day) = source.accessed.map(|day| words.day(day)) else {
        return citation.to_owned();
    };
    words.format("cite-read", &[("citation", citation), ("date", &day)])
}

/// How a sentence writes an author, and its publisher and title as written.
pub(super) type Written<'a> = (&'a dyn Fn(&Author) -> String, &'a str, &'a str);

/// The sentence, with names and title already formatted.
pub(super) fn sentence(
    source: &Source,
    words: &Phrases,
    (name, publisher, title): Written<'_>,
) -> String {
    let key = match source.title_own {
        true => "cite-title",
        false => "cite-title-ours",
    };
    let title = quotes::within_marks_of(words.lang(), title);
    let title = words.format(key, &[("title", &title)]);
    let date = date(source, words);
    let mut citation = words.format(
        "cite",
        &[("publisher", publisher), ("title", &title), ("date", &date)],
    );
    if let Some(authors) = authors(source, words, name) {
        let values = [("authors", authors.as_str()), ("citation", &citation)];
        citation = words.format("cite-authors", &values);
    }
    if source.foreign {
        let language = words.language(&source.language);
        let values = [("citation", citation.as_str()), ("language", &language)];
        citation = words.format("cite-language", &values);
    }
    if source.gone.is_some() {
        citation = words.format("cite-gone", &[("citation", citation.as_str())]);
    }
    if source.accessed.is_none() {
        citation = words.format("cite-unread", &[("citation", citation.as_str())]);
    }
    citation
}

/// All authors, or the first of more than three.
fn authors(source: &Source, words: &Phrases, name: &dyn Fn(&Author) -> String) -> Option<String> {
    let first = name(source.authors.first()?);
    if source.authors.len() > MOST_AUTHORS {
        return Some(words.format("cite-authors-more", &[("first", &first)]));
    }
    let names: Vec<String> = source.authors.iter().map(name).collect();
    Some(words.list(&names))
}

fn date(source: &Source, words: &Phrases) -> String {
    let Some(issued) = &source.issued else {
        return words.text("cite-no-date");
    };
    let date = words.date(issued);
    match source.issued_basis {
        Basis::Stated => date,
        Basis::Inferred => words.format("cite-date-inferred", &[("date", &date)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::tests::source;
    use crate::facts::Lang;

    fn check(source: &Source, lang: Lang, expected: &str) {
        assert_eq!(plain(source, Phrases::of(lang)), expected);
    }

    #[test]
    fn a_source_is_cited_in_the_language_of_the_answer() {
        let source = source();
        check(
            &source,
            Lang::En,
            "Port Log, “Port says so”, 18 October 2023",
        );
        check(
            &source,
            Lang::Id,
            "Port Log, “Port says so”, 18 Oktober 2023",
        );
    }

    #[test]
    fn what_is_not_the_sources_own_is_said_to_be_so() {
        let mut source = source();
        source.title_own = false;
        source.issued_basis = Basis::Inferred;
        check(
            &source,
            Lang::En,
            "Port Log, Port says so (not the page’s own title), 18 October 2023 (date worked out)",
        );
    }

    #[test]
    fn a_page_that_was_not_read_is_said_to_be_so() {
        let mut source = source();
        source.accessed = None;
        check(
            &source,
            Lang::En,
            "Port Log, “Port says so”, 18 October 2023 (page not read)",
        );
    }

    #[test]
    fn a_missing_date_is_said() {
        let mut source = source();
        source.issued = None;
        check(&source, Lang::En, "Port Log, “Port says so”, n.d.");
        check(&source, Lang::Id, "Port Log, “Port says so”, tanpa tanggal");
    }

    #[test]
    fn a_language_that_the_bot_does_not_speak_is_named() {
        let check_language = |code: &str, lang: Lang, expected: &str| {
            let mut source = source();
            source.language = code.into();
            source.foreign = code != "id-ID";
            assert!(
                plain(&source, Phrases::of(lang)).ends_with(expected),
                "{code}"
            );
        };
        check_language("it", Lang::En, "2023 (in Italian)");
        check_language("it-IT", Lang::Id, "2023 (dalam bahasa Italia)");
        check_language("zz", Lang::En, "2023 (in zz)");
        check_language("id-ID", Lang::En, "2023");
    }
}
