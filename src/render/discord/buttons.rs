//! The rows of components below an answer: other queries, share, copy and remove, the pages, and the claims. Each
//! component contains its full query, so the bot keeps no state between presses.

use std::collections::BTreeSet;

use super::message::{ActionRow, Button, Component, Look, Message};
use super::{Audience, menu};
use crate::answer::{ActionKind, Outcome};
use crate::phrases::Phrases;
use crate::query::{CustomId, Key, Query};
use crate::render::{Page, clean, weight};

/// Discord's limits (<https://discord.com/developers/docs/components/reference>).
const ROWS_MAX: usize = 5;
const ROW_MAX: usize = 5;
const LABEL_MAX: usize = 80;

/// The rows for a page: first its actions, then languages, share, copy and remove, then the page buttons and the
/// menu of claims.
pub(super) fn rows(page: &Page<'_>, audience: Audience) -> Vec<ActionRow> {
    let mut buttons = Buttons::default();
    let turning = turning(page, &mut buttons);
    let (mut actions, mut last) = (Vec::new(), Vec::new());
    for action in &page.answer.actions {
        let (query, look) = match action.kind {
            ActionKind::Here => (here(page, action.query.clone()), Look::Primary),
            _ => (action.query.clone(), Look::Secondary),
        };
        let Some(button) = buttons.make(&action.label, CustomId::Open(query), look) else {
            continue;
        };
        match action.kind {
            ActionKind::Language => last.push(button),
            ActionKind::Here => actions.push(button.disabled(true)),
            _ => actions.push(button),
        }
    }
    last.extend(doing(page, audience, &mut buttons));
    let menu = menu::row(page);
    // If there are too many buttons, actions are dropped, not the rows after them.
    let below = usize::from(!turning.is_empty()) + usize::from(menu.is_some());
    actions.truncate((ROWS_MAX - below) * ROW_MAX - last.len().min(ROW_MAX));
    actions.append(&mut last);
    let rows = actions.chunks(ROW_MAX).chain(turning.chunks(ROW_MAX));
    rows.map(|row| ActionRow::of(row.to_vec()))
        .chain(menu)
        .take(ROWS_MAX)
        .collect()
}

/// The buttons that share an answer, copy it with its sources, or remove a public one. Only an answer that shows
/// something can be shared or copied.
fn doing(page: &Page<'_>, audience: Audience, buttons: &mut Buttons) -> Vec<Button> {
    let words = Phrases::of(page.answer.lang);
    let found = page.answer.outcome == Outcome::Found;
    let shown = here(page, page.answer.query.clone());
    let cited = CustomId::Cite(page.answer.query.clone().without(Key::Style));
    let mut make = |key: &str, action| buttons.make(&words.text(key), action, Look::Secondary);
    let all = match audience {
        Audience::Asker if found => [
            make("button-share", CustomId::Share(shown)),
            make("button-cite", cited),
        ],
        Audience::Channel { by } => [
            make("button-cite", cited).filter(|_| found),
            by.and_then(|by| {
                let what = Some(page.content_hash());
                make("button-remove", CustomId::Hide { by, what })
            }),
        ],
        Audience::Asker => [None, None],
    };
    all.into_iter().flatten().collect()
}

/// The buttons that turn the page; none if there is only one page.
///
/// Each id in a message must be unique, and disabled buttons need an id, too. Theirs is the page number with a
/// leading zero, which means the same page and which no other button uses.
fn turning(page: &Page<'_>, buttons: &mut Buttons) -> Vec<Button> {
    if page.total <= 1 {
        return Vec::new();
    }
    let (number, total) = (page.number, page.total);
    let position = format!("{number}/{total}");
    let three = [
        ("‹", number - 1, number > 1),
        (position.as_str(), number, false),
        ("›", number + 1, number < total),
    ];
    let made = three.into_iter().filter_map(|(label, number, reachable)| {
        let query = page.answer.query.clone();
        let query = match reachable {
            true => query.at_page(number),
            false => query.with(Key::Page, format!("0{number}")),
        };
        let button = buttons.make(label, CustomId::Open(query), Look::Secondary)?;
        Some(button.disabled(!reachable))
    });
    made.collect()
}

/// The query for the page that is shown.
fn here(page: &Page<'_>, query: Query) -> Query {
    query.at_page(page.number)
}

/// Disables the button that shares an answer and changes its label.
pub fn mark_shared(message: &mut Message, label: &str) {
    let rows = message.components.iter_mut();
    for component in rows.flat_map(|row| &mut row.components) {
        match component {
            Component::Button(button) if button.custom_id.starts_with("share ") => {
                label.clone_into(&mut button.label);
                button.disabled = true;
            }
            Component::Button(_) | Component::Menu(_) => {}
        }
    }
}

/// Makes buttons with valid, unique ids.
#[derive(Default)]
pub struct Buttons {
    ids: BTreeSet<String>,
}

impl Buttons {
    /// A button with its label cut to fit; `None` if the label is blank, or if the id is too long or already used in
    /// the message.
    pub fn make(&mut self, label: &str, action: CustomId, look: Look) -> Option<Button> {
        // A weight is never less than the number of code points, which Discord counts.
        let label = weight::shorten(&clean::line(label), LABEL_MAX);
        let id = action.id().filter(|_| !label.is_empty())?;
        let fresh = self.ids.insert(id.clone());
        fresh.then(|| Button::new(label, id, look))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(label: &str, query: Query) -> Option<Button> {
        Buttons::default().make(label, CustomId::Open(query), Look::Secondary)
    }

    #[test]
    fn an_id_of_a_hundred_code_points_fits_and_one_more_does_not() {
        let query = |length: usize| Query::new("é".repeat(length - "open /".len()));
        assert!(made("a", query(100)).is_some());
        assert!(made("a", query(101)).is_none());
    }

    #[test]
    fn a_label_is_cut_at_eighty_and_never_blank() {
        let label = |text: String| made(&text, Query::new("a")).map(|one| one.label);
        assert_eq!(label("é".repeat(80)), Some("é".repeat(80)));
        assert_eq!(label("é".repeat(81)).unwrap().chars().count(), 80);
        assert_eq!(label(" \u{202e} ".into()), None);
    }

    #[test]
    fn no_id_stands_twice() {
        let mut buttons = Buttons::default();
        let mut make = || buttons.make("a", CustomId::Open(Query::new("a")), Look::Secondary);
        assert!(make().is_some());
        assert!(make().is_none());
    }
}
