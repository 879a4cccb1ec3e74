//! `sumber import --from`: a page got from a server, along redirects on its host, and only from there.

use crate::pages::{FULL, REST};
use crate::program::{folder, run};
use crate::web::{Answer, Request, Server, answer, moved};

fn answered(request: &Request) -> Option<Answer> {
    let page = |text: &str| answer("200 OK", "text/html; charset=utf-8", text.as_bytes());
    Some(match request.path.as_str() {
        "/clock" => page(FULL),
        "/moved" => moved("http://example.org/clock"),
        "/elsewhere" => moved("http://example.com/clock"),
        "/private" => moved(&format!("http://{}/secret", request.server)),
        "/picture" => answer("200 OK", "image/png", b"\x89PNG"),
        "/huge" => page(&format!("{REST}{}", "<p>long</p>".repeat(300_000))),
        "/bare" => page("<title>Ina's clock</title>"),
        _ => answer("404 Not Found", "text/html", b"nothing"),
    })
}

/// A new dossier and the server.
struct Got {
    facts: String,
    server: Server,
}

impl Got {
    fn new(name: &str) -> Self {
        let facts = folder(name).join("my-facts").display().to_string();
        let begin = ["new", &facts, "--title", "The clock", "--topic", "clock"];
        run(
            &[&begin[..], &["--language", "en", "--language", "id"]].concat(),
            0,
        );
        Self {
            facts,
            server: Server::start(answered),
        }
    }

    /// What is said when the page at a path is imported.
    fn from(&self, path: &str, code: i32) -> String {
        let address = format!("http://example.org{path}");
        let local = self.server.address.to_string();
        let from = [
            "import",
            "--from",
            &address,
            "--into",
            &self.facts,
            "--local",
            &local,
        ];
        run(&from, code)
    }
}

#[test]
fn a_page_becomes_a_source_once_by_the_address_at_which_it_is() {
    let got = Got::new("got");
    let said = got.from("/moved", 0);
    let written = "http://example.org/clock: 1 source written";
    assert!(said.contains(written), "{said}");
    let again = got.from("/clock", 0);
    assert!(
        again.contains("nothing written · there already: 1"),
        "{again}"
    );
    assert!(got.from("/huge", 0).contains("longer than what is read"));
    let asked = got.server.asked();
    let own = asked.iter().all(|one| one.contains(" example.org/"));
    assert!(own, "{asked:?}");
}

#[test]
fn what_is_no_page_of_this_host_is_told_and_left() {
    let got = Got::new("left");
    for (path, why) in [
        (
            "/elsewhere",
            "another host, which was not asked; if you mean that, name http://example.com/clock",
        ),
        ("/private", "leads to this machine or a private network"),
        ("/picture", "it is image/png"),
        ("/nothing", "it answers with 404"),
    ] {
        let said = got.from(path, 1);
        assert!(
            said.contains(why) && said.contains("nothing written"),
            "{said}"
        );
    }
    let other = [
        "import",
        "--from",
        "ftp://example.org",
        "--into",
        &got.facts,
    ];
    assert!(run(&other, 2).contains("is no address"));
    let asked = got.server.asked();
    assert!(
        asked.iter().all(|one| one.contains(" example.org/")),
        "{asked:?}"
    );
}

#[test]
fn what_a_page_says_is_offered_for_the_rest_to_be_added() {
    let said = Got::new("bare").from("/bare", 1);
    assert!(
        said.contains("the page does not say its publisher"),
        "{said}"
    );
    let known = "type=webpage title='Ina'\\''s clock'";
    assert!(
        said.contains("sumber add source --into") && said.contains(known),
        "{said}"
    );
}
