//! Running text in pieces, none of which is markup.

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Somebody's exact words, to be set in quotation marks, with their language (BCP 47).
    Quoted {
        /// The words.
        words: String,
        /// Their language.
        lang: String,
    },
    /// The number of a reference, from 1.
    Cite(usize),
    /// Text to be copied as it is, line ends and all; nothing else stands in its line.
    Verbatim(String),
}

/// Adds the numbers of sources behind a text.
pub fn cite(spans: &mut Vec<Span>, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        spans.extend([Span::Text(" ".into()), Span::Cite(number)]);
    }
}
