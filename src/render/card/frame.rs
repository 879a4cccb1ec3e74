//! What stands around every picture: whose facts, as known when, and the small print.

use super::CardContext;
use super::canvas::Canvas;
use super::fonts::{Face, width};
use super::glyph::{Mark, draw};
use super::palette::Color;
use super::text_layout::line;

/// The margins left and right.
pub(super) const LEFT: f32 = 64.0;
pub(super) const RIGHT: f32 = 1136.0;
/// Where the body begins and must end.
pub(super) const TOP: f32 = 112.0;
pub(super) const BOTTOM: f32 = 516.0;

const SMALL: [f32; 4] = [22.0, 20.0, 18.0, 16.0];
/// Between two texts on one line.
const GAP: f32 = 36.0;

/// Small print.
pub(super) enum FooterLine {
    Words(String),
    /// Marks with their meaning.
    Legend(Vec<(Mark, String)>),
}

/// Head and foot of a picture, on blank paper; at most two lines of small print.
pub(super) fn framed(context: &CardContext<'_>, print: Vec<FooterLine>) -> Canvas {
    let mut canvas = Canvas::new(context.look.theme);
    let known = context.known_on();
    let (known, size) = line(&known, Face::Sans, &SMALL, 420.0);
    canvas.text_to((RIGHT, 70.0), (Face::Sans, size), Color::Muted, &known);
    let room = RIGHT - LEFT - width(&known, Face::Sans, size) - GAP;
    let title = context.facts.dossier.title.get(context.lang);
    let (title, size) = line(title, Face::Semibold, &SMALL, room);
    canvas.text((LEFT, 70.0), (Face::Semibold, size), Color::Muted, &title);
    canvas.rule((LEFT, 90.0), (RIGHT, 90.0), Color::Rule, 1.5);
    canvas.rule((LEFT, 534.0), (RIGHT, 534.0), Color::Rule, 1.5);
    let mut room = RIGHT - LEFT;
    if let Some(address) = context.look.address {
        let (address, size) = line(address, Face::Semibold, &SMALL, 480.0);
        canvas.text_to(
            (RIGHT, 566.0),
            (Face::Semibold, size),
            Color::Slate,
            &address,
        );
        room -= width(&address, Face::Semibold, size) + GAP;
    }
    for (number, print) in print.into_iter().take(2).enumerate() {
        let baseline = 566.0 + 28.0 * number as f32;
        let room = if number == 0 { room } else { RIGHT - LEFT };
        match print {
            FooterLine::Words(text) => {
                let (text, size) = line(&text, Face::Sans, &SMALL, room);
                canvas.text((LEFT, baseline), (Face::Sans, size), Color::Muted, &text);
            }
            FooterLine::Legend(marks) => legend(&mut canvas, &marks, baseline, room),
        }
    }
    canvas
}

/// Marks with their meaning in a row, as small as they need to be.
fn legend(canvas: &mut Canvas, marks: &[(Mark, String)], baseline: f32, room: f32) {
    let each = (room + 28.0) / marks.len().max(1) as f32 - 28.0 - 24.0;
    let mut x = LEFT;
    for (mark, text) in marks {
        let (text, size) = line(text, Face::Sans, &SMALL, each);
        draw(canvas, *mark, (x + 8.0, baseline - 6.5), 8.0);
        canvas.text(
            (x + 24.0, baseline),
            (Face::Sans, size),
            Color::Muted,
            &text,
        );
        x += 24.0 + width(&text, Face::Sans, size) + 28.0;
    }
}

/// The line above a title, in ochre; returns where what follows begins.
pub(super) fn kicker(canvas: &mut Canvas, text: &str) -> f32 {
    let (text, size) = line(
        text,
        Face::Semibold,
        &[24.0, 22.0, 20.0, 18.0],
        RIGHT - LEFT,
    );
    canvas.text(
        (LEFT, TOP + 22.0),
        (Face::Semibold, size),
        Color::Ochre,
        &text,
    );
    TOP + 34.0
}

/// The small print on dates that were worked out, where a text has one.
pub(super) fn inferred(context: &CardContext<'_>, texts: &[String]) -> Option<FooterLine> {
    let marked = texts.iter().any(|text| text.contains('†'));
    marked.then(|| FooterLine::Words(context.words().say("footer-inferred")))
}
