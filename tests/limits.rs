//! Random answers, even long and hostile ones, keep every limit of every surface.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use once_cell::sync::Lazy;
use proptest::prelude::*;
use serde_json::Value;
use sumber::answer::{
    Action, ActionKind, Answer, Entry, Label, Note, NoteRole, Outcome, Reference, Section,
    SectionRole, Sentence, Span,
};
use sumber::facts::{Lang, Source};
use sumber::query::{CustomId, Key, Query};
use sumber::render::discord::{Audience, CommandIds, Context, message};
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
        ActionKind::More,
        ActionKind::Sources,
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
        lead in prop::collection::vec(prop::collection::vec(span(), 0..8), 0..4),
        claim_query in prop::option::of(Just(Query::new("claim"))),
        outcome in prop::sample::select(vec![Outcome::Found, Outcome::Nothing, Outcome::Unknown]),
        sections in prop::collection::vec(section(), 0..5),
        written in prop::collection::vec(reference(), 0..10),
        footer in prop::collection::vec(words(), 0..4),
        actions in prop::collection::vec(action(), 0..30),
        number in 0usize..5,
    ) -> Answer {
        let [title, question] = <[String; 2]>::try_from(frame).unwrap();
        Answer {
            outcome,
            lang: Lang::Id,
            query: Query::new("harbour"),
            page: number,
            title,
            question: Some(question),
            as_of: sample::everything().as_of,
            notices,
            lead: lead.into_iter().map(|spans| Sentence { spans, ..Sentence::default() }).collect(),
            sections,
            references: references(written),
            footer,
            actions,
            claim_query,
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
    // The line that says who shared the answer comes on top.
    assert!(length(&payload["content"]) <= 1_900);
    let embeds = payload["embeds"].as_array().unwrap();
    assert!(embeds.len() <= 10);
    let mut total = 0;
    for embed in embeds {
        assert!(!embed["description"].is_null());
        let parts = [
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
    assert!(rows.len() <= 2);
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
            if button["style"] == 5 {
                assert!(length(&button["url"]) <= 512 && button["custom_id"].is_null());
                continue;
            }
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
    let numbers = page.references.iter().map(|one| scale.source(one.number));
    let section = |section: &Section| {
        let entries = section.entries.iter().map(|entry| scale.entry(entry));
        weight::heading(&section.heading) + entries.sum::<usize>()
    };
    let sections = page.sections.iter().map(section).sum::<usize>();
    page.frame.weight() + sections + numbers.sum::<usize>()
}

/// The labels of the buttons and of the menu's options.
fn offered(answer: &Answer, context: Context<'_>) -> (Vec<String>, Vec<String>) {
    let payload = serde_json::to_value(message(&page(answer), context)).unwrap();
    check_message(&payload);
    let labels = |list: &Value| -> Vec<String> {
        let list = list.as_array().into_iter().flatten();
        list.map(|one| one["label"].as_str().unwrap().to_owned())
            .collect()
    };
    let rows = payload["components"].as_array().unwrap();
    let is_menu = |row: &&Value| row["components"][0]["type"] == 3;
    let menu = rows
        .iter()
        .find(is_menu)
        .map(|row| labels(&row["components"][0]["options"]));
    let row = rows.iter().find(|row| !is_menu(row));
    let row = row.map(|row| labels(&row["components"]));
    (row.unwrap_or_default(), menu.unwrap_or_default())
}

/// An answer with every kind of action, and as many views.
fn with_actions(views: usize) -> Answer {
    let mut answer = sample::everything();
    (answer.lang, answer.claim_query) = (Lang::En, None);
    let query = |name: &str| Query::new("harbour").with(Key::View, name);
    let action = |kind: ActionKind, name: &str| Action {
        kind,
        ..Action::suggestion(name, query(name))
    };
    answer.actions = vec![
        action(ActionKind::Here, "Here"),
        action(ActionKind::More, "More"),
        action(ActionKind::Language, "Bahasa"),
        action(ActionKind::Sources, "Sources"),
    ];
    answer
        .actions
        .extend((0..views).map(|view| action(ActionKind::View, &view.to_string())));
    answer
}

#[test]
fn one_row_holds_five_buttons_and_one_menu_the_rest() {
    let asker = Context::from(Audience::Asker);
    let (row, menu) = offered(&with_actions(3), asker);
    assert_eq!(row, ["More", "Sources", "Bahasa", "Share here", "Cite"]);
    assert_eq!(menu, ["0", "1", "2"]);
    assert_eq!(offered(&with_actions(30), asker).1.len(), 25);
    // The page's button takes the place of *Sources*.
    let address = Some("https://example.org/en/harbour");
    let (row, menu) = offered(&with_actions(1), Context { address, ..asker });
    assert_eq!(row, ["More", "Bahasa", "Share here", "Cite", "Open page"]);
    assert_eq!(menu, ["Sources", "0"]);
    let audience = Audience::Channel { by: Some(1) };
    let (row, menu) = offered(
        &with_actions(1),
        Context {
            address,
            audience,
            ..asker
        },
    );
    assert_eq!(row, ["More", "Bahasa", "Remove", "Open page"]);
    assert_eq!(menu, ["Sources", "0", "Cite"]);
    // An address that Discord would refuse has no button.
    let long = format!("https://example.org/{}", "a".repeat(500));
    let (row, _) = offered(
        &with_actions(1),
        Context {
            address: Some(&long),
            ..asker
        },
    );
    assert_eq!(row, ["More", "Sources", "Bahasa", "Share here", "Cite"]);
}

#[test]
fn turning_the_page_takes_the_place_of_what_matters_least() {
    let mut answer = with_actions(1);
    let long = Entry::line("", "word ".repeat(700));
    answer.sections = vec![Section::new(SectionRole::Said, "").with(vec![long; 5])];
    answer.page = 2;
    let (row, menu) = offered(&answer, Audience::Asker.into());
    assert_eq!(
        row,
        ["‹ Previous", "Next ›", "More", "Bahasa", "Share here"]
    );
    assert_eq!(menu, ["Sources", "0", "Cite"]);
}

#[test]
fn suggestions_are_buttons_where_nothing_was_understood() {
    let suggestion = |number: usize| {
        let query = Query::new(format!("harbour{number}"));
        Action::suggestion(number.to_string(), query)
    };
    let actions = (0..7).map(suggestion).collect();
    let (title, notice) = ("Sorry".to_owned(), "What?".to_owned());
    let mut answer = Answer::unknown(Lang::En, Query::default(), title, notice, actions);
    let (row, menu) = offered(&answer, Audience::Asker.into());
    assert_eq!((row.len(), menu), (5, vec!["5".to_owned(), "6".to_owned()]));
    let payload = serde_json::to_value(message(&page(&answer), Audience::Asker)).unwrap();
    assert_eq!(payload["content"], "**Sorry**\n> What?");
    assert_eq!(payload["embeds"], serde_json::json!([]));
    answer.outcome = Outcome::Found;
    assert_eq!(offered(&answer, Audience::Asker.into()).1.len(), 7);
}

#[test]
fn the_content_answers_where_embeds_are_hidden() {
    let mut answer = with_actions(0);
    answer.title = "Ships".into();
    let said = vec![
        Span::Text("Norway says so".into()),
        Span::Cite(1),
        Span::Text("(once).".into()),
    ];
    answer.lead = vec![Sentence {
        spans: said,
        ..Sentence::default()
    }];
    let drawn =
        |answer: &Answer| serde_json::to_value(message(&page(answer), Audience::Asker)).unwrap();
    let payload = drawn(&answer);
    assert_eq!(payload["content"], "**Ships**\nNorway says so[1]\\(once).");
    assert!(
        !payload["embeds"].to_string().contains("Norway says so"),
        "not twice"
    );
    // Without a lead, an answer about one statement states it.
    answer.lead.clear();
    answer.question = Some("Where?".into());
    let payload = drawn(&answer);
    let body = payload["content"].as_str().unwrap();
    assert!(body.starts_with("**Ships**\n*Where?*\n"), "{body}");
    assert!(body.contains("ships"), "{body}");
}

#[test]
fn a_command_with_an_id_can_be_tapped() {
    let mut answer = with_actions(0);
    let entry = Entry::line("/help", "Lists the commands.").describing("help");
    answer.sections = vec![Section::new(SectionRole::Commands, "").with(vec![entry])];
    let drawn = |ids: &CommandIds| {
        let command_ids = Some(ids);
        let context = Context {
            command_ids,
            ..Audience::Asker.into()
        };
        message(&page(&answer), context).embeds[0]
            .description
            .clone()
            .unwrap()
    };
    assert_eq!(drawn(&CommandIds::new()), "**/help**: Lists the commands.");
    let ids = CommandIds::from([("help".to_owned(), u64::MAX)]);
    assert_eq!(
        drawn(&ids),
        format!("</help:{}>: Lists the commands.", u64::MAX)
    );
}

#[test]
fn a_title_is_cut_before_it_fills_the_content() {
    let title = |title: String| {
        let mut answer = sample::everything();
        answer.title = title;
        let content = message(&page(&answer), Audience::Asker).content.unwrap();
        content.lines().next().unwrap().to_owned()
    };
    assert_eq!(title("é".repeat(240)), format!("**{}**", "é".repeat(240)));
    assert_eq!(title("é".repeat(241)), format!("**{}…**", "é".repeat(239)));
    assert_eq!(title("*".repeat(120)).chars().count(), 244);
    assert_eq!(title(" ".into()), "**/harbour**");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_answer_breaks_a_limit_of_discord(answer in answer()) {
        let page = page(&answer);
        prop_assert!(weighed(&page) <= PAGE_MAX);
        for audience in [Audience::Asker, Audience::Channel { by: Some(u64::MAX) }] {
            for address in [None, Some("https://example.org/en/harbour")] {
                let context = Context { audience, address, command_ids: None };
                let payload = serde_json::to_value(message(&page, context)).unwrap();
                prop_assert!(check_message(&payload) <= weighed(&page));
            }
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
