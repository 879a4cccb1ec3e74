//! The files behind the form.

use crate::draft::{Dossier, Edit, NotWritten};

/// What the form reads and writes; the command line knows how.
pub struct Desk {
    /// Reads the fact file, or returns in one line why it cannot be read.
    pub read: Box<ReadDossier>,
    /// Writes files, all or none; `None` for the facts inside the program.
    pub write: Option<Box<WriteEdits>>,
}

/// Reads the fact file.
pub(crate) type ReadDossier = dyn Fn() -> Result<Dossier, String> + Send + Sync;

/// Writes files that are still as in the dossier.
pub(crate) type WriteEdits = dyn Fn(&[Edit], &Dossier) -> Result<(), NotWritten> + Send + Sync;

impl Desk {
    pub(super) fn read(&self) -> Result<Dossier, String> {
        (self.read)()
    }
}
