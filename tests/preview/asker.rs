//! An HTTP client for the preview that acts as its page or as another client.

use std::io::Write;
use std::net::{SocketAddr, TcpStream};

use serde_json::{Value, json};

use crate::caller::Response;
use crate::program::PATIENCE;

#[derive(Clone, Copy)]
pub struct Asker {
    pub address: SocketAddr,
}

impl Asker {
    pub fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Sends a request with only these headers and reads the response.
    pub fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Response {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let patience = Some(PATIENCE);
        stream.set_read_timeout(patience).unwrap();
        let headers: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        Response::read(stream)
    }

    pub fn get(&self, path: &str) -> Response {
        self.call("GET", path, &[("Host", &self.address.to_string())], "")
    }

    /// Posts an interaction as the page does.
    pub fn post(&self, body: &str) -> Response {
        self.post_to("/preview/interactions", &[], body)
    }

    /// Posts as the page does, with more headers.
    pub fn post_to(&self, path: &str, more: &[(&str, &str)], body: &str) -> Response {
        let host = self.address.to_string();
        let page = format!("http://{host}");
        let headers = [
            ("Host", host.as_str()),
            ("Origin", &page),
            ("Sec-Fetch-Site", "same-origin"),
            ("Content-Type", "application/json"),
        ];
        self.call("POST", path, &[&headers, more].concat(), body)
    }

    /// Sends an interaction; returns the callback and what follows it.
    pub fn interact(&self, payload: &Value) -> Value {
        let response = self.post(&payload.to_string());
        assert_eq!(response.status, 200, "{response:?}");
        response.json()
    }
}

/// A press on a button of message 77, by person 53.
pub fn press(custom_id: &str, flags: u64) -> Value {
    json!({
        "id": "1", "application_id": "2", "token": "t", "type": 3, "locale": "en-GB", "channel_id": "8", "guild_id": "7",
        "context": 0, "authorizing_integration_owners": {"0": "7"},
        "member": {"user": {"id": "53"}, "permissions": "0"},
        "data": {"component_type": 2, "custom_id": custom_id},
        "message": {"id": "77", "flags": flags},
    })
}
