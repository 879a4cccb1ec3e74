//! Standing in cases that the shipped facts do not contain, with invented parties and an invented bridge.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use sumber::commands;
use sumber::facts::date::{Date, Day};
use sumber::facts::file::{Part, read};
use sumber::facts::standing::Voice;
use sumber::facts::{Facts, Lang};

const FRAME: &str = r#"
[dossier]
id = "bridge"
title.en = "The bridge"
title.id = "Jembatan"
about.en = "A bridge."
about.id = "Sebuah jembatan."
languages = ["en", "id"]
reviewed = "2025-06-30"
licence = "CC0-1.0"
report.en = "Write to the editor."
report.id = "Tulislah kepada penyunting."

[[topic]]
id = "bridge"
title.en = "The bridge"
title.id = "Jembatan itu"
question.en = "Is the bridge open?"
question.id = "Apakah jembatan itu dibuka?"
description.en = "Whether the bridge is open"
description.id = "Apakah jembatan itu dibuka"
lead = ["open"]

[[speaker]]
id = "town"
kind = "body"
name.en = "Town"
name.id = "Kota"

[[speaker]]
id = "guild"
kind = "body"
name.en = "Guild"
name.id = "Serikat"

[[speaker]]
id = "port"
kind = "body"
name.en = "Port"
name.id = "Pelabuhan"

[[source]]
id = "paper"
type = "article-newspaper"
title = "On the bridge"
title_own = true
publisher = "Paper"
family = "paper"
issued = "2024-01-01"
accessed = "2025-06-30"
url = "https://example.org/bridge"
language = "en"
"#;

/// A claim by a speaker on a day, in a source of that day, with a link and further lines.
fn claim(id: &str, by: &str, kind: &str, said: &str, link: &str, more: &str) -> String {
    let link = match link.split_once(' ') {
        Some((kind, to)) => format!("[[claim.link]]\ntype = \"{kind}\"\nto = \"{to}\"\n"),
        None => String::new(),
    };
    let issued = said.rsplit('/').next().unwrap();
    format!(
        r#"
[[source]]
id = "paper-{id}"
type = "article-newspaper"
title = "On the bridge, {id}"
title_own = true
publisher = "Paper"
family = "paper-{id}"
issued = "{issued}"
accessed = "2025-06-30"
language = "en"

[[claim]]
id = "{id}"
topics = ["bridge"]
kind = "{kind}"
by = ["{by}"]
said = {{ when = "{said}", basis = "stated" }}
about.who = ["town"]
text.en = "Sentence {id}."
text.id = "Kalimat {id}."
recorded = "2025-06-30"
{more}
[[claim.evidence]]
source = "paper-{id}"
role = "origin"
{link}"#
    )
}

fn facts(claims: &[String]) -> Facts {
    let text = format!("{FRAME}{}", claims.concat());
    let part = Part {
        name: "bridge.toml".to_owned(),
        text,
    };
    match read(&[part]) {
        Ok(checked) => checked.facts,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn day(text: &str) -> Day {
    text.parse::<Date>().unwrap().latest().unwrap()
}

/// The claims that deny, denied at first and confirm the claim `open`, by id.
fn sides(facts: &Facts, on: &str) -> [Vec<String>; 3] {
    sides_of(facts, "open", on)
}

fn sides_of(facts: &Facts, id: &str, on: &str) -> [Vec<String>; 3] {
    let standing = facts.as_of(day(on)).standing(facts.claim(id).unwrap());
    let ids = |voices: &[Voice<'_>]| voices.iter().map(|one| one.claim.id.clone()).collect();
    let confirmed = [standing.confirmed_by_subject, standing.confirmed_by_others].concat();
    [
        ids(&standing.denied),
        ids(&standing.denied_before),
        ids(&confirmed),
    ]
}

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

/// The parties of some voices, by id.
fn parties(voices: &[Voice<'_>]) -> Vec<String> {
    voices.iter().map(|one| one.party.id.clone()).collect()
}

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

#[test]
fn the_whole_is_named_with_denials_taken_back_and_stays_off_the_picture_of_its_part() {
    let facts = facts(&[
        claim("open", "guild", "asserts", "2024-01-01", "", ""),
        claim(
            "gate",
            "guild",
            "asserts",
            "2024-01-01",
            "supports open",
            "",
        ),
        claim("no", "town", "denies", "2024-02-01", "denies open", ""),
        claim("yes", "town", "confirms", "2024-03-01", "confirms open", ""),
    ]);
    let then = shown(&facts, "/claim claim:gate as_of:2024-02-15");
    assert!(
        then.contains("That Sentence open: denied by Town (1 February 2024)"),
        "{then}"
    );
    let now = shown(&facts, "/claim claim:gate");
    let whole = "That Sentence open: denied at first by Town (1 February 2024) [2]; \
                 confirmed by Town (1 March 2024) [3]";
    assert!(now.contains(whole), "{now}");
    let answer = commands::answer(&facts, &"/claim claim:gate".parse().unwrap(), Lang::En);
    let picture = format!("{:?}", answer.picture);
    assert!(!picture.contains("Town"), "{picture}");
}

/// An answer in English as plain text in one line.
fn shown(facts: &Facts, question: &str) -> String {
    let answer = commands::answer(facts, &question.parse().unwrap(), Lang::En);
    let page = sumber::render::long_page(&answer);
    let text = sumber::render::text::text(&page, sumber::render::text::Style::default());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
