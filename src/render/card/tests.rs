//! Checks drawn pictures: nothing is outside the picture, and no two texts overlap.

use std::sync::Arc;

use proptest::prelude::*;
use resvg::usvg::{Group, Node, Rect};

use super::*;
use crate::answer::picture::{Mark, Side};
use crate::commands;
use crate::facts::decimal::Decimal;
use crate::facts::file::{Part, read};
use crate::facts::{Facts, Figure, Lang, Text};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

const HARBOUR: &str = include_str!("../../../tests/fixtures/harbour.toml");

fn harbour() -> Facts {
    let part = Part {
        name: "harbour.toml".into(),
        text: HARBOUR.into(),
    };
    read(&[part]).unwrap().facts
}

fn looks() -> impl Iterator<Item = (Lang, Look<'static>)> {
    [Lang::En, Lang::Id].into_iter().flat_map(|lang| {
        let look = |theme| Look {
            theme,
            address: Some("sumber.example/harbour"),
        };
        Theme::ALL.map(|theme| (lang, look(theme)))
    })
}

const QUESTIONS: [&str; 6] = [
    "/claim claim:pilot-1500-ships",
    "/claim claim:mallory-denies-ships",
    "/figures topic:harbour",
    "/timeline",
    "/timeline by:event",
    "/harbour",
];

fn picture(facts: &Facts, question: &str, lang: Lang, look: Look<'_>) -> Option<Card> {
    let query: Query = question.parse().unwrap();
    let answer = commands::answer(facts, &query.with(Key::Picture, "true"), lang);
    draw(&answer, look)
}

fn drawn(facts: &Facts, question: &str, lang: Lang, look: Look<'_>) -> Card {
    picture(facts, question, lang, look).unwrap()
}

/// The bounding boxes of all texts, and of all other shapes except thin lines.
fn inked(card: &Card) -> (Vec<(String, Rect)>, Vec<Rect>) {
    fn walk(group: &Group, texts: &mut Vec<(String, Rect)>, shapes: &mut Vec<Rect>) {
        for node in group.children() {
            match node {
                Node::Group(group) => walk(group, texts, shapes),
                Node::Text(text) => {
                    let words = text.chunks().iter().map(|chunk| chunk.text());
                    let ink = text.flattened().abs_bounding_box();
                    texts.push((words.collect(), ink));
                }
                Node::Path(path) => shapes.push(path.abs_stroke_bounding_box()),
                Node::Image(_) => panic!("a picture holds no other"),
            }
        }
    }
    let (mut texts, mut shapes) = (Vec::new(), Vec::new());
    walk(tree(card).unwrap().root(), &mut texts, &mut shapes);
    let paper = |one: &Rect| one.width() > 1199.0;
    let hair =
        |one: &Rect| one.width().min(one.height()) < 3.5 && one.width().max(one.height()) > 14.0;
    shapes.retain(|one| !paper(one) && !hair(one));
    (texts, shapes)
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    // Half a pixel is rounding.
    let across = a.right().min(b.right()) - a.left().max(b.left());
    let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
    across > 0.5 && down > 0.5
}

fn check(card: &Card, what: &str) {
    let (texts, shapes) = inked(card);
    let all = texts.iter().map(|(_, ink)| ink).chain(&shapes);
    for one in all {
        let inside = one.left() >= 16.0 && one.right() <= 1184.0;
        let inside = inside && one.top() >= 16.0 && one.bottom() <= 614.0;
        assert!(inside, "{what}: {one:?} leaves the paper");
    }
    for (at, (words, ink)) in texts.iter().enumerate() {
        for (other, beside) in &texts[at + 1..] {
            assert!(!overlap(ink, beside), "{what}: “{words}” meets “{other}”");
        }
        for shape in &shapes {
            assert!(!overlap(ink, shape), "{what}: “{words}” meets {shape:?}");
        }
    }
    assert!(card.alt.chars().count() <= ALT_MAX && !card.alt.is_empty());
}

/// The same facts with other names, texts and numbers.
fn changed(words: &[String], numbers: &[(Option<i64>, Option<i64>, Option<i64>)]) -> Facts {
    let mut facts = harbour();
    let mut turn = words.iter().cycle();
    let mut next = || turn.next().cloned().unwrap_or_default();
    let mut text = || Text([Lang::En, Lang::Id].map(|lang| (lang, next())).into());
    facts.dossier.title = text();
    for measure in &mut facts.measures {
        Arc::make_mut(measure).name = text();
    }
    for topic in &mut facts.topics {
        let topic = Arc::make_mut(topic);
        (topic.title, topic.question) = (text(), text());
    }
    for claim in &mut facts.claims {
        let claim = Arc::make_mut(claim);
        claim.text = text();
        claim.via = text();
        for by in &mut claim.by {
            let by = Arc::make_mut(by);
            by.name = text();
            by.posts.iter_mut().for_each(|post| post.title = text());
        }
        for one in &mut claim.evidence {
            let source = Arc::make_mut(&mut one.source);
            source.publisher = text().get(Lang::En).to_owned();
            one.note = text();
        }
        let figure = claim.figures.first().cloned();
        for ((low, best, high), figure) in numbers.iter().zip(figure.into_iter().cycle()) {
            let [low, best, high] = [*low, *best, *high].map(|one| one.map(Decimal::from));
            let note = text();
            claim.figures.push(Figure {
                low,
                best,
                high,
                note,
                ..figure.clone()
            });
        }
    }
    facts
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,9}( [A-Za-zé,.]{1,12}){0,6}",
        "[A-ZŽ][a-zšč]{3,14}( [a-z]{2,14}){10,60}",
        "[Wm]{20,90}( [Wm]{20,90}){0,3}",
        "[а-яё]{3,12}( [а-яё]{3,12}){0,20}",
        "(<|>|&|\"|'|\\]\\]>|<!--|&#0;|\u{1}|\u{202e}|漢字|🙂| [a-z]{1,4}){1,60}",
    ]
}

fn numbers() -> impl Strategy<Value = (Option<i64>, Option<i64>, Option<i64>)> {
    let number = || prop_oneof![0_i64..20, 0_i64..2_000_000_000, -500_i64..0];
    let bounded = (number(), 0_i64..5000, 0_i64..5000)
        .prop_map(|(low, a, b)| (Some(low), Some(low + a), Some(low + a + b)));
    prop_oneof![
        bounded,
        number().prop_map(|low| (Some(low), None, None)),
        number().prop_map(|high| (None, None, Some(high))),
        number().prop_map(|best| (None, Some(best), None)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nothing_leaves_the_paper_or_meets_another_text(
        words in prop::collection::vec(words(), 1..9),
        numbers in prop::collection::vec(numbers(), 0..9),
    ) {
        let facts = changed(&words, &numbers);
        for question in QUESTIONS {
            for lang in [Lang::En, Lang::Id] {
                let look = Look { theme: Theme::Light, address: words.first().map(String::as_str) };
                check(&drawn(&facts, question, lang, look), question);
            }
        }
    }
}

#[test]
fn every_question_has_its_picture_in_every_look() {
    let facts = harbour();
    for question in QUESTIONS {
        for (lang, look) in looks() {
            let card = drawn(&facts, question, lang, look);
            check(&card, question);
            assert_eq!(card, drawn(&facts, question, lang, look), "the same bytes");
            assert!(card.svg.contains("sumber.example/harbour"), "{question}");
        }
    }
}

#[test]
#[should_panic = "meets"]
fn texts_that_meet_are_seen() {
    let text = |x| {
        format!(
            "<text x=\"{x}\" y=\"100\" font-family=\"Sumber Sans\" font-size=\"20\">Sumber</text>"
        )
    };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">{}{}</svg>",
        text(100),
        text(140)
    );
    let (alt, width, height) = ("Sumber".to_owned(), WIDTH, HEIGHT);
    let card = Card {
        svg,
        alt,
        width,
        height,
    };
    check(&card, "this");
}

#[test]
fn a_picture_is_as_large_as_it_says() {
    let facts = harbour();
    for (lang, look) in looks() {
        let card = drawn(&facts, QUESTIONS[0], lang, look);
        let bytes = png(&card).unwrap();
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(&bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), (WIDTH, HEIGHT));
        assert_eq!(png(&card), Some(bytes));
    }
}

#[test]
fn a_statement_never_stands_without_its_speaker() {
    let card = drawn(&harbour(), QUESTIONS[1], Lang::En, Look::default());
    let texts: Vec<String> = inked(&card).0.into_iter().map(|(words, _)| words).collect();
    let speaker = "](http://x) <@1>";
    assert!(texts.iter().any(|text| text.contains(speaker)), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains('†')), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("†")), "{texts:?}");
    assert!(card.alt.contains(speaker), "{}", card.alt);
    assert!(!card.svg.contains("<@1>"), "markup is escaped");
}

/// The marks of a picture's lines and sides, and whether a date in it is marked as inferred.
fn meaning(facts: &Facts, question: &str) -> (Vec<Mark>, bool) {
    let query: Query = question.parse().unwrap();
    let answer = commands::answer(facts, &query.with(Key::Picture, "true"), Lang::En);
    let sides = |sides: &[Side]| sides.iter().map(|side| side.mark).collect();
    let marks = match answer.picture.as_ref().map(|picture| &picture.body) {
        Some(Body::Claim(claim)) => claim.standing.iter().map(|line| line.mark).collect(),
        Some(Body::Topic(topic)) => sides(&topic.sides),
        Some(Body::Timeline(timeline)) => sides(&timeline.sides),
        Some(Body::Figures(_)) | None => Vec::new(),
    };
    let footnote = Phrases::of(Lang::En).text("footer-inferred");
    let svg = draw(&answer, Look::default()).unwrap().svg;
    (marks, svg.contains(&footnote))
}

#[test]
fn no_text_changes_what_a_picture_means() {
    for words in ["Denied", "Confirmed", "Disangkal", "†"] {
        let (before, after) = (harbour(), changed(&[words.to_owned()], &[]));
        for question in QUESTIONS {
            let (before, after) = (meaning(&before, question), meaning(&after, question));
            assert_eq!(before, after, "{question}: {words}");
        }
    }
}

#[test]
fn what_was_not_known_has_no_picture() {
    let facts = harbour();
    let none = |question: &str| picture(&facts, question, Lang::En, Look::default()).is_none();
    for question in QUESTIONS {
        assert!(none(&format!("{question} as_of:2024-01-01")), "{question}");
    }
    for question in [
        "/claim",
        "/claim claim:none",
        "/figures topic:none",
        "/timeline name:none",
        "/timeline by:none",
        "/timeline from:none",
        "/timeline from:2024-12-01 to:2024-09-01",
        "/harbour view:none",
        "/harbour as_of:none",
        "/who",
        "/none",
    ] {
        assert!(none(question), "{question}");
    }
}
