//! A page as plain text or for the terminal: a title, a column of headings, the entries, then the sources.
//!
//! The caller chooses the width and whether to use colour and links.

mod actions;
mod flow;
mod ink;
mod layout;

use super::Page;
use crate::answer::{Entry, Reference, SectionRole, Span};
use crate::phrases::Phrases;
use flow::width;
use ink::{Ink, Run};
use layout::Sheet;

/// The extra indent of continuation lines, in columns.
const HANG: usize = 2;
/// The maximum length, in bytes, of the end of a citation that is kept on one line.
const LONGEST_DATE: usize = 20;

/// How a page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The width in columns; limited to 40 to 100, because longer lines are hard to read.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
    /// Whether numbers and addresses become links (OSC 8).
    pub links: bool,
}

impl Default for Style {
    /// Plain text for a file or a pipe.
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            links: false,
        }
    }
}

/// A page as text; every line ends with a line break.
pub fn text(page: &Page<'_>, style: Style) -> String {
    let words = Phrases::of(page.answer.lang);
    let drawing = Drawing { page, words };
    let mut sheet = Sheet::new(style, &drawing.headings());
    drawing.head(&mut sheet);
    drawing.lead(&mut sheet);
    for section in &page.sections {
        sheet.heading(&section.heading, accent(section.role));
        // Entries are separated by blank lines if any but the last has many notes.
        let followed = section.entries.split_last();
        let long = followed.is_some_and(|(_, some)| some.iter().any(|one| one.notes.len() > 2));
        for entry in &section.entries {
            if long {
                sheet.air();
            }
            drawing.entry(entry, &mut sheet);
        }
    }
    drawing.sources(&mut sheet);
    drawing.foot(&mut sheet);
    drawing.actions(&mut sheet);
    sheet.finish()
}

/// Draws a page as text.
struct Drawing<'a> {
    page: &'a Page<'a>,
    words: &'static Phrases,
}

impl Drawing<'_> {
    /// All headings of the whole answer, so that all its pages have the same columns.
    fn headings(&self) -> Vec<String> {
        let sections = self.page.answer.sections.iter();
        let own = [self.words.text("heading-more")];
        sections
            .map(|section| section.heading.clone())
            .chain(own)
            .collect()
    }

    fn head(&self, sheet: &mut Sheet) {
        let frame = &self.page.frame;
        let title = Run::new(&frame.title, Ink::Title);
        let as_of = frame.as_of.as_deref().unwrap_or_default();
        sheet.both_ends(title, Run::new(as_of, Ink::Faint));
        if let Some(question) = &frame.question {
            sheet.paragraph(&[Run::new(question, Ink::Plain)], 0, 0);
        }
        for notice in &frame.notices {
            sheet.gap();
            sheet.paragraph(&[Run::new(notice, Ink::Notice)], 0, 0);
        }
    }

    fn lead(&self, sheet: &mut Sheet) {
        let mut runs = Vec::new();
        for sentence in &self.page.lead {
            if !runs.is_empty() {
                runs.push(Run::new(" ", Ink::Plain));
            }
            runs.extend(self.runs(&sentence.spans, Ink::Plain));
        }
        if !runs.is_empty() {
            sheet.gap();
            sheet.paragraph(&runs, 0, 0);
        }
    }

    fn entry(&self, entry: &Entry, sheet: &mut Sheet) {
        let notes = if let Some(reference) = self.page.spelled_out(entry) {
            self.source(reference, sheet);
            self.column()
        } else if let Some(text) = entry.verbatim() {
            sheet.block(text);
            0
        } else {
            let mut runs = Vec::new();
            let label = entry.label.text();
            if !label.trim().is_empty() {
                runs.push(Run::new(label.trim(), Ink::Label));
                runs.push(Run::new(&self.words.colon(), Ink::Plain));
            }
            runs.extend(self.runs(&entry.body, Ink::Plain));
            sheet.item(&runs);
            sheet.indent() + HANG
        };
        for note in &entry.notes {
            let mut runs = vec![Run::new("– ", Ink::Faint)];
            runs.extend(self.runs(&note.spans, Ink::Plain));
            sheet.paragraph(&runs, notes, notes + HANG);
        }
    }

    /// Text with its numbers; a no-break space keeps the first number with the word before it.
    fn runs(&self, spans: &[Span], ink: Ink) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for span in spans {
            match span {
                Span::Text(text) => runs.push(Run::new(text, ink)),
                Span::Quoted { words, lang: _ } => {
                    let quoted = self.words.format("quoted", &[("words", words)]);
                    runs.push(Run::new(&quoted, ink));
                }
                Span::Cite(number) => {
                    if let Some(before) = runs.last_mut().filter(|run| run.text.ends_with(' ')) {
                        before.text.pop();
                        before.text.push('\u{a0}');
                    }
                    runs.push(self.number(*number));
                }
                // `entry` draws it on its own lines.
                Span::Verbatim(_) => {}
            }
        }
        runs
    }

    fn number(&self, number: usize) -> Run {
        let reference = self.page.reference(number);
        let url = reference.and_then(|one| one.source.address());
        Run::new(&format!("[{number}]"), Ink::Number).to(url)
    }

    /// The numbered sources of the page, over the whole width like footnotes.
    fn sources(&self, sheet: &mut Sheet) {
        let listed = self.page.listed();
        if !listed.is_empty() {
            sheet.gap();
            let heading = self.words.text("heading-sources");
            sheet.paragraph(&[Run::new(&heading, Ink::Heading)], 0, 0);
        }
        for reference in listed {
            self.source(reference, sheet);
        }
    }

    fn source(&self, reference: &Reference, sheet: &mut Sheet) {
        let number = self.number(reference.number);
        let text = Run::new(&dated(reference.text().trim()), Ink::Plain);
        let first = reference.untold_address().and_then(address);
        sheet.source(number, text, first, self.column());
        if let Some((kind, url)) = reference.untold_second()
            && let Some(second) = address(url)
        {
            let label = self.words.address(kind) + &self.words.colon();
            sheet.below(&[Run::new(&label, Ink::Faint), second], self.column());
        }
    }

    /// The column in which citations begin, after their numbers.
    fn column(&self) -> usize {
        let numbers = self
            .page
            .references
            .iter()
            .map(|one| self.number(one.number));
        numbers.map(|number| width(&[number])).max().unwrap_or(0) + 1
    }

    /// The small print; phrases are broken only if they are wider than a line.
    fn foot(&self, sheet: &mut Sheet) {
        let mut phrases = self.page.frame.footer.clone();
        phrases.extend(self.page.position());
        if !phrases.is_empty() {
            sheet.gap();
            let whole = phrases.iter().map(|phrase| phrase.replace(' ', "\u{a0}"));
            let line = whole.collect::<Vec<_>>().join("\u{a0}· ");
            sheet.paragraph(&[Run::new(&line, Ink::Faint)], 0, 0);
        }
    }

    fn actions(&self, sheet: &mut Sheet) {
        let cells = actions::cells(self.page, self.words);
        if !cells.is_empty() {
            sheet.heading(&self.words.text("heading-more"), Ink::Heading);
            sheet.grid(&cells);
        }
    }
}

/// Denials stand out, because a reader must not miss them.
fn accent(role: SectionRole) -> Ink {
    match role {
        SectionRole::Denied => Ink::Denial,
        _ => Ink::Heading,
    }
}

/// A citation with no-break spaces between its last words, usually the date.
fn dated(citation: &str) -> String {
    match citation.rmatch_indices(' ').nth(2) {
        Some((at, _)) if citation.len() - at <= LONGEST_DATE => {
            let (start, end) = citation.split_at(at + 1);
            format!("{start}{}", end.replace(' ', "\u{a0}"))
        }
        _ => citation.to_owned(),
    }
}

/// An address as a link.
fn address(url: &str) -> Option<Run> {
    let shown = super::clean::address(url)?;
    Some(Run::new(&shown, Ink::Address).to(Some(url)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stays_on_one_line() {
        assert_eq!(
            dated("Log, “x”, 18 October 2023"),
            "Log, “x”, 18\u{a0}October\u{a0}2023"
        );
        assert_eq!(dated("Log"), "Log");
        let long = "Log, extraordinarily-long-word October 2023";
        assert_eq!(dated(long), long);
    }
}
