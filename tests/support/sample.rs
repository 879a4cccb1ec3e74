//! One answer with every part, made by hand from the invented dossier with its hostile names.

use std::sync::Arc;

use sumber::answer::{
    Action, ActionKind, Answer, Citations, Cite, Entry, Label, Note, NoteRole, Outcome, Section,
    SectionRole, Span,
};
use sumber::cite;
use sumber::facts::date::Day;
use sumber::facts::file::{Part, read};
use sumber::facts::{Claim, Facts, Lang};
use sumber::phrases::Phrases;
use sumber::query::{Key, Query};

/// The invented dossier.
pub(crate) fn harbour() -> Facts {
    harbour_and("")
}

/// The invented dossier with more records.
pub(crate) fn harbour_and(more: &str) -> Facts {
    let part = Part {
        name: "harbour.toml".into(),
        text: [include_str!("../fixtures/harbour.toml"), more].concat(),
    };
    let checked = read(&[part]).unwrap_or_else(|problems| panic!("{problems:#?}"));
    checked.facts
}

fn text(text: &str) -> Span {
    Span::Text(text.into())
}

fn action(label: &str, query: Query, kind: ActionKind) -> Action {
    Action {
        kind,
        ..Action::suggestion(label, query)
    }
}

/// An answer with every part that an answer can have.
pub(crate) fn everything() -> Answer {
    let facts = harbour();
    let mut citations = Citations::default();
    let mut sections = sections(&facts, &mut citations);
    let cite = (|source: &_, lang| cite::plain(source, Phrases::of(lang))) as Cite;
    let references = citations.settle(&mut [], &mut sections, (cite, Lang::En));
    let query = Query::new("harbour")
        .with(Key::AsOf, "2024-12-31")
        .with(Key::Lang, "en");
    let view = |name: &str| query.clone().with(Key::View, name);
    Answer {
        outcome: Outcome::Found,
        lang: Lang::En,
        read_as: None,
        page: 1,
        parts: 1,
        title: "Ships in the harbour: *all* <of> it".into(),
        question: Some("Are there ships in the harbour?".into()),
        as_of: Some(day(2024, 12, 31)),
        notices: vec!["One later statement is left out.".into()],
        lead: Vec::new(),
        sections,
        references,
        footer: vec![
            "2 of 2 claims".into(),
            "facts known up to 31 December 2024".into(),
        ],
        actions: vec![
            action("Overview", query.clone(), ActionKind::Here),
            action("Denials", view("denials"), ActionKind::View),
            action("@everyone", view("quotes"), ActionKind::Suggestion),
            action(
                "Bahasa Indonesia",
                query.clone().with(Key::Lang, "id"),
                ActionKind::Language,
            ),
        ],
        states_claim: false,
        claim_query: Some(Query::new("claim").with(Key::Lang, "en")),
        picture: None,
        query,
    }
}

fn day(year: i64, month: u8, day: u8) -> Day {
    Day { year, month, day }
}

fn sections(facts: &Facts, citations: &mut Citations) -> Vec<Section> {
    let said = claim(facts, "pilot-1500-ships");
    let denied = claim(facts, "mallory-denies-ships");
    let mallory = denied.by[0].name.get(Lang::En);
    let numbers = citations.numbers(&said.evidence);
    let (one, two) = (Span::Cite(numbers[0]), Span::Cite(numbers[1]));
    let date = || "18 October 2024".to_owned();
    let label = Label::from("Ada Pilot, harbour pilot, in an interview").said(&said.said, date());
    let mut first = Entry::of(&said, label, vec![english(&said)], numbers.clone());
    first.notes = vec![
        Note::new(NoteRole::Standing, vec![text("Denied by "), text(mallory)]),
        Note::new(
            NoteRole::Standing,
            vec![text("Kabar differs: Gives 3,000. "), two.clone()],
        ),
    ];
    let quote = &said.quotes[0];
    let exact = Span::Quoted {
        words: quote.words.clone(),
        lang: quote.lang.clone(),
    };
    let second = Entry::of(
        &said,
        Label::default().said(&said.said, date()),
        vec![exact],
        vec![numbers[0]],
    );
    let label = Label::from(format!("{mallory}\u{1b}[31m\u{202e}"))
        .said(&denied.said, "20–21 October 2024†".into());
    let number = citations.numbers(&denied.evidence);
    let third = Entry::of(&denied, label, vec![english(&denied)], number);
    let counted = vec![text("1,500 "), one, text(" · at least 3,000 "), two];
    let fourth = Entry::own("How many ships", counted);
    vec![
        Section::new(SectionRole::Said, "Said").with(vec![first, second]),
        Section::new(SectionRole::Denied, "Denied").with(vec![third]),
        Section::new(SectionRole::Differs, "Differs").with(vec![fourth]),
    ]
}

fn claim(facts: &Facts, id: &str) -> Arc<Claim> {
    Arc::clone(facts.claim(id).unwrap())
}

fn english(claim: &Claim) -> Span {
    text(claim.text.get(Lang::En))
}
