//! What a page holds: its title and the text that a reader sees, from HTML or plain text.
//!
//! It reads well enough to find words again; it is no browser.

use once_cell::sync::Lazy;
use regex::{Captures, Regex};

use crate::facts::pattern::pattern;

/// The content of an answer.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Its media type, as the answer names it.
    pub media_type: String,
    /// Its bytes, as far as they were read.
    pub bytes: Vec<u8>,
    /// Whether there are more.
    pub cut: bool,
}

/// Parts whose text no reader sees.
static UNSEEN: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?is)<!--.*?-->|<script\b.*?</script\s*>|<style\b.*?</style\s*>|<template\b.*?</template\s*>|<head\b.*?</head\s*>",
    )
});
/// Tags within a line: they do not part words.
static WITHIN_LINE: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?i)</?(?:a|abbr|b|bdi|bdo|cite|code|data|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^>]*>",
    )
});
static TAG: Lazy<Regex> = Lazy::new(|| pattern(r"<[/!?a-zA-Z][^>]*>"));
static TITLE: Lazy<Regex> = Lazy::new(|| pattern(r"(?is)<title\b[^>]*>(.*?)</title\s*>"));
static REFERENCE: Lazy<Regex> =
    Lazy::new(|| pattern(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));"));

impl Body {
    /// Whether it may be a page with text.
    pub(super) fn is_text(&self) -> bool {
        let kind = self.media_type.split(';').next().unwrap_or_default();
        let kind = kind.trim().to_lowercase();
        matches!(
            kind.as_str(),
            "" | "text/html" | "application/xhtml+xml" | "text/plain"
        )
    }

    /// Its text with tags; `None` if it is in another encoding than UTF-8, or no text.
    fn source(&self) -> Option<&str> {
        if !self.is_text() {
            return None;
        }
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => Some(text),
            // A letter may have been cut in two.
            Err(wrong) if self.cut && wrong.error_len().is_none() => {
                std::str::from_utf8(self.bytes.get(..wrong.valid_up_to())?).ok()
            }
            Err(_) => None,
        }
    }

    /// The text that a reader sees, even; `None` if it cannot be read.
    pub(super) fn text(&self) -> Option<String> {
        let text = self.source()?;
        if self.media_type.to_lowercase().starts_with("text/plain") {
            return Some(even(text));
        }
        let text = UNSEEN.replace_all(text, " ");
        let text = WITHIN_LINE.replace_all(&text, "");
        let text = TAG.replace_all(&text, " ");
        Some(even(&decoded(&text)))
    }
}

/// The title that a page names itself by.
pub fn title(body: &Body) -> Option<String> {
    let found = TITLE.captures(body.source()?)?;
    let title = decoded(found.get(1)?.as_str());
    let title: Vec<&str> = title.split_whitespace().collect();
    Some(title.join(" ")).filter(|title| !title.is_empty())
}

/// A text with the characters that its references stand for.
pub fn decoded(text: &str) -> String {
    let character = |found: &Captures<'_>| {
        let digits = |at: usize, radix: u32| {
            let digits = found.get(at)?.as_str();
            char::from_u32(u32::from_str_radix(digits, radix).ok()?)
        };
        let name = found.get(3).map(|name| name.as_str());
        let letter = digits(1, 10)
            .or_else(|| digits(2, 16))
            .or_else(|| named(name?));
        letter.map_or(found[0].to_owned(), String::from)
    };
    REFERENCE.replace_all(text, character).into_owned()
}

/// The character of a name, of those that stand in running text.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        name => return western(name),
    })
}

/// The names of the letters and signs from U+00A1 to U+00FF, in their order.
const WESTERN: &str = "iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
    acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
    Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc \
    euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml";

fn western(name: &str) -> Option<char> {
    let mut names = WESTERN.split_whitespace().zip('\u{a1}'..='\u{ff}');
    names
        .find(|(known, _)| *known == name)
        .map(|(_, letter)| letter)
}

/// A text in which only what tells words apart is left: one kind of quotation mark and of dash, single spaces, no
/// characters that nobody sees.
pub(super) fn even(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' | '`' => out.push('\''),
            '–' | '—' | '‑' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            letter if letter.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            letter if crate::facts::is_hidden(letter) => {}
            letter => out.push(letter),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> Body {
        Body {
            media_type: "text/html; charset=utf-8".into(),
            bytes: text.into(),
            cut: false,
        }
    }

    #[test]
    fn the_text_is_what_a_reader_sees() {
        let page = html(
            "<html><head><title>Not &amp; th&iexcl;s, &Aacute;&yuml;</title></head><!-- nor <p>this --><body><script>nor('this')</script>\
             <h1>The clock</h1><p>It&#8217;s &ldquo;<em>ru</em>nning&rdquo;&nbsp;again</p><p>a &lt; b &unknown;</p>",
        );
        assert_eq!(
            page.text().unwrap(),
            "The clock It's \"running\" again a < b &unknown;"
        );
        assert_eq!(title(&page).unwrap(), "Not & th¡s, Áÿ");
    }

    #[test]
    fn what_is_not_in_utf_8_is_not_read() {
        let mut page = html("");
        page.bytes = b"caf\xe9".to_vec();
        assert_eq!(page.text(), None);
        page.bytes = "cafés".as_bytes()[..4].to_vec();
        page.cut = true;
        assert_eq!(page.text().unwrap(), "caf");
        page.media_type = "application/pdf".into();
        assert_eq!(page.text(), None);
    }

    #[test]
    fn a_page_without_a_title_has_none() {
        assert_eq!(title(&html("<title> </title>")), None);
        assert_eq!(title(&html("<p>")), None);
    }
}
