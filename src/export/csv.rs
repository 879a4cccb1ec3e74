//! The claims as a table for spreadsheets: one row for each source of each claim (RFC 4180, UTF-8, with a header).
//!
//! Lists within a cell are separated by `|`. A cell that a spreadsheet could take for a formula begins with an added
//! apostrophe, and so does one that begins with an apostrophe: programs that read the table remove the first one.

use serde_json::{Value, json};

/// The separator of a list within a cell.
pub const SEPARATOR: &str = "|";

/// The characters that begin a formula, or that hide one; and the apostrophe, so that an added one can be removed.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The columns, each with the path of its value in a row: the claim, one of its evidence and that source, as
/// [`super::document`] has them. `*` makes one column for each language.
const COLUMNS: [(&str, &str); 74] = [
    ("claim", "claim.id"),
    ("topics", "claim.topics"),
    ("kind", "claim.kind"),
    ("speakers", "claim.by.id"),
    ("speakers_kind", "speakers.kind"),
    ("speakers_*", "claim.by.name.*"),
    ("speakers_for", "speakers.speaks_for"),
    ("posts_*", "claim.by.post.*"),
    ("citing", "claim.citing.id"),
    ("via_*", "claim.via.*"),
    ("said", "claim.said.when"),
    ("said_basis", "claim.said.basis"),
    ("said_why_*", "claim.said.why.*"),
    ("known_since", "claim.known_since"),
    ("about", "claim.about"),
    ("happened", "claim.happened.when"),
    ("happened_basis", "claim.happened.basis"),
    ("happened_why_*", "claim.happened.why.*"),
    ("place_*", "claim.place.*"),
    ("text_*", "claim.text.*"),
    ("quotes", "claim.quotes.words"),
    ("quotes_lang", "claim.quotes.lang"),
    ("quotes_source", "claim.quotes.source"),
    ("quotes_translated_from", "claim.quotes.translated_from"),
    ("quotes_machine", "claim.quotes.machine"),
    ("figures", "claim.figures.measure"),
    ("figures_low", "claim.figures.low"),
    ("figures_best", "claim.figures.best"),
    ("figures_high", "claim.figures.high"),
    ("figures_qualifier", "claim.figures.qualifier"),
    ("figures_as_of", "claim.figures.as_of"),
    ("figures_source", "claim.figures.source"),
    ("links_type", "claim.links.type"),
    ("links", "claim.links.to"),
    ("denied_by", "claim.standing.denied_by"),
    ("denied_earlier_by", "claim.standing.denied_earlier_by"),
    ("denied_in_part_by", "claim.standing.denied_in_part_by"),
    (
        "confirmed_by_subject",
        "claim.standing.confirmed_by_subject",
    ),
    ("confirmed_by_others", "claim.standing.confirmed_by_others"),
    ("superseded_by", "claim.standing.superseded_by"),
    ("taken_back_by", "claim.standing.taken_back_by"),
    ("qualified_by", "claim.standing.qualified_by"),
    ("contradicted_by", "claim.standing.contradicted_by"),
    ("differs_in", "claim.standing.differs_in"),
    ("independent_origins", "claim.standing.independent_origins"),
    ("recorded", "claim.recorded"),
    ("revised", "claim.revised.on"),
    ("revised_note_*", "claim.revised.note.*"),
    ("withdrawn", "claim.withdrawn.on"),
    ("withdrawn_note_*", "claim.withdrawn.note.*"),
    ("source", "source.id"),
    ("role", "evidence.role"),
    ("in", "evidence.in"),
    ("where_*", "evidence.locator.*"),
    ("note_*", "evidence.note.*"),
    ("type", "source.type"),
    ("publisher", "source.publisher"),
    ("family", "source.family"),
    ("origin", "source.origin"),
    ("mirror_of", "source.mirror_of"),
    ("title", "source.title"),
    ("title_own", "source.title_own"),
    ("issued", "source.issued"),
    ("issued_basis", "source.issued_basis"),
    ("accessed", "source.accessed"),
    ("language", "source.language"),
    ("url", "source.url"),
    ("archive", "source.archive"),
    ("authors", "source.authors"),
    ("archived", "source.archived.url"),
    ("archived_on", "source.archived.on"),
    ("archived_by", "source.archived.by"),
    ("gone", "source.gone"),
    ("source_note_*", "source.note.*"),
];

/// The table of a document from [`super::document`], every line ended with CR LF.
pub fn table(document: &Value) -> String {
    let languages = list(&document["dossier"]["languages"]).iter();
    let languages: Vec<&str> = languages.filter_map(Value::as_str).collect();
    let columns = columns(&languages);
    let mut lines = line(columns.iter().map(|(name, _)| name.clone()));
    for claim in list(&document["claims"]) {
        for evidence in list(&claim["evidence"]) {
            let mut sources = list(&document["sources"]).iter();
            let Some(source) = sources.find(|source| source["id"] == evidence["source"]) else {
                continue;
            };
            let mut row = json!({
                "claim": claim,
                "speakers": speakers(document, claim),
                "evidence": evidence,
                "source": source,
            });
            if source["issued"].is_null() {
                row["source"]["issued_basis"].take();
            }
            row["source"]["authors"] = list(&source["authors"]).iter().map(name).collect();
            let cells = columns.iter().map(|(_, path)| cell(&row, path));
            lines.push_str(&line(cells));
        }
    }
    lines
}

/// The speakers of a claim, whole.
fn speakers(document: &Value, claim: &Value) -> Value {
    let all = list(&document["speakers"]);
    let whole = |by: &Value| all.iter().find(|one| one["id"] == by["id"]).cloned();
    list(&claim["by"]).iter().filter_map(whole).collect()
}

/// The name and the path of each column, with the languages filled in.
fn columns(languages: &[&str]) -> Vec<(String, Vec<String>)> {
    let column = |name: &str, path: &str| {
        (
            name.to_owned(),
            path.split('.').map(str::to_owned).collect(),
        )
    };
    let columns = COLUMNS
        .iter()
        .flat_map(|(name, path)| match name.contains('*') {
            true => languages
                .iter()
                .map(|lang| column(&name.replace('*', lang), &path.replace('*', lang)))
                .collect(),
            false => vec![column(name, path)],
        });
    columns.collect()
}

/// The value at a path as text. A list has the text of each of its members, also if that is empty.
fn cell(value: &Value, path: &[String]) -> String {
    match (value, path) {
        (Value::Array(list), _) => {
            let cells: Vec<String> = list.iter().map(|one| cell(one, path)).collect();
            cells.join(SEPARATOR)
        }
        (_, [first, rest @ ..]) => cell(&value[first], rest),
        (Value::Null, []) => String::new(),
        (Value::String(text), []) => text.clone(),
        // Where a comma or point may set thousands apart, three decimals could be those.
        (Value::Number(number), []) => unmistakable(&number.to_string()),
        (other, []) => other.to_string(),
    }
}

/// A number with another number of decimals than three, after which a point could set thousands apart: `1.200` is `1.2`,
/// `1.125` is `1.1250`.
pub fn unmistakable(digits: &str) -> String {
    let Some((whole, decimals)) = digits.split_once('.') else {
        return digits.to_owned();
    };
    match decimals.trim_end_matches('0') {
        "" => format!("{whole}.0"),
        short if short.len() == 3 => format!("{whole}.{short}0"),
        short => format!("{whole}.{short}"),
    }
}

/// An author as in BibTeX: `Family, Given`, a name of one word as it is, an institution in braces.
fn name(author: &Value) -> String {
    let part = |name: &str| author[name].as_str();
    match (part("family"), part("given")) {
        (Some(family), Some(given)) => format!("{family}, {given}"),
        (Some(family), None) => family.to_owned(),
        (None, _) => format!("{{{}}}", part("name").unwrap_or_default()),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A line of the table.
pub fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(harmless(cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(RISKY) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// A cell without the apostrophe that keeps spreadsheets from taking it for a formula.
pub fn unescaped(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(RISKY) => rest,
        _ => cell,
    }
}

/// A cell in quotation marks, if it needs them.
fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_can_be_restored() {
        let cells = ["=1+1", "-5", "'so'", "a,b", "say \"so\"", "+62, \"x\""];
        let line = line(cells.map(str::to_owned).into_iter());
        for cell in cells {
            assert_eq!(unescaped(&harmless(cell.to_owned())), cell);
        }
        assert_eq!(
            line,
            "'=1+1,'-5,''so',\"a,b\",\"say \"\"so\"\"\",\"'+62, \"\"x\"\"\"\r\n"
        );
    }
}
