//! Taking the date out of an entry's label, so that dates can stand in a column of their own.
//!
//! A label that does not hold its claim's date as the bot writes it stays whole.

use maud::{Markup, html};

use crate::facts::date::Shape;
use crate::facts::vocabulary::Basis;
use crate::facts::{Claim, When};
use crate::phrases::Words;

/// A label without the date of its claim, and that date; none if the label does not hold it.
pub(super) fn split(label: &str, claim: &Claim, words: &Words) -> (String, Option<Markup>) {
    let date = written(&claim.said, words);
    let cuts = [
        (format!("{date} · "), ""),
        (format!(", {date}, "), ", "),
        (format!(", {date}"), ""),
        (format!("{date}, "), ""),
        (date.clone(), ""),
    ];
    for (found, instead) in cuts {
        if label.contains(&found) {
            let rest = label.replacen(&found, instead, 1);
            return (rest.trim().to_owned(), Some(time(&claim.said, &date)));
        }
    }
    (label.to_owned(), None)
}

/// A date in words, marked when it was worked out.
pub(super) fn written(when: &When, words: &Words) -> String {
    let date = words.date(&when.when);
    match when.basis {
        Basis::Stated => date,
        Basis::Inferred => words.with("date-inferred", &[("date", &date)]),
    }
}

/// A date that programs can read as well, where HTML has a form for it.
fn time(when: &When, text: &str) -> Markup {
    match when.when.shape() {
        Shape::At(point) if !point.doubtful => html! {
            time datetime=(when.when) { (text) }
        },
        Shape::At(_) | Shape::Span(..) | Shape::Since(_) | Shape::Until(_) => html! { (text) },
    }
}
