//! Pictures in pixels: drawn where nobody is held up, and cached for whoever asks next. What is on them is decided in
//! `render::card`.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use lru::LruCache;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::render::card::{self, Card};

/// How many are cached; each is about 100 kilobytes.
const CACHE_SIZE: NonZeroUsize = NonZeroUsize::new(128).unwrap();

/// How many are drawn at once for replies; each takes a core for tens of milliseconds.
const AT_ONCE: usize = 2;

/// How many of the public pages' wait at most, of which one is drawn: whoever asks for many holds up no reply.
const WAITING: usize = 16;

/// A picture as a PNG file.
pub(super) type Png = Bytes;

/// Draws pictures, each once as long as it is cached.
pub(super) struct Pictures {
    /// By their SVG: the same drawing is the same picture, whatever was asked.
    cached: Mutex<LruCache<String, Png>>,
    replies: Semaphore,
    pages: Semaphore,
    waiting: Semaphore,
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            cached: Mutex::new(LruCache::new(CACHE_SIZE)),
            replies: Semaphore::new(AT_ONCE),
            pages: Semaphore::new(1),
            waiting: Semaphore::new(WAITING),
        }
    }
}

impl Pictures {
    /// A picture as a file; `None` if it could not be drawn.
    pub(super) async fn png(&self, card: Card) -> Option<Png> {
        self.draw(card, &self.replies).await
    }

    /// The same for a public page; `None` as well if too many are asked for.
    pub(super) async fn png_of_page(&self, card: Card) -> Option<Png> {
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let _waiting = self.waiting.try_acquire().ok()?;
        self.draw(card, &self.pages).await
    }

    async fn draw(&self, card: Card, places: &Semaphore) -> Option<Png> {
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let _place = places.acquire().await.ok()?;
        // Somebody may have had it drawn in the meantime.
        if let Some(cached) = self.cached(&card) {
            return Some(cached);
        }
        let drawing = spawn_blocking(move || (card::png(&card), card));
        let (png, card) = drawing.await.ok()?;
        let png = Bytes::from(png?);
        let mut cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner);
        cached.put(card.svg, png.clone());
        Some(png)
    }

    fn cached(&self, card: &Card) -> Option<Png> {
        let mut cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner);
        cached.get(&card.svg).cloned()
    }
}
