//! What the data of ICU say of a language: how it writes dates and numbers, and what it calls languages.
//!
//! Dates are taken apart once into what stands around the day and the year.

mod names;
mod numbers;

use std::fmt::{Display, Write};

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_locale::Locale;
use writeable::Writeable;

use super::Lang;
use super::invisible::seen;
pub use names::countries;
pub(super) use names::language_name;
use numbers::Numbers;

/// A date whose day and year stand nowhere else in a date.
const YEAR: i32 = 3579;
const DAY: u8 = 26;
/// A day that is written with a zero where days have two digits.
const EARLY: u8 = 6;

/// Room for most dates, in bytes.
const USUAL: usize = 32;

/// Names of months up to this length are written in full in short English dates.
const SHORT_ENGLISH: usize = 5;

/// How a language writes dates and numbers, and what it calls languages.
#[derive(Debug)]
pub struct Cldr {
    locale: Locale,
    numbers: Numbers,
    months: Vec<Month>,
    is_french: bool,
}

/// How dates in one month are written.
#[derive(Debug)]
struct Month {
    name: String,
    short: String,
    with_year: Pattern,
    with_year_short: Pattern,
    with_day: Pattern,
    whole: Pattern,
}

/// A date without its day and year.
type Pattern = Vec<Piece>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Day { padded: bool },
    Year,
    Text(String),
}

impl Cldr {
    /// The data of a language; dates are English if there are none.
    pub fn of(lang: Lang) -> Self {
        let locale = lang.locale();
        let mut cldr = Self {
            numbers: Numbers::of(&locale),
            locale,
            months: Vec::new(),
            is_french: lang.is("fr"),
        };
        cldr.months = match cldr.months_of(&dates(lang)) {
            Some(mut months) => {
                months
                    .iter_mut()
                    .filter(|_| lang.is("en"))
                    .for_each(Month::spell_out);
                months
            }
            None if lang == Lang::En => Vec::new(),
            None => {
                return Self {
                    months: Self::of(Lang::En).months,
                    ..cldr
                };
            }
        };
        cldr
    }

    /// The name of a month by itself: October.
    pub fn month_name(&self, month: u8) -> &str {
        self.month(month).map_or("", |one| &one.name)
    }

    /// The short name of a month by itself: Oct.
    pub fn short_month_name(&self, month: u8) -> &str {
        self.month(month).map_or("", |one| &one.short)
    }

    /// A month: October 2023.
    pub fn month_of_year(&self, year: i64, month: u8) -> String {
        let pattern = self.month(month).map(|one| &one.with_year);
        self.filled(pattern, year, 0)
    }

    /// A month in short: Oct 2023.
    pub fn short_month_of_year(&self, year: i64, month: u8) -> String {
        let pattern = self.month(month).map(|one| &one.with_year_short);
        self.filled(pattern, year, 0)
    }

    /// A day: 18 October 2023.
    pub fn day(&self, year: i64, month: u8, day: u8) -> String {
        self.filled(self.month(month).map(|one| &one.whole), year, day)
    }

    /// A day for which the year stands later: 30 September – 13 October 2023. `None` where the year stands first.
    pub fn day_without_year(&self, month: u8, day: u8) -> Option<String> {
        let one = self
            .month(month)
            .filter(|one| one.whole.last() == Some(&Piece::Year))?;
        Some(self.filled(Some(&one.with_day), 0, day))
    }

    /// The number of a day for which month and year stand later: 8–13 October 2023. `None` where they stand before it.
    pub fn day_without_month(&self, month: u8, day: u8) -> Option<String> {
        let first = self.month(month).and_then(|one| one.whole.first());
        let piece = first.filter(|piece| matches!(piece, Piece::Day { .. }))?;
        Some(self.filled(Some(&vec![piece.clone()]), 0, day))
    }

    /// A year.
    pub fn year(&self, year: i64) -> String {
        self.numbers.digits(&year.to_string())
    }

    /// A number in digits, such as `-1234.5`, with the language's marks.
    pub fn number(&self, number: &str) -> String {
        self.numbers.number(number)
    }

    /// The name of a language; `None` if it has none here.
    pub fn language(&self, tag: &str) -> Option<String> {
        language_name(tag, &self.locale)
    }

    fn month(&self, month: u8) -> Option<&Month> {
        self.months.get(usize::from(month).checked_sub(1)?)
    }

    fn filled(&self, pattern: Option<&Pattern>, year: i64, day: u8) -> String {
        let mut date = String::with_capacity(USUAL);
        for piece in pattern.into_iter().flatten() {
            match piece {
                Piece::Day { padded: true } => self.push(&mut date, format_args!("{day:02}")),
                // In French the first of a month has an ordinal number, of which the data know nothing.
                Piece::Day { padded: false } if day == 1 && self.is_french => date.push_str("1er"),
                Piece::Day { padded: false } => self.push(&mut date, day),
                Piece::Year => self.push(&mut date, year),
                Piece::Text(text) => date.push_str(text),
            }
        }
        date
    }

    /// Adds a number in the language's digits.
    fn push(&self, date: &mut String, number: impl Display) {
        let before = date.len();
        // Nothing fails to be written to a text.
        let _ = write!(date, "{number}");
        if !self.numbers.is_ascii {
            let number = date.split_off(before);
            date.push_str(&self.numbers.digits(&number));
        }
    }

    /// How dates in each month are written; `None` if there are no data.
    fn months_of(&self, locale: &Locale) -> Option<Vec<Month>> {
        macro_rules! formatter {
            ($fields:expr) => {
                Formatter::<Gregorian, _>::try_new(locale.into(), $fields).ok()?
            };
        }
        let (name, short) = (formatter!(M::long()), formatter!(M::medium()));
        let with_year = formatter!(YM::long());
        let (with_day, whole) = (formatter!(MD::long()), formatter!(YMD::long()));
        macro_rules! written {
            ($formatter:ident, $date:expr) => {
                seen(&$formatter.format(&$date).write_to_string())
            };
        }
        let month = |month| {
            let date = |day| Date::try_new_gregorian(YEAR, month, day).ok();
            let (late, early) = (date(DAY)?, date(EARLY)?);
            let name = written!(name, late);
            // The names of months without data.
            if name == format!("M{month:02}") {
                return None;
            }
            let short = written!(short, late);
            let with_year = self.taken_apart(&written!(with_year, late), "");
            let whole = self.taken_apart(&written!(whole, late), &written!(whole, early));
            let with_day = self.taken_apart(&written!(with_day, late), &written!(with_day, early));
            let has = |pattern: &Pattern, what: fn(&Piece) -> bool| pattern.iter().any(what);
            let is_day = |piece: &Piece| matches!(piece, Piece::Day { .. });
            let is_year = |piece: &Piece| *piece == Piece::Year;
            let good = has(&whole, is_day) && has(&whole, is_year) && has(&with_year, is_year);
            let shortened = |piece: &Piece| match piece {
                Piece::Text(text) => Piece::Text(text.replacen(&name, &short, 1)),
                piece => piece.clone(),
            };
            let with_year_short = with_year.iter().map(shortened).collect();
            good.then_some(Month {
                with_year_short,
                name,
                short,
                with_year,
                with_day,
                whole,
            })
        };
        (1..=12).map(month).collect()
    }

    /// A date as it is written, taken apart; `early` is the same with the other day.
    fn taken_apart(&self, date: &str, early: &str) -> Pattern {
        let (day, year) = (
            self.numbers.digits(&DAY.to_string()),
            self.year(YEAR.into()),
        );
        let padded = early.contains(&self.numbers.digits(&format!("{EARLY:02}")));
        let mut pieces = vec![Piece::Text(date.to_owned())];
        for (written, found) in [(day, Piece::Day { padded }), (year, Piece::Year)] {
            let at = pieces
                .iter()
                .enumerate()
                .find_map(|(at, piece)| match piece {
                    Piece::Text(text) => text.split_once(&written).map(|(before, after)| {
                        let (before, after) = (before.to_owned(), after.to_owned());
                        (at, [Piece::Text(before), found.clone(), Piece::Text(after)])
                    }),
                    _ => None,
                });
            if let Some((at, parts)) = at {
                pieces.splice(at..=at, parts);
            }
        }
        pieces.retain(|piece| *piece != Piece::Text(String::new()));
        pieces
    }
}

impl Month {
    /// Short months as English manuals write them: March, April, May, June and July are not shortened.
    fn spell_out(&mut self) {
        if self.name.chars().count() <= SHORT_ENGLISH {
            self.short.clone_from(&self.name);
            self.with_year_short.clone_from(&self.with_year);
        }
    }
}

/// The locale for dates. English without a region puts the day first, as most of the world does. Months of Brazil have
/// a pattern that cannot be written (icu_datetime 2.4); those of Portugal are the same.
fn dates(lang: Lang) -> Locale {
    match lang.code() {
        "en" => icu_locale::locale!("en-GB"),
        _ if lang.is("pt") => icu_locale::locale!("pt-PT"),
        _ => lang.locale(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cldr(tag: &str) -> Cldr {
        Cldr::of(Lang::of(tag).unwrap())
    }

    #[test]
    fn a_day_is_written_as_in_its_language() {
        for (tag, day, month) in [
            ("en", "8 October 2023", "October 2023"),
            ("en-US", "October 8, 2023", "October 2023"),
            ("id", "8 Oktober 2023", "Oktober 2023"),
            ("fr", "8 octobre 2023", "octobre 2023"),
            ("de", "8. Oktober 2023", "Oktober 2023"),
            ("pt-BR", "8 de outubro de 2023", "outubro de 2023"),
            ("ar", "8 أكتوبر 2023", "أكتوبر 2023"),
            ("ar-EG", "٨ أكتوبر ٢٠٢٣", "أكتوبر ٢٠٢٣"),
            ("ja", "2023年10月8日", "2023年10月"),
            ("ru", "8 октября 2023\u{202f}г.", "октябрь 2023\u{202f}г."),
            ("sr-Latn", "08. oktobar 2023.", "oktobar 2023."),
            ("tlh", "8 October 2023", "October 2023"),
        ] {
            assert_eq!(cldr(tag).day(2023, 10, 8), day, "{tag}");
            assert_eq!(cldr(tag).month_of_year(2023, 10), month, "{tag}");
        }
        assert_eq!(cldr("en").day(812, 1, 26), "26 January 812");
        assert_eq!(cldr("fr").day(2025, 4, 1), "1er avril 2025");
        assert_eq!(cldr("fr").day_without_month(4, 1).as_deref(), Some("1er"));
    }

    #[test]
    fn what_stands_later_is_left_out_before() {
        assert_eq!(cldr("en").day_without_month(10, 8).as_deref(), Some("8"));
        assert_eq!(
            cldr("pt").day_without_year(9, 30).as_deref(),
            Some("30 de setembro")
        );
        assert_eq!(cldr("en-US").day_without_month(10, 8), None);
        assert_eq!(cldr("ja").day_without_year(9, 30), None);
    }

    #[test]
    fn short_months_are_those_of_newspapers() {
        let short = |tag: &str| {
            let cldr = cldr(tag);
            (1..=12)
                .map(|month| cldr.short_month_of_year(2023, month))
                .collect::<Vec<_>>()
                .join(" ")
                .replace(" 2023", "")
        };
        assert_eq!(
            short("en"),
            "Jan Feb March April May June July Aug Sept Oct Nov Dec"
        );
        assert_eq!(
            short("id"),
            "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"
        );
    }

    #[test]
    fn numbers_and_languages_are_written_as_in_the_language() {
        assert_eq!(cldr("en").number("-1234567.5"), "-1,234,567.5");
        assert_eq!(cldr("id").number("1500"), "1.500");
        assert_eq!(cldr("fr").number("1500"), "1\u{202f}500");
        assert_eq!(cldr("es").number("1500"), "1500");
        assert_eq!(cldr("ar-EG").number("-1500"), "-١٬٥٠٠");
        assert_eq!(cldr("en").language("ru").as_deref(), Some("Russian"));
        assert_eq!(cldr("id").language("en").as_deref(), Some("Inggris"));
        assert_eq!(
            cldr("fr").language("pt-BR").as_deref(),
            Some("portugais brésilien")
        );
        assert_eq!(cldr("en").language("zz"), None);
    }
}
