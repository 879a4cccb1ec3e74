//! Whose turn it is to have a page made: few at once, so that a crowd of readers leaves time for interactions, and fewer
//! that take long, so that a crowd of searches leaves time for other pages.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

use crate::pages::Effort;

/// How many pages are made at once.
const PAGES_AT_ONCE: usize = 2;

/// How many of them may take long.
const LONG_PAGES_AT_ONCE: usize = 1;

/// How long a page waits for its turn. A server in front gives up later than that.
const PATIENCE: Duration = Duration::from_secs(1);

/// The places for pages that are made at once. The others wait in line.
pub(super) struct Turns {
    pages: Semaphore,
    /// Pages that take long wait here before they stand in the line of all.
    long_pages: Semaphore,
}

/// The turn of one page, which lasts until it is dropped: the places that it takes.
pub(super) struct Turn<'a> {
    _places: [Option<SemaphorePermit<'a>>; 2],
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            pages: Semaphore::new(PAGES_AT_ONCE),
            long_pages: Semaphore::new(LONG_PAGES_AT_ONCE),
        }
    }
}

impl Turns {
    /// The turn of a page of this effort; `None` if it did not come in time.
    pub(super) async fn next(&self, effort: Effort) -> Option<Turn<'_>> {
        let places = async {
            let long = match effort {
                Effort::Constant => return Some([None, None]),
                Effort::Usual => None,
                Effort::Long => Some(self.long_pages.acquire().await.ok()?),
            };
            Some([long, Some(self.pages.acquire().await.ok()?)])
        };
        let places = timeout(PATIENCE, places).await.ok().flatten();
        places.map(|_places| Turn { _places })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_crowd_of_searches_leaves_a_place_for_other_pages() {
        let turns = Turns::default();
        let search = turns.next(Effort::Long).await;
        assert!(search.is_some());
        assert!(turns.next(Effort::Long).await.is_none(), "a second search");
        let page = turns.next(Effort::Usual).await;
        assert!(page.is_some(), "a page beside a search");
        assert!(turns.next(Effort::Usual).await.is_none(), "no place left");
        assert!(turns.next(Effort::Constant).await.is_some());
        drop(search);
        assert!(turns.next(Effort::Long).await.is_some());
    }
}
