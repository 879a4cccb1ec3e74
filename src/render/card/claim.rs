//! The picture of one claim: the speaker and the date, the text, the standing and the publishers.

use super::canvas::Canvas;
use super::fonts::Face;
use super::frame::{BOTTOM, Card, CardContext, FooterLine, LEFT, RIGHT, framed, kicker};
use super::glyph::draw as draw_mark;
use super::palette::Color;
use super::text_layout::{block, size_for};
use crate::answer::picture::{ClaimPicture, Line, Mark};

/// The distance between two lines of the standing.
const PITCH: f32 = 34.0;

/// The maximum number of lines of the standing, not counting the one on origins.
const MOST_LINES: usize = 5;

/// The font sizes of the standing; all its lines have the same size.
const LINES: [f32; 7] = [25.0, 23.0, 21.0, 19.0, 17.0, 15.5, 14.0];

const STATEMENT: [f32; 15] = [
    60.0, 55.0, 50.0, 46.0, 42.0, 38.0, 35.0, 32.0, 29.0, 26.0, 24.0, 22.0, 20.0, 18.5, 17.0,
];

/// The font sizes of the speaker's name, which is on one line.
const NAME: [f32; 8] = [38.0, 34.0, 30.0, 27.0, 25.0, 22.0, 19.0, 17.0];

/// A card with one claim.
pub(super) fn draw(context: &CardContext<'_>, claim: &ClaimPicture) -> Card {
    let occasion = |date: &str| {
        let before = claim.circumstances.iter().map(String::as_str);
        let parts = before.chain([date]).chain(claim.answering.as_deref());
        parts.collect::<Vec<_>>().join(", ")
    };
    let standing = standing(context, claim);
    let mut footer = vec![FooterLine::Words(claim.sources.clone())];
    footer.extend(context.inferred(claim.inferred));
    let mut canvas = framed(context, footer);
    let top = kicker(&mut canvas, &claim.kicker);
    // A date is never broken across two lines.
    let unbroken = claim.date.replace(' ', "\u{a0}");
    let top = attribution(&mut canvas, top, &claim.who, &occasion(&unbroken));
    let bottom = BOTTOM - 6.0 - PITCH * standing.len() as f32;
    statement(&mut canvas, &claim.text, (top, bottom));
    standing_lines(&mut canvas, bottom, &standing);

    let who = format!("{}, {}", claim.who, occasion(&claim.date));
    let lines: Vec<&str> = standing.iter().map(|line| line.text.as_str()).collect();
    let values = [
        ("who", who.as_str(), 260),
        ("text", &claim.text, 320),
        ("standing", &lines.join(" · "), 220),
        ("sources", &claim.sources, 120),
    ];
    context.card(canvas, "picture-alt-claim", &values)
}

/// The lines of the standing that are shown; the last one is about origins.
fn standing(context: &CardContext<'_>, claim: &ClaimPicture) -> Vec<Line> {
    let mut lines = claim.standing.clone();
    if lines.len() > MOST_LINES {
        let left = lines.len() - (MOST_LINES - 1);
        lines.truncate(MOST_LINES - 1);
        let text = context.words.plural("picture-more-standing", left, &[]);
        lines.push(Line::new(Mark::More, text));
    }
    lines.push(claim.origins.clone());
    lines
}

/// The speaker's name and the occasion; returns the top of the part below them.
fn attribution(canvas: &mut Canvas, top: f32, who: &str, occasion: &str) -> f32 {
    let wide = RIGHT - LEFT;
    let bold = (Face::Semibold, Color::Text);
    canvas.line((LEFT, top + 36.0), bold, who, (&NAME, wide));
    let sizes = [25.0, 23.0, 21.0, 20.0, 18.0, 16.0];
    let muted = (Face::Sans, Color::Muted);
    canvas.paragraph((LEFT, top + 46.0), muted, occasion, (&sizes, (wide, 64.0))) + 16.0
}

/// The text of the claim with a bar next to it, between `top` and `bottom`.
fn statement(canvas: &mut Canvas, text: &str, (top, bottom): (f32, f32)) {
    let left = LEFT + 26.0;
    let room = (RIGHT - left, bottom - top - 14.0);
    let fitted = block(text, Face::Serif, &STATEMENT, room);
    // A short text is centred vertically, up to a limit.
    let top = top + ((room.1 - fitted.height()) / 2.0).clamp(0.0, 40.0);
    let end = canvas.block((left, top), (Face::Serif, Color::Text), &fitted);
    canvas.rule(
        (LEFT + 3.0, top + 6.0),
        (LEFT + 3.0, end - 2.0),
        Color::Ochre,
        5.0,
    );
}

fn standing_lines(canvas: &mut Canvas, top: f32, lines: &[Line]) {
    let left = LEFT + 34.0;
    let texts = lines.iter().map(|line| line.text.as_str());
    let size = size_for(texts, Face::Semibold, &LINES, RIGHT - left);
    for (number, Line { mark, text }) in lines.iter().enumerate() {
        let baseline = top + PITCH * (number as f32 + 1.0);
        draw_mark(canvas, *mark, (LEFT + 11.0, baseline - 8.0), 10.0);
        let style = (Face::Semibold, Color::Slate);
        canvas.line((left, baseline), style, text, (&[size], RIGHT - left));
    }
}
