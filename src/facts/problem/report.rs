//! Prints problems as a compiler does: what is wrong, where, the line with the place underlined, and help.

use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Problem, Severity};
use crate::facts::file::Part;
use crate::facts::is_hidden;

/// The width of the terminal, in columns; longer lines are cut around the place.
const WIDTH: usize = 110;

/// The problems with their lines, and a closing line with their number; empty if there are none. `colour` adds ANSI
/// colours.
pub fn report(problems: &[Problem], parts: &[Part], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH);
    let lines = parts.iter().filter(|_| !problems.is_empty());
    let lines = lines.map(|part| (part.name.as_str(), part.text.lines().collect::<Vec<_>>()));
    let lines: BTreeMap<&str, Vec<&str>> = lines.collect();
    let mut out = String::new();
    for problem in problems {
        let lines = lines.get(problem.file.as_str());
        let line = lines.and_then(|lines| lines.get(problem.line.saturating_sub(1)));
        out += &one(&renderer, problem, line.copied().unwrap_or_default());
        out += "\n\n";
    }
    if !problems.is_empty() {
        out += &closing(problems);
    }
    out
}

fn one(renderer: &Renderer, problem: &Problem, line: &str) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let line = line.trim_start_matches('\u{feff}');
    let start = line.char_indices().nth(problem.column.saturating_sub(1));
    let (before, rest) = line.split_at(start.map_or(line.len(), |(start, _)| start));
    let (marked, after) = rest.split_at(rest.floor_char_boundary(problem.span.len()));
    let [before, marked, after] = [before, marked, after].map(visible);
    let place = before.len()..before.len() + marked.len();
    let label = (!problem.record.is_empty()).then_some(problem.record.as_str());
    let mut group = Group::with_title(level.primary_title(visible(&problem.what)));
    if !problem.file.is_empty() {
        group = group.element(
            Snippet::source(before + &marked + &after)
                .line_start(problem.line)
                .path(problem.file.as_str())
                .annotation(AnnotationKind::Primary.span(place).label(label)),
        );
    }
    if !problem.help.is_empty() {
        group = group.element(Level::HELP.message(visible(&problem.help)));
    }
    renderer.render(&[group])
}

/// A text without characters that control the terminal.
fn visible(text: &str) -> String {
    let safe = |letter: char| match letter {
        '\t' => ' ',
        letter if is_hidden(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(safe).collect()
}

fn closing(problems: &[Problem]) -> String {
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    let errors = problems.iter().filter(is_error).count();
    let warnings = problems.len() - errors;
    let files: BTreeSet<_> = problems.iter().map(|problem| &problem.file).collect();
    let counts = [count(errors, "problem"), count(warnings, "warning")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let files = count(files.len(), "file").unwrap_or_default();
    format!("{} in {files}\n", counts.join(" and "))
}

/// A number with its noun; `None` for 0.
fn count(number: usize, thing: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {thing}")),
        number => Some(format!("{number} {thing}s")),
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
            what: "unknown source “log”".to_owned(),
            help: "did you mean “log-1”?".to_owned(),
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
        let (problem, part) = problem("a = 1\nsource = \"log\"\r\n", "\"log\"");
        let expected = "\
error: unknown source “log”
 --> facts.toml:2:10
  |
2 | source = \"log\"
  |          ^^^^^ claim x
  |
  = help: did you mean “log-1”?

1 problem in 1 file
";
        let (problems, parts) = ([problem], [part]);
        assert_eq!(report(&problems, &parts, false), expected);
        assert!(report(&problems, &parts, true).contains("\u{1b}["));
        assert_eq!(report(&[], &[], true), "");
    }

    #[test]
    fn wide_letters_take_two_columns() {
        let (line, carets) = underlined("a = \"北港湾👩‍👩‍👧 x\"", "x");
        // Leave out the invisible joiners, because few terminals join characters.
        assert_eq!(line, "a = \"北港湾👩👩👧 x\"");
        assert_eq!(carets, format!("{}^ claim x", " ".repeat(18)));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}HERE{}", "a".repeat(500), "b".repeat(500));
        let (line, carets) = underlined(&text, "HERE");
        assert!(
            line.chars().count() <= WIDTH && line.starts_with("...") && line.ends_with("..."),
            "{line}"
        );
        let (start, end) = (carets.find('^').unwrap(), carets.rfind('^').unwrap() + 1);
        let seen: String = line.chars().skip(start).take(end - start).collect();
        assert_eq!(seen, "HERE");
    }

    #[test]
    fn nothing_from_the_file_steers_the_terminal() {
        let (line, _) = underlined("a = \"\u{1b}[31m\u{202e}\" x", "x");
        assert_eq!(line, "a = \"\u{fffd}[31m\u{fffd}\" x");
    }
}
