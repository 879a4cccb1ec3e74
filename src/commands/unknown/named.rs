//! Answers to names that nothing has: the nearest topics, speakers and claims.

use super::super::ask::Ask;
use super::super::statement::{Detail, capitalised};
use super::super::timeline::Order;
use super::{again, answer, clipped, languages, near};
use crate::answer::{Answer, Section, Way};
use crate::cite::Style;
use crate::facts::Topic;
use crate::query::{Key, Query};

/// Most speakers and topics offered.
const MOST: usize = 10;

/// Most claims offered, which take a line each.
const MOST_CLAIMS: usize = 5;

/// No topic of that name: the nearest, or all of them.
pub(in crate::commands) fn topic(ask: &Ask<'_>, named: &str) -> Answer {
    let near = near(ask.facts, named);
    let far = near.is_empty();
    let key = if far {
        "unknown-topic-far"
    } else {
        "unknown-topic"
    };
    let all = ask.facts.topics.iter();
    let topics: Vec<_> = if far { all.collect() } else { near };
    let base = again(&ask.query, ask.lang);
    let way = |topic: &Topic| {
        let query = base.clone().with(Key::Topic, &topic.id);
        Way::suggestion(topic.title.get(ask.lang).to_owned(), query)
    };
    let ways = topics.into_iter().take(MOST).map(|topic| way(topic));
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    said(ask, "unknown-topic-title", key, named, ways)
}

/// No speaker of that name, or none named: the nearest, or those who say most.
pub(in crate::commands) fn speaker(ask: &Ask<'_>, named: &str) -> Answer {
    let near = ask.facts.suggest_speakers(named, MOST);
    let far = near.is_empty();
    let speakers = match far {
        true => ask.facts.suggest_speakers("", MOST),
        false => near,
    };
    let base = again(&ask.query, ask.lang);
    let ways = speakers.into_iter().map(|speaker| {
        let query = base.clone().with(Key::Name, &speaker.id);
        Way::suggestion(capitalised(speaker.name.get(ask.lang)), query)
    });
    let (title, key) = match (named.is_empty(), far) {
        (true, _) => ("who-of-whom-title", "who-of-whom"),
        (false, true) => ("unknown-speaker-title", "unknown-speaker-far"),
        (false, false) => ("unknown-speaker-title", "unknown-speaker"),
    };
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    said(ask, title, key, named, ways)
}

/// No claim of that id, or none named: those that its words may mean, in short, to be opened from the menu.
pub(in crate::commands) fn claim(ask: &Ask<'_>, named: &str) -> Answer {
    let near = ask.facts.suggest_claims(named, ask.day, MOST_CLAIMS);
    let mut composer = ask.composer();
    let entries: Vec<_> = near
        .into_iter()
        .map(|hit| composer.statement(hit.claim, Detail::Short))
        .collect();
    let blank = named.is_empty();
    let (title, key) = match (blank, entries.is_empty()) {
        (true, _) => ("claim-of-what-title", "claim-of-what"),
        (false, true) => ("unknown-claim-title", "unknown-claim-far"),
        (false, false) => ("unknown-claim-title", "unknown-claim"),
    };
    let mut sections = vec![Section {
        heading: match blank {
            true => String::new(),
            false => ask.words.say("heading-nearest"),
        },
        entries,
    }];
    sections.retain(|section| !section.entries.is_empty());
    let cite = |source: &_| crate::cite::plain(source, ask.words);
    let references = composer.citations.settle(&mut sections, cite);
    let search = ask.other("search").with(Key::Query, clipped(named));
    let search = (!blank).then(|| Way::suggestion(ask.words.say("way-search"), search));
    let ways = search.into_iter();
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    Answer {
        sections,
        references,
        opens: Some(ask.other(&ask.query.command)),
        ..said(ask, title, key, named, ways)
    }
}

/// No citation style of that name: all there are.
pub(in crate::commands) fn style(ask: &Ask<'_>, named: &str) -> Answer {
    let base = again(&ask.query, ask.lang);
    let ways = Style::ALL.into_iter().map(|style| {
        Way::suggestion(
            style.label(ask.words),
            base.clone().with(Key::Style, style.name()),
        )
    });
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    said(ask, "unknown-style-title", "unknown-style", named, ways)
}

/// No order of time of that name: both there are.
pub(in crate::commands) fn order(ask: &Ask<'_>, named: &str) -> Answer {
    let base = again(&ask.query, ask.lang);
    let ways = Order::ALL.into_iter().map(|order| {
        Way::suggestion(
            order.label(ask.lang),
            base.clone().with(Key::By, order.name()),
        )
    });
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    said(ask, "unknown-order-title", "unknown-order", named, ways)
}

/// A range that ends before it starts: the same the other way round, and without either end.
pub(in crate::commands) fn range(ask: &Ask<'_>) -> Answer {
    let base = again(&ask.query, ask.lang);
    let (from, to) = (base.get(Key::From), base.get(Key::To));
    let mut ways = Vec::new();
    if let (Some(from), Some(to)) = (from, to) {
        let turned = base.clone().with(Key::From, to).with(Key::To, from);
        ways.push(Way::suggestion(ask.words.say("way-turned-range"), turned));
    }
    let open = [Key::From, Key::To, Key::Since];
    let open = open.into_iter().fold(base, Query::without);
    ways.push(Way::suggestion(ask.words.say("way-no-range"), open));
    ways.extend(languages(&ask.query, ask.lang));
    said(ask, "unknown-range-title", "unknown-range", "", ways)
}

/// No question whose sides could be shown: the topics, each of which asks one.
pub(in crate::commands) fn sides(ask: &Ask<'_>) -> Answer {
    let base = again(&ask.query, ask.lang);
    let ways = ask.facts.topics.iter().take(MOST).map(|topic| {
        let query = base.clone().with(Key::Topic, &topic.id);
        Way::suggestion(topic.title.get(ask.lang).to_owned(), query)
    });
    let ways = ways.chain(languages(&ask.query, ask.lang)).collect();
    said(ask, "sides-of-what-title", "sides-of-what", "", ways)
}

fn said(ask: &Ask<'_>, title: &str, notice: &str, named: &str, ways: Vec<Way>) -> Answer {
    let title = ask.words.say(title);
    let notice = ask.words.with(notice, &[("name", &clipped(named))]);
    answer(ask.lang, &ask.query, title, notice, ways)
}
