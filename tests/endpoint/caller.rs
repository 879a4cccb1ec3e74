//! An HTTP client that writes requests byte by byte and can sign them as Discord does.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer, SigningKey};
use serde_json::Value;

use crate::program::PATIENCE;

/// The seed of the application's key pair.
const SEED: [u8; 32] = [23; 32];

/// The application's public key, as the portal shows it.
pub fn public_key() -> String {
    hex(SigningKey::from_bytes(&SEED).verifying_key().as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A response.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Response {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1);
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// Reads a response up to the end of the connection.
    pub fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        // The connection may be reset after the response.
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no response: {}", String::from_utf8_lossy(&bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let body = bytes[end + 4..].to_vec();
        Self { status, head, body }
    }
}

#[derive(Clone, Copy)]
pub struct Caller {
    pub address: SocketAddr,
}

impl Caller {
    pub fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// A connection to the program, with a time limit for reads.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        let patience = Some(PATIENCE);
        stream.set_read_timeout(patience).unwrap();
        stream
    }

    /// Sends a request and reads what comes back.
    pub fn call(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Response {
        let mut stream = self.connect();
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        Response::read(stream)
    }

    pub fn get(&self, path: &str) -> Response {
        self.call("GET", path, "", b"")
    }

    /// Posts to the interactions route with these headers.
    pub fn post(&self, headers: &str, body: &[u8]) -> Response {
        self.call("POST", "/interactions", headers, body)
    }

    /// Posts a body that is signed now.
    pub fn post_signed(&self, body: &[u8]) -> Response {
        self.post(&signed(0, body), body)
    }

    /// Posts an interaction as Discord does.
    pub fn interact(&self, payload: &Value) -> Response {
        self.post_signed(&serde_json::to_vec(payload).unwrap())
    }

    /// A number in the metrics.
    pub fn metric(&self, line: &str) -> f64 {
        let metrics = self.get("/metrics").text();
        let found = metrics.lines().find_map(|one| one.strip_prefix(line));
        let found = found.unwrap_or_else(|| panic!("no {line} in:\n{metrics}"));
        found.trim().parse().unwrap()
    }
}

/// The headers for a body that is signed `seconds` from now.
pub fn signed(seconds: i64, body: &[u8]) -> String {
    signed_by(SEED, seconds, body)
}

/// The same with another pair of keys.
pub fn signed_by(seed: [u8; 32], seconds: i64, body: &[u8]) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let time = (i64::try_from(now.as_secs()).unwrap() + seconds).to_string();
    let signature = SigningKey::from_bytes(&seed).sign(&[time.as_bytes(), body].concat());
    headers(&hex(&signature.to_bytes()), &time)
}

pub fn headers(signature: &str, time: &str) -> String {
    format!(
        "Content-Type: application/json\r\nX-Signature-Ed25519: {signature}\r\nX-Signature-Timestamp: {time}\r\n"
    )
}

/// The same payload by somebody else, because one person may not ask so much at once.
pub fn by_another(payload: &Value, number: usize) -> Value {
    let user = ["/member/user/id", "/user/id"].map(|place| payload.pointer(place));
    let Some(id) = user.into_iter().flatten().find_map(Value::as_str) else {
        return payload.clone();
    };
    let other = format!("{}", 700_000_000_000_000_000 + number);
    serde_json::from_str(&payload.to_string().replace(id, &other)).unwrap()
}
