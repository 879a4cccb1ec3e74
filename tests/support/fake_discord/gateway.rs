//! The gateway side: hello, sessions, heartbeats, events, and every way of ending a connection.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::world::{Happening, OnConnect, World};
use super::{APPLICATION, strict};

/// What a test sends over a connection.
#[derive(Clone, Debug)]
pub enum Push {
    Dispatch(String, Value),
    Frame(Value),
    /// Text that is not a frame.
    Text(String),
    HangUp(Option<u16>),
    /// Closes without a code.
    Leave,
}

pub(super) async fn upgrade(
    State(world): State<Arc<World>>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    // JSON is the default encoding.
    let encoding = query.get("encoding").map_or("json", String::as_str);
    if query.get("v").map(String::as_str) != Some("10") || encoding != "json" {
        world.violation(format!("gateway address with {query:?}"));
    }
    let host = headers.get("host").and_then(|host| host.to_str().ok());
    let host = host.unwrap_or_default().to_owned();
    upgrade.on_upgrade(move |socket| async move {
        world.note(Happening::Connected);
        let told = world.set(|inner| {
            inner.hosts.push(host);
            inner
                .on_connect
                .pop_front()
                .unwrap_or(inner.then_on_connect)
        });
        let number = world.set(|inner| {
            inner.serial += 1;
            inner.serial
        });
        let line = Line {
            world: Arc::clone(&world),
            number,
            socket,
            told,
            session: None,
        };
        line.run().await;
        world.set(|inner| inner.lines.remove(&number));
    })
}

struct Line {
    world: Arc<World>,
    number: u64,
    socket: WebSocket,
    told: OnConnect,
    session: Option<String>,
}

/// Whether the connection stays open.
type Goes = Option<()>;

impl Line {
    async fn run(mut self) -> Goes {
        if let OnConnect::Close(code) = self.told {
            return self.close(code).await;
        }
        let interval = self.world.set(|inner| inner.heartbeat_interval);
        let hello = json!({"op": 10, "s": null, "t": null, "d": {"heartbeat_interval": interval}});
        self.send(&hello).await?;
        let (push, mut pushed) = mpsc::unbounded_channel();
        loop {
            tokio::select! {
                frame = self.socket.recv() => self.hear(frame, &push).await?,
                Some(push) = pushed.recv() => self.pushed(push).await?,
            }
        }
    }

    async fn hear(
        &mut self,
        frame: Option<Result<Message, axum::Error>>,
        push: &mpsc::UnboundedSender<Push>,
    ) -> Goes {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Close(frame))) => {
                let code = frame.map(|frame| frame.code);
                self.world.note(Happening::ClosedByBot(code));
                return None;
            }
            Some(Ok(_)) => return Some(()),
            Some(Err(_)) | None => return None,
        };
        let frame: Value = serde_json::from_str(text.as_str()).unwrap_or_default();
        match frame["op"].as_u64() {
            Some(1) => self.beat(&frame["d"]).await,
            Some(2) => self.identify(&frame["d"], push).await,
            Some(6) => self.resume(&frame["d"], push).await,
            _ => {
                self.world.violation(format!("gateway frame {frame}"));
                self.close(4001).await
            }
        }
    }

    async fn beat(&mut self, seq: &Value) -> Goes {
        self.world.note(Happening::Beat);
        let last = self.last_seq();
        if !seq.is_null() && seq.as_u64().is_none_or(|seq| Some(seq) > last) {
            self.world
                .violation(format!("heartbeat {seq} after {last:?}"));
        }
        if matches!(self.told, OnConnect::Deaf) {
            return Some(());
        }
        self.send(&json!({"op": 11, "d": null})).await
    }

    fn last_seq(&self) -> Option<u64> {
        let session = self.session.as_ref()?;
        self.world.set(|inner| inner.sessions.get(session).copied())
    }

    async fn identify(&mut self, data: &Value, push: &mpsc::UnboundedSender<Push>) -> Goes {
        let (token, shards, concurrency) = self
            .world
            .set(|inner| (inner.token.clone(), inner.shards, inner.max_concurrency));
        let given = data["token"].as_str().unwrap_or_default();
        if given.strip_prefix("Bot ").unwrap_or(given) != token {
            return self.close(4004).await;
        }
        let mut problems = strict::identify(data, shards);
        if self.session.is_some() {
            problems.push("identified twice".to_owned());
        }
        let bucket = data["shard"][0].as_u64().unwrap_or_default() % concurrency;
        let before = self
            .world
            .set(|inner| inner.begun.insert(bucket, Instant::now()));
        let hasty = before.is_some_and(|before| before.elapsed() < Duration::from_millis(4_950));
        if hasty && self.world.set(|inner| inner.refuses_haste) {
            self.world.note(Happening::Hasty);
            return self.send(&json!({"op": 9, "d": false})).await;
        }
        if hasty {
            problems.push(format!(
                "identified {:?} after the last time",
                before.map(|b| b.elapsed())
            ));
        }
        self.world.set(|inner| {
            inner.violations.extend(problems);
            inner.remaining = inner.remaining.saturating_sub(1);
        });
        match self.told {
            OnConnect::CloseOnIdentify(code) => return self.close(code).await,
            OnConnect::RefuseSession(resumable) => {
                return self.send(&json!({"op": 9, "d": resumable})).await;
            }
            OnConnect::Take | OnConnect::Close(_) | OnConnect::Deaf => {}
        }
        let session = format!("session-{}", self.number);
        self.world
            .set(|inner| inner.sessions.insert(session.clone(), 0));
        self.session = Some(session.clone());
        let url = self.world.set(|inner| {
            let usual = inner.gateway_url.clone();
            inner.resume_url.clone().unwrap_or(usual)
        });
        let ready = json!({
            "v": 10, "session_id": session, "resume_gateway_url": url, "guilds": [],
            "user": {"id": APPLICATION.to_string(), "username": "sumber", "bot": true},
            "shard": data["shard"], "application": {"id": APPLICATION.to_string(), "flags": 0},
        });
        self.dispatch("READY", ready).await?;
        let number = |at: usize| data["shard"][at].as_u64().unwrap_or_default();
        let (shard, of) = (number(0), number(1));
        self.world
            .set(|inner| inner.shard_lines.insert(shard, self.number));
        self.is_up(push, Happening::Begun { shard, of });
        Some(())
    }

    async fn resume(&mut self, data: &Value, push: &mpsc::UnboundedSender<Push>) -> Goes {
        let session = data["session_id"].as_str().unwrap_or_default().to_owned();
        let known = self
            .world
            .set(|inner| inner.sessions.get(&session).copied());
        let refused = matches!(self.told, OnConnect::RefuseSession(_));
        let (Some(last), false) = (known, refused) else {
            return self.send(&json!({"op": 9, "d": false})).await;
        };
        if data["seq"].as_u64().is_none_or(|seq| seq > last) {
            self.world
                .violation(format!("resumed from {} after {last}", data["seq"]));
        }
        self.session = Some(session);
        self.dispatch("RESUMED", json!({})).await?;
        self.is_up(push, Happening::Resumed);
        Some(())
    }

    fn is_up(&self, push: &mpsc::UnboundedSender<Push>, happening: Happening) {
        self.world
            .set(|inner| inner.lines.insert(self.number, push.clone()));
        self.world.note(happening);
    }

    async fn pushed(&mut self, push: Push) -> Goes {
        match push {
            Push::Dispatch(event, data) => self.dispatch(&event, data).await,
            Push::Frame(frame) => self.send(&frame).await,
            Push::HangUp(Some(code)) => self.close(code).await,
            Push::HangUp(None) => None,
            Push::Leave => {
                let _ = self.socket.send(Message::Close(None)).await;
                let _ = tokio::time::timeout(Duration::from_millis(300), self.socket.recv()).await;
                None
            }
            Push::Text(text) => self.socket.send(Message::text(text)).await.ok(),
        }
    }

    async fn dispatch(&mut self, event: &str, data: Value) -> Goes {
        let session = self.session.clone()?;
        let seq = self.world.set(|inner| {
            let last = inner.sessions.entry(session).or_insert(0);
            *last += 1;
            *last
        });
        self.send(&json!({"op": 0, "t": event, "s": seq, "d": data}))
            .await
    }

    async fn send(&mut self, frame: &Value) -> Goes {
        self.socket
            .send(Message::text(frame.to_string()))
            .await
            .ok()
    }

    async fn close(&mut self, code: u16) -> Goes {
        let frame = CloseFrame {
            code,
            reason: "".into(),
        };
        let _ = self.socket.send(Message::Close(Some(frame))).await;
        // The bot's own close frame.
        let _ = tokio::time::timeout(Duration::from_millis(300), self.socket.recv()).await;
        None
    }
}
