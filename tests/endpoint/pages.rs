//! The public pages over HTTP: status, headers, caching.

use super::fake_discord::FakeDiscord;
use super::{start, start_with};

#[test]
fn every_fact_has_its_page() {
    let discord = FakeDiscord::start();
    let (_program, caller) = start(&discord);
    for (path, holds) in [
        ("/en/bridge", "<html lang=\"en\">"),
        ("/id/bridge?as_of=2024-05-31", "<html lang=\"id\">"),
        ("/style.css", "prefers-color-scheme"),
        ("/en/feed.xml", "<feed"),
        ("/robots.txt", "User-agent"),
    ] {
        let page = caller.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text().contains(holds), "{path}");
        let policy = page.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert_eq!(page.header("set-cookie"), None, "{path}");
    }
    let lost = caller.get("/en/no-such-thing");
    assert_eq!(lost.status, 404);
    assert!(lost.text().contains("type=\"search\""), "no way on");
    let head = caller.call("HEAD", "/en/bridge", "", b"");
    assert_eq!((head.status, head.text().as_str()), (200, ""));
    let length = caller.get("/en/bridge").body.len().to_string();
    assert_eq!(head.header("content-length"), Some(length.as_str()));
    let long = format!("/en/search?query={}", "x".repeat(9_000));
    assert_eq!(caller.get(&long).status, 414);
    assert_eq!(caller.call("POST", "/en/bridge", "", b"x").status, 405);
}

#[test]
fn a_page_has_a_picture() {
    let discord = FakeDiscord::start();
    let (_program, caller) = start(&discord);
    for path in ["/en/bridge.png", "/id/bridge.png?as_of=2024-05-31"] {
        let picture = caller.get(path);
        assert_eq!(picture.header("content-type"), Some("image/png"), "{path}");
        assert!(picture.body.starts_with(b"\x89PNG"), "{path}");
        assert_eq!(caller.get(path).body, picture.body, "{path}");
    }
    assert_eq!(caller.get("/en/gone.png").status, 404);
}

#[test]
fn a_page_is_sent_once_to_who_keeps_it() {
    let discord = FakeDiscord::start();
    let (_program, caller) = start(&discord);
    let page = caller.get("/en/bridge");
    let tag = page.header("etag").unwrap();
    let known = format!("If-None-Match: W/\"old\", {tag}\r\n");
    let again = caller.call("GET", "/en/bridge", &known, b"");
    assert_eq!((again.status, again.text().as_str()), (304, ""));
    assert_eq!(again.header("etag"), Some(tag));
    let weak = format!("If-None-Match: W/{tag}\r\n");
    assert_eq!(caller.call("GET", "/en/bridge", &weak, b"").status, 304);
    let other = caller.call("GET", "/id/bridge", &known, b"");
    assert_eq!(other.status, 200);
}

#[test]
fn pages_name_their_address_where_a_deployment_has_one() {
    let discord = FakeDiscord::start();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let settings = folder.join("public.toml");
    std::fs::write(&settings, "public_url = \"https://example.org/facts/\"\n").unwrap();
    let arguments = [
        "--config",
        settings.to_str().unwrap(),
        "--facts",
        super::program::FACTS,
    ];
    let (_program, caller) = start_with(&discord, &arguments, &[]);
    let page = caller.get("/en/bridge").text();
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/facts/en/bridge\"";
    assert!(page.contains(canonical), "{page}");
}
