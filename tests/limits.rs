//! Random answers, even long and hostile ones, keep every limit of every surface.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use once_cell::sync::Lazy;
use proptest::prelude::*;
use serde_json::Value;
use sumber::answer::{
    Action, ActionKind, Answer, Entry, Label, Note, NoteRole, Outcome, Reference, Section,
    SectionRole, Span,
};
use sumber::facts::{Lang, Source};
use sumber::query::{CustomId, Key, Query};
use sumber::render::discord::{Audience, message};
use sumber::render::text::{Style, text};
use sumber::render::weight::{self, Scale};
use sumber::render::{PAGE_MAX, Page, page};

#[cfg(test)]
#[path = "support/sample.rs"]
mod sample;

static SOURCE: Lazy<Source> = Lazy::new(|| (*sample::everything().references[0].source).clone());

/// An entry with a claim, which the menu below an answer opens.
static STATEMENT: Lazy<Entry> = Lazy::new(|| sample::everything().sections[0].entries[0].clone());

/// Texts of every size, full of characters that are markup on some surface.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => r"[a-z 0-9.,*_~`|<>@\[\]()#:\\/\-+!é漢👩\x00-\x1f]{0,60}",
        2 => "\\PC{0,200}",
        1 => r"[*_ ]{0,6000}",
        1 => Just("https://example.org/ @everyone <@1> # - 1. ".repeat(40)),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        words().prop_map(Span::Text),
        words().prop_map(|words| Span::Quoted {
            words,
            lang: "en".into()
        }),
        (1usize..12).prop_map(Span::Cite),
        // Its lines are not wrapped; the word http exempts them from the check of widths.
        words().prop_map(|words| Span::Verbatim(format!("http{}", words.replace('\n', "\nhttp")))),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let spans = || prop::collection::vec(span(), 0..8);
    let notes = prop::collection::vec(spans(), 0..4);
    let reference = prop::option::weighted(0.1, 1usize..12);
    let parts = (words(), words(), spans(), notes, any::<bool>(), reference);
    parts.prop_map(|(who, more, body, notes, of_claim, reference)| {
        let mut entry = match of_claim {
            true => STATEMENT.clone(),
            false => Entry::own("", Vec::new()),
        };
        entry.label = Label::from(who).dot(more);
        let notes = notes.into_iter();
        entry.notes = notes
            .map(|note| Note::new(NoteRole::Remark, note))
            .collect();
        (entry.body, entry.spells_out) = (body, reference);
        entry
    })
}

fn section() -> impl Strategy<Value = Section> {
    (words(), prop::collection::vec(entry(), 0..6))
        .prop_map(|(heading, entries)| Section::new(SectionRole::Said, heading).with(entries))
}

fn reference() -> impl Strategy<Value = (Option<String>, String)> {
    let address = prop_oneof![
        r"https://example\.org/[a-z()<> \[\]é%_]{0,80}".prop_map(Some),
        r"https://example\.org/[a-z]{900,1100}".prop_map(Some),
        words().prop_map(Some),
        Just(None),
    ];
    (address, words())
}

fn action() -> impl Strategy<Value = Action> {
    let kinds = [
        ActionKind::View,
        ActionKind::Here,
        ActionKind::Language,
        ActionKind::Suggestion,
    ];
    (words(), words(), prop::sample::select(kinds.to_vec())).prop_map(|(label, view, kind)| {
        Action {
            kind,
            ..Action::suggestion(label, Query::new("harbour").with(Key::View, view))
        }
    })
}

fn references(written: Vec<(Option<String>, String)>) -> Vec<Reference> {
    let numbered = written.into_iter().zip(1..);
    numbered
        .map(|((url, text), number)| {
            let mut source = SOURCE.clone();
            source.url = url;
            Reference {
                number,
                source: source.into(),
                text,
            }
        })
        .collect()
}

prop_compose! {
    fn answer()(
        frame in prop::collection::vec(words(), 2),
        notices in prop::collection::vec(words(), 0..4),
        sections in prop::collection::vec(section(), 0..5),
        written in prop::collection::vec(reference(), 0..10),
        footer in prop::collection::vec(words(), 0..4),
        actions in prop::collection::vec(action(), 0..30),
        number in 0usize..5,
    ) -> Answer {
        let [title, question] = <[String; 2]>::try_from(frame).unwrap();
        Answer {
            outcome: Outcome::Found,
            lang: Lang::Id,
            query: Query::new("harbour"),
            page: number,
            title,
            question: Some(question),
            as_of: sample::everything().as_of,
            notices,
            lead: Vec::new(),
            sections,
            references: references(written),
            footer,
            actions,
            claim_query: Some(Query::new("claim")),
            picture: None,
        }
    }
}

/// Checks that a text is not blank, and returns its length.
fn length(value: &Value) -> usize {
    let text = value.as_str().unwrap();
    assert!(!text.trim().is_empty());
    text.chars().count()
}

/// Checks a message against Discord's limits, and returns the number of code points of its cards.
fn check_message(payload: &Value) -> usize {
    assert_eq!(
        payload["allowed_mentions"],
        serde_json::json!({ "parse": [] })
    );
    let embeds = payload["embeds"].as_array().unwrap();
    assert!((1..=10).contains(&embeds.len()));
    let mut total = 0;
    for embed in embeds {
        let parts = [
            (&embed["title"], 256),
            (&embed["description"], 4096),
            (&embed["footer"]["text"], 2048),
        ];
        for (part, most) in parts.into_iter().filter(|(part, _)| !part.is_null()) {
            assert!(length(part) <= most, "{part}");
            total += length(part);
        }
    }
    assert!(total <= PAGE_MAX, "{total}");
    let rows = payload["components"].as_array().unwrap();
    assert!(rows.len() <= 5);
    let mut ids = std::collections::BTreeSet::new();
    for row in rows {
        let buttons = row["components"].as_array().unwrap();
        assert!((1..=5).contains(&buttons.len()));
        for button in buttons {
            if button["type"] == 3 {
                check_menu(button);
                continue;
            }
            assert!(length(&button["label"]) <= 80);
            assert!(length(&button["custom_id"]) <= 100);
            let id = button["custom_id"].as_str().unwrap();
            assert!(ids.insert(id), "{id} stands twice");
            assert!(id.parse::<CustomId>().is_ok(), "{id}");
        }
    }
    total
}

fn check_menu(menu: &Value) {
    let options = menu["options"].as_array().unwrap();
    assert!((1..=25).contains(&options.len()));
    assert!(length(&menu["custom_id"]) <= 100 && length(&menu["placeholder"]) <= 150);
    let mut values = std::collections::BTreeSet::new();
    for option in options {
        assert!(length(&option["label"]) <= 100 && length(&option["value"]) <= 100);
        assert!(option["description"].is_null() || length(&option["description"]) <= 100);
        let value = option["value"].as_str().unwrap();
        assert!(
            values.insert(value) && value.parse::<CustomId>().is_ok(),
            "{value}"
        );
    }
}

/// The weight of a page, as computed when the answer was split into pages.
fn weighed(page: &Page<'_>) -> usize {
    let scale = Scale::of(page.answer);
    let section = |section: &Section| {
        let entries = section.entries.iter().map(|entry| scale.entry(entry));
        weight::heading(&section.heading) + entries.sum::<usize>()
    };
    page.frame.weight() + page.sections.iter().map(section).sum::<usize>()
}

#[test]
fn twenty_five_buttons_fit_and_one_more_is_left_out() {
    let rows = |count: usize| {
        let mut answer = sample::everything();
        let query = |number: usize| Query::new(format!("harbour{number}"));
        let action = |number: usize| Action::view(number.to_string(), query(number), false);
        answer.actions = (0..count).map(action).collect();
        let rows = message(&page(&answer), Audience::Asker).components;
        rows.iter()
            .map(|row| row.components.len())
            .collect::<Vec<_>>()
    };
    // Sharing and citing come after the actions, and the menu of claims below.
    assert_eq!(rows(0), [2, 1]);
    assert_eq!(rows(6), [5, 3, 1]);
    assert_eq!(rows(18), [5, 5, 5, 5, 1]);
    assert_eq!(rows(26), [5, 5, 5, 5, 1]);
}

#[test]
fn a_title_is_cut_before_discord_would_refuse_it() {
    let title = |title: String| {
        let mut answer = sample::everything();
        answer.title = title;
        message(&page(&answer), Audience::Asker).embeds[0]
            .title
            .clone()
            .unwrap()
    };
    assert_eq!(title("é".repeat(240)), "é".repeat(240));
    assert_eq!(title("é".repeat(241)), format!("{}…", "é".repeat(239)));
    assert_eq!(title("*".repeat(120)).chars().count(), 240);
    assert_eq!(title(" ".into()), "/harbour as\\_of\\:2024-12-31 lang\\:en");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_answer_breaks_a_limit_of_discord(answer in answer()) {
        let page = page(&answer);
        for audience in [Audience::Asker, Audience::Channel { by: Some(u64::MAX) }] {
            let drawn = check_message(&serde_json::to_value(message(&page, audience)).unwrap());
            prop_assert!(drawn <= weighed(&page));
        }
    }

    #[test]
    fn every_entry_is_on_exactly_one_page(answer in answer()) {
        let total = page(&answer).total;
        let shown: usize = (1..=total)
            .map(|number| {
                let mut answer = answer.clone();
                answer.page = number;
                let page = page(&answer);
                assert_eq!(page.number, number);
                assert!(page.sections.iter().all(|section| !section.entries.is_empty()));
                page.sections.iter().map(|section| section.entries.len()).sum::<usize>()
            })
            .sum();
        let entries: usize = answer.sections.iter().map(|section| section.entries.len()).sum();
        prop_assert_eq!(shown, entries);
    }

    #[test]
    fn nothing_steers_the_terminal(answer in answer(), width in 0usize..200) {
        let style = Style { width, colour: false, links: false };
        let drawn = text(&page(&answer), style);
        prop_assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()));
        let widest = width.clamp(40, 100);
        for line in drawn.lines().filter(|line| !line.contains("http")) {
            prop_assert!(unicode_width::UnicodeWidthStr::width(line) <= widest, "{}", line);
        }
    }
}
