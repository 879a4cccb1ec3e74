//! The ways in which facts change on a disk, and in which the program notices.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use crate::caller::Caller;
use crate::edition::{Edition, claim};
use crate::fake_discord::FakeDiscord;
use crate::place::{Way, behind, folder, save};
use crate::program::Program;
use crate::{over_http, wait_for_revision, wait_until_stale};

/// Most changes until one is noticed in the way that a test wants. Another one can come first by chance.
const ROUNDS: usize = 5;

/// Makes changes until the program has noticed one by this cause. `change` saves an edition.
fn noticed(program: &Program, caller: Caller, by: &str, change: impl Fn(&Edition)) {
    let by = format!("by={by}");
    for number in 10..10 + ROUNDS {
        let edition = Edition::new(number);
        change(&edition);
        wait_for_revision(caller, program, &edition.revision);
        program.lines(&edition.revision, 1);
        if program.said().contains(&by) {
            return;
        }
    }
    panic!("never {by}:\n{}", program.said());
}

/// A volume as Kubernetes mounts a ConfigMap: the files are links through `..data`, which is replaced.
fn mount(volume: &Path, edition: &Edition) {
    let version = format!("..{}", edition.revision);
    fs::create_dir_all(volume.join(&version)).unwrap();
    fs::write(volume.join(&version).join("facts.toml"), &edition.text).unwrap();
    let before = fs::read_link(volume.join("..data"));
    symlink(&version, volume.join("..data_tmp")).unwrap();
    fs::rename(volume.join("..data_tmp"), volume.join("..data")).unwrap();
    match before {
        Ok(before) => fs::remove_dir_all(volume.join(before)).unwrap(),
        Err(_) => symlink("..data/facts.toml", volume.join("facts.toml")).unwrap(),
    }
}

#[test]
fn a_mounted_config_map_is_noticed_as_a_file_and_as_a_folder() {
    for (name, place) in [("map-file", "facts.toml"), ("map-folder", "")] {
        let volume = folder(name);
        mount(&volume, &Edition::new(1));
        let discord = FakeDiscord::start();
        let (program, caller) = over_http(&discord, &volume.join(place));
        noticed(&program, caller, "event", |edition| mount(&volume, edition));
        assert!(
            !program.said().contains("cannot be used"),
            "{}",
            program.said()
        );
    }
}

#[test]
fn a_linked_folder_that_points_elsewhere_is_noticed() {
    let place = folder("linked");
    let point = |edition: &Edition| {
        let release = place.join(format!("release-{}", edition.number));
        fs::create_dir_all(&release).unwrap();
        fs::write(release.join("facts.toml"), &edition.text).unwrap();
        symlink(&release, place.join("next")).unwrap();
        fs::rename(place.join("next"), place.join("current")).unwrap();
    };
    point(&Edition::new(1));
    let discord = FakeDiscord::start();
    let (program, caller) = over_http(&discord, &place.join("current/facts.toml"));
    noticed(&program, caller, "event", point);
}

#[test]
fn every_way_of_saving_is_noticed() {
    for (name, way) in [
        ("in-place", Way::InPlace),
        ("renamed", Way::Rename),
        ("again", Way::Again),
    ] {
        let path = folder(name).join("facts.toml");
        save(&path, &Edition::new(1).text, Way::InPlace);
        let discord = FakeDiscord::start();
        let (program, caller) = over_http(&discord, &path);
        noticed(&program, caller, "event", |edition| {
            save(&path, &edition.text, way)
        });
    }
}

#[test]
fn without_events_a_signal_or_some_time_is_enough() {
    for by in ["signal", "time"] {
        let path = folder(by).join("facts.toml");
        save(&path, &Edition::new(1).text, Way::InPlace);
        let unwatched = behind(&path);
        let discord = FakeDiscord::start();
        let (program, caller) = over_http(&discord, &path);
        noticed(&program, caller, by, |edition| {
            save(&unwatched, &edition.text, Way::InPlace);
            if by == "signal" {
                program.signal("HUP");
            }
        });
        assert!(!program.said().contains("by=event"), "{}", program.said());
    }
}

#[test]
fn a_part_that_comes_before_what_it_refers_to_waits_for_it() {
    let place = folder("parts");
    let first = Edition::new(1);
    save(&place.join("all.toml"), &first.text, Way::InPlace);
    let discord = FakeDiscord::start();
    let (program, caller) = over_http(&discord, &place);
    let refers = claim("later", "Trams").replace("gazette-bridge", "later-source");
    save(&place.join("claims.toml"), &refers, Way::Rename);
    wait_until_stale(caller, &program, true);
    let line = program.lines("cannot be used", 1).remove(0);
    assert!(
        line.contains("claims.toml:") && line.contains("later-source"),
        "{line}"
    );
    assert_eq!(crate::revision(caller), first.revision);
    let source = "[[source]]\nid = \"later-source\"\ntype = \"report\"\ntitle = \"Later\"\npublisher = \"Later\"\nfamily = \"later\"\nissued = \"2024-06-02\"\naccessed = \"2024-07-01\"\nlanguage = \"en\"\n";
    save(&place.join("sources.toml"), source, Way::Rename);
    wait_until_stale(caller, &program, false);
    assert_ne!(crate::revision(caller), first.revision);
    assert_eq!(caller.metric("sumber_claims "), (first.claims + 1) as f64);
}

#[test]
fn a_file_or_folder_that_goes_and_comes_back_is_told_and_changes_nothing() {
    let place = folder("gone");
    let path = place.join("facts.toml");
    let edition = Edition::new(1);
    save(&path, &edition.text, Way::InPlace);
    let discord = FakeDiscord::start();
    for (what, of) in [("file", &path), ("folder", &place)] {
        let (program, caller) = over_http(&discord, of);
        let away = place.with_extension("away");
        let _ = fs::remove_dir_all(&away);
        for _ in 0..2 {
            fs::rename(&place, &away).unwrap();
            wait_until_stale(caller, &program, true);
            assert_eq!(crate::revision(caller), edition.revision, "{what}");
            assert_eq!(caller.get("/readyz").status, 200);
            fs::rename(&away, &place).unwrap();
            wait_until_stale(caller, &program, false);
        }
        program.lines("good again", 2);
        assert_eq!(
            program.lines("cannot be used", 2).len(),
            2,
            "{}",
            program.said()
        );
        assert_eq!(
            caller.metric("sumber_facts_reloads_total{result=\"unread\"} "),
            2.0
        );
        // A folder that came back is watched again.
        noticed(&program, caller, "event", |edition| {
            save(&path, &edition.text, Way::InPlace)
        });
        save(&path, &edition.text, Way::Rename);
        wait_for_revision(caller, &program, &edition.revision);
    }
}
