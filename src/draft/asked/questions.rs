//! Records from answers to questions, or from `KEY=VALUE` as scripts give them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Asked, Offers, asked, meaning};
use crate::draft::dossier::Dossier;
use crate::draft::gate::{self, Known};
use crate::draft::original::{Original, Place};
use crate::draft::record::Draft;
use crate::draft::spreadsheet_date::{self, Found};
use crate::draft::{Options, Outcome};
use crate::facts::nearest::nearest;
use crate::facts::problem::Problem;

/// The keys that hold a date, which may be written as in a spreadsheet.
const DATES: [&str; 3] = ["said.when", "issued", "accessed"];

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

    /// Every key, each with its question.
    fn keys(&self) -> Vec<(String, String, &'static Asked)> {
        let languages = &self.dossier.languages;
        let keys = asked(self.kind)
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
            Offers::Nothing => self.suggested(&key),
            Offers::Words(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Offers::Ids(kind) | Offers::List(kind) => self.dossier.all_ids(kind),
        };
        Some(Question {
            about: meaning(self.kind, &path),
            is_required: asked.required,
            is_list: matches!(asked.offers, Offers::List(_)),
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
        let mut places = BTreeMap::new();
        let mut at = 0;
        for (key, value) in &self.given {
            let start = at + key.len() + " = ".len();
            at = start + value.len() + 1;
            places.insert(key, (value, whole.within(start..start + value.len())));
        }
        // In the order in which they are asked, whatever that of the answers.
        for (key, path, asked) in self.keys() {
            let given = places.get(&key).filter(|(value, _)| !value.is_empty());
            let Some((value, place)) = given else {
                continue;
            };
            match asked.offers {
                Offers::List(_) => {
                    let members = value.split([',', '|']).map(|one| Value::from(one.trim()));
                    draft.put(&path, members.collect::<Value>(), place);
                }
                Offers::Nothing if DATES.contains(&key.as_str()) => {
                    let date = match spreadsheet_date::read(value, None) {
                        Found::Date(date) => date,
                        _ => value.to_string(), // The checker says what is wrong with it.
                    };
                    draft.put(&path, date, place);
                }
                Offers::Nothing | Offers::Ids(_) | Offers::Words(_) => {
                    draft.put(&path, value.as_str(), place);
                }
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
        let outcome = gate::pass(
            self.dossier,
            &original,
            vec![draft],
            Vec::new(),
            Known::Kept,
        );
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
        let outcome = gate::pass(self.dossier, &original, vec![draft], problems, Known::Kept);
        (original, outcome)
    }
}
