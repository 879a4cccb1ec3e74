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

/// The sources of the collection with these changes, in a style.
fn cited(changes: &[(&str, &str)], style: &str, lang: Lang) -> String {
    let question = format!("/sources topic:clock style:{style}");
    shown(&facts(changes, ""), &question, lang)
}

#[test]
fn marks_within_a_title_are_those_of_the_style() {
    for (title, stop, comma) in [
        (
            "Kremlin: “no comment”",
            "“Kremlin: ‘no comment.’”",
            "“Kremlin: ‘no comment,’”",
        ),
        ("“No comment”", "“‘No comment.’”", "“‘No comment,’”"),
        (
            "He said “yes”, she said “no”",
            "“He said ‘yes’, she said ‘no.’”",
            "“He said ‘yes’, she said ‘no,’”",
        ),
        ("Is it “fake?”", "“Is it ‘fake?’”", "“Is it ‘fake?’”"),
        (
            "“No comment,” says Kremlin",
            "“‘No comment,’ says Kremlin.”",
            "“‘No comment,’ says Kremlin,”",
        ),
        (
            "Peskov: “one more fake” on troops",
            "“Peskov: ‘one more fake’ on troops.”",
            "“Peskov: ‘one more fake’ on troops,”",
        ),
        (
            "Kremlin says 'no comment'",
            "“Kremlin says ‘no comment.’”",
            "“Kremlin says ‘no comment,’”",
        ),
    ] {
        let title = format!("\"{title}\"");
        for lang in [Lang::En, Lang::Id] {
            for (style, expected) in [("mla", stop), ("chicago", stop), ("ieee", comma)] {
                let text = cited(&[("\"The clock runs again\"", &title)], style, lang);
                let around = ["1] ", "Gazette. "].map(|before| format!("{before}{expected}"));
                assert!(around.iter().any(|one| text.contains(one)), "{text}");
            }
        }
    }
}

#[test]
fn the_ends_of_a_span_share_what_they_have_in_common() {
    for (span, apa, mla, chicago) in [
        (
            "2024-05-01/2024-05-02",
            "(2024, May 1–2)",
            "1–2 May 2024",
            "May 1–2, 2024",
        ),
        (
            "2024-03-03/2024-05-02",
            "(2024, March 3–May 2)",
            "3 Mar.–2 May 2024",
            "March 3–May 2, 2024",
        ),
        (
            "2024-04/2024-05",
            "(2024, April–May)",
            "Apr.–May 2024",
            "April–May 2024",
        ),
    ] {
        let span = format!("\"{span}\"\naccessed");
        let changes = [("\"2024-05-02\"\naccessed", &*span)];
        for (style, expected) in [("apa", apa), ("mla", mla), ("chicago", chicago)] {
            let text = cited(&changes, style, Lang::En);
            assert!(text.contains(expected), "{text}");
        }
    }
}

#[test]
fn every_kind_of_source_keeps_its_date() {
    for (kind, mla) in [
        ("speech", "2 May 2024"),
        ("legislation", "2 May 2024"),
        ("standard", "2 May 2024"),
        ("article", "2 May 2024"),
        ("patent", "2 May 2024"),
        // The handbook gives films a year.
        ("motion_picture", ", 2024"),
    ] {
        let changes = [("\"webpage\"", format!("\"{kind}\""))];
        let changes = changes.each_ref().map(|(from, to)| (*from, to.as_str()));
        for lang in [Lang::En, Lang::Id] {
            for style in ["apa", "chicago", "mla", "ieee", "vancouver"] {
                let text = cited(&changes, style, lang);
                assert!(
                    text.matches("2024").count() >= 2,
                    "{kind} in {style}: {text}"
                );
            }
        }
        let text = cited(&changes, "mla", Lang::En);
        assert!(text.contains(mla), "{text}");
        let text = cited(&changes, "ieee", Lang::En);
        assert!(text.contains("Gazette, May 02, 2024."), "{text}");
    }
}

#[test]
fn a_language_that_the_bot_does_not_speak_is_named() {
    let arabic = facts(&[("language = \"en\"", "language = \"ar\"")], "");
    assert!(shown(&arabic, "/sources topic:clock", Lang::En).contains("(in Arabic)"));
    assert!(shown(&arabic, "/sources topic:clock", Lang::Id).contains("(dalam bahasa Arab)"));
}
