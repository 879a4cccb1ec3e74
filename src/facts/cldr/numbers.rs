//! How a language writes numbers: its digits, and the marks in long ones.

use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale::Locale;
use writeable::Writeable;

use crate::facts::invisible::seen;

/// How a language writes numbers.
#[derive(Debug)]
pub(super) struct Numbers {
    /// `None`: as in the facts.
    formatter: Option<DecimalFormatter>,
    digits: [String; 10],
    /// Whether these are those of ASCII.
    pub(super) is_ascii: bool,
}

impl Numbers {
    /// Those of a language.
    pub(super) fn of(locale: &Locale) -> Self {
        let mut numbers = Self {
            formatter: DecimalFormatter::try_new(locale.into(), <_>::default()).ok(),
            digits: <_>::default(),
            is_ascii: true,
        };
        numbers.digits = std::array::from_fn(|digit| numbers.decimal(&digit.to_string()));
        numbers.is_ascii = numbers.digits.iter().all(|digit| digit.is_ascii());
        numbers
    }

    /// A number such as `-1234.5`, with the language's marks.
    pub(super) fn number(&self, number: &str) -> String {
        // No language groups so few digits.
        match number.len() < 4 && number.bytes().all(|digit| digit.is_ascii_digit()) {
            true => self.digits(number),
            false => self.decimal(number),
        }
    }

    /// A number without marks.
    pub(super) fn digits(&self, number: &str) -> String {
        if self.is_ascii {
            return number.to_owned();
        }
        let digit = |letter: char| {
            let digit = letter
                .to_digit(10)
                .and_then(|digit| self.digits.get(digit as usize));
            digit.map_or(letter.to_string(), String::clone)
        };
        number.chars().map(digit).collect()
    }

    fn decimal(&self, number: &str) -> String {
        match (&self.formatter, number.parse::<Decimal>()) {
            (Some(formatter), Ok(number)) => seen(&formatter.format(&number).write_to_string()),
            _ => number.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Lang;

    #[test]
    fn short_numbers_are_written_as_long_ones_are() {
        for tag in [
            "en", "id", "fr", "es", "de", "hi", "pl", "ar-EG", "fa", "my",
        ] {
            let numbers = Numbers::of(&Lang::of(tag).unwrap().locale());
            for number in ["0", "7", "42", "999"] {
                assert_eq!(numbers.number(number), numbers.decimal(number), "{tag}");
            }
        }
    }
}
