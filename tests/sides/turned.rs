//! Parties that deny, confirm or say more after what they said first.

use sumber::commands;
use sumber::facts::Lang;

use super::{claim, day, facts, sides, sides_of};

#[test]
fn whoever_denies_after_confirming_denies() {
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim("yes", "town", "confirms", "2024-02-01", "confirms open", ""),
        claim("no", "town", "denies", "2024-03-01", "denies open", ""),
    ]);
    assert_eq!(
        sides(&facts, "2024-02-15"),
        [vec![], vec![], vec!["yes".to_owned()]]
    );
    assert_eq!(sides(&facts, "2024-03-15")[0], ["no"]);
    assert!(sides(&facts, "2024-03-15")[1].is_empty());
}

#[test]
fn whoever_confirms_after_denying_denied_at_first_subject_or_not() {
    for party in ["town", "guild"] {
        let facts = facts(&[
            claim("open", "town", "asserts", "2024-01-01", "", ""),
            claim("no", party, "denies", "2024-02-01", "denies open", ""),
            claim("yes", party, "confirms", "2024-03-01", "confirms open", ""),
        ]);
        assert_eq!(sides(&facts, "2024-02-15")[0], ["no"], "{party}");
        assert_eq!(sides(&facts, "2024-03-15")[1], ["no"], "{party}");
    }
}

#[test]
fn a_denial_that_was_overtaken_is_no_first_denial_of_what_was_not_confirmed() {
    let also = "\n[[claim.link]]\ntype = \"denies\"\nto = \"safe\"\n".to_owned();
    let overtakes = "\n[[claim.link]]\ntype = \"supersedes\"\nto = \"no\"\n".to_owned();
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim("safe", "guild", "asserts", "2024-01-01", "", ""),
        claim("no", "town", "denies", "2024-02-01", "denies open", ""),
        also,
        claim("yes", "town", "confirms", "2024-03-01", "confirms open", ""),
        overtakes,
    ]);
    assert_eq!(sides_of(&facts, "open", "2024-03-15")[1], ["no"]);
    assert!(sides_of(&facts, "safe", "2024-03-15")[1].is_empty());
    let safe = facts
        .as_of(day("2024-03-15"))
        .standing(facts.claim("safe").unwrap());
    assert_eq!(safe.denied_in_part[0].claim.id, "no");
    assert!(safe.denied.is_empty());
    let answer = commands::answer(&facts, &"/claim claim:safe".parse().unwrap(), Lang::En);
    let shown = format!("{:?}", answer.sections);
    assert!(
        shown.contains("part of that denial was overtaken later"),
        "{shown}"
    );
    assert!(!shown.contains("Denied at first"), "{shown}");
}

#[test]
fn a_qualification_ends_when_more_is_said_in_its_place_or_a_source_contradicts_it() {
    let qualified = |more: &[String], on: &str| {
        let mut claims = vec![
            claim("open", "guild", "asserts", "2024-01-01", "", ""),
            claim("but", "town", "asserts", "2024-02-01", "qualifies open", ""),
        ];
        claims.extend(more.iter().cloned());
        let facts = facts(&claims);
        let standing = facts.as_of(day(on));
        !standing
            .standing(facts.claim("open").unwrap())
            .qualified
            .is_empty()
    };
    assert!(qualified(&[], "2024-03-15"));
    for (party, kind, link, ends) in [
        ("town", "confirms", "confirms open", true),
        ("town", "denies", "denies open", true),
        ("town", "asserts", "supersedes but", true),
        ("guild", "asserts", "supersedes but", true),
        ("port", "confirms", "confirms open", false),
    ] {
        let more = [claim("more", party, kind, "2024-03-01", link, "")];
        assert!(qualified(&more, "2024-02-15"), "{party} {link}, before");
        assert_eq!(qualified(&more, "2024-03-15"), !ends, "{party} {link}");
    }
    let contradiction = "\n[[claim.evidence]]\nsource = \"paper-open\"\nrole = \"contradicts\"\n\
                         note.en = \"Not so.\"\nnote.id = \"Tidak demikian.\"\n";
    let claims = [
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim("but", "town", "asserts", "2024-02-01", "qualifies open", "") + contradiction,
    ];
    let facts = facts(&claims);
    let standing = facts.as_of(day("2024-03-15"));
    assert!(
        standing
            .standing(facts.claim("open").unwrap())
            .qualified
            .is_empty()
    );
}
