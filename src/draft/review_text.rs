//! The sentence of a claim from linked data, in each language.

use super::json::Node;
use super::record::Draft;
use super::review_reading::{Reading, found};

impl Reading<'_> {
    /// The sentence: of a review, the words that it reviews and those of its rating.
    pub(super) fn text(
        &mut self,
        draft: &mut Draft,
        stated: &Node,
        words: &str,
        tongue: Option<&str>,
        is_review: bool,
    ) {
        let rating = self.node.get("reviewRating");
        let rated = ["alternateName", "name", "ratingExplanation"]
            .iter()
            .find_map(|key| found(rating.get(key)));
        if is_review && rated.is_none() {
            self.lacks(
                draft,
                "rating in words",
                "a number alone says nothing: give reviewRating an alternateName.",
            );
        }
        let tagged = |code: &str| {
            let mut each = stated.each().iter();
            each.find(|one| one.get("@language").text().is_some_and(|tag| tag == code))
        };
        for code in &self.dossier.languages {
            let text = match tagged(code) {
                Some(one) => one.get("@value").text(),
                None => Some(words.to_owned()).filter(|words| {
                    !words.is_empty() && tongue.is_some_and(|tongue| same(tongue, code))
                }),
            };
            let text = match (text, &rated) {
                (Some(text), Some((rating, _))) if is_review => {
                    Some(format!("“{text}”: “{rating}”"))
                }
                (text, _) => text,
            };
            match text {
                Some(text) => draft.put(&format!("text.{code}"), text, &self.at(stated)),
                None => {
                    let what = format!("text in {code}");
                    let help = "give it inLanguage or name its language with --language; what it does not say in this language, add by hand with sumber add claim.";
                    self.lacks(draft, &what, help);
                }
            }
        }
    }
}

/// Whether two codes are of one language: `en-GB` and `en`.
fn same(one: &str, other: &str) -> bool {
    let primary = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    primary(one) == primary(other)
}
