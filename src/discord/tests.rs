//! Which reply an interaction gets.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::discord::interaction::tests::any_json;
use crate::facts::Facts;
use crate::facts::file::{Part, read};

fn facts() -> Facts {
    let text = include_str!("../../tests/fixtures/facts/valid.toml");
    let part = Part {
        name: "valid.toml".into(),
        text: text.into(),
    };
    read(&[part]).unwrap().facts
}

fn replied(settings: Settings, payload: Value) -> Reply {
    reply(&facts().into(), settings, &Interaction::read(&payload))
}

fn replied_to(payload: Value) -> Reply {
    replied(Settings::default(), payload)
}

fn command(name: &str, options: Value) -> Value {
    json!({"type": 2, "locale": "en-GB", "guild_locale": "en-US",
        "data": {"type": 1, "name": name, "options": options}})
}

fn press(custom_id: &str, flags: u64) -> Value {
    json!({"type": 3, "locale": "en-GB", "data": {"custom_id": custom_id}, "message": {"flags": flags}})
}

/// The type of a reply and the flags of its message.
fn shape(reply: &Reply) -> (u64, u64) {
    let kind = reply.callback()["type"].as_u64().unwrap_or_default();
    (
        kind,
        reply.callback()["data"]["flags"]
            .as_u64()
            .unwrap_or_default(),
    )
}

#[test]
fn an_answer_is_private_unless_it_is_shared_and_there_is_one() {
    let check = |options: Value, outcome: &str, flags: u64| {
        let reply = replied_to(command("bridge", options));
        assert_eq!((reply.log.outcome, shape(&reply)), (outcome, (4, flags)));
    };
    let share = json!({"name": "share", "type": 5, "value": true});
    check(json!([]), "found", 64);
    check(json!([share]), "found", 4096);
    check(json!([{"name": "share", "value": false}]), "found", 64);
    check(
        json!([share, {"name": "view", "value": "nonsense"}]),
        "unknown",
        64,
    );
    check(
        json!([share, {"name": "as_of", "value": "1066"}]),
        "nothing",
        64,
    );
    check(
        json!([share, {"name": "gone", "value": "x"}]),
        "unknown",
        64,
    );
}

#[test]
fn a_press_changes_a_private_message_and_leaves_a_public_one() {
    let check = |custom_id: &str, message: u64, outcome: &str, expected: (u64, u64)| {
        let reply = replied_to(press(custom_id, message));
        assert_eq!(
            (reply.log.outcome, shape(&reply)),
            (outcome, expected),
            "{custom_id}"
        );
    };
    check("open /bridge view:denials", 64, "found", (7, 0));
    check("open /bridge view:denials", 0, "found", (4, 64));
    check("open /bridge share:true", 64, "found", (7, 0));
    check("share /bridge", 64, "found", (4, 4096));
    check("cite /bridge", 64, "found", (4, 64));
    check("cite /bridge style:apa", 64, "found", (7, 0));
    check("hide 1", 0, "refused", (4, 64));
    check("open /bridge as_of:1066", 64, "nothing", (7, 0));
    check("open /gone view:denials", 64, "unknown", (4, 64));
    check("open /bridge colour:red", 64, "unknown", (4, 64));
    check("dance", 64, "unknown", (4, 64));
    check("", 0, "unknown", (4, 64));
}

#[test]
fn the_same_answer_is_the_same_whichever_words_asked_for_it() {
    let what = |options: &[(&str, &str)], name: &str| {
        let share = json!({"name": "share", "value": true});
        let given = options.iter();
        let given = given.map(|(name, value)| json!({"name": name, "value": value}));
        let reply = replied_to(command(name, given.chain([share]).collect()));
        reply.share_key
    };
    let all = what(&[], "bridge").unwrap();
    let reviewed = facts().dossier.reviewed.to_string();
    for same in [reviewed.as_str(), "2099-01-01"] {
        assert_eq!(what(&[("as_of", same)], "bridge"), Some(all), "{same}");
    }
    for other in [("lang", "id"), ("view", "claims"), ("picture", "true")] {
        let shared = what(&[other], "bridge");
        assert!(shared.is_some_and(|other| other != all), "{other:?}");
    }
    let search = |words: &str| what(&[("query", words)], "search");
    assert_eq!(search("BRIDGE"), search("bridge"));
    assert!(search("bridge").is_some());
}

#[test]
fn an_update_leaves_nothing_of_the_message_before() {
    let reply = replied_to(press("open /bridge", 64));
    assert!(reply.callback()["data"]["embeds"].is_array());
    assert!(reply.callback()["data"]["components"].is_array());
}

#[test]
fn whatever_is_unknown_gets_an_apology_and_a_way_on() {
    let unknown = [
        json!({"type": 5, "data": {"custom_id": "modal"}}),
        json!({"type": 99}),
        json!({}),
        json!(null),
        command("gone", json!([])),
        command("", json!([])),
        command("bridge", json!([{"name": "gone", "value": 3}])),
        json!({"type": 2, "data": {"name": "bridge", "type": 3}}),
        press("open", 64),
    ];
    for payload in unknown {
        let shown = payload.to_string();
        let reply = replied_to(payload);
        assert_eq!(
            (reply.log.outcome, shape(&reply)),
            ("unknown", (4, 64)),
            "{shown}"
        );
        let text = reply.callback()["data"].to_string();
        assert!(text.contains("open /bridge"), "{shown}: {text}");
        assert!(
            !text.contains("sorry-") && !text.contains("press-"),
            "{text}"
        );
    }
}

#[test]
fn an_option_that_is_gone_leaves_the_rest_of_the_question() {
    let options = json!([{"name": "gone", "value": 3}, {"name": "view", "value": "denials"}]);
    let text = replied_to(command("bridge", options))
        .callback()
        .to_string();
    assert!(text.contains("open /bridge view:denials lang:en"), "{text}");
}

#[test]
fn the_language_is_the_one_asked_for_then_the_deployments_then_the_readers() {
    let check = |lang: Option<&str>,
                 share: bool,
                 deployment: Option<Lang>,
                 locales: [&str; 2],
                 expected| {
        let mut options = vec![json!({"name": "share", "value": share})];
        options.extend(lang.map(|lang| json!({"name": "lang", "value": lang})));
        let mut payload = command("bridge", json!(options));
        payload["locale"] = json!(locales[0]);
        payload["guild_locale"] = json!(locales[1]);
        let settings = Settings {
            language: deployment,
            ..Settings::default()
        };
        assert_eq!(
            replied(settings, payload).log.lang,
            expected,
            "{lang:?} {locales:?}"
        );
    };
    let [en, indonesian] = [Lang::En, Lang::Id];
    check(Some("id"), false, Some(en), ["en-US", "en-US"], indonesian);
    check(Some("en"), true, Some(indonesian), ["id", "id"], en);
    check(
        None,
        false,
        Some(indonesian),
        ["en-US", "en-US"],
        indonesian,
    );
    check(None, false, None, ["id", "en-US"], indonesian);
    check(None, false, None, ["en-GB", "id"], en);
    check(None, true, None, ["en-US", "id"], indonesian);
    check(None, true, None, ["id", "de"], en);
    check(None, false, None, ["xx-YY", ""], en);
}

#[test]
fn an_answer_leads_to_its_page_where_there_are_pages() {
    let settings = Settings {
        language: Some(Lang::Id),
        public_url: Some("https://example.org/x"),
        ..Settings::default()
    };
    let page_of = |reply: Reply| {
        let rows = reply.callback()["data"]["components"]
            .as_array()
            .unwrap()
            .clone();
        let mut all = rows
            .iter()
            .flat_map(|row| row["components"].as_array().unwrap());
        let link = all.find(|one| one["style"] == 5);
        link.map_or(Value::Null, |one| one["url"].clone())
    };
    let url = |payload: Value| page_of(replied(settings, payload));
    let bridge = command("bridge", json!([{"name": "view", "value": "claims"}]));
    assert_eq!(
        url(bridge.clone()),
        "https://example.org/x/id/bridge/claims"
    );
    assert!(page_of(replied(Settings::default(), bridge)).is_null());
    // Neither what somebody searched for nor what was not understood stands in an address.
    let search = command("search", json!([{"name": "query", "value": "bridge"}]));
    assert!(url(search).is_null());
    assert!(url(command("brigde", json!([]))).is_null());
}

#[test]
fn completion_offers_both_languages_and_nothing_for_the_unknown() {
    let typing = |command: &str, option: &str, value: Value| {
        let options = json!([{"name": "view", "value": 7}, {"name": option, "value": value, "focused": true}]);
        let reply = replied_to(
            json!({"type": 4, "locale": "id", "data": {"name": command, "options": options}}),
        );
        assert_eq!(shape(&reply).0, 8);
        reply.callback()["data"]["choices"]
            .as_array()
            .unwrap()
            .clone()
    };
    let choices = typing("bridge", "as_of", json!("2024"));
    assert!(!choices.is_empty() && choices.len() <= 25);
    assert!(choices[0]["name"].as_str().unwrap().chars().count() <= 100);
    assert!(choices[0]["name_localizations"]["id"].is_string());
    assert!(!typing("bridge", "as_of", json!(2024)).is_empty());
    assert!(!typing("bridge", "as_of", json!(null)).is_empty());
    assert!(typing("bridge", "gone", json!("x")).is_empty());
    assert!(typing("gone", "as_of", json!("x")).is_empty());
}

#[test]
fn a_ping_is_a_pong() {
    assert_eq!(
        replied_to(json!({"type": 1})).callback(),
        json!({"type": 1})
    );
}

#[test]
fn an_apology_fits_what_was_done() {
    let check = |payload: Value, kind: u64| {
        let apology = apology(
            &facts().dossier.languages,
            Settings::default(),
            &Interaction::read(&payload),
        );
        assert_eq!(apology.callback()["type"], kind);
        if kind == 4 {
            let callback = apology.callback();
            let content = callback["data"]["content"].as_str().unwrap();
            assert!(content.contains("Something went wrong"), "{content}");
        }
    };
    check(json!({"type": 1}), 1);
    check(json!({"type": 2}), 4);
    check(json!({"type": 3}), 4);
    check(json!({"type": 4}), 8);
    check(json!({"type": 99}), 4);
}

#[test]
fn what_is_logged_names_no_command_that_somebody_made_up() {
    assert_eq!(
        replied_to(command("my-secret", json!([]))).log.command,
        None
    );
    let log = replied_to(command("jembatan", json!([]))).log;
    assert_eq!(log.command.as_deref(), Some("bridge"));
}

#[test]
fn a_question_can_be_asked_without_discord() {
    let query: Query = "/bridge view:denials lang:id".parse().unwrap();
    let reply = reply(
        &facts().into(),
        Settings::default(),
        &Interaction::asking(&query),
    );
    assert_eq!((reply.log.lang, reply.log.outcome), (Lang::Id, "found"));
    assert_eq!(shape(&reply), (4, 64));
}

proptest! {
    #[test]
    fn every_interaction_gets_a_reply_that_pings_nobody(payload in any_json()) {
        let facts = facts();
        let interaction = Interaction::read(&payload);
        for reply in [
            reply(&facts.clone().into(), Settings::default(), &interaction),
            apology(&facts.dossier.languages, Settings { language: Some(Lang::Id), ..Settings::default() }, &interaction),
        ] {
            let (kind, _) = shape(&reply);
            prop_assert!([1, 4, 7, 8].contains(&kind));
            if [4, 7].contains(&kind) {
                prop_assert_eq!(&reply.callback()["data"]["allowed_mentions"], &json!({"parse": []}));
            }
        }
    }
}
