//! A record to be written: its values, each with the place where it was found.

use serde_json::{Map, Value};
use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table};

use super::original::Place;

/// The keys whose members have a header of their own, as in `[[claim.evidence]]`.
const HEADED: [&str; 5] = ["evidence", "quote", "translation", "figure", "link"];

/// A record to be written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The name of such records, as in `[[claim]]`.
    pub kind: &'static str,
    /// The row or entry that it comes from.
    pub place: Place,
    /// Whether something of it is missing or cannot be read: it is checked, but not written.
    pub is_broken: bool,
    /// Its keys and values.
    pub value: Value,
    places: Vec<(String, Place)>,
}

impl Draft {
    /// A record without values.
    pub fn new(kind: &'static str, place: Place) -> Self {
        Self {
            kind,
            place,
            is_broken: false,
            value: Value::Object(Map::new()),
            places: Vec::new(),
        }
    }

    /// Its id, or nothing.
    pub fn id(&self) -> &str {
        self.value["id"].as_str().unwrap_or_default()
    }

    /// Sets the value at a path such as `text.en` or `evidence.0.role`.
    pub fn put(&mut self, path: &str, value: impl Into<Value>, place: &Place) {
        self.set(path, value);
        self.places.push((path.to_owned(), place.clone()));
    }

    /// The same for a value that was found nowhere.
    pub(super) fn set(&mut self, path: &str, value: impl Into<Value>) {
        let mut at = &mut self.value;
        for step in path.split('.') {
            at = match step.parse::<usize>() {
                Ok(number) => member(at, number),
                Err(_) => entry(at, step),
            };
        }
        *at = value.into();
    }

    /// Where the value at a path was found: of its nearest parent or else the first part of it that has a place, else of
    /// the record.
    pub fn place_of(&self, path: &str) -> &Place {
        let found = |fits: &dyn Fn(&str) -> bool| {
            let mut places = self.places.iter();
            places
                .find(|(known, _)| fits(known))
                .map(|(_, place)| place)
        };
        let mut parent = Some(path);
        while let Some(path) = parent {
            if let Some(place) = found(&|known| known == path) {
                return place;
            }
            parent = path.rsplit_once('.').map(|(parent, _)| parent);
        }
        let inside = format!("{path}.");
        found(&|known| known.starts_with(&inside)).unwrap_or(&self.place)
    }

    /// Whether the value at a path, or one around it, was found somewhere.
    pub(super) fn is_found(&self, path: &str) -> bool {
        let mut places = self.places.iter();
        places.any(|(known, _)| {
            path.strip_prefix(known.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Each text in it, with its path.
    pub fn texts(&self) -> Vec<(String, &str)> {
        let mut texts = Vec::new();
        gather(&self.value, "", &mut texts);
        texts
    }

    /// It as TOML.
    pub fn table(&self) -> Table {
        let mut table = headed(&self.value);
        table.decor_mut().set_prefix("\n");
        table
    }
}

fn entry<'v>(value: &'v mut Value, key: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    &mut value[key]
}

fn member(value: &mut Value, number: usize) -> &mut Value {
    if !value.is_array() {
        *value = Value::Array(Vec::new());
    }
    if let Value::Array(list) = value {
        while list.len() <= number {
            list.push(Value::Null);
        }
    }
    &mut value[number]
}

fn gather<'v>(value: &'v Value, path: &str, texts: &mut Vec<(String, &'v str)>) {
    let inside = |step: &str| match path {
        "" => step.to_owned(),
        path => format!("{path}.{step}"),
    };
    match value {
        Value::String(text) => texts.push((path.to_owned(), text)),
        Value::Array(list) => {
            for (number, one) in list.iter().enumerate() {
                gather(one, &inside(&number.to_string()), texts);
            }
        }
        Value::Object(entries) => {
            for (key, one) in entries {
                gather(one, &inside(key), texts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A path with `#` for the number of each member, as in `evidence.#.role`.
pub(super) fn shape(path: &str) -> String {
    let steps = path.split('.').map(|step| match step.parse::<usize>() {
        Ok(_) => "#",
        Err(_) => step,
    });
    steps.collect::<Vec<_>>().join(".")
}

/// A table with a header of its own: first what stands in its lines, then the records below it.
fn headed(value: &Value) -> Table {
    let mut table = Table::new();
    let below = |key: &str, value: &Value| HEADED.contains(&key) && value.is_array();
    let entries = || value.as_object().into_iter().flatten();
    for (key, value) in entries().filter(|(key, value)| !below(key, value)) {
        table.insert(key, line(value));
    }
    for (key, value) in entries().filter(|(key, value)| below(key, value)) {
        let mut records = ArrayOfTables::new();
        for one in value.as_array().into_iter().flatten() {
            let mut record = headed(one);
            record.decor_mut().set_prefix("\n");
            records.push(record);
        }
        table.insert(key, Item::ArrayOfTables(records));
    }
    table
}

/// A value of a table: a text in several languages as dotted keys, everything else on one line.
fn line(value: &Value) -> Item {
    match value {
        Value::Object(entries) => {
            let mut table = Table::new();
            table.set_dotted(true);
            for (key, value) in entries {
                table.insert(key, line(value));
            }
            Item::Table(table)
        }
        other => Item::Value(inline(other)),
    }
}

/// A value on one line.
pub(super) fn inline(value: &Value) -> toml_edit::Value {
    match value {
        Value::Null => toml_edit::Value::from(""),
        Value::Bool(flag) => toml_edit::Value::from(*flag),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => toml_edit::Value::from(whole),
            None => toml_edit::Value::from(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => toml_edit::Value::from(text.as_str()),
        Value::Array(list) => toml_edit::Value::from(list.iter().map(inline).collect::<Array>()),
        Value::Object(entries) => {
            let mut table = InlineTable::new();
            for (key, value) in entries {
                table.insert(key, within(value));
            }
            toml_edit::Value::from(table)
        }
    }
}

/// A value between braces: a text in several languages as dotted keys.
pub(super) fn within(value: &Value) -> toml_edit::Value {
    let mut value = inline(value);
    if let toml_edit::Value::InlineTable(text) = &mut value {
        text.set_dotted(true);
    }
    value
}

/// What a table of TOML holds, as plain values.
pub(super) fn plain(item: &Item) -> Value {
    match item {
        Item::None => Value::Null,
        Item::Value(value) => plain_value(value),
        Item::Table(table) => plain_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(plain_table).collect(),
    }
}

/// What a table holds.
pub(super) fn plain_table(table: &Table) -> Value {
    let entries = table
        .iter()
        .map(|(key, item)| (key.to_owned(), plain(item)));
    Value::Object(entries.collect())
}

/// What a value holds.
pub(super) fn plain_value(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::String(text) => text.value().as_str().into(),
        toml_edit::Value::Integer(number) => (*number.value()).into(),
        toml_edit::Value::Float(number) => plain_number(*number.value()),
        toml_edit::Value::Boolean(flag) => (*flag.value()).into(),
        toml_edit::Value::Datetime(date) => date.to_string().into(),
        toml_edit::Value::Array(list) => list.iter().map(plain_value).collect(),
        toml_edit::Value::InlineTable(table) => {
            let entries = table.iter();
            let entries = entries.map(|(key, value)| (key.to_owned(), plain_value(value)));
            Value::Object(entries.collect())
        }
    }
}

/// A number; a whole one is the same however it is written.
fn plain_number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.fract() == 0.0 && number.abs() < EXACT {
        true => (number as i64).into(),
        false => number.into(),
    }
}
