//! A websocket to the gateway: frames in and out, each with a time limit. It knows no meaning.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How long connecting may take.
const CONNECTING: Duration = Duration::from_secs(8);

/// How long one frame may take to go out.
const SENDING: Duration = Duration::from_secs(5);

/// How long the other side may take over its part of closing.
const CLOSING: Duration = Duration::from_millis(500);

pub(super) struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    Text(String),
    /// The other side closed, with a code if it gave one.
    Closed(Option<u16>),
}

/// The connection broke or could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

impl Socket {
    pub(super) async fn connect(address: &str) -> Result<Self, Broken> {
        match timeout(CONNECTING, connect_async(address)).await {
            Ok(Ok((socket, _))) => Ok(Self(socket)),
            Ok(Err(_)) | Err(_) => Err(Broken),
        }
    }

    /// The next frame that says something. May be dropped while waiting without losing any.
    pub(super) async fn next(&mut self) -> Frame {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return Frame::Text(text.as_str().to_owned()),
                Some(Ok(Message::Close(frame))) => {
                    return Frame::Closed(frame.map(|frame| frame.code.into()));
                }
                // Pings are answered below; binary frames come only to those who ask for them.
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Frame::Closed(None),
            }
        }
    }

    pub(super) async fn send(&mut self, message: &Value) -> Result<(), Broken> {
        let message = Message::text(message.to_string());
        match timeout(SENDING, self.0.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Broken),
        }
    }

    /// Closes with a code and waits a moment for the other side to agree.
    pub(super) async fn close(mut self, code: u16) {
        let frame = CloseFrame {
            code: code.into(),
            reason: tungstenite::Utf8Bytes::default(),
        };
        let closing = async {
            if self.0.close(Some(frame)).await.is_ok() {
                while let Frame::Text(_) = self.next().await {}
            }
        };
        // Whoever does not agree in time is left alone.
        let _ = timeout(CLOSING, closing).await;
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt;
    use tokio::net::TcpListener;

    use super::*;

    #[tokio::test]
    async fn a_secure_connection_fails_politely() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("wss://{}/", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"no handshake\r\n\r\n").await.unwrap();
        });
        // That it comes this far shows that exactly one provider of cryptography is built in.
        assert!(Socket::connect(&address).await.is_err());
    }

    #[tokio::test]
    async fn nobody_there_is_no_connection() {
        assert!(Socket::connect("ws://127.0.0.1:1/").await.is_err());
        assert!(Socket::connect("not an address").await.is_err());
    }
}
