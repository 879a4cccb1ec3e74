//! The panel under *Cite*: an answer and its sources as text to be copied, on a phone as well, in every form
//! that is offered.
//!
//! Text in a card cannot be copied on a phone, so it stands in blocks of code above.

use super::Talk;
use super::interaction::Component;
use super::limits;
use super::reply::Reply;
use crate::answer::{Answer, Outcome};
use crate::cite::{self, Style};
use crate::commands;
use crate::facts::Source;
use crate::phrases::Words;
use crate::query::{Action, Key, Query};
use crate::render::copy;
use crate::render::discord::buttons::Buttons;
use crate::render::discord::code;
use crate::render::discord::message::{ActionRow, Look, Menu, MenuOption};

/// Most code points of one block: what a message takes, less a line above it and the fences.
const BLOCK: usize = limits::CONTENT - 300;

/// The menu's own id; what is asked is the value of the chosen entry.
const ID: &str = "styles";

impl Talk<'_> {
    /// The panel for an answer, in the style and at the page that the button names. The panel's own
    /// buttons always name a style, and change the panel; others open one.
    pub(super) fn cite(&self, query: &Query, component: &Component) -> Reply {
        let replaces = component.private && query.get(Key::Style).is_some();
        let style = query
            .get(Key::Style)
            .and_then(Style::parse)
            .unwrap_or(Style::Plain);
        let asked = query.clone().without(Key::Style).without(Key::Page);
        let answer = commands::answer(self.facts, &asked, self.language(false));
        if answer.outcome != Outcome::Found {
            return Reply::private(&answer, self.about("cite", &answer));
        }
        let has = styles(&answer).any(|other| other == style);
        let style = if has { style } else { Style::Plain };
        self.panel(&answer, style, query.page(), None, replaces)
    }

    /// The same panel with a line above it that says why it is there instead of the answer.
    pub(super) fn copyable(&self, answer: &Answer, why: &str) -> Reply {
        self.panel(answer, Style::Plain, 1, Some(why), false)
    }

    fn panel(
        &self,
        answer: &Answer,
        style: Style,
        page: usize,
        why: Option<&str>,
        replaces: bool,
    ) -> Reply {
        let words = Words::of(answer.lang);
        let blocks = blocks(pieces(answer, style));
        let (total, number) = (blocks.len(), page.min(blocks.len()));
        let block = blocks
            .into_iter()
            .nth(number.saturating_sub(1))
            .unwrap_or_default();
        let label = style.label(words);
        let mut above = match why {
            Some(why) => words.say(why),
            None => words.with("cite-panel", &[("style", &label)]),
        };
        if total > 1 {
            let (page, pages) = (number.to_string(), total.to_string());
            let values = [("page", page.as_str()), ("pages", &pages)];
            above = format!("{above} · {}", words.with("page-of", &values));
        }
        let rows = rows(answer, style, number, total);
        let about = self.about("cite", answer);
        Reply::panel(
            &format!("{above}\n{}", code(&block)),
            &rows,
            replaces,
            about,
        )
    }
}

/// The styles that have something of an answer: without sources only those of the answer itself.
fn styles(answer: &Answer) -> impl Iterator<Item = Style> + use<> {
    let sourced = !answer.references.is_empty();
    let whole = |style: &Style| matches!(style, Style::Plain | Style::Markdown);
    let styles = Style::ALL.into_iter();
    styles.filter(move |style| sourced || whole(style))
}

/// What can be copied, in pieces that belong together: lines of the answer, or references.
fn pieces(answer: &Answer, style: Style) -> Vec<String> {
    match style {
        Style::Plain => copy::plain(answer),
        Style::Markdown => copy::markdown(answer),
        _ => {
            let sources = answer.references.iter().map(|one| one.source.as_ref());
            let sources: Vec<&Source> = sources.collect();
            let entries = cite::entries(&sources, style, answer.lang);
            entries.iter().map(ToString::to_string).collect()
        }
    }
}

/// Pieces in as few blocks as hold them; one that is too long for a block is cut into several. An empty
/// piece is a blank line, with which no block begins or ends.
fn blocks(pieces: Vec<String>) -> Vec<String> {
    let mut blocks: Vec<String> = vec![String::new()];
    for piece in pieces {
        let mut rest: Vec<char> = piece.chars().collect();
        if let (true, Some(open)) = (rest.is_empty(), blocks.last_mut()) {
            open.push_str(if open.is_empty() { "" } else { "\n" });
        }
        while !rest.is_empty() {
            let Some(open) = blocks.last_mut() else { break };
            let used = open.chars().count();
            if used + 1 + rest.len() <= BLOCK {
                if used > 0 {
                    open.push('\n');
                }
                open.extend(rest.drain(..));
            } else if used > 0 {
                blocks.push(String::new());
            } else {
                open.extend(rest.drain(..BLOCK.min(rest.len())));
            }
        }
    }
    let trimmed = blocks.iter().map(|block| block.trim_end().to_owned());
    trimmed.collect()
}

/// The menu of styles, and the buttons that turn the page.
fn rows(answer: &Answer, style: Style, number: usize, total: usize) -> Vec<ActionRow> {
    let words = Words::of(answer.lang);
    let at = |style: Style, page: usize| {
        let query = answer.query.clone().without(Key::Page).without(Key::Share);
        Action::Cite(query.with(Key::Style, style.name()).at_page(page))
    };
    let option = |other: Style| {
        Some(MenuOption {
            label: other.label(words),
            value: at(other, 1).id()?,
            description: None,
            default: other == style,
        })
    };
    let options: Vec<MenuOption> = styles(answer).filter_map(option).collect();
    let mut rows = Vec::new();
    if !options.is_empty() {
        let placeholder = words.say("menu-styles");
        rows.push(ActionRow::with(Menu::of(
            ID.to_owned(),
            placeholder,
            options,
        )));
    }
    let mut buttons = Buttons::default();
    let mut turns = Vec::new();
    for (label, page, reachable) in [
        ("‹", number.saturating_sub(1), number > 1),
        ("›", number + 1, number < total),
    ] {
        let button = reachable.then(|| buttons.make(label, at(style, page), Look::Secondary));
        turns.extend(button.flatten());
    }
    if !turns.is_empty() {
        rows.push(ActionRow::of(turns));
    }
    rows
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::discord::interaction::Interaction;
    use crate::discord::{Settings, reply};
    use crate::facts::Facts;
    use crate::facts::file::{Part, read};

    fn facts() -> Facts {
        let part = Part {
            name: "valid.toml".into(),
            text: include_str!("../../tests/fixtures/facts/valid.toml").into(),
        };
        read(&[part]).unwrap().facts
    }

    fn panel(carries: &str) -> Value {
        let press = json!({"type": 3, "locale": "en-GB", "data": {"custom_id": carries},
            "message": {"flags": 64}});
        reply(&facts(), Settings::default(), &Interaction::read(press)).callback["data"].clone()
    }

    #[test]
    fn what_stands_apart_in_an_answer_stands_apart_in_its_copy() {
        for (style, heading) in [("plain", "Sources\n"), ("markdown", "## Sources\n\n")] {
            let panel = panel(&format!("cite /bridge style:{style}"));
            let text = panel["content"].as_str().unwrap();
            assert!(text.contains(&format!("\n\n{heading}")), "{text}");
            assert!(
                !text.contains("```\n\n") && !text.contains("\n\n```"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_blank_line_neither_begins_a_block_nor_ends_one() {
        let long = "x".repeat(BLOCK - 1);
        let pieces = ["", "a", "", "b", "", &long, "", "", "c", ""];
        let blocks = blocks(pieces.map(str::to_owned).to_vec());
        assert_eq!(blocks, ["a\n\nb", &long, "c"]);
    }

    #[test]
    fn only_styles_that_have_something_are_offered() {
        let offered = |panel: &Value| {
            let menu = &panel["components"][0]["components"][0]["options"];
            menu.as_array().map_or(0, Vec::len)
        };
        assert_eq!(offered(&panel("cite /bridge")), Style::ALL.len());
        // As an older button may ask.
        let about = panel("cite /about style:apa");
        assert_eq!(offered(&about), 2);
        let text = about["content"].as_str().unwrap();
        assert!(text.lines().count() > 4, "{text}");
    }
}
