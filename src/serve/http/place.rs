//! The place of one connection: whose turn it is, the client's or the bot's, and since when.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// How far a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is open, and no head of a request has come.
    Opened,
    /// A response was sent, and nothing came since.
    Idle,
    /// A part of a further head has come.
    Head,
    /// The body is coming.
    Body,
    /// It waits until the bot makes its page, and gives way to others meanwhile.
    Queued,
    /// The bot makes the response or sends it.
    Working,
    /// The client does not read the response.
    Stalled,
}

impl Phase {
    /// How long it may last; `None` while it is the bot's turn.
    fn limit(self) -> Option<Duration> {
        let seconds = match self {
            Self::Opened | Self::Head | Self::Body => 10,
            // Servers in front reuse connections for up to two minutes, and an interaction is lost if we close one
            // first.
            Self::Idle => 130,
            Self::Stalled => 20,
            Self::Queued | Self::Working => return None,
        };
        Some(Duration::from_secs(seconds))
    }

    /// How long it may last when the bot stops. What was sent before then is here at once.
    fn limit_at_end(self) -> Option<Duration> {
        let millis = match self {
            Self::Opened | Self::Idle | Self::Head => 300,
            Self::Body | Self::Queued | Self::Stalled => 1_000,
            Self::Working => return None,
        };
        Some(Duration::from_millis(millis))
    }
}

/// What is known of a connection.
pub(super) struct State {
    phase: Phase,
    /// When the phase began, except that nobody asks since when the bot has been working.
    since: Instant,
    /// When it opened, its last request came, or its client stopped reading. Sending or reading a little does not
    /// change this.
    waiting_since: Instant,
    /// When the head of the last request was here.
    asked: Instant,
    /// Whether the whole response is with hyper, which may still be sending it.
    is_answered: bool,
    /// Whether it was told to close.
    is_closing: bool,
    /// Whether a request with a valid signature has come over it.
    pub(super) is_known: bool,
    /// Bytes of the body or the response that are held for the client.
    pub(super) bytes: usize,
}

impl State {
    /// Since when it waits for its client, or for a page; `None` if it does not, or is closing already.
    pub(super) fn waiting(&self) -> Option<Instant> {
        (self.phase != Phase::Working && !self.is_closing).then_some(self.waiting_since)
    }

    /// Whether the client has had its time. `halted` is when the bot began to stop.
    pub(super) fn is_late(&self, now: Instant, halted: Option<Instant>) -> bool {
        let past = |since, limit| now.duration_since(since) > limit;
        let limit = self.phase.limit();
        let limit_at_end = halted.and_then(|halted| Some((halted, self.phase.limit_at_end()?)));
        limit.is_some_and(|limit| past(self.since, limit))
            || limit_at_end.is_some_and(|(halted, limit)| past(self.since.max(halted), limit))
    }

    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        if phase == Phase::Working {
            // It may last as long as it likes.
            return;
        }
        self.since = Instant::now();
        match phase {
            // A client may have the response before we notice that it was sent.
            Phase::Idle => self.waiting_since = self.asked,
            Phase::Stalled => self.waiting_since = self.since,
            _ => {}
        }
    }
}

/// The place of one connection.
pub(super) struct Place {
    state: Mutex<State>,
    close: Notify,
}

impl Place {
    /// The place of a new connection.
    pub(super) fn new() -> Self {
        let now = Instant::now();
        let state = State {
            phase: Phase::Opened,
            since: now,
            waiting_since: now,
            asked: now,
            is_answered: false,
            is_closing: false,
            is_known: false,
            bytes: 0,
        };
        Self {
            state: Mutex::new(state),
            close: Notify::new(),
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Some bytes were read.
    pub(super) fn has_read(&self) {
        let mut state = self.state();
        if state.phase == Phase::Idle {
            state.enter(Phase::Head);
        }
    }

    /// The head of a request is here.
    pub(super) fn has_head(&self) {
        let mut state = self.state();
        state.is_answered = false;
        state.enter(Phase::Body);
        state.asked = state.since;
    }

    /// A part of the body is here.
    pub(super) fn has_some_body(&self, bytes: usize) {
        self.state().bytes += bytes;
    }

    /// The body is here, or nobody wants it.
    pub(super) fn has_body(&self) {
        let mut state = self.state();
        if state.phase == Phase::Body {
            state.enter(Phase::Working);
            state.bytes = 0;
        }
    }

    /// The request is from Discord: the connection keeps its place while others have none to show.
    pub(super) fn has_signature(&self) {
        self.state().is_known = true;
    }

    /// The request is for a page, which waits for its turn.
    pub(super) fn is_queued(&self) {
        self.state().enter(Phase::Queued);
    }

    /// It is the turn of that page.
    pub(super) fn has_turn(&self) {
        self.state().enter(Phase::Working);
    }

    /// The response was made.
    pub(super) fn has_response(&self, bytes: usize) {
        let mut state = self.state();
        state.enter(Phase::Working);
        state.bytes = bytes;
    }

    /// The whole response is with hyper.
    pub(super) fn has_whole_response(&self) {
        self.state().is_answered = true;
    }

    /// The client does not read on.
    pub(super) fn has_stalled(&self) {
        let mut state = self.state();
        if state.phase == Phase::Working {
            state.enter(Phase::Stalled);
        }
    }

    /// Everything that hyper had was sent.
    pub(super) fn has_sent(&self) {
        let mut state = self.state();
        if state.is_answered {
            state.is_answered = false;
            state.bytes = 0;
            state.enter(Phase::Idle);
        }
    }

    /// Asks the connection to close.
    pub(super) fn close(&self) {
        self.state().is_closing = true;
        self.close.notify_one();
    }

    /// Done when the connection has to close. One over which a whole request came in the meantime stays.
    pub(super) async fn closed(&self) {
        loop {
            self.close.notified().await;
            let mut state = self.state();
            if state.phase != Phase::Working {
                return;
            }
            state.is_closing = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::advance;

    use super::*;

    fn is_late(place: &Place, halted: Option<Instant>) -> bool {
        place.state().is_late(Instant::now(), halted)
    }

    /// Whether it is in time a little before so many milliseconds, and late a little after.
    async fn has(place: &Place, millis: u64, halted: Option<Instant>) -> bool {
        advance(Duration::from_millis(millis - 10)).await;
        let early = is_late(place, halted);
        advance(Duration::from_millis(20)).await;
        !early && is_late(place, halted)
    }

    #[tokio::test(start_paused = true)]
    async fn every_wait_for_a_client_has_a_limit() {
        let place = Place::new();
        assert!(has(&place, 10_000, None).await, "the first head");
        place.has_head();
        place.has_some_body(7);
        assert!(has(&place, 10_000, None).await, "the body");
        place.has_body();
        advance(Duration::from_secs(1_000)).await;
        assert!(!is_late(&place, None), "it is the bot's turn");
        place.has_response(100);
        place.has_stalled();
        assert!(has(&place, 20_000, None).await, "reading the response");
        place.has_whole_response();
        place.has_sent();
        assert!(has(&place, 130_000, None).await, "the next request");
        place.has_read();
        assert!(has(&place, 10_000, None).await, "the next head");
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_gives_way_until_it_is_being_made() {
        let place = Place::new();
        let opened = place.state().waiting();
        advance(Duration::from_secs(3)).await;
        place.has_head();
        place.has_body();
        place.is_queued();
        assert_eq!(place.state().waiting(), opened);
        place.has_turn();
        assert_eq!(place.state().waiting(), None);
    }

    #[tokio::test(start_paused = true)]
    async fn at_the_end_there_is_little_time() {
        let place = Place::new();
        advance(Duration::from_secs(5)).await;
        assert!(has(&place, 300, Some(Instant::now())).await, "a head");
        place.has_head();
        assert!(has(&place, 1_000, Some(Instant::now())).await, "a body");
        place.has_body();
        let halted = Instant::now();
        advance(Duration::from_secs(1_000)).await;
        assert!(!is_late(&place, Some(halted)), "it is the bot's turn");
    }

    #[tokio::test(start_paused = true)]
    async fn sending_a_little_does_not_make_the_wait_shorter() {
        let place = Place::new();
        let opened = place.state().waiting();
        assert!(opened.is_some());
        advance(Duration::from_secs(3)).await;
        place.has_read();
        place.has_head();
        place.has_some_body(1);
        assert_eq!(place.state().waiting(), opened);
        place.has_body();
        assert_eq!(place.state().waiting(), None);
        let asked = Instant::now();
        advance(Duration::from_secs(3)).await;
        place.has_response(1);
        place.has_whole_response();
        place.has_sent();
        let idle = place.state().waiting();
        assert_eq!(idle, Some(asked));
        advance(Duration::from_secs(3)).await;
        place.has_read();
        assert_eq!(place.state().waiting(), idle);
    }
}
