//! The fixed words of the fact file: kinds of speakers, claims, evidence and links.
//!
//! `phrases` has their translations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Enums that are written in kebab-case.
macro_rules! words {
    ($($(#[$doc:meta])* pub enum $name:ident { $($variants:tt)* })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize, JsonSchema, IntoStaticStr, VariantArray)]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum $name { $($variants)* }

        impl $name {
            /// As written in the fact file; also the end of its phrase's key.
            pub fn word(self) -> &'static str {
                self.into()
            }
        }
    )+};
}

words! {
    /// What a speaker is.
    pub enum SpeakerKind {
        /// A human being.
        Person,
        /// A country.
        State,
        /// A ministry, army, court, union, expert panel …
        Body,
        /// A news agency.
        Agency,
        /// A company, broadcasters and newspapers among them.
        Company,
    }

    /// What the speaker does in a claim.
    pub enum Kind {
        /// Says that it is so.
        Asserts,
        /// Says that it is not so.
        Denies,
        /// Says that what others said is so.
        Confirms,
        /// Judges or estimates.
        Assesses,
        /// Passes on, without vouching for it.
        Reports,
        /// Leaves the question open.
        Declines,
    }

    /// Whether a date was stated or inferred.
    pub enum Basis {
        /// Printed in full by the document or a source.
        Stated,
        /// Worked out; the reason is given.
        Inferred,
    }

    /// What a source does for a claim.
    pub enum Role {
        /// Where the claim was first found.
        Origin,
        /// Carries the same.
        Confirms,
        /// Carries it with another detail.
        Differs,
        /// Carries only a part of it: cited, but not counted.
        Part,
        /// Says otherwise.
        Contradicts,
    }

    /// In what a source differs from a claim.
    pub enum Difference {
        /// In a number.
        Number,
        /// In a date.
        Date,
        /// In who said or did it.
        Who,
        /// In the wording only.
        Wording,
    }

    /// The relation of one claim to another.
    pub enum LinkKind {
        /// Speaks for it.
        Supports,
        /// Says that it is not so.
        Denies,
        /// Says, later, that it is so.
        Confirms,
        /// Narrows it or adds a condition.
        Qualifies,
        /// Takes its place.
        Supersedes,
        /// Says the same again.
        Repeats,
        /// Replies to it.
        Answers,
        /// Belongs to the same statement, event or text.
        PartOf,
        /// Helps to understand it.
        Context,
    }

    /// How exactly a number was given.
    pub enum Qualifier {
        /// That number.
        Exact,
        /// About that number.
        About,
        /// That number or more.
        AtLeast,
        /// More than that number.
        Over,
        /// That number or fewer.
        UpTo,
        /// "Some" in the source's words.
        Some,
        /// Likely that number.
        Likely,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_is_written() {
        for kind in LinkKind::VARIANTS {
            let read: LinkKind = serde_json::from_value(kind.word().into()).unwrap();
            assert_eq!(read, *kind);
        }
    }
}
