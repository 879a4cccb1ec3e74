//! Reviews in linked data become what the checker says, with its rating as its words.

use sumber::draft::{Dossier, Options};

use crate::{BARE, after, facts, imported, options, part, told};

const REVIEW: &str = r#"{
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  "url": "https://example.org/check/clock",
  "claimReviewed": "The clock loses seven minutes a day",
  "datePublished": "2024-05-04T10:00:00Z",
  "inLanguage": "en",
  "author": {"@type": "Organization", "name": "Eastport Checks"},
  "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Otto Klein"}},
  "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Mostly false"}
}"#;

fn english() -> Dossier {
    let text: String = BARE.lines().map(|line| format!("{line}\n")).collect();
    let speakers = "\n[[speaker]]\nid = \"eastport-checks\"\nkind = \"body\"\nname.en = \"Eastport Checks\"\nname.id = \"Eastport Checks\"\n\
        \n[[speaker]]\nid = \"otto-klein\"\nkind = \"person\"\nname.en = \"Otto Klein\"\nname.id = \"Otto Klein\"\n";
    Dossier::read(
        vec![part("facts/dossier.toml", &format!("{text}{speakers}"))],
        Some("facts/".to_owned()),
    )
    .unwrap()
}

fn for_clock() -> Options {
    Options {
        topic: Some("clock".to_owned()),
        ..options()
    }
}

#[test]
fn a_review_lacks_what_it_does_not_say() {
    let outcome = imported(&english(), "review.json", REVIEW.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    assert!(!outcome.written.iter().any(|(kind, _)| *kind == "claim"));
}

#[test]
fn a_review_in_every_language_becomes_a_claim() {
    let both = REVIEW.replace(
        "\"The clock loses seven minutes a day\"",
        r#"[{"@language": "en", "@value": "The clock loses seven minutes a day"}, {"@language": "id", "@value": "Jam terlambat tujuh menit sehari"}]"#,
    );
    let outcome = imported(&english(), "review.json", both.as_bytes(), &for_clock());
    let files: Vec<&str> = outcome
        .edits
        .iter()
        .map(|edit| edit.text.as_str())
        .filter(|text| !text.contains("[dossier]"))
        .collect();
    insta::assert_snapshot!(format!("{}{}", told(&outcome), files.concat()));
    facts(&after(&english(), &outcome));
}

#[test]
fn a_review_without_claimant_or_rating_in_words_says_so() {
    let text = REVIEW
        .replace(
            r#""author": {"@type": "Person", "name": "Otto Klein"}"#,
            r#""name": "x""#,
        )
        .replace(r#", "alternateName": "Mostly false""#, "");
    let outcome = imported(&english(), "review.json", text.as_bytes(), &for_clock());
    insta::assert_snapshot!(told(&outcome));
}
