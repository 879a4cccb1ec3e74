//! No statement without what speaks against it: every claim that is contradicted, denied, superseded, qualified or
//! withdrawn on a day has a phrase of its standing beside it, in every view, on every surface and in every export.
//!
//! The surfaces are read as a reader sees them: the phrase must follow the statement before any other statement does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and tells how many places it has checked"
)]

#[path = "../support/shipped.rs"]
mod shipped;

mod answers;
mod exports;

use once_cell::sync::Lazy;
use sumber::facts::date::{Date, Day};
use sumber::facts::{AsOf, Claim, Facts, Lang};
use sumber::phrases::Phrases;

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// The day of review and two days on which other claims were denied or open.
fn days() -> [Day; 3] {
    let day = |text: &str| text.parse::<Date>().unwrap().latest().unwrap();
    [FACTS.dossier.reviewed, day("2024-10-18"), day("2025-05-01")]
}

/// A claim that is never shown alone, and the phrases of which one must be shown beside it.
struct Against {
    claim: &'static Claim,
    statement: String,
    phrases: Vec<String>,
}

/// The statements of the claims known on a day, in one language.
struct Shown {
    against: Vec<Against>,
    /// All statements, the longest first.
    all: Vec<String>,
}

impl Shown {
    fn on(day: Day, lang: Lang) -> Self {
        let as_of = FACTS.as_of(day);
        let claims: Vec<&Claim> = FACTS.claims.iter().map(AsRef::as_ref).collect();
        let shown = claims
            .iter()
            .filter(|claim| as_of.known(claim) || claim.withdrawn.is_some());
        let mut all: Vec<String> = Vec::new();
        let mut against = Vec::new();
        for claim in shown {
            let statement = letters(claim.text.get(lang));
            let phrases = phrases(as_of, claim, lang);
            all.push(statement.clone());
            if !phrases.is_empty() {
                against.push(Against {
                    claim,
                    statement,
                    phrases,
                });
            }
        }
        all.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self { against, all }
    }

    fn of(&self, id: &str) -> Option<&Against> {
        self.against.iter().find(|one| one.claim.id == id)
    }

    /// How often a surface shows these statements; panics where one has no phrase after it.
    fn check(&self, surface: &str, what: &str) -> usize {
        let surface = letters(surface);
        // Where statements stand; one that is a part of a longer one does not count there.
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for statement in &self.all {
            for (at, _) in surface.match_indices(statement.as_str()) {
                let end = at + statement.len();
                if !found.iter().any(|(from, to, _)| *from <= at && end <= *to) {
                    found.push((at, end, statement));
                }
            }
        }
        found.sort_unstable();
        let mut checked = 0;
        for (place, (_, end, statement)) in found.iter().enumerate() {
            let Some(one) = self.against.iter().find(|one| one.statement == *statement) else {
                continue;
            };
            let mut later = found.iter().skip(place + 1);
            let next = later.find(|(_, _, other)| other != statement);
            let until = next.map_or(surface.len(), |(from, _, _)| *from);
            let beside = &surface[*end..until];
            let told = one.phrases.iter().any(|phrase| beside.contains(phrase));
            assert!(
                told,
                "{what}: {} without {:?}\n{beside}",
                one.claim.id, one.phrases
            );
            checked += 1;
        }
        checked
    }
}

/// The beginnings of phrases that tell what speaks against a claim; empty if nothing does.
fn phrases(as_of: AsOf<'static>, claim: &'static Claim, lang: Lang) -> Vec<String> {
    let words = Phrases::of(lang);
    let standing = as_of.standing(claim);
    let turned = as_of.turned(claim);
    let by_parties = [
        ("standing-denied", &standing.denied),
        ("standing-denied-before", &standing.denied_before),
        ("standing-denied-in-part", &standing.denied_in_part),
        ("standing-superseded", &standing.superseded),
        ("standing-qualified", &standing.qualified),
        ("turned-since", &turned),
    ];
    let mut phrases = Vec::new();
    for (key, voices) in by_parties {
        phrases.extend(
            words
                .party_names(voices)
                .into_iter()
                .map(|name| (key, name)),
        );
    }
    for one in &standing.contradicted {
        phrases.push(("brief-contradicted", one.source.publisher.clone()));
    }
    let mut phrases: Vec<String> = phrases
        .into_iter()
        .map(|(key, name)| {
            let phrase = words.format(key, &[("names", "|")]);
            letters(phrase.split('|').next().unwrap()) + &letters(&name)
        })
        .collect();
    if standing.withdrawn.is_some() {
        phrases.push(letters(&words.text("kind-withdrawn")));
    }
    phrases
}

/// The letters and digits of a text in lower case, so that line breaks and escapes do not matter.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The text of the body of a page, without tags.
fn visible(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    ["&amp;", "&#39;", "&quot;", "&lt;", "&gt;"]
        .into_iter()
        .fold(text, |text, entity| text.replace(entity, ""))
}
