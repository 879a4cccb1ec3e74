//! The components below an answer: one row of buttons, and a menu with everything that has no place in it.
//!
//! Each component contains its full query, so the bot keeps no state between presses.

use std::collections::BTreeSet;

use super::message::{ActionRow, Button, Component, Message};
use super::{Audience, Context, menu};
use crate::answer::{Action, ActionKind, Outcome};
use crate::phrases::Phrases;
use crate::query::{CustomId, Key, Query};
use crate::render::{Page, clean, weight};

/// Discord's limits (<https://discord.com/developers/docs/components/reference>).
const ROW_MAX: usize = 5;
const LABEL_MAX: usize = 80;
const URL_MAX: usize = 512;

/// Most buttons below a public answer, which everybody in the channel has to scroll past.
const PUBLIC_MAX: usize = 4;

/// The name of the view that shows an answer in full.
const FULL: &str = "full";

/// A button with its rank: if there are too many for the row, those of the lowest rank move into the menu. Rank 0
/// always stands in the menu.
struct Ranked {
    button: Button,
    rank: u8,
}

/// The row of buttons and the menu of a page.
pub(super) fn rows(page: &Page<'_>, context: Context<'_>) -> Vec<ActionRow> {
    let all = ranked(page, context);
    let most = match context.audience {
        Audience::Asker => ROW_MAX,
        Audience::Channel { .. } => PUBLIC_MAX,
    };
    let mut ranks: Vec<u8> = all.iter().map(|one| one.rank).collect();
    ranks.sort_unstable_by(|one, other| other.cmp(one));
    // Of equal rank the first ones stay.
    let lowest = ranks.get(most).map_or(1, |rank| (*rank).max(1));
    let above = ranks.iter().filter(|rank| **rank > lowest).count();
    let equal = ranks.iter().filter(|rank| **rank == lowest).count();
    let mut free = equal.min(most.saturating_sub(above));
    let (mut row, mut moved) = (Vec::new(), Vec::new());
    for Ranked { button, rank } in all {
        let stays = rank > lowest || (rank == lowest && free > 0);
        if rank == lowest && stays {
            free -= 1;
        }
        match button.custom_id() {
            Some(id) if !stays => moved.push((button.label.clone(), id.to_owned())),
            None if !stays => {}
            _ => row.push(button),
        }
    }
    let row = (!row.is_empty()).then(|| ActionRow::of(row));
    row.into_iter().chain(menu::row(page, moved)).collect()
}

/// Every button in the order in which they are shown: the pages, the answer's own actions, then sharing and citing.
/// Only an answer that shows something can be shared or cited.
fn ranked(page: &Page<'_>, context: Context<'_>) -> Vec<Ranked> {
    let words = Phrases::of(page.answer.lang);
    let found = page.answer.outcome == Outcome::Found;
    let public = context.audience != Audience::Asker;
    let mut buttons = Buttons::default();
    let mut all = Vec::new();
    let mut add = |label: &str, action: &CustomId, rank: u8| {
        let button = buttons.make(label, action);
        all.extend(button.map(|button| Ranked { button, rank }));
    };
    let turned = |number: usize| CustomId::Open(page.answer.query.clone().at_page(number));
    if page.number > 1 {
        add(&words.text("button-previous"), &turned(page.number - 1), 9);
    }
    if page.number < page.total {
        add(&words.text("button-next"), &turned(page.number + 1), 9);
    }
    let link = context.address.and_then(|address| link(words, address));
    let rank = |kind: ActionKind| match kind {
        ActionKind::More | ActionKind::Part => 6,
        ActionKind::Language => 5,
        ActionKind::Dossier => 4,
        ActionKind::Suggestion if !found => 4,
        ActionKind::Sources if !public && link.is_none() => 3,
        _ => 0,
    };
    let mut actions: Vec<&Action> = page.answer.actions.iter().collect();
    // The language comes after the other actions; the order of the others is the answer's.
    actions.sort_by_key(|action| action.kind == ActionKind::Language);
    for action in actions {
        let query = CustomId::Open(action.query.clone());
        if action.kind != ActionKind::Here {
            add(&action.label, &query, rank(action.kind));
        }
    }
    if found {
        let cite = CustomId::Cite(page.answer.query.clone().without(Key::Style));
        let rank = match context.audience {
            Audience::Asker => {
                let share = CustomId::Share(shared(page));
                add(&words.text("button-share"), &share, 8);
                2
            }
            Audience::Channel { .. } => 0,
        };
        add(&words.text("button-cite"), &cite, rank);
    }
    if let Audience::Channel { by: Some(by) } = context.audience {
        let what = Some(page.content_hash());
        add(
            &words.text("button-remove"),
            &CustomId::Hide { by, what },
            8,
        );
    }
    all.extend(link.map(|button| Ranked { button, rank: 7 }));
    all
}

/// The query of the answer that *Share here* posts: the short form of a long one, else the page that is shown.
fn shared(page: &Page<'_>) -> Query {
    let query = page.answer.query.clone();
    match query.get(Key::View) {
        Some(FULL) => query
            .without(Key::View)
            .without(Key::Part)
            .without(Key::Page),
        _ => query.at_page(page.number),
    }
}

/// The button that opens the answer's page; `None` if Discord would refuse its address.
fn link(words: &Phrases, address: &str) -> Option<Button> {
    let fits = address.chars().count() <= URL_MAX;
    fits.then(|| Button::link(words.text("button-page"), address.to_owned()))
}

/// Disables the button that shares an answer and changes its label.
pub fn mark_shared(message: &mut Message, label: &str) {
    let rows = message.components.iter_mut();
    for component in rows.flat_map(|row| &mut row.components) {
        if let Component::Button(button) = component {
            let shares = |id: &str| id.starts_with("share ");
            if button.custom_id().is_some_and(shares) {
                label.clone_into(&mut button.label);
                button.disabled = true;
            }
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
    pub fn make(&mut self, label: &str, action: &CustomId) -> Option<Button> {
        // A weight is never less than the number of code points, which Discord counts.
        let label = weight::shorten(&clean::line(label), LABEL_MAX);
        let id = action.id().filter(|_| !label.is_empty())?;
        let fresh = self.ids.insert(id.clone());
        fresh.then(|| Button::new(label, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(label: &str, query: Query) -> Option<Button> {
        Buttons::default().make(label, &CustomId::Open(query))
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
        let mut make = || buttons.make("a", &CustomId::Open(Query::new("a")));
        assert!(make().is_some());
        assert!(make().is_none());
    }
}
