//! The picture of an answer, 1200 by 630 pixels: one claim, a topic, the figures of a measure, or a timeline.
//!
//! It draws the data in the answer (`answer::picture`) and does not access facts or queries. Drawing is pure: the
//! same answer and look produce the same bytes.

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

use crate::answer::Answer;
use crate::answer::picture::Body;
use crate::facts::Lang;
use crate::phrases::Phrases;

pub use canvas::{HEIGHT, WIDTH};
pub use frame::{ALT_MAX, Card, Look};
pub use palette::Theme;

/// The picture of an answer; `None` if it has none.
pub fn draw(answer: &Answer, look: Look<'_>) -> Option<Card> {
    let picture = answer
        .picture
        .as_ref()
        .filter(|_| missing(answer.lang).is_none())?;
    let context = frame::CardContext::new(answer, &picture.collection, look);
    match &picture.body {
        Body::Claim(body) => Some(claim::draw(&context, body)),
        Body::Topic(body) => Some(topic::draw(&context, body)),
        Body::Figures(body) => figures::draw(&context, body),
        Body::Timeline(body) => timeline::draw(&context, body),
    }
}

/// A letter that the fonts lack, of a language whose script they do not have: there are no pictures in it.
pub fn missing(lang: Lang) -> Option<char> {
    fonts::missing(&Phrases::of(lang).own_name())
}

/// A picture as PNG; `None` only if its SVG was changed and can no longer be drawn.
pub fn png(card: &Card) -> Option<Vec<u8>> {
    let tree = tree(card)?;
    let mut pixels = Pixmap::new(card.width, card.height)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

/// The parsed picture, which uses only our fonts.
fn tree(card: &Card) -> Option<Tree> {
    let options = Options {
        fontdb: fonts::database(),
        // Text is measured in one font, so there is no fallback to another font for missing letters.
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(&card.svg, &options).ok()
}

#[cfg(test)]
mod tests;
