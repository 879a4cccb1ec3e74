//! The label of an entry: the speaker and the date in parts, so that each renderer can format the date itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::facts::When;
use crate::facts::date::Date;
use crate::facts::vocabulary::Basis;

/// The speaker and the date, in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(Vec<Part>);

/// A part of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The separator between this part and the previous one.
    pub joint: &'static str,
    /// The text.
    pub text: String,
    /// The date of the claim, if this part is that date.
    pub said: Option<Said>,
    /// Whether this part is an inferred date.
    pub inferred: bool,
}

/// A date, and whether it was stated or inferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// The date, in EDTF.
    pub when: Date,
    /// Stated or inferred.
    pub basis: Basis,
}

impl Label {
    /// The same label with one more part after a comma.
    #[must_use]
    pub fn comma(self, text: impl Into<String>) -> Self {
        self.with_part(", ", text.into(), None, false)
    }

    /// The same label with one more part after a dot.
    #[must_use]
    pub fn dot(self, text: impl Into<String>) -> Self {
        self.with_part(" · ", text.into(), None, false)
    }

    /// The same label with the date of the claim, in words.
    #[must_use]
    pub fn said(self, when: &When, words: String) -> Self {
        self.with_part(
            ", ",
            words,
            Some(Said::of(when)),
            when.basis == Basis::Inferred,
        )
    }

    /// The same label with the date of the claim in coarser words, such as its month, which are not marked as inferred.
    #[must_use]
    pub fn about(self, when: &When, words: String) -> Self {
        self.with_part(", ", words, Some(Said::of(when)), false)
    }

    /// The same label with another date, in words.
    #[must_use]
    pub fn date(self, words: String, basis: Basis) -> Self {
        self.with_part(", ", words, None, basis == Basis::Inferred)
    }

    /// The same label with the parts of another label after a dot.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        for (at, mut part) in other.0.into_iter().enumerate() {
            if at == 0 {
                part.joint = " · ";
            }
            self.0.push(part);
        }
        self
    }

    fn with_part(
        mut self,
        joint: &'static str,
        text: String,
        said: Option<Said>,
        inferred: bool,
    ) -> Self {
        if !text.is_empty() {
            self.0.push(Part {
                joint,
                text,
                said,
                inferred,
            });
        }
        self
    }

    /// The same label with every text changed; parts that become empty are left out.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        let mut changed = self.clone();
        for part in &mut changed.0 {
            part.text = change(&part.text);
        }
        changed.0.retain(|part| !part.text.is_empty());
        changed
    }

    /// The same label with the text of its first part changed.
    #[must_use]
    pub fn map_first(mut self, change: impl Fn(&str) -> String) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.text = change(&first.text);
        }
        self
    }

    /// The text of each part.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|part| part.text.as_str())
    }

    /// Whether it contains an inferred date.
    pub fn is_inferred(&self) -> bool {
        self.0.iter().any(|part| part.inferred)
    }

    /// The whole label.
    pub fn text(&self) -> String {
        join(&self.0)
    }

    /// The label without the claim's date, and the part that holds that date.
    pub fn split(&self) -> (String, Option<&Part>) {
        let rest: Vec<Part> = self
            .0
            .iter()
            .filter(|one| one.said.is_none())
            .cloned()
            .collect();
        let said = self.0.iter().find(|part| part.said.is_some());
        (join(&rest), said)
    }
}

fn join(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(part.joint);
        }
        text.push_str(&part.text);
    }
    text
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::default().comma(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::default().comma(text)
    }
}

impl Said {
    /// A date of a claim.
    pub fn of(when: &When) -> Self {
        Self {
            when: when.when.clone(),
            basis: when.basis,
        }
    }
}
