//! Slips that people make in a line, each told once with the line as it should be.

use super::{changed, lines, problems};

/// The report on the valid file with one change: place and message, then the whole help.
fn check(from: &str, to: &str, says: &str, help: &str) {
    let found = problems(&changed(from, to));
    assert_eq!(lines(&found), [format!("facts.toml:{says}")], "{to}");
    assert_eq!(found[0].help, help, "{to}");
}

#[test]
fn a_missing_header_is_told_once() {
    for (header, rest, at) in [
        ("[[claim]]\n", "id = \"bridge-not-ready\"", 164),
        ("[[claim]]\n", "id = \"bridge-ready\"", 110),
    ] {
        let says = format!("{at}:1: before this, the line [[claim]] is missing");
        let help = "write [[claim]] on a line of its own before it.";
        check(&format!("{header}{rest}"), rest, &says, help);
    }
}

#[test]
fn a_slip_is_told_with_the_line_as_it_should_be() {
    let denies = "kind = \"denies\"";
    for (line, says, help) in [
        (
            "kind: \"denies\"",
            "167:5: a colon where an equals sign stands",
            "write kind = \"denies\"",
        ),
        (
            "kind = \"denies\",",
            "167:16: a comma at the end of a line",
            "remove it: kind = \"denies\"",
        ),
        (
            "kind\u{a0}= \"denies\"",
            "167:5: a no-break space, which looks like a space",
            "remove it, and type a space with the space bar.",
        ),
        (
            "kind =\u{a0}\"denies\"",
            "167:7: a no-break space, which looks like a space",
            "remove it, and type a space with the space bar.",
        ),
        (
            "\u{a0}kind = \"denies\"",
            "167:1: a no-break space, which looks like a space",
            "remove it, and type a space with the space bar.",
        ),
    ] {
        check(denies, line, says, help);
    }
    check(
        "title = \"Evening news\"",
        "title = \"Evening \"news\" tonight\"",
        "92:18: a straight double quote within a text, which ends it",
        "write \\\" for each one inside, or curly quotes: “…”.",
    );
    for number in ["190,000", "190,000,000", "190 000"] {
        let digits = number.replace([',', ' '], "");
        check(
            "high = 150",
            &format!("high = {number}"),
            "159:8: a number with a sign between its thousands",
            &format!("write it in digits only: high = {digits}"),
        );
    }
}

#[test]
fn a_quotation_with_its_own_marks_is_a_warning() {
    let words = "words = \"The bridge is ready, and it is safe\"";
    let marked = "words = \"“The bridge is ready, and it is safe”\"";
    let text = changed(words, marked).replace("of = \"The bridge", "of = \"“The bridge");
    let text = text.replace(
        "it is safe\"\n\n[[claim.figure",
        "it is safe”\"\n\n[[claim.figure",
    );
    let said = ["facts.toml:144:9: a quotation with marks of its own (warning)"];
    assert_eq!(lines(&problems(&text)), said);
}
