//! Records from answers to questions, or from `KEY=VALUE` as scripts give them.

use serde_json::Value;

use super::dossier::Dossier;
use super::gate;
use super::original::{Original, Place};
use super::record::Draft;
use super::{Options, Outcome};
use crate::facts::file::schema;
use crate::facts::nearest::nearest;
use crate::facts::problem::Problem;

/// One question: a key of the record, in each language if it ends in `*`.
#[derive(Clone, Copy, Debug)]
struct Asked {
    /// As in the file: `evidence.source` is the source of the first evidence.
    key: &'static str,
    path: &'static str,
    /// Whether the record needs it.
    required: bool,
    /// Which ids or words are offered.
    offers: Offers,
    /// Of what it depends: it is asked only if that key has one of these values.
    only: Option<(&'static str, &'static [&'static str])>,
}

/// What is offered as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offers {
    Nothing,
    /// The ids of the records of a kind; several, if it is a list.
    Ids(&'static str),
    /// Several ids.
    List(&'static str),
    /// The words that the key may have.
    Words(&'static [&'static str]),
}

use Offers::{Ids, List, Nothing, Words};

const KINDS: &[&str] = &[
    "asserts", "denies", "confirms", "assesses", "reports", "declines",
];
const ROLES: &[&str] = &["origin", "confirms", "differs", "part", "contradicts"];
const LINKS: &[&str] = &[
    "supports",
    "denies",
    "confirms",
    "qualifies",
    "supersedes",
    "repeats",
    "answers",
    "part-of",
    "context",
];
const SPEAKERS: &[&str] = &["person", "state", "body", "agency", "company"];
const TYPES: &[&str] = &[
    "article-newspaper",
    "article-journal",
    "webpage",
    "report",
    "broadcast",
    "interview",
    "speech",
    "treaty",
    "book",
    "post",
    "dataset",
    "legislation",
];

const fn must(key: &'static str, path: &'static str, offers: Offers) -> Asked {
    Asked {
        key,
        path,
        required: true,
        offers,
        only: None,
    }
}

const fn may(key: &'static str, path: &'static str, offers: Offers) -> Asked {
    Asked {
        key,
        path,
        required: false,
        offers,
        only: None,
    }
}

const fn when(asked: Asked, key: &'static str, values: &'static [&'static str]) -> Asked {
    Asked {
        only: Some((key, values)),
        ..asked
    }
}

const CLAIM: &[Asked] = &[
    must("id", "id", Nothing),
    must("topics", "topics", List("topic")),
    must("kind", "kind", Words(KINDS)),
    must("by", "by", List("speaker")),
    may("via.*", "via.*", Nothing),
    must("said.when", "said.when", Nothing),
    must("said.basis", "said.basis", Words(&["stated", "inferred"])),
    when(
        must("said.why.*", "said.why.*", Nothing),
        "said.basis",
        &["inferred"],
    ),
    may("about.who", "about.who", List("speaker")),
    must("text.*", "text.*", Nothing),
    must("evidence.source", "evidence.0.source", Ids("source")),
    must("evidence.role", "evidence.0.role", Words(ROLES)),
    when(
        must(
            "evidence.in",
            "evidence.0.in",
            Words(&["number", "date", "who", "wording"]),
        ),
        "evidence.role",
        &["differs"],
    ),
    when(
        must("evidence.note.*", "evidence.0.note.*", Nothing),
        "evidence.role",
        &["differs", "part", "contradicts"],
    ),
    may("link.type", "link.0.type", Words(LINKS)),
    when(
        must("link.to", "link.0.to", Ids("claim")),
        "link.type",
        LINKS,
    ),
];

const SOURCE: &[Asked] = &[
    must("id", "id", Nothing),
    must("type", "type", Words(TYPES)),
    must("title", "title", Nothing),
    must("publisher", "publisher", Nothing),
    must("family", "family", Nothing),
    may("issued", "issued", Nothing),
    may("accessed", "accessed", Nothing),
    may("url", "url", Nothing),
    must("language", "language", Nothing),
];

const SPEAKER: &[Asked] = &[
    must("id", "id", Nothing),
    must("kind", "kind", Words(SPEAKERS)),
    must("name.*", "name.*", Nothing),
    may("for", "for", Ids("speaker")),
    may("aliases", "aliases", List("")),
    may("roles.title.*", "roles.0.title.*", Nothing),
];

/// A question in words, and what is offered as its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The key that the answer is for, such as `text.en`.
    pub key: String,
    /// What the key means.
    pub about: String,
    /// Whether it must be answered.
    pub is_required: bool,
    /// Whether the answer may be a list, separated by commas.
    pub is_list: bool,
    /// What is offered.
    pub offers: Vec<String>,
}

/// Answers to questions about one new record.
#[derive(Debug)]
pub struct Answers<'d> {
    dossier: &'d Dossier,
    kind: &'static str,
    given: Vec<(String, String)>,
}

impl<'d> Answers<'d> {
    /// No answers yet. `None` for a kind of record that is not asked about.
    pub fn new(dossier: &'d Dossier, kind: &str) -> Option<Self> {
        let kind = ["claim", "source", "speaker"]
            .into_iter()
            .find(|known| *known == kind)?;
        Some(Self {
            dossier,
            kind,
            given: Vec::new(),
        })
    }

    fn asked(&self) -> &'static [Asked] {
        match self.kind {
            "claim" => CLAIM,
            "source" => SOURCE,
            _ => SPEAKER,
        }
    }

    /// Every key, each with its question.
    fn keys(&self) -> Vec<(String, String, &'static Asked)> {
        let languages = &self.dossier.languages;
        let keys = self
            .asked()
            .iter()
            .flat_map(|asked| match asked.key.contains('*') {
                true => languages
                    .iter()
                    .map(|lang| {
                        (
                            asked.key.replace('*', lang),
                            asked.path.replace('*', lang),
                            asked,
                        )
                    })
                    .collect(),
                false => vec![(asked.key.to_owned(), asked.path.to_owned(), asked)],
            });
        keys.collect()
    }

    fn given(&self, key: &str) -> Option<&str> {
        let given = self.given.iter().find(|(known, _)| known == key);
        given.map(|(_, value)| value.as_str())
    }

    /// Answers a question; an empty answer leaves the key out.
    ///
    /// # Errors
    ///
    /// That there is no such key, with the nearest.
    pub fn give(&mut self, key: &str, value: &str) -> Result<(), String> {
        let keys = self.keys();
        if !keys.iter().any(|(known, ..)| known == key) {
            let names = || keys.iter().map(|(known, ..)| known.as_str());
            let all: Vec<&str> = names().collect();
            return Err(match nearest(key, names(), 1).first() {
                Some(near) => format!("there is no key “{key}”; did you mean “{near}”?"),
                None => format!("there is no key “{key}”; keys are {}", all.join(", ")),
            });
        }
        self.given.retain(|(known, _)| known != key);
        self.given.push((key.to_owned(), value.trim().to_owned()));
        Ok(())
    }

    /// Takes an answer back, so that it is asked again.
    pub fn take_back(&mut self, key: &str) {
        self.given.retain(|(known, _)| known != key);
    }

    /// The next question without an answer.
    pub fn next(&self) -> Option<Question> {
        let fits = |asked: &Asked| {
            asked.only.is_none_or(|(key, values)| {
                self.given(key).is_some_and(|value| values.contains(&value))
            })
        };
        let keys = self.keys();
        let (key, path, asked) = keys
            .into_iter()
            .find(|(key, _, asked)| self.given(key).is_none() && fits(asked))?;
        let offers = match asked.offers {
            Nothing => self.suggested(&key),
            Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Ids(kind) | List(kind) => self.dossier.all_ids(kind),
        };
        Some(Question {
            about: meaning(self.kind, &path),
            is_required: asked.required,
            is_list: matches!(asked.offers, List(_)),
            key,
            offers,
        })
    }

    /// What other records have under a key.
    fn suggested(&self, key: &str) -> Vec<String> {
        match (self.kind, key) {
            ("source", "publisher" | "family" | "language") => self.dossier.values("source", key),
            _ => Vec::new(),
        }
    }

    /// The answers as a text, one to a line, in which problems are shown.
    fn original(&self) -> Original {
        let lines = self
            .given
            .iter()
            .map(|(key, value)| format!("{key} = {value}\n"));
        Original::new(format!("the new {}", self.kind), lines.collect())
    }

    fn draft(&self, original: &Original, options: &Options) -> Draft {
        let whole = Place {
            span: 0..original.text.len().min(1),
            label: "".into(),
        };
        let mut draft = Draft::new(self.kind, whole.clone());
        let mut at = 0;
        let keys = self.keys();
        for (key, value) in &self.given {
            let start = at + key.len() + 3;
            let place = whole.within(start..start + value.len());
            at = start + value.len() + 1;
            let Some((_, path, asked)) = keys.iter().find(|(known, ..)| known == key) else {
                continue;
            };
            match asked.offers {
                _ if value.is_empty() => {}
                List(_) => {
                    let members = value.split([',', '|']).map(|one| Value::from(one.trim()));
                    draft.put(path, members.collect::<Value>(), &place);
                }
                _ => draft.put(path, value.as_str(), &place),
            }
        }
        if self.kind == "claim" {
            draft.put("recorded", options.today.to_string(), &whole);
        }
        draft
    }

    /// What is wrong with the answer to one question, as far as the others are known.
    pub fn problems_of(&self, key: &str, options: &Options) -> (Original, Vec<Problem>) {
        let original = self.original();
        let mut draft = self.draft(&original, options);
        draft.is_broken = true;
        let keys = self.keys();
        let place = keys
            .iter()
            .find(|(known, ..)| known == key)
            .map(|(_, path, _)| draft.place_of(path).span.clone());
        let outcome = gate::pass(self.dossier, &original, vec![draft], Vec::new(), false);
        let own = outcome
            .problems
            .into_iter()
            .filter(|problem| Some(&problem.span) == place.as_ref());
        (original, own.collect())
    }

    /// The record of all answers, checked. Every key that lacks is a problem.
    pub fn outcome(&self, options: &Options) -> (Original, Outcome) {
        let original = self.original();
        let mut draft = self.draft(&original, options);
        let mut problems = Vec::new();
        let mut rest = Answers {
            dossier: self.dossier,
            kind: self.kind,
            given: self.given.clone(),
        };
        while let Some(question) = rest.next() {
            if question.is_required {
                let what = format!("`{}` is missing", question.key);
                let help = format!("add {}=…: {}", question.key, question.about);
                problems.push(original.error(&draft.place, what, help));
                draft.is_broken = true;
            }
            rest.given.push((question.key, String::new()));
        }
        let outcome = gate::pass(self.dossier, &original, vec![draft], problems, false);
        (original, outcome)
    }
}

/// What a key means, as the schema of the fact file says it.
fn meaning(kind: &str, path: &str) -> String {
    let schema = schema();
    let mut at = &schema["properties"][kind]["items"];
    let mut about = String::new();
    for step in path.split('.') {
        if let Some(reference) = at["$ref"].as_str() {
            at = &schema["$defs"][reference.rsplit('/').next().unwrap_or_default()];
        }
        if step.parse::<usize>().is_ok() {
            at = &at["items"];
            continue;
        }
        let next = &at["properties"][step];
        if next.is_null() {
            break;
        }
        at = next;
        if let Some(text) = at["description"].as_str() {
            about = text.to_owned();
        }
    }
    about
}
