//! Keeps the replies that were made from the facts in use, so that no question is answered twice.
//!
//! It holds what was asked and what was replied, and nothing about who asked, when or where. Somebody who asks for every
//! day or page there is pushes out what was asked once, and not what many ask.

use std::fmt;
use std::sync::Arc;

use quick_cache::sync::Cache;
use quick_cache::{OptionsBuilder, Weighter};

use super::settings::Settings;
use crate::discord::{Reply, ReplyKey};

/// What a reply takes beside its texts, in bytes: its fields, and its places in the cache.
const AROUND: usize = 512;

/// How many bytes a reply takes on average, of which the number of parts of the cache depends.
const USUAL: u64 = 8 << 10;

/// Replies by what decides them.
pub(super) struct ReplyCache(Option<Cache<ReplyKey, Arc<Reply>, Size>>);

impl ReplyCache {
    /// An empty cache as large as the settings say.
    pub(super) fn of(settings: &Settings) -> Arc<Self> {
        Arc::new(Self::new(u64::from(settings.reply_cache) << 20))
    }

    /// A cache of at most this many bytes; of none, it keeps nothing.
    fn new(bytes: u64) -> Self {
        let options = OptionsBuilder::new()
            .weight_capacity(bytes)
            .estimated_items_capacity(usize::try_from(bytes / USUAL).unwrap_or(usize::MAX))
            .build();
        let options = options.ok().filter(|_| bytes > 0);
        let hasher = Default::default;
        Self(
            options.map(|options| Cache::with_options(options, Size, hasher(), Default::default())),
        )
    }

    /// The reply with this key, if it was kept.
    pub(super) fn get(&self, key: &ReplyKey) -> Option<Arc<Reply>> {
        self.0.as_ref()?.get(key)
    }

    /// Keeps a reply, unless it is too large.
    pub(super) fn keep(&self, key: ReplyKey, reply: Arc<Reply>) {
        if let Some(cache) = &self.0 {
            cache.insert(key, reply);
        }
    }
}

/// It shows nothing that anybody typed.
impl fmt::Debug for ReplyCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReplyCache(…)")
    }
}

/// Weighs replies in bytes.
#[derive(Clone)]
struct Size;

impl Weighter<ReplyKey, Arc<Reply>> for Size {
    fn weight(&self, key: &ReplyKey, reply: &Arc<Reply>) -> u64 {
        let picture = reply.picture.as_ref();
        let picture = picture.map_or(0, |one| {
            one.filename.len() + one.card.svg.len() + one.card.alt.len()
        });
        let bytes = key.size() + reply.body.len() + picture + AROUND;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::discord;
    use crate::discord::interaction::Interaction;
    use crate::facts::Facts;
    use crate::facts::file::{Part, read};

    const BOUND: u64 = 1 << 20;

    fn facts() -> Facts {
        let part = Part {
            name: "valid.toml".into(),
            text: include_str!("../../tests/fixtures/facts/valid.toml").into(),
        };
        read(&[part]).unwrap().facts
    }

    /// The key of a topic's answer with an option, and that answer.
    fn asked(shelf: &crate::facts::Shelf, name: &str, value: &str) -> ReplyKey {
        let options = json!([{"name": name, "type": 3, "value": value}]);
        let payload =
            json!({"type": 2, "locale": "en-GB", "data": {"name": "bridge", "options": options}});
        let settings = discord::Settings::default();
        ReplyKey::of(shelf.languages(), settings, &Interaction::read(&payload)).unwrap()
    }

    fn held(cache: &ReplyCache) -> u64 {
        cache.0.as_ref().map_or(0, Cache::weight)
    }

    #[test]
    fn a_hundred_thousand_days_stay_within_the_bound_and_leave_what_many_ask() {
        let (shelf, cache) = (facts().into(), ReplyCache::new(BOUND));
        let popular = asked(&shelf, "view", "denials");
        let reply = discord::reply(&shelf, discord::Settings::default(), &popular.interaction());
        let reply = Arc::new(reply);
        cache.keep(popular.clone(), Arc::clone(&reply));
        let mut missed = 0;
        for day in 0..100_000 {
            cache.keep(
                asked(&shelf, "as_of", &format!("day {day}")),
                Arc::clone(&reply),
            );
            assert!(held(&cache) <= BOUND);
            if day % 10 == 0 && cache.get(&popular).is_none() {
                missed += 1;
                cache.keep(popular.clone(), Arc::clone(&reply));
            }
        }
        assert!(held(&cache) > BOUND / 2, "{}", held(&cache));
        assert!(missed < 10, "it was pushed out {missed} times");
    }

    #[test]
    fn without_room_nothing_is_kept() {
        let shelf = facts().into();
        let key = asked(&shelf, "view", "denials");
        for bytes in [0, 64] {
            let cache = ReplyCache::new(bytes);
            let reply = discord::reply(&shelf, discord::Settings::default(), &key.interaction());
            cache.keep(key.clone(), Arc::new(reply));
            assert!(cache.get(&key).is_none());
        }
    }
}
