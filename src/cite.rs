//! How a source is cited: in a sentence of the bot's own, in the styles of manuals, and as data for
//! programs that keep references.
//!
//! Nothing is invented for a style's sake: no author, no title, no date. What a source does not print itself
//! is marked in every style: square brackets in a manual's style, a note in data.

mod bibtex;
mod csl;
mod item;
mod markdown;
mod plain;
mod ris;

pub use plain::{plain, short};

use crate::facts::{Lang, Source};
use crate::phrases::Words;
use csl::Manual;

/// A way to cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// A sentence of the bot's own.
    Plain,
    /// The same in CommonMark, the title linked.
    Markdown,
    /// APA, 7th edition.
    Apa,
    /// Chicago Manual of Style, 18th edition, as in a bibliography beside notes.
    Chicago,
    /// MLA Handbook, 9th edition.
    Mla,
    /// Vancouver, as in the NLM's *Citing Medicine*.
    Vancouver,
    /// IEEE.
    Ieee,
    /// BibTeX, with the fields of BibLaTeX.
    Bibtex,
    /// RIS, for reference managers.
    Ris,
    /// CSL-JSON, for reference managers and citation processors.
    CslJson,
}

impl Style {
    /// Every style, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::Markdown,
        Self::Apa,
        Self::Chicago,
        Self::Mla,
        Self::Vancouver,
        Self::Ieee,
        Self::Bibtex,
        Self::Ris,
        Self::CslJson,
    ];

    /// As typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Apa => "apa",
            Self::Chicago => "chicago",
            Self::Mla => "mla",
            Self::Vancouver => "vancouver",
            Self::Ieee => "ieee",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
        }
    }

    /// The style that somebody typed: its name or a short form of it, in any case.
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        match typed.as_str() {
            "text" => Some(Self::Plain),
            "md" => Some(Self::Markdown),
            "bib" | "biblatex" => Some(Self::Bibtex),
            "csl" | "csljson" => Some(Self::CslJson),
            name => Self::ALL.into_iter().find(|style| style.name() == name),
        }
    }

    /// What it is called in a language.
    pub fn label(self, words: &Words) -> String {
        let own = match self {
            Self::Plain => return words.say("style-plain"),
            Self::Markdown => return words.say("style-markdown"),
            Self::Apa => "APA",
            Self::Chicago => "Chicago",
            Self::Mla => "MLA",
            Self::Vancouver => "Vancouver",
            Self::Ieee => "IEEE",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        };
        own.to_owned()
    }

    /// Whether it is for programs, to be copied sign for sign.
    pub fn is_data(self) -> bool {
        matches!(self, Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// Whether its bibliographies are in alphabetical order, by [`heading`].
    pub fn is_sorted(self) -> bool {
        self.manual().is_some_and(Manual::sorts)
    }

    fn manual(self) -> Option<Manual> {
        match self {
            Self::Apa => Some(Manual::Apa),
            Self::Chicago => Some(Manual::Chicago),
            Self::Mla => Some(Manual::Mla),
            Self::Vancouver => Some(Manual::Vancouver),
            Self::Ieee => Some(Manual::Ieee),
            Self::Plain | Self::Markdown | Self::Bibtex | Self::Ris | Self::CslJson => None,
        }
    }
}

/// One finished reference per source, in the order given, without a line end. Styles that number take
/// their numbers from that order, beginning with 1.
///
/// A reference depends on its source, its number, the style and the language, and on no other source.
pub fn entries(sources: &[&Source], style: Style, lang: Lang) -> Vec<String> {
    let words = Words::of(lang);
    let one = |(at, source): (usize, &&Source)| match (style.manual(), style) {
        (Some(manual), _) => csl::entry(source, manual, words, at),
        (None, Style::Markdown) => markdown::entry(source, words),
        (None, Style::Bibtex) => bibtex::entry(source, words),
        (None, Style::Ris) => ris::entry(source, words),
        (None, Style::CslJson) => format!("{:#}", item::data(source, words)),
        (None, _) => plain::entry(source, words),
    };
    sources.iter().enumerate().map(one).collect()
}

/// A whole bibliography as a file: every source once, one reference to a line (in data as its format has it),
/// in alphabetical order where the style's manual wants that.
pub fn document(sources: &[&Source], style: Style, lang: Lang) -> String {
    let mut once: Vec<&Source> = Vec::new();
    for source in sources {
        if once.iter().all(|other| other.id != source.id) {
            once.push(source);
        }
    }
    let mut entries = entries(&once, style, lang);
    if style.is_sorted() {
        entries.sort_by_cached_key(|entry| heading(entry));
    }
    match style {
        Style::Bibtex => format!("{}\n", entries.join("\n\n")),
        Style::Ris => format!("{}\r\n", entries.join("\r\n\r\n")),
        Style::CslJson => format!("[\n{}\n]\n", entries.join(",\n")),
        _ => entries.iter().map(|entry| format!("{entry}\n")).collect(),
    }
}

/// What a reference is put in order by: its letters, without an English article before them.
pub fn heading(entry: &str) -> String {
    let entry = entry.to_lowercase();
    let entry = entry.trim_start_matches(|c: char| !c.is_alphanumeric());
    let articles = ["the ", "an ", "a "];
    let article = articles
        .into_iter()
        .find(|article| entry.starts_with(article));
    entry[article.map_or(0, str::len)..].to_owned()
}

#[cfg(test)]
mod tests;
