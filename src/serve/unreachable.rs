//! Why no connection to Discord could be made: a class that is safe to log, without addresses.

use std::error::Error;
use std::io::{self, ErrorKind};

/// Why no connection could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreachable {
    /// The name of the host has no address.
    #[error("its name cannot be looked up (DNS)")]
    Dns,
    /// Nothing listens there, or something on the way says no.
    #[error("the connection was refused")]
    Refused,
    /// It was closed while it was made.
    #[error("the connection was broken off")]
    Broken,
    /// There is no way to the host.
    #[error("there is no route to it")]
    NoRoute,
    /// Nothing answered.
    #[error("connecting took too long")]
    TimedOut,
    /// No safe connection could be agreed on, such as with a wrong certificate or clock.
    #[error("TLS failed; is the clock right, and does something read along?")]
    Tls,
    /// The proxy did not connect.
    #[error("the proxy did not connect")]
    Proxy,
    /// Anything else.
    #[error("the system does not say why")]
    Unknown,
}

impl Unreachable {
    /// The class of an error while connecting.
    pub(super) fn of(error: &reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::TimedOut;
        }
        let mut cause: Option<&(dyn Error + 'static)> = error.source();
        while let Some(error) = cause {
            if let Some(class) = class(error) {
                return class;
            }
            cause = inner(error);
        }
        Self::Unknown
    }
}

/// What one error of a chain says. A name that is not found and a proxy that fails have no type that we could name;
/// a test holds their words.
fn class(error: &(dyn Error + 'static)) -> Option<Unreachable> {
    let words = error.to_string();
    if words.starts_with("tunnel error") {
        return Some(Unreachable::Proxy);
    }
    if words.starts_with("dns error") {
        return Some(Unreachable::Dns);
    }
    match error.downcast_ref::<io::Error>()?.kind() {
        ErrorKind::ConnectionRefused => Some(Unreachable::Refused),
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
            Some(Unreachable::Broken)
        }
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => Some(Unreachable::NoRoute),
        ErrorKind::TimedOut => Some(Unreachable::TimedOut),
        // Until a request is sent, only TLS reads anything.
        ErrorKind::InvalidData => Some(Unreachable::Tls),
        _ => None,
    }
}

/// The next error of a chain; an [`io::Error`] leaves out the one that it wraps.
fn inner<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let wrapped = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref);
    match wrapped {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Shutdown, TcpListener};

    use reqwest::{Client, ClientBuilder, Proxy};

    use super::*;

    /// An address on this machine where somebody listens once, says this, and hangs up.
    fn server(says: &'static [u8]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4_096]);
            let _ = stream.write_all(says);
            let _ = stream.shutdown(Shutdown::Write);
            let _ = stream.read_to_end(&mut Vec::new());
        });
        address
    }

    async fn failing(client: ClientBuilder, address: &str) -> Unreachable {
        let error = client.build().unwrap().get(address).send().await;
        let error = error.unwrap_err();
        assert!(error.is_connect(), "{error:?}");
        Unreachable::of(&error)
    }

    #[tokio::test]
    async fn each_failure_has_its_class() {
        let direct = || Client::builder().no_proxy();
        let closed = TcpListener::bind("127.0.0.1:0").unwrap();
        let nobody = closed.local_addr().unwrap();
        drop(closed);
        let refused = failing(direct(), &format!("http://{nobody}")).await;
        assert_eq!(refused, Unreachable::Refused);
        // A label has at most 63 letters, so that nobody is asked for this name.
        let nameless = format!("http://{}.invalid/", "a".repeat(64));
        assert_eq!(failing(direct(), &nameless).await, Unreachable::Dns);
        let plain = format!("https://{}", server(b"HTTP/1.1 200 OK\r\n\r\n"));
        assert_eq!(failing(direct(), &plain).await, Unreachable::Tls);
        let silent = format!("https://{}", server(b""));
        assert_eq!(failing(direct(), &silent).await, Unreachable::Broken);
        let proxied = |answer| {
            let proxy = format!("http://{}", server(answer));
            Client::builder().proxy(Proxy::all(proxy).unwrap())
        };
        for answer in [
            b"HTTP/1.1 407 Who are you\r\n\r\n".as_slice(),
            b"HTTP/1.1 502 No\r\n\r\n",
            b"",
        ] {
            let failed = failing(proxied(answer), "https://discord.invalid").await;
            assert_eq!(failed, Unreachable::Proxy);
        }
    }

    #[test]
    fn a_class_has_no_address() {
        let all = [Unreachable::Dns, Unreachable::Proxy, Unreachable::Unknown];
        assert!(all.iter().all(|one| !one.to_string().contains("://")));
    }
}
