//! Golden answers: every topic in every view, every other command, and queries that cannot be understood, in both
//! languages, as plain text under `tests/answers/` for review. Each file holds one topic or command.
//!
//! `UPDATE_GOLDEN=1 cargo test --test answers` writes the changed files; read the diff before committing.
//!
//! Most answers are shown without the parts that every answer has, so that a change of one phrase changes few files.
//! Those in `WHOLE` are shown as in the terminal, page by page.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sumber::answer::{ActionKind, Outcome};
use sumber::commands::{self, View};
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};
use sumber::render::text::{Style, text};
use sumber::render::{Page, page, whole};

const FOLDER: &str = "tests/answers";

const STYLE: Style = Style {
    width: 100,
    colour: false,
    links: false,
};

/// Shown whole: all pages, with title, day, sources, footer and actions.
const WHOLE: &[&str] = &[
    "/troops",
    "/troops view:claims",
    "/claim claim:nis-1500-to-vladivostok",
    "/search query:vladivostk",
    "/changes topic:troops since:2025-04",
    "/weapons as_of:2024-02",
    "/troops as_of:2001-09-11",
    "/troops view:claims page:99",
];

/// The queries besides every view of every topic: the other commands, and queries that are not understood.
const ASKED: &[&str] = &[
    "/about",
    "/ask question:\"did russia confirm north korean troops\"",
    "/changes",
    "/changes since:2025-12-13 topic:motives",
    "/changes since:2025-04 topic:troops",
    "/changes since:2031",
    "/claim claim:nis-1500-to-vladivostok",
    "/claim claim:zelenskyy-people-not-only-arms as_of:2024-10-18",
    "/claim claim:nis-1500-to-vladivostok as_of:2024-10-01",
    "/claim claim:pact-mutual-assistance-clause",
    "/claim claim:kim-officers-likely-killed",
    "/claim claim:\"\"",
    "/claim claim:zelensky-troops",
    "/claim claim:zzzzzzzz",
    "/figures",
    "/figures topic:weapons as_of:2024-10-18",
    "/figures topic:wepons",
    "/help",
    "/quotes",
    "/quotes query:zzzz",
    "/quotes name:Zelensky topic:troops",
    "/quotes query:\"fake news\"",
    "/related query:\"korut tentara kursk\"",
    "/related query:\"good morning everyone\"",
    "/search query:zelenski pasukan",
    "/search query:\"\"",
    "/search query:\"*_@everyone_* <@1> ' OR 1=1; -- NOT ( \u{202e}\u{200b}📎 kursk\"",
    "/search query:volcano eruption",
    "/search query:gerasimov kursk as_of:2024-10-18",
    "/search query:vladivostk",
    "/sides claim:ukraine-rok-say-troops-sent as_of:2025-05-01",
    "/sides claim:peskov-fake-news",
    "/sides",
    "/sides topic:weapons as_of:2024-10-18",
    "/sources",
    "/sources claim:nis-1500-to-vladivostok style:apa",
    "/sources claim:nis-1500-to-vladivostok style:bibtex",
    "/sources claim:nis-1500-to-vladivostok style:chicago",
    "/sources claim:nis-1500-to-vladivostok style:csl-json",
    "/sources claim:nis-1500-to-vladivostok style:ieee",
    "/sources claim:nis-1500-to-vladivostok style:markdown",
    "/sources claim:nis-1500-to-vladivostok style:mla",
    "/sources claim:nis-1500-to-vladivostok style:plain",
    "/sources claim:nis-1500-to-vladivostok style:ris",
    "/sources topic:motives style:apa as_of:2024-10-18",
    "/sources style:harvard",
    "/sources claim:nis-1500-to-vladivostok style:vancouver",
    "/timeline",
    "/timeline from:2025 to:2024",
    "/timeline by:event topic:pact",
    "/timeline from:1950 to:1951",
    "/timeline name:russia from:2024-10 to:2024-10-18",
    "/who name:peskov",
    "/who name:\" \"",
    "/who name:gerasimov as_of:2024-10-18",
    "/who name:Korut",
    "/who name:peskof",
    "/who name:zzzzzzzz",
    "/trops",
    "/weather",
    "/troops view:denails",
    "/troops view:zzzzzz",
    "/troops as_of:yesterday",
    "/troops as_of:2024-10-188",
    "/troops lang:fr",
    "/troops as_of:2001-09-11",
    "/pact as_of:2031",
    "/weapons as_of:2024-02",
    "/pasukan",
    "/treaty view:Kutipan",
    "/troops view:denials as_of:2024-10-08",
    "/troops view:claims page:99",
];

/// An answer as a golden file shows it.
fn shown(facts: &Facts, query: &Query, lang: Lang) -> String {
    if WHOLE.contains(&query.to_string().as_str()) {
        return pages(facts, query, lang);
    }
    let mut answer = commands::answer(facts, query, lang);
    let actions = std::mem::take(&mut answer.actions);
    let page = body(whole(&answer));
    let mut shown = text(&page, STYLE);
    // A topic offers the same views everywhere.
    if facts.topic(&query.command).is_none() {
        let actions = actions
            .iter()
            .filter(|action| !matches!(action.kind, ActionKind::Here | ActionKind::Language));
        let lines = actions.map(|action| {
            format!(
                "> {}: {}\n",
                action.label,
                action.query.clone().without(Key::Lang)
            )
        });
        shown.push('\n');
        shown.extend(lines);
    }
    shown
}

/// A page with its title, question, notices and entries only.
fn body(mut page: Page<'_>) -> Page<'_> {
    let listed: BTreeSet<usize> = page.listed().iter().map(|one| one.number).collect();
    page.references.retain(|one| !listed.contains(&one.number));
    page.frame.as_of = None;
    page.frame.footer.clear();
    page
}

/// A question in a language, all its pages underneath each other.
fn pages(facts: &Facts, query: &Query, lang: Lang) -> String {
    let mut shown = Vec::new();
    loop {
        let query = query.clone().at_page(query.page() + shown.len());
        let answer = commands::answer(facts, &query, lang);
        let page = page(&answer);
        shown.push(text(&page, STYLE));
        if page.number >= page.total {
            return shown.join("\n");
        }
    }
}

/// The queries of each golden file: those of a topic or a command, and those that are not understood.
fn questions(facts: &Facts) -> BTreeMap<String, Vec<Query>> {
    let mut files: BTreeMap<String, Vec<Query>> = BTreeMap::new();
    for topic in &facts.topics {
        let questions = files.entry(topic.id.clone()).or_default();
        for view in View::ALL.iter().copied() {
            let query = match view {
                View::Short => Query::new(&topic.id),
                view => Query::new(&topic.id).with(Key::View, view.name()),
            };
            let then = query.clone().with(Key::AsOf, "2024-10-18");
            questions.push(query);
            if matches!(view, View::Short | View::Full | View::Claims) {
                questions.push(then);
            }
        }
    }
    for asked in ASKED {
        let query: Query = asked.parse().unwrap();
        let answer = commands::answer(facts, &query, Lang::En);
        let name = match answer.outcome {
            Outcome::Unknown => "odd".to_owned(),
            Outcome::Found | Outcome::Nothing => answer.query.command,
        };
        files.entry(name).or_default().push(query);
    }
    files
}

/// Every expected golden file with its text.
fn golden(facts: &Facts) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for (name, questions) in questions(facts) {
        for lang in [Lang::En, Lang::Id] {
            let answer = |query: &Query| {
                // The heading must not change the direction of the text after it.
                let asked = query.to_string().replace(['\u{200b}', '\u{202e}'], "");
                format!("════ {asked} ════\n\n{}", shown(facts, query, lang))
            };
            let answers: Vec<String> = questions.iter().map(answer).collect();
            let path = Path::new(FOLDER).join(format!("{name}.{}.txt", lang.code()));
            files.push((path, answers.join("\n")));
        }
    }
    files
}

/// Compares with the file, or writes it if `UPDATE_GOLDEN` is set.
fn check(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, text).unwrap();
        return Ok(());
    }
    let golden = std::fs::read_to_string(path).unwrap_or_default();
    if golden == text {
        return Ok(());
    }
    let mut lines = golden.lines().zip(text.lines());
    let shorter = golden.lines().count().min(text.lines().count());
    let at = lines.position(|(old, new)| old != new).unwrap_or(shorter);
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    let (was, now) = (line(&golden), line(text));
    Err(format!(
        "{}:{}\n  was: {was}\n  now: {now}",
        path.display(),
        at + 1
    ))
}

#[test]
fn every_answer_reads_as_it_was_reviewed() {
    let all = golden(&shipped::facts());
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|(path, text)| check(path, text).err())
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} changed:\n{}",
        wrong.len(),
        all.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_command_is_described_in_every_language_and_has_a_golden_answer() {
    let facts = shipped::facts();
    let questions = questions(&facts);
    for command in commands::list(&facts) {
        assert!(questions.contains_key(&command.name), "/{}", command.name);
        let options = command.options.iter().map(|option| &option.description);
        for text in std::iter::once(&command.description).chain(options) {
            let [english, indonesian] = [Lang::En, Lang::Id].map(|lang| text.get(lang));
            assert_ne!(english, indonesian, "/{} is not translated", command.name);
            assert!(
                !english.contains("command-") && !english.contains("option-"),
                "{english}"
            );
        }
    }
}

#[test]
fn no_golden_answer_is_left_over() {
    let wanted: BTreeSet<PathBuf> = golden(&shipped::facts())
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    for file in std::fs::read_dir(FOLDER).unwrap() {
        let path = file.unwrap().path();
        assert!(
            wanted.contains(&path),
            "{} belongs to no question",
            path.display()
        );
    }
}

#[test]
fn what_is_shown_whole_is_asked() {
    let questions = questions(&shipped::facts());
    let asked: BTreeSet<String> = questions.values().flatten().map(Query::to_string).collect();
    for question in WHOLE {
        assert!(asked.contains(*question), "{question}");
    }
}
