//! Pages over HTTP, for any query, including those that cannot be answered.

use proptest::prelude::*;
use sumber::pages::{Effort, Options, Page, page, picture as picture_at};

use crate::{FACTS, values};

fn at(target: &str) -> Page {
    page(&FACTS, target, Options::default()).unwrap_or_else(|| panic!("no page at {target}"))
}

#[test]
fn a_question_in_its_text_form_is_a_page() {
    let denials = at("/troops?view=denials&as_of=2024-10-18&lang=id");
    assert_eq!(denials, at("/troops?lang=id&as_of=2024-10-18&view=denials"));
    assert!(
        denials.body.contains("<html lang=\"id\">") && denials.body.contains("18 Oktober 2024")
    );
    assert!(denials.body.contains("Peskov") && denials.body.contains("noindex"));
    let short = at("/en/troops/denials?as_of=2024-10-18");
    assert!(
        short.body.contains("<html lang=\"en\">")
            && short.body.contains("as known on 18 October 2024")
    );
}

#[test]
fn a_search_finds_and_says_what_it_looked_for() {
    let found = at("/en/search?q=vladivostok");
    assert_eq!(found.status, 200);
    let links = values(&found.body, "href");
    assert!(links.contains(&"../en/claim/nis-1500-to-vladivostok".to_owned()));
    assert!(values(&found.body, "value").contains(&"vladivostok".to_owned()));
    assert!(
        found
            .body
            .contains("<meta name=\"robots\" content=\"noindex\">")
    );
    let nothing = at("/id/search?q=zzzzzz");
    assert_eq!(nothing.status, 200);
    assert!(nothing.body.contains("zzzzzz"));
    let empty = at("/en/search?q=");
    assert!(empty.body.contains("Say what to look for"));
}

#[test]
fn what_may_take_long_is_known_before_it_is_made() {
    for (target, effort) in [
        ("/style.css", Effort::Constant),
        ("/robots.txt", Effort::Constant),
        ("/", Effort::Usual),
        ("/en/troops", Effort::Usual),
        ("/id/troops/denials.png", Effort::Usual),
        ("/en/feed.xml", Effort::Usual),
        ("/en/source/none", Effort::Usual),
        ("/en/search?query=troops", Effort::Long),
        ("/en/search.png?query=troops", Effort::Long),
        ("/en/who?name=somebody", Effort::Long),
        ("/style.css/more", Effort::Long),
        ("/no-such-topic", Effort::Long),
        ("/sitemap.xml", Effort::Long),
    ] {
        assert_eq!(Effort::of(&FACTS, target), effort, "{target}");
    }
}

#[test]
fn the_field_asks_a_question_or_a_command() {
    let found = at("/en/ask?question=who+denied+sending+north+korean+soldiers");
    assert_eq!(found.status, 200);
    assert!(
        found.body.contains("action=\"../en/ask\"") && found.body.contains("name=\"question\"")
    );
    assert!(
        values(&found.body, "value")
            .contains(&"who denied sending north korean soldiers".to_owned())
    );
    assert!(
        found
            .body
            .contains("<meta name=\"robots\" content=\"noindex\">")
    );
    assert!(
        !values(&found.body, "content")
            .iter()
            .any(|text| text.contains("who denied sending"))
    );
    let command = at("/en/ask?question=troops+view:denials");
    assert!(
        command
            .body
            .contains("<title>North Korean soldiers for Russia: Denials")
    );
    assert_eq!(at("/id/ask?question=/trops").status, 404);
}

#[test]
fn where_there_is_nothing_there_is_a_way_on() {
    for target in [
        "/en/claim/nis-1500-to-vladivostock",
        "/en/source/nothing",
        "/en/speaker/nobody",
        "/en/trops",
        "/en/troops/views",
        "/no/such/page/at/all",
        "/en/troops?as_of=soon",
        "/sitemap.xml",
        "/404",
    ] {
        let page = at(target);
        assert_eq!(page.status, 404, "{target}");
        assert!(
            page.body.contains("type=\"search\"") && page.body.contains("en/troops\""),
            "{target}"
        );
        assert!(
            page.body.contains("noindex") && !page.body.contains("og:title"),
            "{target}"
        );
    }
    let near = at("/en/claim/nis-1500-to-vladivostock");
    assert!(near.body.contains("No statement has the id"));
}

#[test]
fn the_root_chooses_no_language_for_anybody() {
    let root = at("/");
    assert!(root.body.contains("<html lang=\"en\">"));
    for (lang, link) in [("en", "en/"), ("id", "id/"), ("x-default", "./")] {
        let expected = format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{link}\">");
        assert!(root.body.contains(&expected), "{lang}");
    }
}

#[test]
fn links_are_right_wherever_a_page_was_asked_for() {
    for (target, style) in [
        ("/en", "style.css"),
        ("/en/", "../style.css"),
        ("/en/claim/nis-1500-to-vladivostok", "../../style.css"),
        ("/en/a/b/c/", "../../../../style.css"),
        ("/troops", "style.css"),
    ] {
        assert!(
            values(&at(target).body, "href").contains(&style.to_owned()),
            "{target}"
        );
    }
}

#[test]
fn a_picture_is_named_only_where_it_is_known_where() {
    let with = |public_url| Options {
        public_url,
        pictures: true,
        ..Options::default()
    };
    let body = |path, public_url| page(&FACTS, path, with(public_url)).unwrap().body;
    let base = Some("https://example.org");
    for (path, picture) in [
        ("/id/pact", "/id/pact.png"),
        ("/id/pact/claims", "/id/pact.png"),
        ("/en/troops/figures", "/en/troops/figures.png"),
        (
            "/en/troops?as_of=2024-10-18",
            "/en/troops.png?as_of=2024-10-18",
        ),
        (
            "/en/claim/nis-1500-to-vladivostok",
            "/en/claim/nis-1500-to-vladivostok.png",
        ),
    ] {
        let known = body(path, base);
        let og = format!("<meta property=\"og:image\" content=\"https://example.org{picture}\">");
        assert!(
            known.contains(&og) && known.contains("summary_large_image"),
            "{path}"
        );
        let card = picture_at(&FACTS, picture, with(base)).unwrap();
        let alt = values(&known, "content").contains(&card.alt.replace('"', "&quot;"));
        assert!(alt || card.alt.contains(['<', '&']), "{path}: {}", card.alt);
        assert!(!body(path, None).contains("og:image"), "{path}");
    }
    assert!(!body("/en/speaker/kremlin", base).contains("og:image"));
    for none in [
        "/en/speaker/kremlin.png",
        "/en/claim/gone.png",
        "/en/troops",
        "/x.png",
        "/.png",
    ] {
        assert_eq!(picture_at(&FACTS, none, with(base)), None, "{none}");
    }
}

#[test]
fn a_path_of_another_kind_is_no_page() {
    assert_eq!(page(&FACTS, "", Options::default()), None);
    assert_eq!(page(&FACTS, "*", Options::default()), None);
    assert_eq!(
        page(&FACTS, "https://example.org/", Options::default()),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn every_path_has_some_page(rest in "\\PC{0,40}", lang in "(en/|id/|)") {
            let page = page(&FACTS, &format!("/{lang}{rest}"), Options::default());
        prop_assert!(page.is_some_and(|page| [200, 404].contains(&page.status)));
    }
}
