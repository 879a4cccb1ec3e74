//! Problems as a good compiler prints them: what, where, the line with the place underlined, help.

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Problem, Severity};
use crate::facts::file::Part;
use crate::facts::is_hidden;

/// The widest excerpt of a line, in terminal columns; a longer line is cut round the place.
const WIDEST: usize = 100;

/// Columns kept before the place when a long line is cut.
const BEFORE: usize = 30;

/// The problems with the lines where they stand, and a closing line with their number; empty when
/// there are none. `colour` adds ANSI colours.
pub fn report(problems: &[Problem], parts: &[Part], colour: bool) -> String {
    let mut out = String::new();
    let printed = problems
        .iter()
        .try_for_each(|problem| one(&mut out, problem, parts, colour));
    if printed.is_ok() && !problems.is_empty() {
        out.push_str(&closing(problems));
    }
    out
}

fn one(out: &mut String, problem: &Problem, parts: &[Part], colour: bool) -> fmt::Result {
    let paint = |style: Style| if colour { style } else { Style::new() };
    let (word, hue) = match problem.severity {
        Severity::Error => ("error", AnsiColor::Red),
        Severity::Warning => ("warning", AnsiColor::Yellow),
    };
    let (loud, bold) = (paint(hue.on_default().bold()), paint(Style::new().bold()));
    let faint = paint(AnsiColor::Blue.on_default());
    writeln!(out, "{loud}{word}{loud:#}{bold}: {}{bold:#}", problem.what)?;
    let line = parts
        .iter()
        .find(|part| part.name == problem.file)
        .and_then(|part| part.text.lines().nth(problem.line.saturating_sub(1)));
    let number = problem.line.to_string();
    let gutter = " ".repeat(number.len());
    if !problem.file.is_empty() {
        write!(
            out,
            "{gutter}{faint}-->{faint:#} {}:{number}:{}",
            problem.file, problem.column
        )?;
        if !problem.record.is_empty() {
            write!(out, "  ({})", problem.record)?;
        }
        out.push('\n');
    }
    if let Some(line) = line {
        let excerpt = Excerpt::of(line, problem);
        writeln!(out, "{gutter} {faint}|{faint:#}")?;
        writeln!(out, "{faint}{number} |{faint:#} {}", excerpt.text)?;
        let (indent, carets) = (" ".repeat(excerpt.indent), "^".repeat(excerpt.carets));
        writeln!(
            out,
            "{gutter} {faint}|{faint:#} {indent}{loud}{carets}{loud:#}"
        )?;
    }
    if !problem.mend.is_empty() {
        writeln!(
            out,
            "{gutter} {faint}={faint:#} {bold}help{bold:#}: {}",
            problem.mend
        )?;
    }
    out.push('\n');
    Ok(())
}

/// The part of a line that is shown, and where the carets go.
struct Excerpt {
    text: String,
    indent: usize,
    carets: usize,
}

impl Excerpt {
    fn of(line: &str, problem: &Problem) -> Self {
        let line = line.trim_start_matches('\u{feff}');
        let start = line
            .char_indices()
            .nth(problem.column.saturating_sub(1))
            .map_or(line.len(), |(byte, _)| byte);
        let end = start.saturating_add(problem.span.len()).min(line.len());
        let cells: Vec<Cell> = line.grapheme_indices(true).map(Cell::new).collect();
        let total: usize = cells.iter().map(|cell| cell.width).sum();
        let before: usize = cells
            .iter()
            .filter(|cell| cell.byte < start)
            .map(|cell| cell.width)
            .sum();
        let marked = cells
            .iter()
            .filter(|cell| (start..end).contains(&cell.byte));
        let marked: usize = marked.map(|cell| cell.width).sum();
        let from = before
            .saturating_sub(BEFORE)
            .min((total + 1).saturating_sub(WIDEST));
        let mut excerpt = Self {
            text: String::new(),
            indent: before,
            carets: marked.max(1),
        };
        let mut column = 0;
        let mut shown = 0;
        if from > 0 {
            excerpt.text.push('…');
            shown = 1;
        }
        for cell in &cells {
            let skipped = column < from;
            column += cell.width;
            if skipped {
                continue;
            }
            if shown == usize::from(from > 0) {
                excerpt.indent = before + shown - (column - cell.width);
            }
            if shown + cell.width >= WIDEST && column < total {
                excerpt.text.push('…');
                break;
            }
            shown += cell.width;
            excerpt.text.push_str(&cell.shown);
        }
        excerpt.carets = excerpt
            .carets
            .min((shown + 1).saturating_sub(excerpt.indent))
            .max(1);
        excerpt
    }
}

/// What a reader sees as one letter, safe for a terminal, and how many columns it takes.
struct Cell {
    byte: usize,
    shown: String,
    width: usize,
}

impl Cell {
    fn new((byte, grapheme): (usize, &str)) -> Self {
        let safe = |letter: char| match letter {
            '\t' => ' ',
            letter if is_hidden(letter) => '\u{fffd}',
            letter => letter,
        };
        let shown: String = grapheme.chars().map(safe).collect();
        let width = shown.width();
        Self { byte, shown, width }
    }
}

fn closing(problems: &[Problem]) -> String {
    let errors = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let warnings = problems.len() - errors;
    let files = problems
        .iter()
        .map(|problem| &problem.file)
        .collect::<BTreeSet<_>>()
        .len();
    let counted = match (errors, warnings) {
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "problem"),
        (errors, warnings) => {
            format!(
                "{} and {}",
                count(errors, "problem"),
                count(warnings, "warning")
            )
        }
    };
    format!("{counted} in {}\n", count(files, "file"))
}

fn count(number: usize, thing: &str) -> String {
    if number == 1 {
        format!("1 {thing}")
    } else {
        format!("{number} {thing}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str, place: &str) -> (Problem, Part) {
        let start = text.find(place).unwrap();
        let before = &text[..start];
        let problem = Problem {
            severity: Severity::Error,
            file: "facts.toml".to_owned(),
            span: start..start + place.len(),
            line: before.matches('\n').count() + 1,
            column: before.rsplit('\n').next().unwrap().chars().count() + 1,
            record: "claim x".to_owned(),
            what: "unknown source “kbs”".to_owned(),
            mend: "did you mean “kbs-1”?".to_owned(),
        };
        (
            problem,
            Part {
                name: "facts.toml".to_owned(),
                text: text.to_owned(),
            },
        )
    }

    fn underlined(text: &str, place: &str) -> (String, String) {
        let (problem, part) = problem(text, place);
        let report = report(&[problem], &[part], false);
        let lines: Vec<&str> = report.lines().collect();
        let after = |line: &str| line.split_once("| ").unwrap().1.to_owned();
        (after(lines[3]), after(lines[4]))
    }

    #[test]
    fn a_problem_is_printed_with_its_line() {
        let (problem, part) = problem("a = 1\nsource = \"kbs\"\r\n", "\"kbs\"");
        let expected = "\
error: unknown source “kbs”
 --> facts.toml:2:10  (claim x)
  |
2 | source = \"kbs\"
  |          ^^^^^
  = help: did you mean “kbs-1”?

1 problem in 1 file
";
        let (problems, parts) = ([problem], [part]);
        assert_eq!(report(&problems, &parts, false), expected);
        assert!(report(&problems, &parts, true).contains("\u{1b}["));
        assert_eq!(report(&[], &[], true), "");
    }

    #[test]
    fn wide_letters_take_two_columns() {
        let (line, carets) = underlined("a = \"北朝鮮👩‍👩‍👧 x\"", "x");
        assert_eq!(line, "a = \"北朝鮮👩‍👩‍👧 x\"");
        assert_eq!(carets, format!("{}^", " ".repeat(14)));
    }

    #[test]
    fn a_long_line_is_cut_round_the_place() {
        let text = format!("{}HERE{}", "a".repeat(500), "b".repeat(500));
        let (line, carets) = underlined(&text, "HERE");
        assert!(
            line.width() <= WIDEST && line.starts_with('…') && line.ends_with('…'),
            "{line}"
        );
        let (start, end) = (carets.find('^').unwrap(), carets.len());
        let seen: String = line.chars().skip(start).take(end - start).collect();
        assert_eq!(seen, "HERE");
    }

    #[test]
    fn nothing_from_the_file_steers_the_terminal() {
        let (line, _) = underlined("a = \"\u{1b}[31m\u{202e}\" x", "x");
        assert_eq!(line, "a = \"\u{fffd}[31m\u{fffd}\" x");
    }
}
