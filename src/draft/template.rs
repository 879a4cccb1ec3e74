//! A table of claims that is to be filled, with two example rows.

use super::columns::columns;
use crate::export::csv::line;
use crate::facts::Lang;
use crate::facts::date::Day;
use crate::phrases::Phrases;

/// A table with the columns that a claim needs or often has and two example rows, for a spreadsheet.
pub fn template(languages: &[String], topic: &str, today: Day) -> String {
    let seldom = [
        "quotes_translated_from",
        "quotes_machine",
        "figures_low",
        "figures_high",
        "figures_as_of",
        "figures_source",
        "revised",
        "withdrawn",
        "archive",
        "happened",
        "citing",
        "place",
        "where",
        "source_note",
        "said_why",
        "origin",
        "mirror_of",
        "title_own",
        "issued_basis",
    ];
    let often = |name: &String| {
        !seldom
            .iter()
            .any(|start| name == start || name.starts_with(&format!("{start}_")))
    };
    let names: Vec<String> = columns(languages).into_iter().filter(often).collect();
    let mut text = format!("\u{feff}{}", line(names.iter().cloned()));
    for denial in [false, true] {
        text += &line(names.iter().map(|name| cell(name, topic, today, denial)));
    }
    text
}

/// What stands in a column of an example row.
fn cell(name: &str, topic: &str, today: Day, denial: bool) -> String {
    let pick = |first: &str, second: &str| {
        if denial {
            second.to_owned()
        } else {
            first.to_owned()
        }
    };
    let words = |lang: &str| Phrases::of(Lang::of(lang).unwrap_or(Lang::En));
    match name.split_once('_') {
        Some(("text", lang)) => return words(lang).text(&pick("new-clock", "new-clock-wrong")),
        Some(("posts", lang)) if !denial => return words(lang).text("new-mayor"),
        Some(("speakers", lang)) if !["kind", "for"].contains(&lang) => {
            return pick("Ina Moll", "Otto Klein");
        }
        _ => {}
    }
    match name {
        "claim" => pick("clock-runs-again", "clock-loses-time"),
        "topics" => topic.to_owned(),
        "kind" => pick("asserts", "denies"),
        "speakers" => pick("ina-moll", "otto-klein"),
        "speakers_kind" => "person".to_owned(),
        "said" => pick("2024-05-02", "2024-05-03"),
        "said_basis" => "stated".to_owned(),
        "recorded" | "accessed" => today.to_string(),
        "links_type" => pick("", "denies"),
        "links" => pick("", "clock-runs-again"),
        "source" => pick("gazette-clock", "radio-clock"),
        "role" => "origin".to_owned(),
        "type" => pick("article-newspaper", "broadcast"),
        "title" => pick("The clock runs again", "Evening news"),
        "publisher" => pick("Eastport Gazette", "Radio Lune"),
        "family" => pick("gazette", "radio-lune"),
        "issued" => pick("2024-05-02", "2024-05-03"),
        "language" => "en".to_owned(),
        "url" => pick(
            "https://example.org/clock-runs-again",
            "https://example.com/evening-news",
        ),
        _ => String::new(),
    }
}
