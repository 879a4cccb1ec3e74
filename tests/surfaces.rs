//! One answer with every part, on all surfaces one below the other, so that a reviewer sees what a change does to each.

#[cfg(test)]
#[path = "support/sample.rs"]
mod sample;

use sumber::render::discord::{Audience, message};
use sumber::render::html::{LinkContext, article};
use sumber::render::json::json;
use sumber::render::markdown::markdown;
use sumber::render::text::{Style, text};
use sumber::render::{Page, page};

fn style(width: usize) -> Style {
    Style {
        width,
        ..Style::default()
    }
}

/// Its article, a tag to a line.
fn html(page: &Page<'_>) -> String {
    let facts = sample::harbour();
    let around = LinkContext {
        facts: &facts,
        asked: &|query| Some(query.address(query.lang(&facts)?)),
        source: &|source| Some(format!("/source/{}", source.id)),
    };
    let article = article(page, &around).into_string();
    format!("{}\n", article.replace("><", ">\n<"))
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
        ("HTML", html(&page)),
        ("Discord", payload),
        ("JSON", data),
    ];
    let all = surfaces.map(|(name, drawn)| format!("════ {name} ════\n\n{drawn}"));
    insta::assert_snapshot!(all.join("\n\n"));
}
