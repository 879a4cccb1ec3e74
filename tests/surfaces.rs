//! One answer with everything in it, on all surfaces underneath each other, so that a reviewer
//! sees at once what a change does to each.

#[cfg(test)]
#[path = "support/sample.rs"]
mod sample;

use sumber::render::discord::{Audience, message};
use sumber::render::json::json;
use sumber::render::markdown::markdown;
use sumber::render::page;
use sumber::render::text::{Style, text};

fn style(width: usize) -> Style {
    Style {
        width,
        ..Style::default()
    }
}

#[test]
fn one_answer_on_every_surface() {
    let answer = sample::everything();
    let page = page(&answer);
    let terminal = Style {
        width: 100,
        colour: true,
        links: true,
    };
    let payload = serde_json::to_string_pretty(&message(&page, Audience::Asker)).unwrap();
    let data = serde_json::to_string_pretty(&json(&page)).unwrap();
    let surfaces = [
        ("text, 100 columns", text(&page, style(100))),
        ("text, 40 columns", text(&page, style(40))),
        ("terminal", text(&page, terminal).replace('\u{1b}', "␛")),
        ("Markdown", markdown(&page)),
        ("Discord", payload),
        ("JSON", data),
    ];
    let all = surfaces.map(|(name, drawn)| format!("════ {name} ════\n\n{drawn}"));
    insta::assert_snapshot!(all.join("\n\n"));
}
