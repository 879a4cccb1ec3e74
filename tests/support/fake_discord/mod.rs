//! A fake Discord on loopback: HTTP and gateway on one port. It is strict about what it receives, does what a test
//! tells it to, and records everything in its journal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(dead_code, unused_imports)]

mod application;
mod callback;
mod files;
mod gateway;
mod rest;
mod strict;
mod world;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tokio::net::TcpSocket;
use tokio::runtime::Runtime;

use crate::program::PATIENCE;

pub use application::PUBLIC_KEY;
pub use world::{Happening, Inner, OnCallback, OnConnect, World};

/// The token it accepts; long and odd enough to be found in output that must not contain it.
pub const TOKEN: &str = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";

/// The application it knows.
pub const APPLICATION: u64 = 198_622_483_471_925_248;

pub struct FakeDiscord {
    runtime: Option<Runtime>,
    /// Reserves the port while nothing listens there, so that no other program gets it.
    _port: TcpSocket,
    address: SocketAddr,
    world: Arc<World>,
}

/// A socket bound to an address that other sockets may be bound to as well.
fn bound(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseaddr(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

impl FakeDiscord {
    /// Starts on a free port.
    pub fn start() -> Self {
        let port = bound(SocketAddr::from(([127, 0, 0, 1], 0)));
        let address = port.local_addr().unwrap();
        let world = Arc::new(World::default());
        world.set(|inner| inner.gateway_url = format!("ws://{address}"));
        let mut discord = Self {
            runtime: None,
            _port: port,
            address,
            world,
        };
        discord.revive();
        discord
    }

    /// Dies at once, with every connection and session.
    pub fn kill(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        self.world.set(|inner| {
            inner.lines.clear();
            inner.sessions.clear();
        });
    }

    /// Starts again on the same port; it keeps only the journal and the commands.
    pub fn revive(&mut self) {
        assert!(self.runtime.is_none());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let address = self.address;
        let listener = runtime.block_on(async { bound(address).listen(1_024).unwrap() });
        let app = axum::Router::new()
            .route("/", axum::routing::get(gateway::upgrade))
            .route(
                "/down",
                axum::routing::get(|| async { axum::http::StatusCode::SERVICE_UNAVAILABLE }),
            )
            .fallback(rest::handle)
            .with_state(Arc::clone(&self.world));
        runtime.spawn(async move { axum::serve(listener, app).await });
        self.runtime = Some(runtime);
    }

    /// What to use instead of `https://discord.com`.
    pub fn api(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Changes how it behaves.
    pub fn set<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.world.set(change)
    }

    /// Waits until `is_so` returns something; panics with the journal if it does not in time.
    pub fn wait<T>(&self, what: &str, is_so: impl Fn(&Inner) -> Option<T>) -> T {
        let found = self.world.wait(PATIENCE, is_so);
        found.unwrap_or_else(|| panic!("waited in vain for {what}:\n{}", self.journal()))
    }

    /// Waits until sessions were started or resumed `number` times in all.
    pub fn wait_for_sessions(&self, number: usize) {
        self.wait(&format!("session {number}"), |inner| {
            let up = inner.journal.iter().filter(|(_, happening)| {
                matches!(happening, Happening::Begun { .. } | Happening::Resumed)
            });
            (up.count() >= number && !inner.lines.is_empty()).then_some(())
        });
    }

    /// Sends an interaction with these fields on top of the usual ones, and gives its id.
    pub fn interact(&self, fields: Value) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let id = self.set(|inner| {
            inner.serial += 1;
            let millis = u64::try_from(now.as_millis()).unwrap() - 1_420_070_400_000;
            (millis << 22) + inner.serial
        });
        let token = format!("aW50ZXJhY3Rpb246{id}");
        let mut payload = json!({
            "id": id.to_string(), "application_id": APPLICATION.to_string(), "token": token,
            "version": 1, "locale": "en-GB", "guild_locale": "en-US", "guild_id": "290926798626357999",
            "channel_id": "645027906669510667", "context": 0, "attachment_size_limit": 10485760,
            "app_permissions": "562949953601536", "entitlements": [],
            "authorizing_integration_owners": {"0": "290926798626357999"},
            "member": {"user": {"id": "53908232506183680", "username": "somebody"}},
        });
        let all = payload.as_object_mut().unwrap();
        all.extend(fields.as_object().unwrap().clone());
        self.world.expect(id, &token, payload["type"].as_u64());
        self.dispatch("INTERACTION_CREATE", payload);
        id
    }

    /// Sends an interaction as it is, and gives its id.
    pub fn interact_as_is(&self, payload: &Value) -> u64 {
        let id = self.expect(payload);
        self.dispatch("INTERACTION_CREATE", payload.clone());
        id
    }

    /// Expects a reply to an interaction, over either wire; returns its id.
    pub fn expect(&self, payload: &Value) -> u64 {
        let id = &payload["id"];
        let id = id.as_u64().or_else(|| id.as_str()?.parse().ok()).unwrap();
        let token = payload["token"].as_str().unwrap();
        self.world.expect(id, token, payload["type"].as_u64());
        id
    }

    /// Marks the response to an interaction as read.
    pub fn answered(&self, id: u64, reply: &Value) {
        self.set(|inner| inner.interactions.get_mut(&id).unwrap().reply = Some(reply.clone()));
    }

    /// The reply that arrived for an interaction, as sent.
    pub fn bytes(&self, id: u64) -> Vec<u8> {
        self.reply(id);
        self.set(|inner| inner.interactions[&id].bytes.clone())
    }

    /// Sends a slash command.
    pub fn slash(&self, name: &str, options: Value) -> u64 {
        self.interact(
            json!({"type": 2, "data": {"id": "1", "type": 1, "name": name, "options": options}}),
        )
    }

    /// Presses a button of a message with these flags.
    pub fn press(&self, custom_id: &str, flags: u64) -> u64 {
        let message = json!({"id": "1", "flags": flags, "type": 23, "content": "", "embeds": []});
        self.interact(
            json!({"type": 3, "data": {"component_type": 2, "custom_id": custom_id}, "message": message}),
        )
    }

    /// Sends an event over every connection.
    pub fn dispatch(&self, event: &str, data: Value) {
        self.push(&gateway::Push::Dispatch(event.to_owned(), data));
    }

    /// Sends a frame as it is over every connection.
    pub fn say(&self, frame: Value) {
        self.push(&gateway::Push::Frame(frame));
    }

    /// Sends something that need not be a frame over every connection.
    pub fn babble(&self, text: &str) {
        self.push(&gateway::Push::Text(text.to_owned()));
    }

    /// Closes every connection properly, but without a code.
    pub fn leave(&self) {
        self.push(&gateway::Push::Leave);
    }

    /// Closes every connection, with a code or by breaking it.
    pub fn hang_up(&self, code: Option<u16>) {
        self.push(&gateway::Push::HangUp(code));
    }

    fn push(&self, push: &gateway::Push) {
        self.set(|inner| {
            assert!(!inner.lines.is_empty(), "nobody is connected");
            let only = inner.only.and_then(|shard| inner.shard_lines.get(&shard));
            inner.lines.retain(|number, line| {
                only.is_some_and(|only| only != number) || line.send(push.clone()).is_ok()
            });
        });
    }

    /// The reply that arrived for an interaction.
    pub fn reply(&self, id: u64) -> Value {
        self.wait("a reply", |inner| {
            inner.interactions.get(&id)?.reply.clone()
        })
    }

    /// When connections and calls were tried, in order.
    pub fn tries(&self) -> Vec<Instant> {
        self.count(|happening| match happening {
            Happening::Call(call) => call.ends_with("/gateway/bot"),
            other => matches!(other, Happening::Connected),
        })
    }

    /// When something happened, in order.
    pub fn count(&self, which: impl Fn(&Happening) -> bool) -> Vec<Instant> {
        self.set(|inner| {
            let all = inner.journal.iter();
            all.filter(|(_, happening)| which(happening))
                .map(|(when, _)| *when)
                .collect()
        })
    }

    /// Everything that happened, a line each.
    pub fn journal(&self) -> String {
        self.set(|inner| inner.told())
    }

    /// Asserts that it received nothing that Discord would not accept.
    pub fn was_respected(&self) {
        let violations = self.set(|inner| inner.violations.clone());
        assert!(violations.is_empty(), "{violations:#?}\n{}", self.journal());
    }
}

impl Drop for FakeDiscord {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The most tries within any one second.
pub fn busiest_second(tries: &[Instant]) -> usize {
    let within = |from: &Instant| {
        let later = tries.iter().filter(|other| *other >= from);
        later
            .filter(|other| other.duration_since(*from) < Duration::from_secs(1))
            .count()
    };
    tries.iter().map(within).max().unwrap_or_default()
}
