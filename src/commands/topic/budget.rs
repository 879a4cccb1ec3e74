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

/// The number of characters between two phrases of the small print.
const SEPARATOR: usize = 3;

/// A message as it grows.
pub(super) struct Budget {
    /// The first line is the small print.
    lines: Vec<String>,
    inferred: bool,
    cited: BTreeSet<usize>,
}

impl Budget {
    /// A message with these lines around the body, and the lead on a line of its own.
    pub(super) fn new(frame: Vec<String>, lead: &[Sentence]) -> Self {
        let mut budget = Self {
            lines: frame,
            inferred: lead.iter().any(|one| one.inferred),
            cited: BTreeSet::new(),
        };
        let lead: Vec<String> = lead.iter().map(|one| budget.text(&one.spans)).collect();
        budget.lines.push(lead.join(" "));
        budget
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
            let text = self.text(line);
            let label = if at == 0 { label } else { "" };
            self.lines.push(format!("{label}{text}"));
        }
        let fits = self.fits(composer);
        if !fits {
            self.lines.truncate(before);
            self.cited = cited;
            self.inferred = inferred_before;
        }
        fits
    }

    /// Whether the message, with a line that names its sources, is short enough.
    fn fits(&self, composer: &Composer<'_>) -> bool {
        let sources = self.cited.iter().filter_map(|number| {
            let source = composer.citations.source(*number)?;
            Some(format!("[{number}] {}", source.publisher))
        });
        let sources = sources.collect::<Vec<_>>().join(" · ");
        let lengths = self.lines.iter().chain([&sources]);
        let mut lengths: Vec<usize> = lengths.map(|line| line.chars().count()).collect();
        if let Some(small) = lengths.first_mut().filter(|_| self.inferred) {
            *small += composer.words.text("footer-inferred").chars().count() + SEPARATOR;
        }
        let characters: usize = lengths.iter().map(|length| length + 1).sum();
        let lines: usize = lengths
            .iter()
            .map(|length| length.div_ceil(COLUMNS).max(1))
            .sum();
        characters <= MOST_CHARACTERS && lines <= MOST_LINES
    }

    /// The text as it is read, with the numbers of its sources.
    fn text(&mut self, spans: &[Span]) -> String {
        let mut text = String::new();
        for span in spans {
            match span {
                Span::Text(words) | Span::Verbatim(words) => text.push_str(words),
                Span::Quoted { words, lang: _ } => text.push_str(&format!("“{words}”")),
                Span::Cite(number) => {
                    text.push_str(&format!("[{number}]"));
                    self.cited.insert(*number);
                }
            }
        }
        text
    }
}
