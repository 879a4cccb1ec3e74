//! Random answers, even long and hostile ones, keep every limit of every surface.

#![expect(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use proptest::prelude::*;
use sumber::answer::{
    Action, ActionKind, Answer, Cite, Entry, Label, Note, NoteRole, Outcome, Reference, Section,
    SectionRole, Sentence, Span,
};
use sumber::facts::{Archived, Lang, Source};
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, Context, message};
use sumber::render::text::{Style, text};
use sumber::render::weight::{self, Scale};
use sumber::render::{PAGE_MAX, Page, page};

#[cfg(test)]
#[path = "../support/sample.rs"]
mod sample;

mod cited;
mod dice;
mod generated;
mod messages;
mod parts;
mod payload;

use payload::check_message;

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

/// The address, the address of an archived copy, whether the source is gone, and its citation.
type Written = (Option<String>, Option<String>, bool, String);

fn reference() -> impl Strategy<Value = Written> {
    let address = || {
        prop_oneof![
            r"https://example\.org/[a-z()<> \[\]é%_]{0,80}".prop_map(Some),
            r"https://example\.org/[a-z]{900,1100}".prop_map(Some),
            words().prop_map(Some),
            Just(None),
        ]
    };
    (address(), address(), any::<bool>(), words())
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

fn references(written: Vec<Written>) -> Vec<Reference> {
    let numbered = written.into_iter().zip(1..);
    numbered
        .map(|((url, copy, gone, text), number)| {
            let mut source = SOURCE.clone();
            let day = sample::everything().as_of.unwrap();
            (source.url, source.gone) = (url, gone.then_some(day));
            source.archived = copy.map(|url| Archived {
                url,
                on: day,
                by: text.clone(),
            });
            let cite = (|_: &_, _| String::new()) as Cite;
            Reference::new(number, source.into(), (cite, Lang::En)).cited_as(text)
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
            read_as: None,
            page: number,
            parts: 1,
            title,
            question: Some(question),
            as_of: sample::everything().as_of,
            notices,
            lead: lead.into_iter().map(|spans| Sentence { spans, ..Sentence::default() }).collect(),
            sections,
            references: references(written),
            footer,
            actions,
            states_claim: false,
            claim_query,
            picture: None,
        }
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
    fn every_entry_and_every_source_is_on_a_page(answer in answer()) {
        let total = page(&answer).total;
        let (mut shown, mut cut, mut sources) = (0, 0, BTreeSet::new());
        for number in 1..=total {
            let mut answer = answer.clone();
            answer.page = number;
            let page = page(&answer);
            assert_eq!(page.number, number);
            for section in &page.sections {
                assert!(!section.entries.is_empty());
                // The sources that were cut with what cites them are at the end.
                match section.role {
                    SectionRole::Sources => cut += section.entries.len(),
                    _ => shown += section.entries.len(),
                }
            }
            sources.extend(page.references.iter().map(|one| one.number));
        }
        let entries = answer.sections.iter().flat_map(|section| &section.entries);
        prop_assert_eq!(shown, entries.clone().count());
        let lead = answer.lead.iter().flat_map(|sentence| &sentence.spans);
        let cited: BTreeSet<usize> = lead.chain(entries.flat_map(Entry::spans)).filter_map(Span::cited).collect();
        let numbers = answer.references.iter().map(|one| one.number);
        prop_assert_eq!(sources, numbers.filter(|one| cited.contains(one)).collect::<BTreeSet<_>>());
        prop_assert!(cut <= answer.references.len());
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
