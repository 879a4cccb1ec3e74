//! Small collections, each with one thing that a fact file may get wrong, or that an answer must word well.
//!
//! All begin with `fixtures/facts/clock.toml`; `data.rs` has the rules one by one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::{commands, export, render};

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
    assert_eq!(offered, ["Kim A (kim-a)", "Kim B (baker)"]);
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

#[test]
fn house_rules_of_wording_hold_in_every_text_of_the_file() {
    for (text, at) in [
        ("The clock of Eastport", "4:13"),
        ("Who says what about the clock of the town hall.", "6:13"),
        (
            "Tell us which claim is wrong, and where that can be read.",
            "11:14",
        ),
        ("The clock of the town hall\"", "16:13"),
        ("Does the clock of the town hall run again?", "18:16"),
        ("Who says that the clock runs, and who denies it", "20:19"),
        ("soldiers", "25:12"),
        ("people", "27:12"),
        ("The clock of the town hall runs again.", "53:12"),
    ] {
        let end = if text.ends_with('"') { "\"" } else { "" };
        let loaded = format!("admitted{end}");
        let says = says(&[(text, &loaded)]);
        assert_eq!(
            says,
            [format!("clock.toml:{at}: “admitted” judges the speaker")]
        );
    }
}

#[test]
fn a_source_is_cited_with_its_marks_its_date_and_its_language() {
    let cited = |changes: &[(&str, &str)], style: &str| {
        shown(
            &facts(changes, ""),
            &format!("/sources topic:clock style:{style}"),
            Lang::En,
        )
    };
    const TITLE: &str = "\"The clock runs again\"";
    for (title, expected) in [
        ("Kremlin: “no comment”", "“Kremlin: ‘no comment.’” Eastport"),
        ("“No comment”", "“‘No comment.’” Eastport"),
        (
            "He said “yes”, she said “no”",
            "“He said ‘yes’, she said ‘no.’” Eastport",
        ),
        ("Is it “fake?”", "“Is it ‘fake?’” Eastport"),
        (
            "“No comment,” says Kremlin",
            "“‘No comment,’ says Kremlin.” Eastport",
        ),
        (
            "Peskov: “one more fake” on troops",
            "“Peskov: ‘one more fake’ on troops.” Eastport",
        ),
        (
            "Kremlin says 'no comment'",
            "“Kremlin says ‘no comment.’” Eastport",
        ),
    ] {
        let text = cited(&[(TITLE, &format!("\"{title}\""))], "mla");
        assert!(text.contains(expected), "{text}");
    }
    for kind in [
        "speech",
        "legislation",
        "standard",
        "article",
        "patent",
        "motion_picture",
    ] {
        for style in ["apa", "chicago", "mla", "ieee", "vancouver"] {
            let text = cited(&[("\"webpage\"", &format!("\"{kind}\""))], style);
            assert!(
                text.matches("2024").count() >= 2,
                "{kind} in {style}: {text}"
            );
        }
    }
    let text = cited(
        &[(
            "\"2024-05-02\"\naccessed",
            "\"2024-05-01/2024-05-02\"\naccessed",
        )],
        "mla",
    );
    assert!(text.contains("1–2 May 2024"), "{text}");
    let arabic = facts(&[("language = \"en\"", "language = \"ar\"")], "");
    assert!(shown(&arabic, "/sources topic:clock", Lang::En).contains("(in Arabic)"));
    assert!(shown(&arabic, "/sources topic:clock", Lang::Id).contains("(dalam bahasa Arab)"));
}
