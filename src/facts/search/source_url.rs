//! The addresses of our own sources in a text, whichever way they are written.
//!
//! Compared are host and path; `www`, a host or path for phones (AMP), what measures visits and the end of an address
//! do not count.

use std::collections::BTreeSet;
use std::sync::Arc;

use once_cell::sync::Lazy;
use regex::Regex;
use url::Url;

use crate::facts::pattern::pattern;
use crate::facts::{Facts, Source, fingerprint};

/// Most addresses that are read in a text.
const MOST_ADDRESSES: usize = 20;

/// An address with or without its scheme, as browsers copy it and people type it.
static ADDRESS: Lazy<Regex> = Lazy::new(|| {
    pattern(r#"(?i)(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?/[^\s<>"“”|\\^`{}\[\]]+"#)
});

/// First labels of hosts that only say how a page is shown.
const HOST_LABELS: [&str; 5] = ["www", "m", "amp", "mobile", "beta"];

/// Parts of a path that only say how a page is shown. VOA has `/a/` where its AMP pages have `/amp/`.
const PATH_PARTS: [&str; 5] = ["amp", "a", "all", "index.amp", "index.html"];

/// Parameters that name a page. Every other one measures visits or chooses a view.
const NAMING: [&str; 8] = [
    "p",
    "id",
    "ud",
    "ncd",
    "articleid",
    "newsidx",
    "seq_code",
    "lang",
];

/// An address reduced to what tells one page from another.
#[derive(PartialEq, Eq)]
struct Page {
    host: String,
    path: Vec<String>,
    names: Vec<(String, String)>,
}

impl Page {
    /// Reads an address; a scheme may be missing. `None` if it is none.
    fn read(address: &str) -> Option<Self> {
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_', '\'']);
        let with_scheme = match address.contains("://") {
            true => address.to_owned(),
            false => format!("https://{address}"),
        };
        let url = Url::parse(&with_scheme).ok()?;
        let mut host = url.host_str()?;
        while let Some((label, rest)) = host.split_once('.') {
            if !HOST_LABELS.contains(&label) || !rest.contains('.') {
                break;
            }
            host = rest;
        }
        let parts: Vec<&str> = url
            .path_segments()?
            .filter(|part| !part.is_empty())
            .collect();
        // A search engine's copy for phones holds the page's own address.
        if let ["amp" | "c" | "v", "s", page @ ..] = parts.as_slice() {
            return Self::read(&page.join("/"));
        }
        let parts = parts.into_iter().map(str::to_lowercase);
        let names = url
            .query_pairs()
            .map(|(name, value)| (name.to_lowercase(), value.into_owned()));
        let mut names: Vec<(String, String)> = names
            .filter(|(name, _)| NAMING.contains(&name.as_str()))
            .collect();
        names.sort();
        Some(Self {
            host: host.to_owned(),
            path: parts
                .filter(|part| !PATH_PARTS.contains(&part.as_str()))
                .collect(),
            names,
        })
    }

    /// A number that pages with the same host and path share.
    fn key(&self) -> u64 {
        let parts = std::iter::once(&self.host).chain(&self.path);
        fingerprint(parts.flat_map(|part| part.bytes().chain([b'/'])))
    }

    /// Whether this is the page of a source. The home page of a publisher is none.
    fn is_of(&self, source: &Source) -> bool {
        let mut pages = source
            .addresses()
            .filter_map(|(_, address)| Self::read(address));
        pages.any(|page| {
            let named = page.names.iter().all(|name| self.names.contains(name));
            page.host == self.host && page.path == self.path && named
        })
    }
}

/// The pages of all sources, sorted: the key of each, and the place of its source.
#[derive(Debug, Default)]
pub(super) struct Pages(Vec<(u64, u32)>);

impl Pages {
    /// Reads the addresses of all sources.
    pub(super) fn new(sources: &[Arc<Source>]) -> Self {
        let pages = sources.iter().zip(0..).flat_map(|(source, place)| {
            let pages = source.addresses();
            let pages = pages.filter_map(|(_, address)| Page::read(address));
            pages.map(move |page| (page.key(), place))
        });
        let mut pages: Vec<(u64, u32)> = pages.collect();
        pages.sort_unstable();
        pages.dedup();
        pages.shrink_to_fit();
        Self(pages)
    }

    /// The places of the sources with pages that share the key of this one.
    fn like(&self, page: &Page) -> impl Iterator<Item = u32> {
        let key = page.key();
        let start = self.0.partition_point(|(other, _)| *other < key);
        let here = self.0.iter().skip(start);
        let here = here.take_while(move |(other, _)| *other == key);
        here.map(|(_, place)| *place)
    }
}

impl Facts {
    /// The sources whose addresses are in a text, each once, in the order of the file.
    pub(super) fn linked_sources(&self, text: &str) -> Vec<&Source> {
        let found = ADDRESS.find_iter(text).take(MOST_ADDRESSES);
        let pages = found.filter_map(|one| Page::read(one.as_str()));
        let source = |place: u32| self.sources.get(place as usize);
        let mut places = BTreeSet::new();
        for page in pages {
            let like = self.index().pages().like(&page);
            places.extend(like.filter(|place| source(*place).is_some_and(|one| page.is_of(one))));
        }
        let linked = places.into_iter().filter_map(source);
        linked.map(AsRef::as_ref).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        Page::read(one) == Page::read(other)
    }

    #[test]
    fn ways_of_writing_an_address_do_not_matter() {
        let page = "https://news.example/world/story-1";
        for other in [
            "http://www.news.example/world/story-1/",
            "news.example/world/story-1?utm_source=x&fbclid=y#top",
            "https://m.news.example/world/story-1/amp",
            "https://amp.news.example/amp/world/story-1",
            "https://www.google.com/amp/s/www.news.example/world/story-1",
            "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/world/story-1/amp/",
            "https://NEWS.example/world/Story-1).",
        ] {
            assert!(same(page, other), "{other}");
        }
        assert!(!same(page, "https://news.example/world/story-2"));
        assert!(!same(page, "https://other.example/world/story-1"));
    }

    #[test]
    fn parameters_that_name_a_page_count() {
        let page = "http://news.example/view.htm?lang=e&Seq_Code=1";
        assert!(same(
            page,
            "https://news.example/view.htm?Seq_Code=1&lang=e&utm_medium=x"
        ));
        assert!(!same(
            page,
            "http://news.example/view.htm?lang=e&Seq_Code=2"
        ));
    }

    #[test]
    fn a_source_is_found_by_the_address_of_its_copy() {
        let text = include_str!("../../../tests/fixtures/facts/valid.toml");
        let copy = "https://example.com/web/2024/https://example.org/gazette/bridge";
        let archived =
            format!("archived = {{ url = \"{copy}\", on = \"2024-05-03\", by = \"A\" }}");
        let text = text.replacen("title_own = true", &archived, 1);
        let name = "facts.toml".to_owned();
        let facts = crate::facts::file::read(&[crate::facts::file::Part { name, text }]);
        let facts = facts.unwrap().facts;
        let found = facts.linked_sources(&format!("See {copy}."));
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["gazette-bridge"]);
    }

    #[test]
    fn linked_sources_are_found_however_their_addresses_are_written() {
        let text = include_str!("../../../tests/fixtures/facts/valid.toml").to_owned();
        let name = "facts.toml".to_owned();
        let facts = crate::facts::file::read(&[crate::facts::file::Part { name, text }]);
        let facts = facts.unwrap().facts;
        let found = |text: &str| -> Vec<String> {
            let found = facts.linked_sources(text).into_iter();
            found.map(|one| one.id.clone()).collect()
        };
        // In the order of the file, each once.
        let text = "m.example.com/radio/evening/amp, http://www.example.org/Gazette/bridge/?utm_source=x \
            https://www.google.com/amp/s/example.com/radio/evening https://example.com/radio";
        assert_eq!(found(text), ["gazette-bridge", "radio-bridge"]);
        assert!(found("https://example.net/gazette/bridge").is_empty());
    }
}
