//! One claim: in short its text and standing; in full also the reasons, quotations, numbers, every source with its
//! remarks, links in both directions, history.

use strum::VariantArray;

use super::extent::Extent;
use super::request::{Draft, NotUnderstood, Request};
use super::statement::{Composer, Detail, capitalised};
use super::{asked_claim, figures, picture, quotes, unknown};
use crate::answer::{
    Action, ActionKind, Answer, Entry, Label, Note, NoteRole, Section, SectionRole, Span,
    StandingData,
};
use crate::facts::standing::StandingKind;
use crate::facts::vocabulary::{Basis, Difference, Kind, LinkKind, Role};
use crate::facts::{Claim, Evidence, Figure, When};
use crate::query::Key;

/// The maximum number of sources of a statement in short.
const FEW_SOURCES: usize = 3;

/// `/claim claim:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let Some(claim) = request.claim()? else {
        return Err(unknown::claim(&request, "").into());
    };
    let extent = request.extent()?;
    let mut composer = request.composer();
    let shown = asked_claim::shown(request.as_of, claim);
    let sections = match (shown, extent) {
        (true, Extent::Short) => short(&mut composer, claim),
        (true, Extent::Full) => vec![
            statement(&mut composer, claim),
            standing(&mut composer, claim),
            quotations(&mut composer, claim),
            numbers(&mut composer, claim),
            evidence(&mut composer, claim),
            linked(&mut composer, claim),
            history(&composer, claim),
        ],
        (false, _) => Vec::new(),
    };
    let draft = Draft {
        title: asked_claim::title(&request, claim),
        notices: asked_claim::not_yet(&request, claim),
        actions: actions(&request, claim, extent, shown),
        sections,
        brief: extent == Extent::Short,
        states_claim: shown,
        picture: request.picture(|request| shown.then(|| picture::claim(request, claim))),
        ..Draft::default()
    };
    let mut answer = request.answer(composer, draft);
    answer.claim_query = answer.claim_query.filter(|_| shown);
    Ok(answer)
}

/// What matters of a claim: the statement with its best sources, the event, how it stands and, of a denial, what it
/// denies and who answers it.
fn short<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Vec<Section> {
    let cites = composer.cite(claim, FEW_SOURCES);
    let label = composer.attribution(claim, Detail::Short);
    let text = Span::Text(claim.text.get(composer.lang()).to_owned());
    let mut entry = Entry::of(claim, label.map_first(capitalised), vec![text], cites);
    entry.notes.extend(composer.event(claim));
    let heading = composer.words.text(&format!("kind-{}", claim.kind.word()));
    let said = Section::new(SectionRole::of(claim.kind), heading).with(vec![entry]);
    let differ = |line: &Note| {
        let mut standing = line.standing.iter();
        standing.any(|one| one.kind == StandingKind::Differs)
    };
    let mut lines = composer.standing(claim);
    lines.retain(|line| !differ(line));
    let left = |line: &&Note| {
        let mut standing = line.standing.iter();
        standing.any(|one| matches!(one.kind, StandingKind::Withdrawn | StandingKind::TakenBack))
    };
    let after = lines.iter().take_while(left).count();
    let mut about = composer.denied_with_wholes(claim);
    about.extend(composer.replies(claim));
    lines.splice(after..after, about);
    let mut evidence = composer.as_of.evidence(claim);
    let differs = evidence.find(|one| {
        one.differs_in
            .is_some_and(|what| what != Difference::Wording)
    });
    let differs = differs.map(|one| composer.evidence_line(StandingKind::Differs, one));
    lines.extend(differs);
    let lines = lines.into_iter().map(|line| Entry::telling(claim, line));
    let standing = Section::new(SectionRole::Standing, "").with(lines.collect());
    let others = |figure: &Figure| !figure.by.is_empty();
    let mut numbers = numbers(composer, claim);
    if !claim.figures.iter().any(others) {
        numbers.entries.clear();
    }
    numbers.heading.clear();
    vec![said, standing, numbers]
}

/// The claim in full, when and where the event happened, and how its dates were inferred.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let mut entry = composer.statement_alone(claim, Detail::Full);
    entry.notes.extend(composer.event(claim));
    let dates = [
        ("why-said", Some(&claim.said)),
        ("why-happened", claim.happened.as_ref()),
    ];
    let tells = composer.as_of.all_out(claim);
    for (key, when) in dates.into_iter().filter(|_| tells) {
        let why = when.and_then(|when| reason(composer, key, when));
        entry.notes.extend(why);
    }
    let heading = composer.words.text(&format!("kind-{}", claim.kind.word()));
    Section::new(SectionRole::of(claim.kind), heading).with(vec![entry])
}

fn reason(composer: &Composer<'_>, key: &str, when: &When) -> Option<Note> {
    let why = when.why.get(composer.lang());
    let inferred = when.basis == Basis::Inferred && !why.is_empty();
    let text = || composer.words.format(key, &[("why", why)]);
    inferred.then(|| Note::line(NoteRole::Reason, text()))
}

/// The standing, one line for each part of it, and what was counted for it. Sources that differ follow below.
fn standing<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let lines = composer.standing(claim).into_iter();
    let lines = lines.filter(|line| {
        let mut standing = line.standing.iter();
        !standing.any(|one| one.kind == StandingKind::Differs)
    });
    let mut entries: Vec<Entry> = lines.map(|line| Entry::telling(claim, line)).collect();
    if let Some(last) = entries.last_mut() {
        last.notes = counted(composer, claim);
    }
    let heading = composer.words.text("heading-standing");
    Section::new(SectionRole::Standing, heading).with(entries)
}

/// Which origins were counted, and how many sources were not counted and why.
fn counted(composer: &Composer<'_>, claim: &Claim) -> Vec<Note> {
    let words = composer.words;
    let out = composer.as_of.evidence(claim);
    let out = out.filter(|one| one.role != Role::Contradicts);
    let origins = composer.as_of.origins(claim).into_iter();
    let names: Vec<String> = origins.map(|one| one.publisher.to_owned()).collect();
    let (copies, own): (Vec<_>, Vec<_>) =
        out.partition(|one: &&Evidence| one.source.mirror_of.is_some());
    let before = own.iter().filter(|one| one.precedes(claim)).count();
    let mut lines = vec![words.format("counted-origins", &[("names", &words.list(&names))])];
    for (key, count) in [
        ("counted-no-copies", copies.len()),
        ("counted-none-before", before),
    ] {
        lines.extend((count > 0).then(|| words.plural(key, count, &[])));
    }
    let notes = lines
        .into_iter()
        .map(|line| Note::line(NoteRole::Counted, line));
    notes.collect()
}

fn quotations<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let quotes = claim.quotes.iter();
    let entries = quotes.filter_map(|quote| quotes::entry(composer, claim, quote));
    let entries = entries.collect();
    composer.section(SectionRole::Quotations, "view-quotes", entries)
}

fn numbers<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let entries = figures::of_claim(composer, claim);
    composer.section(SectionRole::Figures, "view-figures", entries)
}

/// Every source published by then, with its role, the place in it and remarks.
fn evidence<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let words = composer.words;
    let mut entries = Vec::new();
    for one in composer.as_of.evidence(claim) {
        let text = crate::cite::short(&one.source, words);
        let number = composer.citations.number(&one.source);
        let role = words.text(&format!("role-{}", one.role.word()));
        let mut entry = Entry::of(claim, role.into(), vec![Span::Text(text)], vec![number]);
        entry.standing.extend(StandingData::by_source(one));
        let remarks = [&one.locator, &one.note, &one.source.note];
        let remarks = remarks.into_iter().filter_map(|text| composer.remark(text));
        entry.notes.extend(remarks);
        let uncounted = match one.source.mirror_of {
            Some(_) => Some("evidence-copy"),
            None if !one.precedes(claim) => None,
            None if claim.kind == Kind::Reports => Some("evidence-before-event"),
            None => Some("evidence-before"),
        };
        let uncounted = uncounted.map(|key| Note::line(NoteRole::Counted, words.text(key)));
        entry.notes.extend(uncounted);
        entries.push(entry);
    }
    Section::new(SectionRole::Evidence, words.text("heading-evidence")).with(entries)
}

/// The claims that it links to and those that link to it, each in short form.
fn linked<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let facts = composer.as_of.facts;
    let to = claim.links.iter().filter_map(|link| {
        let other = facts.claim(&link.to)?;
        Some((format!("link-{}", link.kind.word()), other))
    });
    let from = LinkKind::VARIANTS.iter().flat_map(|kind| {
        let linking = facts.linking_to(claim, *kind);
        linking.map(|other| (format!("linked-{}", kind.word()), other))
    });
    let mut entries = Vec::new();
    for (key, other) in to.chain(from) {
        if composer.as_of.known(other) {
            let mut entry = composer.statement(other, Detail::Short);
            entry.label = Label::from(composer.words.text(&key)).then(entry.label);
            entries.push(entry);
        }
    }
    composer.section(SectionRole::Linked, "heading-linked", entries)
}

/// Its permanent id, the days on which it became known and was recorded, and the changes by editors.
fn history(composer: &Composer<'_>, claim: &Claim) -> Section {
    let words = composer.words;
    let day = |key: &str, day| words.format(key, &[("date", &words.day(day))]);
    let mut lines = vec![words.format("permanent-id", &[("id", &claim.id)])];
    let since = composer.as_of.facts.known_since(claim);
    lines.extend(since.map(|since| day("known-since", since)));
    lines.push(day("recorded-on", claim.recorded));
    let lines = lines.into_iter().map(|line| Entry::line("", line));
    let revised = claim.revised.iter().map(|change| composer.revised(change));
    let withdrawn = claim.withdrawn.iter().map(|one| composer.withdrawn(one));
    let changes = revised.chain(withdrawn);
    let changes = changes.map(|note| Entry::telling(claim, note));
    let entries = lines.chain(changes).collect();
    Section::new(SectionRole::History, words.text("heading-history")).with(entries)
}

/// Its sides, sources, speakers and topics; if it was not known yet, the day on which it became known.
fn actions(request: &Request<'_>, claim: &Claim, extent: Extent, shown: bool) -> Vec<Action> {
    if !shown {
        let since = request.as_of.facts.known_since(claim);
        let action = since.map(|day| {
            let query = request.query.clone().with(Key::AsOf, day.to_string());
            Action::suggestion(request.words.day(day), query)
        });
        return action.into_iter().collect();
    }
    let of = |key: &str, command: &str| {
        request.action(key, request.other(command).with(Key::Claim, &claim.id))
    };
    let sources = of("view-sources", "sources").of_kind(ActionKind::Sources);
    let mut actions = vec![extent.other(request), sources, of("sides-title", "sides")];
    let speakers = claim.by.iter().take(3);
    actions.extend(speakers.map(|speaker| request.to_speaker(speaker)));
    let topics = claim
        .topics
        .iter()
        .filter_map(|id| request.as_of.facts.topic(id));
    actions.extend(topics.map(|topic| request.to_topic(topic)));
    actions
}
