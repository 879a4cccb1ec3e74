//! Payloads as Discord sends them, and odd ones that other readers refuse or lose.

use proptest::prelude::*;
use serde_json::json;

use super::*;

mod place;

/// A payload with these fields on top of an id and a token.
fn read(extra: Value) -> Interaction {
    let mut payload = json!({"id": "1311000000000000001", "application_id": "1", "token": "tok"});
    if let (Some(payload), Value::Object(extra)) = (payload.as_object_mut(), extra) {
        payload.extend(extra);
    }
    Interaction::read(payload)
}

fn given(name: &str, value: &str) -> Given {
    Given {
        name: name.into(),
        value: Some(value.into()),
        focused: false,
    }
}

#[test]
fn every_kind_is_told_apart() {
    let check = |kind: Value, expected: fn(&Kind) -> bool| {
        let read = read(json!({"type": kind, "data": {}}));
        assert!(expected(&read.kind), "type {kind}: {:?}", read.kind);
    };
    check(json!(1), |kind| *kind == Kind::Ping);
    check(json!(2), |kind| matches!(kind, Kind::Command(_)));
    check(json!(3), |kind| matches!(kind, Kind::Component(_)));
    check(json!(4), |kind| matches!(kind, Kind::Autocomplete(_)));
    check(json!(5), |kind| *kind == Kind::Modal);
    check(json!(6), |kind| *kind == Kind::Unknown);
    check(json!("2"), |kind| matches!(kind, Kind::Command(_)));
    check(json!(-1), |kind| *kind == Kind::Unknown);
    check(json!(null), |kind| *kind == Kind::Unknown);
    check(json!([2]), |kind| *kind == Kind::Unknown);
}

#[test]
fn harmless_changes_do_not_lose_a_command() {
    let plain = json!({"id": "9", "name": "troops", "type": 1,
        "options": [{"name": "view", "type": 3, "value": "denials"}]});
    let changes = [
        json!({}),
        json!({"attachment_size_limit": 99_999_999_999_u64, "entitlements": null, "context": 77}),
        json!({"channel": {"type": 99, "name": null}, "channel_id": 12, "version": "x"}),
        json!({"authorizing_integration_owners": {"0": "0", "future": [1]}, "locale": "xx-YY"}),
        json!({"member": {"user": {"avatar": "short", "public_flags": 1_u64 << 40}, "permissions": "x"}}),
        json!({"user": 5, "guild_id": 81384788765712384_u64, "guild": "none", "message": "none"}),
        json!({"id": 1311000000000000001_u64}),
    ];
    for change in changes {
        let shown = change.to_string();
        let mut payload = json!({"type": 2, "data": plain.clone()});
        payload
            .as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let read = read(payload);
        let Kind::Command(command) = &read.kind else {
            panic!("{shown}: {:?}", read.kind);
        };
        assert_eq!(command.name, "troops", "{shown}");
        assert_eq!(command.options, [given("view", "denials")], "{shown}");
        assert_eq!(read.id, Some(1311000000000000001), "{shown}");
        assert_eq!(read.token.expose(), "tok", "{shown}");
    }
}

#[test]
fn option_values_are_text_whatever_they_were() {
    let check = |value: Value, expected: Option<&str>| {
        let option = json!([{"name": "x", "type": 4, "value": value}]);
        let Kind::Command(command) = read(json!({"type": 2, "data": {"options": option}})).kind
        else {
            panic!("not a command");
        };
        assert_eq!(command.options[0].value.as_deref(), expected, "{value}");
    };
    check(json!("18 Oct"), Some("18 Oct"));
    check(json!(2010), Some("2010"));
    check(json!(2010.0), Some("2010"));
    check(json!(1.5), Some("1.5"));
    check(json!(true), Some("true"));
    check(json!(null), None);
    check(json!({"a": 1}), None);
}

#[test]
fn odd_options_spoil_no_others() {
    let options = json!([7, null, {"value": "nameless"}, {"name": "sub", "type": 1, "options": []},
        {"name": "group", "type": 2}, {"name": "view", "type": 99, "value": "x", "focused": "yes"}]);
    let Kind::Command(command) =
        read(json!({"type": 2, "data": {"name": "t", "options": options}})).kind
    else {
        panic!("not a command");
    };
    assert_eq!(command.options.len(), 6);
    assert_eq!(
        command.options[3],
        Given {
            name: "sub".into(),
            ..Given::default()
        }
    );
    assert_eq!(command.options[5], given("view", "x"));
}

#[test]
fn typing_may_be_partial_anywhere() {
    let options = json!([{"name": "year", "type": 4, "value": "20"},
        {"name": "as_of", "type": 3, "value": 2024, "focused": true}, {"name": "lang", "type": 3}]);
    let Kind::Autocomplete(command) =
        read(json!({"type": 4, "data": {"name": "troops", "options": options}})).kind
    else {
        panic!("not typing");
    };
    assert_eq!(command.options[0], given("year", "20"));
    assert!(command.options[1].focused);
    assert_eq!(command.options[1].value.as_deref(), Some("2024"));
    assert_eq!(command.options[2].value, None);
}

#[test]
fn a_press_carries_its_button_or_the_first_choice() {
    let press = |data: Value, message: Value| match read(
        json!({"type": 3, "data": data, "message": message}),
    )
    .kind
    {
        Kind::Component(press) => (press.carries, press.private),
        other => panic!("{other:?}"),
    };
    let button = json!({"custom_id": "open /troops", "component_type": 2});
    assert_eq!(
        press(button.clone(), json!({"flags": 64})),
        ("open /troops".into(), true)
    );
    assert_eq!(
        press(button.clone(), json!({"flags": 32832, "type": 999})),
        ("open /troops".into(), true)
    );
    assert_eq!(
        press(
            button.clone(),
            json!({"flags": 0, "components": [{"type": 17}]})
        ),
        ("open /troops".into(), false)
    );
    assert_eq!(press(button, json!(null)), ("open /troops".into(), false));
    let menu = json!({"custom_id": "more", "component_type": 3, "values": [null, "open /pact"]});
    assert_eq!(press(menu, json!({})), ("open /pact".into(), false));
    let empty = json!({"custom_id": "more", "values": []});
    assert_eq!(press(empty, json!({})), ("more".into(), false));
    assert_eq!(press(json!({}), json!({})), (String::new(), false));
}

#[test]
fn what_is_missing_is_missing() {
    let read = Interaction::read(json!({"type": 2, "id": "not a number", "locale": "id"}));
    assert_eq!((read.id, read.token.expose()), (None, ""));
    assert_eq!(
        (read.locale.as_deref(), read.guild_locale),
        (Some("id"), None)
    );
    assert!(matches!(read.kind, Kind::Command(_)));
    for payload in [
        json!(null),
        json!(3),
        json!("x"),
        json!([1, "t"]),
        json!({}),
    ] {
        assert_eq!(Interaction::read(payload), Interaction::default());
    }
}

#[test]
fn a_token_does_not_print() {
    let shown = format!(
        "{:?}",
        read(json!({"type": 2, "data": {}, "token": "aW50ZXI"}))
    );
    assert!(!shown.contains("aW50ZXI"), "{shown}");
}

/// Any JSON, with the field names that matter more often than chance would have them.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-1_i64..9).prop_map(Value::from),
        Just(Value::from(64)),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "(open |share )?/?(bridge|pact)?( ?(view|page|lang|x):(denials|id|9)?)?"
            .prop_map(Value::from),
    ];
    let name = prop_oneof![
        proptest::sample::select(vec![
            "id",
            "token",
            "type",
            "data",
            "name",
            "options",
            "value",
            "focused",
            "custom_id",
            "values",
            "message",
            "flags",
            "locale",
            "guild_locale",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_it_panic(payload in any_json()) {
        let _ = Interaction::read(payload);
    }
}
