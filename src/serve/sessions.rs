//! Which shards are connected, for `/readyz` and the metrics.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A connected-flag for each shard.
#[derive(Debug, Default)]
pub(super) struct Sessions(Mutex<BTreeMap<u32, Arc<AtomicBool>>>);

impl Sessions {
    /// A fresh connected-flag for a shard's new client; it replaces the previous one.
    pub(super) fn add_client(&self, shard: u32) -> Arc<AtomicBool> {
        let fresh = Arc::new(AtomicBool::new(false));
        let mut shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shards.insert(shard, Arc::clone(&fresh));
        fresh
    }

    /// How many shards are connected, of how many; of none before Discord has told how many there are.
    pub(super) fn connected(&self) -> (usize, usize) {
        let shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let up = shards.values().filter(|up| up.load(Ordering::Relaxed));
        (up.count(), shards.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_client_of_a_shard_counts() {
        let sessions = Sessions::default();
        assert_eq!(sessions.connected(), (0, 0));
        let first = sessions.add_client(0);
        first.store(true, Ordering::Relaxed);
        assert_eq!(sessions.connected(), (1, 1));
        let second = sessions.add_client(0);
        assert_eq!(sessions.connected(), (0, 1));
        second.store(true, Ordering::Relaxed);
        sessions.add_client(1);
        assert_eq!(sessions.connected(), (1, 2));
    }
}
