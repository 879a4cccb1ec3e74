//! How a source is cited. For now one plain form.

use crate::facts::Source;
use crate::phrases::Words;

/// Publisher, title and date, without the address.
pub fn plain(source: &Source, words: &Words) -> String {
    let date = source
        .issued
        .as_ref()
        .map(|date| words.date(date))
        .unwrap_or_default();
    format!("{}, “{}”, {date}", source.publisher, source.title)
}
