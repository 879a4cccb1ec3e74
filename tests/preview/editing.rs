//! Editing the fact file: the preview loads a valid file and ignores a broken one.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::asker::Asker;
use crate::caller::Caller;
use crate::fake_discord::FakeDiscord;
use crate::program::PATIENCE;
use crate::start_with;

const GOOD: &str = include_str!("../fixtures/facts/valid.toml");

fn file(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    save(&path, GOOD);
    path
}

/// Replaces a file atomically, so that a half-written file is never read.
fn save(path: &Path, text: &str) {
    let written = path.with_extension("new");
    std::fs::write(&written, text).unwrap();
    std::fs::rename(written, path).unwrap();
}

/// The report once it meets a condition.
fn report(asker: Asker, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
    let until = Instant::now() + PATIENCE;
    loop {
        let report = asker.get("/preview/problems").json();
        if is_it(&report) {
            return report;
        }
        assert!(Instant::now() < until, "not {what}: {report}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn title(asker: Asker) -> String {
    let asked = json!({"id": "1", "type": 2, "data": {"name": "bridge"}});
    let reply = asker.interact(&asked);
    let content = reply["callback"]["data"]["content"].as_str().unwrap();
    let first = content.lines().next().unwrap();
    first.replace("**", "")
}

#[test]
fn a_good_file_is_taken_over_and_a_broken_one_is_told() {
    let discord = FakeDiscord::start();
    let path = file("edited.toml");
    let place = path.display().to_string();
    let (_preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0", "--facts", &place]);
    let first = report(asker, "good", |report| report["refused"] == false);
    assert_eq!(
        (&first["place"], &first["claims"]),
        (&json!(place), &json!(4))
    );
    let before = title(asker);

    save(&path, &format!("{GOOD}\nkolour = 1\n"));
    let broken = report(asker, "refused", |report| report["refused"] == true);
    let problem = &broken["problems"][0];
    assert_eq!(problem["severity"], "error");
    assert!(problem["line"].as_u64().unwrap() > 100, "{problem}");
    for field in ["file", "what", "help"] {
        assert!(!problem[field].as_str().unwrap().is_empty(), "{problem}");
    }
    assert_eq!(broken["revision"], first["revision"]);
    assert_eq!(title(asker), before, "the last good facts are in use");

    std::fs::remove_file(&path).unwrap();
    let gone = report(asker, "unread", |report| !report["unread"].is_null());
    assert!(gone["unread"].as_str().unwrap().contains("edited.toml"));
    assert_eq!(title(asker), before);

    save(&path, &GOOD.replace(&before, "A new name"));
    report(asker, "good again", |report| report["refused"] == false);
    assert_eq!(title(asker), "A new name");
    let metrics = Caller::new(asker.address).get("/metrics").text();
    assert_eq!(metrics.matches("sumber_facts_info{").count(), 1);
    assert!(!metrics.contains(first["revision"].as_str().unwrap()));
}

#[test]
fn a_folder_is_looked_at_whole() {
    let discord = FakeDiscord::start();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parts");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("all.toml"), GOOD).unwrap();
    let place = folder.display().to_string();
    let (_preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0", "--facts", &place]);
    report(asker, "good", |report| report["refused"] == false);
    save(&folder.join("more.toml"), "kolour = 1\n");
    let broken = report(asker, "refused", |report| report["refused"] == true);
    assert!(broken["problems"].to_string().contains("more.toml"));
    std::fs::remove_file(folder.join("more.toml")).unwrap();
    report(asker, "good again", |report| report["refused"] == false);
}

#[test]
fn the_shipped_facts_do_not_change() {
    let discord = FakeDiscord::start();
    let (preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0"]);
    let shipped = report(asker, "good", |report| report["refused"] == false);
    assert_eq!(shipped["place"], Value::Null);
    preview.signal("HUP");
    preview.lines("do not change", 1);
}

#[test]
fn a_signal_has_the_file_read_and_new_commands_can_be_tapped() {
    let discord = FakeDiscord::start();
    let path = file("signalled.toml");
    let place = path.display().to_string();
    let (preview, asker) = start_with(&discord, &["--listen", "127.0.0.1:0", "--facts", &place]);
    report(asker, "good", |report| report["claims"] == 4);
    let topic = r#"
[[topic]]
id = "railing"
title.en = "The railing"
title.id = "Pagar"
question.en = "Is there a railing?"
question.id = "Apakah ada pagar?"
description.en = "Who says what about the railing"
description.id = "Siapa mengatakan apa tentang pagar"
"#;
    let denied = "topics = [\"bridge\"]\nkind = \"denies\"";
    let both = denied.replace("\"bridge\"", "\"bridge\", \"railing\"");
    save(&path, &(GOOD.replace(denied, &both) + topic));
    preview.signal("HUP");
    let until = Instant::now() + PATIENCE;
    loop {
        let help = asker.interact(&json!({"id": "1", "type": 2, "data": {"name": "help"}}));
        if help.to_string().contains("</railing:") {
            break;
        }
        assert!(Instant::now() < until, "{help}");
        thread::sleep(Duration::from_millis(50));
    }
}
