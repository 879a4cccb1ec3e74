//! The text of a message: its content, embeds, components, poll and the descriptions of its pictures, and those of
//! forwarded messages and of the message to which it replies.
//!
//! It keeps the text as it is and ignores everything else. Fields as in
//! <https://discord.com/developers/docs/resources/message> and
//! <https://discord.com/developers/docs/components/reference>.

use serde_json::Value;

/// Most code points that are read of a message. Discord's longest messages are shorter, embeds included.
const TEXT_MAX: usize = 16_000;

/// How deep components may be nested; Discord nests at most three levels.
const DEPTH_MAX: usize = 6;

/// All readable text of a message, each on a line of its own.
pub(super) fn read(message: &Value) -> String {
    let mut text = Lines::default();
    text.add_with_forwards(message);
    // Discord sends it for some replies only.
    text.add_with_forwards(&message["referenced_message"]);
    text.0.chars().take(TEXT_MAX).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add_with_forwards(&mut self, message: &Value) {
        self.add_message(message);
        for snapshot in list(&message["message_snapshots"]) {
            self.add_message(&snapshot["message"]);
        }
    }

    fn add_message(&mut self, message: &Value) {
        self.add(&message["content"]);
        for embed in list(&message["embeds"]) {
            self.add(&embed["author"]["name"]);
            self.add(&embed["title"]);
            self.add(&embed["url"]);
            self.add(&embed["description"]);
            for field in list(&embed["fields"]) {
                self.add(&field["name"]);
                self.add(&field["value"]);
            }
            self.add(&embed["footer"]["text"]);
        }
        for attachment in list(&message["attachments"]) {
            self.add(&attachment["description"]);
        }
        self.add_components(&message["components"], DEPTH_MAX);
        self.add(&message["poll"]["question"]["text"]);
        for answer in list(&message["poll"]["answers"]) {
            self.add(&answer["poll_media"]["text"]);
        }
    }

    /// The text in components. Labels of buttons are left out, because the author did not write them.
    fn add_components(&mut self, components: &Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        for component in list(components) {
            // Only a Text Display has `content`, and only a media item has `description`.
            self.add(&component["content"]);
            self.add(&component["description"]);
            self.add_components(&component["components"], depth);
            self.add_components(&component["items"], depth);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_text_of_a_message_is_found() {
        let message = json!({
            "content": "plain",
            "embeds": [{"title": "title", "description": "body", "fields": [{"name": "a", "value": "b"}]}, 5],
            "components": [{"type": 17, "components": [
                {"type": 10, "content": "container"},
                {"type": 9, "components": [{"type": 10, "content": "section"}], "accessory": {"label": "no"}},
                {"type": 1, "components": [{"type": 2, "label": "no"}]},
                {"type": 12, "items": [{"description": "picture"}]},
            ]}],
            "attachments": [{"filename": "x.png", "description": "alternative"}, {"filename": "no.png"}],
            "message_snapshots": [{"message": {"content": "forwarded", "attachments": [{"description": "its picture"}]}}],
            "referenced_message": {"content": "replied to", "message_snapshots": [{"message": {"content": "forward"}}]},
        });
        let text = read(&message);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "plain",
                "title",
                "body",
                "a",
                "b",
                "alternative",
                "container",
                "section",
                "picture",
                "forwarded",
                "its picture",
                "replied to",
                "forward"
            ]
        );
    }

    #[test]
    fn what_is_not_a_message_has_no_text() {
        for odd in [
            json!(null),
            json!([1]),
            json!({"content": 5, "embeds": {}, "components": [[]]}),
        ] {
            assert_eq!(read(&odd), "");
        }
    }
}
