//! One source: its description, and every claim that it supports, contradicts or reports differently. The pages
//! show it; there is no command for it.

use std::sync::Arc;

use super::request::{Draft, Request};
use super::statement::{Composer, Detail};
use crate::answer::{Answer, Entry, Section, SectionRole};
use crate::cite;
use crate::facts::vocabulary::{Basis, Role};
use crate::facts::{Facts, Lang, Source};
use crate::query::{Key, Query};

/// The answer about one source.
pub fn source(facts: &Facts, source: &Arc<Source>, lang: Lang) -> Answer {
    let query = Query::new("search").with(Key::Query, &source.id);
    let answered = Request::read(facts, &query, lang).map(|request| about(request, source));
    answered.unwrap_or_else(|not_understood| *not_understood)
}

fn about<'a>(request: Request<'a>, source: &'a Arc<Source>) -> Answer {
    let mut composer = request.composer();
    let mut sections = vec![described(&mut composer, source)];
    let roles = [
        Role::Origin,
        Role::Confirms,
        Role::Differs,
        Role::Part,
        Role::Contradicts,
    ];
    sections.extend(roles.map(|role| with_role(&mut composer, source, role)));
    let carries = sections
        .iter()
        .skip(1)
        .any(|section| !section.entries.is_empty());
    let draft = Draft {
        title: match source.title_own {
            true => source.title.clone(),
            false => format!("[{}]", source.title),
        },
        question: Some(source.publisher.clone()),
        notices: match carries {
            true => Vec::new(),
            false => vec![request.words.text("page-source-nothing")],
        },
        sections,
        ..Draft::default()
    };
    request.answer(composer, draft)
}

/// The details printed in the source and those that were inferred, one line each.
fn described(composer: &mut Composer<'_>, source: &Arc<Source>) -> Section {
    let words = composer.words;
    let line = |label: &str, text: String| Entry::line(words.text(label), text);
    let number = composer.citations.number(source);
    let mut entries = vec![
        Entry::source(&cite::plain(source, words), number),
        line("page-source-language", words.language(&source.language)),
    ];
    if !source.authors.is_empty() {
        let names: Vec<String> = source.authors.iter().map(ToString::to_string).collect();
        entries.insert(1, line("page-source-author", words.list(&names)));
    }
    if let Some(issued) = &source.issued {
        let date = words.date(issued);
        let worked_out = source.issued_basis == Basis::Inferred;
        let key = "cite-date-inferred";
        let date = if worked_out {
            words.format(key, &[("date", &date)])
        } else {
            date
        };
        entries.push(line("page-source-date", date));
    }
    let read = source.accessed.map(|day| words.day(day));
    entries.extend(read.map(|day| line("page-source-read", day)));
    if let Some(copy) = &source.archived {
        let values = [("date", words.day(copy.on)), ("by", copy.by.clone())];
        let values = values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let text = words.format("page-source-archived-by", &values);
        entries.push(line("page-source-archived", text));
    }
    let gone = source.gone.map(|day| words.day(day));
    entries.extend(gone.map(|day| line("page-source-gone", day)));
    let mut remarks = Vec::new();
    if !source.title_own {
        remarks.push(words.text("cite-note-title"));
    }
    if let Some(of) = &source.mirror_of {
        let original = composer
            .as_of
            .facts
            .sources
            .iter()
            .find(|one| one.id == *of);
        let name = original.map_or(of.clone(), |one| cite::short(one, words));
        remarks.push(words.format("page-source-copy", &[("source", &name)]));
    }
    remarks.push(source.note.get(composer.lang()).to_owned());
    let remarks = remarks.into_iter().filter(|remark| !remark.is_empty());
    entries.extend(remarks.map(|remark| Entry::line("", remark)));
    Section::new(SectionRole::About, words.text("page-source")).with(entries)
}

/// The known claims for which it has this role.
fn with_role<'a>(composer: &mut Composer<'a>, source: &Source, role: Role) -> Section {
    let mut entries = Vec::new();
    for claim in composer.as_of.sourced(source) {
        let mut here = claim.evidence.iter();
        let here = here.find(|one| one.source.id == source.id && one.role == role);
        if let Some(evidence) = here {
            let mut entry = composer.statement(claim, Detail::Short);
            let remarks = [&evidence.locator, &evidence.note];
            entry
                .notes
                .extend(remarks.into_iter().filter_map(|text| composer.remark(text)));
            entries.push(entry);
        }
    }
    let heading = composer.words.text(&format!("page-source-{}", role.word()));
    Section::new(SectionRole::Evidence, heading).with(entries)
}
