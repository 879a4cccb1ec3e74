//! The wording of every text, and how the title, date and language of a source are cited.

use sumber::facts::Lang;

use super::{facts, says, shown};

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
