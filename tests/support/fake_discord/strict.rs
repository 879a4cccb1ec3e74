//! Checks what Discord would reject; each problem is one line.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// Collects problems.
#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
    fn unless(&mut self, holds: bool, what: impl Into<String>) {
        if !holds {
            self.0.push(what.into());
        }
    }

    /// A text of one to `most` code points.
    fn text(&mut self, value: &Value, most: usize, what: &str) {
        let length = value.as_str().map(|text| text.trim().chars().count());
        let fits = length.is_some_and(|length| (1..=most).contains(&length));
        self.unless(fits, format!("{what}: {value}"));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// An identify payload.
pub(super) fn identify(data: &Value, shards: u64) -> Vec<String> {
    let mut problems = Problems::default();
    problems.unless(
        data["intents"] == json!(0),
        format!("intents {}", data["intents"]),
    );
    for property in ["os", "browser", "device"] {
        problems.unless(
            data["properties"][property].is_string(),
            format!("no {property}"),
        );
    }
    let shard = [data["shard"][0].as_u64(), data["shard"][1].as_u64()];
    let fits = matches!(shard, [Some(shard), Some(of)] if shard < of && of == shards);
    problems.unless(fits, format!("shard {}", data["shard"]));
    problems.0
}

/// Commands to register.
pub(super) fn commands(body: &Value, global: bool) -> Vec<String> {
    let mut problems = Problems::default();
    problems.unless(body.is_array(), "commands are no list");
    problems.unless(list(body).len() <= 100, "more than 100 commands");
    let mut names = BTreeSet::new();
    for command in list(body) {
        let name = &command["name"];
        problems.unless(names.insert(name.to_string()), format!("{name} twice"));
        if command["type"] == json!(3) {
            problems.text(name, 32, "name of a message command");
            let bare = command["description"].is_null() && command["options"].is_null();
            problems.unless(bare, format!("{name}: description or options"));
        } else {
            named(&mut problems, command);
        }
        let required = list(&command["options"])
            .iter()
            .map(|one| one["required"] == json!(true));
        problems.unless(
            required.is_sorted_by(|a, b| a >= b),
            format!("{name}: required ones last"),
        );
        for field in ["integration_types", "contexts"] {
            let expected = command[field].is_array() == global;
            problems.unless(expected, format!("{name}: {field} {}", command[field]));
        }
        problems.unless(
            list(&command["options"]).len() <= 25,
            format!("{name}: options"),
        );
        for option in list(&command["options"]) {
            named(&mut problems, option);
            let kind = option["type"].as_u64();
            problems.unless(matches!(kind, Some(3..=11)), format!("{name}: {option}"));
            let choices = list(&option["choices"]);
            problems.unless(choices.len() <= 25, format!("{name}: choices"));
            let both = !choices.is_empty() && option["autocomplete"] == json!(true);
            problems.unless(!both, format!("{name}: choices and completion"));
            offered(&mut problems, choices);
        }
    }
    problems.0
}

/// The name and description of a command or option.
fn named(problems: &mut Problems, one: &Value) {
    let name = one["name"].as_str().unwrap_or_default();
    let shape = |c: char| c == '-' || c == '_' || c.is_alphanumeric();
    let legal = (1..=32).contains(&name.chars().count()) && name.chars().all(shape);
    problems.unless(
        legal && name == name.to_lowercase(),
        format!("name {name:?}"),
    );
    problems.text(&one["description"], 100, "description");
    for text in one["description_localizations"]
        .as_object()
        .into_iter()
        .flatten()
    {
        problems.text(text.1, 100, text.0);
    }
}

/// Choices of an option, or offered while somebody types.
fn offered(problems: &mut Problems, choices: &[Value]) {
    for choice in choices {
        problems.text(&choice["name"], 100, "choice name");
        problems.text(&choice["value"], 100, "choice value");
        for text in choice["name_localizations"]
            .as_object()
            .into_iter()
            .flatten()
        {
            problems.text(text.1, 100, text.0);
        }
    }
}

/// A reply to an interaction of a type.
pub(super) fn callback(body: &Value, kind: Option<u64>) -> Vec<String> {
    let mut problems = Problems::default();
    let fits = match (kind, body["type"].as_u64()) {
        (Some(1), reply) => reply == Some(1),
        (Some(4), reply) => reply == Some(8),
        (Some(3), reply) => matches!(reply, Some(4 | 7)),
        (_, reply) => reply == Some(4),
    };
    problems.unless(fits, format!("reply {} to {kind:?}", body["type"]));
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(8) => {
            problems.unless(data["choices"].is_array(), "no choices");
            problems.unless(list(&data["choices"]).len() <= 25, "more than 25 choices");
            offered(&mut problems, list(&data["choices"]));
        }
        Some(4 | 7) => message(&mut problems, data),
        _ => {}
    }
    problems.0
}

/// An edited message.
pub(super) fn edit(body: &Value) -> Vec<String> {
    let mut problems = Problems::default();
    message(&mut problems, body);
    problems.0
}

fn message(problems: &mut Problems, data: &Value) {
    let content = data["content"].as_str().unwrap_or_default();
    let embeds = list(&data["embeds"]);
    problems.unless(content.chars().count() <= 2000, "content");
    problems.unless(!content.is_empty() || !embeds.is_empty(), "empty message");
    let nobody = data["allowed_mentions"] == json!({"parse": []});
    problems.unless(
        nobody,
        format!("allowed_mentions {}", data["allowed_mentions"]),
    );
    let flags = data["flags"].as_u64().unwrap_or_default();
    // EPHEMERAL, or SUPPRESS_NOTIFICATIONS for a public message.
    problems.unless([0, 64, 4096].contains(&flags), format!("flags {flags}"));
    problems.unless(embeds.len() <= 10, "more than 10 embeds");
    let mut total = 0;
    for embed in embeds {
        let texts = [
            (&embed["title"], 256, "title"),
            (&embed["description"], 4096, "description"),
            (&embed["footer"]["text"], 2048, "footer"),
        ];
        for (text, most, what) in texts {
            if !text.is_null() {
                problems.text(text, most, what);
            }
            total += text.as_str().unwrap_or_default().chars().count();
        }
    }
    problems.unless(total <= 6000, format!("embeds of {total} code points"));
    components(problems, list(&data["components"]));
}

fn components(problems: &mut Problems, rows: &[Value]) {
    problems.unless(rows.len() <= 5, "more than 5 rows");
    let mut ids = BTreeSet::new();
    for row in rows {
        problems.unless(row["type"] == json!(1), format!("row {}", row["type"]));
        let buttons = list(&row["components"]);
        problems.unless(
            (1..=5).contains(&buttons.len()),
            "a row of no or too many buttons",
        );
        for button in buttons {
            if button["style"] == json!(5) {
                problems.text(&button["url"], 512, "url");
                problems.text(&button["label"], 80, "label");
                problems.unless(button["custom_id"].is_null(), "a link with an id");
                continue;
            }
            problems.text(&button["custom_id"], 100, "custom_id");
            let fresh = ids.insert(button["custom_id"].to_string());
            problems.unless(fresh, format!("{} twice", button["custom_id"]));
            if button["type"] == json!(2) {
                problems.text(&button["label"], 80, "label");
            } else {
                problems.unless(
                    button["type"] == json!(3) && buttons.len() == 1,
                    "no menu alone",
                );
                menu(problems, button);
            }
        }
    }
}

fn menu(problems: &mut Problems, menu: &Value) {
    let options = list(&menu["options"]);
    problems.unless((1..=25).contains(&options.len()), "options of a menu");
    problems.text(&menu["placeholder"], 150, "placeholder");
    let mut values = BTreeSet::new();
    for option in options {
        problems.text(&option["label"], 100, "label of an option");
        problems.text(&option["value"], 100, "value of an option");
        if !option["description"].is_null() {
            problems.text(&option["description"], 100, "description of an option");
        }
        problems.unless(values.insert(option["value"].to_string()), "a value twice");
    }
}
