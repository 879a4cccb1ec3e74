//! Removes what no output may contain: control characters, invisible characters that change the text direction,
//! and addresses that could break out of a link. Each renderer escapes its own markup.

use url::Url;

use crate::answer::{Entry, Span};
use crate::facts::is_hidden;

/// A text on one line, without control characters, escape sequences and bidirectional overrides.
///
/// White space and line ends become single spaces; the text never gets longer.
pub fn line(text: &str) -> String {
    piece(text).trim().to_owned()
}

/// The same for a piece of text, which may begin and end with a space.
pub fn piece(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        let space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        if space && !clean.ends_with(' ') {
            clean.push(' ');
        } else if !space && !is_hidden(c) {
            clean.push(c);
        }
    }
    clean
}

/// An entry with all its texts cleaned and without blank notes.
pub fn entry(entry: &Entry) -> Entry {
    let mut clean = entry.clone();
    clean.label = entry.label.map(line);
    clean.body = entry.body.iter().map(span).collect();
    for note in &mut clean.notes {
        note.spans = note.spans.iter().map(span).collect();
    }
    clean.notes.retain(|note| !note.spans.iter().all(blank));
    clean
}

/// A piece of an answer's text, cleaned.
pub(super) fn span(span: &Span) -> Span {
    match span {
        Span::Text(text) => Span::Text(piece(text)),
        Span::Quoted { words, lang } => Span::Quoted {
            words: line(words),
            lang: lang.clone(),
        },
        Span::Cite(number) => Span::Cite(*number),
        Span::Verbatim(text) => Span::Verbatim(lines(text)),
    }
}

/// A text of several lines, each of them cleaned but otherwise unchanged.
pub fn lines(text: &str) -> String {
    let seen = |line: &str| line.chars().filter(|c| !is_hidden(*c)).collect::<String>();
    let lines: Vec<String> = text.lines().map(seen).collect();
    lines.join("\n")
}

fn blank(span: &Span) -> bool {
    match span {
        Span::Text(text) => text.trim().is_empty(),
        Span::Quoted { words, lang: _ } => words.is_empty(),
        Span::Cite(_) => false,
        Span::Verbatim(text) => text.trim().is_empty(),
    }
}

/// An address that is safe in any kind of link; `None` unless it is `http` or `https`. Characters that could end a
/// link early are percent-encoded. The rest is unchanged, so that the recorded address stays recognisable.
pub fn address(url: &str) -> Option<String> {
    let url = url.trim();
    // The parser leaves them out, wherever they stand; what is drawn would not begin with the scheme.
    if url.contains(char::is_control) {
        return None;
    }
    let parsed = Url::parse(url).ok()?;
    if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
        return None;
    }
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        let plain = c.is_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(c);
        if plain {
            address.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                address.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(
            line("a\u{1b}[31mred\u{1b}[0m\u{7}\u{9b}2J"),
            "a[31mred[0m2J"
        );
        assert_eq!(line("one\r\n two\tthree\u{2028}four"), "one two three four");
        assert_eq!(line("safe\u{202e}gpj.exe\u{2066}"), "safegpj.exe");
        assert_eq!(line("  \u{feff} "), "");
        assert_eq!(piece(" and\n"), " and ");
    }

    #[test]
    fn joined_emoji_stay_whole() {
        assert_eq!(line("👩\u{200d}🌾"), "👩\u{200d}🌾");
    }

    #[test]
    fn an_address_stays_as_it_is_unless_it_could_break_a_link() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(address(url).as_deref(), expected, "{url}");
        };
        check("https://example.org", Some("https://example.org"));
        check(
            "https://example.org/a_(b)>c d?q=é",
            Some("https://example.org/a_%28b%29%3Ec%20d?q=é"),
        );
        check(
            "https://example.org/%28x%29",
            Some("https://example.org/%28x%29"),
        );
        check("javascript:alert(1)", None);
        check("ftp://example.org/", None);
        check("\0https://example.org/", None);
        check("ht\ttps://example.org/", None);
        check("example.org", None);
        check("", None);
    }
}
