//! Which shards are connected, for `/readyz`.

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

    /// Whether any shard is connected.
    pub(super) fn any(&self) -> bool {
        let shards = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shards.values().any(|up| up.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_client_of_a_shard_counts() {
        let sessions = Sessions::default();
        assert!(!sessions.any());
        let first = sessions.add_client(0);
        first.store(true, Ordering::Relaxed);
        assert!(sessions.any());
        let second = sessions.add_client(0);
        assert!(!sessions.any());
        second.store(true, Ordering::Relaxed);
        sessions.add_client(1);
        assert!(sessions.any());
    }
}
