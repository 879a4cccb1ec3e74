//! The picture of one measure: every number on one axis, each with when and by whom it was given.

use super::canvas::Canvas;
use super::fonts::{Face, width};
use super::frame::{FooterLine, LEFT, RIGHT, framed, inferred, kicker};
use super::glyph::Mark;
use super::palette::Color;
use super::text_layout::{block, line, size_for};
use super::{Card, CardContext, brief};
use crate::facts::vocabulary::Qualifier;
use crate::facts::{Figure, Given, Measure, Topic};
use crate::phrases::said::capitalised;

use super::axis::Axis;

/// Where the rows begin and must end.
const ROWS: (f32, f32) = (206.0, 482.0);

/// From one row to the next, at most.
const PITCH: f32 = 68.0;

/// Most numbers: more rows would have no room for what was noted on them.
const MOST_ROWS: usize = 6;

const TEXT: [f32; 6] = [22.0, 20.0, 18.0, 16.0, 14.0, 12.5];
const NOTE: [f32; 4] = [18.0, 17.0, 16.0, 15.0];

/// One number as it is drawn.
#[derive(Default)]
struct Row {
    date: String,
    who: String,
    value: String,
    /// How it was counted.
    note: String,
    low: Option<i64>,
    best: Option<i64>,
    high: Option<i64>,
    /// Whether it goes on below, and above, without a bound.
    open: (bool, bool),
}

/// A chart of the numbers of a measure, of a topic if one is given; `None` if none was given by the day.
pub fn figures(
    context: &CardContext<'_>,
    topic: Option<&Topic>,
    measure: &Measure,
) -> Option<Card> {
    let known = context.known(topic);
    let mut all = context.facts.by_measure(&known, context.day).into_iter();
    let (_, given) = all.find(|(one, _)| one.id == measure.id)?;
    chart(context, topic, measure, given)
}

/// The same of the measure with the most numbers, the first of several.
pub(super) fn most(context: &CardContext<'_>, topic: Option<&Topic>) -> Option<Card> {
    let known = context.known(topic);
    let all = context.facts.by_measure(&known, context.day);
    let most = all.iter().map(|(_, given)| given.len()).max()?;
    let (measure, given) = all.into_iter().find(|(_, given)| given.len() == most)?;
    chart(context, topic, measure, given)
}

fn chart(
    context: &CardContext<'_>,
    topic: Option<&Topic>,
    measure: &Measure,
    given: Given<'_>,
) -> Option<Card> {
    let words = context.words();
    let total = given.len();
    let rows: Vec<Row> = given
        .into_iter()
        .skip(total.saturating_sub(MOST_ROWS))
        .map(|(claim, figure)| {
            let (who, date) = words.giver(claim, figure);
            let value = words.figure_on(claim, figure);
            Row {
                who: capitalised(&who),
                date,
                value,
                note: figure.note.get(context.lang).to_owned(),
                ..Row::of(figure)
            }
        })
        .collect();
    let numbers = rows.iter().flat_map(|row| [row.low, row.best, row.high]);
    let axis = Axis::of(numbers.flatten())?;

    let dates: Vec<String> = rows.iter().map(|row| row.date.clone()).collect();
    let mut print = Vec::new();
    if total > rows.len() {
        let shown = rows.len();
        let total = words.number(i64::try_from(total).unwrap_or(i64::MAX));
        let text = words.count("picture-shown", shown, &[("total", &total)]);
        print.push(FooterLine::Words(text));
    } else {
        print.push(legend(context, &rows));
    }
    print.extend(inferred(context, &dates));
    let mut canvas = framed(context, print);
    let label = words.say("view-figures");
    let topic = topic.map(|topic| topic.title.get(context.lang));
    let above =
        topic.map(|topic| words.with("picture-kicker", &[("topic", topic), ("what", &label)]));
    let top = kicker(&mut canvas, &above.unwrap_or(label));
    let title = words.measure(measure);
    let sizes = [34.0, 30.0, 27.0, 24.0, 22.0];
    let fitted = block(&title, Face::Serif, &sizes, (RIGHT - LEFT, 46.0));
    canvas.block((LEFT, top), Face::Serif, Color::Text, &fitted);
    draw(&mut canvas, context, &rows, &axis);

    let number = |row: &Row| {
        let values = [
            ("who", &*row.who),
            ("date", &*row.date),
            ("value", &*row.value),
        ];
        let number = words.with("picture-alt-number", &values);
        match row.note.as_str() {
            "" => number,
            note => format!("{number} ({note})"),
        }
    };
    let numbers: Vec<String> = rows.iter().map(number).collect();
    let values = [
        ("title", &*brief(&title, 160)),
        ("numbers", &*brief(&numbers.join("; "), 660)),
        ("known", &*context.known_on()),
    ];
    Some(context.card(canvas, &words.with("picture-alt-figures", &values)))
}

/// What the shapes that are drawn mean.
fn legend(context: &CardContext<'_>, rows: &[Row]) -> FooterLine {
    let any = |test: fn(&Row) -> bool| rows.iter().any(test);
    let shapes = [
        (Mark::Number, "best", any(|row| row.best.is_some())),
        (
            Mark::Span,
            "span",
            any(|row| row.low.is_some() && row.high.is_some()),
        ),
        (Mark::Beyond, "open", any(|row| row.open.0 || row.open.1)),
    ];
    let drawn = shapes.into_iter().filter(|(_, _, drawn)| *drawn);
    let words = |key: &str| context.words().say(&format!("picture-legend-{key}"));
    FooterLine::Legend(drawn.map(|(mark, key, _)| (mark, words(key))).collect())
}

impl Row {
    /// Its numbers, without words.
    fn of(figure: &Figure) -> Self {
        let Figure {
            low, best, high, ..
        } = *figure;
        let above = matches!(figure.qualifier, Qualifier::AtLeast | Qualifier::Over);
        let bounds = (low.is_some(), high.is_some());
        let open = match bounds {
            (true, true) => (false, false),
            (true, false) => (false, true),
            (false, true) => (true, false),
            (false, false) => (figure.qualifier == Qualifier::UpTo, above),
        };
        Self {
            low,
            best,
            high,
            open,
            ..Self::default()
        }
    }
}

/// The rows below each other: when, who, and the number with its words on the axis.
fn draw(canvas: &mut Canvas, context: &CardContext<'_>, rows: &[Row], axis: &Axis) {
    // So much as the widest needs, up to a point; beyond it only what it needs in small letters.
    let column = |text: fn(&Row) -> &str, face: Face, (usual, most): (f32, f32)| {
        let widths = rows.iter().map(|row| width(text(row), face, 1.0));
        let widest = widths.fold(0.0, f32::max) + 0.1;
        let least = widest * TEXT[TEXT.len() - 1];
        (widest * TEXT[0]).min(usual.max(least)).min(most)
    };
    let dates = column(|row| &row.date, Face::Sans, (230.0, 260.0));
    let names = column(|row| &row.who, Face::Semibold, (332.0, 420.0));
    let values = column(|row| &row.value, Face::Semibold, (250.0, 340.0));
    let name_at = LEFT + dates + 24.0;
    let from = name_at + names + 40.0;
    let to = RIGHT - values - 52.0;
    let place = |value: i64| from + (to - from) * axis.part(value);
    let pitch = ((ROWS.1 - ROWS.0) / rows.len().max(1) as f32).min(PITCH);
    let noted = rows.iter().any(|row| !row.note.is_empty());
    let date_size = size_for(
        rows.iter().map(|row| row.date.as_str()),
        Face::Sans,
        &TEXT,
        dates,
    );
    let name_size = size_for(
        rows.iter().map(|row| row.who.as_str()),
        Face::Semibold,
        &TEXT,
        names,
    );
    draw_axis(
        canvas,
        context,
        axis,
        (from, ROWS.0 + pitch * rows.len() as f32),
        &place,
    );
    for (number, row) in rows.iter().enumerate() {
        let top = ROWS.0 + pitch * number as f32;
        let baseline = top + if noted { 24.0 } else { pitch / 2.0 + 7.0 };
        let (date, _) = line(&row.date, Face::Sans, &[date_size], dates);
        canvas.text(
            (LEFT, baseline),
            (Face::Sans, date_size),
            Color::Muted,
            &date,
        );
        let (who, _) = line(&row.who, Face::Semibold, &[name_size], names);
        canvas.text(
            (name_at, baseline),
            (Face::Semibold, name_size),
            Color::Text,
            &who,
        );
        let room = (from - LEFT - 24.0, pitch - 30.0);
        let note = block(&row.note, Face::Sans, &NOTE, room);
        canvas.block((LEFT, baseline + 4.0), Face::Sans, Color::Muted, &note);
        let end = number_on(canvas, row, baseline - 7.0, &place);
        let (value, size) = line(&row.value, Face::Semibold, &TEXT, values);
        canvas.text_over(
            (end + 14.0, baseline),
            (Face::Semibold, size),
            Color::Slate,
            &value,
        );
    }
}

/// The axis below the rows, with a line up from each of its numbers.
fn draw_axis(
    canvas: &mut Canvas,
    context: &CardContext<'_>,
    axis: &Axis,
    (from, bottom): (f32, f32),
    place: &impl Fn(i64) -> f32,
) {
    let mut free = f32::MIN;
    for tick in axis.ticks() {
        let x = place(tick);
        canvas.rule((x, ROWS.0), (x, bottom), Color::Rule, 1.0);
        let text = context.words().number(tick);
        let half = width(&text, Face::Sans, 18.0) / 2.0;
        if x - half > free {
            canvas.text_about((x, bottom + 24.0), (Face::Sans, 18.0), Color::Muted, &text);
            free = x + half + 12.0;
        }
    }
    canvas.rule((from, bottom), (RIGHT, bottom), Color::Muted, 1.5);
}

/// A number on the axis: a dot for what was given, a bar with caps for its bounds, an arrow where it is
/// open; returns where it ends on the right.
fn number_on(canvas: &mut Canvas, row: &Row, y: f32, place: &impl Fn(i64) -> f32) -> f32 {
    const ARROW: f32 = 30.0;
    let numbers = || [row.low, row.best, row.high].into_iter().flatten();
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else {
        return place(0);
    };
    let (mut left, mut right) = (place(first), place(last));
    for bound in [row.low, row.high].into_iter().flatten() {
        let x = place(bound);
        canvas.rule((x, y - 8.0), (x, y + 8.0), Color::Slate, 3.0);
    }
    let tips = [(row.open.0, left, -ARROW), (row.open.1, right, ARROW)];
    for (_, from, reach) in tips.into_iter().filter(|(open, _, _)| *open) {
        let (tip, back) = (from + reach, from + reach * 0.72);
        canvas.rule((back, y - 7.0), (tip, y), Color::Slate, 3.0);
        canvas.rule((back, y + 7.0), (tip, y), Color::Slate, 3.0);
        left = left.min(tip);
        right = right.max(tip);
    }
    if right > left {
        canvas.rule((left, y), (right, y), Color::Slate, 3.0);
    }
    if let Some(best) = row.best {
        let (x, color) = (place(best), canvas.hex(Color::Ochre));
        canvas.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"8\" fill=\"{color}\"/>"
        ));
        right = right.max(x + 8.0);
    }
    right
}
