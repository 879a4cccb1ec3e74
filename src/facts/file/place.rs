//! Where a byte stands in a file, as a person counts: lines and columns from 1.

use std::ops::Range;

/// The line and, in code points, the column of the byte at `offset`; past the end, of the end.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    (
        line,
        last.trim_start_matches('\u{feff}').chars().count() + 1,
    )
}

/// Where a part of a string's value stands in the file, given where the string stands in it.
///
/// A string written with escapes differs from its value; then the whole string is the place.
pub(super) fn within(
    text: &str,
    string: &Range<usize>,
    value: &str,
    part: &Range<usize>,
) -> Range<usize> {
    match text
        .get(string.clone())
        .and_then(|written| written.find(value))
    {
        Some(quote) => string.start + quote + part.start..string.start + quote + part.end,
        None => string.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_not_bytes() {
        assert_eq!(place("a\n“é” x", "a\n“é” ".len()), (2, 5));
        assert_eq!(place("\u{feff}id", 3), (1, 1));
        assert_eq!(place("a\n", 99), (2, 1));
    }

    #[test]
    fn a_word_is_found_inside_its_string() {
        let text = r#"en = "so, today""#;
        assert_eq!(&text[within(text, &(5..16), "so, today", &(4..9))], "today");
        let escaped = r#"en = "“\u0041” today""#;
        assert_eq!(within(escaped, &(5..21), "“A” today", &(8..13)), 5..21);
    }
}
