//! Answers to names that nothing has: the nearest topics, speakers, claims and values.

use super::super::ask::Ask;
use super::super::statement::{Detail, capitalised};
use super::{View, again, answer, asked, clipped, languages, near};
use crate::answer::{Answer, Section, SectionRole, Way};
use crate::cite::Style;
use crate::facts::{Lang, Topic};
use crate::query::{Key, Query};

/// Most values offered.
const MOST: usize = 10;

/// Most claims offered, which take a line each.
const MOST_CLAIMS: usize = 5;

/// The keys of a title and of a notice.
type Words = (&'static str, &'static str);

/// A value to offer instead, with what it is called.
pub(in crate::commands) type Offered<'a> = (String, &'a str);

/// No topic of that name: the nearest, or all of them.
pub(in crate::commands) fn topic(ask: &Ask<'_>, named: &str) -> Answer {
    let near = near(ask.as_of.facts, named);
    let (notice, topics) = match near.is_empty() {
        true => ("unknown-topic-far", titles(ask)),
        false => {
            let near = near.into_iter().map(|topic| titled(topic, ask.lang()));
            ("unknown-topic", near.collect())
        }
    };
    offer(
        ask,
        ("unknown-topic-title", notice),
        (Key::Topic, named),
        topics,
    )
}

/// No question whose sides could be shown: the topics, each of which asks one.
pub(in crate::commands) fn sides(ask: &Ask<'_>) -> Answer {
    offer(
        ask,
        ("sides-of-what-title", "sides-of-what"),
        (Key::Topic, ""),
        titles(ask),
    )
}

fn titles<'a>(ask: &Ask<'a>) -> Vec<Offered<'a>> {
    let topics = ask.as_of.facts.topics.iter();
    topics.map(|topic| titled(topic, ask.lang())).collect()
}

fn titled(topic: &Topic, lang: Lang) -> Offered<'_> {
    (topic.title.get(lang).to_owned(), &topic.id)
}

/// No speaker of that name, or none named: the nearest, or those who say most.
pub(in crate::commands) fn speaker(ask: &Ask<'_>, named: &str) -> Answer {
    let near = ask.as_of.facts.suggest_speakers(named, MOST);
    let far = near.is_empty();
    let speakers = match far {
        true => ask.as_of.facts.suggest_speakers("", MOST),
        false => near,
    };
    let words = match (named.is_empty(), far) {
        (true, _) => ("who-of-whom-title", "who-of-whom"),
        (false, true) => ("unknown-speaker-title", "unknown-speaker-far"),
        (false, false) => ("unknown-speaker-title", "unknown-speaker"),
    };
    let speakers = speakers.into_iter();
    let speakers = speakers.map(|one| (capitalised(one.name.get(ask.lang())), one.id.as_str()));
    offer(ask, words, (Key::Name, named), speakers.collect())
}

/// No claim of that id, or none named: those that its words may mean, in short, to be opened from the menu.
pub(in crate::commands) fn claim(ask: &Ask<'_>, named: &str) -> Answer {
    let near = ask.as_of.suggest_claims(named, MOST_CLAIMS).into_iter();
    let mut composer = ask.composer();
    let entries: Vec<_> = near
        .map(|hit| composer.statement(hit.claim, Detail::Short))
        .collect();
    let blank = named.is_empty();
    let words = match (blank, entries.is_empty()) {
        (true, _) => ("claim-of-what-title", "claim-of-what"),
        (false, true) => ("unknown-claim-title", "unknown-claim-far"),
        (false, false) => ("unknown-claim-title", "unknown-claim"),
    };
    let heading = match blank {
        true => String::new(),
        false => ask.words.say("heading-nearest"),
    };
    let mut sections = vec![Section::new(SectionRole::Found, heading).with(entries)];
    sections.retain(|section| !section.entries.is_empty());
    let cite = |source: &_| crate::cite::plain(source, ask.words);
    let references = composer.citations.settle(&mut sections, cite);
    let search = ask.other("search").with(Key::Query, clipped(named));
    let search = (!blank).then(|| Way::suggestion(ask.words.say("way-search"), search));
    Answer {
        sections,
        references,
        opens: Some(ask.other(&ask.query.command)),
        ..said(ask, words, named, search.into_iter().collect())
    }
}

/// No view of that name: the nearest, or all of them.
pub(in crate::commands) fn view(ask: &Ask<'_>) -> Answer {
    let typed = ask.query.get(Key::View).unwrap_or_default();
    let called = |view: View| {
        let labels = Lang::ALL.map(|lang| view.label(lang));
        std::iter::once(view.name().to_owned()).chain(labels)
    };
    let labels: Vec<String> = View::ALL.into_iter().flat_map(called).collect();
    let near = asked::nearest(typed, labels.iter().map(String::as_str), super::MOST);
    let is_near = |view: &View| called(*view).any(|label| near.contains(&label.as_str()));
    let (notice, views) = match near.is_empty() {
        true => ("unknown-view-far", View::ALL.to_vec()),
        false => {
            let views = View::ALL.into_iter().filter(is_near).collect();
            ("unknown-view", views)
        }
    };
    let views = views
        .into_iter()
        .map(|view| (view.label(ask.lang()), view.name()));
    offer(
        ask,
        ("unknown-view-title", notice),
        (Key::View, typed),
        views.collect(),
    )
}

/// No citation style of that name: all there are.
pub(in crate::commands) fn style(ask: &Ask<'_>, named: &str) -> Answer {
    let styles = Style::ALL.map(|style| (style.label(ask.words), style.name()));
    offer(
        ask,
        ("unknown-style-title", "unknown-style"),
        (Key::Style, named),
        styles.to_vec(),
    )
}

/// No order of time of that name: those there are.
pub(in crate::commands) fn order(ask: &Ask<'_>, named: &str, orders: Vec<Offered<'_>>) -> Answer {
    let words = ("unknown-order-title", "unknown-order");
    offer(ask, words, (Key::By, named), orders)
}

/// A range that ends before it starts: the same the other way round, and without either end.
pub(in crate::commands) fn range(ask: &Ask<'_>) -> Answer {
    let base = again(&ask.query, ask.lang());
    let mut ways = Vec::new();
    if let (Some(from), Some(to)) = (base.get(Key::From), base.get(Key::To)) {
        let turned = base.clone().with(Key::From, to).with(Key::To, from);
        ways.push(Way::suggestion(ask.words.say("way-turned-range"), turned));
    }
    let open = [Key::From, Key::To, Key::Since];
    let open = open.into_iter().fold(base, Query::without);
    ways.push(Way::suggestion(ask.words.say("way-no-range"), open));
    said(ask, ("unknown-range-title", "unknown-range"), "", ways)
}

/// The same question with each of some values instead of the one that nothing has.
fn offer(
    ask: &Ask<'_>,
    words: Words,
    (key, named): (Key, &str),
    values: Vec<Offered<'_>>,
) -> Answer {
    let base = again(&ask.query, ask.lang());
    let ways = values.into_iter().take(MOST);
    let ways = ways.map(|(label, value)| Way::suggestion(label, base.clone().with(key, value)));
    said(ask, words, named, ways.collect())
}

fn said(ask: &Ask<'_>, (title, notice): Words, named: &str, mut ways: Vec<Way>) -> Answer {
    ways.extend(languages(&ask.query, ask.lang()));
    let title = ask.words.say(title);
    let notice = ask.words.with(notice, &[("name", &clipped(named))]);
    answer(ask.lang(), &ask.query, title, notice, ways)
}
