//! The rows of buttons below an answer: each is a link to another question.

use std::collections::BTreeSet;

use super::message::{ActionRow, Button, Look};
use crate::answer::WayKind;
use crate::query::{Action, CUSTOM_ID_MAX, Key, Query, Verb};
use crate::render::{Page, clean, shorten};

/// What Discord takes (<https://discord.com/developers/docs/components/reference>).
const ROWS_MAX: usize = 5;
const ROW_MAX: usize = 5;
const LABEL_MAX: usize = 80;

/// Rows of buttons for a page: its ways, then turning the page and the languages.
pub(super) fn rows(page: &Page<'_>) -> Vec<ActionRow> {
    let mut buttons = Buttons::default();
    let mut turning = turning(page, &mut buttons);
    let (mut ways, mut languages) = (Vec::new(), Vec::new());
    for way in &page.answer.ways {
        let (query, look) = match way.kind {
            WayKind::Here => (here(page, way.query.clone()), Look::Primary),
            WayKind::View | WayKind::Language | WayKind::Suggestion => {
                (way.query.clone(), Look::Secondary)
            }
        };
        let Some(button) = buttons.make(&way.label, query, look) else {
            continue;
        };
        match way.kind {
            WayKind::Language => languages.push(button),
            WayKind::Here => ways.push(button.disabled(true)),
            WayKind::View | WayKind::Suggestion => ways.push(button),
        }
    }
    if turning.is_empty() {
        // The languages must not be what falls off the end.
        ways.truncate(ROWS_MAX * ROW_MAX - languages.len().min(ROW_MAX));
        ways.append(&mut languages);
    } else {
        turning.append(&mut languages);
        turning.truncate(ROW_MAX);
        ways.truncate((ROWS_MAX - 1) * ROW_MAX);
    }
    let rows = ways.chunks(ROW_MAX).chain(turning.chunks(ROW_MAX));
    rows.take(ROWS_MAX)
        .map(|row| ActionRow::of(row.to_vec()))
        .collect()
}

/// The buttons that turn the page; none if there is only one.
///
/// An id may stand only once in a message, and those that cannot be pressed need one as well: it is
/// the page's number with a zero before it, which reads the same and is written by nothing else.
fn turning(page: &Page<'_>, buttons: &mut Buttons) -> Vec<Button> {
    if page.total <= 1 {
        return Vec::new();
    }
    let query = page.answer.query.clone().without(Key::Share);
    let at = |number: usize, reachable: bool| {
        if reachable {
            query.clone().at_page(number)
        } else {
            query.clone().with(Key::Page, format!("0{number}"))
        }
    };
    let (number, total) = (page.number, page.total);
    let position = format!("{number}/{total}");
    let three = [
        ("‹", at(number - 1, number > 1), number > 1),
        (position.as_str(), at(number, false), false),
        ("›", at(number + 1, number < total), number < total),
    ];
    let made = three.into_iter().filter_map(|(label, query, reachable)| {
        let button = buttons.make(label, query, Look::Secondary)?;
        Some(button.disabled(!reachable))
    });
    made.collect()
}

/// The question of the page that is shown.
fn here(page: &Page<'_>, query: Query) -> Query {
    query.at_page(page.number)
}

/// Makes buttons with ids that fit and differ from each other.
#[derive(Default)]
struct Buttons {
    ids: BTreeSet<String>,
}

impl Buttons {
    fn make(&mut self, label: &str, query: Query, look: Look) -> Option<Button> {
        let verb = Verb::Open;
        let id = Action { verb, query }.to_string();
        // A weight is never less than the number of code points, which is what Discord counts.
        let label = shorten::text(&clean::line(label), LABEL_MAX);
        let fits = id.chars().count() <= CUSTOM_ID_MAX && !label.is_empty();
        let fresh = fits && self.ids.insert(id.clone());
        fresh.then(|| Button::new(label, id, look))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(label: &str, query: Query) -> Option<Button> {
        Buttons::default().make(label, query, Look::Secondary)
    }

    #[test]
    fn an_id_of_a_hundred_code_points_fits_and_one_more_does_not() {
        let query = |length: usize| Query::new("é".repeat(length - "open /".len()));
        assert!(made("a", query(CUSTOM_ID_MAX)).is_some());
        assert!(made("a", query(CUSTOM_ID_MAX + 1)).is_none());
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
        let mut make = || buttons.make("a", Query::new("a"), Look::Secondary);
        assert!(make().is_some());
        assert!(make().is_none());
    }
}
