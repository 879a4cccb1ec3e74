//! The pieces of a line in the terminal: what each one is, and how it looks in colour and as a link.
//!
//! Every text is cleaned here, so no escape sequence from a source reaches the terminal.

use anstyle::{AnsiColor, Effects};
use url::Url;

use super::super::{clean, isolate};

/// What a piece of a line is. The words carry the meaning; the look only supports it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ink {
    /// Ordinary text.
    #[default]
    Plain,
    /// The heading of the answer.
    Title,
    /// The heading of a section.
    Heading,
    /// The heading of the denials.
    Denial,
    /// The speaker and date.
    Label,
    /// The bot's own remark.
    Notice,
    /// The number of a source.
    Number,
    /// The address of a source.
    Address,
    /// A query that a user can type next.
    Command,
    /// Small print.
    Faint,
}

impl Ink {
    fn look(self) -> anstyle::Style {
        let style = anstyle::Style::new();
        match self {
            Self::Plain => style,
            Self::Title | Self::Label => style.bold(),
            Self::Heading => style.bold().fg_color(Some(AnsiColor::Cyan.into())),
            Self::Denial => style.bold().fg_color(Some(AnsiColor::Magenta.into())),
            Self::Notice => style.fg_color(Some(AnsiColor::Yellow.into())),
            Self::Number => style.fg_color(Some(AnsiColor::Cyan.into())),
            Self::Address => style.effects(Effects::DIMMED),
            Self::Command => style.fg_color(Some(AnsiColor::Green.into())),
            Self::Faint => style.effects(Effects::DIMMED),
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) ink: Ink,
    pub(super) link: Option<String>,
}

impl Run {
    pub(super) fn new(text: &str, ink: Ink) -> Self {
        let (text, link) = (isolate::piece(clean::piece(text)), None);
        Self { text, ink, link }
    }

    /// The same piece, linked to an address.
    pub(super) fn to(mut self, url: Option<&str>) -> Self {
        // The target of a terminal link must be ASCII, so the address is fully percent-encoded.
        let address = url.and_then(clean::address);
        self.link = address.and_then(|one| Url::parse(&one).ok().map(String::from));
        self
    }

    /// The same look with another text, which must already be clean.
    pub(super) fn with(&self, text: String) -> Self {
        let (ink, link) = (self.ink, self.link.clone());
        Self { text, ink, link }
    }

    pub(super) fn looks_like(&self, other: &Self) -> bool {
        self.ink == other.ink && self.link == other.link
    }
}

/// Writes a line, with colours and links if wanted.
pub(super) fn paint(line: &[Run], colour: bool, links: bool, out: &mut String) {
    for run in line {
        let link = run.link.as_deref().filter(|_| links);
        if let Some(url) = link {
            out.push_str(&format!("\u{1b}]8;;{url}\u{1b}\\"));
        }
        let look = run.ink.look();
        if colour && run.ink != Ink::Plain {
            out.push_str(&format!(
                "{}{}{}",
                look.render(),
                run.text,
                look.render_reset()
            ));
        } else {
            out.push_str(&run.text);
        }
        if link.is_some() {
            out.push_str("\u{1b}]8;;\u{1b}\\");
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(run: Run, colour: bool, links: bool) -> String {
        let mut out = String::new();
        paint(&[run], colour, links, &mut out);
        out
    }

    #[test]
    fn colours_and_links_appear_only_when_wanted() {
        let run = || Run::new("[1]", Ink::Number).to(Some("https://example.org/ä"));
        assert_eq!(painted(run(), false, false), "[1]\n");
        assert_eq!(painted(run(), true, false), "\u{1b}[36m[1]\u{1b}[0m\n");
        assert_eq!(
            painted(run(), false, true),
            "\u{1b}]8;;https://example.org/%C3%A4\u{1b}\\[1]\u{1b}]8;;\u{1b}\\\n"
        );
    }

    #[test]
    fn no_escape_sequence_of_a_text_or_an_address_gets_through() {
        let run = Run::new("\u{1b}]0;owned\u{7}", Ink::Plain)
            .to(Some("https://example.org/\u{1b}]8;;\u{7}"));
        assert_eq!(painted(run.clone(), true, false), "]0;owned\n");
        assert_eq!(run.link, None);
        let run = Run::new("[1]", Ink::Plain).to(Some("https://example.org/a b\u{9b}8"));
        let link = run.link.unwrap_or_default();
        assert!(link.chars().all(|c| c.is_ascii_graphic()), "{link}");
    }
}
