//! Sources as Zotero and our own exports write them, without loss of author, date, title, address and publisher.

use sumber::cite::{Style, document};
use sumber::draft::{Dossier, Options};
use sumber::facts::Lang;
use sumber::facts::problem::Severity;
use sumber::shipped;

use crate::{after, bare, facts, imported, options, part, told};

/// As Zotero's BibTeX translator writes them.
const BIBTEX: &str = r#"
@string{gaz = {Eastport Gazette}}

@article{moll_clock_2024,
	title = {The clock runs again: {Eastport}'s {\textquotedblleft}old lady{\textquotedblright}},
	volume = {12},
	issn = {1234-5678},
	url = {https://example.org/clock?a=1&b=2},
	abstract = {It runs.},
	language = {en-GB},
	urldate = {2024-07-01},
	journal = gaz,
	author = {Moll, Ina and Müller, J{\"o}rg},
	month = may,
	year = {2024},
}

@misc{noauthor_uhr_nodate,
	title = {Die {Uhr}},
	url = {https://example.com/uhr},
	language = {ngerman},
	publisher = {Radio Lune},
	author = {{Stadt Eastport}},
}

@techreport{klein_losing_2023,
	address = {Eastport},
	title = {Losing time},
	url = {https://example.org/report},
	institution = {Clock Institute},
	language = {en},
	date = {2023-02/2023-04},
}
"#;

const RIS: &str = "TY  - NEWS\r\nTI  - The clock runs again\r\nAU  - Moll, Ina\r\nT2  - Eastport Gazette\r\nAB  - It runs.\r\nIt runs well.\r\nDA  - 2024/05/02/\r\nPY  - 2024\r\nLA  - en\r\nUR  - https://example.org/clock\r\nY2  - 2024/07/01/12:00:00\r\nER  - \r\n\r\nTY  - RPRT\r\nTI  - Losing time\r\nPB  - Clock Institute\r\nPY  - 2023\r\nLA  - en\r\nER  - \r\n";

const CSL: &str = r#"[
  {"id": "http://zotero.org/users/1/items/ABCD", "type": "article-newspaper", "container-title": "Eastport Gazette",
   "title": "The clock runs again", "URL": "https://example.org/clock", "language": "en-US",
   "author": [{"family": "Moll", "given": "Ina"}, {"literal": "Town of Eastport"}],
   "issued": {"date-parts": [["2024", 5, 2]]}, "accessed": {"date-parts": [["2024", 7, 1]]}},
  {"id": "x", "type": "webpage", "title": "Die Uhr", "container-title": "Radio Lune", "URL": "https://example.com/uhr",
   "issued": {"raw": "2024-05"}}
]"#;

fn only_warnings(name: &str, text: &str, options: &Options) -> (Dossier, sumber::draft::Outcome) {
    let dossier = bare();
    let outcome = imported(&dossier, name, text.as_bytes(), options);
    let errors = outcome
        .problems
        .iter()
        .filter(|one| one.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{}", told(&outcome));
    (dossier, outcome)
}

#[test]
fn bibtex_becomes_sources() {
    let (dossier, outcome) = only_warnings("zotero.bib", BIBTEX, &options());
    insta::assert_snapshot!(outcome.edits[0].text);
    facts(&after(&dossier, &outcome));
}

#[test]
fn ris_becomes_sources() {
    let (dossier, outcome) = only_warnings("zotero.ris", RIS, &options());
    insta::assert_snapshot!(outcome.edits[0].text);
    facts(&after(&dossier, &outcome));
}

#[test]
fn csl_json_becomes_sources_and_what_lacks_is_told() {
    let outcome = imported(&bare(), "zotero.json", CSL.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    let german = Options {
        language: Some("de".to_owned()),
        ..options()
    };
    let (dossier, outcome) = only_warnings("zotero.json", CSL, &german);
    insta::assert_snapshot!(outcome.edits[0].text);
    facts(&after(&dossier, &outcome));
    // The same again: both addresses are known.
    let there = Dossier::read(after(&dossier, &outcome), Some("facts/".to_owned())).unwrap();
    let again = imported(&there, "zotero.json", CSL.as_bytes(), &german);
    assert_eq!(
        (again.unchanged, again.edits.len(), told(&again)),
        (2, 0, String::new())
    );
}

#[test]
fn broken_entries_cost_only_themselves() {
    let broken = "@article{good,\n  title = {Good}, journal = {G}, language = {en}\n}\n\
        @article{open,\n  title = {Never closed, journal = {G}\n}\n\
        @article{macro,\n  title = {M}, journal = nobody, language = {en}\n}\n\
        @online{fine,\n  title = {Fine}, organization = {F}, langid = {english}\n}\n";
    let outcome = imported(&bare(), "a.bib", broken.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    assert_eq!(outcome.written, [("source", 2)]);
}

#[test]
fn json_that_is_none_is_told_where_it_ends() {
    let outcome = imported(&bare(), "a.json", b"[\n{\"id\": \"a\",}]", &options());
    assert_eq!(outcome.problems[0].line, 2);
    assert!(outcome.edits.is_empty());
}

/// What the three formats of our own export hold comes back: all of it but families, copies and notes.
#[test]
fn our_own_bibliographies_come_back() {
    let all = facts(&shipped::parts());
    let sources: Vec<_> = all.sources.iter().map(AsRef::as_ref).collect();
    for (style, name) in [
        (Style::Bibtex, "a.bib"),
        (Style::Ris, "a.ris"),
        (Style::CslJson, "a.csljson"),
    ] {
        let text = document(&sources, style, Lang::En);
        let empty = Dossier::read(
            vec![part(
                "facts/dossier.toml",
                &crate::BARE.replace("2024-12-31", "2030-12-31"),
            )],
            Some("facts/".to_owned()),
        )
        .unwrap();
        let outcome = imported(&empty, name, text.as_bytes(), &options());
        let errors = outcome
            .problems
            .iter()
            .filter(|one| one.severity == Severity::Error);
        assert_eq!(errors.count(), 0, "{name}: {}", told(&outcome));
        let back = facts(&after(&empty, &outcome));
        assert_eq!(back.sources.len(), sources.len());
        for (there, here) in sources.iter().zip(&back.sources) {
            let of = format!("{name}: {}", there.id);
            assert_eq!(here.id, there.id, "{of}");
            let straight = |text: &str| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
            assert_eq!(straight(&here.title), straight(&there.title), "{of}");
            assert_eq!(here.title_own, there.title_own, "{of}");
            assert_eq!(here.publisher, there.publisher, "{of}");
            let names = |source: &sumber::facts::Source| {
                let authors = source
                    .authors
                    .iter()
                    .map(|author| author.listed().to_owned());
                authors.collect::<Vec<_>>()
            };
            assert_eq!(names(here), names(there), "{of}");
            assert_eq!(here.url, there.url, "{of}");
            assert_eq!(here.language, there.language, "{of}");
            assert_eq!(here.accessed, there.accessed, "{of}");
            let written = |date: &Option<sumber::facts::date::Date>| {
                date.as_ref().map(|date| match style {
                    Style::Bibtex => date.to_string(),
                    // RIS has no spans, and neither has doubt.
                    Style::Ris => date
                        .to_string()
                        .split(['/', '~', '?'])
                        .next()
                        .unwrap()
                        .to_owned(),
                    _ => date.to_string().replace(['~', '?'], ""),
                })
            };
            assert_eq!(written(&here.issued), written(&there.issued), "{of}");
        }
    }
}
