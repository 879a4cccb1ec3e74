//! The queries of the walk: every topic in every view on every day, and every other command with every subject.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use sumber::cite::Style;
use sumber::commands::{self, View};
use sumber::facts::date::Day;
use sumber::facts::{Facts, Lang};
use sumber::query::{Key, Query};

use crate::shipped;

pub(crate) static FACTS: Lazy<Facts> = Lazy::new(shipped::facts);

/// Queries that cannot be understood.
pub(crate) const ODD: [&str; 11] = [
    "trops",
    "troops view:x",
    "troops as_of:x",
    "claim claim:no-such-claim",
    "claim claim:x",
    "who name:zzzzzz",
    "figures topic:weather",
    "sides",
    "sources style:x",
    "timeline by:x",
    "timeline from:2025 to:2024",
];

/// Queries of the bot's own commands that are not about one record.
const OWN: &[&str] = &[
    "about",
    "ask question:\"did russia confirm north korean troops\"",
    "ask question:\"brp kontainer dari korut\"",
    "ask question:\"who is right, russia or ukraine?\"",
    "help",
    "quotes",
    "quotes query:war",
    "quotes query:zzz",
    "quotes topic:troops name:zelenskyy",
    "figures",
    "sources",
    "timeline",
    "timeline by:event",
    "timeline by:event from:2024-06 to:2024-10-18",
    "timeline topic:troops name:russia from:2024-10-01 to:2025-12-31 by:event as_of:2025-12-01",
    "timeline from:1950 to:1951",
    "changes",
    "changes since:2024-10",
    "changes since:2025-12-13",
    "changes since:2031",
    "changes since:2024 topic:pact",
    "search query:\"zelenski pasukan\"",
    "search query:vladivostk",
    "search query:sanctions as_of:2024-10-18",
    "search query:\"zzzzzz qqqqqq\"",
    "search query:\"*_@everyone_* <@1> ' OR 1=1; -- NOT ( \"",
    "search query:\"\"",
    "search query:\"the and yang\"",
    "related query:\"korut pasukan kursk\"",
    "related query:\"rudal kharkiv\"",
    "related query:\"good morning\"",
];

/// Every day on which something became known.
pub(crate) fn days() -> Vec<Day> {
    let since: BTreeSet<Day> = FACTS
        .claims
        .iter()
        .filter_map(|claim| FACTS.known_since(claim))
        .collect();
    since.into_iter().collect()
}

/// Every query in every language.
pub(crate) fn questions() -> Vec<Query> {
    let mut questions = topics();
    questions.extend(records());
    let own = OWN.iter().map(|own| own.parse::<Query>().unwrap());
    questions.extend(own);
    let mut all: Vec<Query> = Vec::new();
    for query in questions {
        all.extend([Lang::En, Lang::Id].map(|lang| query.clone().with(Key::Lang, lang.code())));
    }
    for odd in ODD.into_iter().chain(["troops lang:fr", "pact as_of:1999"]) {
        let query: Query = odd.parse().unwrap();
        all.extend([query.clone(), query.with(Key::Share, "true")]);
    }
    all
}

/// Topic × view × day.
fn topics() -> Vec<Query> {
    let days = days();
    let mut questions = Vec::new();
    for topic in &FACTS.topics {
        for view in View::ALL.iter().copied() {
            let query = Query::new(&topic.id).with(Key::View, view.name());
            questions.push(query.clone());
            let at = |day: &Day| query.clone().with(Key::AsOf, day.to_string());
            questions.extend(days.iter().map(at));
        }
    }
    questions
}

/// Every claim, speaker and topic with every command that takes one.
fn records() -> Vec<Query> {
    let mut questions = Vec::new();
    for claim in &FACTS.claims {
        for command in ["claim", "sides", "sources"] {
            let query = Query::new(command).with(Key::Claim, &claim.id);
            questions.extend([query.clone(), query.with(Key::AsOf, "2024-10-18")]);
        }
        let drawn = Query::new("claim").with(Key::Claim, &claim.id);
        questions.push(drawn.with(Key::Picture, "true"));
    }
    for speaker in &FACTS.speakers {
        for command in ["who", "timeline", "quotes"] {
            let query = Query::new(command).with(Key::Name, &speaker.id);
            questions.extend([query.clone(), query.with(Key::AsOf, "2024-10-18")]);
        }
    }
    for topic in &FACTS.topics {
        for command in ["sides", "timeline", "quotes", "figures", "changes"] {
            questions.push(Query::new(command).with(Key::Topic, &topic.id));
        }
        for command in ["timeline", "figures"] {
            let drawn = Query::new(command).with(Key::Topic, &topic.id);
            questions.push(drawn.with(Key::Picture, "true"));
        }
        for style in Style::ALL {
            let query = Query::new("sources").with(Key::Style, style.name());
            questions.push(query.with(Key::Topic, &topic.id));
        }
    }
    questions
}

/// The queries that cannot be understood, as first sent and as repeated.
static NOT_UNDERSTOOD: Lazy<Vec<Query>> = Lazy::new(|| {
    let odd = ODD.into_iter().map(|odd| odd.parse::<Query>().unwrap());
    let both = odd.flat_map(|odd| {
        let again = commands::answer(&FACTS, &odd, Lang::En).query;
        [odd, again.without(Key::Lang)]
    });
    both.collect()
});

/// Whether it is one of the queries that cannot be understood, in any language.
pub(crate) fn odd(query: &Query) -> bool {
    NOT_UNDERSTOOD.contains(&query.clone().without(Key::Lang))
}

#[test]
fn no_command_is_left_out_of_the_walk() {
    let asked: BTreeSet<String> = questions().into_iter().map(|query| query.command).collect();
    for command in commands::list(&*FACTS) {
        assert!(
            asked.contains(&command.name),
            "/{} is not walked",
            command.name
        );
    }
}
