//! The weight of a piece of an answer: an upper bound for its length as Discord Markdown, in code points.
//!
//! It is computed without rendering; a test in `tests/limits` compares it with the rendered messages.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::clean;
use super::isolate::marks;
use crate::answer::{Answer, Entry, Note, Reference, Span};
use crate::phrases::Phrases;

/// The most that Markdown adds: markup, the line end, and one escape at the start of a text. A heading is `### …`, a
/// label `**…**: `, a note `-# …`, a number `[1]`, a number with its link `[[1]](<…>)`, a source in the line at the end
/// `[1] [Gazette](<…>) · `, its other address ` ([archived](<…>))`, a command `</help:…>` with an id of at most 20 digits.
const AROUND_HEADING: usize = 6;
const AROUND_LABEL: usize = 8;
const AROUND_NOTE: usize = 4;
const AROUND_TEXT: usize = 1;
const AROUND_QUOTE: usize = 4;
const AROUND_NUMBER: usize = 2;
const AROUND_LINK: usize = 6;
const AROUND_SOURCE: usize = 16;
const AROUND_SECOND: usize = 9;
const AROUND_COMMAND: usize = 24;
const AROUND_BLOCK: usize = 10;

/// What replaces the part that was cut.
pub(super) const ELLIPSIS: &str = "…";

/// Words longer than this, in bytes, may be cut in two.
const LONGEST_WORD: usize = 30;

/// The fence that begins and ends a code block.
pub const FENCE: &str = "```";

/// The longest address that becomes a link on Discord, in code points; a longer one would fill the page.
const ADDRESS_MAX: usize = 1_000;

/// The maximum weight of the citation of a source that cannot be linked.
pub const REFERENCE_MAX: usize = 400;

/// The maximum weight of a publisher's name in the line of sources.
const PUBLISHER_MAX: usize = 60;

/// The weight of a text. Characters that are markup anywhere need an escape and count twice. Characters that are
/// markup only at the start of a text are covered by the constants above. Text from right to left is kept apart.
pub fn text(text: &str) -> usize {
    letters(text) + marks(text)
}

fn letters(text: &str) -> usize {
    // Each character has one byte that does not go on with it.
    let weight = |byte: u8| {
        let begins = byte & 0xc0 != 0x80;
        usize::from(begins) + usize::from(is_markup(byte))
    };
    text.bytes().map(weight).sum()
}

fn is_markup(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'*' | b'_' | b'~' | b'`' | b'|' | b'<' | b'>' | b'@' | b'[' | b']' | b'#' | b':'
    )
}

/// Whether a character is never part of another as people see it: Latin letters, figures and the usual signs
/// (<https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules>).
fn stands_alone(letter: char) -> bool {
    matches!(letter, ' '..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

/// A text of at most this weight, cut between words where possible, with "…" if it was cut.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if self::text(text) <= most {
        return text.to_owned();
    }
    let (mut used, mut end, mut word_end) = (ELLIPSIS.chars().count() + marks(text), 0, 0);
    // Splitting a text as people see it takes long, and few texts need it.
    let (mut letters_of, mut graphemes);
    let pieces: &mut dyn Iterator<Item = (usize, &str)> = match text.chars().all(stands_alone) {
        true => {
            letters_of = text.char_indices().map(|(at, letter)| {
                let end = at + letter.len_utf8();
                (at, text.get(at..end).unwrap_or_default())
            });
            &mut letters_of
        }
        false => {
            graphemes = text.grapheme_indices(true);
            &mut graphemes
        }
    };
    for (at, grapheme) in pieces {
        used += letters(grapheme);
        if used > most {
            break;
        }
        if grapheme == " " {
            word_end = at;
        }
        end = at + grapheme.len();
    }
    // A word is not cut in two unless it is very long.
    let whole = word_end > 0 && end - word_end <= LONGEST_WORD;
    let end = if whole { word_end } else { end };
    let kept = text.get(..end).unwrap_or_default().trim_end();
    if most == 0 {
        String::new()
    } else {
        format!("{kept}{ELLIPSIS}")
    }
}

/// The weight of a section's heading.
pub fn heading(heading: &str) -> usize {
    text(heading) + AROUND_HEADING
}

/// The address that a reference's number links to on Discord, if it can be a link.
pub fn link(reference: &Reference) -> Option<&str> {
    reference.source.link().filter(|link| is_short(link))
}

/// What the other address of a linked source is, and that address, if both together are not longer than one may be.
pub fn second_link<'a>(reference: &'a Reference, words: &Phrases) -> Option<(String, &'a str)> {
    let first = link(reference)?;
    let (kind, second) = reference.source.second_link()?;
    let both = first.chars().count() + second.chars().count();
    (both <= ADDRESS_MAX).then(|| (words.address(kind), second))
}

fn is_short(address: &str) -> bool {
    address.chars().count() <= ADDRESS_MAX
}

/// The citation of a source that cannot be linked, cut to its limit.
pub fn unlinked(reference: &Reference) -> String {
    shorten(&clean::line(reference.text()), REFERENCE_MAX)
}

/// The publisher of a source that can be linked, cut to its limit; the number if its name is blank.
pub fn publisher(reference: &Reference) -> Cow<'_, str> {
    let name = reference.source.publisher.as_str();
    if !name.is_empty() && clean::is_clean_line(name) && text(name) <= PUBLISHER_MAX {
        return Cow::Borrowed(name);
    }
    match shorten(&clean::line(name), PUBLISHER_MAX) {
        name if name.is_empty() => Cow::Owned(reference.number.to_string()),
        name => Cow::Owned(name),
    }
}

fn digits(number: usize) -> usize {
    number
        .checked_ilog10()
        .map_or(1, |power| power as usize + 1)
}

/// The numbers of the sources that some pieces of text cite, each once, in their order.
pub(super) fn cited<'a>(spans: impl IntoIterator<Item = &'a Span>) -> Vec<usize> {
    let mut numbers: Vec<usize> = spans.into_iter().filter_map(Span::cited).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Weighs pieces of one answer, whose references it knows.
pub struct Scale {
    /// What the colon after a label weighs more than a sign.
    colon: usize,
    /// The weight of each source, in the order of their numbers.
    sources: Vec<(usize, SourceWeight)>,
}

/// The weights of a source.
#[derive(Clone, Copy, Default)]
struct SourceWeight {
    /// In the sources at the end of a message.
    listed: usize,
    /// Of the links on and behind its number, in an entry that writes the source out.
    link: usize,
}

impl Scale {
    /// A scale for the pieces of this answer.
    pub fn of(answer: &Answer) -> Self {
        let phrases = Phrases::of(answer.lang);
        let weigh = |reference: &Reference| {
            let second = second_link(reference, phrases).map_or(0, |(label, address)| {
                text(&label) + address.chars().count() + AROUND_SECOND
            });
            let link = link(reference).map(|address| address.chars().count());
            let words = match link {
                Some(address) => text(&publisher(reference)) + address,
                None => text(&unlinked(reference)),
            };
            SourceWeight {
                listed: words + second + digits(reference.number) + AROUND_SOURCE,
                link: link.map_or(0, |address| address + AROUND_LINK) + second,
            }
        };
        let numbers = answer.references.iter();
        Self {
            colon: text(&phrases.text("colon")).saturating_sub(2),
            sources: numbers.map(|one| (one.number, weigh(one))).collect(),
        }
    }

    /// The weight of a source at the end of a message, where each source of a page stands once.
    pub fn source(&self, number: usize) -> usize {
        self.weight(number).listed
    }

    /// The weight that a link adds to a number, in an entry that writes the source out.
    pub fn link(&self, number: usize) -> usize {
        self.weight(number).link
    }

    fn weight(&self, number: usize) -> SourceWeight {
        let place = self.sources.binary_search_by_key(&number, |one| one.0);
        let found = place.ok().and_then(|at| self.sources.get(at));
        found.map(|one| one.1).unwrap_or_default()
    }

    /// The weight of the sources of some pieces of text that are not yet among the numbers `seen`, which they join.
    pub fn new_sources<'a>(
        &self,
        spans: impl IntoIterator<Item = &'a Span>,
        seen: &mut BTreeSet<usize>,
    ) -> usize {
        let numbers = spans.into_iter().filter_map(Span::cited);
        numbers
            .filter(|number| seen.insert(*number))
            .map(|number| self.source(number))
            .sum()
    }

    /// The weight of an entry, including its label and notes, without its sources at the end of the message.
    pub fn entry(&self, entry: &Entry) -> usize {
        let notes = entry.notes.iter().map(|note| self.note(note));
        let numbers = entry.spans().filter_map(Span::cited);
        let links = numbers
            .filter(|number| entry.spells_out == Some(*number))
            .map(|number| self.link(number));
        let command = entry
            .command
            .as_ref()
            .map_or(0, |name| text(name) + AROUND_COMMAND);
        let own = self.label(&entry.label.text()) + self.spans(&entry.body) + command;
        own + notes.sum::<usize>() + links.sum::<usize>()
    }

    /// The weight of a label, including the separator between entries.
    pub fn label(&self, label: &str) -> usize {
        text(label) + AROUND_LABEL + self.colon
    }

    /// The weight of a note.
    pub fn note(&self, note: &Note) -> usize {
        self.spans(&note.spans) + AROUND_NOTE
    }

    /// The weight of some pieces of text.
    pub fn spans(&self, spans: &[Span]) -> usize {
        spans.iter().map(|span| self.span(span)).sum()
    }

    /// The weight of one piece of text.
    pub fn span(&self, span: &Span) -> usize {
        match span {
            Span::Text(plain) => text(plain) + AROUND_TEXT,
            Span::Quoted { words, lang: _ } => text(words) + AROUND_QUOTE,
            Span::Cite(number) => digits(*number) + AROUND_NUMBER,
            // A code block has no escapes, but each "``" in it may get one more character (see `discord::code`).
            Span::Verbatim(text) => {
                text.chars().count() + text.matches("``").count() + AROUND_BLOCK
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_need_an_escape_counts_twice() {
        assert_eq!(text("a_b"), 4);
        assert_eq!(text("“é”."), 4);
    }

    #[test]
    fn a_text_is_cut_between_words_and_says_so() {
        assert_eq!(shorten("one two three", 13), "one two three");
        assert_eq!(shorten("one two three", 12), "one two…");
        assert_eq!(shorten("indivisible", 6), "indiv…");
        assert_eq!(shorten("anything", 1), "…");
        assert_eq!(shorten("anything", 0), "");
    }

    #[test]
    fn what_stands_alone_is_never_part_of_another_character() {
        let all = ('\0'..='\u{ffff}').filter(|letter| stands_alone(*letter));
        let all: Vec<char> = all.collect();
        assert!(all.contains(&'“') && all.contains(&'é') && !all.contains(&'\u{300}'));
        for letter in &all {
            let text: String = ['x', *letter, *letter, '©', *letter, ' '].iter().collect();
            assert_eq!(text.graphemes(true).count(), 6, "{letter:?}");
        }
        let accents = "é“x” e\u{301} é“x” e\u{301}";
        assert_eq!(shorten(accents, 8), "é“x”…");
        assert_eq!(shorten("é“x” é é“x” é", 9), "é“x” é…");
    }

    #[test]
    fn an_emoji_is_never_cut_in_two() {
        assert_eq!(shorten("👩\u{200d}🌾👩\u{200d}🌾", 5), "👩\u{200d}🌾…");
    }
}
