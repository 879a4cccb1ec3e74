//! Reads topics, speakers, claims and values as people write them, or as they were offered.
//!
//! Names may be in any language and case; `unknown` answers input that it cannot read.

use super::labels::{self, labelled};
use super::names::{Called, fitting, folded, same_as};
use crate::cite::Style;
use crate::facts::search::{Hit, How};
use crate::facts::{AsOf, Claim, Facts, Lang, Languages, Speaker, Text, Topic};
use crate::phrases::{self, Phrases};
use crate::query::{Key, Query};

pub(super) use super::day::{day, first_day, is_relative, readings};

/// The least number of letters of the beginning of a word in a claim.
const SHORTEST: usize = 3;

/// The topic with this id, alias or title.
pub(super) fn topic<'a>(facts: &'a Facts, name: &str) -> Option<&'a Topic> {
    let lower = name.to_lowercase();
    let by_name = |same: &dyn Fn(&str) -> bool| {
        let mut topics = facts.topics.iter();
        topics.find(|topic| names(topic).any(same))
    };
    let topic = facts.topic(name);
    let topic = topic.or_else(|| by_name(&|other| other.to_lowercase() == lower));
    let topic = topic.or_else(|| by_name(&same_as(&facts.dossier.languages, name)));
    topic.map(AsRef::as_ref)
}

/// The topic with this name, otherwise those that have all its words.
pub(super) fn topics<'a>(facts: &'a Facts, name: &str) -> Vec<&'a Topic> {
    if let Some(topic) = topic(facts, name) {
        return vec![topic];
    }
    fitting(&facts.dossier.languages, name, &facts.topics, |topic| {
        Called {
            names: topic.title.each().collect(),
            aliases: names(topic).collect(),
            described: [&topic.question, &topic.description]
                .into_iter()
                .flat_map(Text::each)
                .collect(),
        }
    })
}

/// The id, aliases and titles of a topic.
pub(super) fn names(topic: &Topic) -> impl Iterator<Item = &str> {
    let titles = topic.title.each();
    let aliases = topic.aliases.iter().map(String::as_str);
    std::iter::once(&*topic.id).chain(aliases).chain(titles)
}

/// The speakers with this id, else with this name in any language, else with this alias, else offered with this label,
/// else in this post, else those who have all its words.
pub(super) fn speakers<'a>(facts: &'a Facts, name: &str) -> Vec<&'a Speaker> {
    let lower = name.trim().to_lowercase();
    let same_name = same_as(&facts.dossier.languages, name);
    let same = |other: &str| other.to_lowercase() == lower || same_name(other);
    let called = |by: &dyn Fn(&Speaker) -> bool| -> Vec<&'a Speaker> {
        let speakers = facts.speakers.iter().map(AsRef::as_ref);
        speakers.filter(|speaker| by(speaker)).collect()
    };
    let in_any = |text: &Text| text.each().any(same);
    let ways: [&dyn Fn() -> Vec<&'a Speaker>; 6] = [
        &|| called(&|speaker| speaker.id == lower),
        &|| called(&|speaker| in_any(&speaker.name)),
        &|| called(&|speaker| speaker.aliases.iter().any(|alias| same(alias))),
        &|| {
            labelled(
                name,
                facts.speakers.iter().map(AsRef::as_ref),
                &facts.dossier.languages,
                labels::speaker,
            )
        },
        &|| called(&|speaker| speaker.posts.iter().any(|post| in_any(&post.title))),
        &|| {
            fitting(
                &facts.dossier.languages,
                name,
                &facts.speakers,
                called_speaker,
            )
        },
    ];
    let mut found = ways.into_iter().map(|way| way());
    found.find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether a speaker has this id, name or alias.
pub(super) fn is_speaker(facts: &Facts, name: &str) -> bool {
    let same = same_as(&facts.dossier.languages, name);
    facts.speakers.iter().any(|speaker| {
        let names = speaker.name.each();
        let aliases = speaker.aliases.iter().map(String::as_str);
        let mut all = names.chain(aliases).chain([speaker.id.as_str()]);
        all.any(&same)
    })
}

/// A speaker with the posts, and those for whom the speaker speaks.
fn called_speaker(speaker: &Speaker) -> Called<'_> {
    let posts = speaker.posts.iter().map(|post| &post.title);
    let party = speaker.party();
    Called {
        names: speaker.name.each().collect(),
        aliases: speaker
            .aliases
            .iter()
            .chain([&speaker.id])
            .map(String::as_str)
            .collect(),
        described: posts
            .chain([&party.name])
            .flat_map(Text::each)
            .chain(party.aliases.iter().map(String::as_str))
            .collect(),
    }
}

/// The claim with this id or offered with this label, otherwise the only known one that has all its words.
pub(super) fn claim<'a>(as_of: AsOf<'a>, named: &str) -> Option<&'a Claim> {
    let id = named.trim().to_lowercase();
    if let Some(claim) = as_of.facts.claim(&id) {
        return Some(claim);
    }
    let offered = labelled(
        named,
        labels::perhaps_labelled(named, as_of),
        &as_of.facts.dossier.languages,
        labels::claim,
    );
    if let [claim] = offered.as_slice() {
        return Some(claim);
    }
    let words = folded(named);
    if words.is_empty() {
        return None;
    }
    let covers = |typed: &str, word: &str| folded(typed).iter().any(|one| one == word);
    as_of.only_match(named, &words, covers, |hit| has_all(hit, &words))
}

/// Whether a claim has these words, none of them misspelt.
fn has_all(hit: &Hit<'_>, words: &[String]) -> bool {
    let has = |word: &String| {
        let mut matched = hit.matched.iter();
        matched.any(|one| {
            let spelt = match one.how {
                How::Same | How::Alias | How::Stem => true,
                How::Prefix => word.chars().count() >= SHORTEST,
                How::Typo => false,
            };
            spelt && folded(&one.typed).contains(word)
        })
    };
    words.iter().all(has)
}

/// The query with the code of its language, whichever way it names a language of the dossier.
pub(super) fn with_language_code(facts: &Facts, query: Query) -> Query {
    match query
        .get(Key::Lang)
        .and_then(|typed| language(&facts.dossier.languages, typed))
    {
        Some(lang) => query.with(Key::Lang, lang.code()),
        None => query,
    }
}

/// The language with this code, or with this name in any of the languages.
fn language(languages: &Languages, typed: &str) -> Option<Lang> {
    if let Some(lang) = languages.spoken(typed.trim()) {
        return Some(lang);
    }
    let same = same_as(languages, typed);
    let named = |lang: &Lang| {
        let mut names = languages
            .iter()
            .map(|other| Phrases::of(other).spoken(*lang));
        same(&Phrases::of(*lang).own_name()) || names.any(|name| same(&name))
    };
    languages.iter().find(named)
}

/// The citation style with this name or label.
pub(super) fn style(typed: &str) -> Option<Style> {
    let label = |style: Style, lang| style.label(Phrases::of(lang));
    Style::parse(typed).or_else(|| value(typed, &Style::ALL, label))
}

/// The value with this name or label, in any language of the bot's words and any case.
pub(super) fn value<T: Copy + Into<&'static str>>(
    typed: &str,
    values: &[T],
    label: impl Fn(T, Lang) -> String,
) -> Option<T> {
    let typed = typed.trim().to_lowercase();
    let same = |name: &str| name.to_lowercase() == typed;
    let named = |value: T| {
        same(value.into())
            || phrases::LANGUAGES
                .iter()
                .any(|lang| same(&label(value, *lang)))
    };
    values.iter().copied().find(|value| named(*value))
}
