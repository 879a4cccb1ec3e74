//! The fixed words of the fact file: kinds of speakers, claims, evidence and links.
//!
//! How they read in a language is the business of `phrases`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares an enum that is written in kebab-case, with the list of all its words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$word_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word, in the order of this page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As written in the fact file; also the end of its phrase's key.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

words! {
    /// What a speaker is.
    SpeakerKind {
        /// A human being.
        Person = "person",
        /// A country.
        State = "state",
        /// A ministry, army, court, union, expert panel …
        Body = "body",
        /// A news agency.
        Agency = "agency",
        /// A company, broadcasters and newspapers among them.
        Company = "company",
    }
}

words! {
    /// What somebody does in a claim.
    Kind {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is not so.
        Denies = "denies",
        /// Says that what others said is so.
        Confirms = "confirms",
        /// Judges or estimates.
        Assesses = "assesses",
        /// Passes on, without vouching for it.
        Reports = "reports",
        /// Leaves the question open.
        Declines = "declines",
    }
}

words! {
    /// Whether a date was printed or worked out.
    Basis {
        /// Printed in full by the document or a source.
        Stated = "stated",
        /// Worked out; the reason is given.
        Inferred = "inferred",
    }
}

words! {
    /// What a source does for a claim.
    Role {
        /// Where the claim was first found.
        Origin = "origin",
        /// Carries the same.
        Confirms = "confirms",
        /// Carries it with another detail.
        Differs = "differs",
        /// Says otherwise.
        Contradicts = "contradicts",
    }
}

words! {
    /// How one claim stands to another.
    LinkKind {
        /// Speaks for it.
        Supports = "supports",
        /// Says that it is not so.
        Denies = "denies",
        /// Says, later, that it is so.
        Confirms = "confirms",
        /// Narrows it or adds a condition.
        Qualifies = "qualifies",
        /// Takes its place.
        Supersedes = "supersedes",
        /// Says the same again.
        Repeats = "repeats",
        /// Replies to it.
        Answers = "answers",
        /// Belongs to the same statement, event or text.
        PartOf = "part-of",
        /// Helps to understand it.
        Context = "context",
    }
}

words! {
    /// How exactly a number was given.
    Qualifier {
        /// That number.
        Exact = "exact",
        /// About that number.
        About = "about",
        /// That number or more.
        AtLeast = "at-least",
        /// More than that number.
        Over = "over",
        /// That number or fewer.
        UpTo = "up-to",
        /// "Some" in the source's words.
        Some = "some",
        /// Likely that number.
        Likely = "likely",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_is_written() {
        for kind in LinkKind::ALL {
            let read: LinkKind = serde_json::from_value(kind.word().into()).unwrap();
            assert_eq!(read, *kind);
        }
    }
}
