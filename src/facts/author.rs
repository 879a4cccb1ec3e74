//! Who wrote a source: persons and institutions, named as the source names them.

use std::fmt;

use serde::Serialize;

/// Who wrote a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Author {
    /// A person.
    Person {
        /// The name under which a bibliography lists the person; the whole name if it is one word or never taken apart.
        family: String,
        /// The rest of the name.
        #[serde(skip_serializing_if = "Option::is_none")]
        given: Option<String>,
    },
    /// An institution.
    Institution {
        /// Its name.
        name: String,
    },
}

impl Author {
    /// The name by which a bibliography lists the author.
    pub fn listed(&self) -> &str {
        match self {
            Self::Person { family, given: _ } => family,
            Self::Institution { name } => name,
        }
    }

    /// Family name and given name, if both stand apart and a style may turn them round or shorten the given name.
    ///
    /// A script without capitals has no initials, and its names keep their own order.
    pub fn parts(&self) -> Option<(&str, &str)> {
        let Self::Person { family, given } = self else {
            return None;
        };
        let given = given.as_deref()?;
        let has_case = |letter: char| letter.is_lowercase() || letter.is_uppercase();
        let cased = family.contains(has_case) && given.contains(has_case);
        cased.then_some((family, given))
    }
}

/// The whole name as it is spoken: `Ina Moll`, `김철수`.
impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person {
                family,
                given: Some(given),
            } => match family.contains(is_east_asian) {
                true => write!(f, "{family}{given}"),
                false => write!(f, "{given} {family}"),
            },
            Self::Person {
                family,
                given: None,
            } => f.write_str(family),
            Self::Institution { name } => f.write_str(name),
        }
    }
}

/// Whether names in the script of a letter begin with the family name, without a space: Chinese, Japanese, Korean.
fn is_east_asian(letter: char) -> bool {
    matches!(
        letter,
        '\u{1100}'..='\u{11ff}'
            | '\u{3040}'..='\u{30ff}'
            | '\u{3130}'..='\u{318f}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(family: &str, given: &str, whole: &str, parts: bool) {
        let author = Author::Person {
            family: family.into(),
            given: Some(given.into()),
        };
        assert_eq!(author.to_string(), whole);
        assert_eq!(author.parts().is_some(), parts, "{whole}");
    }

    #[test]
    fn a_name_keeps_the_order_of_its_script() {
        check("Moll", "Ina", "Ina Moll", true);
        check("Песков", "Дмитрий", "Дмитрий Песков", true);
        check("김", "철수", "김철수", false);
        check("山田", "太郎", "山田太郎", false);
        check("حداد", "ليلى", "ليلى حداد", false);
    }
}
