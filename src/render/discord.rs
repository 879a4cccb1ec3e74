//! A page as a Discord message: the title and the short answer as its content, the rest in embeds, and the components.
//!
//! The content is what people see who hide embeds, get a notification or search later. This file does not send the
//! message.

pub mod buttons;
mod cards;
mod content;
mod escape;
mod menu;
pub mod message;
mod sources;

use std::collections::BTreeMap;

use super::{Page, clean, isolate, weight};
use crate::answer::{Entry, Note, Outcome, Span};
use crate::phrases::Phrases;
use cards::Cards;
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

/// The ids under which Discord registered the commands, by name.
pub type CommandIds = BTreeMap<String, u64>;

/// What surrounds a message.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Who sees it.
    pub audience: Audience,
    /// The address of the answer's public page, if it has one.
    pub address: Option<&'a str>,
    /// The ids of the commands, as far as they are known; a command with an id can be tapped.
    pub command_ids: Option<&'a CommandIds>,
}

impl From<Audience> for Context<'_> {
    fn from(audience: Audience) -> Self {
        Self {
            audience,
            address: None,
            command_ids: None,
        }
    }
}

/// A page as a Discord message that respects all of Discord's limits.
pub fn message<'a>(page: &Page<'_>, context: impl Into<Context<'a>>) -> Message {
    let context = context.into();
    let color = match page.answer.outcome {
        Outcome::Found => FOUND,
        Outcome::Nothing | Outcome::Unknown => NOT_FOUND,
    };
    let (mut content, body) = content::divided(page);
    let descriptions = descriptions(page, &body, context);
    let embed = |description: String| Embed {
        description: Some(description),
        color,
        image: None,
        footer: None,
    };
    let mut embeds: Vec<Embed> = descriptions.into_iter().map(embed).collect();
    match (embeds.last_mut(), footer(page)) {
        (Some(last), text) => last.footer = text.map(|text| Footer { text }),
        (None, Some(text)) => {
            content.push(&format!("-# {}", escape::text(&text)));
        }
        (None, None) => {}
    }
    Message {
        content: Some(content.text),
        embeds,
        components: buttons::rows(page, context),
        allowed_mentions: AllowedMentions::default(),
        attachments: None,
        flags: None,
    }
}

/// The small print, unescaped because Discord shows no Markdown in it.
fn footer(page: &Page<'_>) -> Option<String> {
    let frame = &page.frame;
    let phrases = frame.as_of.iter().chain(&frame.footer).cloned();
    let phrases: Vec<String> = phrases.chain(page.position()).collect();
    let text = clean::line(&phrases.join(" · "));
    let text = isolate::line(text, page.answer.lang);
    (!text.is_empty()).then_some(text)
}

/// The body, in as few embeds as possible; a section is kept in one embed if it fits.
fn descriptions(page: &Page<'_>, body: &content::Body, context: Context<'_>) -> Vec<String> {
    let mut cards = Cards::default();
    cards.add(body.head.clone());
    let mut stated = body.stated;
    for section in &page.sections {
        let mut lines = Vec::new();
        let (told, entries) = section.entries.split_at(stated.min(section.entries.len()));
        stated -= told.len();
        let heading = escape::text(&section.heading);
        if !heading.is_empty() && !entries.is_empty() {
            lines.push(format!("### {}", isolate::line(heading, page.answer.lang)));
        }
        let drawn = entries.iter().map(|one| entry(page, one, context));
        lines.extend(drawn.filter(|line| !line.trim().is_empty()));
        cards.add(lines);
    }
    cards.add(sources::lines(page));
    cards.full
}

fn entry(page: &Page<'_>, entry: &Entry, context: Context<'_>) -> String {
    let words = Phrases::of(page.answer.lang);
    let mut lines = vec![statement(page, entry, context)];
    lines.extend(notes(page, &entry.notes, words));
    lines.join("\n")
}

/// The label and the body of an entry.
fn statement(page: &Page<'_>, entry: &Entry, context: Context<'_>) -> String {
    let words = Phrases::of(page.answer.lang);
    let body = spans(page, &entry.body, entry.spells_out, words);
    let ids = context.command_ids;
    let command = entry.command.as_deref();
    let id = command.and_then(|name| Some((name, ids?.get(name)?)));
    let label = isolate::piece(escape::text(&entry.label.text()));
    let colon = words.colon();
    let whole = match (id, label.as_str()) {
        (Some((name, id)), _) => format!("</{name}:{id}>{colon}{body}"),
        (None, "") => body,
        (None, label) => format!("**{label}**{colon}{body}"),
    };
    isolate::line(whole, page.answer.lang)
}

fn notes(page: &Page<'_>, notes: &[Note], words: &Phrases) -> Vec<String> {
    let drawn = notes
        .iter()
        .map(|note| spans(page, &note.spans, None, words));
    let drawn = drawn.filter(|note| !note.is_empty());
    let lang = words.lang();
    drawn
        .map(|note| format!("-# {}", isolate::line(note, lang)))
        .collect()
}

/// Text with the numbers of its sources, which the message lists at its end; the number of the source that an entry
/// `spells_out` is a link, with its other address behind it.
fn spans(page: &Page<'_>, spans: &[Span], spells_out: Option<usize>, words: &Phrases) -> String {
    let mut out = String::new();
    for span in spans {
        match span {
            Span::Text(text) => {
                let text = isolate::piece(escape::piece(text));
                // A bracket after a number would begin the address of a link.
                if out.ends_with(']') && text.starts_with('(') {
                    out.push('\\');
                }
                out.push_str(&text);
            }
            Span::Quoted {
                words: said,
                lang: _,
            } => {
                let quoted = words.format("quoted", &[("words", said)]);
                out.push_str(&isolate::piece(escape::piece(&quoted)));
            }
            Span::Cite(number) => {
                let reference = page.reference(*number);
                let reference = reference.filter(|one| spells_out == Some(one.number));
                match reference.and_then(|one| Some((one, weight::link(one)?))) {
                    Some((reference, address)) => {
                        let second = sources::second(reference, words);
                        out.push_str(&format!("[[{number}]](<{address}>){second}"));
                    }
                    None => out.push_str(&format!("[{number}]")),
                }
            }
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

/// The number of code points, which Discord presumably counts.
fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_backticks_ends_a_block() {
        for ticks in 1..9 {
            let block = code(&format!("a{}b", "`".repeat(ticks)));
            assert_eq!(block.matches(weight::FENCE).count(), 2, "{ticks}");
        }
    }
}
