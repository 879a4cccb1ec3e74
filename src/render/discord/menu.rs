//! The menu below an answer, from which the reader opens one of the claims on the page.

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
const ID: &str = "claims";

/// A row with the menu of the page's claims; `None` if there is nothing to open.
pub(super) fn row(page: &Page<'_>) -> Option<ActionRow> {
    let opens = page.answer.claim_query.as_ref()?;
    let mut seen = BTreeSet::new();
    let entries = page.sections.iter().flat_map(|section| &section.entries);
    let options = entries.filter_map(|entry| {
        let claim = entry.claim().filter(|claim| seen.insert(*claim))?;
        let query = opens.clone().with(Key::Claim, claim);
        let value = CustomId::Open(query).id()?;
        let label = label(entry);
        let description = text(&entry.body);
        (!label.is_empty()).then_some(MenuOption {
            label,
            value,
            description: (!description.is_empty()).then_some(description),
            default: false,
        })
    });
    let options: Vec<MenuOption> = options.take(OPTIONS_MAX).collect();
    let placeholder = Phrases::of(page.answer.lang).text("menu-claims");
    (!options.is_empty()).then(|| ActionRow::with(Menu::of(ID.to_owned(), placeholder, options)))
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
