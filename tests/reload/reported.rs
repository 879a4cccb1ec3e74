//! What the program tells of its facts: in /about, at /healthz, in the metrics, and in the log.

use serde_json::json;

use crate::edition::{Broken, Edition};
use crate::fake_discord::FakeDiscord;
use crate::place::{Way, folder, save};
use crate::program::Program;
use crate::{over_http, revision, wait_for_revision, wait_until_stale};

#[test]
fn the_revision_is_the_same_everywhere_and_the_log_names_the_problem_once() {
    let path = folder("reported").join("facts.toml");
    let (first, second) = (Edition::new(1), Edition::new(2));
    save(&path, &first.text, Way::InPlace);
    let discord = FakeDiscord::start();
    let (program, caller) = over_http(&discord, &path);
    let about = json!({"id": "1", "token": "t", "type": 2, "data": {"name": "about"}});
    let told = |edition: &Edition| {
        let info = format!("sumber_facts_info{{revision=\"{}\"}} ", edition.revision);
        assert_eq!(caller.metric(&info), 1.0);
        assert_eq!(revision(caller), edition.revision);
        let footer = format!("revision {}", edition.revision);
        assert!(caller.interact(&about).text().contains(&footer));
        assert!(caller.get("/en/about").text().contains(&footer));
        let indonesian = format!("revisi {}", edition.revision);
        assert!(caller.get("/id/about").text().contains(&indonesian));
    };
    told(&first);

    let broken = format!("{}kolour = 1\n", second.broken(Broken::Unsourced));
    save(&path, &broken, Way::Rename);
    wait_until_stale(caller, &program, true);
    told(&first);
    let line = program.lines("cannot be used", 1).remove(0);
    let place = format!("{}:", path.display());
    assert!(line.contains("WARN") && line.contains(&place), "{line}");
    assert!(line.contains("what=") && line.contains("more=1"), "{line}");
    // Asked for, it is told again.
    program.signal("HUP");
    let again = program.lines("cannot be used", 2).remove(1);
    let problem = |line: &str| line.split_once("WARN").unwrap().1.to_owned();
    assert_eq!(problem(&again), problem(&line));

    save(&path, &second.text, Way::Rename);
    wait_for_revision(caller, &program, &second.revision);
    wait_until_stale(caller, &program, false);
    told(&second);
    let loaded = program.lines("the facts have changed", 1);
    assert!(
        loaded[0].contains(&format!("revision={}", second.revision)),
        "{loaded:?}"
    );
    program.signal("HUP");
    program.lines("the facts have not changed", 1);
    for (result, number) in [("loaded", 1.0), ("refused", 1.0), ("unread", 0.0)] {
        let line = format!("sumber_facts_reloads_total{{result=\"{result}\"}} ");
        assert_eq!(caller.metric(&line), number, "{result}");
    }
}

#[test]
fn a_cached_page_is_known_to_be_old() {
    let path = folder("cached").join("facts.toml");
    save(&path, &Edition::new(1).text, Way::InPlace);
    let discord = FakeDiscord::start();
    let (program, caller) = over_http(&discord, &path);
    for address in ["/en/bridge", "/en/about"] {
        let before = caller.get(address).header("etag").unwrap().to_owned();
        let known = format!("If-None-Match: {before}\r\n");
        assert_eq!(caller.call("GET", address, &known, b"").status, 304);
        let edition = Edition::new(2 + address.len());
        save(&path, &edition.text, Way::Rename);
        wait_for_revision(caller, &program, &edition.revision);
        assert_eq!(caller.call("GET", address, &known, b"").status, 200);
    }
}

#[test]
fn a_signal_does_not_end_it_with_facts_that_never_change() {
    let discord = FakeDiscord::start();
    let key = crate::caller::public_key();
    let arguments = ["serve", "--listen", "127.0.0.1:0"];
    let program = Program::with(&discord, &arguments, &[("DISCORD_PUBLIC_KEY", &key)]);
    program.lines("listening", 1);
    program.signal("HUP");
    program.lines("do not change", 1);
    program.signal("TERM");
    assert_eq!(program.end_in_time().0.code(), Some(0));
}
