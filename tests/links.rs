//! `sumber links` against a server that answers, moves, forgets, changes and stalls: what is asked, what is said, and the
//! patch.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Instant;

use assert_cmd::Command;

#[path = "links/answers.rs"]
mod answers;
#[path = "support/web.rs"]
mod web;

use answers::answered;
use web::Server;

const FACTS: &str = include_str!("fixtures/links.toml");

fn links(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sumber"));
    command.arg("links").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A new folder with these facts.
fn folder(name: &str, facts: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("facts.toml"), facts).unwrap();
    folder
}

/// What is said of the addresses of `facts`, the patch, and the server with what it was asked.
fn visited(name: &str, facts: &str) -> (String, String, Server) {
    let server = Server::start(answered);
    let folder = folder(name, facts);
    let (local, patch) = (server.address.to_string(), folder.join("links.patch"));
    let output = links(&[
        "--facts",
        folder.to_str().unwrap(),
        "--local",
        &local,
        "--pause",
        "0",
        "--patience",
        "1",
        "--patch",
        patch.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        fs::read_to_string(folder.join("facts.toml")).unwrap(),
        facts
    );
    let patch = fs::read_to_string(patch).unwrap();
    (text(&output.stdout), patch, server)
}

const SAID: &str = "\
asking 17 addresses on 2 hosts, one at a time
moved: http://example.org/moved
  moved for good to http://example.com/new
for-now: http://example.org/for-now
  leads for now to http://example.org/there
elsewhere: http://example.org/elsewhere
  moved to a host that is not in the file, and was not asked: http://elsewhere.example.org/there
loopback: http://example.org/loopback
  not asked: it leads to this machine or a private network: http://ADDRESS/secret
link-local: http://example.org/link-local
  not asked: it leads to this machine or a private network: http://169.254.1.1/latest/meta-data/
front: http://example.org/front
  probably gone: it leads to the front page http://example.org/
gone: http://example.org/gone
  gone (404)
marked: http://example.org/marked
  is there again, though marked as gone
changed: http://example.org/changed
  no longer has the words “Our “clock” runs, and it runs on time” of runs
retitled: http://example.org/retitled
  has another title now: “The clock stands still”
cut: http://example.org/cut
  could not be searched for its quotations
stall: http://example.org/stall
  not known: no answer in time
latin: http://example.org/latin
  could not be searched for its quotations
addresses: 17 · there: 9 · moved: 3 · gone: 1 · not known: 4 · with another text: 2
";

const PATCH: &str = r#"--- a/facts.toml
+++ b/facts.toml
"#;

#[test]
fn each_answer_is_understood_and_nobody_else_is_asked() {
    let (said, patch, server) = visited("links", FACTS);
    let expected = SAID.replace("ADDRESS", &server.address.to_string());
    assert_eq!(said, expected);
    assert!(patch.starts_with(PATCH), "{patch}");
    let changes: Vec<&str> = patch
        .lines()
        .skip(2)
        .filter(|line| line.starts_with(['+', '-']))
        .collect();
    assert_eq!(
        changes,
        [
            "-url = \"http://example.org/moved\"",
            "+url = \"http://example.com/new\"",
            &format!("+gone = \"{}\"", today()),
        ]
    );
    let asked = server.asked();
    for one in &asked {
        let host = one.split([' ', '/']).nth(1).unwrap();
        assert!(["example.org", "example.com"].contains(&host), "{one}");
    }
    let times = |request: &str| asked.iter().filter(|one| *one == request).count();
    assert_eq!(times("GET example.org/secret"), 0);
    assert_eq!(times("HEAD example.org/gone"), 1);
    assert_eq!(times("GET example.org/gone"), 1);
    // Once for two sources with the same address, once more for the redirect.
    assert_eq!(times("GET example.org/there"), 2);
    assert_eq!(times("GET example.org/stall"), 0);
}

fn today() -> String {
    let output = std::process::Command::new("date")
        .args(["-u", "+%F"])
        .output();
    text(&output.unwrap().stdout).trim().to_owned()
}

#[test]
fn the_patch_keeps_the_ends_of_lines_and_can_be_applied() {
    for (name, facts) in [
        ("links-unix", FACTS.to_owned()),
        ("links-windows", FACTS.replace('\n', "\r\n")),
    ] {
        let (_, patch, _) = visited(name, &facts);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let applied = std::process::Command::new("git")
            .args(["apply", "--unsafe-paths", "links.patch"])
            .env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap())
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(
            applied.status.success(),
            "{}\n{patch}",
            text(&applied.stderr)
        );
        let now = fs::read_to_string(folder.join("facts.toml")).unwrap();
        let end = if name == "links-windows" {
            "\r\n"
        } else {
            "\n"
        };
        let gone = format!("gone = \"{}\"{end}", today());
        assert_eq!(now.matches(&gone).count(), 1);
        assert!(now.contains("http://example.org/gone\" # the first report"));
        let again = now
            .replacen(&gone, "", 1)
            .replace("http://example.com/new", "http://example.org/moved");
        assert_eq!(again, facts);
    }
}

#[test]
fn a_private_address_of_the_file_itself_is_not_asked() {
    let server = Server::start(answered);
    let port = server.address.port();
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let (before, after) = FACTS.split_once("\n[[source]]").unwrap();
        let facts = format!("{before}\n[[source]]{after}");
        let facts = facts.replace("http://example.org/", &format!("http://{host}:{port}/"));
        let facts = facts.replace("http://example.com/", &format!("http://{host}:{port}/"));
        let folder = folder("links-private", &facts);
        let output = links(&["--facts", folder.to_str().unwrap(), "--pause", "0"]);
        let said = text(&output.stdout);
        assert_eq!(
            said.matches("not asked: it leads to this machine").count(),
            17,
            "{said}"
        );
    }
    assert_eq!(server.asked(), [""; 0]);
}

#[test]
fn a_host_has_its_pause() {
    let server = Server::start(answered);
    let (facts, _) = FACTS
        .split_once("\n[[source]]\nid = \"head-refused\"")
        .unwrap();
    let (_, claim) = FACTS.split_once("\n[[claim]]").unwrap();
    let claim = claim.split("\n\n").next().unwrap();
    let evidence = "[[claim.evidence]]\nsource = \"there\"\nrole = \"origin\"\n";
    let facts = format!("{facts}\n[[claim]]{claim}\n\n{evidence}");
    let folder = folder("links-pause", &facts);
    let begun = Instant::now();
    let output = links(&[
        "--facts",
        folder.to_str().unwrap(),
        "--local",
        &server.address.to_string(),
        "--pause",
        "1",
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(server.asked().len(), 2);
    assert!(begun.elapsed().as_millis() >= 1000);
}
