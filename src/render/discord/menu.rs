//! The menu below an answer: what has no place among its buttons, and the claims on the page.

use std::collections::BTreeSet;

use super::message::{ActionRow, Menu, MenuOption};
use crate::answer::{Entry, Span};
use crate::phrases::Phrases;
use crate::query::{CustomId, Key};
use crate::render::{Page, clean, weight};

/// Discord's limits (<https://discord.com/developers/docs/components/reference#string-select>).
const OPTIONS_MAX: usize = 25;
const TEXT_MAX: usize = 100;

/// The menu's own id; the query is the value of the chosen option.
const ID: &str = "menu";

/// A row with the menu of these actions and then the page's claims; `None` if there is nothing to open. An action is
/// a label with an id.
pub(super) fn row(page: &Page<'_>, actions: Vec<(String, String)>) -> Option<ActionRow> {
    let mut seen = BTreeSet::new();
    let actions = actions.into_iter().map(|(label, value)| MenuOption {
        label,
        value,
        description: None,
        default: false,
    });
    let is_new = |option: &MenuOption| seen.insert(option.value.clone());
    let mut options: Vec<MenuOption> = actions.chain(claims(page)).filter(is_new).collect();
    options.truncate(OPTIONS_MAX);
    let statements = options.iter().filter(|one| one.description.is_some());
    let placeholder = match statements.count() {
        0 => "menu-views",
        count if count == options.len() => "menu-claims",
        _ => "menu-both",
    };
    let placeholder = Phrases::of(page.answer.lang).text(placeholder);
    (!options.is_empty()).then(|| ActionRow::with(Menu::of(ID.to_owned(), placeholder, options)))
}

/// The claims on the page, each with its text as the description.
fn claims(page: &Page<'_>) -> Vec<MenuOption> {
    let Some(opens) = &page.answer.claim_query else {
        return Vec::new();
    };
    let entries = page.sections.iter().flat_map(|section| &section.entries);
    let options = entries.filter_map(|entry| {
        let query = opens.clone().with(Key::Claim, entry.claim()?);
        let value = CustomId::Open(query).id()?;
        let label = label(entry);
        let description = text(&entry.body);
        (!label.is_empty() && !description.is_empty()).then_some(MenuOption {
            label,
            value,
            description: Some(description),
            default: false,
        })
    });
    options.collect()
}

/// The entry's label (speaker and date), or its text if the label is empty.
fn label(entry: &Entry) -> String {
    match clean::line(&entry.label.text()) {
        label if label.is_empty() => text(&entry.body),
        label => weight::shorten(&label, TEXT_MAX),
    }
}

fn text(spans: &[Span]) -> String {
    let pieces = spans.iter().map(|span| match span {
        Span::Text(text) => text.as_str(),
        Span::Quoted { words, lang: _ } => words,
        Span::Cite(_) | Span::Verbatim(_) => "",
    });
    weight::shorten(&clean::line(&pieces.collect::<String>()), TEXT_MAX)
}
