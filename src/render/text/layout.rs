//! The layout of lines: headings in a column next to the text, or above it.

use super::flow::{width, wrap};
use super::ink::{Ink, Run, paint};
use super::{HANG, Style};

/// The minimum and maximum width at which text is easy to read.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;
/// The widest heading that still gets its own column, and the window width needed for that column.
const WIDEST_HEADING: usize = 14;
const COLUMN_NEEDS: usize = 60;
/// The number of columns between a heading and the text, and between two cells.
const GUTTER: usize = 2;

/// The lines of text written so far.
pub(super) struct Sheet {
    style: Style,
    width: usize,
    /// The column in which the text begins, if headings are next to it.
    column: Option<usize>,
    /// The heading to be put next to the next line of text.
    beside: Option<Run>,
    /// Whether the last line is a heading.
    headed: bool,
    out: String,
}

impl Sheet {
    pub(super) fn new(style: Style, headings: &[String]) -> Self {
        let total = style.width.clamp(NARROWEST, WIDEST);
        let widths = headings
            .iter()
            .map(|heading| width(&[Run::new(heading, Ink::Heading)]));
        let widest = widths.max().unwrap_or_default();
        let fits = widest <= WIDEST_HEADING && total >= COLUMN_NEEDS;
        Self {
            style,
            width: total,
            column: fits.then_some(widest + GUTTER),
            beside: None,
            headed: false,
            out: String::new(),
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Adds an empty line, unless there is one already or nothing above.
    pub(super) fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Adds an empty line, unless a heading is pending or directly above.
    pub(super) fn air(&mut self) {
        if self.beside.is_none() && !self.headed {
            self.gap();
        }
        self.headed = false;
    }

    /// One line with a piece at the left end and one at the right; two lines if they do not fit.
    pub(super) fn both_ends(&mut self, left: Run, right: Run) {
        let taken = width(&[left.clone(), right.clone()]);
        if taken + GUTTER < self.width && !right.text.is_empty() {
            let between = Run::new("", Ink::Plain).with(" ".repeat(self.width - taken));
            self.line(&[left, between, right]);
            return;
        }
        for run in [left, right] {
            if !run.text.is_empty() {
                self.paragraph(&[run], 0, 0);
            }
        }
    }

    /// Begins a section; the heading is next to its first line or above it.
    pub(super) fn heading(&mut self, heading: &str, ink: Ink) {
        self.gap();
        let run = Run::new(heading.trim(), ink);
        if run.text.is_empty() {
            self.beside = None;
        } else if self.column.is_some() {
            self.beside = Some(run);
        } else {
            self.paragraph(&[run], 0, 0);
            self.headed = true;
        }
    }

    /// Text under the heading, with a hanging indent.
    pub(super) fn item(&mut self, runs: &[Run]) {
        self.paragraph(runs, self.indent(), self.indent() + HANG);
    }

    /// Unchanged lines without an indent, so that they can be copied or piped into a program.
    pub(super) fn block(&mut self, text: &str) {
        self.beside = None;
        self.gap();
        for line in text.lines() {
            self.line(&[Run::new("", Ink::Plain).with(line.to_owned())]);
        }
        self.gap();
    }

    /// A numbered citation and its address, on one line if both fit.
    pub(super) fn source(&mut self, number: Run, text: Run, address: Option<Run>, column: usize) {
        let gap = spaces(column - width(std::slice::from_ref(&number)));
        let mut citation = vec![text];
        let (between, room) = (spaces(GUTTER), self.width - column);
        let whole = |one: &Run| width(&[citation[0].clone(), between.clone(), one.clone()]);
        let below = match address {
            Some(address) if whole(&address) <= room => {
                citation.extend([between, address]);
                None
            }
            other => other,
        };
        self.beside = None;
        self.wrapped(vec![number, gap], &citation, column, column);
        if let Some(address) = below {
            self.line(&[spaces(column), address]);
        }
    }

    /// More of a citation, on a line of its own.
    pub(super) fn below(&mut self, runs: &[Run], column: usize) {
        let line: Vec<Run> = [spaces(column)]
            .into_iter()
            .chain(runs.iter().cloned())
            .collect();
        self.line(&line);
    }

    /// Cells in as many columns as fit; one below the other if a cell is too wide for a line.
    pub(super) fn grid(&mut self, cells: &[Vec<Run>]) {
        let widest = cells.iter().map(|cell| width(cell)).max().unwrap_or(0) + GUTTER;
        let room = self.width - self.indent() + GUTTER;
        if widest > room {
            for cell in cells {
                let runs: Vec<Run> = cell.iter().cloned().map(unbreak).collect();
                self.item(&runs);
            }
            return;
        }
        for row in cells.chunks(room / widest) {
            let mut line = self.begin(self.indent());
            for (at, cell) in row.iter().enumerate() {
                line.extend(cell.iter().cloned().map(unbreak));
                if at + 1 < row.len() {
                    line.push(spaces(widest - width(cell)));
                }
            }
            self.line(&line);
        }
    }

    /// Text whose first line has one indent and whose other lines have another.
    pub(super) fn paragraph(&mut self, runs: &[Run], first: usize, rest: usize) {
        let begin = self.begin(first);
        self.wrapped(begin, runs, first, rest);
    }

    fn wrapped(&mut self, begin: Vec<Run>, runs: &[Run], first: usize, rest: usize) {
        let lines = wrap(runs, self.width - first, self.width - rest);
        for (at, line) in lines.into_iter().enumerate() {
            let margin = if at == 0 {
                begin.clone()
            } else {
                vec![spaces(rest)]
            };
            self.line(&[margin, line].concat());
        }
    }

    /// The column in which the text under a heading begins.
    pub(super) fn indent(&self) -> usize {
        self.column.unwrap_or(GUTTER)
    }

    /// The margin of a line: the pending heading, if any, then spaces.
    fn begin(&mut self, indent: usize) -> Vec<Run> {
        match self.beside.take() {
            Some(heading) => {
                let left = indent.saturating_sub(width(std::slice::from_ref(&heading)));
                vec![heading, spaces(left)]
            }
            None => vec![spaces(indent)],
        }
    }

    fn line(&mut self, runs: &[Run]) {
        let filled: Vec<Run> = runs
            .iter()
            .filter(|run| !run.text.is_empty())
            .cloned()
            .collect();
        paint(&filled, self.style.colour, self.style.links, &mut self.out);
    }
}

fn spaces(count: usize) -> Run {
    Run::new("", Ink::Plain).with(" ".repeat(count))
}

/// Replaces no-break spaces with ordinary ones, once the lines are broken.
fn unbreak(run: Run) -> Run {
    let text = run.text.replace('\u{a0}', " ");
    run.with(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(width: usize, headings: &[&str]) -> Sheet {
        let style = Style {
            width,
            ..Style::default()
        };
        let headings: Vec<String> = headings.iter().map(|one| (*one).to_owned()).collect();
        Sheet::new(style, &headings)
    }

    #[test]
    fn a_short_heading_stands_beside_its_text() {
        let mut sheet = sheet(60, &["Said"]);
        sheet.heading("Said", Ink::Heading);
        sheet.item(&[Run::new(&"word ".repeat(14), Ink::Plain)]);
        let words = ["word"; 11].join(" ");
        assert_eq!(
            sheet.finish(),
            format!("Said  {words}\n        word word word\n")
        );
    }

    #[test]
    fn a_long_heading_or_a_narrow_window_puts_headings_above() {
        for (width, heading) in [(100, "Judged or estimated"), (50, "Said")] {
            let mut sheet = sheet(width, &[heading]);
            sheet.heading(heading, Ink::Heading);
            sheet.item(&[Run::new("word", Ink::Plain)]);
            assert_eq!(sheet.finish(), format!("{heading}\n  word\n"));
        }
    }

    #[test]
    fn two_ends_share_a_line_only_if_both_fit() {
        let run = |text: &str| Run::new(text, Ink::Plain);
        let mut wide = sheet(40, &[]);
        wide.both_ends(run("left"), run("right"));
        assert_eq!(wide.finish(), format!("left{}right\n", " ".repeat(31)));
        let mut full = sheet(40, &[]);
        full.both_ends(run(&"l".repeat(36)), run("right"));
        assert_eq!(full.finish(), format!("{}\nright\n", "l".repeat(36)));
    }
}
