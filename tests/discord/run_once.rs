//! The program run once to its end, with answers typed.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::fake_discord::{FakeDiscord, TOKEN};

/// What a run of the program said, and its exit code.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Checks that it failed with one line that has these words and no secret.
    pub fn failed(&self, words: &[&str]) {
        assert_eq!(self.code, Some(2), "{}{}", self.out, self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "{word}: {}", self.err);
        }
        self.keeps_its_token();
    }

    /// Checks that it ended well and said all of this, however the lines are broken.
    pub fn said(&self, words: &[&str]) {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        let all = self.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(all.contains(word), "{word}: {}", self.out);
        }
        self.keeps_its_token();
    }

    fn keeps_its_token(&self) {
        assert!(!self.out.contains(TOKEN) && !self.err.contains(TOKEN));
    }
}

/// The program in a folder, with the address of the fake Discord and no other variables of the bot.
pub fn sumber(discord: &FakeDiscord, folder: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
    let own = [
        "DISCORD_PUBLIC_KEY",
        "DISCORD_TOKEN",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];
    for name in own {
        command.env_remove(name);
    }
    command
        .current_dir(folder)
        .env("DISCORD_API", discord.api())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs it with these answers.
pub fn answered(command: &mut Command, typed: &str) -> Run {
    let mut child = command.spawn().unwrap();
    // It may end before it reads.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(output.stdout), text(output.stderr));
    let code = output.status.code();
    Run { code, out, err }
}
