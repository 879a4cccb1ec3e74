//! A server on this machine that stands for every host, and writes down what it was asked.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What it is asked.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    host: String,
    /// Where the server itself is.
    pub(crate) server: SocketAddr,
}

/// The first lines of an answer, and its body.
pub(crate) type Answer = (String, Vec<u8>);

pub(crate) fn answer(status: &str, media_type: &str, body: &[u8]) -> Answer {
    (
        format!("{status}\r\nContent-Type: {media_type}"),
        body.to_vec(),
    )
}

pub(crate) fn moved(to: &str) -> Answer {
    (format!("301 Moved\r\nLocation: {to}"), Vec::new())
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts to answer. Where `answers` gives nothing, the connection ends without an answer.
    pub(crate) fn start(answers: fn(&Request) -> Option<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                thread::spawn(move || {
                    let request = read(&stream, address)?;
                    let Request {
                        method, path, host, ..
                    } = &request;
                    log.lock().unwrap().push(format!("{method} {host}{path}"));
                    let answer = answers(&request)?;
                    write(stream, method, &answer)
                });
            }
        });
        Self { address, asked }
    }

    /// Method, host and path of each request, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// A request, which says that it comes from this program.
fn read(stream: &TcpStream, server: SocketAddr) -> Option<Request> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let headers: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let header = |name: &str| {
        let mut found = headers.iter().filter_map(|line| line.split_once(": "));
        let found = found.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value).to_owned()
    };
    assert!(header("user-agent").starts_with("sumber/"), "{headers:?}");
    let mut words = first.split(' ').map(str::to_owned);
    Some(Request {
        method: words.next()?,
        path: words.next()?,
        host: header("host"),
        server,
    })
}

fn write(mut stream: TcpStream, method: &str, (head, body): &Answer) -> Option<()> {
    let length = body.len();
    let end = format!("Connection: close\r\nContent-Length: {length}");
    write!(stream, "HTTP/1.1 {head}\r\n{end}\r\n\r\n").ok()?;
    if method == "GET" {
        stream.write_all(body).ok()?;
    }
    Some(())
}
