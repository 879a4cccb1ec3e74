//! Which requests are allowed: those of the page itself, under a name of this machine.

use crate::fake_discord::FakeDiscord;
use crate::{caller::Caller, start};

/// The other routes, which also answer this machine only.
const BESIDE: [&str; 3] = ["/en/bridge", "/healthz", "/metrics"];

const ROUTES: [&str; 8] = [
    "/",
    "/preview/main.js",
    "/preview/base.css",
    "/preview/commands",
    "/preview/words",
    "/preview/problems",
    "/preview/form/offers/en",
    "/preview/form/record/claim/bridge-ready",
];

#[test]
fn another_name_for_this_machine_is_refused() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    let port = asker.address.port();
    for path in ROUTES.into_iter().chain(BESIDE) {
        for host in [
            "example.org",
            "example.org:80",
            "192.0.2.1",
            "localhost.example.org",
            "",
        ] {
            let response = asker.call("GET", path, &[("Host", host)], "");
            assert_eq!(response.status, 403, "{path} {host}");
            assert!(response.body.is_empty());
        }
        assert_eq!(asker.call("GET", path, &[], "").status, 403, "{path}");
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            let host = format!("{host}:{port}");
            assert_eq!(
                asker.call("GET", path, &[("Host", &host)], "").status,
                200,
                "{path} {host}"
            );
        }
    }
    let caller = Caller::new(asker.address);
    assert_eq!(
        caller.metric(r#"sumber_refused_requests_total{reason="site"}"#),
        66.0
    );
}

#[test]
fn another_site_cannot_post() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    let host = asker.address.to_string();
    let page = format!("http://{host}");
    let body = r#"{"type":1}"#;
    let post = |more: &[(&str, &str)]| {
        let headers = [&[("Host", host.as_str())], more].concat();
        asker
            .call("POST", "/preview/interactions", &headers, body)
            .status
    };
    let json = ("Content-Type", "application/json");
    assert_eq!(post(&[json, ("Origin", &page)]), 200);
    assert_eq!(post(&[json]), 200, "no browser, so no site");
    for origin in [
        "http://example.org",
        "null",
        "https://127.0.0.1",
        "http://localhost:1",
    ] {
        assert_eq!(post(&[json, ("Origin", origin)]), 403, "{origin}");
    }
    assert_eq!(post(&[json, ("Sec-Fetch-Site", "cross-site")]), 403);
    assert_eq!(post(&[json, ("Sec-Fetch-Site", "same-site")]), 403);
    assert_eq!(post(&[("Origin", &page)]), 403);
    for kind in ["text/plain", "application/x-www-form-urlencoded"] {
        assert_eq!(post(&[("Content-Type", kind), ("Origin", &page)]), 403);
    }
}

#[test]
fn every_response_says_that_nothing_comes_from_elsewhere() {
    let discord = FakeDiscord::start();
    let (_preview, asker) = start(&discord);
    for path in ROUTES {
        let head = asker.get(path).head.to_lowercase();
        for line in [
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cache-control: no-store",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(head.contains(line), "{path}: {head}");
        }
        for none in ["unsafe", "set-cookie", "access-control"] {
            assert!(!head.contains(none), "{path}: {head}");
        }
    }
}
