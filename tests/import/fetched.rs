//! `sumber import --from`: a page got from a server, along redirects on its host, and only from there.

use crate::pages::{FULL, REST};
use crate::program::{folder, run};
use crate::served::{self, Server};

#[test]
fn a_page_is_got_by_the_program() {
    let server = Server::start(|path| match path {
        "/clock" => served::html(FULL),
        "/moved" => served::moved("http://example.org/clock"),
        "/elsewhere" => served::moved("http://example.com/clock"),
        "/private" => served::moved("http://127.0.0.1/secret"),
        "/picture" => served::answer("200 OK", "image/png", b"\x89PNG"),
        "/huge" => served::html(&format!("{REST}{}", "<p>long</p>".repeat(300_000))),
        "/bare" => served::html("<title>Ina's clock</title>"),
        _ => served::answer("404 Not Found", "text/html", b"nothing"),
    });
    let around = folder("pages");
    let facts = around.join("my-facts").display().to_string();
    let begin = [
        "new",
        &facts,
        "--title",
        "The clock",
        "--topic",
        "clock",
        "--language",
        "en",
        "--language",
        "id",
    ];
    run(&begin, 0);
    let local = server.address.to_string();
    let from = |path: &str, code: i32| {
        let address = format!("http://example.org{path}");
        run(
            &[
                "import", "--from", &address, "--into", &facts, "--local", &local,
            ],
            code,
        )
    };
    let said = from("/moved", 0);
    assert!(
        said.contains("http://example.org/clock: 1 source written"),
        "{said}"
    );
    assert!(from("/clock", 0).contains("nothing written · there already: 1"));
    assert!(from("/huge", 0).contains("longer than what is read"));
    for (path, why) in [
        (
            "/elsewhere",
            "leads to another host, which was not asked; if you mean that, name http://example.com/clock",
        ),
        ("/private", "leads to this machine or a private network"),
        ("/picture", "it is image/png"),
        ("/nothing", "it answers with 404"),
    ] {
        let said = from(path, 1);
        assert!(
            said.contains(why) && said.contains("nothing written"),
            "{said}"
        );
    }
    let bare = from("/bare", 1);
    assert!(
        bare.contains("the page does not say its publisher"),
        "{bare}"
    );
    let command = "sumber add source --into";
    let known = "type=webpage title='Ina'\\''s clock'";
    assert!(bare.contains(command) && bare.contains(known), "{bare}");
    let asked = server.asked();
    assert!(
        asked.iter().all(|one| one.contains(" example.org/")),
        "{asked:?}"
    );
    assert!(
        run(
            &["import", "--from", "ftp://example.org", "--into", &facts],
            2
        )
        .contains("is no address")
    );
}
