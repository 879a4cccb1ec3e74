//! Numbers as people and spreadsheets write them: with a point or a comma before decimals, or between thousands.

use serde_json::Number;

use crate::export::csv::unmistakable;

/// What a cell with a number is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// A number that can be read in one way.
    Number(Number),
    /// One that can be read in two ways: as a whole number with thousands set apart, and with decimals. Both in digits
    /// that can be read in one way.
    Ambiguous(String, String),
    /// Not a number.
    Nothing,
}

/// The signs of which one stands before decimals and the other may stand between thousands.
const SIGNS: [char; 2] = ['.', ','];

/// Reads a number. `decimal` is the sign before decimals, if that is known.
pub(super) fn read(text: &str, decimal: Option<char>) -> Found {
    let readings = readings(text);
    let known = readings.iter().find(|(sign, _)| Some(*sign) == decimal);
    match (readings.as_slice(), known) {
        ([], _) => Found::Nothing,
        ([(_, one)], _) | (_, Some((_, one))) => number(one).map_or(Found::Nothing, Found::Number),
        ([(_, one), (_, other), ..], None) => {
            let (whole, decimals) = match one.contains('.') {
                true => (other, one),
                false => (one, other),
            };
            Found::Ambiguous(whole.clone(), unmistakable(decimals))
        }
    }
}

/// The sign before decimals, if a number can be read with that sign only.
pub(super) fn decimal_sign(text: &str) -> Option<char> {
    match readings(text).as_slice() {
        [(sign, _)] if text.contains(SIGNS) => Some(*sign),
        _ => None,
    }
}

/// Every way in which a text is a number: the sign before decimals, and its digits with a point before decimals. What
/// is the same with both signs stands there once.
fn readings(text: &str) -> Vec<(char, String)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let mut readings: Vec<(char, String)> = Vec::new();
    for (decimal, thousands) in [('.', ','), (',', '.')] {
        let (whole, decimals) = match digits.split_once(decimal) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let Some(whole) = ungrouped(whole, thousands) else {
            continue;
        };
        let read = match decimals {
            Some(decimals) if is_digits(decimals) => format!("{sign}{whole}.{decimals}"),
            Some(_) => continue,
            None => format!("{sign}{whole}"),
        };
        if !readings.iter().any(|(_, known)| *known == read) {
            readings.push((decimal, read));
        }
    }
    readings
}

/// The digits of a whole number, in which a sign may set thousands apart; `None` if it is not one.
fn ungrouped(text: &str, thousands: char) -> Option<String> {
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let (first, rest) = text.split_once(thousands)?;
    let begins = is_digits(first) && first.len() <= 3 && !first.starts_with('0');
    let mut groups = rest.split(thousands);
    let grouped = begins && groups.all(|group| is_digits(group) && group.len() == 3);
    grouped.then(|| text.replace(thousands, ""))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(digits: &str) -> Option<Number> {
    match digits.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(digits.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_ambiguous_only_when_it_is() {
        let whole = |number: i64| Found::Number(number.into());
        let decimal = |number: f64| Found::Number(Number::from_f64(number).unwrap());
        let twice = |one: &str, other: &str| Found::Ambiguous(one.to_owned(), other.to_owned());
        for (text, found) in [
            ("1500", whole(1500)),
            ("-7", whole(-7)),
            ("2.5", decimal(2.5)),
            ("2,5", decimal(2.5)),
            ("0,125", decimal(0.125)),
            ("1234.567", decimal(1234.567)),
            ("1.200,50", decimal(1200.5)),
            ("1,200,000", whole(1_200_000)),
            ("1.200.000", whole(1_200_000)),
            ("1.200", twice("1200", "1.2")),
            ("1,125", twice("1125", "1.1250")),
            ("-3,000", twice("-3000", "-3.0")),
        ] {
            assert_eq!(read(text, None), found, "{text}");
        }
        for text in [
            "", "about 5", "1.2.3", "1,2,3", "1,20,000", "1 200", "1e3", ".5", "5.", "--1",
        ] {
            assert_eq!(read(text, None), Found::Nothing, "{text}");
        }
        assert_eq!(read("1.200", Some(',')), whole(1200));
        assert_eq!(read("1.200", Some('.')), decimal(1.2));
    }

    #[test]
    fn a_number_that_is_read_in_one_way_shows_its_sign() {
        for (text, sign) in [
            ("2,5", Some(',')),
            ("2.5", Some('.')),
            ("1.200.000", Some(',')),
            ("1,200.5", Some('.')),
            ("1.200", None),
            ("1500", None),
            ("x", None),
        ] {
            assert_eq!(decimal_sign(text), sign, "{text}");
        }
    }
}
