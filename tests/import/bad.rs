//! Tables as people have them: every problem at its row and column, and what can be read is read.

use std::time::Instant;

use sumber::draft::{Dossier, Options, Original};
use sumber::facts::file::Part;
use sumber::facts::problem::report;

use crate::{after, bare, facts, imported, options, told};

const HEAD: &str = "claim,topics,kind,speakers,speakers_kind,speakers_en,speakers_id,said,said_basis,text_en,text_id,source,role,type,title,publisher,family,language\n";

fn row(id: &str, said: &str, kind: &str, rest: &str) -> String {
    format!(
        "{id},clock,{kind},ina,person,Ina,Ina,{said},stated,It runs {id}.,Jalan {id}.,gazette,{rest}\n"
    )
}

const GOOD: &str = "origin,webpage,Title,Gazette,gazette,en";

#[test]
fn every_problem_has_its_row_and_column() {
    let text = [
        HEAD,
        &row("good", "2024-05-02", "asserts", GOOD),
        &row("ambiguous", "03/04/2024", "asserts", GOOD),
        &row("serial", "45414", "asserts", GOOD),
        &row("short", "02/05/24", "asserts", GOOD),
        &row("no-day", "", "asserts", GOOD),
        &row("no-kind", "2024-05-02", "assert", GOOD),
        &row("Bad Id", "2024-05-02", "asserts", GOOD),
        "\n,,,\n",
        &row("good-too", "2024-05-03", "asserts", GOOD)
            .replace(",clock,", ",\"clock\",")
            .replace("It runs", "\"It\nruns"),
        &row("late", "2025-01-01", "asserts", GOOD),
    ]
    .concat()
    .replace("good-too.,", "good-too.\",");
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    assert_eq!(
        outcome.written,
        [("speaker", 1), ("source", 1), ("claim", 2)]
    );
    let made = facts(&after(&bare(), &outcome));
    assert!(made.claim("good").is_some() && made.claim("good-too").is_some());
}

#[test]
fn a_problem_is_shown_in_its_table() {
    let text = [HEAD, &row("a", "03/04/2024", "asserts", GOOD)].concat();
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    let original = Original::new("claims.csv".to_owned(), text);
    let part = Part {
        name: original.name,
        text: original.text,
    };
    insta::assert_snapshot!(report(&outcome.problems, &[part], false));
}

#[test]
fn what_waits_for_a_lost_record_is_lost_with_it() {
    let head = HEAD.replace(",role,", ",role,links_type,links,");
    let linked = |id: &str, to: &str| {
        row(id, "2024-05-02", "asserts", GOOD)
            .replace(",origin,", &format!(",origin,supports,{to},"))
    };
    let text = [
        head,
        linked("a", "b"),
        linked("b", "c"),
        linked("c", "d"),
        linked("e", "good"),
        row("good", "2024-05-02", "asserts", GOOD).replace(",origin,", ",origin,,,"),
    ]
    .concat();
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    assert!(outcome.written.contains(&("claim", 2)));
}

#[test]
fn columns_may_lack_be_unknown_or_stand_twice() {
    let text = "claim,topic,kind,kind,text_en,source\na,clock,asserts,denies,It runs.,gazette\n";
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    insta::assert_snapshot!(told(&outcome));
    assert!(outcome.edits.is_empty());
}

#[test]
fn an_open_quotation_mark_costs_one_row() {
    let broken = row("b", "2024-05-02", "asserts", GOOD).replace("It runs", "\"It runs");
    let text = [
        HEAD,
        &row("a", "2024-05-02", "asserts", GOOD),
        &broken,
        &row("c", "2024-05-02", "asserts", GOOD),
    ]
    .concat();
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    assert_eq!(
        told(&outcome),
        "claims.csv:3:54: a quotation mark that is not closed\n"
    );
    assert!(outcome.written.contains(&("claim", 2)));
}

#[test]
fn two_encodings_in_one_file_are_told_where_they_meet() {
    let first = row("a", "2024-05-02", "asserts", GOOD).replace("It runs", "It’s");
    let second = row("b", "2024-05-02", "asserts", GOOD).replace("It runs", "Caf#");
    let mut bytes = [HEAD, &first, &second].concat().into_bytes();
    let at = bytes.iter().rposition(|byte| *byte == b'#').unwrap();
    bytes[at] = 0xe9;
    let outcome = imported(&bare(), "claims.csv", &bytes, &options());
    assert_eq!(
        told(&outcome),
        "claims.csv:3:54: this cell has a letter that is not in the file’s encoding\n"
    );
    assert!(outcome.written.contains(&("claim", 1)));
}

#[test]
fn what_is_there_stays_unless_it_is_to_be_replaced() {
    let text = [HEAD, &row("a", "2024-05-02", "asserts", GOOD)].concat();
    let first = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    let mut parts = after(&bare(), &first);
    for part in &mut parts {
        part.text = part.text.replace(
            "text.en = \"It runs a.\"",
            "text.en = \"It runs a.\" # so said",
        );
    }
    let there = Dossier::read(parts, Some("facts/".to_owned())).unwrap();
    let changed = text.replace("It runs", "It stands");
    let kept = imported(&there, "claims.csv", changed.as_bytes(), &options());
    assert_eq!(
        told(&kept),
        "claims.csv:2:54: the claim “a” is there already, with another `text.en`\n"
    );
    assert!(kept.edits.is_empty());
    let replace = Options {
        replace: true,
        ..options()
    };
    let replaced = imported(&there, "claims.csv", changed.as_bytes(), &replace);
    assert_eq!(told(&replaced), "");
    let [edit] = &replaced.edits[..] else {
        panic!("one file")
    };
    assert!(
        edit.text.contains("text.en = \"It stands a.\" # so said"),
        "{}",
        edit.text
    );
    facts(&after(&there, &replaced));
}

#[test]
fn ten_thousand_rows_are_read_at_once() {
    let mut text = HEAD.to_owned();
    for number in 0..10_000 {
        let said = if number % 10 == 0 {
            "03/04/24"
        } else {
            "2024-05-02"
        };
        text += &row(&format!("c-{number}"), said, "asserts", GOOD);
    }
    let begun = Instant::now();
    let outcome = imported(&bare(), "claims.csv", text.as_bytes(), &options());
    let part = Part {
        name: "claims.csv".to_owned(),
        text,
    };
    let shown = report(&outcome.problems, &[part], false);
    let needed = begun.elapsed();
    assert_eq!(outcome.problems.len(), 1_000);
    assert!(outcome.written.contains(&("claim", 9_000)));
    assert!(shown.ends_with("1000 problems in 1 file\n"));
    println!("10,000 rows in {needed:?}");
    assert!(needed.as_secs() < 60, "{needed:?}");
}
