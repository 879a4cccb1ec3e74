//! Facts with markup: pages show it as text, and nothing on a page can run.

use once_cell::sync::Lazy;
use regex::Regex;
use sumber::facts::Facts;
use sumber::facts::file::{Part, read};
use sumber::pages::{Options, Page, page};

use crate::{BASE, FACTS, SITE, files, values, written};

const ATTACK: &str = "</script><script>alert(1)</script>\\\"><img src=x onerror=alert(1)>";

static DATA: Lazy<Regex> =
    Lazy::new(|| Regex::new(r#"<script type="application/ld\+json">[^<>]*</script>"#).unwrap());
static TAG: Lazy<Regex> = Lazy::new(|| Regex::new(r"<[a-z][^<>]*>").unwrap());
static QUOTED: Lazy<Regex> = Lazy::new(|| Regex::new(r#""[^"]*""#).unwrap());
static ACTIVE: Lazy<Regex> = Lazy::new(|| Regex::new(r"\s(on[a-z]+|style|src)\b").unwrap());

/// The invented dossier, with markup in every free text.
fn hostile() -> Facts {
    let text = include_str!("../fixtures/harbour.toml")
        .replace("Ada Pilot", ATTACK)
        .replace("The Gazette", &format!("Gazette {ATTACK}"))
        .replace("Kapal di pelabuhan", &format!("Kapal {ATTACK}"))
        .replace("So many ships", &format!("So many {ATTACK}"))
        .replace("1,500 ships lay", &format!("{ATTACK} lay"))
        .replace(
            "Heard, not read.",
            &format!("[x](javascript:alert) {ATTACK}"),
        )
        .replace("An invented dossier for tests.", &format!("About {ATTACK}"));
    let name = "harbour.toml".into();
    let checked = read(&[Part { name, text }]).unwrap_or_else(|problems| panic!("{problems:#?}"));
    checked.facts
}

/// Checks that nothing on a page runs or is loaded from elsewhere.
fn check(name: &str, page: &Page) {
    if !page.content_type.starts_with("text/html") {
        return;
    }
    let body = &page.body;
    let rest = DATA.replace_all(body, "");
    for never in [
        "<script",
        "<img",
        "<style",
        "<iframe",
        "<object",
        "<svg",
        "<base",
        "http-equiv",
    ] {
        assert!(!rest.contains(never), "{name}: {never}");
    }
    for tag in TAG.find_iter(&rest).map(|found| found.as_str()) {
        let outside = QUOTED.replace_all(tag, "");
        assert!(!ACTIVE.is_match(&outside), "{name}: {tag}");
    }
    for link in values(&rest, "href") {
        let scheme = link.split_once(':').map(|(scheme, _)| scheme);
        let scheme = scheme.filter(|scheme| !scheme.contains('/'));
        assert!(
            matches!(scheme, None | Some("http" | "https")),
            "{name}: {link}"
        );
    }
}

#[test]
fn markup_in_facts_is_text_on_every_page() {
    let facts = hostile();
    for (name, page) in written(&facts, files(Some(BASE))) {
        check(&name, &page);
    }
    let claim = page(&facts, "/en/claim/pilot-1500-ships", Options::default()).unwrap();
    assert!(claim.body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(
        claim.body.contains("\\u003c/script\\u003e"),
        "in the linked data as well"
    );
    assert!(!claim.body.contains("<a href=\"javascript"));
}

#[test]
fn markup_in_questions_is_text_as_well() {
    for target in [
        "/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/en/search?q=%22%3E%3Cimg%20src%3Dx%3E",
        "/en/<script>alert(1)</script>",
        "/en/claim/\"><img src=x onerror=alert(1)>",
        "/en/speaker?name=%22onfocus%3Dalert(1)%20x%3D%22",
        "/javascript:alert(1)",
    ] {
        let page = page(&FACTS, target, Options::default()).unwrap();
        check(target, &page);
    }
}

#[test]
fn the_shipped_pages_run_nothing() {
    for (name, page) in &*SITE {
        check(name, page);
    }
}
