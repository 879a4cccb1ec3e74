//! Notices that a fact file may have changed. What it notices is only a hint; the caller reads the text.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf, absolute};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::Notify;

/// How often the text is read where its folders are watched: network file systems, for example, do not tell what
/// others changed.
const WATCHED: Duration = Duration::from_secs(5);

/// How often it is read where they cannot be watched.
const UNWATCHED: Duration = Duration::from_secs(1);

/// Most symbolic links in a row, as on Linux.
const MOST_LINKS: usize = 40;

/// The extension of the parts of a fact file.
const EXTENSION: &str = "toml";

/// Watches the folders in which a change can change the text at some paths.
pub(super) struct Watch {
    /// As given.
    given: BTreeSet<PathBuf>,
    /// These and the dossiers that were found there.
    places: BTreeSet<PathBuf>,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    names: Names,
    is_complete: bool,
    is_told: bool,
}

/// The names in the watched folders that count beside those of parts.
type Names = Arc<Mutex<BTreeSet<OsString>>>;

impl Watch {
    /// Watches nothing before [`Watch::renew`]. `hint` is notified of each change that may matter.
    pub(super) fn new(places: &[PathBuf], hint: Arc<Notify>) -> Self {
        let names = Names::default();
        let counting = Arc::clone(&names);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let counts = event.map_or(true, |event| matters(&event, &counting));
            if counts {
                hint.notify_one();
            }
        });
        let given: BTreeSet<PathBuf> = places.iter().map(whole).collect();
        Self {
            places: given.clone(),
            given,
            watcher: watcher.ok(),
            watched: BTreeSet::new(),
            names,
            is_complete: false,
            is_told: false,
        }
    }

    /// Whether these are the dossiers that are watched; if not, they are from the next [`Watch::renew`] on.
    pub(super) fn covers(&mut self, dossiers: impl Iterator<Item = PathBuf>) -> bool {
        let mut places = self.given.clone();
        places.extend(dossiers.map(|place| whole(&place)));
        let before = std::mem::replace(&mut self.places, places);
        before == self.places
    }

    /// Watches the folders that are on the way to the text now. To be called before each reading: a folder can be
    /// replaced, and a symbolic link can point elsewhere.
    pub(super) fn renew(&mut self) {
        let trail = Trail::to(&self.places);
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = trail.names;
        let Some(watcher) = &mut self.watcher else {
            self.tell_unwatched();
            return;
        };
        for folder in self.watched.difference(&trail.folders) {
            // It may be gone.
            let _ = watcher.unwatch(folder);
        }
        let watch = |folder: &PathBuf| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok();
        let (watched, missed): (BTreeSet<_>, BTreeSet<_>) =
            trail.folders.into_iter().partition(watch);
        self.watched = watched;
        self.is_complete = missed.is_empty() && !self.watched.is_empty();
        if !missed.is_empty() {
            self.tell_unwatched();
        }
    }

    /// Logs once that nothing tells of changes.
    fn tell_unwatched(&mut self) {
        if !std::mem::replace(&mut self.is_told, true) {
            tracing::info!("the system cannot watch the facts, so they are read every second");
        }
    }

    /// How long to wait for a hint before the text is read anyway.
    pub(super) fn every(&self) -> Duration {
        match self.is_complete {
            true => WATCHED,
            false => UNWATCHED,
        }
    }
}

/// A path from the root of the file system.
fn whole(place: &PathBuf) -> PathBuf {
    absolute(place).unwrap_or_else(|_| place.clone())
}

/// Whether an event may be about the text. Our own reading causes events, too.
fn matters(event: &Event, names: &Names) -> bool {
    let is_read = match event.kind {
        EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
        _ => false,
    };
    let names = names.lock().unwrap_or_else(PoisonError::into_inner);
    let counts = |path: &PathBuf| {
        let is_part = path.extension().is_some_and(|end| end == EXTENSION);
        is_part || path.file_name().is_some_and(|name| names.contains(name))
    };
    !is_read && (event.need_rescan() || event.paths.iter().any(counts))
}

/// Where a change can change the text at a path: the file or folder itself, and each symbolic link on the way, such as
/// `..data` in a mounted ConfigMap of Kubernetes.
#[derive(Default)]
struct Trail {
    folders: BTreeSet<PathBuf>,
    names: BTreeSet<OsString>,
    followed: BTreeSet<PathBuf>,
}

impl Trail {
    fn to(places: &BTreeSet<PathBuf>) -> Self {
        let mut trail = Self::default();
        for place in places {
            trail.go(place);
        }
        trail
    }

    /// Adds a path and what is in it.
    fn go(&mut self, place: &Path) {
        self.follow(place, MOST_LINKS);
        if place.is_dir() {
            self.enter(place);
            let entries = place.read_dir().into_iter().flatten().flatten();
            let parts = entries
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|end| end == EXTENSION));
            for link in parts.filter(|path| path.is_symlink()) {
                self.follow(&link, MOST_LINKS);
            }
        }
    }

    /// Adds a path and, through its symbolic links, what it leads to.
    fn follow(&mut self, path: &Path, links: usize) {
        if !self.followed.insert(path.to_owned()) {
            return;
        }
        for step in path.ancestors() {
            let is_link = step.is_symlink();
            if !is_link && step != path {
                continue;
            }
            let (Some(folder), Some(name)) = (step.parent(), step.file_name()) else {
                continue;
            };
            self.enter(folder);
            self.names.insert(name.to_owned());
            if let (Ok(target), true) = (step.read_link(), links > 0) {
                self.follow(&folder.join(target), links - 1);
            }
        }
    }

    /// Adds a folder under its real path, so that none is watched under two names.
    fn enter(&mut self, folder: &Path) {
        if let Ok(folder) = folder.canonicalize() {
            // It may be moved or removed itself.
            self.names.extend(folder.file_name().map(OsString::from));
            self.folders.insert(folder);
        }
    }
}
