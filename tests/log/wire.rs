//! The three wires: how the program is started on each, and how it is asked.

use std::net::SocketAddr;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::asker::Asker;
use crate::caller::{Caller, public_key};
use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::program::{FACTS, Program};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wire {
    Gateway,
    Http,
    Preview,
}

impl Wire {
    pub const ALL: [Self; 3] = [Self::Gateway, Self::Http, Self::Preview];

    /// The arguments and variables that the program needs for it.
    pub fn setup(self) -> (Vec<&'static str>, Vec<(&'static str, String)>) {
        let variables = match self {
            Self::Gateway => vec![("DISCORD_TOKEN", TOKEN.to_owned())],
            Self::Http => vec![("DISCORD_PUBLIC_KEY", public_key())],
            Self::Preview => vec![("LANG", "C".to_owned())],
        };
        let arguments = vec!["serve", "--listen", "127.0.0.1:0", "--facts", FACTS];
        (arguments, variables)
    }

    /// Starts the program on this wire.
    pub fn start(self) -> Bot {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
        command.stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        self.start_with(command)
    }

    /// Starts the program with its output read. `command` becomes the program's.
    pub fn start_with(self, mut command: Command) -> Bot {
        let discord = FakeDiscord::start();
        let (arguments, variables) = self.setup();
        command.args(arguments);
        let variables: Vec<_> = variables
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let program = Program::spawn(command, &discord, &variables);
        let address = address(&program.lines("listening", 1)[0]);
        if self == Self::Gateway {
            discord.wait_for_sessions(1);
        }
        Bot {
            asked: Asked {
                wire: self,
                address,
            },
            discord,
            program,
        }
    }
}

/// The address in a line of the log.
pub fn address(line: &str) -> SocketAddr {
    let (_, rest) = line.split_once("address=").unwrap();
    rest.split(' ').next().unwrap().trim().parse().unwrap()
}

/// The program on one of the wires.
pub struct Bot {
    pub asked: Asked,
    pub discord: FakeDiscord,
    pub program: Program,
}

/// Where the program is asked.
#[derive(Clone, Copy)]
pub struct Asked {
    pub wire: Wire,
    pub address: SocketAddr,
}

impl Bot {
    /// Sends `/bridge` as one of many people, and checks that there is an answer.
    pub fn ask(&self, person: u64) {
        self.asked.ask(&self.discord, person);
    }
}

impl Asked {
    /// Sends `/bridge` as one of many people, and checks that there is an answer.
    pub fn ask(self, discord: &FakeDiscord, person: u64) {
        let reply = self.reply(discord, &slash(person, json!([])));
        assert!(reply["data"]["content"].is_string(), "{reply}");
    }

    /// Sends an interaction and returns the callback.
    pub fn reply(self, discord: &FakeDiscord, fields: &Value) -> Value {
        match self.wire {
            Wire::Gateway => discord.reply(discord.interact(fields.clone())),
            Wire::Http => Caller::new(self.address).interact(&whole(fields)).json(),
            Wire::Preview => Asker::new(self.address).interact(&whole(fields))["callback"].clone(),
        }
    }
}

/// The slash command `/bridge` by a person, in the channel of the same number.
pub fn slash(person: u64, options: Value) -> Value {
    json!({
        "type": 2, "channel_id": person.to_string(), "member": {"user": {"id": person.to_string()}},
        "data": {"id": "1", "type": 1, "name": "bridge", "options": options},
    })
}

/// What every interaction has besides.
fn whole(fields: &Value) -> Value {
    let mut whole = json!({"id": "1", "application_id": "2", "token": "t", "locale": "en-GB", "guild_id": "7", "context": 0});
    whole
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    whole
}
