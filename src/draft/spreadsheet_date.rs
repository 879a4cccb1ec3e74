//! Dates as spreadsheets write them, back into the form of the fact file.

use once_cell::sync::Lazy;
use regex::Regex;

use crate::facts::pattern::pattern;

/// What a cell with a date is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A date in EDTF, or a text that the checker will refuse.
    Date(String),
    /// A day that can be read in two ways: with the day first, with the month first.
    Ambiguous(String, String),
    /// The number by which a spreadsheet keeps a day.
    Serial,
    /// A year of two digits.
    ShortYear,
}

static SLASHED: Lazy<Regex> =
    Lazy::new(|| pattern(r"^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})$"));
static YEAR_FIRST: Lazy<Regex> = Lazy::new(|| pattern(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})$"));
static MIDNIGHT: Lazy<Regex> = Lazy::new(|| pattern(r"[T ]0{1,2}:00(:00(\.0+)?)?(Z| AM)?$"));
static SERIAL: Lazy<Regex> = Lazy::new(|| pattern(r"^\d{5}([.,]\d+)?$"));

/// Reads a date. `day_first` says how to read what is ambiguous.
pub(super) fn read(cell: &str, day_first: Option<bool>) -> Found {
    let cell = MIDNIGHT.replace(cell, "");
    if let Some(parts) = YEAR_FIRST.captures(&cell) {
        let [year, month, day] = [1, 2, 3].map(|number| part(&parts, number));
        return Found::Date(iso(year, month, day));
    }
    let Some(parts) = SLASHED.captures(&cell) else {
        return match SERIAL.is_match(&cell) {
            true => Found::Serial,
            false => Found::Date(cell.into_owned()),
        };
    };
    let [first, second, year] = [1, 3, 4].map(|number| part(&parts, number));
    let dotted = parts.get(2).is_some_and(|sign| sign.as_str() == ".");
    let (day_month, month_day) = (iso(year, second, first), iso(year, first, second));
    match (first, second) {
        _ if year < 100 => Found::ShortYear,
        // Where dates have dots, the day stands first.
        _ if dotted || first == second => Found::Date(day_month),
        (13.., _) => Found::Date(day_month),
        (_, 13..) => Found::Date(month_day),
        _ => match day_first {
            Some(true) => Found::Date(day_month),
            Some(false) => Found::Date(month_day),
            None => Found::Ambiguous(day_month, month_day),
        },
    }
}

fn part(parts: &regex::Captures<'_>, number: usize) -> u32 {
    let part = parts.get(number).map_or("", |part| part.as_str());
    part.parse().unwrap_or_default()
}

fn iso(year: u32, month: u32, day: u32) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_ambiguous_only_when_it_is() {
        let date = |text: &str| Found::Date(text.to_owned());
        for (cell, found) in [
            ("18/10/2023", date("2023-10-18")),
            ("10/18/2023", date("2023-10-18")),
            ("5/5/2023", date("2023-05-05")),
            ("03.04.2023", date("2023-04-03")),
            ("2023/10/18", date("2023-10-18")),
            ("2023-10-18 00:00:00", date("2023-10-18")),
            ("18/10/2023 00:00", date("2023-10-18")),
            ("2023-10-18/2023-10-19", date("2023-10-18/2023-10-19")),
            ("2023-10", date("2023-10")),
            ("31/31/2023", date("2023-31-31")),
            ("18/10/24", Found::ShortYear),
            ("45217", Found::Serial),
            (
                "3/4/2023",
                Found::Ambiguous("2023-04-03".to_owned(), "2023-03-04".to_owned()),
            ),
        ] {
            assert_eq!(read(cell, None), found, "{cell}");
        }
        assert_eq!(read("3/4/2023", Some(false)), date("2023-03-04"));
        assert_eq!(read("18/10/2023", Some(false)), date("2023-10-18"));
    }
}
