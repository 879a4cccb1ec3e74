//! A server on this machine that stands for every host, and writes down what it was asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// The first lines of an answer, and its body.
pub(crate) type Answer = (String, Vec<u8>);

pub(crate) fn answer(status: &str, media_type: &str, body: &[u8]) -> Answer {
    (
        format!("{status}\r\nContent-Type: {media_type}"),
        body.to_vec(),
    )
}

pub(crate) fn html(text: &str) -> Answer {
    answer("200 OK", "text/html; charset=utf-8", text.as_bytes())
}

pub(crate) fn moved(to: &str) -> Answer {
    (format!("301 Moved\r\nLocation: {to}"), Vec::new())
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts to answer each path.
    pub(crate) fn start(answers: fn(&str) -> Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let log = Arc::clone(&log);
                thread::spawn(move || reply(stream, answers, &log));
            }
        });
        Self { address, asked }
    }

    /// Method, host and path of each request, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn reply(
    mut stream: TcpStream,
    answers: fn(&str) -> Answer,
    log: &Mutex<Vec<String>>,
) -> Option<()> {
    let lines = BufReader::new(stream.try_clone().ok()?).lines();
    let lines: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let mut words = lines.first()?.split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let host = lines.iter().find_map(|line| {
        line.to_lowercase()
            .strip_prefix("host: ")
            .map(str::to_owned)
    });
    log.lock()
        .unwrap()
        .push(format!("{method} {}{path}", host.unwrap_or_default()));
    let (head, body) = answers(path);
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    )
    .ok()?;
    if method == "GET" {
        stream.write_all(&body).ok()?;
    }
    Some(())
}
