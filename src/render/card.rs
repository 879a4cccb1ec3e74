//! An answer as a picture, 1200 by 630 pixels: one claim, a topic, the numbers of a measure, a strip of time.
//!
//! Nothing stands on a picture but what the answer in words says as well. Drawing is pure: the same facts,
//! question, language and look give the same bytes. Where a picture goes is not its business.

mod axis;
mod canvas;
mod claim;
mod figures;
mod fonts;
mod frame;
mod glyph;
mod palette;
mod text_layout;
mod timeline;
mod timeline_axis;
mod topic;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree};

use super::{clean, shorten};
use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Lang, Topic};
use crate::phrases::Words;
use crate::query::{Key, Query};

pub use claim::claim;
pub use figures::figures;
pub use palette::Theme;
pub use timeline::{Strip, timeline};
pub use topic::topic;

/// How wide a picture is, in pixels.
pub const WIDTH: u32 = 1200;

/// How high a picture is, in pixels.
pub const HEIGHT: u32 = 630;

/// Most code points of a picture's description, as Discord takes them for an attachment.
pub const ALT_MAX: usize = 1024;

/// A picture and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The picture as SVG. It needs the fonts of [`png`].
    pub svg: String,
    /// The same in words, in the picture's language; at most [`ALT_MAX`] code points.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// How a picture looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// Light or dark.
    pub theme: Theme,
    /// Where its answer can be read, to stand in its corner.
    pub address: Option<&'a str>,
}

/// What every picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct CardContext<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// The language of its words.
    pub lang: Lang,
    /// As known on which day.
    pub day: Day,
    /// How it looks.
    pub look: Look<'a>,
}

/// The picture of an answer, from its question as the answer carries it, with ids and days in place;
/// `None` where there is nothing to draw, or where the question could not be understood.
pub fn of(facts: &Facts, query: &Query, lang: Lang, look: Look<'_>) -> Option<Card> {
    let context = CardContext {
        facts,
        lang: query.lang().unwrap_or(lang),
        day: match date(query, Key::AsOf)? {
            Some(date) => date.latest()?,
            None => facts.dossier.reviewed,
        },
        look,
    };
    match query.command.as_str() {
        "claim" => claim(&context, facts.claim(query.get(Key::Claim)?)?),
        "figures" => figures::most(&context, named(facts, query)?),
        "timeline" => timeline(&context, &strip(facts, query)?),
        id => {
            let of = facts.topic(id)?;
            match query.get(Key::View).unwrap_or("overview") {
                "figures" => figures::most(&context, Some(of)),
                "timeline" => timeline(&context, &Strip::of(of)),
                "overview" | "claims" | "denials" | "quotes" | "sources" => topic(&context, of),
                _ => None,
            }
        }
    }
}

/// The date of an option, if it was given; `None` if it is none.
fn date(query: &Query, key: Key) -> Option<Option<Date>> {
    query
        .get(key)
        .map_or(Some(None), |text| text.parse().ok().map(Some))
}

/// The topic that was named, if one was; `None` if there is no such topic.
fn named<'a>(facts: &'a Facts, query: &Query) -> Option<Option<&'a Topic>> {
    query.get(Key::Topic).map_or(Some(None), |id| {
        facts.topic(id).map(|topic| Some(topic.as_ref()))
    })
}

/// What a question for a timeline asks for; `None` if it cannot be understood.
fn strip<'a>(facts: &'a Facts, query: &Query) -> Option<Strip<'a>> {
    let mut speakers = facts.speakers.iter().map(AsRef::as_ref);
    let speaker = match query.get(Key::Name) {
        Some(id) => Some(speakers.find(|speaker| speaker.id == id)?),
        None => None,
    };
    Some(Strip {
        topic: named(facts, query)?,
        speaker,
        from: date(query, Key::From)?.and_then(|date| date.earliest()),
        to: date(query, Key::To)?.and_then(|date| date.latest()),
        events: match query.get(Key::By) {
            None | Some("statement") => false,
            Some("event") => true,
            Some(_) => return None,
        },
    })
    .filter(|strip| strip.from.zip(strip.to).is_none_or(|(from, to)| from <= to))
}

/// A picture as PNG. `None` only if its SVG has been changed to what cannot be drawn.
pub fn png(card: &Card) -> Option<Vec<u8>> {
    let tree = tree(card)?;
    let mut pixels = Pixmap::new(card.width, card.height)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

/// A picture as it is drawn, with the fonts of the pictures and no others.
fn tree(card: &Card) -> Option<Tree> {
    let options = Options {
        fontdb: fonts::database(),
        // Letters that a font lacks are measured in that font, so they are not looked for in another.
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(&card.svg, &options).ok()
}

impl<'a> CardContext<'a> {
    fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }

    /// `as known on 13 December 2025`; nothing is known beyond the day of the review.
    fn known_on(&self) -> String {
        let day = self.day.min(self.facts.dossier.reviewed);
        let words = self.words();
        words.with("as-known-on", &[("date", &words.day(day))])
    }

    /// Every claim known on the day, of a topic if there is one, in the order of time.
    fn known(&self, topic: Option<&Topic>) -> Vec<&'a Claim> {
        let claims = self.facts.claims.iter().map(AsRef::as_ref);
        let of = |claim: &&Claim| topic.is_none_or(|topic| claim.topics.contains(&topic.id));
        let known = claims.filter(|claim| self.facts.known(claim, self.day));
        known.filter(of).collect()
    }

    /// The finished card; what is too long of its description is cut.
    fn card(&self, canvas: canvas::Canvas, alt: &str) -> Card {
        let alt = shorten::text(&clean::line(alt), ALT_MAX);
        Card {
            svg: canvas.done(&alt),
            alt,
            width: WIDTH,
            height: HEIGHT,
        }
    }
}

/// What a statement is on a picture: said, denied, confirmed or left open.
const SIDES: [(glyph::Mark, &str); 4] = [
    (glyph::Mark::Said, "picture-said"),
    (glyph::Mark::Denied, "picture-denied"),
    (glyph::Mark::Confirmed, "picture-confirmed"),
    (glyph::Mark::Open, "picture-open"),
];

/// The shape of a statement.
fn side(claim: &Claim) -> glyph::Mark {
    match claim.kind {
        Kind::Asserts | Kind::Assesses | Kind::Reports => glyph::Mark::Said,
        Kind::Denies => glyph::Mark::Denied,
        Kind::Confirms => glyph::Mark::Confirmed,
        Kind::Declines => glyph::Mark::Open,
    }
}

/// A part of a description that leaves room for the others.
fn brief(text: &str, most: usize) -> String {
    shorten::text(&clean::line(text), most)
}

#[cfg(test)]
mod tests;
