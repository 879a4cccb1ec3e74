//! The picture of a timeline: a mark for each claim, by month and by side.
//!
//! Each mark is in the month of its date, or in the year if the month is unknown. Months without a claim are left out.

use super::canvas::Canvas;
use super::fonts::{Face, width};
use super::frame::{Card, CardContext, FooterLine, LEFT, MOST_NAMES, RIGHT, framed, kicker};
use super::glyph::draw as draw_mark;
use super::palette::Color;
use super::text_layout::block;
use super::timeline_axis::Columns;
use crate::answer::picture::{Side, TimelinePicture};

/// The top and bottom of the lanes, and the left edge of the marks.
const LANES: (f32, f32) = (204.0, 464.0);
const MARKS: f32 = LEFT + 330.0;

/// The left edge of a lane's text, and the font sizes of its names.
const NAME: f32 = LEFT + 34.0;
const NAMES: [f32; 4] = [18.0, 17.0, 16.0, 15.0];

/// The minimum height of a lane, which its text needs.
const LANE: f32 = 60.0;

/// A timeline; `None` if no claim has a date.
pub(super) fn draw(context: &CardContext<'_>, timeline: &TimelinePicture) -> Option<Card> {
    let (words, sides) = (context.words, timeline.sides.as_slice());
    let columns = Columns::new(words, sides, (RIGHT - MARKS, LANES.1 - LANES.0, LANE))?;
    let note = words.text("picture-legend-months");
    let mut canvas = framed(context, vec![FooterLine::Words(note)]);
    let top = kicker(&mut canvas, &timeline.kicker);
    let sizes = [36.0, 32.0, 28.0, 25.0, 22.0];
    let room = (sizes.as_slice(), (RIGHT - LEFT, 48.0));
    canvas.paragraph(
        (LEFT, top),
        (Face::Serif, Color::Text),
        &timeline.title,
        room,
    );
    let mut top = LANES.0;
    for (number, side) in sides.iter().enumerate() {
        let high = columns.high(number);
        canvas.rule((LEFT, top), (RIGHT, top), Color::Rule, 1.0);
        lane(&mut canvas, (top, high), &side.count, &by(context, side));
        draw_mark(&mut canvas, side.mark, (LEFT + 11.0, top + 24.0), 10.0);
        for (mark, at, r) in columns.marks(number) {
            draw_mark(&mut canvas, mark, (MARKS + at.0, top + at.1), r);
        }
        top += high;
    }
    canvas.rule((LEFT, LANES.1), (RIGHT, LANES.1), Color::Muted, 1.5);
    columns.draw_axis(&mut canvas, (MARKS, LANES.1));

    let (first, last) = columns.ends();
    let key = match first == last {
        true => "picture-alt-timeline-one",
        false => "picture-alt-timeline",
    };
    let values = [
        ("title", timeline.title.as_str(), 240),
        ("counts", &context.counts(sides), 200),
        ("first", &first, 100),
        ("last", &last, 100),
    ];
    Some(context.card(canvas, key, &values))
}

/// The parties of a side, with as many names as fit.
fn by(context: &CardContext<'_>, side: &Side) -> String {
    let fits = |text: &String| width(text, Face::Sans, NAMES[1]) <= MARKS - NAME - 20.0;
    let mut fewer = (2..=MOST_NAMES).rev().map(|most| context.by(side, most));
    fewer.find(fits).unwrap_or_else(|| context.by(side, 2))
}

/// The text of a lane: the number of claims and the parties.
fn lane(canvas: &mut Canvas, (top, high): (f32, f32), text: &str, by: &str) {
    let wide = MARKS - NAME - 20.0;
    let sizes = ([23.0, 21.0, 19.0, 17.0].as_slice(), wide);
    canvas.line(
        (NAME, top + 31.0),
        (Face::Semibold, Color::Text),
        text,
        sizes,
    );
    let room = (wide, high - 38.0);
    let fitted = block(by, Face::Sans, &NAMES, room);
    if fitted.height() <= room.1 {
        canvas.block((NAME, top + 36.0), (Face::Sans, Color::Muted), &fitted);
    }
}
