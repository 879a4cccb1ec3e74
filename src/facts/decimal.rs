//! A number as a fact file gives it: whole, or with a fraction in decimals, and never rounded.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The most digits after the point.
const MOST_PLACES: u32 = 9;

/// A number with at most nine decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All its digits, as a whole number.
    digits: i64,
    /// How many of them stand after the point; the last of these is not 0.
    places: u32,
}

impl Decimal {
    /// A number by all its digits and how many of them stand after the point, at most nine.
    pub fn new(mut digits: i64, places: u32) -> Self {
        let mut places = places.min(MOST_PLACES);
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Self { digits, places }
    }

    /// Itself if it is whole.
    pub fn whole(self) -> Option<i64> {
        (self.places == 0).then_some(self.digits)
    }

    /// The nearest floating-point number, to draw it.
    pub fn as_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(self.places.cast_signed())
    }

    /// The digits before the point, without sign, and those after it, which may be none.
    pub fn parts(self) -> (u64, String) {
        let one = 10_u64.pow(self.places);
        let digits = self.digits.unsigned_abs();
        let width = self.places as usize;
        let fraction = match width {
            0 => String::new(),
            _ => format!("{:0width$}", digits % one),
        };
        (digits / one, fraction)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The shortest decimals of a floating-point number; `None` if it is not finite or has too many digits.
    fn of(number: f64) -> Option<Self> {
        let text = number.is_finite().then(|| number.to_string())?;
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let places = u32::try_from(fraction.len()).ok()?;
        let digits = format!("{whole}{fraction}").parse().ok()?;
        (places <= MOST_PLACES).then(|| Self::new(digits, places))
    }

    fn in_units(self) -> i128 {
        i128::from(self.digits) * 10_i128.pow(MOST_PLACES - self.places)
    }
}

impl From<i64> for Decimal {
    fn from(digits: i64) -> Self {
        Self { digits, places: 0 }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.in_units().cmp(&other.in_units())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let (whole, fraction) = self.parts();
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.as_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsNumber)
    }
}

struct AsNumber;

impl Visitor<'_> for AsNumber {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        Decimal::of(number).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_printed_as_it_was_written() {
        for text in ["2.5", "0.05", "-0.5", "1500", "-7", "1234567.125"] {
            let number = Decimal::of(text.parse().unwrap()).unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(serde_json::to_string(&number).unwrap(), text);
        }
        assert_eq!(Decimal::of(3.0), Some(3.into()));
        for number in [f64::NAN, f64::INFINITY, 1e30, 1e-12] {
            assert_eq!(Decimal::of(number), None);
        }
    }

    #[test]
    fn numbers_are_ordered_by_value() {
        let half = Decimal::new(25, 1);
        assert!(Decimal::from(2) < half && half < 3.into());
        assert!(Decimal::from(i64::MAX) > half);
    }
}
