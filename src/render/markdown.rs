//! A page as CommonMark, as GitHub shows it: numbers link to the sources, which are listed at the end.
//!
//! Texts are plain; they are escaped here.

use super::{Page, clean, isolate};
use crate::answer::{ActionKind, Entry, Reference, Span};
use crate::phrases::Phrases;

/// A page as CommonMark; the last line ends with a line break.
pub fn markdown(page: &Page<'_>) -> String {
    let words = Phrases::of(page.answer.lang);
    let mut blocks = blocks(page);
    blocks.extend(foot(page));
    blocks.extend(actions(page, words));
    format!("{}\n", blocks.join("\n\n"))
}

/// The page and its sources, without the small print and the actions.
pub(super) fn blocks(page: &Page<'_>) -> Vec<String> {
    let words = Phrases::of(page.answer.lang);
    let mut blocks = head(page);
    let lead = page.lead.iter();
    let lead = lead.map(|one| spans(page, &one.spans, words).trim().to_owned());
    let lead = lead.collect::<Vec<_>>().join(" ");
    blocks.extend((!lead.is_empty()).then_some(lead));
    for section in &page.sections {
        if !section.heading.trim().is_empty() {
            blocks.push(format!("## {}", escape(&section.heading)));
        }
        let items = section.entries.iter().map(|one| entry(page, one, words));
        blocks.push(items.collect::<Vec<_>>().join("\n"));
    }
    let listed = page.listed();
    if !listed.is_empty() {
        blocks.push(format!("## {}", escape(&words.text("heading-sources"))));
        let lines = listed.into_iter().map(|one| source(one, words));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks
}

fn head(page: &Page<'_>) -> Vec<String> {
    let frame = &page.frame;
    let mut blocks = vec![format!("# {}", escape(&frame.title))];
    let mut lead = Vec::new();
    if let Some(question) = &frame.question {
        lead.push(format!("**{}**", escape(question)));
    }
    if let Some(as_of) = &frame.as_of {
        lead.push(format!("*{}*", escape(as_of)));
    }
    if !lead.is_empty() {
        blocks.push(lead.join("\\\n"));
    }
    let notices = frame.notices.iter();
    blocks.extend(notices.map(|notice| format!("> {}", escape(notice))));
    blocks
}

fn entry(page: &Page<'_>, entry: &Entry, words: &Phrases) -> String {
    let mut item = match page.spelled_out(entry) {
        Some(reference) => source(reference, words),
        None if entry.verbatim().is_some() => spans(page, &entry.body, words).trim().to_owned(),
        None => {
            let label = match entry.label.text().trim() {
                "" => String::new(),
                label => format!("**{}**{}", isolate::piece(escape(label)), words.colon()),
            };
            format!("- {label}{}", spans(page, &entry.body, words).trim())
        }
    };
    for note in &entry.notes {
        item.push_str(&format!("\n  - {}", spans(page, &note.spans, words).trim()));
    }
    item
}

fn spans(page: &Page<'_>, spans: &[Span], words: &Phrases) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) => out.push_str(&isolate::piece(escape_piece(text))),
            Span::Quoted {
                words: said,
                lang: _,
            } => {
                let quoted = words.format("quoted", &[("words", said)]);
                out.push_str(&isolate::piece(escape_piece(&quoted)));
            }
            Span::Cite(number) => match page.reference(*number).and_then(address) {
                Some(address) => out.push_str(&format!("[\\[{number}\\]]({address})")),
                None => out.push_str(&format!("\\[{number}\\]")),
            },
            Span::Verbatim(text) => out.push_str(&block(text)),
        }
    }
    out
}

/// A code block, with a fence longer than any in the text.
fn block(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    format!("\n{fence}\n{text}\n{fence}\n")
}

/// A numbered source with its addresses, the first within or after the citation. The number is written out, because an ordered
/// list would count for itself.
fn source(reference: &Reference, words: &Phrases) -> String {
    let mut text = escape(reference.text());
    if let Some((url, address)) = reference.source.address().zip(address(reference)) {
        text = match reference.text().split_once(url) {
            Some((before, after)) => {
                let (before, after) = (escape_piece(before), escape_piece(after));
                format!("{before}<{address}>{after}")
            }
            None => format!("{text} <{address}>"),
        };
    }
    if let Some((kind, url)) = reference.untold_second()
        && let Some(address) = link(url)
    {
        let label = escape(&words.address(kind));
        text.push_str(&format!(" ([{label}]({address}))"));
    }
    format!("- \\[{}\\] {text}", reference.number)
}

/// The address of a reference that a reader opens first.
fn address(reference: &Reference) -> Option<String> {
    link(reference.source.address()?)
}

fn link(url: &str) -> Option<String> {
    let address = clean::address(url)?;
    // An ampersand can start a character reference only if a semicolon follows.
    Some(if address.contains(';') {
        address.replace('&', "&amp;")
    } else {
        address
    })
}

fn foot(page: &Page<'_>) -> Option<String> {
    let mut phrases = page.frame.footer.clone();
    phrases.extend(page.position());
    let line = escape(&phrases.join(" · "));
    (!line.is_empty()).then(|| format!("---\n\n*{line}*"))
}

/// The next page and the other views, as queries that a user can type.
fn actions(page: &Page<'_>, words: &Phrases) -> Option<String> {
    let mut items = Vec::new();
    if page.number < page.total {
        let query = page.answer.query.clone().at_page(page.number + 1);
        items.push((words.text("page-next"), query.to_string()));
    }
    let others = page.answer.actions.iter();
    let others = others.filter(|action| action.kind != ActionKind::Here);
    items.extend(others.map(|action| (action.label.clone(), action.query.to_string())));
    let items = items
        .iter()
        .map(|(label, query)| format!("{} {}", escape(label), code(query)));
    let line = items.collect::<Vec<_>>().join(" · ");
    (!line.is_empty()).then_some(line)
}

/// A code span, in which only backticks have a special meaning.
fn code(text: &str) -> String {
    let text = clean::line(text);
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    let pad = if text.contains('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}

/// A whole text, escaped.
fn escape(text: &str) -> String {
    escape_piece(text).trim().to_owned()
}

/// A piece of text, escaped so that it is shown unchanged at any position in a line.
fn escape_piece(text: &str) -> String {
    let text = clean::piece(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let (before, after) = text.split_at(at);
        if means_something(c, before, after.trim_start_matches(c)) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether a character could be markup, given the text before and after it.
fn means_something(c: char, before: &str, after: &str) -> bool {
    let starts = before.trim().is_empty();
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '@' | '#' | '$' => true,
        // GitHub turns bare addresses into links.
        ':' => after.is_empty() || after.starts_with('/'),
        '.' if before.to_lowercase().ends_with("www") => true,
        '-' | '+' | '=' => starts,
        '.' | ')' => !starts && before.trim().chars().all(|digit| digit.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn markup_in_a_text_shows_as_it_is() {
        check("*_@everyone_*", r"\*\_\@everyone\_\*");
        check("](http://x)", r"\](http\://x)");
        check("# 1. <b>&amp;", r"\# 1. \<b\>\&amp;");
        check("1. a 2. b", r"1\. a 2. b");
        check("- a - b", r"\- a - b");
        check("www.example.org", r"www\.example.org");
        check("Moll: no", "Moll: no");
        check("at 10:30, 1,500 (about)", "at 10:30, 1,500 (about)");
    }

    #[test]
    fn a_question_stays_in_its_code_span() {
        assert_eq!(code("/clock"), "`/clock`");
        assert_eq!(code("/a b:`` c"), "``` /a b:`` c ```");
    }
}
