//! The words of a message, wherever in it they stand: its text, its embeds, the texts in its containers,
//! and those of a message that it passes on.
//!
//! It keeps nothing and judges nothing; what is no text is left out. Fields as in
//! <https://discord.com/developers/docs/resources/message> and
//! <https://discord.com/developers/docs/components/reference>.

use serde_json::Value;

/// Most code points that are read of a message; Discord's longest are shorter, embeds and all.
const MOST: usize = 16_000;

/// How deep components may be nested; Discord's are three deep at most.
const DEEPEST: usize = 6;

/// Everything in a message that somebody can read, a line for each text.
pub(super) fn of(message: &Value) -> String {
    let mut words = Words::default();
    words.message(message);
    let forwarded = list(&message["message_snapshots"]);
    for snapshot in forwarded {
        words.message(&snapshot["message"]);
    }
    words.0.chars().take(MOST).collect()
}

#[derive(Default)]
struct Words(String);

impl Words {
    fn message(&mut self, message: &Value) {
        self.add(&message["content"]);
        for embed in list(&message["embeds"]) {
            self.add(&embed["author"]["name"]);
            self.add(&embed["title"]);
            self.add(&embed["description"]);
            for field in list(&embed["fields"]) {
                self.add(&field["name"]);
                self.add(&field["value"]);
            }
            self.add(&embed["footer"]["text"]);
        }
        self.components(&message["components"], DEEPEST);
        self.add(&message["poll"]["question"]["text"]);
        for answer in list(&message["poll"]["answers"]) {
            self.add(&answer["poll_media"]["text"]);
        }
    }

    /// The texts among components. What a button says is no part of what somebody wrote.
    fn components(&mut self, components: &Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        for component in list(components) {
            // Only a Text Display has its text in `content`, and only a media item a description.
            self.add(&component["content"]);
            self.add(&component["description"]);
            self.components(&component["components"], depth);
            self.components(&component["items"], depth);
        }
    }

    fn add(&mut self, text: &Value) {
        let text = text.as_str().map(str::trim).unwrap_or_default();
        if !text.is_empty() {
            self.0.push_str(text);
            self.0.push('\n');
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        let message = json!({
            "content": "plain",
            "embeds": [{"title": "title", "description": "body", "fields": [{"name": "a", "value": "b"}]}, 5],
            "components": [{"type": 17, "components": [
                {"type": 10, "content": "container"},
                {"type": 9, "components": [{"type": 10, "content": "section"}], "accessory": {"label": "no"}},
                {"type": 1, "components": [{"type": 2, "label": "no"}]},
                {"type": 12, "items": [{"description": "picture"}]},
            ]}],
            "message_snapshots": [{"message": {"content": "forwarded"}}],
        });
        let words = of(&message);
        let lines: Vec<&str> = words.lines().collect();
        assert_eq!(
            lines,
            [
                "plain",
                "title",
                "body",
                "a",
                "b",
                "container",
                "section",
                "picture",
                "forwarded"
            ]
        );
    }

    #[test]
    fn what_is_no_message_has_no_words() {
        for odd in [
            json!(null),
            json!([1]),
            json!({"content": 5, "embeds": {}, "components": [[]]}),
        ] {
            assert_eq!(of(&odd), "");
        }
    }
}
