//! What stands at a path, and at which path something stands: one table read in both directions.

use crate::answer::Outcome;
use crate::commands::{self, View};
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};

/// Commands of the bot's own whose answer without options is a page of the site.
pub(super) const WHOLE: [&str; 6] = [
    "timeline", "changes", "quotes", "figures", "sources", "about",
];

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `/`, which chooses no language for anybody.
    Root,
    /// The first page of a language.
    Home(Lang),
    /// The answer to a question.
    Asked(Lang, Query),
    /// One source, by its id.
    Source(Lang, String),
    /// Every statement.
    Claims(Lang),
    /// Every speaker.
    Speakers(Lang),
    /// New statements for feed readers.
    Feed(Lang),
    /// How pages look.
    Style,
    /// What machines should leave alone.
    Robots,
    /// Every page, for search engines.
    Map,
    /// Nothing.
    Lost,
}

/// A place that was asked for, and which page of it.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) place: Place,
    /// From 1.
    pub(super) page: usize,
}

impl Spot {
    /// What stands at a path. Where the path names no language the values may, and otherwise it is the first.
    pub(super) fn at(facts: &Facts, path: &str, values: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let named = parts
            .first()
            .and_then(|first| Lang::ALL.into_iter().find(|lang| lang.code() == *first));
        let rest = parts
            .get(usize::from(named.is_some())..)
            .unwrap_or_default();
        let query = Query::at(rest, values);
        let asked = query.as_ref().and_then(Query::lang);
        let lang = named.or(asked).unwrap_or(first_language(facts));
        let page = query.as_ref().map_or(1, Query::page);
        let place = match (named, rest) {
            (None, []) => Place::Root,
            (None, ["style.css"]) => Place::Style,
            (None, ["robots.txt"]) => Place::Robots,
            (None, ["sitemap.xml"]) => Place::Map,
            (Some(lang), []) => Place::Home(lang),
            (Some(lang), ["feed.xml"]) => Place::Feed(lang),
            (_, ["speakers"]) => Place::Speakers(lang),
            (_, ["claims"] | ["claims", _]) => Place::Claims(lang),
            (_, ["source", id] | ["source", id, _]) => Place::Source(lang, (*id).to_owned()),
            (None, [only]) if format!("/{only}") == super::LOST => Place::Lost,
            _ => match query {
                Some(query) => Place::Asked(lang, query.without(Key::Page).without(Key::Lang)),
                None => Place::Lost,
            },
        };
        Self { place, page }
    }
}

impl Place {
    /// The path of one of its pages, with the values behind the question mark.
    pub(super) fn path(&self, page: usize) -> String {
        let in_lang = |lang: &Lang, rest: &str| format!("/{}/{rest}", lang.code());
        let path = match self {
            Self::Root => return "/".to_owned(),
            Self::Home(lang) => return in_lang(lang, ""),
            Self::Feed(lang) => return in_lang(lang, "feed.xml"),
            Self::Style => return "/style.css".to_owned(),
            Self::Robots => return "/robots.txt".to_owned(),
            Self::Map => return "/sitemap.xml".to_owned(),
            Self::Lost => return super::LOST.to_owned(),
            Self::Asked(lang, query) => return query.clone().at_page(page).address(*lang),
            Self::Source(lang, id) => in_lang(lang, &format!("source/{id}")),
            Self::Claims(lang) => in_lang(lang, "claims"),
            Self::Speakers(lang) => in_lang(lang, "speakers"),
        };
        match page {
            1 => path,
            page => format!("{path}/{page}"),
        }
    }

    /// The language of its page; none where it has none.
    pub(super) fn lang(&self) -> Option<Lang> {
        match self {
            Self::Home(lang)
            | Self::Feed(lang)
            | Self::Asked(lang, _)
            | Self::Source(lang, _)
            | Self::Claims(lang)
            | Self::Speakers(lang) => Some(*lang),
            Self::Root | Self::Style | Self::Robots | Self::Map | Self::Lost => None,
        }
    }

    /// The same in another language.
    pub(super) fn in_language(&self, lang: Lang) -> Self {
        match self {
            Self::Root | Self::Home(_) | Self::Lost => Self::Home(lang),
            Self::Feed(_) => Self::Feed(lang),
            Self::Asked(_, query) => Self::Asked(lang, query.clone()),
            Self::Source(_, id) => Self::Source(lang, id.clone()),
            Self::Claims(_) => Self::Claims(lang),
            Self::Speakers(_) => Self::Speakers(lang),
            Self::Style => Self::Style,
            Self::Robots => Self::Robots,
            Self::Map => Self::Map,
        }
    }
}

/// The language of pages that name none.
pub(super) fn first_language(facts: &Facts) -> Lang {
    facts.dossier.languages.first().copied().unwrap_or(Lang::En)
}

/// Every place that can be listed.
pub(super) fn all(facts: &Facts) -> Vec<Place> {
    let mut places = vec![Place::Root];
    for lang in facts.dossier.languages.iter().copied() {
        places.extend([
            Place::Home(lang),
            Place::Claims(lang),
            Place::Speakers(lang),
        ]);
        places.extend(WHOLE.map(|command| Place::Asked(lang, Query::new(command))));
        for topic in &facts.topics {
            let views = View::ALL.into_iter().map(|view| match view {
                View::Overview => Query::new(&topic.id),
                view => Query::new(&topic.id).with(Key::View, view.name()),
            });
            let full = views.filter(|query| {
                let answer = commands::answer(facts, query, lang);
                query.get(Key::View).is_none() || answer.outcome == Outcome::Found
            });
            places.extend(full.map(|query| Place::Asked(lang, query)));
        }
        let named = |command: &str, key: Key, id: &String| {
            Place::Asked(lang, Query::new(command).with(key, id))
        };
        places.extend(
            facts
                .claims
                .iter()
                .map(|claim| named("claim", Key::Claim, &claim.id)),
        );
        places.extend(
            facts
                .speakers
                .iter()
                .map(|speaker| named("who", Key::Name, &speaker.id)),
        );
        places.extend(
            facts
                .sources
                .iter()
                .map(|source| Place::Source(lang, source.id.clone())),
        );
        places.push(Place::Feed(lang));
    }
    places.extend([Place::Map, Place::Robots, Place::Style, Place::Lost]);
    places
}

/// Whether a question's page is one of those that can be listed.
pub(super) fn is_listed(facts: &Facts, query: &Query) -> bool {
    let bare = query.clone().without(Key::Lang).without(Key::Page);
    let only = |key: Key| bare.options().all(|(other, _)| other == key);
    match bare.command.as_str() {
        "claim" => {
            only(Key::Claim)
                && bare
                    .get(Key::Claim)
                    .is_some_and(|id| facts.claim(id).is_some())
        }
        "who" => {
            let known = |name: &str| facts.speakers.iter().any(|speaker| speaker.id == name);
            only(Key::Name) && bare.get(Key::Name).is_some_and(known)
        }
        "claims" => bare.options().next().is_none(),
        command if facts.topic(command).is_some() => only(Key::View),
        command => WHOLE.contains(&command) && bare.options().next().is_none(),
    }
}
