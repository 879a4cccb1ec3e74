//! Small collections, each with one thing that a fact file may get wrong, or that an answer must word well.
//!
//! All begin with `fixtures/facts/clock.toml`; `data.rs` has the rules one by one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use sumber::commands::answer;
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::query::Query;

const CLOCK: &str = include_str!("fixtures/facts/clock.toml");

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
