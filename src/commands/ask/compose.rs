//! The answer to a question as sentences and statements, each with what speaks against it.

use std::collections::BTreeSet;

use super::super::statement::{Composer, Detail};
use super::super::{figure_line, lead, quotes, sources, timeline, topic};
use super::choose::{Reading, Shown};
use crate::answer::{Entry, Section, SectionRole, Sentence};
use crate::facts::{Claim, Topic};
use crate::phrases::attribution::on_the_whole;
use crate::query::question::{Ask, Question};

/// The maximum number of denied claims that are shown below denials.
const MOST_DENIED: usize = 2;

/// The lead and the sections of an answer.
pub(super) fn answer<'a>(
    composer: &mut Composer<'a>,
    question: &Question,
    reading: &Reading<'a>,
) -> (Vec<Sentence>, Vec<Section>) {
    let topic = reading.topic.filter(|_| reading.with_lead);
    let lead = topic.map_or_else(Vec::new, |topic| lead::lead(composer, topic));
    let sections = match &reading.shown {
        Shown::Topics(topics, both) => of_topics(composer, question, topics, both, &lead),
        Shown::Who(_, claims) | Shown::Claims(claims) => {
            statements(composer, question, claims, &lead)
        }
        Shown::View("figures", _, _, claims) => numbers(composer, claims),
        Shown::View("sources", _, _, claims) => {
            let carrying = composer.as_of.sources_of(claims);
            sources::sections(composer, carrying)
        }
        Shown::View("quotes", _, _, claims) => quotes::sections(composer, claims, &[]),
        Shown::View("timeline", _, _, claims) => timeline::by_statement(composer, claims),
        Shown::View(_, _, _, claims) => statements(composer, question, claims, &lead),
    };
    (lead, sections)
}

/// The first topic in short, and of each other one the claim that answers it.
fn of_topics<'a>(
    composer: &mut Composer<'a>,
    question: &Question,
    topics: &[&'a Topic],
    both: &[&'a Claim],
    lead: &[Sentence],
) -> Vec<Section> {
    let Some((first, others)) = topics.split_first() else {
        return Vec::new();
    };
    let mut sections = match both {
        [] => Vec::new(),
        both => statements(composer, question, both, lead),
    };
    if others.is_empty() {
        let frame = vec![first.title.get(composer.lang()).to_owned(); 3];
        sections.extend(topic::below_lead(composer, first, lead, frame));
        return sections;
    }
    for other in others {
        let main = other
            .main_claim()
            .and_then(|id| composer.as_of.facts.claim(id));
        let main = main.filter(|claim| composer.as_of.known(claim));
        let entries = main.map(|claim| composer.with_standing(claim, Detail::Short));
        let heading = other.title.get(composer.lang());
        let section = Section::new(SectionRole::Said, heading).with(entries.into_iter().collect());
        sections.push(section);
    }
    sections
}

/// Claims with how they stand, those that a denial denies, and how the wider claims stand.
fn statements<'a>(
    composer: &mut Composer<'a>,
    question: &Question,
    claims: &[&'a Claim],
    lead: &[Sentence],
) -> Vec<Section> {
    let mut told: BTreeSet<&str> = lead
        .iter()
        .flat_map(|one| &one.claims)
        .map(String::as_str)
        .collect();
    let told_in_lead = told.clone();
    let shown: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    let denied = claims
        .iter()
        .flat_map(|claim| composer.as_of.disputed_claims(claim));
    let mut denied: Vec<&Claim> = denied
        .filter(|one| !shown.contains(&&*one.id) && !told_in_lead.contains(&*one.id))
        .collect();
    let mut seen = BTreeSet::new();
    denied.retain(|claim| seen.insert(claim.id.as_str()));
    denied.truncate(MOST_DENIED);
    let dated = question.asks_for(Ask::When) || question.asks_for(Ask::Where);
    let mut entries = Vec::new();
    for claim in claims.iter().copied().chain(denied) {
        let mut entry = composer.with_standing(claim, Detail::Short);
        if dated {
            entry.notes.extend(composer.event(claim));
        }
        told.insert(&claim.id);
        for (whole, sides) in on_the_whole(composer.as_of, claim) {
            if told.insert(&whole.id) {
                entry.notes.push(composer.whole_line(whole, &sides));
            }
        }
        entries.push(entry);
    }
    vec![Section::new(SectionRole::Found, "").with(entries)]
}

/// A line of numbers for each thing counted, then how the claims stand to which they belong.
fn numbers<'a>(composer: &mut Composer<'a>, claims: &[&'a Claim]) -> Vec<Section> {
    let counts = |claim: &Claim, id: &str| claim.figures.iter().any(|one| one.measure.id == id);
    let rank = |id: &str| claims.iter().position(|claim| counts(claim, id));
    let mut ordered = claims.to_vec();
    ordered.sort_by_key(|claim| claim.order());
    let mut measures = composer.as_of.by_measure_of(&ordered);
    measures.sort_by_key(|(measure, _)| rank(&measure.id));
    let mut entries = Vec::new();
    for (measure, given) in measures {
        let label = composer.words.measure(measure);
        entries.push(figure_line::short_line(
            composer,
            label,
            &given,
            figure_line::MOST_IN_A_LINE,
        ));
    }
    let mut told = BTreeSet::new();
    let mut standing: Vec<Entry> = Vec::new();
    for claim in ordered.iter().rev().copied() {
        for (whole, sides) in on_the_whole(composer.as_of, claim) {
            if told.insert(whole.id.as_str()) {
                let line = composer.whole_line(whole, &sides);
                standing.push(Entry::telling(claim, line));
            }
        }
        if let Some(against) = composer.against_in_brief(claim) {
            standing.push(Entry::telling(claim, against));
        }
    }
    vec![
        Section::new(SectionRole::Figures, "").with(entries),
        Section::new(SectionRole::Standing, "").with(standing),
    ]
}
