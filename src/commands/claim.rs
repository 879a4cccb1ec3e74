//! One claim whole: its words, how it stands and why, quotations, numbers, every source with what it adds,
//! links both ways, history.

use std::sync::Arc;

use super::ask::{Ask, Draft, Otherwise};
use super::statement::{Composer, Detail, capitalised};
use super::{figures, picture, quotes, sides, unknown};
use crate::answer::{Answer, Entry, Section, Span, Way};
use crate::facts::vocabulary::{Basis, LinkKind, Role};
use crate::facts::{Claim, Evidence, When};
use crate::query::Key;

/// `/claim claim:…`.
pub(super) fn answer(ask: Ask<'_>) -> Answer {
    whole(ask).unwrap_or_else(|otherwise| *otherwise)
}

fn whole(mut ask: Ask<'_>) -> Result<Answer, Otherwise> {
    let Some(claim) = ask.claim()? else {
        return Err(unknown::claim(&ask, "").into());
    };
    let mut composer = ask.composer();
    let shown = ask.facts.known(claim, ask.day) || claim.withdrawn.is_some();
    let sections = match shown {
        true => vec![
            statement(&mut composer, claim),
            standing(&mut composer, claim),
            quotations(&mut composer, claim),
            numbers(&mut composer, claim),
            evidence(&mut composer, claim),
            linked(&mut composer, claim),
            history(&composer, claim),
        ],
        false => Vec::new(),
    };
    let draft = Draft {
        title: ask.words.say("claim-title"),
        question: None,
        notices: sides::not_yet(&ask, claim),
        ways: ways(&ask, claim, shown),
        sections,
        total: None,
    };
    let picture = shown.then(|| picture::claim(&ask, claim));
    let mut answer = ask.answer(composer, draft);
    answer.opens = answer.opens.filter(|_| shown);
    answer.picture = picture;
    Ok(answer)
}

/// What is said, by whom, in full; when and where it happened; how its dates were worked out.
fn statement<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let mut entry = composer.statement(claim, Detail::Full);
    entry.notes.extend(composer.event(claim));
    let dates = [
        ("why-said", Some(&claim.said)),
        ("why-happened", claim.happened.as_ref()),
    ];
    let tells = composer.facts.all_out(claim, composer.day);
    for (key, when) in dates.into_iter().filter(|_| tells) {
        entry
            .notes
            .extend(when.and_then(|when| why(composer, key, when)));
    }
    Section {
        heading: composer.words.say(&format!("kind-{}", claim.kind.word())),
        entries: vec![entry],
    }
}

fn why(composer: &Composer<'_>, key: &str, when: &When) -> Option<Vec<Span>> {
    let why = when.why.get(composer.lang());
    let inferred = when.basis == Basis::Inferred && !why.is_empty();
    inferred.then(|| vec![Span::Text(composer.words.with(key, &[("why", why)]))])
}

/// How it stands, a line for each thing that holds; and what was counted for it.
fn standing<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let lines = composer.standing(claim);
    let entry = |line| Entry::of(claim, String::new(), line, Vec::new());
    let mut entries: Vec<Entry> = lines.into_iter().map(entry).collect();
    if let Some(last) = entries.last_mut() {
        last.notes = counted(composer, claim);
    }
    Section {
        heading: composer.words.say("heading-standing"),
        entries,
    }
}

/// Which origins were counted, and which sources were not and why.
fn counted(composer: &Composer<'_>, claim: &Claim) -> Vec<Vec<Span>> {
    let (facts, words) = (composer.facts, composer.words);
    let out: Vec<&Evidence> = facts.evidence(claim, composer.day).collect();
    let carries = |one: &&&Evidence| one.role != Role::Contradicts;
    let carriers = facts.carriers(claim, composer.day).into_iter();
    let names: Vec<String> = carriers.map(str::to_owned).collect();
    let not_counted = |test: &dyn Fn(&Evidence) -> bool| {
        out.iter().filter(carries).filter(|one| test(one)).count()
    };
    let copies = not_counted(&|one| one.source.mirror_of.is_some());
    let before = not_counted(&|one| one.source.mirror_of.is_none() && one.precedes(claim));
    let mut lines = vec![words.with("counted-origins", &[("names", &words.list(&names))])];
    for (key, count) in [
        ("counted-no-copies", copies),
        ("counted-none-before", before),
    ] {
        if count > 0 {
            lines.push(words.count(key, count, &[]));
        }
    }
    lines
        .into_iter()
        .map(|line| vec![Span::Text(line)])
        .collect()
}

fn quotations<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let quotes = claim.quotes.iter();
    let entries = quotes.filter_map(|quote| quotes::entry(composer, claim, quote));
    let entries = entries.collect();
    Section {
        heading: composer.words.say("view-quotes"),
        entries,
    }
}

fn numbers<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    Section {
        entries: figures::of_claim(composer, claim),
        heading: composer.words.say("view-figures"),
    }
}

/// Every source that was out, with what it does for the claim, where in it, and what differs.
fn evidence<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let mut entries = Vec::new();
    let out: Vec<&Evidence> = composer.facts.evidence(claim, composer.day).collect();
    for one in out {
        let words = composer.words;
        let text = crate::cite::short(&one.source, words);
        let number = composer.citations.number(&one.source);
        let role = words.say(&format!("role-{}", one.role.word()));
        let mut entry = Entry::of(claim, role, vec![Span::Text(text)], vec![number]);
        let remarks = [&one.locator, &one.note, &one.source.note];
        let remarks = remarks.map(|remark| remark.get(composer.lang()));
        for remark in remarks.into_iter().filter(|remark| !remark.is_empty()) {
            entry.notes.push(vec![Span::Text(remark.to_owned())]);
        }
        if one.source.mirror_of.is_some() {
            entry
                .notes
                .push(vec![Span::Text(words.say("evidence-copy"))]);
        } else if one.precedes(claim) {
            entry
                .notes
                .push(vec![Span::Text(words.say("evidence-before"))]);
        }
        entries.push(entry);
    }
    Section {
        heading: composer.words.say("heading-evidence"),
        entries,
    }
}

/// The claims that link to it, and those that it links to, each in short.
fn linked<'a>(composer: &mut Composer<'a>, claim: &'a Claim) -> Section {
    let facts = composer.facts;
    let to = claim.links.iter().filter_map(|link| {
        let other = facts.claim(&link.to)?;
        Some((format!("link-{}", link.kind.word()), other))
    });
    let from = LinkKind::ALL.iter().flat_map(|kind| {
        let linking = facts.linking(claim, *kind);
        linking.map(|other| (format!("linked-{}", kind.word()), other))
    });
    let known = |(_, other): &(String, &Arc<Claim>)| facts.known(other, composer.day);
    let both: Vec<_> = to.chain(from).filter(known).collect();
    let mut entries = Vec::new();
    for (key, other) in both {
        let mut entry = composer.statement(other, Detail::Short);
        entry.label = format!("{} · {}", composer.words.say(&key), entry.label);
        entries.push(entry);
    }
    Section {
        heading: composer.words.say("heading-linked"),
        entries,
    }
}

/// Its permanent id, since when it was known and recorded, and what editors have changed.
fn history(composer: &Composer<'_>, claim: &Claim) -> Section {
    let words = composer.words;
    let day = |key: &str, day| words.with(key, &[("date", &words.day(day))]);
    let mut lines = vec![words.with("permanent-id", &[("id", &claim.id)])];
    lines.extend(
        composer
            .facts
            .known_since(claim)
            .map(|since| day("known-since", since)),
    );
    lines.push(day("recorded-on", claim.recorded));
    let mut entries: Vec<Entry> = lines
        .into_iter()
        .map(|line| Entry::own(String::new(), vec![Span::Text(line)]))
        .collect();
    for (key, change) in claim
        .revised
        .iter()
        .map(|change| ("standing-revised", change))
        .chain(
            claim
                .withdrawn
                .iter()
                .map(|change| ("standing-withdrawn", change)),
        )
    {
        entries.push(Entry::own(String::new(), composer.change(key, change)));
    }
    Section {
        heading: words.say("heading-history"),
        entries,
    }
}

/// Its sides and sources, its topics and speakers; when it was first known, if it was not yet.
fn ways(ask: &Ask<'_>, claim: &Claim, shown: bool) -> Vec<Way> {
    if !shown {
        let since = ask.facts.known_since(claim);
        return since
            .map(|day| {
                let query = ask.query.clone().with(Key::AsOf, day.to_string());
                Way::suggestion(ask.words.day(day), query)
            })
            .into_iter()
            .collect();
    }
    let of =
        |key: &str, command: &str| ask.way(key, ask.other(command).with(Key::Claim, &claim.id));
    let mut ways = vec![of("sides-title", "sides"), of("view-sources", "sources")];
    for speaker in claim.by.iter().take(3) {
        let query = ask.other("who").with(Key::Name, &speaker.id);
        ways.push(Way::suggestion(
            capitalised(speaker.name.get(ask.lang)),
            query,
        ));
    }
    for topic in claim.topics.iter().filter_map(|id| ask.facts.topic(id)) {
        ways.push(Way::suggestion(
            format!("/{}", topic.id),
            ask.other(&topic.id),
        ));
    }
    ways
}
