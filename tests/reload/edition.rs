//! Editions of a fact file: good ones, each marked in every text that answers show, and broken ones.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use regex::Regex;
use sumber::facts::file::{Part, read};

/// The fact file from which editions are made.
const FACTS: &str = include_str!("../fixtures/facts/valid.toml");

/// A good fact file with a number in its texts.
#[derive(Clone, Debug)]
pub struct Edition {
    pub number: usize,
    pub text: String,
    pub revision: String,
    pub claims: usize,
}

impl Edition {
    pub fn new(number: usize) -> Self {
        let mark = |text: String, field: &str| {
            let marked = text.replacen(field, &format!("{field}Edition {number}: "), 1);
            assert_ne!(text, marked, "{field}");
            marked
        };
        // What /about says, the question of the topic, and two of its claims. Its title is also in the commands.
        let fields = [
            "about.en = \"",
            "question.en = \"",
            "about.place.id = \"Eastport\"\ntext.en = \"",
            "about.who = [\"ministry\"]\ntext.en = \"",
        ];
        let mut text = fields.into_iter().fold(FACTS.to_owned(), mark);
        for more in 0..number % 5 {
            text += &claim(
                &format!("more-{more}"),
                &format!("Edition {number}: no cars"),
            );
        }
        let part = Part {
            name: "facts.toml".into(),
            text: text.clone(),
        };
        let facts = read(&[part]).unwrap_or_else(|problems| panic!("{problems:#?}"));
        Self {
            number,
            text,
            revision: facts.facts.revision.clone(),
            claims: facts.facts.claims.len(),
        }
    }

    /// The same text with something wrong in it.
    pub fn broken(&self, how: Broken) -> String {
        match how {
            Broken::Syntax => format!("{}\nkolour = [1,\n", self.text),
            Broken::Unsourced => {
                let unsourced = claim("unsourced", "Nobody says this");
                let (claim, _) = unsourced.split_once("[[claim.evidence]]").unwrap();
                format!("{}{claim}", self.text)
            }
            Broken::Half => {
                // In the middle of a text, as a save that is interrupted leaves it.
                let middle = self.text.find("ready since April").unwrap();
                self.text[..middle].to_owned()
            }
            Broken::Empty => String::new(),
        }
    }
}

/// What is wrong with a fact file.
#[derive(Clone, Copy, Debug)]
pub enum Broken {
    Syntax,
    Unsourced,
    Half,
    Empty,
}

/// A further claim.
pub fn claim(id: &str, words: &str) -> String {
    let mut claim = String::new();
    write!(
        claim,
        r#"
[[claim]]
id = "{id}"
topics = ["bridge"]
kind = "asserts"
by = ["ministry"]
said = {{ when = "2024-05-02", basis = "stated" }}
text.en = "{words} on the bridge ({id})."
text.id = "{words} di jembatan ({id})."
recorded = "2024-07-01"

[[claim.evidence]]
source = "gazette-bridge"
role = "origin"
"#
    )
    .unwrap();
    claim
}

/// The numbers of all editions from which a text was made.
pub fn editions(text: &str) -> BTreeSet<usize> {
    static EDITION: LazyLock<Regex> = LazyLock::new(|| Regex::new("Edition ([0-9]+)").unwrap());
    let found = EDITION.captures_iter(text);
    found.map(|found| found[1].parse().unwrap()).collect()
}

/// The one edition from which a text was made.
pub fn edition(text: &str) -> usize {
    let editions = editions(text);
    assert_eq!(editions.len(), 1, "{editions:?} in {text}");
    editions.into_iter().next().unwrap()
}
