//! Statements that answer a denial: they are a side of their own, shown wherever the denial is.

use sumber::answer::{Answer, NoteRole};
use sumber::commands;
use sumber::facts::{Facts, Lang};
use sumber::render;

use super::{claim, facts};

/// A claim, its denial, what a third party answers to that, and what others do not answer.
fn quarrel() -> Facts {
    facts(&[
        claim("open", "town", "asserts", "2024-01-01", "", ""),
        claim("more", "town", "asserts", "2024-01-02", "", ""),
        claim("no", "guild", "denies", "2024-02-01", "denies open", ""),
        claim("but", "port", "asserts", "2024-03-01", "answers no", ""),
        claim("own", "guild", "asserts", "2024-03-02", "answers no", ""),
        claim("silent", "town", "declines", "2024-03-03", "answers no", ""),
    ])
}

fn ask(facts: &Facts, query: &str) -> Answer {
    commands::answer(facts, &query.parse().unwrap(), Lang::En)
}

/// The first page as text.
fn plain(answer: &Answer) -> String {
    let page = render::page(answer);
    render::text::text(&page, render::text::Style::default())
}

/// The ids of the statements on the first page under a heading.
fn under(answer: &Answer, heading: &str) -> Vec<String> {
    let page = render::page(answer);
    let mut sections = page.sections.iter();
    let section = sections.find(|section| section.heading == heading);
    let entries = section.into_iter().flat_map(|section| &section.entries);
    entries
        .filter_map(|entry| entry.claim().map(str::to_owned))
        .collect()
}

#[test]
fn a_topic_shows_what_answers_a_denial_beside_it() {
    let facts = quarrel();
    for query in [
        "/bridge view:full",
        "/sides topic:bridge",
        "/sides topic:bridge view:full",
    ] {
        let answer = ask(&facts, query);
        assert_eq!(under(&answer, "Denied"), ["no"], "{query}");
        assert_eq!(under(&answer, "Answered"), ["but"], "{query}");
        assert!(
            !under(&answer, "Said").contains(&"but".to_owned()),
            "{query}"
        );
    }
    let short = plain(&ask(&facts, "/bridge"));
    assert!(
        short.contains("Answering Guild · Port, March 2024: Sentence but."),
        "{short}"
    );
}

#[test]
fn a_denial_is_never_shown_without_who_answers_it() {
    let facts = quarrel();
    let queries = [
        "/bridge view:full",
        "/bridge view:denials",
        "/bridge view:timeline",
        "/sides topic:bridge",
        "/sides claim:open",
        "/sides claim:no",
        "/who name:guild",
        "/who name:guild view:full",
        "/search query:no",
        "/timeline",
        "/ask question:\"did the guild deny it\"",
    ];
    for query in queries {
        let answer = ask(&facts, query);
        let entries = answer.sections.iter().flat_map(|section| &section.entries);
        let denials: Vec<_> = entries
            .filter(|entry| entry.claim() == Some("no"))
            .collect();
        assert!(!denials.is_empty(), "{query} does not show the denial");
        for denial in denials {
            let told: Vec<String> = denial
                .notes
                .iter()
                .filter(|note| note.role == NoteRole::Answered)
                .map(|note| format!("{:?}", note.spans))
                .collect();
            assert!(
                matches!(told.as_slice(), [one] if one.contains("Answered by Port") && one.contains("Cite")),
                "{query}: {told:?}"
            );
        }
    }
    for query in ["/claim claim:no", "/claim claim:no view:full"] {
        let shown = plain(&ask(&facts, query));
        assert!(shown.contains("Answered by"), "{query}: {shown}");
    }
}

#[test]
fn the_sides_of_a_statement_show_what_it_is_about_and_what_answers_it() {
    let facts = quarrel();
    for query in ["/sides claim:no", "/sides claim:no view:full"] {
        let answer = ask(&facts, query);
        assert_eq!(under(&answer, "Refers to"), ["open"], "{query}");
        assert!(
            under(&answer, "Answered").contains(&"but".to_owned()),
            "{query}"
        );
        assert_eq!(under(&answer, "Not confirmed"), ["silent"], "{query}");
    }
}
