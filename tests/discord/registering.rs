//! Registers the commands once, and again only after a change.

use serde_json::json;

use crate::fake_discord::{FakeDiscord, Happening, TOKEN};
use crate::program::Program;

fn puts(discord: &FakeDiscord) -> usize {
    let is_put = |happening: &Happening| matches!(happening, Happening::Call(call) if call.starts_with("PUT"));
    discord.count(is_put).len()
}

#[test]
fn commands_are_registered_once() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    bot.lines("registered", 1);
    assert_eq!(puts(&discord), 1);
    drop(bot);
    let names = discord.set(|inner| inner.commands["global"][0]["name"].clone());
    assert_eq!(names, "bridge");

    // Keeps the fake Discord from complaining about a second session so soon.
    discord.set(|inner| inner.begun.clear());
    let bot = Program::serve(&discord);
    let line = bot.lines("registered", 1);
    assert!(line[0].contains("unchanged"), "{line:?}");
    assert_eq!(puts(&discord), 1);
    // In help a tap opens a command, because its id is known from then on.
    let help = discord.reply(discord.slash("help", json!([])));
    assert!(
        help["data"].to_string().contains("</bridge:1000>"),
        "{help}"
    );
    drop(bot);

    discord.set(|inner| {
        inner.begun.clear();
        inner.commands.get_mut("global").unwrap()[0]["description"] = json!("something else");
    });
    let bot = Program::serve(&discord);
    let line = bot.lines("registered", 1);
    assert!(line[0].contains("sent 1"), "{line:?}");
    assert_eq!(puts(&discord), 2);
    discord.was_respected();
}

#[test]
fn failing_to_register_stops_no_answer() {
    let discord = FakeDiscord::start();
    discord.set(|inner| inner.broken = Some(("/commands", 403)));
    let bot = Program::connected(&discord);
    let line = bot.lines("could not be registered", 1);
    assert!(line[0].contains("HTTP 403"), "{line:?}");
    discord.reply(discord.slash("bridge", json!([])));
    assert_eq!(puts(&discord), 0);
    discord.was_respected();
}

#[test]
fn commands_can_be_removed() {
    let discord = FakeDiscord::start();
    let run = |arguments: &[&str]| {
        let arguments = [&["commands"], arguments].concat();
        let (status, said) = Program::start(&discord, &arguments, TOKEN).end();
        (status.code(), said)
    };
    run(&["--register", "--guild", "77"]);
    run(&["--register"]);
    discord.set(|inner| inner.guilds = vec![json!({"id": "77"})]);
    let bot = Program::connected(&discord);
    let told = bot.lines("people see commands twice", 1).remove(0);
    assert!(told.contains("--clear") && !told.contains("77"), "{told}");
    drop(bot);
    let removed = "14 commands were removed from Discord.\n";
    assert_eq!(
        run(&["--clear", "--guild", "77"]),
        (Some(0), removed.to_owned())
    );
    let left = |scope: &str| discord.set(|inner| inner.commands[scope].as_array().unwrap().len());
    assert_eq!((left("77"), left("global")), (0, 14));
    let (_, said) = run(&["--clear", "--guild", "77"]);
    assert!(said.contains("nothing was removed"), "{said}");
    assert_eq!(run(&["--clear"]), (Some(0), removed.to_owned()));
    assert_eq!(left("global"), 0);
    for both in [["--clear", "--register"], ["--clear", "--json"]] {
        assert_eq!(run(&both).0, Some(2), "{both:?}");
    }
    discord.was_respected();
}

#[test]
fn a_malformed_token_is_not_sent() {
    let discord = FakeDiscord::start();
    for arguments in [
        &["serve"][..],
        &["commands", "--register"],
        &["commands", "--clear"],
    ] {
        let (status, said) = Program::start(&discord, arguments, "my secret").end();
        assert_eq!(status.code(), Some(2), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("DISCORD_TOKEN is not a bot token"), "{said}");
        assert!(!said.contains("secret words"), "{said}");
    }
    assert!(discord.count(|_| true).is_empty(), "{}", discord.journal());
}

#[test]
fn a_field_that_discord_adds_is_no_reason_to_register() {
    let discord = FakeDiscord::start();
    let register = || {
        let (_, said) = Program::start(&discord, &["commands", "--register"], TOKEN).end();
        said
    };
    register();
    discord.set(|inner| {
        for command in inner
            .commands
            .get_mut("global")
            .unwrap()
            .as_array_mut()
            .unwrap()
        {
            command["audience"] = json!("everybody");
            if let Some(option) = command.pointer_mut("/options/0") {
                option["hint"] = json!({"new": 1});
            }
        }
    });
    assert!(register().contains("nothing was sent"));
    discord.set(|inner| inner.commands.get_mut("global").unwrap()[0]["nsfw"] = json!(true));
    assert!(register().contains("14 commands were sent"));
    discord.was_respected();
}

#[test]
fn commands_can_be_registered_without_serving() {
    let discord = FakeDiscord::start();
    let register = |arguments: &[&str], token: &str| {
        let arguments = [&["commands", "--register"], arguments].concat();
        let (status, said) = Program::start(&discord, &arguments, token).end();
        (status.code(), said)
    };
    let check = |arguments: &[&str], line: &str| {
        let said = register(arguments, TOKEN);
        assert_eq!(said, (Some(0), format!("{line}\n")), "{arguments:?}");
    };
    let sent = "14 commands were sent to Discord.";
    let unchanged = "Discord already has these commands; nothing was sent.";
    check(&[], sent);
    check(&[], unchanged);
    let warning = "Warning: people see commands twice where they are registered for a server and for all servers. \
        “sumber commands --clear --guild ID” removes those of a server.";
    let twice = |line: &str| format!("{line}\n{warning}");
    check(&["--guild", "77"], &twice(sent));
    check(&["--guild", "77"], &twice(unchanged));
    discord.set(|inner| inner.guilds = vec![json!({"id": "76"}), json!({"id": "77"})]);
    check(&[], &twice(unchanged));
    let guild = discord.set(|inner| inner.commands["77"][0].clone());
    assert!(guild.get("contexts").is_none(), "{guild}");
    let (code, said) = register(&[], "MTk4NjIy.wrong-token.x");
    assert!(code == Some(2) && said.contains("DISCORD_TOKEN"), "{said}");
    assert!(
        discord
            .count(|happening| *happening == Happening::Connected)
            .is_empty()
    );
    discord.was_respected();
}
