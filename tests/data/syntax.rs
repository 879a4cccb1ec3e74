//! A missing bracket is reported once, without problems that only follow from it.

use super::{VALID, changed, lines, part, problems, problems_of};

/// The report on the valid file with one change: place and message, then the help.
fn check(from: &str, to: &str, says: &str, help: &str) {
    let found = problems(&changed(from, to));
    assert_eq!(lines(&found), [format!("facts.toml:{says}")], "{to}");
    assert!(found[0].help.starts_with(help), "{to}: {}", found[0].help);
}

#[test]
fn a_missing_bracket_of_a_record_is_told_once() {
    let claim = "[[claim]]\nid = \"bridge-not-ready\"";
    let spoil = |header: &str| claim.replace("[[claim]]", header);
    let unclosed = "164:1: a bracket that is not closed";
    check(
        claim,
        &spoil("[[claim]"),
        unclosed,
        "close it with ]]: [[claim]]",
    );
    check(
        claim,
        &spoil("[[claim"),
        unclosed,
        "close it with ]]: [[claim]]",
    );
    let named = "164:1: a record’s name is not in its brackets";
    for header in [
        "[claim",
        "[claim]]",
        "claim]]",
        "{{claim}}",
        "[[claim)]",
        "claim",
    ] {
        check(
            claim,
            &spoil(header),
            named,
            "write [[claim]] on a line of its own.",
        );
    }
    let single = "164:1: [[claim]] stands in double brackets";
    check(
        claim,
        &spoil("[claim]"),
        single,
        "write [[claim]]: there may be many.",
    );
    let nameless = "164:1: this does not begin a record";
    check(
        claim,
        &spoil("[[]]"),
        nameless,
        "write a record’s name in double brackets",
    );
    let dossier = "3:1: a bracket that is not closed";
    check(
        "[dossier]",
        "[dossier",
        dossier,
        "close it with ]: [dossier]",
    );
}

#[test]
fn the_first_record_in_single_brackets_is_told_not_the_healthy_ones_after_it() {
    let said = "110:1: [[claim]] stands in double brackets";
    check(
        "[[claim]]",
        "[claim]",
        said,
        "write [[claim]]: there may be many.",
    );
    let evidence = "[[claim.evidence]]\nsource = \"gazette-copy\"";
    let single = evidence.replace("[[claim.evidence]]", "[claim.evidence]");
    let said = "132:1: [[claim.evidence]] stands in double brackets";
    check(evidence, &single, said, "write [[claim.evidence]]");
    let open = evidence.replace("[[claim.evidence]]", "[[claim.evidence]");
    let said = "132:1: a bracket that is not closed";
    check(
        evidence,
        &open,
        said,
        "close it with ]]: [[claim.evidence]]",
    );
}

#[test]
fn a_list_or_table_without_end_is_told_once() {
    let by = "by = [\"ada-berg\"]";
    let said = "115:1: the list or table before this is not closed";
    check(by, "by = [\"ada-berg\"", said, "close a list with ]");
    let said = "114:17: this text cannot be read, or it is not closed on its line";
    check(
        by,
        "by = [\"ada-berg]",
        said,
        "end the text with a straight double quote;",
    );
    let said = "118:1: the list or table before this is not closed";
    check(
        "basis = \"stated\" }",
        "basis = \"stated\"",
        said,
        "close a list with ]",
    );
    let said = "92:9: this text in three quotation marks is not closed";
    let title = "title = \"Evening news\"";
    check(
        title,
        "title = \"\"\"Evening news\"",
        said,
        "write it on one line",
    );
}

#[test]
fn a_comma_that_is_missing_is_only_that() {
    let said = "9:19: a comma is missing";
    check("[\"en\", \"id\"]", "[\"en\" \"id\"]", said, "put a comma");
}

#[test]
fn what_may_stand_in_a_part_with_a_missing_bracket_is_not_missed_elsewhere() {
    let (first, second) = VALID.split_once("[[claim]]").unwrap();
    let second = format!("[[claim]{second}").replacen("[[topic]]", "[topic]", 1);
    let parts = [part("a.toml", first), part("b.toml", &second)];
    let said = lines(&problems_of(&parts));
    assert_eq!(said, ["b.toml:1:1: a bracket that is not closed"]);
}

#[test]
fn other_slips_after_a_missing_bracket_are_told_too() {
    let text = changed("[[claim]]", "[[claim]");
    let text = text.replacen("role = \"origin\"", "role = “origin”", 1);
    let said = [
        "facts.toml:110:1: a bracket that is not closed",
        "facts.toml:128:8: a text without straight quotation marks",
    ];
    assert_eq!(lines(&problems(&text)), said);
}
