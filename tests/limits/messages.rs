//! What a Discord message holds, and where.

use serde_json::Value;
use sumber::answer::{
    Action, ActionKind, Answer, Entry, Outcome, Section, SectionRole, Sentence, Span,
};
use sumber::facts::Lang;
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, CommandIds, Context, message};
use sumber::render::page;

use crate::payload::check_message;
use crate::sample;

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
    (answer.outcome, answer.query) = (Outcome::Found, Query::new("harbour"));
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
    assert_eq!(
        payload["content"],
        "**Ships**\n*Are there ships in the harbour?*\nNorway says so[1]\\(once)."
    );
    assert!(
        !payload["embeds"].to_string().contains("Norway says so"),
        "not twice"
    );
    // Without a lead, an answer about one claim states it with what speaks against it.
    answer.lead.clear();
    answer.states_claim = true;
    answer.question = Some("Where?".into());
    let payload = drawn(&answer);
    let body = payload["content"].as_str().unwrap();
    assert!(body.starts_with("*Where?*\n"), "{body}");
    assert!(
        body.contains("ships") && body.contains("Denied by"),
        "{body}"
    );
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
