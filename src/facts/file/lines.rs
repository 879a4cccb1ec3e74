//! Lines of a fact file as text, whether or not they are TOML.

/// The records and parts of records that begin on a line of their own; only the dossier's has single brackets.
const HEADERS: &str = "dossier topic speaker source measure claim claim.evidence claim.quote \
    claim.quote.translation claim.figure claim.link";

/// Where the line that contains a byte begins, and its text.
pub(super) fn line_of(text: &str, at: usize) -> (usize, &str) {
    let at = text.floor_char_boundary(at);
    let (before, after) = text.split_at(at);
    let start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    let end = after
        .find('\n')
        .map_or(text.len(), |line_break| at + line_break);
    (start, text.get(start..end).unwrap_or_default())
}

/// The correct header of the record that a line names, whatever brackets the line uses.
pub(super) fn header(line: &str) -> Option<String> {
    let line = line.split('#').next().unwrap_or_default();
    let name =
        line.trim_matches(|letter: char| letter.is_whitespace() || "[](){}".contains(letter));
    let name = HEADERS.split(' ').find(|header| *header == name)?;
    Some(match name {
        "dossier" => "[dossier]".to_owned(),
        name => format!("[[{name}]]"),
    })
}
