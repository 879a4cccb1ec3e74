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
    match without(label, &date) {
        Some(rest) => (rest, Some(time(&claim.said, &date))),
        None => (label.to_owned(), None),
    }
}

/// A label without a date that is a whole part of it. The end of a longer date is none: `21 October 2024` is no
/// part of `20–21 October 2024`.
fn without(label: &str, date: &str) -> Option<String> {
    if label == date {
        return Some(String::new());
    }
    let opening = [format!("{date} · "), format!("{date}, ")];
    let opening = opening
        .iter()
        .find_map(|part| label.strip_prefix(part.as_str()));
    let closing = || label.strip_suffix(&format!(", {date}"));
    let within = || {
        let ends = [", ", " · "];
        ends.into_iter().find_map(|end| {
            let part = format!(", {date}{end}");
            label.contains(&part).then(|| label.replacen(&part, end, 1))
        })
    };
    opening.or_else(closing).map(str::to_owned).or_else(within)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, expected: Option<&str>) {
        assert_eq!(
            without(label, "21 October 2024").as_deref(),
            expected,
            "{label}"
        );
    }

    #[test]
    fn a_date_is_taken_out_where_it_is_a_part_of_its_own() {
        check("21 October 2024", Some(""));
        check("21 October 2024 · Ada · report", Some("Ada · report"));
        check("21 October 2024, on the radio", Some("on the radio"));
        check("Ada, pilot, 21 October 2024", Some("Ada, pilot"));
        check(
            "Ada, 21 October 2024, answering Bo",
            Some("Ada, answering Bo"),
        );
        check(
            "Answers · Ada, 21 October 2024 · denial",
            Some("Answers · Ada · denial"),
        );
    }

    #[test]
    fn a_piece_of_another_date_stays() {
        check("Ada, 20–21 October 2024", None);
        check("Ada, 21 October 2024†", None);
        check("Ada, 21 October 2024 – 3 May 2025", None);
        check("Ada, 1 May 2024", None);
    }
}
