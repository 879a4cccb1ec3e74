//! Reading a text file, or saying in one line what is in the way and what to do about it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::Unusable;

/// The text of the file at `path`.
///
/// # Errors
///
/// That nothing is there, that it is a folder, that it is not text in UTF-8, or what the system says.
pub fn text(path: &Path) -> Result<String, Unusable> {
    let place = path.display();
    // Some systems refuse to open a folder, others to read it: what it is must be asked.
    if path.is_dir() {
        return Err(Unusable(format!(
            "{place} is a folder; name a file in it instead"
        )));
    }
    fs::read_to_string(path).map_err(|why| {
        Unusable(match why.kind() {
            ErrorKind::NotFound => format!("there is nothing at {place}; check its name"),
            ErrorKind::InvalidData => {
                format!("{place} is not text in UTF-8; save it as UTF-8")
            }
            _ => format!("{place} cannot be read: {why}"),
        })
    })
}
