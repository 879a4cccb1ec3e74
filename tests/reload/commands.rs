//! Commands are registered anew only if the new facts have others.

use serde_json::json;

use crate::caller::public_key;
use crate::edition::Edition;
use crate::fake_discord::{FakeDiscord, Happening, TOKEN};
use crate::place::{Way, folder, save};
use crate::{over_gateway, start, wait_for_revision, wait_until};

fn calls(discord: &FakeDiscord, method: &str) -> usize {
    let is_one = |happening: &Happening| matches!(happening, Happening::Call(call) if call.starts_with(method) && call.contains("/commands"));
    discord.count(is_one).len()
}

#[test]
fn only_other_commands_are_registered_anew() {
    for wire in ["gateway", "http"] {
        let path = folder(&format!("commands-{wire}")).join("facts.toml");
        let (first, second) = (Edition::new(1), Edition::new(2));
        save(&path, &first.text, Way::InPlace);
        let discord = FakeDiscord::start();
        let (program, caller) = match wire {
            "gateway" => over_gateway(&discord, &path),
            _ => {
                let settings = path.with_file_name("settings");
                std::fs::write(&settings, "[discord]\nwire = \"http\"\n").unwrap();
                let arguments = ["--config", settings.to_str().unwrap()];
                let key = public_key();
                let variables = [("DISCORD_TOKEN", TOKEN), ("DISCORD_PUBLIC_KEY", &key)];
                start(&discord, &path, &arguments, &variables)
            }
        };
        program.lines("registered", 1);
        let asked = calls(&discord, "GET");

        save(&path, &second.text, Way::Rename);
        wait_for_revision(caller, &program, &second.revision);
        let described = second.text.replace(
            "description.en = \"Who says",
            "description.en = \"Read who says",
        );
        assert_ne!(described, second.text);
        save(&path, &described, Way::Rename);
        program.lines("registered", 2);
        assert_eq!(
            (calls(&discord, "GET"), calls(&discord, "PUT")),
            (asked + 1, 2),
            "{}",
            program.said()
        );
        let commands = discord.set(|inner| inner.commands["global"].clone());
        assert!(
            commands[0]["description"]
                .as_str()
                .unwrap()
                .starts_with("Read who")
        );

        // A new topic: help links to it once Discord has given it an id.
        let topic = "\n[[topic]]\nid = \"railing\"\ntitle.en = \"The railing\"\ntitle.id = \"Pagar\"\nquestion.en = \"Is there a railing?\"\nquestion.id = \"Apakah ada pagar?\"\ndescription.en = \"Who says what about the railing\"\ndescription.id = \"Siapa mengatakan apa tentang pagar\"\n";
        let railing = described.replace(
            "topics = [\"bridge\"]\nkind = \"denies\"",
            "topics = [\"bridge\", \"railing\"]\nkind = \"denies\"",
        ) + topic;
        save(&path, &railing, Way::Rename);
        program.lines("registered", 3);
        let help = json!({"id": "1", "token": "t", "type": 2, "data": {"name": "help"}});
        wait_until(&program, "linked", || match wire {
            "gateway" => discord
                .reply(discord.slash("help", json!([])))
                .to_string()
                .contains("</railing:"),
            _ => caller.interact(&help).text().contains("</railing:"),
        });
        discord.was_respected();
    }
}
