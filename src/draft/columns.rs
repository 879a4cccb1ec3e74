//! The columns of a table of claims: those that the export writes, and what each becomes in a record.

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// One text.
    Text,
    /// Texts separated by `|`.
    List,
    /// A date, as spreadsheets may have changed it.
    Date,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// Names of people and institutions, separated by `|`: `Family, Given`, `Family` or `{Institution}`.
    Authors,
}

use Cell::{Authors, Date, Flag, List, Number, Text};

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its name; `*` makes one column for each language.
    pub(super) name: &'static str,
    /// Where its value stands in the record; `#` is the number of a member of a list, of which the cell has all.
    pub(super) path: &'static str,
    pub(super) cell: Cell,
    /// Whether a record without it is left out.
    pub(super) required: bool,
}

const fn must(name: &'static str, path: &'static str, cell: Cell) -> Column {
    Column {
        name,
        path,
        cell,
        required: true,
    }
}

const fn may(name: &'static str, path: &'static str, cell: Cell) -> Column {
    Column {
        name,
        path,
        cell,
        required: false,
    }
}

/// A claim: the same in each of its rows.
pub(super) const CLAIM: [Column; 34] = [
    must("claim", "id", Text),
    must("topics", "topics", List),
    must("kind", "kind", Text),
    must("speakers", "by", List),
    may("citing", "citing", List),
    may("via_*", "via.*", Text),
    must("said", "said.when", Date),
    must("said_basis", "said.basis", Text),
    may("said_why_*", "said.why.*", Text),
    may("about", "about.who", List),
    may("happened", "about.when.when", Date),
    may("happened_basis", "about.when.basis", Text),
    may("happened_why_*", "about.when.why.*", Text),
    may("place_*", "about.place.*", Text),
    must("text_*", "text.*", Text),
    may("recorded", "recorded", Date),
    may("revised", "revised.#.on", Date),
    may("revised_note_*", "revised.#.note.*", Text),
    may("withdrawn", "withdrawn.on", Date),
    may("withdrawn_note_*", "withdrawn.note.*", Text),
    may("quotes", "quote.#.words", Text),
    may("quotes_lang", "quote.#.lang", Text),
    may("quotes_source", "quote.#.source", Text),
    may("quotes_translated_from", "quote.#.translated_from", Text),
    may("quotes_machine", "quote.#.machine", Flag),
    may("figures", "figure.#.measure", Text),
    may("figures_low", "figure.#.low", Number),
    may("figures_best", "figure.#.best", Number),
    may("figures_high", "figure.#.high", Number),
    may("figures_qualifier", "figure.#.qualifier", Text),
    may("figures_as_of", "figure.#.as_of", Date),
    may("figures_source", "figure.#.source", Text),
    may("links_type", "link.#.type", Text),
    may("links", "link.#.to", Text),
];

/// What the source of a row does for the claim.
pub(super) const EVIDENCE: [Column; 5] = [
    must("source", "source", Text),
    must("role", "role", Text),
    may("in", "in", Text),
    may("where_*", "where.*", Text),
    may("note_*", "note.*", Text),
];

/// The source of a row, if the dossier does not have it.
pub(super) const SOURCE: [Column; 20] = [
    must("source", "id", Text),
    must("type", "type", Text),
    must("title", "title", Text),
    may("title_own", "title_own", Flag),
    may("authors", "author", Authors),
    must("publisher", "publisher", Text),
    must("family", "family", Text),
    may("origin", "origin", Text),
    may("mirror_of", "mirror_of", Text),
    may("issued", "issued", Date),
    may("issued_basis", "issued_basis", Text),
    may("accessed", "accessed", Date),
    may("url", "url", Text),
    may("archived", "archived.url", Text),
    may("archived_on", "archived.on", Date),
    may("archived_by", "archived.by", Text),
    may("gone", "gone", Date),
    must("language", "language", Text),
    may("archive", "archive", Text),
    may("source_note_*", "note.*", Text),
];

/// The speakers of a row, if the dossier does not have them: each cell has one value for each.
pub(super) const SPEAKER: [Column; 5] = [
    must("speakers", "id", Text),
    must("speakers_kind", "kind", Text),
    must("speakers_*", "name.*", Text),
    may("speakers_for", "for", Text),
    may("posts_*", "roles.0.title.*", Text),
];

/// Columns of the export that are worked out from the others, so that nothing is read from them.
pub(super) const COMPUTED: [&str; 12] = [
    "known_since",
    "denied_by",
    "denied_earlier_by",
    "denied_in_part_by",
    "confirmed_by_subject",
    "confirmed_by_others",
    "superseded_by",
    "taken_back_by",
    "qualified_by",
    "contradicted_by",
    "differs_in",
    "independent_origins",
];

/// Everything that can be read from a table.
fn all() -> impl Iterator<Item = &'static Column> {
    CLAIM.iter().chain(&EVIDENCE).chain(&SPEAKER).chain(&SOURCE)
}

/// The columns with such cells, which have the same name in all languages.
pub(super) fn with(cell: Cell) -> impl Iterator<Item = &'static Column> {
    all().filter(move |column| column.cell == cell)
}

/// The names of all columns that a table of claims may have, each once, in an order that suits people.
pub fn columns(languages: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in all().flat_map(|column| named(column.name, languages)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The names of a column in several languages.
pub(super) fn named(name: &str, languages: &[String]) -> Vec<String> {
    match name.contains('*') {
        true => languages
            .iter()
            .map(|lang| name.replace('*', lang))
            .collect(),
        false => vec![name.to_owned()],
    }
}
