//! Where it listens, and its errors.

use std::net::TcpListener;
use std::path::Path;

use crate::fake_discord::FakeDiscord;
use crate::program::{FACTS, Program};
use crate::start_with;

fn refused(discord: &FakeDiscord, arguments: &[&str]) -> String {
    let arguments = [&["--facts", FACTS], arguments].concat();
    let (status, said) = Program::with(discord, &arguments, &[("LANG", "C")]).end();
    assert_eq!(status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

fn settings(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn it_says_where_it_is_and_how_to_go_live() {
    let discord = FakeDiscord::start();
    for action in [&["--facts", FACTS][..], &["serve", "--facts", FACTS]] {
        let (preview, asker) = start_with(&discord, action);
        assert!(asker.address.ip().is_loopback());
        assert_eq!(asker.get("/").status, 200);
        preview.lines("DISCORD_TOKEN", 1);
        preview.lines("discord.com/developers", 1);
    }
}

#[test]
fn a_usual_port_that_is_taken_is_no_obstacle() {
    let discord = FakeDiscord::start();
    // Whether it was free before or not, it is taken now.
    let _taken = TcpListener::bind("127.0.0.1:8080");
    let (_preview, asker) = start_with(&discord, &["--facts", FACTS]);
    assert!(asker.address.ip().is_loopback());
    assert_ne!(asker.address.port(), 8080);
    assert_eq!(asker.get("/").status, 200);
}

#[test]
fn a_named_port_that_is_taken_is_one_line() {
    let discord = FakeDiscord::start();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = refused(&discord, &["--listen", &address]);
    assert!(said.contains("in use") && said.contains(&address), "{said}");
    assert!(refused(&discord, &["--listen", "here"]).contains("127.0.0.1:8080"));
}

#[test]
fn others_reach_it_only_where_that_was_asked_for() {
    let discord = FakeDiscord::start();
    let open = settings("open.toml", "[http]\nlisten = \"0.0.0.0:0\"\n");
    let said = refused(&discord, &["--config", &open]);
    assert!(
        said.contains("--listen") && said.contains("0.0.0.0:0"),
        "{said}"
    );
    let (preview, asker) = start_with(&discord, &["--facts", FACTS, "--listen", "0.0.0.0:0"]);
    preview.lines("Warning", 1);
    let port = asker.address.port();
    let status = |host: &str| asker.call("GET", "/", &[("Host", host)], "").status;
    assert_eq!(status(&format!("192.0.2.1:{port}")), 200);
    assert_eq!(status(&format!("example.org:{port}")), 403);
    let here = settings("here.toml", "[http]\nlisten = \"127.0.0.1:0\"\n");
    let (preview, _) = start_with(&discord, &["--facts", FACTS, "--config", &here]);
    assert!(!preview.said().contains("Warning"));
}

#[test]
fn a_chosen_wire_is_not_given_up_for_a_preview() {
    let discord = FakeDiscord::start();
    let http = settings("wire.toml", "[discord]\nwire = \"http\"\n");
    assert!(refused(&discord, &["--config", &http]).contains("DISCORD_PUBLIC_KEY"));
}
