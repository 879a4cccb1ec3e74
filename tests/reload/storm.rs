//! 200 edits, half of them broken, while people ask: every answer arrives and comes from one good edition.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::caller::Caller;
use crate::edition::{Broken, Edition, edition};
use crate::fake_discord::{FakeDiscord, Happening};
use crate::place::{Way, behind, folder, save};
use crate::program::Program;
use crate::{over_gateway, over_http, wait_for_revision, wait_until_stale};

const EDITS: usize = 200;

/// Who asks at once.
const ASKERS: usize = 3;

/// The good editions, and where they are saved.
struct Storm {
    editions: BTreeMap<usize, Edition>,
    path: PathBuf,
    /// Where to write if only a signal is to tell of it.
    behind: Option<PathBuf>,
}

impl Storm {
    fn new(name: &str, only_signals: bool) -> Self {
        let path = folder(name).join("facts.toml");
        let odd = (0..EDITS).filter(|edit| edit % 2 == 1);
        let editions: BTreeMap<_, _> = odd.map(|edit| (edit, Edition::new(edit))).collect();
        save(&path, &editions[&1].text, Way::InPlace);
        Self {
            behind: only_signals.then(|| behind(&path)),
            editions,
            path,
        }
    }

    /// Makes all edits, and now and then waits until the program has noticed.
    fn rage(&self, program: &Program, caller: Caller) {
        for edit in 0..EDITS {
            match self.editions.get(&edit) {
                Some(good) => self.save(
                    &good.text,
                    [Way::InPlace, Way::Rename, Way::Again][edit / 2 % 3],
                ),
                None => self.break_it(edit),
            }
            if self.behind.is_some() {
                program.signal("HUP");
            }
            match edit % 10 {
                4 => wait_until_stale(caller, program, true),
                9 => wait_for_revision(caller, program, &self.editions[&edit].revision),
                _ => thread::sleep(Duration::from_millis(5)),
            }
        }
    }

    fn save(&self, text: &str, way: Way) {
        match &self.behind {
            Some(behind) => save(behind, text, Way::InPlace),
            None => save(&self.path, text, way),
        }
    }

    fn break_it(&self, edit: usize) {
        let next = &self.editions[&(edit + 1)];
        let how = [
            Broken::Syntax,
            Broken::Unsourced,
            Broken::Half,
            Broken::Empty,
        ][edit / 2 % 4];
        match (how, &self.behind) {
            (Broken::Empty, None) => {
                let _ = fs::remove_file(&self.path);
            }
            _ => self.save(&next.broken(how), Way::InPlace),
        }
    }

    /// Checks that a text comes from one good edition, and names its revision and number of claims if it has any.
    fn check(&self, text: &str, has_revision: bool) {
        let number = edition(text);
        let good = self.editions.get(&number);
        let good = good.unwrap_or_else(|| panic!("{number} was never good"));
        if has_revision {
            let about = format!("{} statements", good.claims);
            for named in [&good.revision, &about] {
                assert!(
                    text.contains(named),
                    "{named} of edition {number} in {text}"
                );
            }
        }
    }
}

/// An interaction, each by another person in another channel, and whether its answer names the revision.
fn question(serial: usize) -> (Value, bool) {
    let command = |name: &str, options: Value| json!({"type": 2, "data": {"id": "1", "type": 1, "name": name, "options": options}});
    let full = json!([{"name": "view", "type": 3, "value": "full"}]);
    let share = json!([{"name": "share", "type": 5, "value": true}]);
    let message = json!({"id": "1", "flags": 64, "type": 23, "content": "", "embeds": []});
    let press = json!({"type": 3, "data": {"component_type": 2, "custom_id": "open /bridge view:timeline lang:en"}, "message": message});
    let fields = match serial % 5 {
        0 => command("bridge", full),
        1 | 2 => command("about", json!([])),
        3 => command("bridge", share),
        _ => press,
    };
    let id = |first: usize| (first + serial).to_string();
    let mut payload = json!({
        "id": id(1_000_000), "token": "t", "application_id": "2", "locale": "en-GB", "guild_locale": "en-US",
        "guild_id": "7", "channel_id": id(2_000_000), "context": 0,
        "authorizing_integration_owners": {"0": "7"}, "member": {"user": {"id": id(3_000_000)}},
    });
    let all = payload.as_object_mut().unwrap();
    all.extend(fields.as_object().unwrap().clone());
    (payload, matches!(serial % 5, 1 | 2))
}

/// Has `ask` called by several at once, with a number of its own each time, until `work` is done.
fn while_asked(ask: impl Fn(usize) + Sync, work: impl FnOnce()) {
    let (done, serial) = (AtomicBool::new(false), AtomicUsize::new(0));
    /// Ends the asking also if the work panics.
    struct End<'a>(&'a AtomicBool);
    impl Drop for End<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    thread::scope(|scope| {
        for _ in 0..ASKERS {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    ask(serial.fetch_add(1, Ordering::Relaxed));
                }
            });
        }
        let _end = End(&done);
        work();
    });
    assert!(serial.into_inner() >= EDITS / 2);
}

fn http(name: &str, only_signals: bool) {
    let discord = FakeDiscord::start();
    let storm = Storm::new(name, only_signals);
    let (program, caller) = over_http(&discord, &storm.path);
    let ask = |serial: usize| {
        let (payload, has_revision) = question(serial);
        let response = caller.interact(&payload);
        assert_eq!(response.status, 200, "{response:?}");
        storm.check(&response.text(), has_revision);
        if serial.is_multiple_of(8) {
            let page = caller.get("/en/bridge");
            assert_eq!(page.status, 200);
            storm.check(&page.text(), false);
            let metrics = caller.get("/metrics").text();
            assert_eq!(
                metrics.matches("sumber_facts_info{").count(),
                1,
                "{metrics}"
            );
        }
    };
    while_asked(ask, || storm.rage(&program, caller));
    ended_well(program, only_signals);
}

fn gateway(name: &str, only_signals: bool) {
    let discord = FakeDiscord::start();
    let storm = Storm::new(name, only_signals);
    let (program, caller) = over_gateway(&discord, &storm.path);
    program.lines("registered", 1);
    let ask = |serial: usize| {
        let (mut payload, has_revision) = question(serial);
        for ours in ["id", "token", "application_id"] {
            payload.as_object_mut().unwrap().remove(ours);
        }
        let reply = discord.reply(discord.interact(payload));
        storm.check(&reply.to_string(), has_revision);
    };
    while_asked(ask, || storm.rage(&program, caller));
    let is_put = |happening: &Happening| matches!(happening, Happening::Call(call) if call.starts_with("PUT"));
    assert_eq!(discord.count(is_put).len(), 1, "the commands are the same");
    discord.was_respected();
    ended_well(program, only_signals);
}

fn ended_well(program: Program, only_signals: bool) {
    program.signal("TERM");
    let (status, said) = program.end_in_time();
    assert_eq!(status.code(), Some(0), "{said}");
    let by = if only_signals {
        "by=signal"
    } else {
        "by=event"
    };
    assert!(said.contains(by), "{said}");
    assert!(
        !said.contains("panicked") && !said.contains("not delivered"),
        "{said}"
    );
}

#[test]
fn over_http_every_answer_comes_from_one_good_edition() {
    http("storm-http", false);
}

#[test]
fn over_the_gateway_every_answer_comes_from_one_good_edition() {
    gateway("storm-gateway", false);
}

#[test]
fn a_signal_is_as_good_over_http() {
    http("storm-http-signal", true);
}

#[test]
fn a_signal_is_as_good_over_the_gateway() {
    gateway("storm-gateway-signal", true);
}
