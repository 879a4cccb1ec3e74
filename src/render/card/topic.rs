//! The picture of a topic: its question, how many say, deny, confirm or leave it open and who they are.

use super::canvas::Canvas;
use super::fonts::Face;
use super::frame::{BOTTOM, FooterLine, LEFT, RIGHT, framed, kicker};
use super::glyph::{Mark, draw};
use super::palette::Color;
use super::text_layout::{block, line};
use super::{Card, CardContext, SIDES, brief, side};
use crate::facts::{Claim, Topic};

/// Most parties that are named in a column.
pub(super) const MOST_NAMES: usize = 5;

/// Between two columns.
const GUTTER: f32 = 36.0;

/// A card for a topic; `None` if nothing was known of it on the day.
pub fn topic(context: &CardContext<'_>, topic: &Topic) -> Option<Card> {
    let words = context.words();
    let known = context.known(Some(topic));
    let days = context.facts.days(topic);
    let last = days.into_iter().rfind(|day| *day <= context.day)?;
    let sides = sides(&known);
    let change = words.with("picture-last-change", &[("date", &words.day(last))]);

    let mut canvas = framed(context, vec![FooterLine::Words(change.clone())]);
    let title = topic.title.get(context.lang);
    let top = kicker(&mut canvas, title) + 10.0;
    let question = topic.question.get(context.lang);
    let sizes = [62.0, 58.0, 52.0, 46.0, 40.0, 35.0, 30.0];
    let fitted = block(question, Face::Serif, &sizes, (RIGHT - LEFT, 168.0));
    canvas.block((LEFT, top), Face::Serif, Color::Text, &fitted);
    let count = sides.len().max(1) as f32;
    let wide = (RIGHT - LEFT + GUTTER) / count - GUTTER;
    let mut counts = Vec::new();
    for (number, (mark, key, claims)) in sides.iter().enumerate() {
        let text = words.count(key, claims.len(), &[]);
        let below = below(context, *mark, claims);
        let x = LEFT + (wide + GUTTER) * number as f32;
        column(&mut canvas, (x, wide), *mark, &text, &below);
        counts.push(text);
    }

    let counts: Vec<String> = counts.iter().map(|text| text.to_lowercase()).collect();
    let values = [
        ("title", &*brief(title, 160)),
        ("question", &*brief(question, 300)),
        ("counts", &*brief(&words.list(&counts), 160)),
        ("change", &*change),
        ("known", &*context.known_on()),
    ];
    Some(context.card(canvas, &words.with("picture-alt-topic", &values)))
}

/// The claims of each side that has any, with its mark and the key of its phrase.
pub(super) fn sides<'a>(known: &[&'a Claim]) -> Vec<(Mark, &'static str, Vec<&'a Claim>)> {
    let of = |mark: Mark| {
        known
            .iter()
            .copied()
            .filter(move |claim| side(claim) == mark)
    };
    let each = SIDES.map(|(mark, key)| (mark, key, of(mark).collect::<Vec<_>>()));
    let held = each.into_iter().filter(|(_, _, claims)| !claims.is_empty());
    held.collect()
}

/// Who they are; and how many denials their own parties have overtaken.
fn below(context: &CardContext<'_>, mark: Mark, claims: &[&Claim]) -> Vec<String> {
    let words = context.words();
    let names = words.parties(claims, |_, name| name.to_owned());
    let names = words.few(names, MOST_NAMES);
    let mut below = vec![words.with("picture-by", &[("names", &names)])];
    let turned = |claim: &&&Claim| !context.facts.turned(claim, context.day).is_empty();
    let taken_back = claims.iter().filter(turned).count();
    if mark == Mark::Denied && taken_back > 0 {
        below.push(words.count("picture-taken-back", taken_back, &[]));
    }
    below
}

/// A mark with how many there are, and below it who.
fn column(canvas: &mut Canvas, (x, wide): (f32, f32), mark: Mark, text: &str, below: &[String]) {
    let top = 340.0;
    canvas.rule((x, top), (x + wide, top), Color::Slate, 2.0);
    draw(canvas, mark, (x + 12.0, top + 30.0), 11.0);
    let (text, size) = line(
        text,
        Face::Semibold,
        &[28.0, 26.0, 24.0, 22.0, 20.0],
        wide - 36.0,
    );
    canvas.text(
        (x + 36.0, top + 39.0),
        (Face::Semibold, size),
        Color::Text,
        &text,
    );
    let mut top = top + 54.0;
    for (number, text) in below.iter().enumerate() {
        let left = below.len() - number;
        let high = (BOTTOM - top) / left as f32;
        let fitted = block(text, Face::Sans, &[22.0, 20.0, 19.0, 18.0], (wide, high));
        top = canvas.block((x, top), Face::Sans, Color::Muted, &fitted) + 2.0;
    }
}
