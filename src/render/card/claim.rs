//! The picture of one claim: who says it, as what, when; the statement; how it stands; where it can be read.

use super::canvas::Canvas;
use super::fonts::Face;
use super::frame::{BOTTOM, FooterLine, LEFT, RIGHT, framed, inferred, kicker};
use super::glyph::{Mark, draw};
use super::palette::Color;
use super::text_layout::{block, line, size_for};
use super::{Card, CardContext, brief};
use crate::facts::{Claim, Evidence};
use crate::phrases::said::{capitalised, sides, whole_sides};

/// From one line of the standing to the next.
const PITCH: f32 = 34.0;

/// Most lines of the standing, besides that on its sources.
const MOST_LINES: usize = 5;

/// Most publishers in a line of the standing.
const MOST_PUBLISHERS: usize = 4;

/// Sizes of the standing, one for all its lines.
const LINES: [f32; 7] = [25.0, 23.0, 21.0, 19.0, 17.0, 15.5, 14.0];

const STATEMENT: [f32; 15] = [
    60.0, 55.0, 50.0, 46.0, 42.0, 38.0, 35.0, 32.0, 29.0, 26.0, 24.0, 22.0, 20.0, 18.5, 17.0,
];

/// Sizes of the speaker's name, on one line.
const NAME: [f32; 8] = [38.0, 34.0, 30.0, 27.0, 25.0, 22.0, 19.0, 17.0];

/// A card with one statement; `None` if it was not known on the day.
pub fn claim(context: &CardContext<'_>, claim: &Claim) -> Option<Card> {
    let (facts, words) = (context.facts, context.words());
    if !facts.known(claim, context.day) && claim.withdrawn.is_none() {
        return None;
    }
    let who = capitalised(&words.list(&words.names(&claim.by)));
    let circumstances = circumstances(context, claim);
    let standing = standing(context, claim);
    let carriers = facts.carriers(claim, context.day);
    let names: Vec<String> = carriers.iter().map(|name| (*name).to_owned()).collect();
    let listed = words.list(&names);
    let sources = words.count("picture-sources", names.len(), &[("names", &listed)]);

    let mut texts = vec![circumstances.clone()];
    texts.extend(standing.iter().map(|(_, line)| line.clone()));
    let mut print = vec![FooterLine::Words(sources.clone())];
    print.extend(inferred(context, &texts));
    let mut canvas = framed(context, print);
    let top = kicker(&mut canvas, &about(context, claim));
    let top = attribution(&mut canvas, top, &who, &circumstances);
    let bottom = BOTTOM - 6.0 - PITCH * standing.len() as f32;
    statement(&mut canvas, claim.text.get(context.lang), (top, bottom));
    standing_lines(&mut canvas, bottom, &standing);

    let who = brief(
        &format!("{who}, {}", circumstances.replace('\u{a0}', " ")),
        260,
    );
    let lines: Vec<&str> = standing.iter().map(|(_, line)| line.as_str()).collect();
    let values = [
        ("who", who.as_str()),
        ("text", &brief(claim.text.get(context.lang), 320)),
        ("standing", &brief(&lines.join(" · "), 220)),
        ("sources", &brief(&sources, 120)),
        ("known", &context.known_on()),
    ];
    Some(context.card(canvas, &words.with("picture-alt-claim", &values)))
}

/// The main topic and what the speaker does: `North Korean soldiers for Russia · Denial`.
fn about(context: &CardContext<'_>, claim: &Claim) -> String {
    let words = context.words();
    let act = capitalised(&words.say(&format!("act-{}", claim.kind.word())));
    let topic = claim.topics.first().and_then(|id| context.facts.topic(id));
    match topic {
        Some(topic) => {
            let topic = topic.title.get(context.lang);
            words.with("picture-kicker", &[("topic", topic), ("what", &act)])
        }
        None => act,
    }
}

/// Post, on whose word, through which channel, when, and whom it answers.
fn circumstances(context: &CardContext<'_>, claim: &Claim) -> String {
    let words = context.words();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(words.known_as(claim));
    parts.extend(words.on_whose_word(claim));
    let via = claim.via.get(context.lang);
    parts.extend((!via.is_empty()).then(|| via.to_owned()));
    // A date stays on one line.
    parts.push(words.when(&claim.said).replace(' ', "\u{a0}"));
    parts.extend(words.answering(&context.facts.answered(claim, context.day)));
    parts.join(", ")
}

/// How it stands, each line with its mark; the one on its sources last.
fn standing(context: &CardContext<'_>, claim: &Claim) -> Vec<(Mark, String)> {
    let words = context.words();
    let standing = context.facts.standing(claim, context.day);
    let mut lines = Vec::new();
    if let Some(change) = standing.withdrawn {
        let values = [
            ("date", &*words.day(change.on)),
            ("note", change.note.get(context.lang)),
        ];
        lines.push((Mark::Withdrawn, words.with("standing-withdrawn", &values)));
    }
    let marks = [
        Mark::Confirmed,
        Mark::Confirmed,
        Mark::Denied,
        Mark::DeniedBefore,
        Mark::DeniedBefore,
    ];
    let after = [
        (
            Mark::Overtaken,
            ("standing-superseded", standing.superseded.as_slice()),
        ),
        (
            Mark::Qualified,
            ("standing-qualified", standing.qualified.as_slice()),
        ),
    ];
    let [denied, confirmed] = whole_sides(context.facts, claim, context.day);
    let whole = [
        (Mark::Denied, (denied.0, denied.1.as_slice())),
        (Mark::Confirmed, (confirmed.0, confirmed.1.as_slice())),
    ];
    let own = marks.into_iter().zip(sides(&standing));
    for (mark, (key, claims)) in own.chain(whole).chain(after) {
        if !claims.is_empty() {
            let names = words.list(&words.parties(claims, |_, name| name.to_owned()));
            lines.push((mark, words.with(key, &[("names", &names)])));
        }
    }
    lines.extend(contradicted(context, &standing.contradicted));
    if !standing.differs.is_empty() {
        lines.push((
            Mark::Differs,
            printed(context, "picture-differs", &standing.differs),
        ));
    }
    if lines.len() > MOST_LINES {
        let left = lines.len() - (MOST_LINES - 1);
        lines.truncate(MOST_LINES - 1);
        lines.push((Mark::More, words.count("picture-more-standing", left, &[])));
    }
    lines.push(match standing.origins {
        0 | 1 => (Mark::Single, words.say("standing-single")),
        n => (Mark::Several, words.count("standing-corroborated", n, &[])),
    });
    lines
}

/// Who contradicts it, and in what if it is only one.
fn contradicted(context: &CardContext<'_>, evidence: &[&Evidence]) -> Option<(Mark, String)> {
    let text = match evidence {
        [] => return None,
        [one] => {
            let values = [
                ("publisher", one.source.publisher.as_str()),
                ("note", one.note.get(context.lang)),
            ];
            context.words().with("standing-contradicted", &values)
        }
        several => printed(context, "picture-contradicted", several),
    };
    Some((Mark::Contradicted, text))
}

/// Who printed some evidence, each once; what they print is for the full answer.
fn printed(context: &CardContext<'_>, key: &str, evidence: &[&Evidence]) -> String {
    let words = context.words();
    let mut names: Vec<String> = Vec::new();
    for one in evidence {
        if !names.contains(&one.source.publisher) {
            names.push(one.source.publisher.clone());
        }
    }
    words.with(key, &[("names", &words.few(names, MOST_PUBLISHERS))])
}

/// The name and what is known of the occasion; returns where they end.
fn attribution(canvas: &mut Canvas, top: f32, who: &str, circumstances: &str) -> f32 {
    let wide = RIGHT - LEFT;
    let (who, size) = line(who, Face::Semibold, &NAME, wide);
    canvas.text(
        (LEFT, top + 36.0),
        (Face::Semibold, size),
        Color::Text,
        &who,
    );
    let fitted = block(
        circumstances,
        Face::Sans,
        &[25.0, 23.0, 21.0, 20.0, 18.0, 16.0],
        (wide, 64.0),
    );
    canvas.block((LEFT, top + 46.0), Face::Sans, Color::Muted, &fitted) + 16.0
}

/// The statement with a bar beside it, between two heights.
fn statement(canvas: &mut Canvas, text: &str, (top, bottom): (f32, f32)) {
    let left = LEFT + 26.0;
    let room = (RIGHT - left, bottom - top - 14.0);
    let fitted = block(text, Face::Serif, &STATEMENT, room);
    // A short statement stands in the middle of its room.
    let top = top + ((room.1 - fitted.height()) / 2.0).clamp(0.0, 40.0);
    let end = canvas.block((left, top), Face::Serif, Color::Text, &fitted);
    canvas.rule(
        (LEFT + 3.0, top + 6.0),
        (LEFT + 3.0, end - 2.0),
        Color::Ochre,
        5.0,
    );
}

fn standing_lines(canvas: &mut Canvas, top: f32, lines: &[(Mark, String)]) {
    let left = LEFT + 34.0;
    let texts = lines.iter().map(|(_, text)| text.as_str());
    let size = size_for(texts, Face::Semibold, &LINES, RIGHT - left);
    for (number, (mark, text)) in lines.iter().enumerate() {
        let baseline = top + PITCH * (number as f32 + 1.0);
        draw(canvas, *mark, (LEFT + 11.0, baseline - 8.0), 10.0);
        let (text, _) = line(text, Face::Semibold, &[size], RIGHT - left);
        canvas.text(
            (left, baseline),
            (Face::Semibold, size),
            Color::Slate,
            &text,
        );
    }
}
