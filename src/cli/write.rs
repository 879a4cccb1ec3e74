//! Writes fact files, whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::draft::{Edit, NotWritten};
use crate::facts::file::Part;

/// Writes files, all or none: first all beside their places, then each takes its place. `parts` are the files as they were
/// read: one that has changed since then stays as it is, and so do the others.
///
/// # Errors
///
/// That a file has changed, or what the system says.
pub(super) fn write(edits: &[Edit], parts: &[Part]) -> Result<(), NotWritten> {
    let mut ready = Vec::new();
    let done = prepare(edits, parts, &mut ready).and_then(|()| replace(&ready));
    for one in &ready {
        // It is gone where it has taken its place.
        let _ = fs::remove_file(&one.beside);
    }
    done
}

/// A file that waits beside its place.
struct Ready<'e> {
    beside: PathBuf,
    target: PathBuf,
    /// What was in its place.
    before: Option<&'e str>,
}

fn prepare<'e>(
    edits: &[Edit],
    parts: &'e [Part],
    ready: &mut Vec<Ready<'e>>,
) -> Result<(), NotWritten> {
    for edit in edits {
        // A link stays a link: what it leads to is replaced.
        let target = fs::canonicalize(&edit.file).unwrap_or_else(|_| PathBuf::from(&edit.file));
        let name = target
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let beside = target.with_file_name(format!(".{name}.{}.new", std::process::id()));
        let before = parts.iter().find(|part| part.name == edit.file);
        let before = before.map(|part| part.text.as_str());
        let saved = save(&beside, &target, &edit.text);
        let why = saved.map_err(|why| failed(&target, &why));
        ready.push(Ready {
            beside,
            target,
            before,
        });
        why?;
    }
    Ok(())
}

fn save(beside: &Path, target: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(before) = fs::metadata(target) {
        file.set_permissions(before.permissions())?;
    }
    file.sync_all()
}

fn replace(ready: &[Ready<'_>]) -> Result<(), NotWritten> {
    if !ready.iter().all(is_as_read) {
        return Err(NotWritten::Changed);
    }
    for (number, one) in ready.iter().enumerate() {
        if let Err(why) = fs::rename(&one.beside, &one.target) {
            // Those before it become what they were.
            for one in ready.iter().take(number) {
                let _ = match one.before {
                    Some(text) => save(&one.beside, &one.target, text)
                        .and_then(|()| fs::rename(&one.beside, &one.target)),
                    None => fs::remove_file(&one.target),
                };
            }
            return Err(failed(&one.target, &why));
        }
    }
    Ok(())
}

/// Whether a file is as it was read, or still not there.
fn is_as_read(one: &Ready<'_>) -> bool {
    match (fs::read(&one.target), one.before) {
        (Ok(now), Some(before)) => now == before.as_bytes(),
        (Err(why), None) => why.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

fn failed(file: &Path, why: &io::Error) -> NotWritten {
    NotWritten::Failed(format!("{} cannot be written: {why}", file.display()))
}
