//! The available citation styles: their names, labels and uses.

use strum::{EnumString, IntoStaticStr};

use crate::phrases::Phrases;

/// A way to cite a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", ascii_case_insensitive)]
pub enum Style {
    /// The bot's own sentence.
    #[strum(to_string = "plain", serialize = "text")]
    Plain,
    /// The bot's own sentence in CommonMark, with the title as a link.
    #[strum(to_string = "markdown", serialize = "md")]
    Markdown,
    /// APA, 7th edition.
    Apa,
    /// Chicago Manual of Style, 18th edition, as in the bibliography of the notes system.
    Chicago,
    /// MLA Handbook, 9th edition.
    Mla,
    /// Vancouver, as in the NLM's *Citing Medicine*.
    Vancouver,
    /// IEEE.
    Ieee,
    /// BibTeX, with the fields of BibLaTeX.
    #[strum(to_string = "bibtex", serialize = "bib", serialize = "biblatex")]
    Bibtex,
    /// RIS, for reference managers.
    Ris,
    /// CSL-JSON, for reference managers and citation processors.
    #[strum(to_string = "csl-json", serialize = "csl", serialize = "csljson")]
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

    /// Its name as typed in a query.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The style with this name or one of its short forms, in any case.
    pub fn parse(typed: &str) -> Option<Self> {
        typed.trim().parse().ok()
    }

    /// Its name as shown to readers in a language.
    pub fn label(self, words: &Phrases) -> String {
        match self {
            Self::Plain => words.text("style-plain"),
            Self::Markdown => words.text("style-markdown"),
            Self::Chicago => "Chicago".to_owned(),
            Self::Vancouver => "Vancouver".to_owned(),
            Self::Bibtex => "BibTeX".to_owned(),
            Self::Apa | Self::Mla | Self::Ieee | Self::Ris | Self::CslJson => {
                self.name().to_uppercase()
            }
        }
    }

    /// Whether it is data for programs, which must be copied unchanged.
    pub fn is_data(self) -> bool {
        matches!(self, Self::Bibtex | Self::Ris | Self::CslJson)
    }

    /// Whether its bibliographies are in alphabetical order (see [`sort_key`](super::sort_key)).
    pub fn is_sorted(self) -> bool {
        matches!(self, Self::Apa | Self::Chicago | Self::Mla)
    }
}
