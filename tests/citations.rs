//! Golden citations: every shipped source in every style and both languages, as text files to review under
//! `tests/citations/`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test citations` writes the changed files; read the diff before committing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use biblatex::{Bibliography, ChunksExt};
use sumber::cite::{self, Style};
use sumber::facts::{Facts, Lang, Source};

fn sources(facts: &Facts) -> Vec<&Source> {
    facts.sources.iter().map(AsRef::as_ref).collect()
}

/// Every expected golden file with its style and language.
fn golden() -> Vec<(PathBuf, Style, Lang)> {
    let file = |style: Style, lang: Lang| {
        let name = format!("{}.{}.txt", style.name(), lang.code());
        (Path::new("tests/citations").join(name), style, lang)
    };
    let files = |style| [Lang::En, Lang::Id].map(|lang| file(style, lang));
    Style::ALL.into_iter().flat_map(files).collect()
}

#[test]
fn every_source_is_cited_as_it_was_reviewed() {
    let facts = shipped::facts();
    let mut wrong = Vec::new();
    for (path, style, lang) in golden() {
        let text = cite::document(&sources(&facts), style, lang);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        let pairs = golden.lines().zip(text.lines());
        let first = pairs.clone().find(|(old, new)| old != new);
        if golden != text {
            wrong.push(format!("{}: {first:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_golden_citation_is_left_over() {
    let wanted: BTreeSet<PathBuf> = golden().into_iter().map(|(path, ..)| path).collect();
    for file in std::fs::read_dir("tests/citations").unwrap() {
        let path = file.unwrap().path();
        assert!(wanted.contains(&path), "{} is of no style", path.display());
    }
}

#[test]
fn each_reference_stands_alone_and_in_the_order_given() {
    let facts = shipped::facts();
    let sources: Vec<&Source> = sources(&facts).into_iter().step_by(7).collect();
    for style in Style::ALL {
        for lang in [Lang::En, Lang::Id] {
            let together = cite::entries(&sources, style, lang);
            assert_eq!(together.len(), sources.len());
            for (at, source) in sources.iter().enumerate() {
                let alone = cite::entries(&[source], style, lang).remove(0);
                assert_eq!(together[at].text, alone.text);
                let number = match style {
                    Style::Vancouver => Some(format!("{}.", at + 1)),
                    Style::Ieee => Some(format!("[{}]", at + 1)),
                    _ => None,
                };
                assert_eq!(together[at].number, number);
            }
        }
    }
}

/// What another program reads in a field of an entry.
fn field(bibliography: &Bibliography, key: &str, name: &str) -> Option<String> {
    let entry = bibliography.get(key).unwrap();
    entry.get(name).map(|chunks| chunks.format_verbatim())
}

#[test]
fn bibtex_is_read_back_without_loss() {
    let facts = shipped::facts();
    let mut hostile = facts.sources[0].as_ref().clone();
    hostile.id = "hostile".into();
    hostile.title_own = true;
    hostile.title = "50 % of A & B_c, #1 \"so\" $5 {x} – é".into();
    hostile.url = Some("https://example.org/a_b?c=%7B1%7D&d=#e~f".into());
    hostile.issued = "2024-10-08/2024-10-13".parse().ok();
    let mut all = sources(&facts);
    all.push(&hostile);
    let text = cite::document(&all, Style::Bibtex, Lang::En);
    let bibliography = Bibliography::parse(&text).unwrap();
    assert_eq!(bibliography.len(), all.len());
    for source in all {
        let field = |name: &str| field(&bibliography, &source.id, name);
        let title = match source.title_own {
            true => source.title.clone(),
            false => format!("[{}]", source.title),
        };
        // LaTeX sets a straight mark as a closing one, so that the title's marks are curly.
        assert_eq!(field("title").filter(|title| title.contains('"')), None);
        let publisher = field("journaltitle").or_else(|| field("organization"));
        assert_eq!(field("title").map(straight), Some(straight(title)));
        assert_eq!(publisher, Some(source.publisher.clone()));
        assert_eq!(
            field("date"),
            source.issued.as_ref().map(ToString::to_string)
        );
        assert_eq!(field("url"), source.url);
        assert_eq!(field("urldate"), source.accessed.map(|day| day.to_string()));
        assert_eq!(field("langid"), Some(source.language.clone()));
    }
}

/// A text with straight quotation marks in place of curly ones.
fn straight(text: String) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}
