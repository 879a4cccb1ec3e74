//! The static site, followed from file to file as a visitor does.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use sumber::facts::Lang;
use sumber::pages::Page;

use crate::{BASE, FACTS, PLACED, SITE, Site, values};

/// Most bytes of a page.
const MOST: usize = 100_000;

fn html(site: &Site) -> impl Iterator<Item = (&String, &Page)> {
    site.iter().filter(|(name, _)| name.ends_with(".html"))
}

/// The file that a link in a file leads to, and the fragment.
fn resolved(from: &str, link: &str) -> (String, Option<String>) {
    let (path, place) = match link.split_once('#') {
        Some((path, place)) => (path, Some(place.to_owned())),
        None => (link, None),
    };
    if path.is_empty() {
        return (from.to_owned(), place);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(
                parts.pop().is_some(),
                "{from}: {link} leads out of the folder"
            ),
            "." => {}
            part => parts.push(part),
        }
    }
    (parts.join("/"), place)
}

#[test]
fn no_link_leads_nowhere_and_every_page_can_be_reached() {
    let site = &*SITE;
    let mut reached: BTreeSet<String> = BTreeSet::from(["index.html".to_owned()]);
    let mut next = vec!["index.html".to_owned()];
    while let Some(name) = next.pop() {
        for link in values(&site[&name].body, "href") {
            if link.starts_with("http://") || link.starts_with("https://") {
                continue;
            }
            let (file, place) = resolved(&name, &link);
            let page = site
                .get(&file)
                .unwrap_or_else(|| panic!("{name}: {link} leads nowhere"));
            if let Some(place) = place {
                assert!(values(&page.body, "id").contains(&place), "{name}: {link}");
            }
            if file.ends_with(".html") && reached.insert(file.clone()) {
                next.push(file);
            }
        }
    }
    let all: BTreeSet<String> = html(site).map(|(name, _)| name.clone()).collect();
    let alone: Vec<&String> = all.difference(&reached).collect();
    assert_eq!(alone, ["404.html"], "pages to which nothing leads");
}

#[test]
fn everything_has_a_page_in_both_languages() {
    let (facts, site) = (&*FACTS, &*SITE);
    for lang in ["en", "id"] {
        let named = |kind: &str, id: &str| format!("{lang}/{kind}{id}.html");
        let mut expected: Vec<String> = [
            "index", "claims", "speakers", "timeline", "changes", "sources", "about",
        ]
        .map(|name| named("", name))
        .into();
        expected.extend(facts.topics.iter().map(|one| named("", &one.id)));
        expected.extend(facts.claims.iter().map(|one| named("claim/", &one.id)));
        expected.extend(facts.speakers.iter().map(|one| named("speaker/", &one.id)));
        expected.extend(facts.sources.iter().map(|one| named("source/", &one.id)));
        for name in expected {
            let page = site
                .get(&name)
                .unwrap_or_else(|| panic!("there is no {name}"));
            assert_eq!(page.status, 200, "{name}");
            assert!(
                page.body.contains(&format!("<html lang=\"{lang}\">")),
                "{name}"
            );
        }
    }
}

#[test]
fn the_page_of_a_claim_says_who_when_and_where_to_read_it() {
    let (facts, site) = (&*FACTS, &*SITE);
    for claim in &facts.claims {
        for lang in [Lang::En, Lang::Id] {
            let page = &site[&format!("{}/claim/{}.html", lang.code(), claim.id)].body;
            let text = page.replace("&amp;", "&").replace("&quot;", "\"");
            let words = sumber::phrases::Phrases::of(lang);
            for speaker in &claim.by {
                let name = speaker.name.get(lang).to_lowercase();
                assert!(text.to_lowercase().contains(&name), "{}: {name}", claim.id);
            }
            assert!(text.contains(&words.date(&claim.said.when)), "{}", claim.id);
            let addresses = claim
                .evidence
                .iter()
                .filter_map(|one| one.source.url.as_deref());
            for address in addresses {
                assert!(text.contains(address), "{}: {address}", claim.id);
            }
            let title = values(page, "content")
                .into_iter()
                .any(|value| value.ends_with(claim.text.get(lang)));
            assert!(title || text.contains(claim.text.get(lang)), "{}", claim.id);
        }
    }
}

#[test]
fn no_page_is_too_big() {
    // The sitemap is for machines and has its own limit.
    for (name, page) in PLACED.iter().filter(|(name, _)| *name != "sitemap.xml") {
        assert!(page.body.len() < MOST, "{name}: {} bytes", page.body.len());
    }
}

/// The versions of a page in each language, including `x-default`.
fn languages(page: &str) -> BTreeMap<String, String> {
    let link = Regex::new(r#"<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">"#).unwrap();
    let found = link.captures_iter(page);
    found
        .map(|found| (found[1].to_owned(), found[2].to_owned()))
        .collect()
}

#[test]
fn pages_in_two_languages_name_each_other() {
    let site = &*PLACED;
    let pages = html(site).filter(|(name, _)| *name != "404.html");
    for (name, page) in pages {
        let named = languages(&page.body);
        assert_eq!(
            named.keys().collect::<Vec<_>>(),
            ["en", "id", "x-default"],
            "{name}"
        );
        for address in named.values() {
            let file = address.strip_prefix(BASE).unwrap().trim_start_matches('/');
            assert_eq!(languages(&site[file].body), named, "{name} and {file}");
        }
        let canonical = format!("<link rel=\"canonical\" href=\"{BASE}/");
        assert!(page.body.contains(&canonical), "{name}");
    }
}

#[test]
fn without_an_address_none_is_invented() {
    let site = &*SITE;
    assert!(!site.contains_key("sitemap.xml"));
    for (name, page) in site {
        for invented in ["rel=\"canonical\"", "og:url", "og:image", "Sitemap:"] {
            assert!(!page.body.contains(invented), "{name}: {invented}");
        }
    }
}

#[test]
fn the_map_names_every_page_once() {
    let site = &*PLACED;
    let loc = Regex::new(&format!("<loc>{BASE}/([^<]+)</loc>")).unwrap();
    let map = &site["sitemap.xml"].body;
    let named: Vec<String> = loc
        .captures_iter(map)
        .map(|found| found[1].to_owned())
        .collect();
    let unique: BTreeSet<&String> = named.iter().collect();
    assert_eq!(unique.len(), named.len());
    assert!(named.iter().all(|name| site.contains_key(name)));
    let unnamed = html(site).filter(|(name, _)| !named.contains(name));
    let unnamed: Vec<&String> = unnamed.map(|(name, _)| name).collect();
    assert_eq!(
        unnamed,
        ["404.html", "index.html"],
        "the first is nothing, the second stands for a language"
    );
    assert!(
        site["robots.txt"]
            .body
            .contains(&format!("Sitemap: {BASE}/sitemap.xml"))
    );
}
