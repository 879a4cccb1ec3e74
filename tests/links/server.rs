//! A server that answers for every host of the fact file, and writes down what it was asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

const PAGE: &str = "<title>The clock runs again | Gazette</title><p>“Our &ldquo;clock&rdquo; <b>runs</b>, and it\n\
                    runs on time”, said the mayor.</p>";

/// A server on this machine.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                thread::spawn(move || answer(stream, address, &log));
            }
        });
        Self { address, asked }
    }

    /// What it was asked: method, host and path of each request, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, address: SocketAddr, log: &Mutex<Vec<String>>) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let request = lines.next()?.ok()?;
    let headers: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let header = |name: &str| {
        let mut found = headers.iter().filter_map(|line| line.split_once(": "));
        let found = found.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value).to_owned()
    };
    let mut words = request.split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let asked = format!("{method} {}{path}", header("host"));
    log.lock().unwrap().push(asked);
    assert!(header("user-agent").starts_with("sumber/"), "{headers:?}");
    let moved = |to: &str| (format!("301 Moved\r\nLocation: {to}"), String::new());
    let page = |text: &str| ("200 OK".to_owned(), text.to_owned());
    let (mut head, body) = match path {
        "/there" | "/other" | "/new" | "/web/other" | "/retitled-not" => page(PAGE),
        "/head-refused" if method == "HEAD" => ("405 No".to_owned(), String::new()),
        "/head-refused" | "/marked" => page(PAGE),
        "/moved" => moved("http://example.com/new"),
        "/for-now" => ("302 Found\r\nLocation: /there".to_owned(), String::new()),
        "/elsewhere" => moved("http://elsewhere.example.org/there"),
        "/loopback" => moved(&format!("http://{address}/secret")),
        "/link-local" => moved("http://169.254.1.1/latest/meta-data/"),
        "/front" => moved("/"),
        "/changed" => page("<title>The clock runs again</title><p>It does not.</p>"),
        "/retitled" => page("<title>The clock stands still</title>"),
        "/cut" => page(&"<p>long</p>".repeat(300_000)),
        "/latin" => page(""),
        "/stall" => {
            thread::sleep(Duration::from_secs(5));
            return None;
        }
        _ => ("404 Not Found".to_owned(), "<p>nothing</p>".to_owned()),
    };
    let body: &[u8] = match path {
        "/latin" => b"<title>The clock runs again</title>caf\xe9",
        _ => body.as_bytes(),
    };
    head.push_str("\r\nContent-Type: text/html\r\nConnection: close");
    write!(
        stream,
        "HTTP/1.1 {head}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )
    .ok()?;
    if method == "GET" {
        stream.write_all(body).ok()?;
    }
    Some(())
}
