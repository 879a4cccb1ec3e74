//! The gate: a valid fact file passes, and every rule says what is wrong, where, and what to do.
//!
//! The rules themselves are listed in `data/rules.rs`, `data/house.rs`, `data/sources.rs` and `data/topics.rs`.

#[path = "data/rules.rs"]
#[macro_use]
mod rules;
#[path = "data/house.rs"]
mod house;
#[path = "data/shape.rs"]
mod shape;
#[path = "data/slips.rs"]
mod slips;
#[path = "data/sources.rs"]
mod sources;
#[path = "data/syntax.rs"]
mod syntax;
#[path = "data/topics.rs"]
mod topics;

use house::HOUSE;
use proptest::prelude::{any, prop, prop_assert, proptest};
use rules::{REFERENCES, Rule, SHAPE, VALUES};
use sources::SOURCES;
use sumber::facts::file::{Part, check_archive, read};
use sumber::facts::problem::{Problem, Severity, report};
use topics::TOPICS;

const VALID: &str = include_str!("fixtures/facts/valid.toml");
const BROKEN: &str = include_str!("fixtures/facts/broken.toml");
const GAZETTE: &str = include_str!("fixtures/facts/gazette.txt");

fn part(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn problems_of(parts: &[Part]) -> Vec<Problem> {
    read(parts).map_or_else(|problems| problems, |checked| checked.warnings)
}

fn problems(text: &str) -> Vec<Problem> {
    problems_of(&[part("facts.toml", text)])
}

fn changed(from: &str, to: &str) -> String {
    assert!(VALID.contains(from), "valid.toml has no {from}");
    VALID.replacen(from, to, 1)
}

/// Place and message; warnings are marked.
fn lines(problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| match problem.severity {
        Severity::Error => problem.to_string(),
        Severity::Warning => format!("{problem} (warning)"),
    };
    problems.iter().map(line).collect()
}

#[test]
fn the_valid_file_passes_without_a_word() {
    let checked = read(&[part("facts.toml", VALID)]).unwrap();
    assert_eq!(lines(&checked.warnings), [""; 0]);
    assert_eq!(checked.facts.claims.len(), 4);
    let order: Vec<_> = checked.facts.claims.iter().map(|claim| &claim.id).collect();
    assert_eq!(
        order,
        [
            "bridge-ready",
            "bridge-not-ready",
            "bridge-safe",
            "bridge-opens"
        ]
    );
    assert_eq!(checked.facts.claims[0].by[0].party().id, "northland");
}

#[test]
fn every_rule_says_what_is_wrong_and_where() {
    let all = [SHAPE, REFERENCES, VALUES, HOUSE, TOPICS, SOURCES];
    for Rule {
        rule,
        from,
        to,
        at,
        says,
        help,
    } in all.into_iter().flatten()
    {
        let found = problems(&changed(from, to));
        assert_eq!(
            lines(&found),
            [format!("facts.toml:{at}: {says}")],
            "{rule}"
        );
        assert!(found[0].help.starts_with(help), "{rule}: {}", found[0].help);
    }
}

#[test]
fn all_problems_are_told_at_once_with_their_lines() {
    let parts = [part("data/facts/broken.toml", BROKEN)];
    insta::assert_snapshot!(report(&problems_of(&parts), &parts, false));
}

#[test]
fn two_syntax_errors_are_both_told_and_nothing_that_follows_from_them() {
    let text = changed("id = \"ada-berg\"", "id = “ada-berg”");
    let text = text.replacen("role = \"origin\"", "role = \"origin", 1);
    let expected = [
        "facts.toml:47:6: a text without straight quotation marks",
        "facts.toml:128:15: this text cannot be read, or it is not closed on its line",
    ];
    assert_eq!(lines(&problems(&text)), expected);
}

#[test]
fn parts_refer_to_one_another_and_what_others_follow_from_comes_first() {
    let (first, second) = VALID.split_once("[[claim]]").unwrap();
    let second = format!("[[claim]]{second}");
    assert_eq!(
        lines(&problems_of(&[
            part("b.toml", &second),
            part("a.toml", first)
        ])),
        [""; 0]
    );
    let second = second.replace("by = [\"ada-berg\"]", "by = [\"ada\"]");
    let first = first.replace("kind = \"state\"", "kind = \"land\"");
    let expected = [
        "a.toml:35:8: “land” is not a word for `kind`",
        "b.toml:5:7: unknown speaker “ada”",
    ];
    assert_eq!(
        lines(&problems_of(&[
            part("b.toml", &second),
            part("a.toml", &first)
        ])),
        expected
    );
}

#[test]
fn a_cause_is_told_before_what_follows_from_it_or_alone() {
    let text = changed("[[topic]]", "[[topc]]");
    let said = ["facts.toml:22:3: unknown record “topc”"];
    assert_eq!(lines(&problems(&text)), said);
    let (before, rest) = VALID.split_once("[[topic]]").unwrap();
    let (_, after) = rest.split_once("[[speaker]]").unwrap();
    let found = problems(&format!("{before}[[speaker]]{after}"));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].what.starts_with("unknown topic"), "{found:#?}");
    assert!(found[0].help.contains("no [[topic]]"), "{found:#?}");
}

#[test]
fn there_is_one_dossier() {
    let none = problems_of(&[part("a.toml", "# nothing")]);
    assert_eq!(lines(&none), ["a.toml:1:1: there is no [dossier]"]);
    assert_eq!(problems_of(&[]).len(), 1);
    let parts = [part("a.toml", VALID), part("b.toml", "\n[dossier]\n")];
    assert_eq!(
        lines(&problems_of(&parts)),
        ["b.toml:2:1: the dossier is already at a.toml:3:1"]
    );
}

#[test]
fn what_is_too_long_for_discord_is_told() {
    let long = changed("The bridge still lacks its railing.", &"é".repeat(601));
    let said = ["facts.toml:171:11: this text has 601 characters, there is room for 600"];
    assert_eq!(lines(&problems(&long)), said);
    let words = "The bridge is ready, and it is safe";
    let long = VALID.replace(words, &"é".repeat(1001));
    let said = ["facts.toml:144:9: this text has 1001 characters, there is room for 1000"];
    assert_eq!(lines(&problems(&long)), said);
}

fn archived(text: &str, gazette: Option<&str>) -> Vec<String> {
    let archive = |name: &str| gazette.filter(|_| name == "gazette.txt").map(str::to_owned);
    lines(&check_archive(&[part("facts.toml", text)], &archive))
}

#[test]
fn a_quotation_stands_once_in_the_archived_text() {
    assert_eq!(archived(VALID, Some(GAZETTE)), [""; 0]);
    let none = ["facts.toml:144:9: these words are not found in gazette.txt"];
    let slip = VALID.replace("and it is safe", "and it’s safe");
    assert_eq!(archived(&slip, Some(GAZETTE)), none);
    let twice = ["facts.toml:144:9: these words are found 2 times in gazette.txt"];
    assert_eq!(archived(VALID, Some(&GAZETTE.repeat(2))), twice);
    let missing = ["facts.toml:74:11: there is no archived text “gazette.txt”"];
    assert_eq!(archived(VALID, None), missing);
}

#[test]
fn the_shipped_facts_pass() {
    let mut parts = Vec::new();
    for entry in std::fs::read_dir("data/facts").unwrap() {
        let path = entry.unwrap().path();
        parts.push(part(
            &path.display().to_string(),
            &std::fs::read_to_string(&path).unwrap(),
        ));
    }
    let refused = read(&parts).err().unwrap_or_default();
    assert!(refused.is_empty(), "{}", report(&refused, &parts, false));
}

#[test]
fn the_example_for_writers_passes() {
    let page = include_str!("../data/FORMAT.md");
    let blocks = page
        .split("```toml\n")
        .skip(1)
        .filter_map(|block| block.split("```").next());
    let text: String = blocks.collect();
    assert_eq!(lines(&problems(&text)), [""; 0]);
}

#[test]
fn every_common_mistake_of_the_page_is_really_said() {
    let page = include_str!("../data/FORMAT.md");
    let (_, mistakes) = page.split_once("## Common mistakes").unwrap();
    let rows = mistakes
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .skip(2);
    let all = [SHAPE, REFERENCES, VALUES, HOUSE, TOPICS, SOURCES];
    let rules = || all.into_iter().flatten();
    for said in rows.map(|row| row.split(" | ").next().unwrap()) {
        let archive = said == "these words are not found in gazette.txt";
        assert!(archive || rules().any(|rule| rule.says == said), "{said}");
    }
}

/// Reads, checks and reports, as `sumber check` does; every refusal has a reason.
fn check_all(text: &str) -> bool {
    let parts = [part("facts.toml", text)];
    let refused = read(&parts).err();
    let told = refused
        .iter()
        .flatten()
        .any(|problem| problem.severity == Severity::Error);
    let problems = refused.clone().unwrap_or_default();
    let report = report(&problems, &parts, true);
    check_archive(&parts, &|_| Some(GAZETTE.to_owned()));
    refused.is_none() || (told && !report.is_empty())
}

proptest! {
    #[test]
    fn no_text_makes_the_gate_panic(text in any::<String>()) {
        prop_assert!(check_all(&text));
    }

    #[test]
    fn no_change_to_a_file_makes_the_gate_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, "\\PC{0,8}|\n|\"|\\[|[0-9{}=.,]"), 1..6),
    ) {
        let mut letters: Vec<char> = VALID.chars().collect();
        for (place, length, text) in cuts {
            let start = place.index(letters.len());
            let end = (start + length).min(letters.len());
            letters.splice(start..end, text.chars());
        }
        prop_assert!(check_all(&letters.into_iter().collect::<String>()));
    }

    #[test]
    fn no_removed_line_makes_the_gate_panic(skip in 0..215usize, also in 0..215usize) {
        let kept = VALID.lines().enumerate().filter(|(line, _)| *line != skip && *line != also);
        let text: Vec<&str> = kept.map(|(_, line)| line).collect();
        prop_assert!(check_all(&text.join("\n")));
    }
}
