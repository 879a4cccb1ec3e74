//! The files behind the form, and who may write them.

use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

use axum::http::HeaderMap;
use axum::http::header::{FORWARDED, HeaderName};

use crate::draft::{Dossier, Edit, NotWritten};
use crate::serve::http::FromHere;

/// The header in which servers in front say for whom they ask.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// What the form reads and writes; the command line knows how.
pub struct Desk {
    /// Reads the fact file of the dossier with an id, else of the first, or returns in one line why it cannot be read.
    pub read: Box<ReadDossier>,
    /// Writes files, all or none; `None` for the facts inside the program.
    pub write: Option<Box<WriteEdits>>,
}

/// Reads the fact file of the dossier with an id.
pub(crate) type ReadDossier = dyn Fn(&str) -> Result<Dossier, String> + Send + Sync;

/// Writes files that are still as in the dossier.
pub(crate) type WriteEdits = dyn Fn(&[Edit], &Dossier) -> Result<(), NotWritten> + Send + Sync;

impl Desk {
    pub(super) fn read(&self, id: &str) -> Result<Dossier, String> {
        (self.read)(id)
    }
}

/// What the routes of the form share.
pub(super) struct FormState {
    pub(super) desk: Desk,
    pub(super) token: String,
    /// One save after the other.
    pub(super) saving: Mutex<()>,
}

impl FormState {
    pub(super) fn new(desk: Desk) -> Self {
        let one = || RandomState::new().hash_one("token");
        Self {
            desk,
            token: format!("{:016x}{:016x}", one(), one()),
            saving: Mutex::default(),
        }
    }

    /// Whether somebody may save: `yes`, or why not.
    pub(super) fn may_save(&self, from: FromHere, headers: &HeaderMap) -> &'static str {
        let passed_on = headers.contains_key(FORWARDED) || headers.contains_key(FORWARDED_FOR);
        match () {
            () if !from.0 || passed_on => "elsewhere",
            () if self.desk.write.is_none() => "shipped",
            () => "yes",
        }
    }
}
