//! Who did it and where, and the message on which a command was used.

use serde_json::{Value, json};

use super::read;
use crate::discord::interaction::Kind;

#[test]
fn what_one_may_do_where_is_read_off_the_payload() {
    let check = |extra: Value, person: Option<u64>, moderates: bool, hushed: bool| {
        let read = read(extra.clone());
        let found = (read.person, read.moderates, read.hushed);
        assert_eq!(found, (person, moderates, hushed), "{extra}");
    };
    let member =
        |permissions: u64| json!({"user": {"id": "7"}, "permissions": permissions.to_string()});
    let personal = json!({"1": "7"});
    check(json!({"user": {"id": "7"}}), Some(7), false, false);
    check(
        json!({"guild_id": "5", "member": member(1 << 13)}),
        Some(7),
        true,
        false,
    );
    check(
        json!({"guild_id": "5", "member": member(0), "authorizing_integration_owners": {"0": "5"}}),
        Some(7),
        false,
        false,
    );
    check(
        json!({"context": 0, "member": member(0), "authorizing_integration_owners": personal}),
        Some(7),
        false,
        true,
    );
    check(
        json!({"guild_id": "5", "member": member(1 << 50), "authorizing_integration_owners": personal}),
        Some(7),
        false,
        false,
    );
    check(
        json!({"context": 0, "authorizing_integration_owners": {"0": "5", "1": "7"}}),
        None,
        false,
        false,
    );
    check(
        json!({"context": 2, "user": {"id": 7}, "authorizing_integration_owners": personal}),
        Some(7),
        false,
        false,
    );
    check(
        json!({"context": 0, "member": 5, "authorizing_integration_owners": personal}),
        None,
        false,
        true,
    );
    check(
        json!({"authorizing_integration_owners": [1]}),
        None,
        false,
        false,
    );
}

#[test]
fn a_message_is_read_with_its_command() {
    let message = |data: Value| match read(json!({"type": 2, "data": data})).kind {
        Kind::Message(chosen) => (chosen.name, chosen.text),
        other => panic!("{other:?}"),
    };
    let messages = json!({"messages": {"5": {"content": "other"}, "9": {"content": "this"}}});
    assert_eq!(
        message(
            json!({"type": 3, "name": "Related facts", "target_id": "9", "resolved": messages})
        ),
        ("Related facts".into(), "this\n".into())
    );
    assert_eq!(
        message(json!({"type": 3, "target_id": 404, "resolved": messages})).1,
        "other\n"
    );
    assert_eq!(
        message(json!({"type": "3", "resolved": []})),
        (String::new(), String::new())
    );
    assert_eq!(
        read(json!({"type": 2, "data": {"type": 2}})).kind,
        Kind::Person
    );
}
