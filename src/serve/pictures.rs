//! Draws pictures as PNG on threads for blocking work, and caches them. `render::card` decides what is on them.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use lru::LruCache;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::render::card::{self, Card};

/// How many pictures are cached; each has about 100 kilobytes.
const CACHE_SIZE: NonZeroUsize = NonZeroUsize::new(128).unwrap();

/// How many are drawn at once; each takes a core for tens of milliseconds.
const AT_ONCE: usize = 2;

/// How many pictures of replies may wait for that.
const REPLIES: usize = 64;

/// How many pictures of public pages may wait, the one being drawn included.
const PAGES: usize = 16;

/// How often a picture of a public page looks whether no reply needs the place.
const LOOK: Duration = Duration::from_millis(10);

/// A picture as a PNG file.
pub(super) type Png = Bytes;

/// Draws pictures and caches them.
pub(super) struct Pictures {
    /// By their SVG, because several questions can have the same picture.
    cached: Arc<Mutex<LruCache<String, Png>>>,
    drawing: Arc<Semaphore>,
    /// Of these pictures, one is drawn at a time.
    page: Arc<Semaphore>,
    replies_waiting: Semaphore,
    pages_waiting: Semaphore,
}

/// What a drawing holds until it is done, also when nobody waits for it any more.
type Permits = (OwnedSemaphorePermit, Option<OwnedSemaphorePermit>);

impl Default for Pictures {
    fn default() -> Self {
        Self {
            cached: Arc::new(Mutex::new(LruCache::new(CACHE_SIZE))),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
            page: Arc::new(Semaphore::new(1)),
            replies_waiting: Semaphore::new(REPLIES),
            pages_waiting: Semaphore::new(PAGES),
        }
    }
}

impl Pictures {
    /// A picture for a reply; `None` if it cannot be drawn or too many are waiting.
    pub(super) async fn png(&self, card: Card) -> Option<Png> {
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let _waiting = self.replies_waiting.try_acquire().ok()?;
        let drawing = Arc::clone(&self.drawing).acquire_owned().await.ok()?;
        self.draw(card, (drawing, None)).await
    }

    /// A picture for a public page, as above. It waits as long as a reply needs the place.
    pub(super) async fn png_of_page(&self, card: Card) -> Option<Png> {
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let _waiting = self.pages_waiting.try_acquire().ok()?;
        let page = Arc::clone(&self.page).acquire_owned().await.ok()?;
        loop {
            // A free place goes to the replies that wait in line for it first.
            if let Ok(drawing) = Arc::clone(&self.drawing).try_acquire_owned() {
                return self.draw(card, (drawing, Some(page))).await;
            }
            sleep(LOOK).await;
        }
    }

    async fn draw(&self, card: Card, permits: Permits) -> Option<Png> {
        // Another request may have drawn it in the meantime.
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let cached = Arc::clone(&self.cached);
        let drawing = spawn_blocking(move || {
            let png = card::png(&card).map(Bytes::from);
            if let Some(png) = &png {
                let mut cached = cached.lock().unwrap_or_else(PoisonError::into_inner);
                cached.put(card.svg, png.clone());
            }
            drop(permits);
            png
        });
        drawing.await.ok()?
    }

    fn cached(&self, card: &Card) -> Option<Png> {
        let mut cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner);
        cached.get(&card.svg).cloned()
    }
}
