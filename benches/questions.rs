//! What a question in plain words costs: `cargo bench --bench questions`. Processor time of one thread, the least of some
//! turns for each question, so that what else runs on the machine matters little.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may stop where it cannot go on, and says what it measured"
)]

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use sumber::commands::answer;
use sumber::facts::file::read;
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};

const TURNS: usize = 5;

/// How many made-up strings are asked, and the most characters of one.
const STRINGS: usize = 10_000;
const LONGEST: usize = 300;

fn main() {
    let facts = read(&sumber::shipped::parts()).unwrap().facts;
    // The first question reads all facts.
    cost(&facts, "a", Lang::En);
    let rows = include_str!("../tests/fixtures/questions-more.tsv");
    let questions = rows.lines().skip(1).filter_map(|row| {
        let mut cells = row.split('\t');
        Some((Lang::of(cells.next()?)?, cells.next()?.to_owned()))
    });
    let questions: Vec<_> = questions.collect();
    let mut state = 7_u64;
    let mut random = |below: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32 % below
    };
    let strings: Vec<_> = (0..STRINGS)
        .map(|_| {
            let length = random(LONGEST as u32);
            // Letters of many scripts, spaces and signs.
            let text = (0..length).filter_map(|_| char::from_u32(32 + random(0x2100)));
            (Lang::En, text.collect::<String>())
        })
        .collect();
    println!("claims: {}", facts.claims.len());
    report("questions", &facts, &questions);
    report("random strings", &facts, &strings);
}

/// Prints the median, the 99th percentile and the most.
fn report(name: &str, facts: &Facts, asked: &[(Lang, String)]) {
    let mut costs: Vec<Duration> = asked
        .iter()
        .map(|(lang, text)| cost(facts, text, *lang))
        .collect();
    costs.sort();
    let at = |share: usize| costs.get((costs.len() - 1) * share / 100).unwrap();
    println!(
        "{name}: {} asked, median {:?}, p99 {:?}, most {:?}",
        costs.len(),
        at(50),
        at(99),
        at(100)
    );
}

/// The least processor time of some turns.
fn cost(facts: &Facts, text: &str, lang: Lang) -> Duration {
    let query = Query::new("ask").with(Key::Question, text);
    let turns = (0..TURNS).map(|_| {
        let before = now();
        black_box(answer(facts, &query, lang));
        now() - before
    });
    turns.min().unwrap()
}

fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
