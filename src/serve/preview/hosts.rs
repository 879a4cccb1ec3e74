//! Which requests the preview answers: those for a name of this machine, from its own page.

use std::net::{IpAddr, SocketAddr};

use axum::http::header::{CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method};

/// The host names under which the preview answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hosts {
    /// The host name in the address from the settings.
    named: Option<String>,
    /// Whether other machines can reach it; then any IP address is allowed.
    exposed: bool,
}

impl Hosts {
    /// The names for a bound address, which the settings gave as `named`.
    pub(super) fn new(address: SocketAddr, named: Option<&str>) -> Self {
        let name = named.and_then(|named| named.trim().rsplit_once(':'));
        Self {
            named: name.map(|(name, _)| name.to_lowercase()),
            exposed: !address.ip().is_loopback(),
        }
    }

    /// Whether a `Host` header names this machine. An IP address cannot be rebound by another site.
    pub(super) fn is_allowed_host(&self, host: &str) -> bool {
        let authority = host.parse::<Authority>().ok();
        let Some(authority) = authority.filter(|_| !host.contains('@')) else {
            return false;
        };
        let name = authority.host().to_lowercase();
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        if let Ok(number) = bare.parse::<IpAddr>() {
            return self.exposed || number.is_loopback();
        }
        name == "localhost"
            || name.ends_with(".localhost")
            || self.named.as_deref() == Some(name.as_str())
    }

    /// Whether a request may be answered.
    pub(super) fn is_allowed(&self, method: &Method, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(host) = text(HOST).filter(|host| self.is_allowed_host(host)) else {
            return false;
        };
        let from_here = match headers.get(ORIGIN) {
            None => true,
            Some(origin) => origin
                .to_str()
                .is_ok_and(|origin| origin.eq_ignore_ascii_case(&format!("http://{host}"))),
        };
        let fetched = text(HeaderName::from_static("sec-fetch-site"));
        let asked_here = fetched.is_none_or(|site| matches!(site, "same-origin" | "none"));
        // A form cannot send JSON.
        let json = text(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("application/json"));
        match *method {
            Method::GET | Method::HEAD => true,
            _ => from_here && asked_here && json,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(address: &str, named: Option<&str>) -> Hosts {
        Hosts::new(address.parse().unwrap(), named)
    }

    #[test]
    fn only_names_of_this_machine_are_taken() {
        let here = hosts("127.0.0.1:8080", None);
        for host in [
            "127.0.0.1:8080",
            "localhost:9",
            "LOCALHOST",
            "a.localhost",
            "[::1]:8080",
        ] {
            assert!(here.is_allowed_host(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "localhost.example.org",
            "localhost@example.org",
            "example.org@localhost",
            "192.0.2.1:8080",
            "127.0.0.1.example.org",
        ] {
            assert!(!here.is_allowed_host(host), "{host}");
        }
        let exposed = hosts("0.0.0.0:80", Some("0.0.0.0:80"));
        assert!(exposed.is_allowed_host("192.0.2.1") && !exposed.is_allowed_host("example.org"));
        let named = hosts("127.0.1.1:80", Some("desk.example:80"));
        assert!(named.is_allowed_host("desk.example") && !named.is_allowed_host("other.example"));
    }

    #[test]
    fn a_post_comes_from_the_page_itself() {
        let here = hosts("127.0.0.1:8080", None);
        let check = |origin: Option<&str>, site: Option<&str>, kind: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, "127.0.0.1:8080".parse().unwrap());
            headers.insert(CONTENT_TYPE, kind.parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(ORIGIN, origin.parse().unwrap());
            }
            if let Some(site) = site {
                headers.insert("sec-fetch-site", site.parse().unwrap());
            }
            here.is_allowed(&Method::POST, &headers)
        };
        let (page, json) = ("http://127.0.0.1:8080", "application/json");
        assert!(check(Some(page), Some("same-origin"), json));
        assert!(check(None, None, json));
        assert!(!check(Some("http://example.org"), None, json));
        assert!(!check(Some("http://127.0.0.1:9999"), None, json));
        assert!(!check(Some("null"), None, json));
        assert!(!check(None, Some("cross-site"), json));
        assert!(!check(Some(page), None, "text/plain"));
    }
}
