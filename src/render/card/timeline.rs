//! The picture of a strip of time: a mark for each statement, by month and by what the speaker does.
//!
//! Each stands in the month in which it was said, or in its year where no month is known; months without a
//! statement are left out.

use super::fonts::{Face, width};
use super::frame::{FooterLine, LEFT, RIGHT, framed, kicker};
use super::glyph::draw;
use super::palette::Color;
use super::text_layout::{block, line};
use super::topic::{MOST_NAMES, sides};
use super::{Card, CardContext, brief, canvas::Canvas};
use crate::facts::date::{Date, Day};
use crate::facts::{Claim, Speaker, Topic};
use crate::phrases::Words;

use super::timeline_axis::Columns;

/// Where the lanes begin and end, and where the strip begins.
const LANES: (f32, f32) = (204.0, 464.0);
const STRIP: f32 = LEFT + 330.0;

/// Where the words of a lane begin, and the sizes of its names.
const NAME: f32 = LEFT + 34.0;
const NAMES: [f32; 4] = [18.0, 17.0, 16.0, 15.0];

/// What the words of a lane need.
const LANE: f32 = 60.0;

/// What a strip shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Strip<'a> {
    /// Only of this topic.
    pub topic: Option<&'a Topic>,
    /// Only of this speaker, and of those who speak for it.
    pub speaker: Option<&'a Speaker>,
    /// From this day on.
    pub from: Option<Day>,
    /// Up to this day.
    pub to: Option<Day>,
    /// By the events that statements are about, not by when they were said.
    pub events: bool,
}

impl<'a> Strip<'a> {
    /// All of a topic.
    pub fn of(topic: &'a Topic) -> Self {
        Self {
            topic: Some(topic),
            ..Self::default()
        }
    }

    fn date(&self, claim: &'a Claim) -> Option<&'a Date> {
        match self.events {
            true => claim.happened.as_ref().map(|event| &event.when),
            false => Some(&claim.said.when),
        }
    }

    /// `Timeline: North Korean soldiers for Russia · Russia · from 1 October 2024`.
    fn title(&self, context: &CardContext<'_>) -> String {
        let (words, lang) = (context.words(), context.lang);
        let day =
            |key, day: Option<Day>| day.map(|day| words.with(key, &[("date", &words.day(day))]));
        let parts = [
            self.topic.map(|topic| topic.title.get(lang).to_owned()),
            self.speaker
                .map(|speaker| speaker.name.get(lang).to_owned()),
            day("from-day", self.from),
            day("to-day", self.to),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        match parts.as_slice() {
            [] => context.facts.dossier.title.get(lang).to_owned(),
            parts => parts.join(" · "),
        }
    }
}

/// A strip of statements; `None` if there is none.
pub fn timeline<'a>(context: &CardContext<'a>, strip: &Strip<'a>) -> Option<Card> {
    let words = context.words();
    let mut known = context.known(strip.topic);
    known.retain(|claim| strip.speaker.is_none_or(|speaker| claim.speaks(speaker)));
    known.retain(|claim| {
        let date = strip.date(claim);
        date.is_some_and(|date| date.within(strip.from, strip.to))
    });
    known.sort_by_key(|claim| strip.date(claim).map(Date::order));
    let lanes = sides(&known);
    let dated = lanes.iter().map(|(mark, _, claims)| {
        let dates = claims.iter().filter_map(|claim| strip.date(claim));
        (*mark, dates.collect::<Vec<_>>())
    });
    let dated: Vec<_> = dated.collect();
    let columns = Columns::of(words, &dated, (RIGHT - STRIP, LANES.1 - LANES.0, LANE))?;

    let note = words.say("picture-legend-months");
    let mut canvas = framed(context, vec![FooterLine::Words(note)]);
    let kind = if strip.events {
        "timeline-of-events"
    } else {
        "view-timeline"
    };
    let top = kicker(&mut canvas, &words.say(kind));
    let title = strip.title(context);
    let sizes = [36.0, 32.0, 28.0, 25.0, 22.0];
    let fitted = block(&title, Face::Serif, &sizes, (RIGHT - LEFT, 48.0));
    canvas.block((LEFT, top), Face::Serif, Color::Text, &fitted);
    let mut counts = Vec::new();
    let mut top = LANES.0;
    for (number, (mark, key, claims)) in lanes.iter().enumerate() {
        let high = columns.high(number);
        let text = words.count(key, claims.len(), &[]);
        let names = words.parties(claims, |_, name| name.to_owned());
        canvas.rule((LEFT, top), (RIGHT, top), Color::Rule, 1.0);
        lane(&mut canvas, (top, high), &text, &by(words, &names));
        draw(&mut canvas, *mark, (LEFT + 11.0, top + 24.0), 10.0);
        for (mark, at, r) in columns.marks(number) {
            draw(&mut canvas, mark, (STRIP + at.0, top + at.1), r);
        }
        counts.push(text.to_lowercase());
        top += high;
    }
    canvas.rule((LEFT, LANES.1), (RIGHT, LANES.1), Color::Muted, 1.5);
    columns.axis(&mut canvas, (STRIP, LANES.1));

    let (first, last) = columns.ends();
    let key = if first == last {
        "picture-alt-timeline-one"
    } else {
        "picture-alt-timeline"
    };
    let values = [
        ("title", &*brief(&title, 240)),
        ("counts", &*brief(&words.list(&counts), 200)),
        ("first", &*first),
        ("last", &*last),
        ("known", &*context.known_on()),
    ];
    Some(context.card(canvas, &words.with(key, &values)))
}

/// By whom, with as many names as there is room for.
fn by(words: &Words, names: &[String]) -> String {
    let named = |most: usize| {
        let names = words.few(names.to_vec(), most);
        words.with("picture-by", &[("names", &names)])
    };
    let fits = |text: &String| width(text, Face::Sans, NAMES[1]) <= STRIP - NAME - 20.0;
    let mut fewer = (2..=MOST_NAMES).rev().map(named);
    fewer.find(fits).unwrap_or_else(|| named(2))
}

/// What a lane holds, in words: how many, and by whom.
fn lane(canvas: &mut Canvas, (top, high): (f32, f32), text: &str, by: &str) {
    let wide = STRIP - NAME - 20.0;
    let (text, size) = line(text, Face::Semibold, &[23.0, 21.0, 19.0, 17.0], wide);
    canvas.text(
        (NAME, top + 31.0),
        (Face::Semibold, size),
        Color::Text,
        &text,
    );
    let room = (wide, high - 38.0);
    let fitted = block(by, Face::Sans, &NAMES, room);
    if fitted.height() <= room.1 {
        canvas.block((NAME, top + 36.0), Face::Sans, Color::Muted, &fitted);
    }
}
