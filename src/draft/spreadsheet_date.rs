//! Dates as spreadsheets write them, back into the form of the fact file.

use once_cell::sync::Lazy;
use regex::Regex;

use crate::facts::pattern::pattern;
use crate::phrases::month_named;

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

/// `3 April 2025`, `1er avril 2025`, `20-Apr-25`.
static DAY_MONTH: Lazy<Regex> = Lazy::new(|| {
    pattern(r"^(\d{1,2})(?:st|nd|rd|th|er)?[ .\-]+(?:de )?(\p{L}{3,})[ .,\-]+(\d{4}|\d{2})$")
});
/// `April 3, 2025`.
static MONTH_DAY: Lazy<Regex> =
    Lazy::new(|| pattern(r"^(\p{L}{3,})[ .\-]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$"));
/// `April 2025`.
static MONTH: Lazy<Regex> = Lazy::new(|| pattern(r"^(\p{L}{3,})[ .\-]+(\d{4})$"));

/// Whether the day stands before the month in a date, if that can be seen.
pub(super) fn is_day_first(cell: &str) -> Option<bool> {
    let parts = SLASHED
        .captures(&MIDNIGHT.replace(cell, ""))
        .map(|parts| [1, 3].map(|number| part(&parts, number)))?;
    match parts {
        [13..=31, 1..=12] => Some(true),
        [1..=12, 13..=31] => Some(false),
        _ => None,
    }
}

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
            false => Found::Date(with_month_name(&cell).unwrap_or_else(|| cell.into_owned())),
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

/// A date in which the month has its name, in any language of the bot's words. A year of two digits is one from 1950 to
/// 2049, as spreadsheets take it.
fn with_month_name(cell: &str) -> Option<String> {
    let text = |parts: &regex::Captures<'_>, number| {
        let found: Option<regex::Match<'_>> = parts.get(number);
        found.map_or(String::new(), |found| found.as_str().to_owned())
    };
    let (month, day, year) = if let Some(parts) = DAY_MONTH.captures(cell) {
        (text(&parts, 2), part(&parts, 1), part(&parts, 3))
    } else if let Some(parts) = MONTH_DAY.captures(cell) {
        (text(&parts, 1), part(&parts, 2), part(&parts, 3))
    } else {
        let parts = MONTH.captures(cell)?;
        (text(&parts, 1), 0, part(&parts, 2))
    };
    let month = u32::from(month_named(&month)?);
    let year = match year {
        0..50 => 2000 + year,
        50..100 => 1900 + year,
        year => year,
    };
    Some(match day {
        0 => format!("{year:04}-{month:02}"),
        day => iso(year, month, day),
    })
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
            ("3 April 2025", date("2025-04-03")),
            ("14 Maret 2025", date("2025-03-14")),
            ("1er août 2025", date("2025-08-01")),
            ("20-Apr-25", date("2025-04-20")),
            ("April 3, 2025", date("2025-04-03")),
            ("Mei 2025", date("2025-05")),
            // In French, two months begin so.
            ("3 jui 2025", date("3 jui 2025")),
            ("3 Brumaire 2025", date("3 Brumaire 2025")),
            (
                "3/4/2023",
                Found::Ambiguous("2023-04-03".to_owned(), "2023-03-04".to_owned()),
            ),
        ] {
            assert_eq!(read(cell, None), found, "{cell}");
        }
        assert_eq!(read("3/4/2023", Some(false)), date("2023-03-04"));
        assert_eq!(read("18/10/2023", Some(false)), date("2023-10-18"));
        for (cell, order) in [
            ("18/10/2023", Some(true)),
            ("10/18/2023", Some(false)),
            ("3/4/2023", None),
        ] {
            assert_eq!(is_day_first(cell), order, "{cell}");
        }
    }
}
