//! `sumber setup`: what it changes at Discord, what it leaves, and what it says if something is refused.

use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::fake_discord::{FakeDiscord, Happening, PUBLIC_KEY, TOKEN};
use crate::program::FACTS;
use crate::run_once::{Run, answered, sumber};

const ENDPOINT: &str = "https://bot.example.org/interactions";

/// Runs `sumber setup` with these options, variables and answers.
fn run(discord: &FakeDiscord, options: &[&str], variables: &[(&str, &str)], typed: &str) -> Run {
    let mut command = sumber(discord, env!("CARGO_TARGET_TMPDIR"));
    let arguments = [&["setup", "--facts", FACTS], options].concat();
    answered(
        command.args(arguments).envs(variables.iter().copied()),
        typed,
    )
}

/// The same with the right token.
fn setup(discord: &FakeDiscord, options: &[&str], typed: &str) -> Run {
    run(discord, options, &[("DISCORD_TOKEN", TOKEN)], typed)
}

/// The calls that changed something.
fn sent(discord: &FakeDiscord) -> usize {
    let is_change = |happening: &Happening| matches!(happening, Happening::Call(call) if !call.starts_with("GET"));
    discord.count(is_change).len()
}

fn application(discord: &FakeDiscord) -> Value {
    discord.set(|inner| inner.application.clone())
}

fn change(discord: &FakeDiscord, field: &str, value: Value) {
    discord.set(|inner| inner.application[field] = value);
}

/// Writes the bodies that changed settings, one to a line, for the check against Discord's own description
/// (`tests/application.py`).
fn keep(discord: &FakeDiscord) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("payloads");
    std::fs::create_dir_all(&folder).unwrap();
    let lines = discord.set(|inner| {
        inner
            .edits
            .iter()
            .map(|body| format!("{body}\n"))
            .collect::<String>()
    });
    std::fs::write(folder.join("application.jsonl"), lines).unwrap();
}

#[test]
fn a_fresh_application_gets_everything_and_then_nothing_more() {
    let discord = FakeDiscord::start();
    setup(&discord, &["--endpoint", ENDPOINT], "y\n").said(&[
        "Application: Sumber",
        "Description: “Sourced summaries about",
        "Tags: facts, sources",
        "Installation: on servers",
        "Commands: 14 are",
        ENDPOINT,
        "Make these changes? [y/N] Done.",
        "https://discord.com/oauth2/authorize?client_id=198622483471925248",
        &format!("DISCORD_PUBLIC_KEY={PUBLIC_KEY}"),
    ]);
    let now = application(&discord);
    assert_eq!(now["interactions_endpoint_url"], ENDPOINT);
    assert_eq!(now["tags"].as_array().unwrap().len(), 5);
    for kind in ["0", "1"] {
        let install = &now["integration_types_config"][kind]["oauth2_install_params"];
        assert_eq!(
            *install,
            json!({"scopes": ["applications.commands"], "permissions": "0"})
        );
    }
    assert_eq!(
        now["install_params"],
        now["integration_types_config"]["0"]["oauth2_install_params"]
    );
    let names = discord.set(|inner| inner.commands["global"][0]["name"].clone());
    assert_eq!(names, "bridge");
    assert_eq!(sent(&discord), 3);
    keep(&discord);

    // Nobody is asked, because nothing differs. The endpoint stays without being named.
    let again = setup(&discord, &[], "");
    again.said(&["there is nothing to change", "Discord calls https://bot"]);
    assert!(!again.out.contains("[y/N]"), "{}", again.out);
    assert_eq!(sent(&discord), 3);
    discord.was_respected();
}

#[test]
fn nothing_changes_without_a_yes() {
    let discord = FakeDiscord::start();
    for typed in ["n\n", "\n", "perhaps\n"] {
        setup(&discord, &[], typed).said(&["To change:", "[y/N] Nothing was changed."]);
    }
    setup(&discord, &[], "").failed(&["--yes"]);
    assert_eq!(sent(&discord), 0);
    setup(&discord, &["--yes"], "").said(&["Done."]);
    assert_eq!(sent(&discord), 2);
    discord.was_respected();
}

#[test]
fn what_somebody_wrote_by_hand_stays_unless_it_is_to_be_replaced() {
    let discord = FakeDiscord::start();
    change(&discord, "description", json!("Ask me\u{1b}[31m anything"));
    change(&discord, "tags", json!(["harbour"]));
    let scopes = json!({"scopes": ["bot"], "permissions": "2048"});
    let kinds = json!({"0": {"oauth2_install_params": scopes}});
    change(&discord, "integration_types_config", kinds);
    change(&discord, "custom_install_url", json!("https://example.org"));
    let run = setup(&discord, &["--yes"], "");
    run.said(&[
        "by hand, “Ask me[31m anything”. With --replace",
        "by hand, harbour.",
    ]);
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
    let now = application(&discord);
    assert_eq!(now["tags"], json!(["harbour"]));
    assert!(now["description"].as_str().unwrap().starts_with("Ask me"));
    // Permissions and other scopes stay, and so does the button's own address.
    let servers = &now["integration_types_config"]["0"]["oauth2_install_params"];
    let both = json!({"scopes": ["bot", "applications.commands"], "permissions": "2048"});
    assert_eq!(*servers, both);
    assert!(now["install_params"].is_null(), "{now}");

    setup(&discord, &["--replace"], "yes\n").said(&["instead of “Ask me", "instead of harbour"]);
    let now = application(&discord);
    assert!(now["description"].as_str().unwrap().starts_with("Sourced"));

    // In another language the bot's own texts are replaced like any of its own.
    let settings = concat!(env!("CARGO_TARGET_TMPDIR"), "/setup-id.toml");
    std::fs::write(settings, "language = \"id\"\n").unwrap();
    setup(&discord, &["--config", settings], "ya\n").said(&["Selesai.", "Pasang bot"]);
    let now = application(&discord);
    assert!(
        now["description"]
            .as_str()
            .unwrap()
            .starts_with("Ringkasan")
    );
    discord.was_respected();
}

#[test]
fn an_endpoint_is_set_refused_and_cleared() {
    let discord = FakeDiscord::start();
    for wrong in [
        "",
        "http://bot.example.org/interactions",
        "bot.example.org",
        "https://x.example/",
    ] {
        setup(&discord, &["--endpoint", wrong], "y\n").failed(&[ENDPOINT, "--clear-endpoint"]);
    }
    assert_eq!(sent(&discord), 0);
    discord.set(|inner| inner.endpoint_works = false);
    let refused = setup(&discord, &["--endpoint", ENDPOINT, "--yes"], "");
    refused.failed(&[ENDPOINT, PUBLIC_KEY, "Start the bot", "run this again"]);
    // Everything else is done.
    assert_ne!(application(&discord)["description"], "");
    assert_eq!(sent(&discord), 3);

    discord.set(|inner| inner.endpoint_works = true);
    let endpoint = |options: &[&str]| {
        setup(&discord, options, "y\n").said(&["Endpoint:", "Done."]);
        application(&discord)["interactions_endpoint_url"].clone()
    };
    assert_eq!(endpoint(&["--endpoint", ENDPOINT]), ENDPOINT);
    assert_eq!(endpoint(&["--clear-endpoint"]), Value::Null);
    assert_eq!(sent(&discord), 5);
    let both = setup(&discord, &["--clear-endpoint", "--endpoint", ENDPOINT], "");
    assert_eq!(both.code, Some(2));
    discord.was_respected();
}

#[test]
fn the_public_key_is_compared() {
    let discord = FakeDiscord::start();
    let with = |key: &str| {
        let variables = [("DISCORD_TOKEN", TOKEN), ("DISCORD_PUBLIC_KEY", key)];
        run(&discord, &[], &variables, "n\n")
    };
    let line = format!("DISCORD_PUBLIC_KEY={PUBLIC_KEY}\n");
    let right = with(&PUBLIC_KEY.to_uppercase());
    assert!(!right.out.contains(&line), "{}", right.out);
    for wrong in ["abc", &PUBLIC_KEY.replace('3', "4")] {
        let run = with(wrong);
        run.said(&["Warning: DISCORD_PUBLIC_KEY is not the public key"]);
        assert!(run.out.contains(&line), "{}", run.out);
    }
}

#[test]
fn what_goes_wrong_is_one_line_that_says_what_to_do() {
    let mut discord = FakeDiscord::start();
    let token = |token: &str| run(&discord, &[], &[("DISCORD_TOKEN", token)], "y\n");
    token("MTk4NjIy.wrong-token.x").failed(&["DISCORD_TOKEN", "Reset Token"]);
    run(&discord, &[], &[], "y\n").failed(&["DISCORD_TOKEN is not set", "developers"]);
    let broken = |call: &'static str, status: u16| {
        discord.set(|inner| inner.broken = Some((call, status)));
        setup(&discord, &["--yes"], "")
    };
    broken("GET /api/v10/applications/@me", 503).failed(&["HTTP 503", "discordstatus.com"]);
    broken("PATCH", 400).failed(&["HTTP 400", "by hand", "developers/applications"]);
    broken("PUT", 403).failed(&["HTTP 403", "developers/applications"]);
    discord.set(|inner| inner.application = json!({"id": "x"}));
    broken("nothing", 500).failed(&["cannot be read"]);
    discord.kill();
    setup(&discord, &[], "").failed(&["discordstatus.com"]);
}

#[test]
fn the_steps_of_the_readme_lead_to_an_answer() {
    let discord = FakeDiscord::start();
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/readme");
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(
        Path::new(folder).join(".env"),
        format!("DISCORD_TOKEN={TOKEN}\n"),
    )
    .unwrap();
    let set_up = answered(sumber(&discord, folder).arg("setup"), "y\n");
    set_up.said(&["Done.", "client_id="]);
    let changes = sent(&discord);
    let mut bot = sumber(&discord, folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    discord.wait_for_sessions(1);
    let reply = discord.reply(discord.slash("troops", json!([])));
    bot.kill().unwrap();
    bot.wait().unwrap();
    assert!(
        reply["data"]["content"]
            .to_string()
            .contains("North Korean soldiers"),
        "{reply}"
    );
    // Its commands were there already.
    let registrations = |happening: &Happening| matches!(happening, Happening::Call(call) if call.starts_with("PUT"));
    assert_eq!((changes, discord.count(registrations).len()), (2, 1));
    discord.was_respected();
}
