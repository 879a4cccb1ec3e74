//! Made-up dossiers with any number of topics. Each has a statement and its denial on each topic.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Shelf};

/// The fact file of a dossier with an id, in some languages, with so many topics: `ID-0`, `ID-1` …
pub fn text(id: &str, languages: &[&str], topics: usize) -> String {
    let each = |key: &str, words: &str| -> String {
        let line = |lang: &&str| format!("{key}.{lang} = \"{words} ({lang})\"\n");
        languages.iter().map(line).collect()
    };
    let mut text = format!("[dossier]\nid = \"{id}\"\nlanguages = {languages:?}\n");
    text += "reviewed = \"2024-06-30\"\nlicence = \"CC0-1.0\"\n";
    text += &each("title", &format!("Dossier {id}"));
    text += &each("about", &format!("Who says what of {id}"));
    text += &each("report", "Write to facts@example.org");
    let speaker = |speaker: &str, name: &str| {
        let name = each("name", name);
        format!("\n[[speaker]]\nid = \"{speaker}\"\nkind = \"body\"\n{name}")
    };
    // The ministry speaks in every dossier.
    text += &speaker("ministry", "the Ministry of Roads");
    text += &speaker(&format!("{id}-council"), &format!("the council of {id}"));
    write!(
        text,
        r#"
[[source]]
id = "{id}-gazette"
type = "article-newspaper"
title = "The gazette of {id}"
publisher = "Gazette of {id}"
family = "{id}"
issued = "2024-05-02"
accessed = "2024-07-01"
url = "https://example.org/{id}"
language = "en"
"#
    )
    .unwrap();
    for number in 0..topics {
        text += &topic(id, number, &each);
    }
    text
}

fn topic(id: &str, number: usize, each: &dyn Fn(&str, &str) -> String) -> String {
    let name = format!("{id}-{number}");
    let mut text = format!("\n[[topic]]\nid = \"{name}\"\nasks = \"{name}-said\"\n");
    text += &each("title", &format!("The {id} quay {number}"));
    text += &each(
        "question",
        &format!("Will the {id} quay {number} be closed?"),
    );
    text += &each(
        "description",
        &format!("Who says that quay {number} of {id} closes"),
    );
    let claims = [
        ("said", "asserts", "ministry", "closes in May", ""),
        (
            "denied",
            "denies",
            &format!("{id}-council"),
            "stays open",
            "link = [{ type = \"denies\", to = \"SAID\" }]\n",
        ),
    ];
    for (end, kind, by, words, links) in claims {
        let links = links.replace("SAID", &format!("{name}-said"));
        let said = each("text", &format!("The {id} quay {number} {words}."));
        write!(
            text,
            r#"
[[claim]]
id = "{name}-{end}"
topics = ["{name}"]
kind = "{kind}"
by = ["{by}"]
said = {{ when = "2024-05-02", basis = "stated" }}
recorded = "2024-07-01"
{links}{said}
[[claim.evidence]]
source = "{id}-gazette"
role = "origin"
"#
        )
        .unwrap();
    }
    text
}

/// The facts of a text.
pub fn facts(text: &str) -> Facts {
    let part = Part {
        name: "dossier.toml".to_owned(),
        text: text.to_owned(),
    };
    read(&[part])
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
        .facts
}

/// A shelf of dossiers with these ids and numbers of topics.
pub fn shelf(dossiers: &[(&str, usize)]) -> Shelf {
    let made = |(id, topics): &(&str, usize)| Arc::new(facts(&text(id, &["en", "id"], *topics)));
    Shelf::new(dossiers.iter().map(made)).unwrap()
}

/// A new folder for a test, with a dossier in each folder of it.
pub fn folder(name: &str, dossiers: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("dossiers")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    for (dossier, text) in dossiers {
        write_dossier(&folder, dossier, text);
    }
    folder
}

/// Writes a dossier into its folder of a shelf.
pub fn write_dossier(folder: &Path, dossier: &str, text: &str) {
    fs::create_dir_all(folder.join(dossier)).unwrap();
    fs::write(folder.join(dossier).join("dossier.toml"), text).unwrap();
}
