//! What the core costs: `cargo bench --bench core`. With the shipped facts, and with as many made-up claims as
//! `SUMBER_BENCH_CLAIMS` says (10,000 if it says nothing).

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark may stop where it cannot go on"
)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion};
use sumber::commands::{answer, complete};
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};

/// A small file with everything but many claims.
const SMALL: &str = include_str!("../tests/fixtures/facts/valid.toml");

fn facts(parts: &[Part]) -> Facts {
    let facts = read(parts).unwrap().facts;
    facts.index();
    facts
}

/// The parts of the shipped facts, and of made-up ones.
fn collections() -> [(String, Vec<Part>); 2] {
    let claims = std::env::var("SUMBER_BENCH_CLAIMS");
    let claims = claims.map_or(10_000, |claims| claims.parse().unwrap());
    [
        ("shipped".to_owned(), sumber::shipped::parts()),
        (claims.to_string(), vec![made_up(claims)]),
    ]
}

/// Claims of words made of syllables, rare ones and frequent ones, the same each time.
fn made_up(claims: usize) -> Part {
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let syllables = [
        "ba", "den", "ki", "lor", "mus", "ne", "pa", "ran", "so", "tul",
    ];
    let mut sentence = |last: &str| {
        let mut words = Vec::new();
        for _ in 0..10 {
            let frequent = random(20_000);
            let mut rank = 100 + random(1 + frequent * frequent / 20_000);
            let mut word = String::new();
            while rank > 0 {
                word.push_str(syllables[rank % 10]);
                rank /= 10;
            }
            words.push(word);
        }
        format!("{}{last}", words.join(" "))
    };
    let mut text = SMALL.to_owned();
    // Four times as many claims have twice as many topics and speakers.
    let (topics, speakers) = (6 + claims.isqrt() / 4, 30 + 15 * claims.isqrt());
    (0..topics).for_each(|number| text.push_str(&topic(number)));
    for number in 0..speakers {
        let name = sentence("");
        text.push_str(&speaker(
            number,
            &name.split(' ').take(2).collect::<Vec<_>>(),
        ));
    }
    for number in 0..claims {
        let (en, id) = (sentence(" of"), sentence(" di"));
        if number % CLAIMS_OF_A_SOURCE == 0 {
            let last = claims.min(number + CLAIMS_OF_A_SOURCE) - 1;
            text.push_str(&source(
                number / CLAIMS_OF_A_SOURCE,
                &en,
                &day(last, claims),
            ));
        }
        let (topic, by) = (
            number * (number % 7) % topics,
            number * (number % 11) % speakers,
        );
        let of = (topic, by, &*day(number, claims));
        text.push_str(&claim(number, of, &en, &id));
    }
    Part {
        name: "made-up.toml".to_owned(),
        text,
    }
}

/// How many claims a made-up source carries.
const CLAIMS_OF_A_SOURCE: usize = 10;

/// The day of a claim, one of so many over nine years.
fn day(number: usize, claims: usize) -> String {
    let days = number * 3_000 / claims;
    let (year, month, day) = (2015 + days / 336, 1 + days % 336 / 28, 1 + days % 28);
    format!("{year}-{month:02}-{day:02}")
}

fn topic(number: usize) -> String {
    format!(
        "\n[[topic]]\nid = \"topic-{number}\"\ntitle.en = \"Topic {number}\"\ntitle.id = \"Topik {number}\"\n\
         question.en = \"What of {number}?\"\nquestion.id = \"Bagaimana {number}?\"\n\
         description.en = \"All of {number}\"\ndescription.id = \"Semua {number}\"\naliases = []\nlead = []\n"
    )
}

fn speaker(number: usize, names: &[&str]) -> String {
    let name = names.join(" ");
    format!(
        "\n[[speaker]]\nid = \"speaker-{number}\"\nkind = \"person\"\nname.en = \"{name} {number}\"\n\
         name.id = \"{name} {number}\"\nfor = \"northland\"\n"
    )
}

fn source(number: usize, title: &str, issued: &str) -> String {
    format!(
        "\n[[source]]\nid = \"source-{number}\"\ntype = \"webpage\"\ntitle = \"{title}\"\npublisher = \"Gazette\"\n\
         family = \"gazette\"\nissued = \"{issued}\"\naccessed = \"2024-06-01\"\n\
         url = \"https://example.org/{number}\"\nlanguage = \"en\"\n"
    )
}

/// A claim of a topic by a speaker on a day. Every third supports the one before it.
fn claim(number: usize, (topic, by, day): (usize, usize, &str), en: &str, id: &str) -> String {
    let source = number / CLAIMS_OF_A_SOURCE;
    let mut text = format!(
        "\n[[claim]]\nid = \"made-up-{number}\"\ntopics = [\"topic-{topic}\"]\nkind = \"asserts\"\n\
         by = [\"speaker-{by}\"]\nsaid = {{ when = \"{day}\", basis = \"stated\" }}\ntext.en = \"{en}.\"\n\
         text.id = \"{id}.\"\nrecorded = \"2024-07-01\"\n\n[[claim.evidence]]\nsource = \"source-{source}\"\n\
         role = \"origin\"\n"
    );
    if number % 3 == 2 {
        let before = number - 1;
        text.push_str(&format!(
            "\n[[claim.link]]\ntype = \"supports\"\nto = \"made-up-{before}\"\n"
        ));
    }
    text
}

fn load(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("load");
    for (name, parts) in collections() {
        group.bench_function(BenchmarkId::new("read", &name), |bench| {
            bench.iter(|| read(&parts).unwrap());
        });
        group.bench_function(BenchmarkId::new("index", &name), |bench| {
            let fresh = || read(&parts).unwrap().facts;
            let index = |facts: Facts| {
                facts.index();
                facts
            };
            bench.iter_batched(fresh, index, BatchSize::PerIteration);
        });
    }
}

fn find(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("find");
    for (name, parts) in collections() {
        let facts = facts(&parts);
        let now = facts.as_of(facts.dossier.reviewed);
        let claim = facts.claims.get(facts.claims.len() / 2).unwrap();
        let words = claim.text.first().split(' ');
        let words: Vec<&str> = words.filter(|word| word.len() > 4).take(3).collect();
        let typo = words.concat().replacen('e', "o", 1);
        let texts = [
            ("words", words.join(" ")),
            ("begun", words.concat().chars().take(3).collect()),
            ("typo", typo.chars().take(9).collect()),
            ("nothing", String::new()),
        ];
        for (kind, text) in &texts {
            let id = |what: &str| BenchmarkId::new(format!("{what} {kind}"), &name);
            group.bench_function(id("search"), |bench| bench.iter(|| now.search(text, 10)));
            group.bench_function(id("complete"), |bench| {
                bench.iter(|| now.suggest_claims(text, 25));
            });
            group.bench_function(id("complete who"), |bench| {
                bench.iter(|| complete(&facts, "who", Key::Name, text));
            });
        }
        group.bench_function(BenchmarkId::new("related", &name), |bench| {
            bench.iter(|| now.related(&facts.digest(claim.text.first(), 100), 10));
        });
    }
}

fn answers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("answer");
    for (name, parts) in collections() {
        let facts = facts(&parts);
        let claim = facts.claims.get(facts.claims.len() / 2).unwrap();
        let by = claim.by.first().unwrap();
        let topic = facts.topic(claim.topics.first().unwrap()).unwrap();
        let queries = [
            ("topic", Query::new(&topic.id)),
            ("claim", Query::new("claim").with(Key::Claim, &claim.id)),
            ("who", Query::new("who").with(Key::Name, &by.id)),
            ("figures", Query::new("figures")),
            ("changes", Query::new("changes")),
            ("timeline", Query::new("timeline")),
            ("as-of", Query::new(&topic.id).with(Key::AsOf, "2024-03-20")),
        ];
        for (kind, query) in &queries {
            group.bench_function(BenchmarkId::new(*kind, &name), |bench| {
                bench.iter(|| black_box(answer(&facts, query, Lang::En)));
            });
        }
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    load(&mut criterion);
    find(&mut criterion);
    answers(&mut criterion);
    criterion.final_summary();
}
