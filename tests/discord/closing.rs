//! Every close code is heard from the serenity that is built in: it goes through its real client, and the log has it.
//! `serve/gateway/close_codes.rs` takes the code from inside serenity, so a new version that hides it fails here. The
//! fatal codes are in `process.rs`.

use std::thread;

use crate::fake_discord::FakeDiscord;
use crate::program::Program;

/// Closes a connection with a code and waits until the log has a line for it.
fn is_heard(code: u16) {
    let discord = FakeDiscord::start();
    let bot = Program::connected(&discord);
    discord.hang_up(Some(code));
    match code {
        // After this one serenity reads in a loop; it is replaced.
        4003 => bot.lines("did not hear who it is", 1),
        _ => bot.lines(&format!("code={code} why="), 1),
    };
    discord.wait_for_sessions(2);
    discord.was_respected();
}

#[test]
fn close_codes_are_heard() {
    // Each with a bot of its own, because each waits longer after every close.
    for codes in [
        [1000, 1001, 1011, 1012],
        [4000, 4001, 4002, 4003],
        [4005, 4007, 4008, 4009],
    ] {
        thread::scope(|scope| {
            for code in codes {
                scope.spawn(move || is_heard(code));
            }
        });
    }
}
