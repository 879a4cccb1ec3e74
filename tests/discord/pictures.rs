//! Pictures: the file of a message, and its removal.

use serde_json::{Value, json};

use crate::fake_discord::FakeDiscord;
use crate::program::Program;

/// The attachments that a message lists.
fn files(reply: &Value) -> &Value {
    &reply["data"]["attachments"]
}

#[test]
fn a_picture_comes_as_a_file_with_its_description() {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    let options = json!([{"name": "claim", "value": "bridge-ready"}, {"name": "picture", "type": 5, "value": true}]);
    // The fake Discord rejects a message whose files are not PNGs with the names in the message.
    let drawn = discord.reply(discord.slash("claim", options));
    let file = &files(&drawn)[0];
    assert_eq!(file["filename"], "claim-bridge-ready.png");
    let description = file["description"].as_str().unwrap();
    assert!(description.contains("Ada Berg"), "{description}");
    let embeds = drawn["data"]["embeds"].as_array().unwrap();
    let image = &embeds.last().unwrap()["image"]["url"];
    assert_eq!(image, "attachment://claim-bridge-ready.png");
    let log = bot.lines("command=claim", 1).remove(0);
    assert!(log.contains("found"), "{log}");
    discord.was_respected();
}

#[test]
fn a_press_draws_again_or_takes_the_picture_away() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let press = |id: &str| discord.reply(discord.press(id, 64));
    let drawn = press("open /claim claim:bridge-ready picture:true lang:id");
    assert_eq!(drawn["type"], 7);
    assert_eq!(files(&drawn)[0]["filename"], "claim-bridge-ready.png");
    let plain = press("open /claim claim:bridge-ready lang:id");
    assert_eq!((&plain["type"], files(&plain)), (&json!(7), &json!([])));
    let shared = press("share /claim claim:bridge-ready picture:true lang:id");
    assert_eq!(files(&shared)[0]["filename"], "claim-bridge-ready.png");
    discord.was_respected();
}

#[test]
fn what_cannot_be_drawn_is_answered_in_words() {
    let discord = FakeDiscord::start();
    let _bot = Program::connected(&discord);
    let timeline = json!([{"name": "to", "value": "1950"}, {"name": "picture", "value": true}]);
    let nothing = discord.reply(discord.slash("timeline", timeline));
    assert_eq!(files(&nothing), &Value::Null);
    let odd = json!([{"name": "claim", "value": "bridge-ready"}, {"name": "picture", "value": "perhaps"}]);
    assert_eq!(
        files(&discord.reply(discord.slash("claim", odd))),
        &Value::Null
    );
    discord.was_respected();
}
