//! serenity's client for one shard, on its own thread, and the events that it passes on.
//!
//! Its [`ConnectGate`] decides when it connects. It has its own thread so that a client that hangs holds up nothing
//! else and can be abandoned.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};
use serenity::async_trait;
use serenity::client::{ClientBuilder, Context, EventHandler, RawEventHandler};
use serenity::futures::future::BoxFuture;
use serenity::gateway::{ConnectionStage, ShardManager, ShardStageUpdateEvent};
use serenity::model::application::Interaction;
use serenity::model::event::Event;
use serenity::model::gateway::GatewayIntents;
use serenity::model::id::ShardId;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::RwLock;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::connect_gate::{ConnectGate, Link};
use super::identify_queue::IdentifyQueue;
use crate::discord::interaction;
use crate::serve::reply_sender::ReplySender;
use crate::serve::sessions::Sessions;
use crate::serve::settings::Wire;
use crate::serve::shard_range::ShardRange;

/// How long closing a connection may take. serenity checks twice a second whether it is to stop.
const CLOSING: Duration = Duration::from_millis(900);

/// How often the thread is probed.
const PROBE_EVERY: Duration = Duration::from_secs(4);

/// How often a probe is checked, and how many checks it may fail before the thread counts as hung. With a single check
/// after a long wait, a process that was frozen or starved would take a live thread for a hung one.
const LOOK_EVERY: Duration = Duration::from_millis(100);
const LOOKS: u32 = 40;

/// What all shards share.
pub(super) struct Shared {
    /// The shards of this process.
    pub(super) shards: ShardRange,
    pub(super) queue: IdentifyQueue,
    pub(super) sender: Arc<ReplySender>,
    pub(super) sessions: Arc<Sessions>,
    /// The main runtime, on which replies are made. Each shard's own runtime may be dropped and replaced.
    pub(super) here: Handle,
    /// Each pending reply holds a read lock. Shutdown waits for the write lock.
    pub(super) replying: Arc<RwLock<()>>,
}

impl Shared {
    /// Replies in a separate task, so that a failure there affects nothing else.
    fn reply(&self, payload: Value) {
        let sender = Arc::clone(&self.sender);
        let replying = Arc::clone(&self.replying).try_read_owned();
        self.here.spawn(async move {
            let interaction = interaction::Interaction::read(&payload);
            let pending = sender.responder.reply(interaction).await;
            sender.send(pending, Wire::Gateway).await;
            drop(replying);
        });
    }
}

/// serenity's client for one shard. Dropping it ends it at once, without closing the connection properly.
pub(super) struct Client {
    handle: Handle,
    _thread: Thread,
    manager: Arc<ShardManager>,
    shard: ShardId,
    end: JoinHandle<serenity::Result<()>>,
}

/// A runtime that can be dropped anywhere, also in async code.
struct Thread(Option<Runtime>);

impl Drop for Thread {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Client {
    /// Starts a client that waits at its gate; `None` if the system refuses a thread or serenity a client.
    pub(super) async fn start(listener: Listener) -> Option<(Self, ConnectGate)> {
        let (shard, shared) = (listener.shard, Arc::clone(&listener.shared));
        let link = listener.link.clone();
        let codes = link.codes.clone();
        let http = shared.sender.rest.for_serenity()?;
        // Interactions need no intent.
        let client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler(listener.clone())
            .raw_event_handler(listener);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("gateway")
            .on_thread_start(move || codes.listen_here())
            .enable_all()
            .build()
            .ok()?;
        let handle = runtime.handle().clone();
        let thread = Thread(Some(runtime));
        let mut client = handle.spawn(client.into_future()).await.ok()?.ok()?;
        // The gate sets the address; without it serenity would connect to Discord's default.
        let address = Arc::clone(&client.ws_url);
        let gate = ConnectGate::closed(address, handle.clone(), link).await;
        let manager = Arc::clone(&client.shard_manager);
        let end =
            handle.spawn(async move { client.start_shard(shard, shared.shards.total()).await });
        let client = Self {
            handle,
            _thread: thread,
            manager,
            shard: ShardId(shard),
            end,
        };
        Some((client, gate))
    }

    /// Tells whether it has no session to resume, so that connecting starts one.
    pub(super) fn needs_identify(&self) -> impl Fn() -> BoxFuture<'static, bool> + Send + use<> {
        let (manager, shard) = (Arc::clone(&self.manager), self.shard);
        move || {
            let manager = Arc::clone(&manager);
            Box::pin(async move { !manager.has(shard).await })
        }
    }

    /// Returns when serenity ends by itself, which it does only for errors that it considers fatal.
    pub(super) async fn ended(&mut self) -> Option<serenity::Error> {
        match (&mut self.end).await {
            Ok(Err(error)) => Some(error),
            Ok(Ok(())) | Err(_) => None,
        }
    }

    /// Returns when its thread no longer runs anything else: after some close codes serenity reads in a loop.
    pub(super) async fn hung(thread: Handle) {
        'probes: loop {
            sleep(PROBE_EVERY).await;
            let probe = thread.spawn(async {});
            for _ in 0..LOOKS {
                if probe.is_finished() {
                    continue 'probes;
                }
                sleep(LOOK_EVERY).await;
            }
            return;
        }
    }

    /// A handle to its thread, for [`Client::hung`].
    pub(super) fn thread(&self) -> Handle {
        self.handle.clone()
    }

    /// Closes with code 1000, which ends the session.
    pub(super) async fn close(self, gate: ConnectGate) {
        let thread = self.thread();
        let manager = Arc::clone(&self.manager);
        let leaving = async {
            gate.abandon().await;
            let _ = thread
                .spawn(async move { manager.shutdown_all().await })
                .await;
            // It returns before the connection is closed.
            while thread.metrics().num_alive_tasks() > 0 {
                sleep(Duration::from_millis(10)).await;
            }
        };
        // Discord has to confirm in time.
        let _ = timeout(CLOSING, leaving).await;
    }
}

/// Receives serenity's events.
#[derive(Clone)]
pub(super) struct Listener {
    pub(super) shared: Arc<Shared>,
    pub(super) shard: u32,
    pub(super) link: Link,
}

#[async_trait]
impl EventHandler for Listener {
    async fn shard_stage_update(&self, _: Context, update: ShardStageUpdateEvent) {
        if update.new == ConnectionStage::Connected {
            self.link.connected.store(true, Ordering::Relaxed);
            let resumed = update.old == ConnectionStage::Resuming;
            let (shard, of) = (self.shard, self.shared.shards.total());
            tracing::info!(shard, of, resumed, "connected");
        }
    }
}

#[async_trait]
impl RawEventHandler for Listener {
    async fn raw_event(&self, _: Context, event: Event) {
        match event {
            Event::Ready(ready) => {
                self.link.set_resume_address(ready.ready.resume_gateway_url);
                self.shared
                    .sender
                    .responder
                    .bot
                    .commands_changed
                    .notify_one();
            }
            Event::InteractionCreate(created) => match payload(&created.interaction) {
                Some(payload) => self.shared.reply(payload),
                None => tracing::warn!("an interaction could not be read"),
            },
            // One that does not fit serenity's types; `discord::interaction` can read it.
            Event::Unknown(unknown) if unknown.kind == "INTERACTION_CREATE" => {
                self.shared.reply(unknown.value);
            }
            _ => {}
        }
    }
}

/// An interaction as JSON in Discord's shape. serenity does not serialise the type of an interaction and unwraps
/// forwarded messages; both are restored here. Components that serenity does not know are lost.
fn payload(interaction: &Interaction) -> Option<Value> {
    let mut payload = serde_json::to_value(interaction).ok()?;
    let messages = payload.pointer_mut("/data/resolved/messages");
    let messages = messages
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten();
    for (_, message) in messages {
        let forwarded = message.pointer_mut("/message_snapshots");
        for snapshot in forwarded
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            *snapshot = json!({ "message": snapshot.take() });
        }
    }
    let fields = payload.as_object_mut()?;
    fields.insert("type".to_owned(), u8::from(interaction.kind()).into());
    Some(payload)
}
