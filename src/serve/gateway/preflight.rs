//! Why Discord cannot be reached, found by trying what a connection needs: name, TCP, TLS, an answer.
//!
//! serenity and the HTTP client tell this in words only, which may hold addresses and tokens, and a failed try costs
//! serenity its session. So after a failed try this one goes first.

use std::env;
use std::error::Error;
use std::io;
use std::time::Duration;

use reqwest::header::{CONNECTION, SEC_WEBSOCKET_VERSION, UPGRADE};
use reqwest::redirect::Policy;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use url::Url;

use crate::serve::failure::Failure;
use crate::serve::rest::Rest;

/// How long each step may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The variables that name a proxy for calls, as the HTTP client reads them.
const PROXIES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Why nothing can be reached at an address. It holds no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Obstacle {
    /// The address is not one of a network.
    #[error("its address cannot be read")]
    Address,
    /// The name has no address: the DNS does not answer, or does not know it.
    #[error("its name cannot be resolved; check the DNS of this machine")]
    Name,
    /// No TCP connection, with the system's reason.
    #[error("no connection: {0}")]
    Tcp(String),
    /// Nobody answered in time.
    #[error("no answer within {} s", PATIENCE.as_secs())]
    Silent,
    /// No TLS connection, with the library's reason, which may be the certificate or this machine's clock.
    #[error("no TLS connection: {0}")]
    Tls(String),
    /// An HTTP status that refuses a WebSocket.
    #[error("HTTP {0} in place of a WebSocket")]
    Status(u16),
}

impl Obstacle {
    /// Whether every other try must fail in the same way. What comes after TCP is for serenity to try: another server
    /// may answer a WebSocket and nothing else.
    pub(super) fn is_sure(&self) -> bool {
        matches!(self, Self::Name | Self::Tcp(_) | Self::Silent)
    }
}

/// Tries to reach the gateway at an address, up to an HTTP answer.
///
/// # Errors
///
/// What is in the way.
pub(super) async fn gateway(address: &str) -> Result<(), Obstacle> {
    let url = Url::parse(address).map_err(|_| Obstacle::Address)?;
    reach(&url).await?;
    let secure = url.scheme() == "wss";
    let scheme = if secure { "https" } else { "http" };
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .no_proxy();
    let client = client.timeout(PATIENCE).build();
    let client = client.map_err(|why| Obstacle::Tls(innermost(&why)))?;
    // Like a connection, but for the version of WebSockets, so that no server takes it for one.
    let request = client
        .get(format!("{scheme}:{rest}"))
        .header(CONNECTION, "Upgrade")
        .header(UPGRADE, "websocket")
        .header(SEC_WEBSOCKET_VERSION, "0");
    match request.send().await {
        Ok(response) => match response.status().as_u16() {
            status @ (403 | 429 | 500..) => Err(Obstacle::Status(status)),
            _ => Ok(()),
        },
        Err(why) if why.is_timeout() => Err(Obstacle::Silent),
        Err(why) if why.is_connect() && secure => Err(Obstacle::Tls(innermost(&why))),
        // It speaks, or closes, and may do better with a true WebSocket.
        Err(_) => Ok(()),
    }
}

/// Why a call had no answer, in words for the log: what is in the way to Discord's API, or to the proxy before it.
pub(super) async fn cause(rest: &Rest, failure: &Failure) -> Option<String> {
    if !matches!(failure, Failure::Unreachable(_) | Failure::NoAnswer) {
        return None;
    }
    let url = Url::parse(rest.address()).ok()?;
    match proxy().filter(|_| url.scheme() == "https") {
        None => reach(&url).await.err().map(|why| why.to_string()),
        Some(proxy) => {
            let reached = reach(&proxy).await;
            Some(match reached {
                Err(why) => format!("the proxy: {why}"),
                Ok(()) => "the proxy does not connect it".to_owned(),
            })
        }
    }
}

/// The proxy that calls go through, if the environment names one. The gateway is always connected to directly.
pub(super) fn proxy() -> Option<Url> {
    let named = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
    let proxy = PROXIES.iter().find_map(named)?;
    Url::parse(&proxy)
        .ok()
        .filter(Url::has_host)
        .or_else(|| Url::parse(&format!("http://{proxy}")).ok())
}

/// Resolves the name of an address and connects to it.
async fn reach(url: &Url) -> Result<(), Obstacle> {
    let host = url.host_str().ok_or(Obstacle::Address)?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let port = url.port_or_known_default().ok_or(Obstacle::Address)?;
    let found = timeout(PATIENCE, lookup_host((host, port))).await;
    let addresses: Vec<_> = match found {
        Ok(Ok(found)) => found.collect(),
        // The system's own errors, such as too many open files, have a number; those of the DNS do not.
        Ok(Err(why)) if why.raw_os_error().is_some() => return Err(Obstacle::Tcp(words(&why))),
        Ok(Err(_)) | Err(_) => return Err(Obstacle::Name),
    };
    match timeout(PATIENCE, TcpStream::connect(addresses.as_slice())).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(why)) => Err(Obstacle::Tcp(words(&why))),
        Err(_) => Err(Obstacle::Silent),
    }
}

/// The system's words for an error of its own, and otherwise only its kind.
fn words(why: &io::Error) -> String {
    match why.raw_os_error() {
        Some(number) => io::Error::from_raw_os_error(number).to_string(),
        None => why.kind().to_string(),
    }
}

/// The last reason of an error, which says nothing of the address.
fn innermost(error: &dyn Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use super::*;

    /// The address of a server that answers one connection with `answer`.
    fn server(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            for stream in listener.incoming().take(2) {
                let mut stream = stream.unwrap();
                // The first connection sends nothing.
                let read = stream.read(&mut [0; 1_024]).unwrap_or_default();
                if read > 0 {
                    let _ = stream.write_all(answer.as_bytes());
                }
            }
        });
        address.to_string()
    }

    #[tokio::test]
    async fn what_is_in_the_way_is_named() {
        let refused = gateway("ws://127.0.0.1:9").await.unwrap_err();
        assert!(refused.to_string().contains("refused") && refused.is_sure());
        assert!(!refused.to_string().contains("127.0.0.1"), "{refused}");
        let unknown = gateway("wss://gateway.invalid").await;
        assert_eq!(unknown, Err(Obstacle::Name));
        assert_eq!(gateway("nonsense").await, Err(Obstacle::Address));
        let plain = server("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n");
        let busy = gateway(&format!("ws://{plain}")).await;
        assert_eq!(busy, Err(Obstacle::Status(503)));
        assert!(!busy.unwrap_err().is_sure());
        let plain = server("HTTP/1.1 426 Upgrade Required\r\ncontent-length: 0\r\n\r\n");
        assert_eq!(gateway(&format!("ws://{plain}")).await, Ok(()));
        let plain = server("HTTP/1.1 400 Bad Request\r\n\r\n");
        let tls = gateway(&format!("wss://{plain}")).await;
        assert!(matches!(tls, Err(Obstacle::Tls(_))), "{tls:?}");
    }
}
