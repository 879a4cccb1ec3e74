//! Discord's limits of a message.

use serde_json::Value;
use sumber::query::CustomId;
use sumber::render::PAGE_MAX;

/// Checks that a text is not blank, and returns its length.
fn length(value: &Value) -> usize {
    let text = value.as_str().unwrap();
    assert!(!text.trim().is_empty());
    text.chars().count()
}

/// Checks a message against Discord's limits, and returns the number of code points of its cards.
pub(crate) fn check_message(payload: &Value) -> usize {
    assert_eq!(
        payload["allowed_mentions"],
        serde_json::json!({ "parse": [] })
    );
    // The line that says who shared the answer comes on top.
    assert!(length(&payload["content"]) <= 1_900);
    let embeds = payload["embeds"].as_array().unwrap();
    assert!(embeds.len() <= 10);
    let mut total = 0;
    for embed in embeds {
        assert!(!embed["description"].is_null());
        let parts = [
            (&embed["description"], 4096),
            (&embed["footer"]["text"], 2048),
        ];
        for (part, most) in parts.into_iter().filter(|(part, _)| !part.is_null()) {
            assert!(length(part) <= most, "{part}");
            total += length(part);
        }
    }
    assert!(total <= PAGE_MAX, "{total}");
    check_rows(payload["components"].as_array().unwrap());
    total
}

/// Checks rows of buttons and menus.
pub(crate) fn check_rows(rows: &[Value]) {
    assert!(rows.len() <= 2);
    let mut ids = std::collections::BTreeSet::new();
    for row in rows {
        let buttons = row["components"].as_array().unwrap();
        assert!((1..=5).contains(&buttons.len()));
        for button in buttons {
            if button["type"] == 3 {
                check_menu(button);
                continue;
            }
            assert!(length(&button["label"]) <= 80);
            if button["style"] == 5 {
                assert!(length(&button["url"]) <= 512 && button["custom_id"].is_null());
                continue;
            }
            assert!(length(&button["custom_id"]) <= 100);
            let id = button["custom_id"].as_str().unwrap();
            assert!(ids.insert(id), "{id} stands twice");
            assert!(id.parse::<CustomId>().is_ok(), "{id}");
        }
    }
}

fn check_menu(menu: &Value) {
    let options = menu["options"].as_array().unwrap();
    assert!((1..=25).contains(&options.len()));
    assert!(length(&menu["custom_id"]) <= 100 && length(&menu["placeholder"]) <= 150);
    let mut values = std::collections::BTreeSet::new();
    for option in options {
        assert!(length(&option["label"]) <= 100 && length(&option["value"]) <= 100);
        assert!(option["description"].is_null() || length(&option["description"]) <= 100);
        let value = option["value"].as_str().unwrap();
        assert!(
            values.insert(value) && value.parse::<CustomId>().is_ok(),
            "{value}"
        );
    }
}
