//! One connection to the gateway: hello, a session begun or resumed, heartbeats, interactions.
//!
//! It ends; what comes after it is decided in `shard`. The rules are those of
//! <https://discord.com/developers/docs/events/gateway#connection-lifecycle>.

use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

use super::close::{Then, then};
use super::door::Turn;
use super::message::{self, What};
use super::shard::{End, How, Lost, Session, Shard};
use super::socket::{Broken, Frame, Socket};
use super::stopped;
use crate::serve::callback;

/// How long Discord may take to say hello, and then to begin or resume a session.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long replies that are on their way may take when the bot stops.
const LAST_REPLIES: Duration = Duration::from_millis(1_000);

/// Ends a session for good (RFC 6455, section 7.4.1).
const GOODBYE: u16 = 1000;

/// Any code but 1000 and 1001 lets the session go on over another connection.
const BE_BACK: u16 = 4000;

pub(super) struct Connection<'a> {
    shard: &'a mut Shard,
    socket: Socket,
    /// The right to start a session, until it is used.
    turn: Option<Turn>,
    /// Whether it goes on with a session.
    resuming: bool,
    /// How often the heart beats, once Discord has said so.
    interval: Option<Duration>,
    next_beat: Instant,
    beat_heard: bool,
    /// Since when the session is up on this connection.
    up: Option<Instant>,
    /// When the next word must have come.
    patience: Instant,
    replies: JoinSet<()>,
}

/// What a word of Discord's, or its silence, leads to.
type Next = Result<(), End>;

impl<'a> Connection<'a> {
    pub(super) fn new(shard: &'a mut Shard, socket: Socket, turn: Option<Turn>) -> Self {
        let now = Instant::now();
        Self {
            resuming: shard.session.is_some(),
            shard,
            socket,
            turn,
            interval: None,
            next_beat: now,
            beat_heard: true,
            up: None,
            patience: now + PATIENCE,
            replies: JoinSet::new(),
        }
    }

    pub(super) async fn run(mut self, stop: &mut watch::Receiver<bool>) -> End {
        let end = loop {
            let next = tokio::select! {
                frame = self.socket.next() => self.hear(frame).await,
                () = sleep_until(self.next_beat), if self.interval.is_some() => self.beat_in_time().await,
                () = sleep_until(self.patience), if self.up.is_none() => {
                    Err(self.lost("Discord said nothing"))
                }
                Some(_) = self.replies.join_next(), if !self.replies.is_empty() => Ok(()),
                () = stopped(stop.clone()) => Err(End::Stopped),
            };
            if let Err(end) = next {
                break end;
            }
        };
        let stopping = matches!(end, End::Stopped);
        let code = if stopping { GOODBYE } else { BE_BACK };
        self.socket.close(code).await;
        let mut replies = self.replies;
        if stopping {
            let last = async { while replies.join_next().await.is_some() {} };
            // Whatever is not out by then would come too late anyway.
            let _ = timeout(LAST_REPLIES, last).await;
        } else {
            // Replies do not need this connection.
            replies.detach_all();
        }
        end
    }

    async fn hear(&mut self, frame: Frame) -> Next {
        let text = match frame {
            Frame::Text(text) => text,
            Frame::Closed(code) => return Err(self.closed(code)),
        };
        let Some(heard) = message::read(&text) else {
            tracing::warn!(
                shard = self.shard.number,
                "an unreadable frame was left alone"
            );
            return Ok(());
        };
        if let Some((session, seq)) = self.shard.session.as_mut().zip(heard.seq) {
            session.seq = seq;
        }
        match heard.what {
            What::Hello(interval) => self.greet(interval).await,
            What::BeatHeard => {
                self.beat_heard = true;
                Ok(())
            }
            What::BeatNow => self.beat().await,
            What::Reconnect => Err(self.lost("Discord asked for another connection")),
            What::SessionRefused(resumable) => Err(self.refused(resumable)),
            What::Ready {
                session,
                resume_url,
                application,
            } => {
                self.shard.session = Some(Session {
                    id: session,
                    resume_url,
                    seq: heard.seq.unwrap_or_default(),
                });
                self.shard.shared.register_once(application);
                self.is_up(false)
            }
            What::Resumed => self.is_up(true),
            What::Interaction(payload) => self.reply(payload),
            What::Other => Ok(()),
        }
    }

    /// Discord said hello: the heart begins to beat, and a session begins or goes on.
    async fn greet(&mut self, interval: Duration) -> Next {
        if self.interval.replace(interval).is_some() {
            return Ok(());
        }
        // The first beat comes at a random moment, so that not all hearts beat together.
        let now = Instant::now();
        self.next_beat = now + interval.mul_f64(crate::serve::backoff::chance());
        self.patience = now + PATIENCE;
        let shard = &mut *self.shard;
        let token = shard.shared.token();
        match (&shard.session, self.turn.take()) {
            (Some(session), _) => {
                let resume = message::resume(token, &session.id, session.seq);
                self.send(&resume).await
            }
            (None, Some(turn)) => {
                shard.backoff.session_started();
                let identify = message::identify(token, shard.number, shard.of);
                turn.used(&shard.door).await;
                self.send(&identify).await
            }
            (None, None) => Err(self.lost("no right to start a session")),
        }
    }

    fn is_up(&mut self, resumed: bool) -> Next {
        self.up = Some(Instant::now());
        let (shard, of) = (self.shard.number, self.shard.of);
        tracing::info!(shard, of, resumed, "connected");
        Ok(())
    }

    /// Discord refused the session that was to go on, or the one that was to begin.
    fn refused(&mut self, resumable: bool) -> End {
        let resuming = self.resuming && self.up.is_none();
        if !resumable {
            self.shard.session = None;
        }
        let mut end = self.lost("Discord refused the session");
        if let End::Lost(lost) = &mut end
            && resuming
            && !resumable
        {
            lost.how = How::NotResumed;
        }
        end
    }

    fn closed(&mut self, code: Option<u16>) -> End {
        let why = match code {
            Some(code) => format!("Discord closed the connection, code {code}"),
            None => "the connection broke".to_owned(),
        };
        match then(code) {
            Then::Stop(fatal) => return End::Fatal(fatal),
            Then::Identify => self.shard.session = None,
            Then::Resume => {}
        }
        self.lost(&why)
    }

    fn lost(&self, why: &str) -> End {
        End::Lost(Lost {
            up: self.up.map(|since| since.elapsed()).unwrap_or_default(),
            ..Lost::early(why)
        })
    }

    /// One beat when its time has come; a beat that nobody heard means a dead connection.
    async fn beat_in_time(&mut self) -> Next {
        if !self.beat_heard {
            return Err(self.lost("a heartbeat was not heard"));
        }
        self.beat_heard = false;
        self.next_beat = Instant::now() + self.interval.unwrap_or(PATIENCE);
        self.beat().await
    }

    async fn beat(&mut self) -> Next {
        let seq = self.shard.session.as_ref().map(|session| session.seq);
        self.send(&message::heartbeat(seq)).await
    }

    async fn send(&mut self, message: &Value) -> Next {
        match self.socket.send(message).await {
            Ok(()) => Ok(()),
            Err(Broken) => Err(self.lost("the connection broke")),
        }
    }

    /// Replies in a task of its own, so that nothing that goes wrong there touches anything else.
    fn reply(&mut self, payload: Value) -> Next {
        let shared = &self.shard.shared;
        let (answers, rest) = (shared.answers.clone(), shared.rest.clone());
        self.replies.spawn(callback::handle(answers, rest, payload));
        Ok(())
    }
}
