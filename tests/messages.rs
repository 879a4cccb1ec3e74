//! What *Related facts* shows for messages as people write them, in both languages.
//!
//! `messages.tsv` and `messages-more.tsv`: each message with the claims of which one must be shown, and those that must
//! be shown or named beside it (`a/b`: one of the two). Without claims, nothing may be found.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop where it cannot go on"
)]

#[cfg(test)]
#[path = "support/shipped.rs"]
mod shipped;

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use serde_json::{Value, json};
use sumber::answer::{Answer, Outcome};
use sumber::commands;
use sumber::discord::interaction::{Interaction, Kind};
use sumber::facts::{Facts, Lang};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

struct Row {
    lang: Lang,
    message: &'static str,
    claims: Vec<&'static str>,
    also: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let files = [
        include_str!("fixtures/messages.tsv"),
        include_str!("fixtures/messages-more.tsv"),
    ];
    let lines = files.into_iter().flat_map(|file| file.lines().skip(1));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let list =
                |cell: &'static str| cell.split(',').map(str::trim).filter(|id| !id.is_empty());
            Row {
                lang: Lang::of(cells[0]).unwrap(),
                message: cells[1],
                claims: list(cells[2]).collect(),
                also: list(cells[3]).collect(),
            }
        })
        .collect()
}

/// The claims shown by an answer, and those that it names in the standing of others.
fn shown(answer: &Answer) -> (BTreeSet<String>, BTreeSet<String>) {
    let lead = answer.lead.iter().flat_map(|one| one.claims.clone());
    let entries = || answer.sections.iter().flat_map(|section| &section.entries);
    let shown: BTreeSet<String> = lead
        .chain(entries().filter_map(|one| one.claim().map(str::to_owned)))
        .collect();
    let notes = entries().flat_map(|one| &one.notes);
    let named = notes.flat_map(|note| note.standing.iter().flat_map(|one| one.claims.clone()));
    let named = shown.iter().cloned().chain(named).collect();
    (shown, named)
}

#[test]
fn messages_get_both_sides_and_other_messages_nothing() {
    let mut wrong = Vec::new();
    for row in rows() {
        let answer = commands::related(&FACTS, row.message, row.lang);
        let (shown, named) = shown(&answer);
        if row.claims.is_empty() {
            if answer.outcome == Outcome::Found || !shown.is_empty() {
                wrong.push(format!("{}: shows {shown:?}", row.message));
            }
            continue;
        }
        if !row.claims.iter().any(|id| shown.contains(*id)) {
            wrong.push(format!("{}: shows only {shown:?}", row.message));
        }
        for also in &row.also {
            if !also.split('/').any(|id| named.contains(id)) {
                wrong.push(format!("{}: lacks {also}", row.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rows_name_claims_of_the_facts() {
    let rows = rows();
    assert!(rows.len() >= 60 && rows.iter().filter(|row| row.claims.is_empty()).count() >= 20);
    for row in rows {
        let also = row.also.iter().flat_map(|also| also.split('/'));
        for id in row.claims.iter().copied().chain(also) {
            assert!(FACTS.claim(id).is_some(), "{id}");
        }
    }
}

/// The text that is read of a message on which the command is used.
fn text_of(message: Value) -> String {
    let data = json!({"name": "Related facts", "type": 3, "target_id": "5", "resolved": {"messages": {"5": message}}});
    let payload = json!({"type": 2, "id": "1", "token": "t", "data": data});
    match Interaction::read(&payload).kind {
        Kind::MessageCommand(command) => command.text,
        other => panic!("{other:?}"),
    }
}

fn finds(message: Value, claim: &str) {
    let answer = commands::related(&FACTS, &text_of(message.clone()), Lang::En);
    assert!(shown(&answer).0.contains(claim), "{message}");
}

#[test]
fn alternative_texts_and_the_message_replied_to_are_read() {
    let picture = json!([{"id": "1", "filename": "x.png",
        "description": "North Korean troops were sent to the Kursk region, NATO says"}]);
    let nato = "nato-confirms-kursk-units";
    finds(json!({"content": "", "attachments": picture}), nato);
    finds(
        json!({"message_snapshots": [{"message": {"attachments": picture}}]}),
        nato,
    );
    finds(
        json!({"content": "lol", "referenced_message": {"attachments": picture}}),
        nato,
    );
    finds(
        json!({"content": "fake", "referenced_message": {"content": "NATO: North Korean soldiers are in Kursk"}}),
        nato,
    );
    let embed = json!([{"url": "https://www.kyivpost.com/post/40216", "title": "Read this"}]);
    finds(
        json!({"content": "", "embeds": embed}),
        "ukraine-hit-arms-depot",
    );
}

#[test]
fn the_address_of_every_source_finds_what_it_carries() {
    for source in FACTS.sources.iter().filter(|source| source.url.is_some()) {
        let url = source.url.as_deref().unwrap();
        let of = |one: &&sumber::facts::Evidence| one.source.url == source.url;
        let carried: BTreeSet<&str> = FACTS
            .claims
            .iter()
            .filter(|claim| claim.withdrawn.is_none() && claim.evidence.iter().any(|one| of(&one)))
            .map(|claim| claim.id.as_str())
            .collect();
        if carried.is_empty() {
            continue;
        }
        let joint = if url.contains('?') { '&' } else { '?' };
        for written in [
            url.to_owned(),
            format!("look: <{url}{joint}utm_source=x&fbclid=1#top>"),
        ] {
            let answer = commands::related(&FACTS, &written, Lang::Id);
            let shown = shown(&answer).0;
            assert!(
                shown.iter().any(|id| carried.contains(id.as_str())),
                "{written}: {shown:?}"
            );
        }
    }
}

#[test]
fn other_scripts_are_told_apart_from_other_subjects() {
    let notice = |text: &str, lang| commands::related(&FACTS, text, lang).notices.join(" ");
    for text in [
        "Песков назвал сообщения о северокорейских солдатах в Украине очередным фейком",
        "북한군이 러시아 쿠르스크에 파병되었다",
        "القوات الكورية الشمالية في روسيا",
        "朝鲜向俄罗斯派兵",
        "ทหารเกาหลีเหนือในรัสเซีย https://kyiv.example/news",
    ] {
        assert!(
            notice(text, Lang::En).contains("English and Indonesian"),
            "{text}"
        );
        assert!(
            notice(text, Lang::Id).contains("Inggris dan Indonesia"),
            "{text}"
        );
        let typed = sumber::query::Query::new("related").with(sumber::query::Key::Query, text);
        let typed = commands::answer(&FACTS, &typed, Lang::En);
        assert!(
            typed.notices.join(" ").contains("English and Indonesian"),
            "{text}"
        );
    }
    assert!(
        !notice("good morning, доброе утро everyone out there", Lang::En).contains("Indonesian")
    );
    let mixed = "Песков: North Korean soldiers in Russia are фейк";
    assert_eq!(
        commands::related(&FACTS, mixed, Lang::En).outcome,
        Outcome::Found
    );
}

#[test]
fn a_message_keeps_no_words_of_its_own() {
    let message = "Bob Q. Private told me: North Korean soldiers in Russia https://private.example/token https://kyivpost.com/post/40216";
    let query = commands::related(&FACTS, message, Lang::En)
        .query
        .to_string();
    for word in ["Bob", "Private", "private", "token", "told", "https"] {
        assert!(!query.contains(word), "{query}");
    }
}
