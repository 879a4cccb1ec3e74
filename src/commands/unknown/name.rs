//! Answers to unknown names: they suggest the nearest topics, speakers, claims and values.

use strum::VariantArray;

use super::super::extent::Extent;
use super::super::order::Order;
use super::super::request::Request;
use super::super::statement::{Detail, capitalised};
use super::{View, again, clipped, languages, near};
use crate::answer::{Action, Answer, Section, SectionRole};
use crate::cite::Style;
use crate::facts::nearest::nearest;
use crate::facts::{Lang, Speaker, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

/// The maximum number of suggested values.
const MOST: usize = 10;

/// The maximum number of suggested claims, one line each.
const MOST_CLAIMS: usize = 5;

/// The keys of the title and the notice.
type Words = (&'static str, &'static str);

/// The label of a suggested value, and the value.
type Offered<'a> = (String, &'a str);

/// Unknown topic: suggests the nearest, or all topics.
pub(in crate::commands) fn topic(request: &Request<'_>, named: &str) -> Answer {
    let near = near(request.as_of.facts, named);
    let (notice, topics) = match near.is_empty() {
        true => ("unknown-topic-far", titles(request)),
        false => {
            let near = near.into_iter().map(|topic| titled(topic, request.lang()));
            ("unknown-topic", near.collect())
        }
    };
    offer(
        request,
        ("unknown-topic-title", notice),
        (Key::Topic, named),
        topics,
    )
}

/// Unknown dossier: suggests the query for each of them.
pub(in crate::commands) fn dossier(
    asked: &Query,
    named: &str,
    actions: Vec<Action>,
    lang: Lang,
) -> Answer {
    let words = Phrases::of(lang);
    let notice = words.format("unknown-dossier", &[("name", &clipped(named))]);
    let title = words.text("unknown-dossier-title");
    Answer::unknown(lang, asked.clone(), title, notice, actions)
}

/// Words that several topics have: asks which one is meant.
pub(in crate::commands) fn which_topic(
    request: &Request<'_>,
    named: &str,
    topics: &[&Topic],
) -> Answer {
    let topics = topics.iter();
    let topics = topics.map(|topic| titled(topic, request.lang())).collect();
    let words = ("which-topic-title", "which-one");
    offer(request, words, (Key::Topic, named), topics)
}

/// Sides without a claim or topic: suggests the topics.
pub(in crate::commands) fn sides(request: &Request<'_>) -> Answer {
    offer(
        request,
        ("sides-of-what-title", "sides-of-what"),
        (Key::Topic, ""),
        titles(request),
    )
}

fn titles<'a>(request: &Request<'a>) -> Vec<Offered<'a>> {
    let topics = request.as_of.facts.topics.iter();
    topics.map(|topic| titled(topic, request.lang())).collect()
}

fn titled(topic: &Topic, lang: Lang) -> Offered<'_> {
    (topic.title.get(lang).to_owned(), &topic.id)
}

/// Unknown or missing speaker: suggests the nearest, or the speakers with the most claims.
pub(in crate::commands) fn speaker(request: &Request<'_>, named: &str) -> Answer {
    let near = request.as_of.facts.suggest_speakers(named, MOST);
    let far = near.is_empty();
    let speakers = match far {
        true => request.as_of.facts.suggest_speakers("", MOST),
        false => near,
    };
    let words = match (named.is_empty(), far) {
        (true, _) => ("who-of-whom-title", "who-of-whom"),
        (false, true) => ("unknown-speaker-title", "unknown-speaker-far"),
        (false, false) => ("unknown-speaker-title", "unknown-speaker"),
    };
    let speakers = speakers.into_iter();
    let speakers = speakers.map(|one| (capitalised(one.name.get(request.lang())), one.id.as_str()));
    offer(request, words, (Key::Name, named), speakers.collect())
}

/// A name that several speakers share, or words that they have: asks which one is meant.
pub(in crate::commands) fn which_speaker(
    request: &Request<'_>,
    named: &str,
    speakers: &[&Speaker],
) -> Answer {
    let lang = request.lang();
    let name = |one: &Speaker| capitalised(one.name.get(lang));
    let offered = |one: &&Speaker| {
        let own = name(one);
        let shared = speakers.iter().filter(|other| name(other) == own);
        let which = match one.posts.first() {
            Some(post) => post.title.get(lang),
            None if shared.count() > 1 => one.id.as_str(),
            None => return own,
        };
        let values = [("name", own.as_str()), ("which", which)];
        request.words.format("which-speaker-label", &values)
    };
    let speakers = speakers.iter();
    let speakers = speakers.map(|one| (offered(one), one.id.as_str()));
    let words = ("which-speaker-title", "which-one");
    offer(request, words, (Key::Name, named), speakers.collect())
}

/// Unknown or missing claim: shows claims that match its words, in short form, to be opened from the menu.
pub(in crate::commands) fn claim(request: &Request<'_>, named: &str) -> Answer {
    let near = request.as_of.suggest_claims(named, MOST_CLAIMS).into_iter();
    let mut composer = request.composer();
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
        false => request.words.text("heading-nearest"),
    };
    let mut sections = vec![Section::new(SectionRole::Found, heading).with(entries)];
    sections.retain(|section| !section.entries.is_empty());
    let references = composer.references(&mut [], &mut sections);
    let search = request.other("search").with(Key::Query, clipped(named));
    let search = (!blank).then(|| Action::suggestion(request.words.text("way-search"), search));
    Answer {
        sections,
        references,
        states_claim: false,
        claim_query: Some(request.other(&request.query.command)),
        ..said(request, words, named, search.into_iter().collect())
    }
}

/// Unknown view of a command that has a short and a full one: suggests both.
pub(in crate::commands) fn extent(request: &Request<'_>) -> Answer {
    let typed = request.query.get(Key::View).unwrap_or_default();
    let all = Extent::VARIANTS.iter();
    let views = all.map(|one| (one.label(request.lang()), one.name()));
    offer(
        request,
        ("unknown-view-title", "unknown-view-far"),
        (Key::View, typed),
        views.collect(),
    )
}

/// Unknown view: suggests the nearest, or all views.
pub(in crate::commands) fn view(request: &Request<'_>) -> Answer {
    let typed = request.query.get(Key::View).unwrap_or_default();
    let languages = &request.as_of.facts.dossier.languages;
    let called = |view: View| {
        let labels = languages.iter().map(move |lang| view.label(lang));
        std::iter::once(view.name().to_owned()).chain(labels)
    };
    let labels: Vec<String> = View::ALL.iter().copied().flat_map(called).collect();
    let near = nearest(typed, labels.iter().map(String::as_str), super::MOST);
    let is_near = |view: &View| called(*view).any(|label| near.contains(&label.as_str()));
    let (notice, views) = match near.is_empty() {
        true => ("unknown-view-far", View::ALL.to_vec()),
        false => {
            let views = View::ALL.iter().copied().filter(is_near).collect();
            ("unknown-view", views)
        }
    };
    let views = views
        .into_iter()
        .map(|view| (view.label(request.lang()), view.name()));
    offer(
        request,
        ("unknown-view-title", notice),
        (Key::View, typed),
        views.collect(),
    )
}

/// Unknown citation style: suggests all styles.
pub(in crate::commands) fn style(request: &Request<'_>, named: &str) -> Answer {
    let styles = Style::ALL.map(|style| (style.label(request.words), style.name()));
    offer(
        request,
        ("unknown-style-title", "unknown-style"),
        (Key::Style, named),
        styles.to_vec(),
    )
}

/// Unknown order: suggests both orders.
pub(in crate::commands) fn order(request: &Request<'_>, named: &str) -> Answer {
    let orders = Order::VARIANTS
        .iter()
        .map(|order| (order.label(request.lang()), order.name()));
    offer(
        request,
        ("unknown-order-title", "unknown-order"),
        (Key::By, named),
        orders.collect(),
    )
}

/// A range that ends before it starts: suggests the swapped range, and the query without a range.
pub(in crate::commands) fn range(request: &Request<'_>) -> Answer {
    let base = again(&request.query, request.lang());
    let mut actions = Vec::new();
    if let (Some(from), Some(to)) = (base.get(Key::From), base.get(Key::To)) {
        let turned = base.clone().with(Key::From, to).with(Key::To, from);
        actions.push(Action::suggestion(
            request.words.text("way-turned-range"),
            turned,
        ));
    }
    let open = [Key::From, Key::To, Key::Since];
    let open = open.into_iter().fold(base, Query::without);
    actions.push(Action::suggestion(request.words.text("way-no-range"), open));
    said(
        request,
        ("unknown-range-title", "unknown-range"),
        "",
        actions,
    )
}

/// Suggests the same query with each of some values in place of the unknown one.
fn offer(
    request: &Request<'_>,
    words: Words,
    (key, named): (Key, &str),
    values: Vec<Offered<'_>>,
) -> Answer {
    let base = again(&request.query, request.lang());
    let actions = values.into_iter().take(MOST);
    let actions =
        actions.map(|(label, value)| Action::suggestion(label, base.clone().with(key, value)));
    said(request, words, named, actions.collect())
}

fn said(
    request: &Request<'_>,
    (title, notice): Words,
    named: &str,
    mut actions: Vec<Action>,
) -> Answer {
    actions.extend(languages(
        request.as_of.facts,
        &request.query,
        request.lang(),
    ));
    let title = request.words.text(title);
    let notice = request.words.format(notice, &[("name", &clipped(named))]);
    Answer::unknown(
        request.lang(),
        request.query.clone(),
        title,
        notice,
        actions,
    )
}
