//! The picture of one claim: who says it, as what, when; the statement; how it stands; where it can be read.

use super::canvas::Canvas;
use super::fit::{block, line, size_for};
use super::frame::{BOTTOM, LEFT, Print, RIGHT, framed, inferred, kicker};
use super::letters::Face;
use super::mark::{Mark, draw};
use super::palette::Ink;
use super::{Card, Scene, brief};
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
pub fn claim(scene: &Scene<'_>, claim: &Claim) -> Option<Card> {
    let words = scene.words();
    if !scene.as_of().known(claim) && claim.withdrawn.is_none() {
        return None;
    }
    let who = capitalised(&words.list(&words.names(&claim.by)));
    let circumstances = circumstances(scene, claim);
    let standing = standing(scene, claim);
    let carriers = scene.as_of().origins(claim).into_iter();
    let names: Vec<String> = carriers.map(|one| one.publisher.to_owned()).collect();
    let listed = words.list(&names);
    let sources = words.count("picture-sources", names.len(), &[("names", &listed)]);

    let mut texts = vec![circumstances.clone()];
    texts.extend(standing.iter().map(|(_, line)| line.clone()));
    let mut print = vec![Print::Words(sources.clone())];
    print.extend(inferred(scene, &texts));
    let mut canvas = framed(scene, print);
    let top = kicker(&mut canvas, &about(scene, claim));
    let top = attribution(&mut canvas, top, &who, &circumstances);
    let bottom = BOTTOM - 6.0 - PITCH * standing.len() as f32;
    statement(&mut canvas, claim.text.get(scene.lang), (top, bottom));
    standing_lines(&mut canvas, bottom, &standing);

    let who = brief(
        &format!("{who}, {}", circumstances.replace('\u{a0}', " ")),
        260,
    );
    let lines: Vec<&str> = standing.iter().map(|(_, line)| line.as_str()).collect();
    let values = [
        ("who", who.as_str()),
        ("text", &brief(claim.text.get(scene.lang), 320)),
        ("standing", &brief(&lines.join(" · "), 220)),
        ("sources", &brief(&sources, 120)),
        ("known", &scene.known_on()),
    ];
    Some(scene.card(canvas, &words.with("picture-alt-claim", &values)))
}

/// The main topic and what the speaker does: `North Korean soldiers for Russia · Denial`.
fn about(scene: &Scene<'_>, claim: &Claim) -> String {
    let words = scene.words();
    let act = capitalised(&words.say(&format!("act-{}", claim.kind.word())));
    let topic = claim.topics.first().and_then(|id| scene.facts.topic(id));
    match topic {
        Some(topic) => {
            let topic = topic.title.get(scene.lang);
            words.with("picture-kicker", &[("topic", topic), ("what", &act)])
        }
        None => act,
    }
}

/// Post, on whose word, through which channel, when, and whom it answers.
fn circumstances(scene: &Scene<'_>, claim: &Claim) -> String {
    let words = scene.words();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(words.known_as(claim));
    parts.extend(words.on_whose_word(claim));
    let via = claim.via.get(scene.lang);
    parts.extend((!via.is_empty()).then(|| via.to_owned()));
    // A date stays on one line.
    parts.push(words.when(&claim.said).replace(' ', "\u{a0}"));
    parts.extend(words.answering(&scene.as_of().answered(claim)));
    parts.join(", ")
}

/// How it stands, each line with its mark; the one on its sources last.
fn standing(scene: &Scene<'_>, claim: &Claim) -> Vec<(Mark, String)> {
    let words = scene.words();
    let standing = scene.as_of().standing(claim);
    let mut lines = Vec::new();
    if let Some(change) = standing.withdrawn {
        let values = [
            ("date", &*words.day(change.on)),
            ("note", change.note.get(scene.lang)),
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
            ("standing-superseded", standing.superseded.clone()),
        ),
        (
            Mark::Qualified,
            ("standing-qualified", standing.qualified.clone()),
        ),
    ];
    let [denied, confirmed] = whole_sides(scene.as_of(), claim);
    let whole = [
        (Mark::Denied, (denied.1, denied.2.clone())),
        (Mark::Confirmed, (confirmed.1, confirmed.2.clone())),
    ];
    let own = marks
        .into_iter()
        .zip(sides(&standing).map(|one| (one.1, one.2)));
    for (mark, (key, claims)) in own.chain(whole).chain(after) {
        if !claims.is_empty() {
            let names = words.list(&words.parties(&claims, |_, name| name.to_owned()));
            lines.push((mark, words.with(key, &[("names", &names)])));
        }
    }
    lines.extend(contradicted(scene, &standing.contradicted));
    if !standing.differs.is_empty() {
        lines.push((
            Mark::Differs,
            printed(scene, "picture-differs", &standing.differs),
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
fn contradicted(scene: &Scene<'_>, evidence: &[&Evidence]) -> Option<(Mark, String)> {
    let text = match evidence {
        [] => return None,
        [one] => {
            let values = [
                ("publisher", one.source.publisher.as_str()),
                ("note", one.note.get(scene.lang)),
            ];
            scene.words().with("standing-contradicted", &values)
        }
        several => printed(scene, "picture-contradicted", several),
    };
    Some((Mark::Contradicted, text))
}

/// Who printed some evidence, each once; what they print is for the full answer.
fn printed(scene: &Scene<'_>, key: &str, evidence: &[&Evidence]) -> String {
    let words = scene.words();
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
    canvas.text((LEFT, top + 36.0), (Face::Semibold, size), Ink::Text, &who);
    let fitted = block(
        circumstances,
        Face::Sans,
        &[25.0, 23.0, 21.0, 20.0, 18.0, 16.0],
        (wide, 64.0),
    );
    canvas.block((LEFT, top + 46.0), Face::Sans, Ink::Muted, &fitted) + 16.0
}

/// The statement with a bar beside it, between two heights.
fn statement(canvas: &mut Canvas, text: &str, (top, bottom): (f32, f32)) {
    let left = LEFT + 26.0;
    let room = (RIGHT - left, bottom - top - 14.0);
    let fitted = block(text, Face::Serif, &STATEMENT, room);
    // A short statement stands in the middle of its room.
    let top = top + ((room.1 - fitted.height()) / 2.0).clamp(0.0, 40.0);
    let end = canvas.block((left, top), Face::Serif, Ink::Text, &fitted);
    canvas.rule(
        (LEFT + 3.0, top + 6.0),
        (LEFT + 3.0, end - 2.0),
        Ink::Ochre,
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
        canvas.text((left, baseline), (Face::Semibold, size), Ink::Slate, &text);
    }
}
