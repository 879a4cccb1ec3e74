//! A page as a Discord message: embeds whose numbers are links, and rows of buttons.
//!
//! It does not send the message.

pub mod buttons;
mod escape;
mod menu;
pub mod message;

use super::{DESCRIPTION_MAX, Page, clean, weight};
use crate::answer::{Entry, Outcome, Span};
use crate::phrases::Phrases;
use message::{AllowedMentions, Embed, Footer, Message};

/// Slate if something was found, ochre if not. Neither color expresses a judgement.
const FOUND: u32 = 0x0054_6a7b;
const NOT_FOUND: u32 = 0x00b0_7d2b;

/// Who sees a message. This decides which buttons it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The person who asked.
    Asker,
    /// Everyone in the channel. The person in `by` may remove the message.
    Channel {
        /// The Discord id of the person who requested or shared it.
        by: Option<u64>,
    },
}

/// A page as a Discord message that respects all of Discord's limits.
pub fn message(page: &Page<'_>, audience: Audience) -> Message {
    let words = Phrases::of(page.answer.lang);
    let mut descriptions = descriptions(page, words).into_iter();
    let color = match page.answer.outcome {
        Outcome::Found => FOUND,
        Outcome::Nothing | Outcome::Unknown => NOT_FOUND,
    };
    let embed = |title: Option<String>, description: Option<String>| Embed {
        title,
        url: None,
        description,
        color,
        image: None,
        footer: None,
    };
    let mut embeds = vec![embed(Some(title(page)), descriptions.next())];
    embeds.extend(descriptions.map(|description| embed(None, Some(description))));
    if let Some(last) = embeds.last_mut() {
        last.footer = footer(page).map(|text| Footer { text });
    }
    Message {
        content: None,
        embeds,
        components: buttons::rows(page, audience),
        allowed_mentions: AllowedMentions::default(),
        attachments: None,
        flags: None,
    }
}

/// The title, escaped because Discord shows some Markdown in it; the query if the title is empty.
fn title(page: &Page<'_>) -> String {
    match escape::text(&page.frame.title) {
        title if title.is_empty() => escape::text(&page.answer.query.to_string()),
        title => title,
    }
}

/// The small print, unescaped because Discord shows no Markdown in it.
fn footer(page: &Page<'_>) -> Option<String> {
    let frame = &page.frame;
    let phrases = frame.as_of.iter().chain(&frame.footer).cloned();
    let phrases: Vec<String> = phrases.chain(page.position()).collect();
    let text = clean::line(&phrases.join(" · "));
    (!text.is_empty()).then_some(text)
}

/// The body, in as few embeds as possible; a section is kept in one embed if it fits.
fn descriptions(page: &Page<'_>, words: &Phrases) -> Vec<String> {
    let mut cards = Cards::default();
    cards.add(head(page));
    for section in &page.sections {
        let mut lines = Vec::new();
        let heading = escape::text(&section.heading);
        if !heading.is_empty() {
            lines.push(format!("### {heading}"));
        }
        let drawn = section.entries.iter().map(|one| entry(page, one, words));
        lines.extend(drawn.filter(|line| !line.trim().is_empty()));
        cards.add(lines);
    }
    cards.add(unlinked(page));
    cards.full
}

fn head(page: &Page<'_>) -> Vec<String> {
    let question = page.frame.question.iter().map(|text| escape::text(text));
    let notices = page.frame.notices.iter().map(|text| escape::text(text));
    let question = question.filter(|text| !text.is_empty());
    let notices = notices.filter(|text| !text.is_empty());
    question
        .map(|text| format!("*{text}*"))
        .chain(notices.map(|text| format!("> {text}")))
        .chain(lead(page))
        .collect()
}

fn lead(page: &Page<'_>) -> Option<String> {
    let words = Phrases::of(page.answer.lang);
    let lead = page.lead.iter().map(|one| spans(page, &one.spans, words));
    let lead = lead.collect::<Vec<_>>().join(" ");
    (!lead.is_empty()).then_some(lead)
}

fn entry(page: &Page<'_>, entry: &Entry, words: &Phrases) -> String {
    let label = escape::text(&entry.label.text());
    let body = spans(page, &entry.body, words);
    let mut lines = vec![match label.as_str() {
        "" => body,
        label => format!("**{label}**: {body}"),
    }];
    let notes = entry
        .notes
        .iter()
        .map(|note| spans(page, &note.spans, words));
    let notes = notes.filter(|note| !note.is_empty());
    lines.extend(notes.map(|note| format!("-# {note}")));
    lines.join("\n")
}

fn spans(page: &Page<'_>, spans: &[Span], words: &Phrases) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) => out.push_str(&escape::piece(text)),
            Span::Quoted {
                words: said,
                lang: _,
            } => {
                let quoted = words.format("quoted", &[("words", said)]);
                out.push_str(&escape::piece(&quoted));
            }
            Span::Cite(number) => match page.reference(*number).and_then(weight::link) {
                Some(address) => out.push_str(&format!("[[{number}]](<{address}>)")),
                None => out.push_str(&format!("\\[{number}\\]")),
            },
            Span::Verbatim(text) => out.push_str(&format!("\n{}\n", code(text))),
        }
    }
    out.trim().to_owned()
}

/// A code block to be copied. Discord has no escape for a fence within it, so zero-width spaces break up the fence.
pub fn code(text: &str) -> String {
    let mut text = clean::lines(text);
    if text.contains(weight::FENCE) {
        text = text.replace("``", "``\u{200b}");
    }
    format!("{fence}\n{text}\n{fence}", fence = weight::FENCE)
}

/// The sources whose numbers cannot be links, written out at the end.
fn unlinked(page: &Page<'_>) -> Vec<String> {
    let listed = page.listed().into_iter();
    listed
        .filter(|reference| weight::link(reference).is_none())
        .map(|reference| {
            let text = escape::text(&weight::unlinked(reference));
            format!("-# \\[{}\\] {text}", reference.number)
        })
        .collect()
}

/// Fills the descriptions of embeds one after the other.
#[derive(Default)]
struct Cards {
    full: Vec<String>,
    used: usize,
}

impl Cards {
    /// Adds lines that belong together: to the open embed, to a new embed if they only fit there, or else spread over
    /// several embeds.
    fn add(&mut self, lines: Vec<String>) {
        let together: usize = lines.iter().map(|line| length(line) + 1).sum();
        if self.used + together > DESCRIPTION_MAX && together <= DESCRIPTION_MAX {
            self.used = DESCRIPTION_MAX;
        }
        for (at, line) in lines.iter().enumerate() {
            // A heading needs room for the line below it.
            let over = lines.get(at + 1).filter(|_| line.starts_with("### "));
            let needed = length(line) + 1 + over.map_or(0, |next| length(next) + 1);
            match self.full.last_mut() {
                Some(card) if self.used + needed <= DESCRIPTION_MAX => {
                    card.push('\n');
                    card.push_str(line);
                    self.used += length(line) + 1;
                }
                _ => {
                    self.full.push(line.clone());
                    self.used = length(line);
                }
            }
        }
    }
}

/// The number of code points, which Discord presumably counts.
fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(blocks: &[&[usize]]) -> Vec<usize> {
        let mut cards = Cards::default();
        for block in blocks {
            cards.add(block.iter().map(|size| "x".repeat(*size)).collect());
        }
        cards.full.iter().map(|card| length(card)).collect()
    }

    #[test]
    fn a_card_is_filled_to_its_limit_and_not_beyond() {
        assert_eq!(
            cards(&[&[1000], &[DESCRIPTION_MAX - 1001]]),
            [DESCRIPTION_MAX]
        );
        assert_eq!(cards(&[&[1000], &[DESCRIPTION_MAX - 1000]]).len(), 2);
    }

    #[test]
    fn a_section_is_kept_together_where_it_fits_a_card() {
        assert_eq!(cards(&[&[2000], &[1500, 1500]]), [2000, 3001]);
        assert_eq!(cards(&[&[2000], &[1500, 1500, 1500]]), [3501, 3001]);
    }

    #[test]
    fn no_number_of_backticks_ends_a_block() {
        for ticks in 1..9 {
            let block = code(&format!("a{}b", "`".repeat(ticks)));
            assert_eq!(block.matches(weight::FENCE).count(), 2, "{ticks}");
        }
    }

    #[test]
    fn nothing_makes_no_card() {
        assert!(cards(&[&[]]).is_empty());
    }
}
