//! What stands around the body of every page, cut to a size that every surface can hold.

use super::{clean, weight};
use crate::answer::Answer;
use crate::phrases::Phrases;

/// Most that each part may weigh; together they leave a page more than half its room.
const TITLE_MAX: usize = 240;
const QUESTION_MAX: usize = 500;
const NOTICES_MAX: usize = 1_000;
const FOOTER_MAX: usize = 700;
/// What separates a phrase from the next and makes it look as it does takes at most.
const BETWEEN: usize = 6;
/// What the number of the page takes at most.
const AROUND: usize = 60;

/// What stands around the body of every page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The heading of the answer.
    pub title: String,
    /// The question in words; never blank.
    pub question: Option<String>,
    /// On which day this was known, in words; never blank.
    pub as_of: Option<String>,
    /// The bot's own remarks; none is blank.
    pub notices: Vec<String>,
    /// Small print, one phrase each; none is blank.
    pub footer: Vec<String>,
}

impl Frame {
    /// The frame of every page of an answer.
    pub fn of(answer: &Answer) -> Self {
        let one = |text: &Option<String>, most| {
            let text = text.as_deref().unwrap_or_default();
            phrases(std::slice::from_ref(&text.to_owned()), most).pop()
        };
        Self {
            title: weight::shorten(&clean::line(&answer.title), TITLE_MAX),
            question: one(&answer.question, QUESTION_MAX),
            as_of: answer
                .as_of
                .map(|day| Phrases::of(answer.lang).known_on(day)),
            notices: phrases(&answer.notices, NOTICES_MAX),
            footer: phrases(&answer.footer, FOOTER_MAX),
        }
    }

    /// What it takes as Discord Markdown, at most.
    pub fn weight(&self) -> usize {
        let optional = [&self.question, &self.as_of];
        let single = optional.into_iter().flatten();
        let all = single.chain(&self.notices).chain(&self.footer);
        let phrases: usize = all.map(|text| weight::text(text) + BETWEEN).sum();
        weight::text(&self.title) + phrases + AROUND
    }
}

/// Phrases that weigh no more than this together; the one that goes beyond is cut, and the last.
fn phrases(texts: &[String], most: usize) -> Vec<String> {
    let mut room = most;
    let mut kept = Vec::new();
    for text in texts.iter().map(|text| clean::line(text)) {
        if text.is_empty() {
            continue;
        }
        let text = weight::shorten(&text, room.saturating_sub(BETWEEN));
        if text.is_empty() {
            break;
        }
        room = room.saturating_sub(weight::text(&text) + BETWEEN);
        kept.push(text);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_cut_at_their_limit_and_blank_ones_are_left_out() {
        let texts = ["one", " ", "two", "three"].map(str::to_owned);
        assert_eq!(phrases(&texts, 9 + 9 + 9), ["one", "two", "th…"]);
        assert_eq!(phrases(&texts, 100), ["one", "two", "three"]);
    }
}
