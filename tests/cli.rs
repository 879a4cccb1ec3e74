//! The command line as a user meets it: what it prints, where, and with which exit code.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

#[path = "cli/described.rs"]
mod described;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/healthcheck.rs"]
mod healthcheck;
#[path = "cli/pictures.rs"]
mod pictures;

/// The program without the tester's own settings.
fn sumber(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
    for name in [
        "DISCORD_TOKEN",
        "DISCORD_API",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
    ] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs it and expects an exit code.
fn run(arguments: &[&str], code: i32) -> Output {
    let output = sumber(arguments).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(code),
        "{arguments:?}: {}",
        err(&output)
    );
    output
}

#[test]
fn a_question_is_answered_once() {
    let output = run(&["ask", "/troops view:denials"], 0);
    let text = out(&output);
    assert!(text.starts_with("North Korean soldiers for Russia: Denials"));
    assert!(!text.contains('\u{1b}'), "no colour in a pipe");
    assert!(err(&output).is_empty());
}

#[test]
fn the_language_is_the_options_then_the_settings_then_the_systems() {
    let title = |command: &mut Command| {
        let text = out(&command.output().unwrap());
        text.lines()
            .next()
            .unwrap()
            .split("  ")
            .next()
            .unwrap()
            .to_owned()
    };
    let indonesian = "Tentara Korea Utara untuk Rusia";
    assert_eq!(title(&mut sumber(&["ask", "/troops lang:id"])), indonesian);
    assert_eq!(
        title(sumber(&["ask", "/troops"]).env("LANG", "id_ID.UTF-8")),
        indonesian
    );
    assert_ne!(
        title(sumber(&["ask", "/troops lang:en"]).env("LANG", "id_ID.UTF-8")),
        indonesian
    );
    let settings = Path::new(env!("CARGO_TARGET_TMPDIR")).join("indonesian.toml");
    std::fs::write(&settings, "language = \"id\"\n").unwrap();
    let with = ["ask", "/troops", "--config", settings.to_str().unwrap()];
    assert_eq!(title(sumber(&with).env("LANG", "en_GB.UTF-8")), indonesian);
}

#[test]
fn every_format_is_written() {
    let json = run(&["ask", "/pact", "--format", "json"], 0);
    let answer: serde_json::Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!(answer["query"], "/pact lang:en");
    let discord = out(&run(&["ask", "/pact", "--format", "discord"], 0));
    assert_eq!(discord.lines().count(), 1);
    let callback: serde_json::Value = serde_json::from_str(&discord).unwrap();
    assert_eq!(
        (&callback["type"], &callback["data"]["flags"]),
        (&4.into(), &64.into())
    );
    let shared = out(&run(&["ask", "/pact share:true", "--format", "discord"], 0));
    let shared: serde_json::Value = serde_json::from_str(&shared).unwrap();
    assert_ne!(shared["data"]["flags"], 64, "public when asked for");
    assert!(out(&run(&["ask", "/pact", "--format", "markdown"], 0)).starts_with("# "));
}

#[test]
fn questions_come_line_by_line_when_nobody_types() {
    let asked = "/troops lang:id\n\nhelp\n/nonsense\n/quit\nquit\n/pact\n";
    let output = sumber(&["ask"]).write_stdin(asked).output().unwrap();
    let text = out(&output);
    assert_eq!(output.status.code(), Some(0));
    assert!(text.starts_with("Tentara Korea Utara untuk Rusia"));
    let help = text.find("  /sanctions").unwrap();
    let listed = out(&run(&["commands"], 0));
    assert!(
        text.contains(&listed),
        "one table, to which help adds a line"
    );
    let page = "\n  page: ";
    assert!(text[help..].contains(page) && !listed.contains(page));
    let lines = text[help..].lines();
    assert!(
        lines.clone().all(|line| line.chars().count() <= 80),
        "{text}"
    );
    let unknown = text.matches("There is no such command").count();
    assert_eq!(unknown, 2, "what has a slash is a question, /quit as well");
    assert!(!text.contains("The defence pact between"), "quit leaves");
    let odd = b"/troops \xff\n/troops lang:id\n".to_vec();
    let output = sumber(&["ask"]).write_stdin(odd).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).starts_with("North Korean soldiers for Russia"));
    assert!(out(&output).contains("\nTentara Korea Utara untuk Rusia"));
}

#[test]
fn a_question_may_be_several_words_and_help_is_one_like_any_other() {
    let quoted = run(&["ask", "/troops view:denials lang:id"], 0);
    let words = run(&["ask", "/troops", "view:denials", "lang:id"], 0);
    assert_eq!(out(&quoted), out(&words));
    let json = run(
        &[
            "ask", "/troops", "--format", "json", "as_of:18", "October", "2024",
        ],
        0,
    );
    assert!(out(&json).contains("/troops as_of:2024-10-18 lang:en"));
    let help = out(&run(&["ask", "/help"], 0));
    assert_eq!(help, out(&run(&["ask", "help"], 0)));
    assert!(help.starts_with("What you can ask"), "{help}");
    let json = out(&run(&["ask", "/help", "--format", "json", "lang:id"], 0));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["query"], "/help lang:id");
    let discord = out(&run(&["ask", "/help", "--format", "discord"], 0));
    let discord: serde_json::Value = serde_json::from_str(&discord).unwrap();
    assert!(discord["data"]["content"].is_string());
    let piped = sumber(&["ask", "--format", "json"])
        .write_stdin("help\n")
        .output()
        .unwrap();
    let piped: serde_json::Value = serde_json::from_str(&out(&piped)).unwrap();
    assert_eq!(piped["query"], "/help lang:en");
}

#[test]
fn a_text_that_is_nearly_a_command_gets_a_callback_too() {
    let asked = ["ask", "/troops", "veiw:denials", "--format", "discord"];
    let callback: serde_json::Value = serde_json::from_str(&out(&run(&asked, 0))).unwrap();
    assert_eq!(
        (&callback["type"], &callback["data"]["flags"]),
        (&4.into(), &64.into())
    );
    let first = &callback["data"]["components"][0]["components"][0]["custom_id"];
    assert_eq!(first, "open /troops view:denials lang:en");
    // Options that could not be read are not repeated: the ids would be too long.
    let long = format!("/troops lang:fr view:{}", "a".repeat(93));
    let callback = out(&run(&["ask", &long, "--format", "discord"], 0));
    assert!(callback.contains("\"open /troops lang:id\""), "{callback}");
    let neither = out(&run(&["ask", "/pact share:maybe", "--format", "json"], 0));
    assert!(neither.contains("\"/pact lang:en\""), "{neither}");
}

#[test]
fn without_a_token_it_says_how_to_go_live() {
    let output = run(&["commands", "--register"], 2);
    assert_eq!(err(&output).lines().count(), 1);
    assert!(
        err(&output).contains("DISCORD_TOKEN") && err(&output).contains("discord.com/developers")
    );
}

#[test]
fn good_facts_pass_and_broken_ones_stop_everything() {
    let good = out(&run(&["check", "data/facts"], 0));
    assert!(good.ends_with("good to serve\n"), "{good}");
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken.toml");
    std::fs::write(&broken, "[[claim]]\nid = \"Bad Id\"\nkolour = 1\n").unwrap();
    let broken = broken.to_str().unwrap();
    let report = out(&run(&["check", broken], 1));
    assert!(
        report.contains("broken.toml:2:6") && report.contains("broken.toml:3:1"),
        "{report}"
    );
    for action in [
        &["ask", "/troops", "--facts", broken][..],
        &["export", "--format", "json", "--facts", broken],
    ] {
        let output = run(action, 1);
        assert!(out(&output).is_empty(), "nothing starts");
        assert!(err(&output).contains("broken.toml:3:1"));
        let last = err(&output).lines().last().unwrap().to_owned();
        assert!(last.contains("nothing was started") && last.contains("broken.toml"));
    }
}

#[test]
fn programs_get_json() {
    let schema: serde_json::Value = serde_json::from_str(&out(&run(&["schema"], 0))).unwrap();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let export = out(&run(&["export"], 0));
    assert_eq!(export, out(&run(&["export", "--format", "json"], 0)));
    let export: serde_json::Value = serde_json::from_str(&export).unwrap();
    assert!(export["claims"].as_array().unwrap().len() >= 80);
    let commands: serde_json::Value =
        serde_json::from_str(&out(&run(&["commands", "--json"], 0))).unwrap();
    assert_eq!(commands[0]["contexts"], serde_json::json!([0, 1, 2]));
    assert!(out(&run(&["commands"], 0)).contains("\n  /troops  "));
    assert!(out(&run(&["--help"], 0)).contains("Exit codes:"));
}

#[test]
fn the_program_holds_every_part_of_the_shipped_facts() {
    let mut paths: Vec<_> = std::fs::read_dir("data/facts")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let parts = sumber::shipped::parts();
    let held: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(
        held,
        paths
            .iter()
            .map(|path| path.to_str().unwrap())
            .collect::<Vec<_>>()
    );
}
