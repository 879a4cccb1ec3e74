//! Routes: what is at a path, and the path of each route.

use crate::answer::Outcome;
use crate::commands::{self, View};
use crate::facts::{Facts, Lang};
use crate::query::{Key, Query};

/// Built-in commands whose answer without options is a listed page.
const LISTED_COMMANDS: [&str; 6] = [
    "timeline", "changes", "quotes", "figures", "sources", "about",
];

/// What the page of every claim is called. There is no such command.
const CLAIMS: &str = "claims";

/// Built-in commands with a page for any words.
pub(super) const ENDLESS: [&str; 2] = ["ask", "search"];

/// What is at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// `/`, the home page in the first language.
    Root,
    /// The home page of a language.
    Home(Lang),
    /// The answer to a query.
    Answer(Lang, Query),
    /// A source, by its id.
    Source(Lang, String),
    /// Every claim, or a part of them, from 1.
    Claims(Lang, usize),
    /// Every speaker.
    Speakers(Lang),
    /// The Atom feed.
    Feed(Lang),
    /// The style sheet.
    Stylesheet,
    /// `robots.txt`.
    Robots,
    /// The sitemap for search engines.
    Sitemap,
    /// The page for status 404.
    NotFound,
}

impl Route {
    /// The route at a path, and which page of it. The language is that of the path, else that of the query string, else
    /// the first.
    pub(super) fn parse(facts: &Facts, path: &str, values: &str) -> (Self, usize) {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let named = parts.first().and_then(|first| {
            facts
                .dossier
                .languages
                .iter()
                .find(|lang| lang.code() == *first)
        });
        let rest = parts
            .get(usize::from(named.is_some())..)
            .unwrap_or_default();
        // Typed in the search field, a command leads to its own page.
        let query = Query::at(rest, values).map(|query| commands::meant(facts, &query));
        let asked = query.as_ref().and_then(|query| query.lang(facts));
        let lang = named.or(asked).unwrap_or(facts.dossier.languages.first());
        let page = query.as_ref().map_or(1, Query::page);
        let route = match (named, rest) {
            (None, []) => Self::Root,
            (None, ["style.css"]) => Self::Stylesheet,
            (None, ["robots.txt"]) => Self::Robots,
            (None, ["sitemap.xml"]) => Self::Sitemap,
            (Some(lang), []) => Self::Home(lang),
            (Some(lang), ["feed.xml"]) => Self::Feed(lang),
            (_, ["speakers"]) => Self::Speakers(lang),
            (_, ["source", id] | ["source", id, _]) => Self::Source(lang, (*id).to_owned()),
            (None, [only]) if format!("/{only}") == super::NOT_FOUND => Self::NotFound,
            _ => match query {
                Some(query) if query.command == CLAIMS => Self::Claims(lang, query.part()),
                Some(query) => Self::Answer(lang, query.without(Key::Page).without(Key::Lang)),
                None => Self::NotFound,
            },
        };
        (route, page)
    }

    /// The path of one of its pages, with its query string.
    pub(super) fn path(&self, page: usize) -> String {
        let in_lang = |lang: &Lang, rest: &str| format!("/{}/{rest}", lang.code());
        let path = match self {
            Self::Root => return "/".to_owned(),
            Self::Home(lang) => return in_lang(lang, ""),
            Self::Feed(lang) => return in_lang(lang, "feed.xml"),
            Self::Stylesheet => return "/style.css".to_owned(),
            Self::Robots => return "/robots.txt".to_owned(),
            Self::Sitemap => return "/sitemap.xml".to_owned(),
            Self::NotFound => return super::NOT_FOUND.to_owned(),
            Self::Answer(lang, query) => return query.clone().at_page(page).address(*lang),
            Self::Source(lang, id) => in_lang(lang, &format!("source/{id}")),
            Self::Claims(lang, part) => {
                let query = Query::new(CLAIMS).at_part(*part);
                return query.at_page(page).address(*lang);
            }
            Self::Speakers(lang) => in_lang(lang, "speakers"),
        };
        match page {
            1 => path,
            page => format!("{path}/{page}"),
        }
    }

    /// The route to a part of a long list, from 1; others have one part.
    pub(super) fn at_part(&self, part: usize) -> Self {
        match self {
            Self::Answer(lang, query) => Self::Answer(*lang, query.clone().at_part(part)),
            Self::Claims(lang, _) => Self::Claims(*lang, part),
            route => route.clone(),
        }
    }

    /// The language of its pages, if it has one.
    pub(super) fn lang(&self) -> Option<Lang> {
        match self {
            Self::Home(lang)
            | Self::Feed(lang)
            | Self::Answer(lang, _)
            | Self::Source(lang, _)
            | Self::Claims(lang, _)
            | Self::Speakers(lang) => Some(*lang),
            Self::Root | Self::Stylesheet | Self::Robots | Self::Sitemap | Self::NotFound => None,
        }
    }

    /// The same route in another language.
    pub(super) fn in_language(&self, lang: Lang) -> Self {
        match self {
            Self::Root | Self::Home(_) | Self::NotFound => Self::Home(lang),
            Self::Feed(_) => Self::Feed(lang),
            Self::Answer(_, query) => Self::Answer(lang, query.clone()),
            Self::Source(_, id) => Self::Source(lang, id.clone()),
            Self::Claims(_, part) => Self::Claims(lang, *part),
            Self::Speakers(_) => Self::Speakers(lang),
            Self::Stylesheet => Self::Stylesheet,
            Self::Robots => Self::Robots,
            Self::Sitemap => Self::Sitemap,
        }
    }
}

/// Every listed route.
pub(super) fn all(facts: &Facts) -> Vec<Route> {
    let mut routes = vec![Route::Root];
    for lang in facts.dossier.languages.iter() {
        let answer = |query: Query| Route::Answer(lang, query);
        let with = |command: &str, key: Key, id: &str| answer(Query::new(command).with(key, id));
        routes.extend([
            Route::Home(lang),
            Route::Claims(lang, 1),
            Route::Speakers(lang),
        ]);
        routes.extend(LISTED_COMMANDS.map(|command| answer(Query::new(command))));
        for topic in &facts.topics {
            routes.push(answer(Query::new(&topic.id)));
            let views = View::ALL
                .iter()
                .copied()
                .filter(|view| !matches!(view, View::Short | View::Full));
            let queries = views.map(|view| Query::new(&topic.id).with(Key::View, view.name()));
            let found = queries
                .filter(|query| commands::answer(facts, query, lang).outcome == Outcome::Found);
            routes.extend(found.map(answer));
        }
        routes.extend(
            facts
                .claims
                .iter()
                .map(|one| with("claim", Key::Claim, &one.id)),
        );
        routes.extend(
            facts
                .speakers
                .iter()
                .map(|one| with("who", Key::Name, &one.id)),
        );
        let sources = facts.sources.iter();
        routes.extend(sources.map(|one| Route::Source(lang, one.id.clone())));
        routes.push(Route::Feed(lang));
    }
    routes.extend([
        Route::Sitemap,
        Route::Robots,
        Route::Stylesheet,
        Route::NotFound,
    ]);
    routes
}

/// Whether a query's page is listed.
pub(super) fn is_listed(facts: &Facts, query: &Query) -> bool {
    let options = query.options();
    let options: Vec<_> = options
        .filter(|(key, _)| !matches!(key, Key::Lang | Key::Part | Key::Page))
        .collect();
    match (query.command.as_str(), options.as_slice()) {
        ("claim", [(Key::Claim, id)]) => facts.claim(id).is_some(),
        ("who", [(Key::Name, id)]) => facts.speakers.iter().any(|speaker| speaker.id == *id),
        (topic, [] | [(Key::View, _)]) if facts.topic(topic).is_some() => true,
        (command, []) => command == CLAIMS || LISTED_COMMANDS.contains(&command),
        _ => false,
    }
}
