//! The claims as a table for spreadsheets: one row for each source of each claim (RFC 4180, UTF-8, with a head).
//!
//! Lists within a cell are parted by `|`. A cell that a spreadsheet could take for a formula has an apostrophe
//! before it, and so has one that begins with an apostrophe: who reads the table by program takes one away.

use super::record::{Claim, Evidence, Export, Source};
use crate::facts::{Lang, Text};

/// What stands between the items of a list.
const BETWEEN: &str = "|";

/// Signs with which a formula, or what hides one, begins. The apostrophe is here so that it can be undone.
const RISKY: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// The whole table, every line ended with CR LF.
pub fn table(export: &Export<'_>) -> String {
    let languages = export.dossier.languages;
    let mut lines = line(head(languages));
    for claim in &export.claims {
        let start = about_claim(claim, languages);
        for evidence in &claim.evidence {
            let source = export.sources.iter().find(|one| one.id == evidence.source);
            let end = source
                .into_iter()
                .flat_map(|source| about_source(evidence, source));
            lines.push_str(&line(start.iter().cloned().chain(end)));
        }
    }
    lines
}

fn head(languages: &[Lang]) -> Vec<String> {
    let each = |name: &str| -> Vec<String> {
        let name = |lang: &Lang| format!("{name}_{}", lang.code());
        languages.iter().map(name).collect()
    };
    let plain =
        |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).into()).collect() };
    [
        plain(&["claim", "topics", "kind", "speakers"]),
        each("speakers"),
        each("posts"),
        plain(&["citing", "said", "said_basis", "known_since"]),
        each("text"),
        plain(&[
            "denied_by",
            "denied_earlier_by",
            "denied_in_part_by",
            "confirmed_by_subject",
            "confirmed_by_others",
            "superseded_by",
            "contradicted_by",
            "differs_in",
            "independent_origins",
            "withdrawn",
            "source",
            "role",
            "publisher",
            "title",
            "title_own",
            "issued",
            "issued_basis",
            "accessed",
            "language",
            "url",
        ]),
    ]
    .concat()
}

fn about_claim(claim: &Claim<'_>, languages: &[Lang]) -> Vec<String> {
    let list = |ids: &[&str]| ids.join(BETWEEN);
    let ids = |all: &[super::record::Spoke<'_>]| {
        let ids: Vec<&str> = all.iter().map(|one| one.id).collect();
        ids.join(BETWEEN)
    };
    let each = |texts: &dyn Fn(Lang) -> Vec<String>| -> Vec<String> {
        languages
            .iter()
            .map(|lang| texts(*lang).join(BETWEEN))
            .collect()
    };
    let by = claim.by.iter();
    let names = |lang| {
        by.clone()
            .map(|one| one.name.get(lang).to_owned())
            .collect()
    };
    let post = |post: Option<&Text>, lang| post.map_or("", |post| post.get(lang)).to_owned();
    let posts = |lang| claim.by.iter().map(|one| post(one.post, lang)).collect();
    let text = |lang| vec![claim.text.get(lang).to_owned()];
    let standing = &claim.standing;
    let start = [
        claim.id.to_owned(),
        claim.topics.join(BETWEEN),
        claim.kind.word().to_owned(),
        ids(&claim.by),
    ];
    let middle = [
        ids(&claim.citing),
        claim.said.when.to_string(),
        claim.said.basis.word().to_owned(),
        claim
            .known_since
            .map(|day| day.to_string())
            .unwrap_or_default(),
    ];
    let end = [
        list(&standing.denied_by),
        list(&standing.denied_earlier_by),
        list(&standing.denied_in_part_by),
        list(&standing.confirmed_by_subject),
        list(&standing.confirmed_by_others),
        list(&standing.superseded_by),
        list(&standing.contradicted_by),
        list(&standing.differs_in),
        list(&standing.independent_origins),
        claim
            .withdrawn
            .map(|change| change.on.to_string())
            .unwrap_or_default(),
    ];
    let parts = [
        start.to_vec(),
        each(&names),
        each(&posts),
        middle.to_vec(),
        each(&text),
        end.to_vec(),
    ];
    parts.concat()
}

fn about_source(evidence: &Evidence<'_>, source: &Source<'_>) -> [String; 10] {
    [
        source.id.to_owned(),
        evidence.role.word().to_owned(),
        source.publisher.to_owned(),
        source.title.to_owned(),
        source.title_own.to_string(),
        source.issued.map(ToString::to_string).unwrap_or_default(),
        source
            .issued
            .map(|_| source.issued_basis.word())
            .unwrap_or_default()
            .to_owned(),
        source
            .accessed
            .map_or_else(String::new, |day| day.to_string()),
        source.language.to_owned(),
        source.url.unwrap_or_default().to_owned(),
    ]
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells
        .into_iter()
        .map(|cell| quoted(&harmless(cell)))
        .collect();
    format!("{}\r\n", cells.join(","))
}

fn harmless(cell: String) -> String {
    if cell.starts_with(RISKY) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula_and_can_be_had_back() {
        let cells = ["=1+1", "-5", "'so'", "a,b", "say \"so\"", "+62, \"x\""];
        let line = line(cells.map(str::to_owned));
        assert_eq!(
            line,
            "'=1+1,'-5,''so',\"a,b\",\"say \"\"so\"\"\",\"'+62, \"\"x\"\"\"\r\n"
        );
    }
}
