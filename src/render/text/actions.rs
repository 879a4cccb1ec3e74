//! The next page and the other views, as queries that a user can type.

use super::Page;
use super::ink::{Ink, Run};
use crate::answer::{Action, ActionKind};
use crate::phrases::Phrases;
use crate::query::Query;

/// One cell for each query.
pub(super) fn cells(page: &Page<'_>, words: &Phrases) -> Vec<Vec<Run>> {
    let mut cells = Vec::new();
    if page.number < page.total {
        let query = page.answer.query.clone().at_page(page.number + 1);
        cells.push(cell(&query, &words.text("page-next")));
    }
    let others = page
        .answer
        .actions
        .iter()
        .filter(|action| action.kind != ActionKind::Here);
    cells.extend(others.map(action));
    cells
}

/// The query, followed by the label unless the query already contains it.
fn action(action: &Action) -> Vec<Run> {
    let text = action.query.to_string().to_lowercase();
    let label = action.label.trim().to_lowercase();
    let told = text
        .split([' ', ':', '/'])
        .any(|word| word == label.trim_start_matches('/'));
    cell(&action.query, if told { "" } else { &action.label })
}

fn cell(query: &Query, label: &str) -> Vec<Run> {
    // A query is never broken between its words, so that it can be copied.
    let question = query.to_string().replace(' ', "\u{a0}");
    let mut cell = vec![Run::new(&question, Ink::Command)];
    if !label.trim().is_empty() {
        cell.push(Run::new(&format!(" {}", label.trim()), Ink::Faint));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_whose_name_the_question_says_is_not_named_twice() {
        let check = |label: &str, query: &str, expected: &str| {
            let query = query.parse().unwrap();
            let runs = action(&Action::view(label, query, false));
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            assert_eq!(text.replace('\u{a0}', " "), expected);
        };
        check("Denials", "/clock view:denials", "/clock view:denials");
        check(
            "Bantahan",
            "/clock view:denials",
            "/clock view:denials Bantahan",
        );
        check("/clock", "/clock", "/clock");
    }
}
