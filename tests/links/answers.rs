//! What the server answers for every host of the fact file.

use std::thread;
use std::time::Duration;

use crate::web::{Answer, Request, answer, moved};

const PAGE: &str = "<title>The clock runs again | Gazette</title><p>“Our &ldquo;clock&rdquo; <b>runs</b>, and it\n\
                    runs on time”, said the mayor.</p>";

/// The answer to each path; none where the server stalls.
pub(crate) fn answered(request: &Request) -> Option<Answer> {
    let of = |status: &str, text: &[u8]| answer(status, "text/html", text);
    let page = |text: &str| of("200 OK", text.as_bytes());
    Some(match request.path.as_str() {
        "/there" | "/other" | "/new" | "/web/other" | "/retitled-not" => page(PAGE),
        "/head-refused" if request.method == "HEAD" => of("405 No", b""),
        "/head-refused" | "/marked" => page(PAGE),
        "/moved" => moved("http://example.com/new"),
        "/for-now" => of("302 Found\r\nLocation: /there", b""),
        "/elsewhere" => moved("http://elsewhere.example.org/there"),
        "/loopback" => moved(&format!("http://{}/secret", request.server)),
        "/link-local" => moved("http://169.254.1.1/latest/meta-data/"),
        "/front" => moved("/"),
        "/changed" => page("<title>The clock runs again</title><p>It does not.</p>"),
        "/retitled" => page("<title>The clock stands still</title>"),
        "/cut" => page(&"<p>long</p>".repeat(300_000)),
        "/latin" => of("200 OK", b"<title>The clock runs again</title>caf\xe9"),
        "/stall" => {
            thread::sleep(Duration::from_secs(5));
            return None;
        }
        _ => of("404 Not Found", b"<p>nothing</p>"),
    })
}
