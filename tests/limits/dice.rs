//! Choices made by chance: numbers, words and texts.

/// Choices, drawn one after the other; the first of each where they run out.
pub(crate) struct Dice {
    rolls: std::vec::IntoIter<u32>,
}

impl Dice {
    pub(crate) fn new(rolls: Vec<u32>) -> Self {
        let rolls = rolls.into_iter();
        Self { rolls }
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        let roll = self.rolls.next().unwrap_or_default();
        usize::try_from(roll).unwrap() % most.max(1)
    }

    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    pub(crate) fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    /// Several different numbers below `most`, at least one.
    pub(crate) fn some(&mut self, most: usize, several: usize) -> Vec<usize> {
        let mut some: Vec<usize> = (0..=self.below(several))
            .map(|_| self.below(most))
            .collect();
        some.sort_unstable();
        some.dedup();
        some
    }

    /// A text of at most `most` code points that no check refuses.
    pub(crate) fn text(&mut self, most: usize) -> String {
        let length = match self.below(8) {
            0..5 => self.below(60),
            5 | 6 => self.below(200),
            _ => most,
        };
        let mut text = self.of(&WORDS).to_owned();
        while text.chars().count() < length.min(most) {
            text.push(' ');
            text.push_str(self.of(&WORDS));
        }
        let text: String = text.chars().take(most).collect();
        text.trim_end_matches(['\u{200d}', ' ']).to_owned()
    }

    /// A text in both languages, as a line of TOML for each.
    pub(crate) fn texts(&mut self, key: &str, most: usize) -> String {
        let (english, indonesian) = (self.text(most - 4), self.text(most - 4));
        let indonesian = format!("{indonesian} (b)");
        format!(
            "{key}.en = {}\n{key}.id = {}\n",
            quoted(&english),
            quoted(&indonesian)
        )
    }
}

/// A text as a string of TOML.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}

/// Pieces of texts. None is a word that the house rules of wording refuse.
const WORDS: [&str; 26] = [
    "soldiers",
    "went",
    "1,500",
    "“so”",
    "to",
    "the",
    "kapal",
    "*bold*",
    "_x_",
    "`rm`",
    "||s||",
    "[a](https://example.org)",
    "<@1>",
    "@everyone",
    "# x",
    "- y",
    "> z",
    "\\",
    "https://example.org/a_(b)",
    "漢字漢字漢字",
    "김정은",
    "العربية",
    "नमस्ते",
    "👩🏽‍🚀",
    "e\u{301}e\u{301}",
    "~~x~~",
];
