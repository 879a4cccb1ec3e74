//! Citations of sources: as the bot's own sentence, in the styles of manuals, and as data for reference managers.
//!
//! A style never invents an author, a title or a date. Every style marks what the source does not print itself:
//! square brackets in a manual's style, a note in data.

mod bibtex;
mod csl;
mod item;
mod markdown;
mod plain;
mod quotes;
mod ris;
mod style;

pub use plain::{plain, short};
pub use style::Style;

use std::collections::BTreeSet;
use std::fmt;

use crate::facts::{Lang, Source};
use crate::phrases::Phrases;

/// One reference of a bibliography. Its [`Display`](fmt::Display) is the whole reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BibliographyEntry {
    /// The number that a numbering style puts before the reference, as the style writes it: `[1]`, `1.`
    pub number: Option<String>,
    /// The reference without its number and without a line end.
    pub text: String,
}

impl fmt::Display for BibliographyEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = &self.number {
            write!(f, "{number} ")?;
        }
        f.write_str(&self.text)
    }
}

/// One entry per source, in the order given. Numbering styles number the entries in that order, from 1.
///
/// An entry depends on its source, its number, the style and the language, and on no other source.
pub fn entries(sources: &[&Source], style: Style, lang: Lang) -> Vec<BibliographyEntry> {
    let words = Phrases::of(lang);
    let entry = |(source, at): (&&Source, usize)| {
        let (number, text) = match style {
            Style::Markdown => (None, markdown::entry(source, words)),
            Style::Bibtex => (None, bibtex::entry(source, words)),
            Style::Ris => (None, ris::entry(source, words)),
            Style::CslJson => (None, format!("{:#}", item::data(source, words))),
            // If a manual's style would lose something, the bot's own sentence is used instead.
            _ => csl::entry(source, style, lang, at)
                .unwrap_or_else(|| (None, plain::entry(source, words))),
        };
        BibliographyEntry { number, text }
    };
    sources.iter().zip(0..).map(entry).collect()
}

/// A whole bibliography as a file: each source once, one entry per line (data formats have their own layout),
/// in alphabetical order if the style's manual requires it.
pub fn document(sources: &[&Source], style: Style, lang: Lang) -> String {
    let mut seen = BTreeSet::new();
    let mut once = sources.to_vec();
    once.retain(|source| seen.insert(&source.id));
    let mut entries = entries(&once, style, lang);
    if style.is_sorted() {
        entries.sort_by_cached_key(|entry| sort_key(&entry.text));
    }
    let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
    match style {
        Style::Bibtex => format!("{}\n", entries.join("\n\n")),
        Style::Ris => format!("{}\r\n", entries.join("\r\n\r\n")),
        Style::CslJson => format!("[\n{}\n]\n", entries.join(",\n")),
        _ => entries.iter().map(|entry| format!("{entry}\n")).collect(),
    }
}

/// The sort key of an entry: its text in lower case from the first letter or digit on, without an English article.
pub fn sort_key(entry: &str) -> String {
    let entry = entry.to_lowercase();
    let entry = entry.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut articles = ["the ", "an ", "a "].into_iter();
    let bare = articles.find_map(|article| entry.strip_prefix(article));
    bare.unwrap_or(entry).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::date::Day;
    use crate::facts::vocabulary::Basis;
    use crate::facts::{Links, Text};

    /// A newspaper article with complete data except an address.
    pub(super) fn source() -> Source {
        Source {
            id: "log".into(),
            csl_type: "article-newspaper".into(),
            title: "Port says so".into(),
            title_own: true,
            authors: Vec::new(),
            publisher: "Port Log".into(),
            family: "log".into(),
            origin: None,
            mirror_of: None,
            issued: "2023-10-18".parse().ok(),
            issued_basis: Basis::Stated,
            accessed: Some(Day {
                year: 2026,
                month: 11,
                day: 23,
            }),
            url: None,
            archived: None,
            gone: None,
            language: "en".into(),
            foreign: false,
            archive: None,
            note: Text::default(),
            links: Links::default(),
        }
    }

    pub(super) const MANUALS: [Style; 5] = [
        Style::Apa,
        Style::Chicago,
        Style::Mla,
        Style::Vancouver,
        Style::Ieee,
    ];

    pub(super) fn one(source: &Source, style: Style, lang: Lang) -> String {
        entries(&[source], style, lang).remove(0).to_string()
    }

    /// The same article with an address.
    pub(super) fn online() -> Source {
        Source {
            url: Some("https://example.org/a_b?c=1&d=%7E".into()),
            ..source()
        }
    }

    #[test]
    fn a_style_is_found_by_what_people_type() {
        for style in Style::ALL {
            assert_eq!(Style::parse(style.name()), Some(style));
            assert_eq!(Style::parse(&style.name().to_uppercase()), Some(style));
        }
        for (typed, style) in [
            ("md", Style::Markdown),
            ("Bib", Style::Bibtex),
            ("CSL", Style::CslJson),
        ] {
            assert_eq!(Style::parse(typed), Some(style), "{typed}");
        }
        assert_eq!(Style::parse("harvard"), None);
    }

    #[test]
    fn every_manual_is_inside_and_no_type_loses_anything() {
        let types = [
            "article",
            "article-journal",
            "bill",
            "book",
            "broadcast",
            "chapter",
            "classic",
            "dataset",
            "document",
            "entry-encyclopedia",
            "event",
            "graphic",
            "hearing",
            "interview",
            "legal_case",
            "legislation",
            "manuscript",
            "map",
            "motion_picture",
            "pamphlet",
            "patent",
            "performance",
            "personal_communication",
            "post",
            "post-weblog",
            "report",
            "review",
            "software",
            "song",
            "speech",
            "standard",
            "thesis",
            "treaty",
            "webpage",
        ];
        for csl_type in types {
            let mut source = online();
            source.csl_type = csl_type.into();
            for (style, lang) in MANUALS
                .into_iter()
                .flat_map(|style| [Lang::En, Lang::Id].map(|lang| (style, lang)))
            {
                let text = one(&source, style, lang);
                let address = source.url.clone().unwrap();
                for part in [&source.title, &source.publisher, &address] {
                    assert!(text.contains(part), "{csl_type}, {style:?}: {text}");
                }
                assert!(!text.contains("7777") && !text.contains("  "), "{text}");
                assert_ne!(
                    text,
                    one(&source, Style::Plain, lang),
                    "{csl_type}, {style:?}"
                );
            }
        }
    }

    #[test]
    fn a_supplied_title_stands_in_brackets_and_never_in_quotation_marks() {
        let mut source = online();
        source.title_own = false;
        for style in MANUALS {
            let text = one(&source, style, Lang::En);
            assert!(text.contains("[Port says so]"), "{text}");
            assert!(!text.contains('“') && !text.contains('‘'), "{text}");
        }
        for style in [Style::Bibtex, Style::Ris, Style::CslJson] {
            let text = one(&source, style, Lang::Id);
            assert!(
                text.contains("[Port says so]") && text.contains("Judul diberikan penyusun"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_that_was_worked_out_stands_in_brackets() {
        let mut source = online();
        source.issued_basis = Basis::Inferred;
        for (style, date) in [
            (Style::Apa, "([2023, 18 Oktober])"),
            (Style::Chicago, "[18 Oktober 2023]."),
            (Style::Mla, "[18 Oktober 2023],"),
            (Style::Vancouver, "[18 Oktober 2023] ["),
            (Style::Ieee, "[18 Oktober 2023]."),
        ] {
            let text = one(&source, style, Lang::Id);
            assert!(text.contains(date), "{text}");
        }
        assert!(one(&source, Style::CslJson, Lang::En).contains("\"circa\": true"));
        for style in [Style::Bibtex, Style::Ris, Style::CslJson] {
            assert!(one(&source, style, Lang::En).contains("The date was worked out"));
        }
    }

    #[test]
    fn a_date_keeps_its_precision_and_its_doubt() {
        let check = |date: &str, style: Style, expected: &str| {
            let mut source = online();
            source.issued = date.parse().ok();
            let text = one(&source, style, Lang::En);
            assert!(text.contains(expected), "{date}, {style:?}: {text}");
        };
        check("2023", Style::Apa, ". (2023). ");
        check("2023-10", Style::Apa, "(2023, October)");
        check("2023-10-08/2023-10-13", Style::Apa, "(2023, October 8–13)");
        check("2023-10-08/2023-10-13", Style::Mla, "8–13 Oct. 2023");
        check("2023-10/..", Style::Chicago, "October 2023–.");
        check("../2023-10", Style::Chicago, "–October 2023.");
        check("2023-10~", Style::Chicago, "[October 2023?].");
        check(
            "2023-10-08/2023-10-13",
            Style::CslJson,
            "[\n        2023,\n        10,\n        13\n",
        );
        check("2023-10/..", Style::CslJson, "\"literal\": \"2023-10/..\"");
        check(
            "2023-10-08/2023-10-13",
            Style::Bibtex,
            "date = {2023-10-08/2023-10-13}",
        );
        check(
            "2023-10-08/2023-10-13",
            Style::Ris,
            "N1  - Published: 2023-10-08/2023-10-13\r\n",
        );
        check("2023-10", Style::Ris, "DA  - 2023/10//\r\n");
        check("2023", Style::Ris, "PY  - 2023\r\nDA  - 2023///\r\n");
    }

    #[test]
    fn a_source_without_a_date_is_given_none() {
        let mut source = online();
        source.issued = None;
        for style in Style::ALL {
            for lang in [Lang::En, Lang::Id] {
                let text = one(&source, style, lang);
                assert!(!text.contains("2023"), "{text}");
            }
        }
        assert!(one(&source, Style::Apa, Lang::En).contains("(n.d.)"));
        assert!(one(&source, Style::Apa, Lang::Id).contains("(t.t.)"));
    }

    #[test]
    fn what_a_format_takes_for_its_own_is_escaped() {
        let mut source = online();
        source.title = "50 % of {A} & B_c #1 ~ \\ ^ $5 \"so\" [x] *y* — é".into();
        let text = one(&source, Style::Bibtex, Lang::En);
        let title = "title = {{50 \\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_c \\#1 \
                 \\textasciitilde{} \\textbackslash{} \\textasciicircum{} \\$5 “so” [x] *y* — é}}";
        assert!(text.contains(title), "{text}");
        assert!(
            text.contains("url = {https://example.org/a_b?c=1&d=%7E}"),
            "{text}"
        );
        let text = one(&source, Style::Markdown, Lang::En);
        assert!(text.contains(r"\& B\_c \#1 \~ \\ ^ \$5"), "{text}");
        assert!(text.contains(r"\[x\] \*y\*"), "{text}");
        assert!(
            text.contains("](<https://example.org/a_b?c=1&d=%7E>)"),
            "{text}"
        );
        assert!(
            one(&source, Style::Ris, Lang::En)
                .lines()
                .all(|line| line.get(2..6) == Some("  - "))
        );
    }

    #[test]
    fn a_manual_leaves_every_sign_of_a_title() {
        let mut source = online();
        source.title =
            "50 % of {A} & B_c #1 ~ \\ ^ $5$ [x] *y* <i>z</i> “q” — é 漢字 N.Harbour".into();
        // Within quotation marks, the title's own are single ones.
        let quoted = source.title.replace('“', "‘").replace('”', "’");
        for style in MANUALS {
            let text = one(&source, style, Lang::En);
            let title = match style {
                Style::Chicago | Style::Mla | Style::Ieee => &quoted,
                _ => &source.title,
            };
            assert!(text.contains(title), "{text}");
            assert_ne!(text, one(&source, Style::Plain, Lang::En), "{style:?}");
        }
    }

    #[test]
    fn a_bibliography_has_each_source_once_and_in_order() {
        let (mut first, second) = (online(), online());
        first.id = "other".into();
        first.title = "Zoltan speaks".into();
        first.publisher = "The Zeit".into();
        let sources = [&first, &second, &first];
        for style in [Style::Apa, Style::Chicago, Style::Mla] {
            let text = document(&sources, style, Lang::En);
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 2);
            assert!(lines[0].contains("Port says so"), "{text}");
        }
        let text = document(&sources, Style::Vancouver, Lang::En);
        assert!(
            text.starts_with("1. Zoltan speaks.") && text.contains("\n2. Port says so."),
            "{text}"
        );
    }
}
