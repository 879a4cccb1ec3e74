//! serenity's client for one shard, on a thread of its own, and what it hears.
//!
//! When it connects is decided at its `gate`; what is replied, in `callback`. The thread is its own
//! so that whatever serenity waits for, or hung on, holds up nothing else and can be given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use serenity::async_trait;
use serenity::client::{ClientBuilder, Context, EventHandler, RawEventHandler};
use serenity::futures::future::BoxFuture;
use serenity::gateway::{ConnectionStage, ShardManager, ShardStageUpdateEvent};
use serenity::model::application::Interaction;
use serenity::model::event::Event;
use serenity::model::gateway::GatewayIntents;
use serenity::model::id::{ApplicationId, ShardId};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::RwLock;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::connect_gate::ConnectGate;
use crate::serve::registration;
use crate::serve::reply_sender::ReplySender;
use crate::serve::sessions::Sessions;

/// How long the other side may take over its part of closing. serenity looks twice a second whether
/// it is to stop.
const CLOSING: Duration = Duration::from_millis(900);

/// How often the thread is probed.
const PROBE_EVERY: Duration = Duration::from_secs(4);

/// How often and how many times a probe is looked at before the thread counts as hung. Several looks, instead of one
/// after a long wait, because a process that was frozen or starved itself must not take a live thread for a hung one.
const LOOK_EVERY: Duration = Duration::from_millis(100);
const LOOKS: u32 = 40;

/// What all shards share.
pub(super) struct Shared {
    pub(super) sender: Arc<ReplySender>,
    pub(super) sessions: Arc<Sessions>,
    pub(super) registering: AtomicBool,
    /// Where replies are made: not on serenity's threads, which come and go.
    pub(super) here: Handle,
    /// Read by every reply while it is on its way.
    pub(super) replying: Arc<RwLock<()>>,
}

impl Shared {
    /// Registers the commands, in the background and only the first time.
    fn register_once(&self, application: ApplicationId) {
        if self.registering.swap(true, Ordering::Relaxed) {
            return;
        }
        let sender = Arc::clone(&self.sender);
        self.here.spawn(async move {
            registration::at_start(&sender.rest, &sender.responder.bot, Some(application)).await;
        });
    }

    /// Replies in a task of its own, so that nothing that goes wrong there touches anything else.
    fn reply(&self, payload: Value) {
        let sender = Arc::clone(&self.sender);
        let replying = Arc::clone(&self.replying).try_read_owned();
        self.here.spawn(async move {
            sender.reply_over_gateway(payload).await;
            drop(replying);
        });
    }
}

/// serenity's client for one shard. Dropped, it is gone at once, without a close.
pub(super) struct Client {
    handle: Handle,
    _thread: Thread,
    manager: Arc<ShardManager>,
    shard: ShardId,
    end: JoinHandle<serenity::Result<()>>,
}

/// A runtime that may be dropped anywhere.
struct Thread(Option<Runtime>);

impl Drop for Thread {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

impl Client {
    /// Starts a client that has to wait at its gate; `None` if the machine does not let it.
    pub(super) async fn start(listener: Listener) -> Option<(Self, ConnectGate)> {
        let (shard, of) = (listener.shard, listener.of);
        let http = listener.shared.sender.rest.for_serenity()?;
        // Interactions come without any intent.
        let client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler(listener.clone())
            .raw_event_handler(listener);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("gateway")
            .enable_all()
            .build()
            .ok()?;
        let handle = runtime.handle().clone();
        let thread = Thread(Some(runtime));
        let mut client = handle.spawn(client.into_future()).await.ok()?.ok()?;
        // Where nobody told it the address, it would go to Discord's own: the gate says where.
        let gate = ConnectGate::closed(Arc::clone(&client.ws_url), handle.clone()).await;
        let manager = Arc::clone(&client.shard_manager);
        let end = handle.spawn(async move { client.start_shard(shard, of).await });
        let client = Self {
            handle,
            _thread: thread,
            manager,
            shard: ShardId(shard),
            end,
        };
        Some((client, gate))
    }

    /// Tells whether it has no session to go on with, so that connecting would begin one.
    pub(super) fn needs_identify(&self) -> impl Fn() -> BoxFuture<'static, bool> + Send + use<> {
        let (manager, shard) = (Arc::clone(&self.manager), self.shard);
        move || {
            let manager = Arc::clone(&manager);
            Box::pin(async move { !manager.has(shard).await })
        }
    }

    /// Comes back when serenity ends by itself, which it does only over what it takes for fatal.
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

    /// Its thread, to look after it.
    pub(super) fn thread(&self) -> Handle {
        self.handle.clone()
    }

    /// Closes the connection as one who leaves for good does.
    pub(super) async fn close(self, gate: ConnectGate) {
        let thread = self.thread();
        let manager = Arc::clone(&self.manager);
        let leaving = async {
            gate.abandon().await;
            let _ = thread
                .spawn(async move { manager.shutdown_all().await })
                .await;
            // It may say that all is done before it is.
            while thread.metrics().num_alive_tasks() > 0 {
                sleep(Duration::from_millis(10)).await;
            }
        };
        // Whoever does not agree in time is left alone.
        let _ = timeout(CLOSING, leaving).await;
    }
}

/// What serenity calls when it hears something.
#[derive(Clone)]
pub(super) struct Listener {
    pub(super) shared: Arc<Shared>,
    pub(super) shard: u32,
    pub(super) of: u32,
    /// Set when the shard is connected.
    pub(super) connected: Arc<AtomicBool>,
}

#[async_trait]
impl EventHandler for Listener {
    async fn shard_stage_update(&self, _: Context, update: ShardStageUpdateEvent) {
        if update.new == ConnectionStage::Connected {
            self.connected.store(true, Ordering::Relaxed);
            let resumed = update.old == ConnectionStage::Resuming;
            let (shard, of) = (self.shard, self.of);
            tracing::info!(shard, of, resumed, "connected");
        }
    }
}

#[async_trait]
impl RawEventHandler for Listener {
    async fn raw_event(&self, _: Context, event: Event) {
        match event {
            Event::Ready(ready) => self.shared.register_once(ready.ready.application.id),
            Event::InteractionCreate(created) => match payload(&created.interaction) {
                Some(payload) => self.shared.reply(payload),
                None => tracing::warn!("an interaction could not be read"),
            },
            // What serenity could not read into its types: `discord::interaction` can.
            Event::Unknown(unknown) if unknown.kind == "INTERACTION_CREATE" => {
                self.shared.reply(unknown.value);
            }
            _ => {}
        }
    }
}

/// An interaction as Discord writes it, as far as serenity kept it: it knows the type by its Rust type and does not
/// write it, and takes forwarded messages out of what is around them. Components it does not know are lost.
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
