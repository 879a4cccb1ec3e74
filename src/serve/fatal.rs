//! Why the bot cannot start or go on: one line each, with what the operator can do.

use std::io::{self, ErrorKind};

use super::file_limit;

/// The page for applications, their tokens and their public keys.
pub const PORTAL: &str = "https://discord.com/developers/applications";

/// Why the bot stopped or could not start. Only its operator can fix it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fatal {
    /// Discord does not know the token.
    #[error(
        "Discord refused the token in DISCORD_TOKEN. Make a new one at {PORTAL} (your application, Bot, Reset Token) and set DISCORD_TOKEN to it."
    )]
    Token,
    /// The token cannot be one.
    #[error(
        "DISCORD_TOKEN is not a bot token, which has three parts with dots between them; it was not sent. Copy it from {PORTAL} (your application, Bot, Reset Token): the client secret and the public key are something else."
    )]
    TokenShape,
    /// Discord closed the connection with a code after which it would do so again.
    #[error("Discord closed the connection for good, code {code}: {}.", closed(*code))]
    Closed {
        /// The close code.
        code: u16,
    },
    /// The public key is not valid.
    #[error(
        "DISCORD_PUBLIC_KEY is not a public key, which has 64 hexadecimal digits. Copy it from {PORTAL} (your application, General Information, Public Key)."
    )]
    Key,
    /// The gateway was chosen, which needs a token.
    #[error(
        "discord.wire is \"gateway\", which needs the bot's token in DISCORD_TOKEN. Set it, or leave discord.wire out."
    )]
    NoToken,
    /// Signed HTTP was chosen, which needs a public key.
    #[error(
        "discord.wire is \"http\", which needs the application's public key in DISCORD_PUBLIC_KEY. Set it, or leave discord.wire out."
    )]
    NoKey,
    /// Another program listens on the address.
    #[error(
        "The address {address} is in use: another program, perhaps another copy of the bot, listens there. Stop that one, or choose another address with --listen."
    )]
    InUse {
        /// That address.
        address: String,
    },
    /// The address is that of another machine.
    #[error(
        "The bot cannot listen on {address}: this machine has no such address. Take 127.0.0.1 for a web server on this machine, or 0.0.0.0 for every address that it has."
    )]
    Elsewhere {
        /// That address.
        address: String,
    },
    /// The address cannot be bound.
    #[error("The bot cannot listen on {address}: {why}. An address looks like 127.0.0.1:8080.")]
    Listen {
        /// That address.
        address: String,
        /// The system's reason.
        why: String,
    },
    /// The settings would let others reach the preview.
    #[error(
        "The preview is for this machine alone, and others could reach {address}. Leave http.listen out, ask for the address with --listen if others are to reach it, or set DISCORD_TOKEN or DISCORD_PUBLIC_KEY to answer in Discord."
    )]
    Exposed {
        /// The address in the settings.
        address: String,
    },
    /// The address in place of Discord's is not valid.
    #[error("DISCORD_API is not an http or https address.")]
    Api,
    /// Discord could not be reached to change the commands, or rejected them.
    #[error("Discord did not take the change of the commands: {0}.")]
    Unregistered(String),
    /// The system refused something basic, such as a thread.
    #[error("The bot could not be started: {0}.")]
    Process(&'static str),
    /// A mistake in the bot itself; the log says where.
    #[error("The bot stopped because of a mistake in it.")]
    Bug,
}

impl Fatal {
    /// Why the system refused something without which the bot cannot start.
    pub(super) fn not_started(what: &'static str, why: &io::Error) -> Self {
        Self::Process(match file_limit::is_reached(why) {
            true => {
                "it may open too few files; raise the limit (ulimit -n 65536, or LimitNOFILE for systemd)"
            }
            false => what,
        })
    }

    /// Why an address cannot be listened on.
    pub(super) fn cannot_listen(address: &str, why: &io::Error) -> Self {
        let address = address.to_owned();
        match why.kind() {
            ErrorKind::AddrInUse => Self::InUse { address },
            ErrorKind::AddrNotAvailable => Self::Elsewhere { address },
            _ => Self::Listen {
                address,
                why: why.to_string(),
            },
        }
    }
}

/// What a fatal close means
/// (<https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>).
fn closed(code: u16) -> &'static str {
    match code {
        4010 => {
            "this shard is not one of its shards; give --shards the same total in every process"
        }
        4011 => {
            "it wants the bot on more shards; start it again, where --shards is given with a larger total in every process"
        }
        4012 => "it no longer speaks this version of the gateway; the bot needs an update",
        4013 | 4014 => "it does not allow what the bot asked to be told",
        _ => "it did not say why",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stops_the_bot_is_one_line_that_says_what_to_do() {
        let address = || "127.0.0.1:1".to_owned();
        for (fatal, words) in [
            (Fatal::Token, "DISCORD_TOKEN"),
            (Fatal::TokenShape, "DISCORD_TOKEN"),
            (Fatal::Key, "DISCORD_PUBLIC_KEY"),
            (Fatal::NoToken, "DISCORD_TOKEN"),
            (Fatal::NoKey, "DISCORD_PUBLIC_KEY"),
            (Fatal::InUse { address: address() }, "--listen"),
            (Fatal::Elsewhere { address: address() }, "127.0.0.1"),
            (Fatal::Exposed { address: address() }, "--listen"),
        ] {
            let line = fatal.to_string();
            assert!(line.contains(words) && !line.contains('\n'), "{line}");
        }
        assert!(Fatal::Token.to_string().contains(PORTAL));
    }
}
