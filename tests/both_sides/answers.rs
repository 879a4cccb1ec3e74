//! Every answer of every command: its entries as data, its lead, and what each surface shows of it.

use serde_json::Value;
use sumber::answer::{Answer, Entry, SectionRole, Span};
use sumber::commands::{self, View};
use sumber::facts::{Claim, Lang};
use sumber::phrases::Phrases;
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, message};
use sumber::render::{self, html, json, markdown, text};

use super::{FACTS, Shown, days, letters, visible};

/// Every command that shows statements, with everything that it can be asked about.
fn questions(shown: &Shown, lang: Lang) -> Vec<Query> {
    let mut questions = Vec::new();
    for topic in &FACTS.topics {
        questions.push(Query::new(&topic.id));
        for view in View::ALL.iter().copied() {
            questions.push(Query::new(&topic.id).with(Key::View, view.name()));
        }
        for command in ["sides", "figures", "quotes", "timeline", "changes"] {
            questions.push(Query::new(command).with(Key::Topic, &topic.id));
        }
    }
    let own = [
        "timeline",
        "timeline by:event",
        "quotes",
        "figures",
        "changes since:1900",
    ];
    questions.extend(own.map(|own| own.parse().unwrap()));
    for claim in &FACTS.claims {
        for command in ["claim", "sides"] {
            let query = Query::new(command).with(Key::Claim, &claim.id);
            questions.extend([query.clone(), query.with(Key::View, "full")]);
        }
    }
    for speaker in &FACTS.speakers {
        let query = Query::new("who").with(Key::Name, &speaker.id);
        questions.extend([query.clone(), query.with(Key::View, "full")]);
    }
    for one in &shown.against {
        // Fewer words than any statement has, because the title repeats them.
        let first: Vec<&str> = one.claim.text.get(lang).split(' ').take(4).collect();
        for command in ["search", "related"] {
            questions.push(Query::new(command).with(Key::Query, first.join(" ")));
        }
    }
    questions
}

/// The entry shows a claim, not only something about it.
fn shows(entry: &Entry, role: SectionRole, claim: &Claim, lang: Lang) -> bool {
    let about = matches!(
        role,
        SectionRole::Standing | SectionRole::Evidence | SectionRole::History | SectionRole::Sources
    );
    let text: String = entry.body.iter().map(plain).collect();
    !about
        && (text.contains(claim.text.get(lang))
            || role == SectionRole::Quotations
            || role == SectionRole::Figures)
}

fn plain(span: &Span) -> &str {
    match span {
        Span::Text(text) | Span::Verbatim(text) => text,
        Span::Quoted { words, .. } => words,
        Span::Cite(_) => "",
    }
}

/// The claim whose own page an answer is; its standing has a section there.
fn own_page(answer: &Answer) -> Option<&str> {
    let standing = |role| role == SectionRole::Standing;
    let told = answer.sections.iter().any(|section| standing(section.role));
    answer.query.get(Key::Claim).filter(|_| told)
}

/// How many places of an answer have been checked: the entries as data, the lead, and every surface.
fn check(answer: &Answer, shown: &Shown) -> usize {
    let mut checked = 0;
    let lang = answer.lang;
    for section in &answer.sections {
        for entry in &section.entries {
            let Some(one) = entry.claim().and_then(|id| shown.of(id)) else {
                continue;
            };
            if !shows(entry, section.role, one.claim, lang) || own_page(answer) == entry.claim() {
                continue;
            }
            let told = entry.notes.iter().flat_map(|note| &note.standing);
            let mut told = told.chain(&entry.standing);
            assert!(
                told.any(|one| one.kind.speaks_against()),
                "{} {:?}: {}",
                answer.query,
                section.role,
                one.claim.id
            );
            checked += 1;
        }
    }
    // A title may repeat a statement only if an entry below shows it, with what speaks against it.
    let title = letters(&answer.title);
    for one in shown
        .against
        .iter()
        .filter(|one| title.contains(&one.statement))
    {
        let mut entries = answer.sections.iter().flat_map(|section| &section.entries);
        let below = entries.any(|entry| entry.claim() == Some(one.claim.id.as_str()));
        assert!(
            below,
            "{}: {} only in the title",
            answer.query, one.claim.id
        );
        checked += 1;
    }
    let surfaces = surfaces(answer);
    for (name, surface) in surfaces {
        checked += shown.check(&surface, &format!("{} {name}", answer.query));
    }
    checked + check_lead(answer, shown)
}

/// The lead's own words differ; whoever speaks against a statement is named in it.
fn check_lead(answer: &Answer, shown: &Shown) -> usize {
    let words = Phrases::of(answer.lang);
    let lead: String = answer
        .lead
        .iter()
        .flat_map(|one| &one.spans)
        .map(plain)
        .collect();
    let lead = letters(&lead);
    let mut checked = 0;
    for one in shown
        .against
        .iter()
        .filter(|one| lead.contains(&one.statement))
    {
        let day = answer.as_of.unwrap();
        let standing = FACTS.as_of(day).standing(one.claim);
        let voices = [
            standing.denied,
            standing.denied_before,
            standing.denied_in_part,
            standing.superseded,
            standing.qualified,
            FACTS.as_of(day).turned(one.claim),
        ];
        let mut names = words.party_names(&voices.concat());
        names.extend(
            standing
                .contradicted
                .iter()
                .map(|one| one.source.publisher.clone()),
        );
        let (_, after) = lead.split_once(&one.statement).unwrap();
        let named = names.iter().any(|name| after.contains(&letters(name)));
        assert!(named, "{}: lead on {}: {after}", answer.query, one.claim.id);
        checked += 1;
    }
    checked
}

/// An answer on every surface, without its lead, its other queries and its title, which [`check`] looks at.
fn surfaces(answer: &Answer) -> Vec<(&'static str, String)> {
    let mut answer = answer.clone();
    answer.lead.clear();
    answer.actions.clear();
    answer.title.clear();
    let whole = render::whole(&answer);
    let mut surfaces = vec![
        ("text", text::text(&whole, text::Style::default())),
        ("markdown", markdown::markdown(&whole)),
        ("html", visible(&html::document(&whole, &FACTS))),
        (
            "json",
            sheet(&serde_json::to_value(json::json(&whole)).unwrap()),
        ),
    ];
    let total = render::page(&answer).total;
    for number in 1..=total {
        answer.page = number;
        let message = message(&render::page(&answer), Audience::Asker);
        let embeds = message
            .embeds
            .into_iter()
            .filter_map(|embed| embed.description);
        surfaces.push(("discord", embeds.collect::<Vec<_>>().join("\n")));
    }
    surfaces
}

/// The entries of an answer as JSON, as text, each with its notes.
fn sheet(sheet: &Value) -> String {
    let mut text = String::new();
    for section in sheet["sections"].as_array().unwrap() {
        for entry in section["entries"].as_array().unwrap() {
            text.push_str(entry["text"].as_str().unwrap());
            for note in entry["notes"].as_array().unwrap() {
                text.push_str(note["text"].as_str().unwrap());
            }
        }
    }
    text
}

#[test]
fn every_view_and_surface_tells_what_speaks_against_a_statement() {
    let rounds = days()
        .into_iter()
        .flat_map(|day| [Lang::En, Lang::Id].map(|lang| (day, lang)));
    let checked: usize = std::thread::scope(|scope| {
        let rounds: Vec<_> = rounds
            .map(|(day, lang)| {
                scope.spawn(move || {
                    let shown = Shown::on(day, lang);
                    assert!(shown.against.len() > 5, "{day}");
                    let asked = questions(&shown, lang).into_iter();
                    let asked = asked.map(|query| query.with(Key::AsOf, day.to_string()));
                    asked
                        .map(|query| check(&commands::answer(&FACTS, &query, lang), &shown))
                        .sum::<usize>()
                })
            })
            .collect();
        rounds.into_iter().map(|one| one.join().unwrap()).sum()
    });
    println!("{checked} places checked in answers");
    assert!(checked > 5_000, "{checked}");
}
