//! The bot's phrases in each language, from the Fluent files under `data/phrases/`, and dates and
//! numbers in words. What people said is in the fact file, not here.

pub mod attribution;

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use once_cell::sync::Lazy;

use crate::facts::date::{Date, Day, Point, Shape};
use crate::facts::decimal::Decimal;
use crate::facts::{AddressKind, Lang};

macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!("../data/phrases/", $lang, "/time.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/typed.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/claim.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/lead.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/answer.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/surface.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/pages.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/discord.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/terminal.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/picture.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/preview.ftl")),
            include_str!(concat!("../data/phrases/", $lang, "/form.ftl")),
        ]
    };
}

/// The content of a language's Fluent files.
pub fn sources(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::En => files!("en"),
        Lang::Id => files!("id"),
    }
}

static ENGLISH: Lazy<Phrases> = Lazy::new(|| Phrases::load(Lang::En));
static INDONESIAN: Lazy<Phrases> = Lazy::new(|| Phrases::load(Lang::Id));

/// The bot's phrases in one language.
pub struct Phrases {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Phrases {
    /// The phrases of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Id => &INDONESIAN,
        }
    }

    fn load(lang: Lang) -> Self {
        let locale = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        for text in sources(lang) {
            // A file with a mistake keeps its valid messages; a test rejects such a file.
            let resource = FluentResource::try_new(text.to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(good, _)| good));
        }
        Self { lang, bundle }
    }

    /// The language of the phrases.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A phrase without variables. An unknown key is returned unchanged; a test rejects unknown keys.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A phrase with its variables filled in.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.fill(
            key,
            values
                .iter()
                .map(|(name, value)| (*name, FluentValue::from(*value))),
        )
    }

    /// A phrase about `n` things; the phrase selects its plural form by `$n` and shows `$number`.
    pub fn plural(&self, key: &str, n: usize, values: &[(&str, &str)]) -> String {
        let number = self.count(n);
        let texts = values
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)));
        let numbers = [
            ("n", FluentValue::from(n)),
            ("number", FluentValue::from(number)),
        ];
        self.fill(key, texts.chain(numbers))
    }

    /// Every phrase whose key starts with this prefix, for surfaces that fill in the variables themselves: each
    /// variable appears as its name in braces.
    pub fn templates(&self, prefix: &str) -> BTreeMap<String, String> {
        let lines = sources(self.lang).into_iter().flat_map(str::lines);
        let keys = lines.filter_map(|line| Some(line.split_once(" =")?.0));
        let keys = keys.filter(|key| key.starts_with(prefix));
        keys.map(|key| (key.to_owned(), self.template(key)))
            .collect()
    }

    fn template(&self, key: &str) -> String {
        let Some(message) = self.bundle.get_message(key) else {
            return key.to_owned();
        };
        let Some(pattern) = message.value() else {
            return key.to_owned();
        };
        // A variable without a value is written as `{$name}`.
        let mut errors = Vec::new();
        let written = self.bundle.format_pattern(pattern, None, &mut errors);
        written.replace("{$", "{")
    }

    fn fill<'a>(
        &self,
        key: &str,
        values: impl Iterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            debug_assert!(false, "no phrase has the key {key}");
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(Cow::Owned(name.to_owned()), value);
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    /// A date at its own precision: 18 October 2024, 8–13 Oktober 2024, since 2006.
    pub fn date(&self, date: &Date) -> String {
        match date.shape() {
            Shape::At(point) => self.point(point),
            Shape::Span(from, to) if from == to => self.point(from),
            Shape::Span(from, to) => self.span(from, to),
            Shape::Since(from) => self.format("since", &[("date", &self.point(from))]),
            Shape::Until(to) => self.format("until", &[("date", &self.point(to))]),
        }
    }

    /// A day: 18 October 2024.
    pub fn day(&self, day: Day) -> String {
        let (month, date) = (Some(day.month), Some(day.day));
        self.point(Point {
            year: day.year,
            month,
            day: date,
            doubtful: false,
            uncertain: false,
        })
    }

    /// A whole number with the language's separators: 1,500 or 1.500.
    pub fn number(&self, number: i64) -> String {
        self.decimal(number.into())
    }

    /// A number with the language's separators: 1,500 or 1.500, 2.5 or 2,5.
    fn decimal(&self, number: Decimal) -> String {
        let (whole, fraction) = number.parts();
        let digits = whole.to_string();
        let mut text = String::new();
        if number.is_negative() {
            text.push('-');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&self.text("thousands"));
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.text("decimal-mark"));
            text.push_str(&fraction);
        }
        text
    }

    /// A number that somebody gave, as a newspaper prints it: 1,500, 2.5 million. It is never rounded: only a number
    /// that needs at most one decimal is given in millions or billions.
    pub fn given_number(&self, number: Decimal) -> String {
        let whole = number.whole().unwrap_or_default();
        let (key, tenth) = match whole.unsigned_abs() {
            1_000_000_000.. => ("billions", 100_000_000),
            1_000_000.. => ("millions", 100_000),
            _ => return self.decimal(number),
        };
        if whole % tenth != 0 {
            return self.decimal(number);
        }
        let number = self.decimal(Decimal::new(whole / tenth, 1));
        self.format(key, &[("number", &number)])
    }

    /// A number of things with the language's separators.
    pub fn count(&self, n: usize) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// The name of a language, or its code if there is no name for it.
    pub fn language(&self, code: &str) -> String {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        let key = format!("language-{}", primary.to_lowercase());
        match self.bundle.has_message(&key) {
            true => self.text(&key),
            false => code.to_owned(),
        }
    }

    /// What an address of a source is, in a word or two.
    pub fn address(&self, kind: AddressKind) -> String {
        self.text(&format!("address-{}", kind.word()))
    }

    /// Names in a row: a, b and c.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => self.format("list-two", &[("first", first), ("second", second)]),
            [start @ .., last] => {
                self.format("list-many", &[("start", &start.join(", ")), ("last", last)])
            }
        }
    }

    fn span(&self, from: Point, to: Point) -> String {
        let same_year = from.year == to.year;
        let same_month = same_year && from.month == to.month;
        let plain = !from.doubtful && !to.doubtful;
        match (from.day, to.day) {
            (Some(first), Some(_)) if same_month && plain => format!("{first}–{}", self.point(to)),
            (Some(_), Some(_)) if same_year && plain => {
                let start = self.point(from);
                let start = start.trim_end_matches(&format!(" {}", from.year));
                format!("{start} – {}", self.point(to))
            }
            _ => format!("{} – {}", self.point(from), self.point(to)),
        }
    }

    /// A point in time at its own precision: 18 October 2024, October 2024, 2024.
    pub fn point(&self, point: Point) -> String {
        self.point_with("month", point)
    }

    /// The same with the month in short: `Oct 2024`.
    pub fn short_point(&self, point: Point) -> String {
        self.point_with("short-month", point)
    }

    fn point_with(&self, key: &str, point: Point) -> String {
        let year = point.year.to_string();
        let month = |month| self.text(&format!("{key}-{month}"));
        let words = match (point.month, point.day) {
            (Some(name), Some(day)) => format!("{day} {} {year}", month(name)),
            (Some(name), None) => format!("{} {year}", month(name)),
            (None, _) => year,
        };
        if point.uncertain {
            self.format("perhaps-date", &[("date", &words)])
        } else if point.doubtful {
            self.format("about-date", &[("date", &words)])
        } else {
            words
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, date: &str, words: &str) {
        assert_eq!(
            Phrases::of(lang).date(&date.parse().unwrap()),
            words,
            "{date}"
        );
    }

    #[test]
    fn dates_keep_their_precision_in_words() {
        check(Lang::En, "2024-10-18", "18 October 2024");
        check(Lang::Id, "2024-10-18", "18 Oktober 2024");
        check(Lang::Id, "2024-10", "Oktober 2024");
        check(Lang::En, "2024", "2024");
        check(Lang::En, "2024-10-08/2024-10-13", "8–13 October 2024");
        check(
            Lang::Id,
            "2024-09-30/2024-10-13",
            "30 September – 13 Oktober 2024",
        );
        check(
            Lang::En,
            "2023-09/2024-02-27",
            "September 2023 – 27 February 2024",
        );
        check(Lang::Id, "2006/..", "sejak 2006");
        check(Lang::En, "2024~", "about 2024");
        check(Lang::En, "2024-10-08?", "perhaps 8 October 2024");
        check(Lang::Id, "2024-10?", "mungkin Oktober 2024");
        check(
            Lang::En,
            "2024-10-08?/2024-10-13",
            "perhaps 8 October 2024 – 13 October 2024",
        );
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Phrases::of(Lang::En).number(-1_234_567), "-1,234,567");
        assert_eq!(Phrases::of(Lang::Id).number(1500), "1.500");
        assert_eq!(Phrases::of(Lang::Id).number(999), "999");
    }

    #[test]
    fn a_round_number_is_given_as_newspapers_print_it() {
        for (number, english, indonesian) in [
            (Decimal::from(3_000_000), "3 million", "3 juta"),
            (2_500_000.into(), "2.5 million", "2,5 juta"),
            ((-1_000_000).into(), "-1 million", "-1 juta"),
            (2_540_000.into(), "2,540,000", "2.540.000"),
            (999_999.into(), "999,999", "999.999"),
            (900_000.into(), "900,000", "900.000"),
            (1_200_000_000.into(), "1.2 billion", "1,2 miliar"),
            (1_230_000_000.into(), "1,230,000,000", "1.230.000.000"),
            (Decimal::new(15005, 1), "1,500.5", "1.500,5"),
            (Decimal::new(5, 2), "0.05", "0,05"),
        ] {
            assert_eq!(Phrases::of(Lang::En).given_number(number), english);
            assert_eq!(Phrases::of(Lang::Id).given_number(number), indonesian);
        }
    }
}
