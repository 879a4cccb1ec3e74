//! JSON in which every value knows where it stands.

use std::ops::Range;

use serde_json::Value;

use super::original::{Original, Place};
use crate::facts::problem::Problem;

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Bytes from the start of the text.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) value: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Entries, in the order of the text.
    Object(Vec<(String, Node)>),
    /// Members.
    Array(Vec<Node>),
    /// A text, a number, true, false or null.
    Leaf(Value),
}

/// Nothing, for a value that is not there.
static NOTHING: Node = Node {
    span: 0..0,
    value: Kind::Leaf(Value::Null),
};

impl Node {
    /// The value of an entry; nothing if there is none.
    pub(super) fn get(&self, key: &str) -> &Node {
        let Kind::Object(entries) = &self.value else {
            return &NOTHING;
        };
        let found = entries.iter().find(|(name, _)| name == key);
        found.map_or(&NOTHING, |(_, node)| node)
    }

    /// Whether there is anything.
    pub(super) fn is_given(&self) -> bool {
        !matches!(self.value, Kind::Leaf(Value::Null))
    }

    /// Its members; itself if it is no list, and nothing if it is nothing.
    pub(super) fn each(&self) -> &[Node] {
        match &self.value {
            Kind::Array(members) => members,
            _ if self.is_given() => std::slice::from_ref(self),
            _ => &[],
        }
    }

    /// Its text, also of a number.
    pub(super) fn text(&self) -> Option<String> {
        match &self.value {
            Kind::Leaf(Value::String(text)) => {
                Some(text.trim().to_owned()).filter(|text| !text.is_empty())
            }
            Kind::Leaf(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Whether it is `true`, or a text or number that means it.
    pub(super) fn is_true(&self) -> bool {
        match &self.value {
            Kind::Leaf(Value::Bool(flag)) => *flag,
            _ => self
                .text()
                .is_some_and(|text| text == "1" || text == "true"),
        }
    }
}

/// Reads a text; reports the first place at which it is not JSON.
pub(super) fn read(original: &Original, problems: &mut Vec<Problem>) -> Option<Node> {
    let text = original.text.as_str();
    let Err(why) = serde_json::from_str::<Value>(text) else {
        return Some(Scanner { text, at: 0 }.value());
    };
    let nowhere = Place {
        span: 0..0,
        label: "".into(),
    };
    let help = "save it again from the program that made it; nothing was read.";
    let mut problem = original.error(&nowhere, format!("this is not JSON: {why}"), help);
    (problem.line, problem.column) = (why.line().max(1), why.column().max(1));
    problems.push(problem);
    None
}

/// Goes through a text that is known to be JSON.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&mut self) -> u8 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        self.at += blank;
        rest.get(blank).copied().unwrap_or_default()
    }

    fn value(&mut self) -> Node {
        let first = self.peek();
        let start = self.at;
        let value = match first {
            b'{' => Kind::Object(self.members(b'}', |scanner| {
                let key = scanner.leaf().as_str().unwrap_or_default().to_owned();
                scanner.peek(); // The colon.
                scanner.at += 1;
                (key, scanner.value())
            })),
            b'[' => Kind::Array(self.members(b']', Self::value)),
            _ => Kind::Leaf(self.leaf()),
        };
        Node {
            span: start..self.at,
            value,
        }
    }

    fn members<T>(&mut self, end: u8, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut members = Vec::new();
        self.at += 1;
        loop {
            match self.peek() {
                b',' => self.at += 1,
                0 => return members,
                byte if byte == end => {
                    self.at += 1;
                    return members;
                }
                _ => members.push(read(self)),
            }
        }
    }

    /// A text, a number or a word.
    fn leaf(&mut self) -> Value {
        let quoted = self.peek() == b'"';
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = match quoted {
            true => {
                let mut escaped = false;
                let close = rest.bytes().enumerate().skip(1).find(|(_, byte)| {
                    let closes = *byte == b'"' && !escaped;
                    escaped = *byte == b'\\' && !escaped;
                    closes
                });
                close.map_or(rest.len(), |(at, _)| at + 1)
            }
            false => rest
                .find([',', '}', ']', ' ', '\t', '\r', '\n'])
                .unwrap_or(rest.len()),
        };
        self.at += length.max(1);
        serde_json::from_str(rest.get(..length).unwrap_or_default()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_place() {
        let text = r#" [{"a": "x\"]", "b": [1, {"c": true}]}] "#;
        let mut problems = Vec::new();
        let original = Original::new("a.json".to_owned(), text.to_owned());
        let node = read(&original, &mut problems).unwrap();
        let first = &node.each()[0];
        assert_eq!(first.get("a").text().unwrap(), "x\"]");
        assert_eq!(&text[first.get("a").span.clone()], r#""x\"]""#);
        let second = &first.get("b").each()[1];
        assert_eq!(&text[second.span.clone()], r#"{"c": true}"#);
        assert!(second.get("c").is_true());
        assert!(!first.get("d").is_given());
        let wrong = Original::new("a.json".to_owned(), "[\n1,]".to_owned());
        assert!(read(&wrong, &mut problems).is_none());
        assert_eq!(problems[0].line, 2);
    }
}
