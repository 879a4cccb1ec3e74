//! Replies that were made before: the same bytes for whoever asks the same, and what is one person's for nobody else.

use serde_json::{Value, json};

use crate::caller::Response;
use crate::fake_discord::{APPLICATION, FakeDiscord};
use crate::start;

/// An interaction by a person in a channel.
fn by(person: u64, kind: u64, data: &Value) -> Value {
    json!({
        "id": (person * 1_000).to_string(), "application_id": APPLICATION.to_string(), "token": format!("key-{person}"),
        "type": kind, "version": 1, "locale": if person.is_multiple_of(2) { "en-GB" } else { "en-US" }, "guild_id": "7",
        "channel_id": (person + 1).to_string(), "context": 0, "authorizing_integration_owners": {"0": "7"},
        "member": {"user": {"id": person.to_string(), "username": format!("person-{person}")}, "permissions": "0"},
        "data": data, "message": {"id": (person + 2).to_string(), "flags": 64, "type": 23},
    })
}

#[test]
fn the_same_question_gets_the_same_bytes_and_each_is_counted_and_logged() {
    let discord = FakeDiscord::start();
    let (program, caller) = start(&discord);
    let text =
        |name: &str, value: &str| json!({"name": name, "type": 3, "value": value, "focused": true});
    let search = json!({"name": "search", "type": 1, "options": [text("query", "bridge")]});
    let open = json!({"component_type": 2, "custom_id": "open /bridge view:denials"});
    let cite = json!({"component_type": 2, "custom_id": "cite /bridge"});
    let asked = [
        (2, &search),
        (3, &open),
        (3, &cite),
        (4, &search),
        (5, &json!({})),
    ];
    let each =
        |person: u64| asked.map(|(kind, data)| caller.interact(&by(person, kind, data)).body);
    let first = each(100);
    for person in [101, 102] {
        assert_eq!(each(person), first);
    }
    for reply in &first {
        let reply = String::from_utf8_lossy(reply);
        assert!(
            !reply.contains("person") && !reply.contains("key-"),
            "{reply}"
        );
    }
    program.lines("answered", 15);
    let found =
        r#"sumber_interactions_total{command="search",language="en",wire="http",outcome="found"}"#;
    assert_eq!(caller.metric(found), 3.0);
    assert_eq!(
        caller.metric(r#"sumber_reply_seconds_count{wire="http"}"#),
        15.0
    );
}

#[test]
fn what_is_shared_names_whoever_shares_it() {
    let discord = FakeDiscord::start();
    let (_program, caller) = start(&discord);
    let share = json!({"name": "share", "type": 5, "value": true});
    let command = json!({"name": "bridge", "type": 1, "options": [share]});
    for person in [200, 201] {
        let Response { status, body, .. } = caller.interact(&by(person, 2, &command));
        let hide = format!("hide {person}");
        assert_eq!(status, 200);
        assert!(String::from_utf8_lossy(&body).contains(&hide), "{hide}");
    }
}
