//! Statements of several parties, each of which counts for itself.

use super::{claim, day, facts, parties, shown};

#[test]
fn a_party_of_a_joint_statement_counts_only_for_what_it_said_itself() {
    let joint = |text: String| text.replace("by = [\"town\"]", "by = [\"town\", \"port\"]");
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        joint(claim(
            "no",
            "town",
            "denies",
            "2024-02-01",
            "denies open",
            "",
        )),
        joint(claim(
            "not",
            "town",
            "declines",
            "2024-02-01",
            "answers open",
            "",
        )),
        claim("yes", "town", "confirms", "2024-03-01", "confirms open", ""),
    ]);
    let as_of = facts.as_of(day("2024-03-15"));
    let standing = as_of.standing(facts.claim("open").unwrap());
    assert_eq!(parties(&standing.denied), ["port"]);
    assert_eq!(parties(&standing.denied_before), ["town"]);
    assert_eq!(parties(&standing.confirmed_by_subject), ["town"]);
    let turned = as_of.turned(facts.claim("no").unwrap());
    assert_eq!(parties(&turned), ["town"]);
    assert!(!as_of.said_more(facts.claim("not").unwrap()));
    let shown = shown(&facts, "/claim claim:open");
    assert!(
        shown.contains("Denied by Port (1 February 2024)"),
        "{shown}"
    );
    assert!(
        shown.contains("Denied at first by Town (1 February 2024)"),
        "{shown}"
    );
}

#[test]
fn only_the_subject_confirms_as_the_subject_in_a_joint_confirmation() {
    let joint = claim(
        "yes",
        "guild",
        "confirms",
        "2024-03-01",
        "confirms open",
        "",
    );
    let facts = facts(&[
        claim("open", "port", "asserts", "2024-01-01", "", ""),
        joint.replace("by = [\"guild\"]", "by = [\"guild\", \"town\"]"),
    ]);
    let standing = facts.as_of(day("2024-03-15"));
    let standing = standing.standing(facts.claim("open").unwrap());
    assert_eq!(parties(&standing.confirmed_by_subject), ["town"]);
    assert_eq!(parties(&standing.confirmed_by_others), ["guild"]);
}
