//! Text in pieces without markup.

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A quotation. The renderer adds the quotation marks.
    Quoted {
        /// The words.
        words: String,
        /// The language of the words (BCP 47).
        lang: String,
    },
    /// The number of a reference, from 1.
    Cite(usize),
    /// Text to be copied unchanged, line breaks included. It has its own lines.
    Verbatim(String),
}

impl Span {
    /// The number, if it is that of a reference.
    pub fn cited(&self) -> Option<usize> {
        match self {
            Self::Cite(number) => Some(*number),
            Self::Text(_) | Self::Quoted { words: _, lang: _ } | Self::Verbatim(_) => None,
        }
    }
}

/// Appends the numbers of sources to a text.
pub fn push_citations(spans: &mut Vec<Span>, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        spans.extend([Span::Text(" ".into()), Span::Cite(number)]);
    }
}
