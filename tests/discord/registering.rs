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
    let sent = "13 commands were sent to Discord.";
    let unchanged = "Discord already has these commands; nothing was sent.";
    check(&[], sent);
    check(&[], unchanged);
    check(&["--guild", "77"], sent);
    check(&["--guild", "77"], unchanged);
    let guild = discord.set(|inner| inner.commands["77"][0].clone());
    assert!(guild.get("contexts").is_none(), "{guild}");
    let (code, said) = register(&[], "wrong");
    assert!(code == Some(2) && said.contains("DISCORD_TOKEN"), "{said}");
    assert!(
        discord
            .count(|happening| *happening == Happening::Connected)
            .is_empty()
    );
    discord.was_respected();
}
