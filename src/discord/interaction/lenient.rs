//! JSON values that are read as what they should be, and left out if they are something else.
//!
//! Nothing here fails for JSON that is well formed. Texts without escapes are borrowed from it. If a name comes twice in
//! an object, the last value counts.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// A kind of value: what is made of each kind of JSON. The default is what an odd one becomes.
pub(super) trait Shape<'a>: Default {
    /// From a text, a number, a boolean or null.
    fn of_scalar(_: Scalar<'a>) -> Self {
        Self::default()
    }

    /// From an array.
    fn of_array<A: SeqAccess<'a>>(mut array: A) -> Result<Self, A::Error> {
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::default())
    }

    /// From an object.
    fn of_object<A: MapAccess<'a>>(mut object: A) -> Result<Self, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::default())
    }
}

/// Reads a value of whatever kind.
pub(super) fn read<'a, T: Shape<'a>, D: Deserializer<'a>>(json: D) -> Result<T, D::Error> {
    json.deserialize_any(Reader(PhantomData))
}

/// A text, a number or a boolean.
#[derive(Debug, Default, PartialEq)]
pub(super) enum Scalar<'a> {
    Text(Cow<'a, str>),
    Number(Number),
    Bool(bool),
    /// Null, or something else.
    #[default]
    None,
}

impl Scalar<'_> {
    /// It as text; an INTEGER may come as 2010.0.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => {
                let text = number.to_string();
                Some(Cow::Owned(
                    text.strip_suffix(".0").unwrap_or(&text).to_owned(),
                ))
            }
            Self::Bool(is) => Some(Cow::Borrowed(if *is { "true" } else { "false" })),
            Self::None => None,
        }
    }

    /// A number, or a text of digits, as ids and permissions are written.
    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) if number.is_u64() => number.as_u64(),
            scalar => scalar.text()?.parse().ok(),
        }
    }
}

impl<'a> Shape<'a> for Scalar<'a> {
    fn of_scalar(scalar: Scalar<'a>) -> Self {
        scalar
    }
}

/// Whether there is something, even null.
#[derive(Debug, Default)]
pub(super) struct Presence(pub(super) bool);

/// The first `MOST` elements of an array.
#[derive(Debug)]
pub(super) struct List<T, const MOST: usize>(pub(super) Vec<T>);

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T: Deserialize<'a>, const MOST: usize> Shape<'a> for List<T, MOST> {
    fn of_array<A: SeqAccess<'a>>(mut array: A) -> Result<Self, A::Error> {
        let mut list = Vec::new();
        while list.len() < MOST {
            match array.next_element()? {
                Some(element) => list.push(element),
                None => return Ok(Self(list)),
            }
        }
        while array.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self(list))
    }
}

impl<'a> Deserialize<'a> for Scalar<'a> {
    fn deserialize<D: Deserializer<'a>>(json: D) -> Result<Self, D::Error> {
        read(json)
    }
}

impl<'a> Deserialize<'a> for Presence {
    fn deserialize<D: Deserializer<'a>>(json: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(json).map(|_| Self(true))
    }
}

impl<'a, T: Deserialize<'a>, const MOST: usize> Deserialize<'a> for List<T, MOST> {
    fn deserialize<D: Deserializer<'a>>(json: D) -> Result<Self, D::Error> {
        read(json)
    }
}

/// Defines an object by the fields that are read of it: their types and their names in JSON.
macro_rules! object {
    ($(#[$doc:meta])* $object:ident { $($field:ident: $kind:ty = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(super) struct $object<'a> {
            $(pub(super) $field: $kind,)*
            lifetime: std::marker::PhantomData<&'a ()>,
        }

        impl<'a> crate::discord::interaction::lenient::Shape<'a> for $object<'a> {
            fn of_object<A: serde::de::MapAccess<'a>>(mut object: A) -> Result<Self, A::Error> {
                let mut read = Self::default();
                while let Some(name) = object.next_key::<Scalar<'_>>()? {
                    match name {
                        $(Scalar::Text(name) if name == $name => read.$field = object.next_value()?,)*
                        _ => {
                            object.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(read)
            }
        }

        impl<'a> serde::de::Deserialize<'a> for $object<'a> {
            fn deserialize<D: serde::de::Deserializer<'a>>(json: D) -> Result<Self, D::Error> {
                crate::discord::interaction::lenient::read(json)
            }
        }
    };
}
pub(super) use object;

/// Reads one value.
struct Reader<T>(PhantomData<T>);

impl<'a, T: Shape<'a>> Visitor<'a> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::Bool(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::Number(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::Number(value.into())))
    }

    fn visit_f64<E>(self, value: f64) -> Result<T, E> {
        let number = Number::from_f64(value);
        Ok(T::of_scalar(number.map_or(Scalar::None, Scalar::Number)))
    }

    fn visit_borrowed_str<E>(self, value: &'a str) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::Text(Cow::Borrowed(value))))
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::Text(Cow::Owned(value.to_owned()))))
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::of_scalar(Scalar::None))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, array: A) -> Result<T, A::Error> {
        T::of_array(array)
    }

    fn visit_map<A: MapAccess<'a>>(self, object: A) -> Result<T, A::Error> {
        T::of_object(object)
    }
}
