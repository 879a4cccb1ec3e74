//! Makes the reply to an interaction, and counts and logs it once it was sent.
//!
//! `discord` decides what the reply is. This file sends nothing: `reply_sender`, the HTTP endpoint and the preview do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use axum::body::Bytes;
use tokio::sync::Semaphore;
use tokio::task::block_in_place;
use tokio::time::{Instant, timeout};

use super::bot::Bot;
use super::log;
use super::metrics::Metrics;
use super::outcome::{Sent, Tally};
use super::pictures::Pictures;
use super::rates::Rates;
use super::rest::File;
use super::settings::Wire;
use super::shares::Shares;
use crate::discord::interaction::Interaction;
use crate::discord::{Channel, FollowUp, Picture, Reply};

/// How long drawing a picture may take; after that the answer goes without one.
const DRAWING: Duration = Duration::from_millis(1_500);

/// How many replies are made at once, at least. More would only make each of them slower.
const AT_ONCE: usize = 2;

/// Makes replies.
pub(super) struct Responder {
    pub(super) bot: Arc<Bot>,
    pub(super) shares: Shares,
    pub(super) metrics: Metrics,
    pub(super) pictures: Pictures,
    pub(super) tally: Tally,
    rates: Option<Rates>,
    /// A place for each reply that may be made at the same time.
    places: Semaphore,
}

/// A reply that was not sent yet.
pub(super) struct PendingReply {
    pub(super) interaction: Interaction,
    reply: Arc<Reply>,
    /// The mark that the channel has seen the answer, if the reply shares one.
    mark: Option<u64>,
    pub(super) received: Instant,
    /// The time for making it.
    took: Duration,
}

/// The bytes of a reply's callback.
struct Callback(Arc<Reply>);

impl AsRef<[u8]> for Callback {
    fn as_ref(&self) -> &[u8] {
        self.0.body.as_bytes()
    }
}

impl PendingReply {
    /// What is sent.
    pub(super) fn reply(&self) -> &Reply {
        &self.reply
    }

    /// Its callback, without a copy.
    pub(super) fn body(&self) -> Bytes {
        Bytes::from_owner(Callback(Arc::clone(&self.reply)))
    }

    /// Removes the picture from the message.
    pub(super) fn remove_picture(&mut self) {
        self.reply = Arc::new(self.reply.without_picture());
    }

    /// The change to make once it was sent.
    pub(super) fn follow_up(&self) -> Option<&FollowUp> {
        self.reply.follow_up.as_ref()
    }

    /// Whether a file goes with it, which the response to a signed request cannot hold.
    pub(super) fn has_file(&self) -> bool {
        self.reply.picture.is_some()
    }
}

impl Responder {
    /// A responder that has replied to nothing yet, and that replies to anybody at any rate. The same answer may be
    /// shared in a channel again after `share_pause`.
    pub(super) fn new(bot: Arc<Bot>, share_pause: Duration) -> Self {
        Self {
            metrics: Metrics::new(&bot.shelf()),
            bot,
            shares: Shares::new(share_pause),
            pictures: Pictures::default(),
            tally: Tally::default(),
            rates: None,
            places: Semaphore::new(
                available_parallelism().map_or(AT_ONCE, |cores| cores.get().max(AT_ONCE)),
            ),
        }
    }

    /// The same, with these rates for people and channels.
    pub(super) fn limited(self, rates: Rates) -> Self {
        Self {
            rates: Some(rates),
            ..self
        }
    }

    /// The reply, or an apology if making it panics. The caller has to [`Responder::settle`] it.
    pub(super) async fn reply(&self, interaction: Interaction) -> PendingReply {
        let received = Instant::now();
        let waiting = self.tally.received();
        let rates = self.rates.as_ref();
        let (reply, mark) = if rates.is_some_and(|rates| !rates.may_ask(&interaction)) {
            (Arc::new(self.bot.slow_down(&interaction)), None)
        } else if let Some(kept) = self.bot.kept_reply(&interaction) {
            (kept, None)
        } else {
            // Nobody closes it.
            let _place = self.places.acquire().await;
            // What else this thread has to do goes on meanwhile.
            block_in_place(|| self.shared_once(&interaction))
        };
        waiting.has_reply();
        PendingReply {
            interaction,
            reply,
            mark,
            received,
            took: received.elapsed(),
        }
    }

    /// The reply, which is private instead of public if the channel should not get the answer now, and the mark that
    /// the channel has seen it.
    fn shared_once(&self, interaction: &Interaction) -> (Arc<Reply>, Option<u64>) {
        let reply = self.made(interaction, Channel::Open);
        let (Some(key), Some(channel)) = (reply.share_key, interaction.channel) else {
            return (reply, None);
        };
        let Some(mark) = self.shares.mark(channel, key) else {
            return (self.made(interaction, Channel::HasSeen), None);
        };
        let rates = self.rates.as_ref();
        if rates.is_none_or(|rates| rates.may_post(channel)) {
            return (reply, Some(mark));
        }
        self.shares.unmark(mark);
        (self.made(interaction, Channel::Busy), None)
    }

    /// The bot's reply, or an apology if making it panics. The panic itself is logged where it happens.
    fn made(&self, interaction: &Interaction, channel: Channel) -> Arc<Reply> {
        let made = catch_unwind(AssertUnwindSafe(|| self.bot.reply(interaction, channel)));
        made.unwrap_or_else(|_| Arc::new(self.bot.apology(interaction)))
    }

    /// Draws the file that goes with a reply, if one does. If that fails, the reply no longer mentions it.
    pub(super) async fn file(&self, pending: &mut PendingReply) -> Option<File> {
        let picture = pending.reply.picture.clone()?;
        let file = self.draw(picture, DRAWING).await;
        if file.is_none() {
            pending.remove_picture();
        }
        file
    }

    /// Draws a picture, if that can be done within a time.
    pub(super) async fn draw(&self, picture: Picture, within: Duration) -> Option<File> {
        let Picture { filename, card } = picture;
        let drawing = timeout(within, self.pictures.png(card));
        let png = drawing.await.ok().flatten();
        if png.is_none() {
            tracing::warn!("a picture could not be drawn");
        }
        Some(File {
            filename,
            png: png?,
        })
    }

    /// Counts and logs a reply, and returns the change to make if it was sent.
    pub(super) fn settle<'a>(
        &self,
        pending: &'a PendingReply,
        wire: Wire,
        sent: &Sent,
    ) -> Option<&'a FollowUp> {
        let (fields, took) = (&pending.reply.log, pending.took);
        self.tally.settled(sent);
        self.metrics.interaction(fields, wire, took, sent);
        log::interaction(fields, wire, took, sent);
        if *sent != Sent::Delivered {
            // Nobody has seen the answer, so it may be shared again.
            if let Some(mark) = pending.mark {
                self.shares.unmark(mark);
            }
            return None;
        }
        let follow_up = pending.follow_up()?;
        if let (FollowUp::Delete { key: Some(key) }, Some(channel)) =
            (follow_up, pending.interaction.channel)
        {
            self.shares.forget(channel, *key);
        }
        Some(follow_up)
    }
}
