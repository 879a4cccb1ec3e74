//! Lines of a fact file as text, whether or not they are TOML.

/// The records and parts of records that begin on a line of their own; only the dossier's has single brackets.
const HEADERS: [&str; 11] = [
    "dossier",
    "topic",
    "speaker",
    "source",
    "measure",
    "claim",
    "claim.evidence",
    "claim.quote",
    "claim.quote.translation",
    "claim.figure",
    "claim.link",
];

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
    let around = |letter: char| letter.is_whitespace() || "[](){}".contains(letter);
    let line = line.trim_start_matches(around);
    let end = line.find(|letter: char| !matches!(letter, 'a'..='z' | '.'));
    let (name, rest) = line.split_at(end.unwrap_or(line.len()));
    let name = HEADERS.iter().find(|header| **header == name)?;
    let rest = rest.split('#').next().unwrap_or_default();
    rest.chars().all(around).then(|| match *name {
        "dossier" => "[dossier]".to_owned(),
        name => format!("[[{name}]]"),
    })
}

/// Where the lines of a text begin.
pub(super) fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    [0].into_iter().chain(breaks).collect()
}

/// The line and the column (in code points) of the byte at `offset`, both from 1. An offset past the end counts as the
/// end.
pub(super) fn line_and_column(text: &str, starts: &[usize], offset: usize) -> (usize, usize) {
    let offset = text.floor_char_boundary(offset);
    let line = starts.partition_point(|start| *start <= offset);
    let start = line.checked_sub(1).and_then(|at| starts.get(at));
    let before = start.and_then(|start| text.get(*start..offset));
    let before = before.unwrap_or_default().trim_start_matches('\u{feff}');
    (line, before.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_not_bytes() {
        let at = |text: &str, offset| line_and_column(text, &line_starts(text), offset);
        assert_eq!(at("a\n“é” x", "a\n“é” ".len()), (2, 5));
        assert_eq!(at("\u{feff}id", 3), (1, 1));
        assert_eq!(at("a\n", 99), (2, 1));
    }
}
