//! The bot's phrases in each language, from the Fluent files under `data/phrases/`, and dates and
//! numbers in words. What people said is in the fact file, not here.

pub mod attribution;
mod dates;
mod months;
mod words;

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use fluent_bundle::{FluentArgs, FluentValue};
use once_cell::sync::Lazy;

pub use months::month_named;
pub use words::{LANGUAGES, sources, worded};

use attribution::capitalised;
use words::Words;

use crate::facts::cldr::Cldr;
use crate::facts::decimal::Decimal;
use crate::facts::{AddressKind, Lang};

/// The phrases of every language that was asked for so far.
static PHRASES: Lazy<RwLock<Vec<&'static Phrases>>> = Lazy::new(RwLock::default);

/// Room for most phrases, in bytes.
const USUAL: usize = 96;

/// The bot's phrases in one language.
pub struct Phrases {
    lang: Lang,
    words: &'static Words,
    cldr: Cldr,
    colon: String,
}

impl Phrases {
    /// The phrases of a language. Where the bot has no words in it, they are English.
    pub fn of(lang: Lang) -> &'static Self {
        let of = |held: &[&'static Self]| held.iter().find(|one| one.lang == lang).copied();
        let held = PHRASES.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(phrases) = of(&held) {
            return phrases;
        }
        drop(held);
        let mut held = PHRASES.write().unwrap_or_else(PoisonError::into_inner);
        of(&held).unwrap_or_else(|| {
            // Dossiers have few languages, and each is kept for good.
            let phrases = Box::leak(Box::new(Self::new(lang)));
            held.push(phrases);
            phrases
        })
    }

    fn new(lang: Lang) -> Self {
        let mut phrases = Self {
            lang,
            words: words::of(lang),
            cldr: Cldr::of(lang),
            colon: String::new(),
        };
        phrases.colon = phrases.text("colon") + " ";
        phrases
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
        let lines = sources(self.lang).iter().flat_map(|text| text.lines());
        let keys = lines.filter_map(|line| Some(line.split_once(" =")?.0));
        let keys = keys.filter(|key| key.starts_with(prefix));
        keys.map(|key| (key.to_owned(), self.template(key)))
            .collect()
    }

    fn template(&self, key: &str) -> String {
        let Some(message) = self.words.get_message(key) else {
            return key.to_owned();
        };
        let Some(pattern) = message.value() else {
            return key.to_owned();
        };
        // A variable without a value is written as `{$name}`.
        let mut errors = Vec::new();
        let written = self.words.format_pattern(pattern, None, &mut errors);
        written.replace("{$", "{")
    }

    fn fill<'a>(
        &self,
        key: &str,
        values: impl Iterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        let Some(pattern) = self
            .words
            .get_message(key)
            .and_then(|message| message.value())
        else {
            debug_assert!(false, "no phrase has the key {key}");
            return key.to_owned();
        };
        let args: FluentArgs<'_> = values.collect();
        let (mut phrase, mut errors) = (String::with_capacity(USUAL), Vec::new());
        // Nothing fails to be written to a text.
        let _ = self
            .words
            .write_pattern(&mut phrase, pattern, Some(&args), &mut errors);
        phrase
    }

    /// A whole number with the language's separators: 1,500 or 1.500.
    pub fn number(&self, number: i64) -> String {
        self.decimal(number.into())
    }

    /// A number with the language's marks: 1,500 or 1.500, 2.5 or 2,5.
    fn decimal(&self, number: Decimal) -> String {
        self.cldr.number(&number.to_string())
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
        let many = whole.unsigned_abs() / tenth.unsigned_abs();
        let number = self.decimal(Decimal::new(whole / tenth, 1));
        let values = [
            ("n", FluentValue::from(many / 10)),
            ("number", FluentValue::from(number)),
        ];
        self.fill(key, values.into_iter())
    }

    /// A number of things with the language's separators.
    pub fn count(&self, n: usize) -> String {
        self.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// The name of a language without its script and region, or its code if there is no name for it.
    pub fn language(&self, code: &str) -> String {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        let name = self.cldr.language(&primary.to_lowercase());
        name.unwrap_or_else(|| code.to_owned())
    }

    /// The name of a language of the dossier.
    pub fn spoken(&self, lang: Lang) -> String {
        let name = self.cldr.language(lang.code());
        name.unwrap_or_else(|| self.language(lang.code()))
    }

    /// The name of the language in itself.
    pub fn own_name(&self) -> String {
        match worded(self.lang) == self.lang {
            true => self.text("language-name"),
            false => capitalised(&self.spoken(self.lang)),
        }
    }

    /// What an address of a source is, in a word or two.
    pub fn address(&self, kind: AddressKind) -> String {
        self.text(&format!("address-{}", kind.word()))
    }

    /// Names in a row: a, b and c.
    pub fn list(&self, items: &[String]) -> String {
        self.row(items, ["list-two", "list-many"])
    }

    /// Alternatives in a row: a, b or c.
    pub fn either(&self, items: &[String]) -> String {
        self.row(items, ["unreadable-or-two", "unreadable-or-many"])
    }

    /// What stands between a label and its text: a colon and a space.
    pub fn colon(&self) -> String {
        self.colon.clone()
    }

    /// A label and its text: Timeline: Eastport.
    pub fn labelled(&self, label: &str, text: &str) -> String {
        [label, &self.colon, text].concat()
    }

    fn row(&self, items: &[String], [two, many]: [&str; 2]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => self.format(two, &[("first", first), ("second", second)]),
            [start @ .., last] => {
                self.format(many, &[("start", &start.join(", ")), ("last", last)])
            }
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
        check(Lang::En, "2023-10-18", "18 October 2023");
        check(Lang::Id, "2023-10-18", "18 Oktober 2023");
        check(Lang::Id, "2023-10", "Oktober 2023");
        check(Lang::En, "2023", "2023");
        check(Lang::En, "2023-10-08/2023-10-13", "8–13 October 2023");
        check(
            Lang::Id,
            "2023-09-30/2023-10-13",
            "30 September – 13 Oktober 2023",
        );
        check(
            Lang::En,
            "2022-09/2023-02-27",
            "September 2022 – 27 February 2023",
        );
        check(Lang::Id, "2006/..", "sejak 2006");
        check(Lang::En, "2023~", "about 2023");
        check(Lang::En, "2023-10-08?", "perhaps 8 October 2023");
        check(Lang::Id, "2023-10?", "mungkin Oktober 2023");
        check(
            Lang::En,
            "2023-10-08?/2023-10-13",
            "perhaps 8 October 2023 – 13 October 2023",
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
