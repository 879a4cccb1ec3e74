//! Small collections, each with one thing that a fact file may get wrong, or that an answer must word well.
//!
//! All begin with `fixtures/facts/clock.toml`; `data.rs` has the rules one by one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod figures;
mod words;

use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::{commands, render};

const CLOCK: &str = include_str!("../fixtures/facts/clock.toml");

/// The collection with texts replaced and something added at its end, below the claim, and what the check says of it.
fn checked(changes: &[(&str, &str)], added: &str) -> (Option<Facts>, Vec<String>) {
    let mut text = CLOCK.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "clock.toml has no {from}");
        text = text.replacen(from, to, 1);
    }
    text.push_str(added);
    let part = Part {
        name: "clock.toml".into(),
        text,
    };
    match read(&[part]) {
        Ok(checked) => {
            let warnings = checked.warnings.iter().map(ToString::to_string);
            (Some(checked.facts), warnings.collect())
        }
        Err(problems) => (None, problems.iter().map(ToString::to_string).collect()),
    }
}

/// The same, which must pass the check without a warning.
fn facts(changes: &[(&str, &str)], added: &str) -> Facts {
    let (facts, problems) = checked(changes, added);
    assert_eq!(problems, [""; 0]);
    facts.unwrap()
}

/// What the check says of texts replaced.
fn says(changes: &[(&str, &str)]) -> Vec<String> {
    checked(changes, "").1
}

/// An answer as plain text.
fn shown(facts: &Facts, question: &str, lang: Lang) -> String {
    let answer = commands::answer(facts, &question.parse().unwrap(), lang);
    let style = render::text::Style::default();
    let text = render::text::text(&render::long_page(&answer), style);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const SAID: &str = "said = { when = \"2024-05-02\", basis = \"stated\" }";

#[test]
fn a_report_is_not_carried_by_a_source_from_before_the_event() {
    let reports = |happened: &str| {
        let said = SAID.replace("05-02", "06-20");
        let said = format!("{said}\nabout.when = {{ when = \"{happened}\", basis = \"stated\" }}");
        says(&[("\"asserts\"", "\"reports\""), (SAID, &said)])
    };
    assert_eq!(reports("2024-05-02"), [""; 0]);
    assert_eq!(reports("2024-05"), [""; 0]);
    assert_eq!(
        reports("2024-05-03/2024-05-04"),
        ["clock.toml:47:1: every source of this claim came out before what it reports happened"]
    );
    // Said before it happens: a plan, which sources may have printed even earlier.
    assert_eq!(reports("2024-07-01"), [""; 0]);
}

const KIMS: &str = r#"
[[speaker]]
id = "kim-a"
kind = "person"
name.en = "Kim A"
name.id = "Kim A"
aliases = ["Kim B", "Kim"]

[[speaker]]
id = "kim-b"
kind = "person"
name.en = "Kim B"
name.id = "Kim B"
aliases = ["Kim"]
roles = [{ title.en = "baker", title.id = "tukang roti" }]
"#;

#[test]
fn a_name_that_two_share_is_told_and_asked_back() {
    let (facts, warnings) = checked(&[], KIMS);
    assert_eq!(
        warnings,
        [
            "clock.toml:71:11: “Kim B” also names the speaker kim-a, at clock.toml:66:12",
            "clock.toml:71:11: “Kim B” also names the speaker kim-a, at clock.toml:66:12",
            "clock.toml:73:12: “Kim” also names the speaker kim-a, at clock.toml:66:21",
        ][1..]
    );
    let facts = facts.unwrap();
    let asked = commands::answer(&facts, &"/who name:kim".parse().unwrap(), Lang::En);
    let offered = asked.actions.iter().map(|action| action.label.as_str());
    let offered: Vec<_> = offered.take(2).collect();
    assert_eq!(offered, ["Kim A", "Kim B (baker)"]);
    // A name comes before an alias.
    assert!(shown(&facts, "/who name:\"Kim B\"", Lang::En).starts_with("Kim B"));
}

#[test]
fn an_address_has_no_invisible_character() {
    for letter in [
        '\u{200b}', '\u{200d}', '\u{202e}', '\u{feff}', '\u{fe0f}', '\u{ad}',
    ] {
        let address = format!("https://example.org/{letter}clock");
        let says = says(&[("https://example.org/clock", &address)]);
        let code = u32::from(letter);
        let expected =
            format!("clock.toml:44:28: this address has the invisible character U+{code:04X}");
        assert_eq!(says, [expected]);
    }
}

#[test]
fn a_span_does_not_end_before_it_begins() {
    let said = SAID.replace("2024-05-02", "2004-06-11/2004-06");
    assert_eq!(
        says(&[(SAID, &said)]),
        ["clock.toml:52:17: “2004-06-11/2004-06” is not a date"]
    );
    let perhaps = facts(&[(SAID, &SAID.replace("05-02", "05-01?"))], "");
    assert!(shown(&perhaps, "/clock", Lang::En).contains("perhaps 1 May 2024"));
    assert!(shown(&perhaps, "/clock", Lang::Id).contains("mungkin 1 Mei 2024"));
}
