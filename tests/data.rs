//! The gate: a valid fact file passes, and every rule says what is wrong, where, and what to do.

#[path = "data/rules.rs"]
mod rules;

use proptest::prelude::{any, prop, proptest};
use rules::{HOUSE, REFERENCES, Rule, SHAPE, VALUES};
use sumber::facts::file::{Part, check_archive, read};
use sumber::facts::problem::{Problem, Severity, report};

const VALID: &str = include_str!("fixtures/facts/valid.toml");
const BROKEN: &str = include_str!("fixtures/facts/broken.toml");
const GAZETTE: &str = include_str!("fixtures/facts/gazette.txt");

fn part(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn problems(text: &str) -> Vec<Problem> {
    read(&[part("facts.toml", text)]).map_or_else(|problems| problems, |checked| checked.warnings)
}

#[test]
fn debug_all() {
    for rules in [SHAPE, REFERENCES, VALUES, HOUSE] {
        for rule in rules {
            let ok = VALID.contains(rule.from);
            println!("@@ {} {}", rule.rule, ok);
            for p in problems(&VALID.replacen(rule.from, rule.to, 1)) {
                println!("##{}:{}	{}	{}", p.line, p.column, p.what, p.mend);
            }
        }
    }
}
