//! No statement without what speaks against it: every claim that is contradicted, denied, superseded, qualified or
//! withdrawn on a day has a phrase of its standing beside it, in every view, on every surface and in every export.
//!
//! The surfaces are read as a reader sees them: the phrase must follow the statement before any other statement does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and tells how many places it has checked"
)]

#[path = "support/shipped.rs"]
mod shipped;

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use serde_json::Value;
use sumber::answer::picture::{Body, Mark};
use sumber::answer::{Answer, Entry, SectionRole, Span};
use sumber::commands::{self, View};
use sumber::export;
use sumber::facts::date::{Date, Day};
use sumber::facts::standing::StandingKind;
use sumber::facts::vocabulary::LinkKind;
use sumber::facts::{AsOf, Claim, Facts, Lang};
use sumber::pages::{self, Form, Options};
use sumber::phrases::Phrases;
use sumber::query::{Key, Query};
use sumber::render::discord::{Audience, message};
use sumber::render::{self, html, json, markdown, text};

static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// The day of review and two days on which other claims were denied or open.
fn days() -> [Day; 3] {
    let day = |text: &str| text.parse::<Date>().unwrap().latest().unwrap();
    [FACTS.dossier.reviewed, day("2024-10-18"), day("2025-05-01")]
}

/// A claim that is never shown alone, and the phrases of which one must be shown beside it.
struct Against {
    claim: &'static Claim,
    statement: String,
    phrases: Vec<String>,
}

/// The statements of the claims known on a day, in one language.
struct Shown {
    against: Vec<Against>,
    /// All statements, the longest first.
    all: Vec<String>,
}

impl Shown {
    fn on(day: Day, lang: Lang) -> Self {
        let as_of = FACTS.as_of(day);
        let claims: Vec<&Claim> = FACTS.claims.iter().map(AsRef::as_ref).collect();
        let shown = claims
            .iter()
            .filter(|claim| as_of.known(claim) || claim.withdrawn.is_some());
        let mut all: Vec<String> = Vec::new();
        let mut against = Vec::new();
        for claim in shown {
            let statement = letters(claim.text.get(lang));
            let phrases = phrases(as_of, claim, lang);
            all.push(statement.clone());
            if !phrases.is_empty() {
                against.push(Against {
                    claim,
                    statement,
                    phrases,
                });
            }
        }
        all.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self { against, all }
    }

    fn of(&self, id: &str) -> Option<&Against> {
        self.against.iter().find(|one| one.claim.id == id)
    }

    /// How often a surface shows these statements; panics where one has no phrase after it.
    fn check(&self, surface: &str, what: &str) -> usize {
        let surface = letters(surface);
        // Where statements stand; one that is a part of a longer one does not count there.
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for statement in &self.all {
            for (at, _) in surface.match_indices(statement.as_str()) {
                let end = at + statement.len();
                if !found.iter().any(|(from, to, _)| *from <= at && end <= *to) {
                    found.push((at, end, statement));
                }
            }
        }
        found.sort_unstable();
        let mut checked = 0;
        for (place, (_, end, statement)) in found.iter().enumerate() {
            let Some(one) = self.against.iter().find(|one| one.statement == *statement) else {
                continue;
            };
            let mut later = found.iter().skip(place + 1);
            let next = later.find(|(_, _, other)| other != statement);
            let until = next.map_or(surface.len(), |(from, _, _)| *from);
            let beside = &surface[*end..until];
            let told = one.phrases.iter().any(|phrase| beside.contains(phrase));
            assert!(
                told,
                "{what}: {} without {:?}\n{beside}",
                one.claim.id, one.phrases
            );
            checked += 1;
        }
        checked
    }
}

/// The beginnings of phrases that tell what speaks against a claim; empty if nothing does.
fn phrases(as_of: AsOf<'static>, claim: &'static Claim, lang: Lang) -> Vec<String> {
    let words = Phrases::of(lang);
    let standing = as_of.standing(claim);
    let turned = as_of.turned(claim);
    let by_parties = [
        ("standing-denied", &standing.denied),
        ("standing-denied-before", &standing.denied_before),
        ("standing-denied-in-part", &standing.denied_in_part),
        ("standing-superseded", &standing.superseded),
        ("standing-qualified", &standing.qualified),
        ("turned-since", &turned),
    ];
    let mut phrases = Vec::new();
    for (key, voices) in by_parties {
        phrases.extend(
            words
                .party_names(voices)
                .into_iter()
                .map(|name| (key, name)),
        );
    }
    for one in &standing.contradicted {
        phrases.push(("brief-contradicted", one.source.publisher.clone()));
    }
    let mut phrases: Vec<String> = phrases
        .into_iter()
        .map(|(key, name)| {
            let phrase = words.format(key, &[("names", "|")]);
            letters(phrase.split('|').next().unwrap()) + &letters(&name)
        })
        .collect();
    if standing.withdrawn.is_some() {
        phrases.push(letters(&words.text("kind-withdrawn")));
    }
    phrases
}

/// The letters and digits of a text in lower case, so that line breaks and escapes do not matter.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The text of the body of a page, without tags.
fn visible(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    ["&amp;", "&#39;", "&quot;", "&lt;", "&gt;"]
        .into_iter()
        .fold(text, |text, entity| text.replace(entity, ""))
}

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
        .flat_map(|day| Lang::ALL.map(|lang| (day, lang)));
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

#[test]
fn every_page_tells_what_speaks_against_a_statement() {
    let options = Options {
        public_url: Some("https://example.org/facts"),
        form: Form::Files,
        pictures: true,
    };
    let by_lang = Lang::ALL.map(|lang| (lang, Shown::on(FACTS.dossier.reviewed, lang)));
    let mut checked = 0;
    for path in pages::site(&FACTS, options) {
        let page = pages::page(&FACTS, &path, options).unwrap();
        let feed = page.content_type.contains("atom");
        if !feed && !page.content_type.contains("html") {
            continue;
        }
        // The lead has words of its own; answers are checked with it.
        let mut text = page.body.replace("&lt;", "<").replace("&gt;", ">");
        while let Some((before, lead)) = text.split_once("<p class=\"lead\"") {
            let (_, after) = lead.split_once("</p>").unwrap();
            text = format!("{before}{after}");
        }
        let lang = Lang::ALL
            .into_iter()
            .find(|lang| path.starts_with(&format!("/{}", lang.code())));
        for (_, shown) in by_lang
            .iter()
            .filter(|(one, _)| lang.is_none_or(|lang| lang == *one))
        {
            checked += shown.check(&visible(&text), &path);
        }
    }
    println!("{checked} places checked on pages");
    assert!(checked > 500, "{checked}");
}

#[test]
fn every_picture_of_a_claim_tells_what_speaks_against_it() {
    let mut checked = 0;
    for day in days() {
        for one in Shown::on(day, Lang::En).against {
            let query = Query::new("claim").with(Key::Claim, &one.claim.id);
            let query = query.with(Key::AsOf, day.to_string());
            let answer = commands::answer(&FACTS, &query, Lang::En);
            let Some(Body::Claim(picture)) = answer.picture.map(|picture| picture.body) else {
                panic!("{query}");
            };
            let against = |mark| {
                let marks = [
                    Mark::Denied,
                    Mark::DeniedBefore,
                    Mark::Overtaken,
                    Mark::Qualified,
                ];
                marks.contains(&mark) || mark == Mark::Contradicted || mark == Mark::Withdrawn
            };
            let told = picture.standing.iter().any(|line| against(line.mark));
            assert!(told, "{query}");
            checked += 1;
        }
    }
    println!("{checked} pictures checked");
}

#[test]
fn every_export_tells_what_speaks_against_a_claim() {
    let document = export::document(&FACTS);
    let table = export::csv::table(&document);
    let header = table.lines().next().unwrap();
    let lists = [
        "denied_by",
        "denied_earlier_by",
        "denied_in_part_by",
        "superseded_by",
        "taken_back_by",
        "qualified_by",
        "contradicted_by",
    ];
    for list in lists {
        assert!(header.contains(list), "the table lacks {list}");
    }
    let graph = export::jsonld::graph(&FACTS);
    let mut checked = 0;
    for one in Shown::on(FACTS.dossier.reviewed, Lang::En).against {
        let id = one.claim.id.as_str();
        let claims = document["claims"].as_array().unwrap();
        let claim = claims.iter().find(|claim| claim["id"] == id).unwrap();
        let standing = &claim["standing"];
        let named = lists
            .iter()
            .flat_map(|list| standing[list].as_array().unwrap());
        let named: BTreeSet<&str> = named.filter_map(Value::as_str).collect();
        assert!(!named.is_empty() || !claim["withdrawn"].is_null(), "{id}");
        for graph in [&graph, &export::jsonld::of_claim(&FACTS, one.claim)] {
            let nodes = graph["@graph"].as_array().unwrap();
            let of_claim = |node: &&Value| node["identifier"] == id && node["@type"] == "Claim";
            let node = nodes.iter().find(of_claim).unwrap();
            let against = ["isDisputedBy", "isUpdatedBy", "isQualifiedBy"];
            let mut against = against
                .iter()
                .filter_map(|name| node[format!("cito:{name}")].as_array());
            let disputed = against.next().is_some();
            assert!(
                disputed || !node["creativeWorkStatus"].is_null(),
                "{id}: {node}"
            );
            checked += 2;
        }
        checked += 2;
    }
    println!("{checked} places checked in exports");
}

#[test]
fn in_linked_data_nothing_is_denied_confirmed_or_replaced_without_saying_so_itself() {
    let graph = export::jsonld::graph(&FACTS);
    let nodes = graph["@graph"].as_array().unwrap();
    let named = |id: &str| {
        nodes
            .iter()
            .find(|node| node["identifier"] == id && node["@type"] == "Claim")
            .unwrap()
    };
    for claim in FACTS
        .claims
        .iter()
        .filter(|claim| claim.withdrawn.is_none())
    {
        for link in &claim.links {
            let (property, inverse) = match link.kind {
                LinkKind::Denies => ("cito:disputes", "cito:isDisputedBy"),
                LinkKind::Confirms => ("cito:confirms", "cito:isConfirmedBy"),
                LinkKind::Supersedes => ("cito:updates", "cito:isUpdatedBy"),
                LinkKind::Qualifies => ("cito:qualifies", "cito:isQualifiedBy"),
                _ => continue,
            };
            assert!(
                named(&claim.id)[property].to_string().contains(&link.to),
                "{}",
                claim.id
            );
            assert!(
                named(&link.to)[inverse].to_string().contains(&claim.id),
                "{}",
                link.to
            );
        }
    }
    assert!(StandingKind::Denied.speaks_against() && !StandingKind::Confirmed.speaks_against());
}
