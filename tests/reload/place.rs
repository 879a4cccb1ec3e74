//! A fact file in a folder of its own, and the ways in which programs save one.

use std::fs;
use std::path::{Path, PathBuf};

/// A new folder for a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("reload")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// How a file is saved.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Emptied and written.
    InPlace,
    /// Written beside it and renamed.
    Rename,
    /// Removed and written again.
    Again,
}

pub fn save(path: &Path, text: &str, way: Way) {
    match way {
        Way::InPlace => fs::write(path, text).unwrap(),
        Way::Rename => {
            let beside = path.with_extension("new");
            fs::write(&beside, text).unwrap();
            fs::rename(beside, path).unwrap();
        }
        Way::Again => {
            // It may be gone.
            let _ = fs::remove_file(path);
            fs::write(path, text).unwrap();
        }
    }
}

/// A second name for a file in another folder. Nobody who watches the folder of the first is told of what is written
/// under it.
pub fn behind(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap().with_extension("behind");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let link = folder.join("unwatched.toml");
    fs::hard_link(path, &link).unwrap();
    link
}
