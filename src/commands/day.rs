//! Reads days, months and years as people write them: in EDTF, in numbers, or with the names of months and weekdays
//! in any language.

use icu_normalizer::ComposingNormalizerBorrowed;
use once_cell::sync::Lazy;

use super::names::{folded, listed};
use crate::facts::date::{Date, Day, Shape};
use crate::facts::is_hidden;
use crate::phrases::{LANGUAGES, Phrases, month_named};

/// The least number of letters that stand for the name of a weekday.
const SHORTEST: usize = 3;

/// The maximum length of a text that may be a day, in bytes.
const LONGEST: usize = 200;

static WEEKDAYS: Lazy<Vec<String>> = Lazy::new(|| listed("typed-weekdays"));

/// Words around the number of a day: the 18th of, tanggal 18.
static BESIDE_NUMBERS: Lazy<Vec<String>> = Lazy::new(|| listed("typed-beside-numbers"));

/// The days that depend on when somebody asks.
static RELATIVE: Lazy<Vec<Vec<String>>> = Lazy::new(|| separated("typed-relative-days"));

/// The words between the commas of a list, which is a phrase of every language.
fn separated(key: &str) -> Vec<Vec<String>> {
    let lists = LANGUAGES
        .iter()
        .map(|lang| Phrases::of(*lang).text(key))
        .collect::<Vec<_>>();
    let between = lists.iter().flat_map(|list| list.split(','));
    between.map(folded).collect()
}

/// The first day of a day, month or year, as [`day`] reads it.
pub(super) fn first_day(text: &str) -> Option<Day> {
    let date = only(dates(text))?;
    at(&date)?;
    date.earliest()
}

/// The last day of a day, month or year: `2023-10-18`, `2023`, `Jumat, 18 Oktober 2023`, `18/10/2023`. Numbers must
/// mean one day only.
pub(super) fn day(text: &str) -> Option<Day> {
    at(&only(dates(text))?)
}

/// Every day that a text may mean. Numbers such as `03/04/2023` give two: first read as day and month, then as month
/// and day.
pub(super) fn readings(text: &str) -> Vec<Day> {
    dates(text).iter().filter_map(at).collect()
}

/// Whether a text is a day such as yesterday, which depends on when somebody asks.
pub(super) fn is_relative(text: &str) -> bool {
    RELATIVE.contains(&folded(text))
}

fn only(dates: Vec<Date>) -> Option<Date> {
    let mut dates = dates.into_iter();
    dates.next().filter(|_| dates.next().is_none())
}

/// The last day of one point in time; `None` for a span of days, for which no single day is meant.
fn at(date: &Date) -> Option<Day> {
    let day = match date.shape() {
        Shape::At(_) => date.latest(),
        Shape::Span(..) | Shape::Since(_) | Shape::Until(_) => None,
    };
    day.filter(|day| (1..=9999).contains(&day.year))
}

/// Every date that a text may mean. What follows a colon says what happened on that day.
fn dates(text: &str) -> Vec<Date> {
    let text = text.split(':').next().unwrap_or(text);
    if text.len() > LONGEST {
        return Vec::new();
    }
    let seen: String = text.chars().filter(|letter| !is_hidden(*letter)).collect();
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(&seen);
    match text.trim().parse() {
        Ok(date) => vec![date],
        Err(_) => Parts::of(&text).map_or_else(Vec::new, |parts| parts.dates()),
    }
}

/// The numbers of a date, as written and in their order, and the month that it names.
#[derive(Default)]
struct Parts {
    numbers: Vec<String>,
    month: Option<u8>,
}

impl Parts {
    /// `None` if a word belongs to no date. A weekday says nothing, even a wrong one.
    fn of(text: &str) -> Option<Self> {
        let mut parts = Self::default();
        for word in folded(text) {
            let (digits, letters): (String, String) =
                word.chars().partition(|letter| letter.is_ascii_digit());
            let names =
                |name: &String| letters.chars().count() >= SHORTEST && name.starts_with(&letters);
            match month_named(&letters) {
                _ if letters.is_empty() || BESIDE_NUMBERS.contains(&letters) => {}
                Some(month) if parts.month.is_none() => parts.month = Some(month),
                None if digits.is_empty() && WEEKDAYS.iter().any(names) => {}
                _ => return None,
            }
            if !digits.is_empty() {
                parts.numbers.push(digits);
            }
        }
        Some(parts)
    }

    /// The dates that they may mean.
    fn dates(&self) -> Vec<Date> {
        let numbers: Vec<&str> = self.numbers.iter().map(String::as_str).collect();
        let is_year = |number: &str| number.len() == 4;
        let year = numbers.iter().position(|number| is_year(number));
        let named = self.month.map(|month| month.to_string());
        let written: Vec<[&str; 3]> = match (named.as_deref(), numbers.as_slice(), year) {
            (Some(month), [year], Some(0)) => vec![[year, month, ""]],
            (Some(month), [year, day], Some(0)) | (Some(month), [day, year], Some(1)) => {
                vec![[year, month, day]]
            }
            (None, [year], Some(0)) => vec![[year, "", ""]],
            (None, [year, month], Some(0)) | (None, [month, year], Some(1)) => {
                vec![[year, month, ""]]
            }
            (None, [year, month, day], Some(0)) => vec![[year, month, day]],
            (None, [first, second, year], Some(2)) => {
                vec![[year, second, first], [year, first, second]]
            }
            (None, [whole], None) if whole.len() == 8 => {
                let (year, rest) = whole.split_at(4);
                let (month, day) = rest.split_at(2);
                vec![[year, month, day]]
            }
            _ => Vec::new(),
        };
        let mut dates: Vec<Date> = written.into_iter().filter_map(date).collect();
        dates.dedup();
        dates
    }
}

/// The date of a year, month and day in digits, as far as they are given.
fn date([year, month, day]: [&str; 3]) -> Option<Date> {
    let written = match (month, day) {
        ("", _) => year.to_owned(),
        (month, "") => format!("{year}-{month:0>2}"),
        (month, day) => format!("{year}-{month:0>2}-{day:0>2}"),
    };
    written.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(
            day(text).map(|day| day.to_string()).as_deref(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        check("2023-10-18", Some("2023-10-18"));
        check("2023-10", Some("2023-10-31"));
        check("2023", Some("2023-12-31"));
        check("18 Oktober 2023", Some("2023-10-18"));
        check("October 18, 2023", Some("2023-10-18"));
        check("2023 Oct 18", Some("2023-10-18"));
        check("18-Oct-2023", Some("2023-10-18"));
        check("agu 2023", Some("2023-08-31"));
        check("the year 2023", Some("2023-12-31"));
        for text in [
            "2023-02-30",
            "next week",
            "18",
            "",
            "18 October",
            "Friday",
            "1,500",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn numbers_are_read_where_only_one_day_can_be_meant() {
        for text in ["18-10-2023", "18/10/2023", "18.10.2023", "10/18/2023"] {
            check(text, Some("2023-10-18"));
        }
        for text in [
            "2023/10/18",
            "2023.10.18",
            "20231018",
            "2023 10 18",
            "18 10 2023",
        ] {
            check(text, Some("2023-10-18"));
        }
        check("2023/1/5", Some("2023-01-05"));
        check("2023/10", Some("2023-10-31"));
        check("10/2023", Some("2023-10-31"));
        check("5/5/2023", Some("2023-05-05"));
        check("03/04/2023", None);
        let both: Vec<String> = readings("03/04/2023").iter().map(Day::to_string).collect();
        assert_eq!(both, ["2023-04-03", "2023-03-04"]);
        for text in [
            "31/02/2023",
            "18/10/24",
            "20231318",
            "2023/18/10",
            "1/2/3/2023",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn weekdays_ordinals_and_fillers_say_nothing() {
        for text in [
            "Jumat, 18 Oktober 2023",
            "Jum’at 18/10/2023",
            "Jum. 18-10-2023",
            "Senin, 18 Oktober 2023",
            "Fri 18 Oct 2023",
            "Friday 2023-10-18",
            "18th October 2023",
            "October 18th, 2023",
            "Friday, the 18th of October, 2023",
            "on 18 October 2023",
            "tanggal 18 Oktober 2023",
            "tgl. 18-10-2023",
            "hari Jumat tanggal 18 bulan Oktober tahun 2023",
        ] {
            check(text, Some("2023-10-18"));
        }
        check("1st of May 2023", Some("2023-05-01"));
        check("ke-2 Mei 2023", Some("2023-05-02"));
    }

    #[test]
    fn months_are_read_as_they_are_shortened() {
        for (text, expected) in [
            ("18 Agt 2023", "2023-08-18"),
            ("18 Ags. 2023", "2023-08-18"),
            ("Sept 2023", "2023-09-30"),
            ("Okt. 2023", "2023-10-31"),
            ("Nop 2023", "2023-11-30"),
            ("Nopember 2023", "2023-11-30"),
            ("3 Pebruari 2023", "2023-02-03"),
            ("DES 2023", "2023-12-31"),
        ] {
            check(text, Some(expected));
        }
    }

    #[test]
    fn width_and_unseen_characters_make_no_difference() {
        for text in [
            "２０２３-１０-１８",
            "２０２３／１０／１８",
            "2023‑10‑18",
            "2023–10–18",
            "18\u{a0}October\u{202f}2023",
            "18\u{3000}Oktober，2023",
            "\u{200b}2023-10-18\u{feff}",
        ] {
            check(text, Some("2023-10-18"));
        }
    }

    #[test]
    fn what_follows_a_colon_is_no_part_of_the_day() {
        check("13 December 2025: Gazette, Radio Lune", Some("2025-12-13"));
        check("December 2025: 2023", Some("2025-12-31"));
        assert_eq!(
            first_day("Des 2025: Gazette").unwrap().to_string(),
            "2025-12-01"
        );
    }

    #[test]
    fn a_day_that_depends_on_today_is_known_as_such() {
        for text in [
            "yesterday",
            "Today",
            " kemarin ",
            "hari ini",
            "minggu lalu",
            "last week",
        ] {
            check(text, None);
            assert!(is_relative(text), "{text}");
        }
        assert!(!is_relative("next to it") && !is_relative(""));
    }

    #[test]
    fn a_day_is_one_point_in_the_years_from_1_to_9999() {
        check("2023-10-08/2023-10-13", None);
        check("2023-10-08/..", None);
        check("0001", Some("0001-12-31"));
        check("9999", Some("9999-12-31"));
        for text in ["0000", "-0044", "Y17000000002", "01/01/0000"] {
            check(text, None);
        }
    }
}
