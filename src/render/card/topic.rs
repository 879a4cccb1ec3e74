//! The picture of a topic: its question, and the number of claims and the parties of each side.

use super::canvas::Canvas;
use super::fonts::Face;
use super::frame::{
    BOTTOM, Card, CardContext, FooterLine, LEFT, MOST_NAMES, RIGHT, framed, kicker,
};
use super::glyph::draw as draw_mark;
use super::palette::Color;
use crate::answer::picture::{Side, TopicPicture};

/// The gap between two columns.
const GUTTER: f32 = 36.0;

/// A card for a topic.
pub(super) fn draw(context: &CardContext<'_>, topic: &TopicPicture) -> Card {
    let mut canvas = framed(context, vec![FooterLine::Words(topic.change.clone())]);
    let top = kicker(&mut canvas, &topic.title) + 10.0;
    let sizes = [62.0, 58.0, 52.0, 46.0, 40.0, 35.0, 30.0];
    let room = (sizes.as_slice(), (RIGHT - LEFT, 168.0));
    canvas.paragraph(
        (LEFT, top),
        (Face::Serif, Color::Text),
        &topic.question,
        room,
    );
    let count = topic.sides.len().max(1) as f32;
    let wide = (RIGHT - LEFT + GUTTER) / count - GUTTER;
    for (number, side) in topic.sides.iter().enumerate() {
        let by = context.by(side, MOST_NAMES);
        let below: Vec<&str> = [Some(&*by), side.taken_back.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let x = LEFT + (wide + GUTTER) * number as f32;
        column(&mut canvas, (x, wide), side, &below);
    }
    let values = [
        ("title", topic.title.as_str(), 160),
        ("question", &topic.question, 300),
        ("counts", &context.counts(&topic.sides), 160),
        ("change", &topic.change, 160),
    ];
    context.card(canvas, "picture-alt-topic", &values)
}

/// A side's mark and count, and the parties below them.
fn column(canvas: &mut Canvas, (x, wide): (f32, f32), side: &Side, below: &[&str]) {
    let top = 340.0;
    canvas.rule((x, top), (x + wide, top), Color::Slate, 2.0);
    draw_mark(canvas, side.mark, (x + 12.0, top + 30.0), 11.0);
    let sizes = ([28.0, 26.0, 24.0, 22.0, 20.0].as_slice(), wide - 36.0);
    let bold = (Face::Semibold, Color::Text);
    canvas.line((x + 36.0, top + 39.0), bold, &side.count, sizes);
    let mut top = top + 54.0;
    for (number, text) in below.iter().enumerate() {
        let left = below.len() - number;
        let high = (BOTTOM - top) / left as f32;
        let room = ([22.0, 20.0, 19.0, 18.0].as_slice(), (wide, high));
        top = canvas.paragraph((x, top), (Face::Sans, Color::Muted), text, room) + 2.0;
    }
}
