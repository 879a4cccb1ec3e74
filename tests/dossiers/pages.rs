//! The pages of several dossiers, and the list above them.

use std::collections::{BTreeMap, BTreeSet};

use sumber::facts::Shelf;
use sumber::pages::{self, Form, Options, Page, shelf as shelf_pages};

use crate::made::{facts, shelf, text};

const BASE: &str = "https://example.org/facts";

fn options(form: Form) -> Options<'static> {
    Options {
        public_url: Some(BASE),
        form,
        pictures: true,
        ..Options::default()
    }
}

fn page(dossiers: &Shelf, path: &str, form: Form) -> Page {
    shelf_pages::page(dossiers, path, options(form)).unwrap_or_else(|| panic!("no page at {path}"))
}

/// Where a relative link leads from a path.
fn target(from: &str, link: &str) -> String {
    let link = link.split(['?', '#']).next().unwrap();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop().unwrap();
            }
            part => parts.push(part),
        }
    }
    if link.ends_with("..") || link.ends_with("./") && !link.ends_with('/') {
        parts.push("");
    }
    parts.join("/")
}

#[test]
fn every_link_of_the_site_leads_to_a_file_of_it() {
    let dossiers = shelf(&[("harbour", 2), ("market", 3)]);
    let paths = shelf_pages::site(&dossiers, options(Form::Files));
    let files: BTreeMap<String, (String, Page)> = paths
        .iter()
        .map(|path| {
            (
                format!("/{}", pages::file(path)),
                (path.clone(), page(&dossiers, path, Form::Files)),
            )
        })
        .collect();
    assert_eq!(files.len(), paths.len(), "each path is a file of its own");
    let pictures: BTreeSet<String> = shelf_pages::pictures(&dossiers).into_iter().collect();
    assert!(
        pictures
            .iter()
            .any(|path| path.starts_with("/market/en/market-1")),
        "{pictures:?}"
    );
    let mut followed = 0;
    for (name, (path, page)) in &files {
        if !page.content_type.starts_with("text/html") || path.ends_with("/404") {
            continue;
        }
        for link in page.body.split("href=\"").skip(1) {
            let link = link.split('"').next().unwrap();
            if link.contains(':') || link.starts_with('#') {
                continue;
            }
            let target = target(name, link);
            assert!(
                files.contains_key(&target),
                "{name}: {link} leads to {target}"
            );
            followed += 1;
        }
    }
    assert!(followed > 500, "{followed}");
}

#[test]
fn the_list_has_every_dossier_with_its_day_and_topics() {
    let dossiers = shelf(&[("harbour", 2), ("market", 3)]);
    let list = page(&dossiers, "/", Form::Served);
    assert_eq!(list.status, 200);
    for text in [
        "Dossier harbour (en)",
        "Dossier market (en)",
        "30 June 2024",
        "The market quay 2 (en)",
    ] {
        assert!(list.body.contains(text), "{text}: {}", list.body);
    }
    assert!(
        list.body.contains("href=\"market/en/market-2\""),
        "{}",
        list.body
    );
    let indonesian = page(&dossiers, "/id/", Form::Served);
    assert!(
        indonesian.body.contains("href=\"../market/id/market-2\""),
        "{}",
        indonesian.body
    );
    let below = page(&dossiers, "/market/en/market-2", Form::Served);
    assert!(below.body.contains("href=\"../../\""), "{}", below.body);
    assert!(below.body.contains(&format!(
        "<link rel=\"canonical\" href=\"{BASE}/market/en/market-2\">"
    )));
    let missing = page(&dossiers, "/nowhere", Form::Served);
    assert!(missing.status == 404 && missing.body.contains("Dossier market (en)"));
    let robots = page(&dossiers, "/robots.txt", Form::Served).body;
    assert!(robots.contains("Disallow: /market/en/ask\n"), "{robots}");
    assert!(
        robots.contains(&format!("Sitemap: {BASE}/sitemap.xml")),
        "{robots}"
    );
    let map = page(&dossiers, "/sitemap.xml", Form::Served).body;
    assert!(
        map.contains(&format!("<loc>{BASE}/market/sitemap.xml</loc>")),
        "{map}"
    );
    assert_eq!(
        page(&dossiers, "/market/sitemap.xml", Form::Served).status,
        200
    );
}

#[test]
fn the_pages_of_one_dossier_are_as_ever() {
    let facts = facts(&text("harbour", &["en", "id"], 2));
    let alone = Shelf::from(facts.clone());
    for form in [Form::Served, Form::Files] {
        let paths = shelf_pages::site(&alone, options(form));
        assert_eq!(
            paths,
            pages::site(&facts, options(form)).collect::<Vec<_>>()
        );
        for path in paths {
            assert_eq!(
                page(&alone, &path, form),
                pages::page(&facts, &path, options(form)).unwrap()
            );
        }
    }
}
