//! Numbers: decimals, round millions, and the qualifier of every bound.

use sumber::export;
use sumber::facts::Lang;

use super::{checked, facts, shown};

/// A figure of the claim.
fn figure(lines: &str) -> String {
    format!("\n[[claim.figure]]\nmeasure = \"m\"\n{lines}\n")
}

#[test]
fn a_figure_keeps_its_qualifier_with_every_bound() {
    for (lines, english, indonesian) in [
        (
            "low = 3000\nqualifier = \"over\"",
            "over 3,000",
            "lebih dari 3.000",
        ),
        (
            "low = 3000\nqualifier = \"exact\"",
            "at least 3,000",
            "sedikitnya 3.000",
        ),
        (
            "low = 3000\nqualifier = \"about\"",
            "at least about 3,000",
            "sedikitnya sekitar 3.000",
        ),
        (
            "high = 3000\nqualifier = \"some\"",
            "up to some 3,000",
            "hingga sekitar 3.000",
        ),
        (
            "high = 3000\nqualifier = \"likely\"",
            "probably up to 3,000",
            "kemungkinan hingga 3.000",
        ),
        (
            "low = 5\nhigh = 10\nqualifier = \"about\"",
            "about 5 to 10",
            "sekitar 5 sampai 10",
        ),
        (
            "low = 5\nhigh = 5\nqualifier = \"over\"",
            "over 5",
            "lebih dari 5",
        ),
        (
            "low = 5\nbest = 7\nqualifier = \"over\"",
            "over 5 (most likely 7)",
            "lebih dari 5 (paling mungkin 7)",
        ),
        (
            "best = 2.5\nqualifier = \"about\"",
            "about 2.5",
            "sekitar 2,5",
        ),
        (
            "best = 2500000\nqualifier = \"about\"",
            "about 2.5 million",
            "sekitar 2,5 juta",
        ),
    ] {
        let facts = facts(&[], &figure(lines));
        for (lang, words) in [(Lang::En, english), (Lang::Id, indonesian)] {
            let text = shown(&facts, "/figures view:full", lang);
            assert!(text.contains(&format!("2024: {words} [1]")), "{text}");
        }
    }
}

#[test]
fn a_bound_is_not_qualified_as_the_other_bound() {
    let says = |lines: &str| checked(&[], &figure(lines)).1;
    assert_eq!(
        says("low = 3000\nqualifier = \"up-to\""),
        ["clock.toml:63:7: `low` with the qualifier up-to, which is for the other bound"]
    );
    assert_eq!(
        says("high = 3000\nqualifier = \"over\""),
        ["clock.toml:63:8: `high` with the qualifier over, which is for the other bound"]
    );
    assert_eq!(
        says("best = nan\nqualifier = \"exact\""),
        ["clock.toml:63:8: `best` has too many digits, or is no number"]
    );
}

#[test]
fn a_figure_is_exported_as_it_was_written() {
    let facts = facts(
        &[],
        &figure("low = 1.5\nbest = 2500000\nqualifier = \"exact\""),
    );
    let document = export::document(&facts);
    assert_eq!(
        document["claims"][0]["figures"][0]["low"].to_string(),
        "1.5"
    );
    assert_eq!(
        document["claims"][0]["figures"][0]["best"].to_string(),
        "2500000"
    );
}
