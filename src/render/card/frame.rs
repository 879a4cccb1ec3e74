//! The parts that all pictures share: header and footer, the line above the title, the description in words.

use super::canvas::{Canvas, HEIGHT, WIDTH};
use super::fonts::Face;
use super::glyph::draw;
use super::palette::{Color, Theme};
use crate::answer::Answer;
use crate::answer::picture::{Mark, Side};
use crate::phrases::Phrases;
use crate::render::{clean, weight};

/// The left and right edges of the content.
pub(super) const LEFT: f32 = 64.0;
pub(super) const RIGHT: f32 = 1136.0;
/// The top of the body and the limit for its bottom.
pub(super) const TOP: f32 = 112.0;
pub(super) const BOTTOM: f32 = 516.0;

/// The maximum number of parties named for a side.
pub(super) const MOST_NAMES: usize = 5;

const SMALL: [f32; 4] = [22.0, 20.0, 18.0, 16.0];
/// The gap between two texts on one line.
const GAP: f32 = 36.0;

/// The maximum number of code points of a picture's description, which is Discord's limit for an attachment.
pub const ALT_MAX: usize = 1024;

/// A picture and its description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The picture as SVG. It needs the fonts of [`png`](super::png).
    pub svg: String,
    /// A description in the picture's language; at most [`ALT_MAX`] code points.
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
    /// The address of the answer, shown in a corner.
    pub address: Option<&'a str>,
}

/// The data that every picture needs besides its own.
pub(super) struct CardContext<'a> {
    pub(super) words: &'static Phrases,
    look: Look<'a>,
    /// The name of the collection of facts.
    collection: &'a str,
    /// `as known on 13 December 2025`.
    known: String,
}

impl<'a> CardContext<'a> {
    pub(super) fn new(answer: &Answer, collection: &'a str, look: Look<'a>) -> Self {
        let words = Phrases::of(answer.lang);
        Self {
            words,
            look,
            collection,
            known: answer
                .as_of
                .map(|day| words.known_on(day))
                .unwrap_or_default(),
        }
    }

    /// The finished card. Its description is the phrase `key`; each value has its own maximum length, so that all fit.
    pub(super) fn card(&self, canvas: Canvas, key: &str, values: &[(&str, &str, usize)]) -> Card {
        let brief = |text: &str, most| weight::shorten(&clean::line(text), most);
        let values: Vec<(&str, String)> = values
            .iter()
            .map(|(name, text, most)| (*name, brief(text, *most)))
            .collect();
        let mut all: Vec<(&str, &str)> =
            values.iter().map(|(name, text)| (*name, &**text)).collect();
        all.push(("known", &self.known));
        let alt = brief(&self.words.format(key, &all), ALT_MAX);
        Card {
            svg: canvas.finish(&alt),
            alt,
            width: WIDTH,
            height: HEIGHT,
        }
    }

    /// The number of claims of each side, in words.
    pub(super) fn counts(&self, sides: &[Side]) -> String {
        let counts: Vec<String> = sides.iter().map(|side| side.count.to_lowercase()).collect();
        self.words.list(&counts)
    }

    /// The parties of a side, at most `most` of them by name.
    pub(super) fn by(&self, side: &Side, most: usize) -> String {
        let names = self.words.few(side.parties.clone(), most);
        self.words.format("picture-by", &[("names", &names)])
    }

    /// The explanation of †, if any date in the picture has it.
    pub(super) fn inferred(&self, any: bool) -> Option<FooterLine> {
        any.then(|| FooterLine::Words(self.words.text("footer-inferred")))
    }
}

/// A line in the footer of a picture.
pub(super) enum FooterLine {
    /// A sentence.
    Words(String),
    /// Marks with their meaning.
    Legend(Vec<(Mark, String)>),
}

/// A picture with only a header and a footer; at most two footer lines are drawn.
pub(super) fn framed(context: &CardContext<'_>, footer: Vec<FooterLine>) -> Canvas {
    let mut canvas = Canvas::new(context.look.theme, context.words.lang());
    let (sans, bold) = ((Face::Sans, Color::Muted), (Face::Semibold, Color::Muted));
    let known = canvas.line_to((RIGHT, 70.0), sans, &context.known, (&SMALL, 420.0));
    let room = RIGHT - LEFT - known - GAP;
    canvas.line((LEFT, 70.0), bold, context.collection, (&SMALL, room));
    canvas.rule((LEFT, 90.0), (RIGHT, 90.0), Color::Rule, 1.5);
    canvas.rule((LEFT, 534.0), (RIGHT, 534.0), Color::Rule, 1.5);
    let mut room = RIGHT - LEFT;
    if let Some(address) = context.look.address {
        let style = (Face::Semibold, Color::Slate);
        room -= canvas.line_to((RIGHT, 566.0), style, address, (&SMALL, 480.0)) + GAP;
    }
    for (number, footer) in footer.into_iter().take(2).enumerate() {
        let baseline = 566.0 + 28.0 * number as f32;
        let room = if number == 0 { room } else { RIGHT - LEFT };
        match footer {
            FooterLine::Words(text) => {
                canvas.line((LEFT, baseline), sans, &text, (&SMALL, room));
            }
            FooterLine::Legend(marks) => legend(&mut canvas, &marks, baseline, room),
        }
    }
    canvas
}

/// Marks with their meaning in one row; each text has the largest size that fits.
fn legend(canvas: &mut Canvas, marks: &[(Mark, String)], baseline: f32, room: f32) {
    let each = (room + 28.0) / marks.len().max(1) as f32 - 28.0 - 24.0;
    let mut x = LEFT;
    for (mark, text) in marks {
        draw(canvas, *mark, (x + 8.0, baseline - 6.5), 8.0);
        let style = (Face::Sans, Color::Muted);
        let wide = canvas.line((x + 24.0, baseline), style, text, (&SMALL, each));
        x += 24.0 + wide + 28.0;
    }
}

/// The line above a title, in ochre; returns where the next line begins.
pub(super) fn kicker(canvas: &mut Canvas, text: &str) -> f32 {
    let sizes = ([24.0, 22.0, 20.0, 18.0].as_slice(), RIGHT - LEFT);
    canvas.line(
        (LEFT, TOP + 22.0),
        (Face::Semibold, Color::Ochre),
        text,
        sizes,
    );
    TOP + 34.0
}
