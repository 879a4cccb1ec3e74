//! From which day a claim counts, and which sources carry it.

use sumber::commands;
use sumber::facts::Lang;

use super::{claim, day, facts, sides};

#[test]
fn a_withdrawn_claim_counts_on_no_day_and_is_shown_as_withdrawn() {
    let withdrawn = "withdrawn = { on = \"2025-07-01\", note.en = \"It was another bridge.\", \
                     note.id = \"Itu jembatan lain.\" }";
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim(
            "no",
            "town",
            "denies",
            "2024-02-01",
            "denies open",
            withdrawn,
        ),
    ]);
    assert!(sides(&facts, "2025-06-30")[0].is_empty());
    let shown = |question: &str| {
        let answer = commands::answer(&facts, &question.parse().unwrap(), Lang::En);
        format!("{:?}", answer.sections)
    };
    assert!(
        shown("/bridge view:claims").contains("Withdrawn on 1 July 2025: It was another bridge.")
    );
    for view in ["overview", "denials", "timeline"] {
        assert!(
            !shown(&format!("/bridge view:{view}")).contains("Sentence no."),
            "{view}"
        );
    }
}

#[test]
fn a_statement_made_over_several_days_counts_from_the_last() {
    let facts = facts(&[claim(
        "open",
        "guild",
        "asserts",
        "2024-01-01/2024-01-20",
        "",
        "",
    )]);
    let open = facts.claim("open").unwrap();
    assert!(!facts.as_of(day("2024-01-19")).known(open));
    assert!(facts.as_of(day("2024-01-20")).known(open));
}

#[test]
fn what_was_out_before_a_statement_does_not_carry_it_and_is_not_cited_for_it() {
    let before = "\n[[claim.evidence]]\nsource = \"paper\"\nrole = \"confirms\"\n".to_owned();
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-05-01", "", ""),
        before,
    ]);
    let open = facts.claim("open").unwrap();
    let origins = facts.as_of(day("2025-06-30")).origins(open);
    let names: Vec<&str> = origins.iter().map(|one| one.name).collect();
    assert_eq!(names, ["paper-open"]);
    let answer = commands::answer(&facts, &"/bridge view:claims".parse().unwrap(), Lang::En);
    let cited: Vec<&str> = answer
        .references
        .iter()
        .map(|one| one.source.id.as_str())
        .collect();
    assert_eq!(cited, ["paper-open"]);
    let linked = sumber::export::jsonld::of_claim(&facts, open).to_string();
    let appearance = linked.split("\"appearance\"").nth(1).unwrap();
    let appearance = appearance.split(']').next().unwrap();
    assert!(appearance.contains("source:paper-open"), "{linked}");
    assert!(!appearance.contains("source:paper\""), "{linked}");
}
