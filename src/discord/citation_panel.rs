//! The panel under *Cite*: the short answer with its sources as text to copy, in each citation style.
//!
//! A phone cannot copy from an embed, so the text is in code blocks above.

use super::interaction::Component;
use super::reply::Reply;
use super::{Handler, limits};
use crate::answer::{Answer, Outcome};
use crate::cite::{self, Style};
use crate::commands::shelf;
use crate::facts::Source;
use crate::phrases::Phrases;
use crate::query::{CustomId, Key, Query};
use crate::render::copy;
use crate::render::discord::buttons::Buttons;
use crate::render::discord::code;
use crate::render::discord::message::{ActionRow, Menu, MenuOption};

/// Most code points of one block: a message's limit, less the line above and the fences.
const BLOCK_MAX: usize = limits::CONTENT - 300;

/// The menu's `custom_id`. Only the value of the chosen entry is read.
const MENU_ID: &str = "styles";

impl Handler<'_> {
    /// The panel for an answer, in the style and at the page that the button names. The panel's own components always
    /// name a style and change the panel; other buttons open one.
    pub(super) fn cite(&self, query: &Query, component: &Component) -> Reply {
        let style = query.get(Key::Style);
        let replaces = component.ephemeral && style.is_some();
        let asked = query.clone().without(Key::Style).without(Key::Page);
        let answer = shelf::answer(self.shelf, &asked, self.language(false)).for_everyone();
        if answer.outcome != Outcome::Found {
            return Reply::ephemeral(&answer, self.log("cite", &answer));
        }
        let style = style.and_then(Style::parse);
        let style = style.filter(|style| styles(&answer).any(|other| other == *style));
        let style = style.unwrap_or(Style::Plain);
        self.panel(&answer, style, query.page(), None, replaces)
    }

    /// The panel in plain text, with the phrase `why` above it, which says why it replaces the answer.
    pub(super) fn text_to_copy(&self, answer: &Answer, why: &str) -> Reply {
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
        let words = Phrases::of(answer.lang);
        let blocks = blocks(pieces(answer, style));
        let page = page.clamp(1, blocks.len());
        let block = blocks.get(page - 1).map_or("", String::as_str);
        let mut above = match why {
            Some(why) => words.text(why),
            None => words.format("cite-panel", &[("style", &style.label(words))]),
        };
        if blocks.len() > 1 {
            let (page, pages) = (page.to_string(), blocks.len().to_string());
            let values = [("page", page.as_str()), ("pages", &pages)];
            above = format!("{above} · {}", words.format("page-of", &values));
        }
        let text = format!("{above}\n{}", code(block));
        let rows = rows(answer, style, page, blocks.len());
        Reply::panel(&text, &rows, replaces, self.log("cite", answer))
    }
}

/// The styles that an answer can be copied in: without sources, only those for the answer itself.
fn styles(answer: &Answer) -> impl Iterator<Item = Style> + use<> {
    let has_sources = !answer.references.is_empty();
    let of_answer = |style: &Style| matches!(style, Style::Plain | Style::Markdown);
    let styles = Style::ALL.into_iter();
    styles.filter(move |style| has_sources || of_answer(style))
}

/// The text to copy, in pieces that belong together: lines of the answer, or references.
fn pieces(answer: &Answer, style: Style) -> Vec<String> {
    match style {
        Style::Plain => copy::plain(answer),
        Style::Markdown => copy::markdown(answer),
        _ => {
            let sources: Vec<&Source> = copy::references(answer)
                .into_iter()
                .map(|one| one.source.as_ref())
                .collect();
            let entries = cite::entries(&sources, style, answer.lang);
            entries.iter().map(ToString::to_string).collect()
        }
    }
}

/// Pieces in as few blocks as possible, at least one; a piece that is longer than a block is split. An empty piece is a
/// blank line, which never begins or ends a block.
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
            if used + 1 + rest.len() <= BLOCK_MAX {
                if used > 0 {
                    open.push('\n');
                }
                open.extend(rest.drain(..));
            } else if used > 0 {
                blocks.push(String::new());
            } else {
                open.extend(rest.drain(..BLOCK_MAX.min(rest.len())));
            }
        }
    }
    let trimmed = blocks.iter().map(|block| block.trim_end().to_owned());
    trimmed.collect()
}

/// The menu of styles, and the buttons that turn the page.
fn rows(answer: &Answer, style: Style, page: usize, pages: usize) -> Vec<ActionRow> {
    let words = Phrases::of(answer.lang);
    let action = |style: Style, page: usize| {
        let query = answer.query.clone();
        CustomId::Cite(query.with(Key::Style, style.name()).at_page(page))
    };
    let option = |other: Style| {
        Some(MenuOption {
            label: other.label(words),
            value: action(other, 1).id()?,
            description: None,
            default: other == style,
        })
    };
    let options: Vec<MenuOption> = styles(answer).filter_map(option).collect();
    let mut rows = Vec::new();
    if !options.is_empty() {
        let menu = Menu::of(MENU_ID.to_owned(), words.text("menu-styles"), options);
        rows.push(ActionRow::with(menu));
    }
    let mut buttons = Buttons::default();
    let mut turn = |label: &str, reachable: bool, page: usize| {
        let action = reachable.then(|| action(style, page))?;
        buttons.make(label, &action)
    };
    let turns = [
        turn(
            &words.text("button-previous"),
            page > 1,
            page.saturating_sub(1),
        ),
        turn(&words.text("button-next"), page < pages, page + 1),
    ];
    if turns.iter().any(Option::is_some) {
        rows.push(ActionRow::of(turns.into_iter().flatten().collect()));
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

    fn panel(custom_id: &str) -> Value {
        let press = json!({"type": 3, "locale": "en-GB", "data": {"custom_id": custom_id},
            "message": {"flags": 64}});
        reply(
            &facts().into(),
            Settings::default(),
            &Interaction::read(&press),
        )
        .callback()["data"]
            .clone()
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
        let long = "x".repeat(BLOCK_MAX - 1);
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
