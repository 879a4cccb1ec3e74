//! The walk through each language: every command with every option, every page, export and picture.
//!
//! The payloads for Discord are written to `target/tmp/payloads/` for the check against Discord's own description.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};
use sumber::answer::{ActionKind, Answer, Outcome};
use sumber::commands::{self, CommandOption, OptionKind};
use sumber::discord::registration::{Scope, commands as registered};
use sumber::draft::{Wanted, files};
use sumber::facts::file::{Part, read};
use sumber::facts::{Facts, Lang};
use sumber::pages::{self, Form, Options};
use sumber::query::{Key, Query};
use sumber::render::card;
use sumber::render::discord::{Audience, message};
use sumber::{facts, render};

use crate::DOSSIERS;
use crate::ferry;

/// The files of a new dossier in these languages, as `sumber new` makes them.
fn made(languages: &[&str]) -> Vec<Part> {
    let all = |text: &str| vec![text.to_owned(); languages.len()];
    let files = files(&Wanted {
        id: "clock".to_owned(),
        titles: all("Clock"),
        languages: languages.iter().map(|one| (*one).to_owned()).collect(),
        topic: "clock".to_owned(),
        topic_titles: all("Clock"),
        licence: "CC0-1.0".to_owned(),
        today: "2024-12-31"
            .parse::<facts::date::Date>()
            .unwrap()
            .earliest()
            .unwrap(),
    });
    let facts = files.into_iter().filter(|one| one.file.ends_with(".toml"));
    let parts = facts.map(|one| Part {
        name: one.file,
        text: one.text,
    });
    parts.collect()
}

/// The new dossier and that about the ferry in each of some languages; neither has a warning.
fn both(languages: &[&str]) -> [Facts; 2] {
    let new = read(&made(languages)).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(new.warnings.is_empty(), "{:#?}", new.warnings);
    [new.facts, ferry::facts(languages)]
}

/// The values of an option that are tried.
fn values(facts: &Facts, command: &str, option: &CommandOption) -> Vec<String> {
    let named = match (&option.takes, option.key) {
        (OptionKind::Flag, Key::Share) => Vec::new(),
        (OptionKind::Flag, _) => vec!["true".to_owned()],
        (OptionKind::OneOf(choices), _) => choices.iter().map(|one| one.value.clone()).collect(),
        (OptionKind::Words, Key::Query | Key::Question) => {
            vec!["Gazette".to_owned(), "zzzz qqqq".to_owned()]
        }
        (OptionKind::Words, key) => {
            let offered = commands::complete(facts, command, key, "").into_iter();
            offered.map(|one| one.value).take(3).collect()
        }
    };
    let is_any = !named.is_empty() || option.key == Key::Share;
    assert!(is_any, "nothing is offered for {command} {:?}", option.key);
    named
}

/// Every command that is registered, with each value of each of its options.
pub(crate) fn queries(facts: &Facts) -> Vec<Query> {
    let mut queries = Vec::new();
    for command in commands::list(facts) {
        let required = command.options.iter().filter(|one| one.required);
        let begun = required.fold(Query::new(&command.name), |query, one| {
            query.with(one.key, values(facts, &command.name, one).remove(0))
        });
        if !command.options.is_empty() {
            queries.push(begun.clone());
        }
        for option in &command.options {
            let values = values(facts, &command.name, option).into_iter();
            queries.extend(values.map(|value| begun.clone().with(option.key, value)));
        }
    }
    queries
}

/// Each query with its answer in each language.
fn answers(facts: &Facts) -> Vec<(Query, Answer)> {
    let mut answers = Vec::new();
    for query in queries(facts) {
        for lang in facts.dossier.languages.iter() {
            answers.push((query.clone(), commands::answer(facts, &query, lang)));
        }
    }
    answers
}

/// The answer on the surfaces that show text.
fn surfaces(answer: &Answer) -> [String; 4] {
    let page = render::page(answer);
    [
        render::text::text(&page, render::text::Style::default()),
        render::markdown::markdown(&page),
        serde_json::to_string(&render::json::json(&page)).unwrap(),
        serde_json::to_string(&message(&page, Audience::Channel { by: None })).unwrap(),
    ]
}

/// Writes payloads for `.ci/run`.
fn keep(name: &str, payloads: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), payloads).unwrap();
}

#[test]
fn every_command_answers_in_every_language() {
    let mut callbacks = String::new();
    for languages in DOSSIERS {
        for facts in both(languages) {
            for (query, answer) in answers(&facts) {
                let shown = surfaces(&answer);
                let told = || format!("{languages:?} {query}\n{}", shown[0]);
                // Of what the sides are wanted is asked back.
                let asked_back = answer.outcome == Outcome::Unknown;
                let named = query.get(Key::Topic).or(query.get(Key::Claim));
                let open = query.command == "sides" && named.is_none();
                assert_eq!(asked_back, open, "{}", told());
                // Nothing is left to fill in.
                assert!(!shown.concat().contains("{$"), "{}", told());
                let others = answer.actions.iter();
                let others = others.filter(|one| one.kind == ActionKind::Language);
                assert_eq!(others.count(), languages.len() - 1, "{}", told());
                // One language is never named.
                let named = shown.iter().any(|text| text.contains("lang:"));
                assert_eq!(named, languages.len() > 1, "{}", told());
                let data = message(&render::page(&answer), Audience::Asker);
                writeln!(callbacks, "{}", json!({"type": 4, "data": data})).unwrap();
            }
        }
    }
    keep("languages.jsonl", &callbacks);
}

#[test]
fn every_command_is_registered_in_every_language() {
    for languages in DOSSIERS {
        let [facts, _] = both(languages);
        let commands = serde_json::to_value(registered(&facts, Scope::Global)).unwrap();
        let told = |one: &Value| {
            one["description"]
                .as_str()
                .is_some_and(|text| text.contains('{'))
        };
        assert!(
            !commands.as_array().unwrap().iter().any(told),
            "{commands:#}"
        );
        let name = format!("commands-{}.json", languages.join("-"));
        keep(&name, &commands.to_string());
    }
}

#[test]
fn every_page_is_in_its_language() {
    for languages in DOSSIERS {
        for facts in both(languages) {
            let options = Options {
                public_url: Some("https://example.org"),
                form: Form::Files,
                pictures: true,
                has_list: false,
            };
            for path in pages::site(&facts, options) {
                let page = pages::page(&facts, &path, options).unwrap();
                let body = &page.body;
                assert_eq!(page.status == 200, path != "/404", "{path}");
                let lang = path.split('/').nth(1).and_then(Lang::of);
                if !page.content_type.starts_with("text/html") {
                    continue;
                }
                assert!(!body.contains("{$"), "{path}: {body}");
                if let Some(lang) = lang {
                    let begin = format!("<html lang=\"{}\"", lang.code());
                    assert!(body.contains(&begin), "{path}");
                    let turned = body.contains(" dir=\"rtl\">");
                    assert_eq!(turned, lang.code() == "ar", "{path}");
                }
            }
            let pictures = pages::pictures(&facts);
            let drawn = |path: &String| pages::picture(&facts, path, options);
            let cards: Vec<_> = pictures.iter().filter_map(drawn).collect();
            assert!(cards.len() > 2, "{languages:?} {pictures:?}");
            assert!(card::png(&cards[0]).unwrap().len() > 5_000);
        }
    }
}

#[test]
fn the_program_checks_and_exports_every_language() {
    let around = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages");
    for languages in DOSSIERS {
        let folder: PathBuf = around.join(languages.join("-"));
        let _ = fs::remove_dir_all(&folder);
        let facts = folder.display().to_string();
        let run = |arguments: &[&str]| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_sumber"));
            let output = program.args(arguments).env("LANG", "C").output().unwrap();
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(output.status.success(), "{arguments:?}: {said}");
            said
        };
        let asked = languages
            .iter()
            .flat_map(|lang| ["--language", lang, "--title", "Clock"]);
        let new = ["new", &facts, "--topic", "clock"].into_iter().chain(asked);
        let made = run(&new.collect::<Vec<_>>());
        let checked = run(&["check", &facts]);
        for said in [&made, &checked] {
            assert!(
                !said.contains("warning") && !said.contains("error"),
                "{said}"
            );
        }
        // What the bot lacks is said once, and only of a language that it lacks.
        let lacking = checked.matches("no words of its own").count();
        assert_eq!(lacking, usize::from(languages.contains(&"ar")), "{checked}");
        assert!(!checked.contains("no pictures"), "{checked}");
        for format in [
            "json", "jsonl", "csv", "markdown", "csl-json", "bibtex", "ris", "jsonld",
        ] {
            let text = run(&["export", "--facts", &facts, "--format", format]);
            assert!(text.to_lowercase().contains("gazette"), "{format}: {text}");
        }
        let site = folder.join("site").display().to_string();
        run(&[
            "export",
            "--facts",
            &facts,
            "--format",
            "html",
            "--out",
            &site,
            "--base",
            "https://example.org",
        ]);
        for command in ["/clock", "/help", "/about", "/timeline"] {
            let answer = run(&["ask", command, "--facts", &facts]);
            assert_eq!(answer.contains("lang:"), languages.len() > 1, "{answer}");
        }
    }
}
