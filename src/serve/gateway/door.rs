//! The way to the gateway, shared by all shards: where it is, and who may go in when.
//!
//! It holds Discord's limits for starting sessions and our own for connecting; it does not connect.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};
use url::Url;

use crate::serve::failure::Failure;
use crate::serve::rest::{Gateway, Rest};

/// Between two tries of any kind, over all shards: five a second at most.
const BETWEEN_TRIES: Duration = Duration::from_millis(200);

/// Between two sessions of one bucket
/// (<https://discord.com/developers/docs/events/gateway#sharding-max-concurrency>), and a little more.
const BETWEEN_SESSIONS: Duration = Duration::from_millis(5_100);

/// How long what Discord said about the gateway is taken for true.
const FRESH: Duration = Duration::from_secs(60);

/// The longest wait for new sessions that is believed: they are counted by the day.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) struct Door {
    rest: Arc<Rest>,
    /// Whether the way is our own and Discord's own servers must never be used instead.
    elsewhere: bool,
    known: Mutex<Known>,
    next_try: Mutex<Instant>,
    buckets: Vec<Arc<Mutex<Instant>>>,
}

struct Known {
    gateway: Gateway,
    until: Instant,
    reset: Instant,
}

impl Known {
    fn new(gateway: Gateway) -> Self {
        let now = Instant::now();
        let reset = Duration::from_millis(gateway.limit.reset_after).min(DAY);
        Self {
            gateway,
            until: now + FRESH,
            reset: now + reset,
        }
    }
}

/// The right to start one session. Dropped unused, nobody has to wait for it.
pub(super) struct Turn {
    /// Where to connect.
    pub(super) url: String,
    free_again: OwnedMutexGuard<Instant>,
}

impl Turn {
    /// The session was asked for.
    pub(super) async fn used(mut self, door: &Door) {
        *self.free_again = Instant::now() + BETWEEN_SESSIONS;
        let mut known = door.known.lock().await;
        let limit = &mut known.gateway.limit;
        limit.remaining = limit.remaining.saturating_sub(1);
    }
}

impl Door {
    pub(super) fn new(rest: Arc<Rest>, gateway: Gateway, elsewhere: bool) -> Self {
        let buckets = gateway.limit.max_concurrency.clamp(1, 256);
        let now = Instant::now();
        Self {
            rest,
            elsewhere,
            known: Mutex::new(Known::new(gateway)),
            next_try: Mutex::new(now),
            buckets: (0..buckets).map(|_| Arc::new(Mutex::new(now))).collect(),
        }
    }

    /// Waits until one more try is no nuisance.
    pub(super) async fn knock(&self) {
        let mut next = self.next_try.lock().await;
        sleep_until(*next).await;
        *next = Instant::now() + BETWEEN_TRIES;
    }

    /// Waits until a shard may start a session.
    pub(super) async fn turn(&self, shard: u32) -> Result<Turn, Failure> {
        let bucket = shard as usize % self.buckets.len();
        let bucket = self.buckets.get(bucket).ok_or(Failure::Unreadable)?;
        let free_again = Arc::clone(bucket).lock_owned().await;
        sleep_until(*free_again).await;
        let url = loop {
            let mut known = self.known.lock().await;
            if known.until <= Instant::now() {
                self.knock().await;
                *known = Known::new(self.rest.gateway().await?);
            }
            if known.gateway.limit.remaining > 0 {
                break known.gateway.url.clone();
            }
            let reset = known.reset;
            known.until = reset;
            drop(known);
            let seconds = reset.saturating_duration_since(Instant::now()).as_secs();
            tracing::warn!(seconds, "no more sessions allowed for now; waiting");
            sleep_until(reset + Duration::from_secs(1)).await;
        };
        Ok(Turn { url, free_again })
    }

    /// Something went wrong: ask again before the next session.
    pub(super) async fn ask_again(&self) {
        self.known.lock().await.until = Instant::now();
    }

    /// Where to go on with a session: the address given for that, unless it leads away from a
    /// gateway that was chosen on purpose.
    pub(super) async fn resume_url(&self, given: &str) -> String {
        let general = self.known.lock().await.gateway.url.clone();
        let given_host = host(given);
        let usable = given_host.is_some() && (!self.elsewhere || given_host == host(&general));
        if usable { given.to_owned() } else { general }
    }
}

fn host(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

/// An address with what Discord wants to know at the door
/// (<https://discord.com/developers/docs/events/gateway#connecting>).
pub(super) fn address(url: &str) -> Option<String> {
    let mut url = Url::parse(url).ok()?;
    if !matches!(url.scheme(), "ws" | "wss") {
        return None;
    }
    let version = serenity::constants::GATEWAY_VERSION;
    url.set_query(Some(&format!("v={version}&encoding=json")));
    Some(url.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::{Secret, Settings};

    fn door(elsewhere: bool, max_concurrency: u32, remaining: u64) -> Door {
        let settings = Settings {
            token: Secret::new("t"),
            api: Some("http://127.0.0.1:9".into()),
            language: None,
        };
        let gateway = serde_json::json!({"url": "ws://127.0.0.1:9", "shards": 4,
            "session_start_limit": {"remaining": remaining, "reset_after": 20_000, "max_concurrency": max_concurrency}});
        let gateway = serde_json::from_value(gateway).unwrap();
        Door::new(Arc::new(Rest::new(&settings).unwrap()), gateway, elsewhere)
    }

    #[test]
    fn the_address_says_which_version_is_spoken() {
        assert_eq!(
            address("wss://example.org").as_deref(),
            Some("wss://example.org/?v=10&encoding=json")
        );
        assert_eq!(address("https://example.org"), None);
        assert_eq!(address(""), None);
    }

    #[tokio::test]
    async fn resuming_never_leads_away_from_a_gateway_chosen_on_purpose() {
        let check = async |elsewhere, given: &str, expected: &str| {
            assert_eq!(door(elsewhere, 1, 9).resume_url(given).await, expected);
        };
        let general = "ws://127.0.0.1:9";
        check(
            false,
            "wss://resume.example.org",
            "wss://resume.example.org",
        )
        .await;
        check(true, "wss://resume.example.org", general).await;
        check(true, "ws://127.0.0.1:10", "ws://127.0.0.1:10").await;
        check(false, "", general).await;
    }

    #[tokio::test(start_paused = true)]
    async fn sessions_of_one_bucket_start_five_seconds_apart() {
        let door = door(true, 2, 9);
        let begun = Instant::now();
        for (shard, seconds) in [(0, 0), (1, 0), (2, 5), (3, 5)] {
            door.turn(shard).await.unwrap().used(&door).await;
            assert_eq!(begun.elapsed().as_secs(), seconds, "shard {shard}");
        }
        drop(door.turn(0).await.unwrap());
        let before = Instant::now();
        door.turn(0).await.unwrap();
        assert_eq!(before.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn tries_are_never_more_than_five_a_second() {
        let door = door(true, 1, 9);
        let begun = Instant::now();
        for _ in 0..11 {
            door.knock().await;
        }
        assert!(begun.elapsed() >= Duration::from_secs(2));
    }

    #[tokio::test(start_paused = true)]
    async fn no_session_is_started_beyond_the_limit() {
        let door = door(true, 1, 1);
        door.turn(0).await.unwrap().used(&door).await;
        let begun = Instant::now();
        // After the wait it asks again, and here nobody answers.
        assert!(door.turn(0).await.is_err());
        assert!(begun.elapsed() >= Duration::from_secs(19));
    }
}
