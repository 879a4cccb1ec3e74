//! What must hold for anything that is shown.

use once_cell::sync::Lazy;
use regex::Regex;
use serde_json::Value;
use sumber::answer::Answer;
use sumber::discord::{FollowUp, Reply};
use sumber::facts::Facts;
use sumber::query::CustomId;
use sumber::render::discord::{Audience, message};
use sumber::render::text::{Style, text};
use sumber::render::{PAGE_MAX, html, json, markdown, page};

#[path = "../limits/payload.rs"]
mod payload;

use payload::{check_message, check_rows};

/// Checks what an interaction gets: a callback of a known type whose body Discord accepts.
pub(crate) fn check_reply(reply: &Reply) {
    check_callback(&reply.callback());
    if let Some(FollowUp::Edit { body, message: _ }) = &reply.follow_up {
        check_body(body);
    }
}

fn check_callback(callback: &Value) {
    match callback["type"].as_u64() {
        Some(1) => assert!(callback.get("data").is_none()),
        Some(4 | 7) => check_body(&callback["data"]),
        Some(8) => {
            let choices = callback["data"]["choices"].as_array().unwrap();
            assert!(choices.len() <= 25);
            let fits = |text: &Value| (1..=100).contains(&text.as_str().unwrap().chars().count());
            for choice in choices {
                assert!(fits(&choice["name"]) && fits(&choice["value"]), "{choice}");
            }
        }
        _ => panic!("an unknown callback: {callback}"),
    }
}

/// Checks a message: a whole one, or one of text and components only.
fn check_body(body: &Value) {
    let content = body["content"].as_str().unwrap_or_default();
    assert!(content.chars().count() <= 2_000);
    assert_eq!(body["allowed_mentions"]["parse"], Value::Array(Vec::new()));
    let embeds = body["embeds"].as_array();
    assert!(!content.trim().is_empty() || embeds.is_some_and(|embeds| !embeds.is_empty()));
    match (embeds, body["components"].as_array()) {
        (Some(_), Some(rows)) if !rows.is_empty() && !content.contains("\n-# ") => {
            assert!(check_message(body) <= PAGE_MAX);
        }
        (_, Some(rows)) => check_rows(rows),
        (_, None) => {}
    }
}

/// Checks an answer on every surface.
pub(crate) fn check_answer(answer: &Answer, facts: &Facts) {
    let page = page(answer);
    for audience in [Audience::Asker, Audience::Channel { by: Some(u64::MAX) }] {
        check_message(&serde_json::to_value(message(&page, audience)).unwrap());
    }
    let style = Style {
        width: 60,
        colour: false,
        links: false,
    };
    let drawn = text(&page, style);
    assert!(
        !drawn.contains(|c: char| c != '\n' && c.is_control()),
        "{drawn:?}"
    );
    assert!(markdown::markdown(&page).ends_with('\n'));
    check_html(&html::document(&page, facts));
    let data = serde_json::to_string(&json::json(&page)).unwrap();
    assert!(serde_json::from_str::<Value>(&data).is_ok());
    for action in &answer.actions {
        let id = CustomId::Open(action.query.clone());
        assert_eq!(id.to_string().parse(), Ok(id.clone()), "{id}");
    }
}

/// Tags that the renderer writes.
static TAG: Lazy<Regex> = Lazy::new(|| {
    Regex::new(concat!(
        r#"^<(?:!DOCTYPE html|/?(?:a|article|blockquote|body|caption|cite|code|dd|details|div|dl|dt|em|figure|figcaption"#,
        r#"|footer|form|h[1-6]|head|header|html|img|input|label|button|li|link|main|meta|nav|ol|option|p|pre|q|script type="application/ld\+json"|search|section|select|small"#,
        r#"|span|strong|style|summary|sup|table|tbody|td|th|thead|time|title|tr|ul)"#,
        r#"(?: [a-z-]+(?:="[^"<>]*")?)*/?)>"#
    ))
    .unwrap()
});

/// Checks that HTML has only well-formed tags of the renderer, escaped text, and addresses that are safe.
pub(crate) fn check_html(html: &str) {
    let mut rest = html;
    while let Some(start) = rest.find(['<', '>']) {
        let here = rest.get(start..).unwrap_or_default();
        let tag = TAG.find(here);
        let tag = tag.unwrap_or_else(|| {
            panic!("not a tag: {:?}", here.chars().take(80).collect::<String>())
        });
        rest = here.get(tag.len()..).unwrap_or_default();
        match tag.as_str() {
            "<style>" => rest = rest.split_once("</style>").unwrap().1,
            // Data, which no browser runs.
            r#"<script type="application/ld+json">"# => {
                let (data, after) = rest.split_once("</script>").unwrap();
                assert!(!data.contains('<') && serde_json::from_str::<Value>(data).is_ok());
                rest = after;
            }
            _ => {}
        }
        if let Some((_, address)) = tag.as_str().split_once("href=\"") {
            let address = address.to_ascii_lowercase();
            let start = address.split(['/', '?', '#', '"']).next();
            let scheme = start.and_then(|start| Some(start.split_once(':')?.0));
            let known = [None, Some("http"), Some("https"), Some("mailto")];
            assert!(known.contains(&scheme), "{}", tag.as_str());
        }
    }
}
