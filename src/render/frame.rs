//! The parts around the body of every page, cut to a size that fits every renderer.

use super::{clean, weight};
use crate::answer::Answer;
use crate::phrases::Phrases;

/// The maximum weight of each part; together they leave more than half of a page for the body.
const TITLE_MAX: usize = 240;
const QUESTION_MAX: usize = 500;
const NOTICES_MAX: usize = 1_000;
const FOOTER_MAX: usize = 700;
/// The maximum weight of the markup of a phrase and of the separator after it.
const BETWEEN: usize = 6;
/// The maximum weight of the page number.
const AROUND: usize = 60;

/// The parts around the body of every page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The heading of the answer.
    pub title: String,
    /// The question, in words; never blank.
    pub question: Option<String>,
    /// `as known on 13 December 2025`; never blank.
    pub as_of: Option<String>,
    /// The bot's own remarks; none is blank.
    pub notices: Vec<String>,
    /// Small print, one phrase each; none is blank.
    pub footer: Vec<String>,
}

impl Frame {
    /// The frame of every page of an answer.
    pub fn of(answer: &Answer) -> Self {
        Self {
            title: weight::shorten(&clean::line(&answer.title), TITLE_MAX),
            question: phrases(answer.question.as_slice(), QUESTION_MAX).pop(),
            as_of: answer
                .as_of
                .map(|day| Phrases::of(answer.lang).known_on(day)),
            notices: phrases(&answer.notices, NOTICES_MAX),
            footer: phrases(&answer.footer, FOOTER_MAX),
        }
    }

    /// Its maximum weight as Discord Markdown.
    pub fn weight(&self) -> usize {
        let optional = [&self.question, &self.as_of];
        let single = optional.into_iter().flatten();
        let all = single.chain(&self.notices).chain(&self.footer);
        let phrases: usize = all.map(|text| weight::text(text) + BETWEEN).sum();
        weight::text(&self.title) + phrases + AROUND
    }
}

/// As many phrases as fit into this weight together; the first that does not fit is cut, and the rest is left out.
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
