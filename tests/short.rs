//! The short answer to every topic, on every day on which something changed: it fits on one screen.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use once_cell::sync::Lazy;
use regex::Regex;
use sumber::answer::{Answer, Sentence, Span};
use sumber::commands;
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, message};
use sumber::render::page;

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// A link, of which only the text is seen.
static LINK: Lazy<Regex> = Lazy::new(|| Regex::new(r"\[(\[?[^\]]*\]?)\]\(<?[^)]*>?\)").unwrap());
/// Markup at the start of a line.
static START: Lazy<Regex> = Lazy::new(|| Regex::new(r"(?m)^(#+|-#) ").unwrap());

const MOST_CHARACTERS: usize = 1_000;
const MOST_LINES: usize = 16;
const COLUMNS: usize = 60;

/// Every topic's short answer, in both languages, on the last day and on every day on which something changed.
fn answers() -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for topic in &FACTS.topics {
        let days = FACTS
            .days(topic)
            .into_iter()
            .map(|day| Some(day.to_string()));
        for day in days.chain([None]) {
            for lang in [Lang::En, Lang::Id] {
                let query = Query::new(&topic.id).with(Key::Lang, lang.code());
                let query = match &day {
                    Some(day) => query.with(Key::AsOf, day),
                    None => query,
                };
                let answer = commands::answer(&FACTS, &query, lang);
                answers.push((query.to_string(), answer));
            }
        }
    }
    answers
}

/// What a reader sees of the message in Discord.
fn seen(answer: &Answer) -> String {
    let message = message(&page(answer), Audience::Asker);
    let mut texts: Vec<String> = message.content.into_iter().collect();
    for embed in message.embeds {
        texts.extend(embed.description);
        texts.extend(embed.footer.map(|footer| footer.text));
    }
    let text = texts.join("\n");
    let text = LINK.replace_all(&text, "$1");
    START
        .replace_all(&text, "")
        .replace("**", "")
        .replace("__", "")
}

fn text(sentence: &Sentence) -> String {
    let spans = sentence.spans.iter().map(|span| match span {
        Span::Text(text) | Span::Verbatim(text) => text.clone(),
        Span::Quoted { words, lang: _ } => words.clone(),
        Span::Cite(number) => format!("[{number}]"),
    });
    spans.collect()
}

#[test]
fn every_short_answer_fits_on_one_screen() {
    let mut wrong = Vec::new();
    for (query, answer) in answers() {
        let seen = seen(&answer);
        let lines = seen.split('\n').map(|line| line.chars().count());
        let lines: usize = lines.map(|length| length.div_ceil(COLUMNS).max(1)).sum();
        let characters = seen.chars().count();
        if characters > MOST_CHARACTERS || lines > MOST_LINES {
            wrong.push(format!(
                "{query}: {characters} characters, {lines} lines\n{seen}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_lead_is_made_of_whole_sourced_sentences() {
    for (query, answer) in answers() {
        assert!(!answer.lead.is_empty(), "{query}");
        assert!(answer.lead.len() <= 3, "{query}");
        for sentence in &answer.lead {
            let text = text(sentence);
            assert!(
                text.ends_with('.') && !text.contains("  "),
                "{query}: {text}"
            );
            assert!(
                !text.contains(" .") && !text.contains('{'),
                "{query}: {text}"
            );
        }
        let cited = answer.lead.iter().flat_map(|one| &one.spans);
        assert!(
            cited.clone().any(|one| matches!(one, Span::Cite(_))),
            "{query}"
        );
    }
}

#[test]
fn the_lead_of_the_troops_says_who_said_denied_and_confirmed() {
    let lead = |query: &str, lang| {
        let answer = commands::answer(&FACTS, &query.parse().unwrap(), lang);
        let lead: Vec<String> = answer.lead.iter().map(text).collect();
        lead.join(" ")
    };
    assert_eq!(
        lead("/troops", Lang::En),
        "Ukraine and South Korea said so in October 2024 [1]. Russia and North Korea denied it then, and both \
         confirmed it in April 2025 [2][3], after the United States and NATO in October 2024 [4][5]."
    );
    assert_eq!(
        lead("/troops", Lang::Id),
        "Ukraina dan Korea Selatan menyatakan hal itu pada Oktober 2024 [1]. Rusia dan Korea Utara membantahnya saat \
         itu, tetapi kemudian keduanya membenarkannya pada April 2025 [2][3], menyusul Amerika Serikat dan NATO pada \
         Oktober 2024 [4][5]."
    );
    assert_eq!(
        lead("/troops as_of:2024-10-18", Lang::En),
        "Ukraine and South Korea said so in October 2024 [1]. Russia denied it then [2]."
    );
}
