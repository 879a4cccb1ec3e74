//! How much of a short answer a reader sees: visible characters, and lines on a narrow screen.

use std::collections::BTreeSet;

use super::super::statement::Composer;
use crate::answer::{Entry, Sentence, Span};

/// The maximum number of visible characters, a little under the promised 1,000.
const MOST_CHARACTERS: usize = 985;
/// The maximum number of lines of [`COLUMNS`].
const MOST_LINES: usize = 16;
/// The width of a line.
const COLUMNS: usize = 60;

/// The number of characters between two phrases of the small print, or two sources.
const SEPARATOR: usize = 3;
/// The number of quotation marks around a quotation.
const MARKS: usize = 2;

/// A message as it grows.
pub(super) struct Budget {
    /// How long each line is; the first is the small print.
    lines: Vec<usize>,
    inferred: bool,
    cited: BTreeSet<usize>,
}

impl Budget {
    /// A message with these lines around the body, and the lead on a line of its own.
    pub(super) fn new(frame: Vec<String>, lead: &[Sentence]) -> Self {
        let mut budget = Self {
            lines: frame.iter().map(|line| length(line)).collect(),
            inferred: lead.iter().any(|one| one.inferred),
            cited: BTreeSet::new(),
        };
        let lengths = lead.iter().map(|one| budget.length(&one.spans) + 1);
        let lead = lengths.sum::<usize>().saturating_sub(1);
        budget.lines.push(lead);
        budget
    }

    /// The number of characters for which there is room on one more line; 0 if there is room for none.
    pub(super) fn room(&self, composer: &Composer<'_>) -> usize {
        let (characters, lines) = self.left(composer).unwrap_or_default();
        characters.saturating_sub(1).min(lines * COLUMNS)
    }

    /// Adds an entry if there is room for it.
    pub(super) fn take(&mut self, composer: &Composer<'_>, entry: &Entry) -> bool {
        let label = match entry.label.text() {
            label if label.is_empty() => label,
            label => label + &composer.words.colon(),
        };
        let mut lines = vec![&entry.body];
        lines.extend(entry.notes.iter().map(|note| &note.spans));
        self.add(composer, lines, &label, entry.has_inferred_date())
    }

    /// Adds lines if there is room for them; the first follows a label.
    pub(super) fn add(
        &mut self,
        composer: &Composer<'_>,
        lines: Vec<&Vec<Span>>,
        label: &str,
        inferred: bool,
    ) -> bool {
        let (before, cited) = (self.lines.len(), self.cited.clone());
        let inferred_before = self.inferred;
        self.inferred |= inferred;
        for (at, line) in lines.into_iter().enumerate() {
            let label = if at == 0 { length(label) } else { 0 };
            let text = self.length(line);
            self.lines.push(label + text);
        }
        let fits = self.left(composer).is_some();
        if !fits {
            self.lines.truncate(before);
            self.cited = cited;
            self.inferred = inferred_before;
        }
        fits
    }

    /// For how many more characters and lines there is room beside the message and a line that names its sources; `None`
    /// if they are too long.
    fn left(&self, composer: &Composer<'_>) -> Option<(usize, usize)> {
        let sources = self.cited.iter().filter_map(|number| {
            let source = composer.citations.source(*number)?;
            Some(cited(*number) + " ".len() + length(&source.publisher) + SEPARATOR)
        });
        let sources = sources.sum::<usize>().saturating_sub(SEPARATOR);
        let mut lengths = [self.lines.as_slice(), &[sources]].concat();
        if let Some(small) = lengths.first_mut().filter(|_| self.inferred) {
            *small += length(&composer.words.text("footer-inferred")) + SEPARATOR;
        }
        let characters: usize = lengths.iter().map(|length| length + 1).sum();
        let lines: usize = lengths
            .iter()
            .map(|length| length.div_ceil(COLUMNS).max(1))
            .sum();
        let characters = MOST_CHARACTERS.checked_sub(characters)?;
        Some((characters, MOST_LINES.checked_sub(lines)?))
    }

    /// How long a text is as it is read, with the numbers of its sources.
    fn length(&mut self, spans: &[Span]) -> usize {
        let lengths = spans.iter().map(|span| match span {
            Span::Text(words) | Span::Verbatim(words) => length(words),
            Span::Quoted { words, lang: _ } => length(words) + MARKS,
            Span::Cite(number) => {
                self.cited.insert(*number);
                cited(*number)
            }
        });
        lengths.sum()
    }
}

/// The number of characters.
pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// The length of the number of a source: `[12]`.
fn cited(number: usize) -> usize {
    number.to_string().len() + "[]".len()
}
