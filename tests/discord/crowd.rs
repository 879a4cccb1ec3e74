//! The gateway comes back while others hold every connection to the pages that the bot has places or files for.

use std::fs;
use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::fake_discord::{FakeDiscord, TOKEN};
use crate::program::{FACTS, Program};

/// How soon the bot has to be back after its connection is lost.
const BACK: Duration = Duration::from_secs(15);

/// What each client of a crowd does once it is connected.
#[derive(Clone, Copy, Debug)]
enum Crowd {
    Silent,
    /// Sends a few bytes of a head now and then.
    Trickling,
    /// Asks for pages and reads none.
    Unreading,
}

/// Fills the address with clients that stay.
fn gather(crowd: Crowd, address: SocketAddr, number: usize) -> Vec<TcpStream> {
    let client = || {
        let mut client = TcpStream::connect_timeout(&address, Duration::from_secs(5)).ok()?;
        let said: &[u8] = match crowd {
            Crowd::Silent => b"",
            Crowd::Trickling => b"GET / HT",
            Crowd::Unreading => &b"GET /en HTTP/1.1\r\nhost: a\r\n\r\n".repeat(200),
        };
        let _ = client.set_write_timeout(Some(Duration::from_millis(50)));
        let _ = client.write(said);
        Some(client)
    };
    (0..number).filter_map(|_| client()).collect()
}

/// How long the bot takes to be back while a crowd is there.
fn comes_back(crowd: Crowd, number: usize) {
    let discord = FakeDiscord::start();
    let arguments = ["serve", "--facts", FACTS, "--listen", "127.0.0.1:0"];
    let bot = Program::with_files(1_024, &discord, &arguments, &[("DISCORD_TOKEN", TOKEN)]);
    let line = bot.lines("listening", 1).remove(0);
    let (_, address) = line.split_once("address=").unwrap();
    let address = address.split_whitespace().next().unwrap().parse().unwrap();
    discord.wait_for_sessions(1);
    let mut clients = gather(crowd, address, number);
    // A connection must be new, so that the bot needs a file for it.
    let lost = Instant::now();
    discord.hang_up(None);
    if let Crowd::Trickling = crowd {
        for client in &mut clients {
            let _ = client.write(b"TP/");
        }
    }
    discord.wait_for_sessions(2);
    let took = lost.elapsed();
    assert!(took < BACK, "{crowd:?}: {took:?}\n{}", bot.said());
    discord.reply(discord.slash("bridge", json!([])));
    discord.was_respected();
    drop(clients);
}

/// Whether this process may open as many files as a crowd needs.
fn may_gather() -> bool {
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let soft = files.and_then(|line| line.split_whitespace().nth(3)?.parse::<u32>().ok());
    soft.is_none_or(|soft| soft > 2_000)
}

#[test]
fn it_is_back_in_time_while_a_crowd_is_there() {
    assert!(
        may_gather(),
        "raise the limit of open files: ulimit -n 4096"
    );
    comes_back(Crowd::Silent, 1_100);
    comes_back(Crowd::Trickling, 1_100);
    comes_back(Crowd::Unreading, 1_030);
}
