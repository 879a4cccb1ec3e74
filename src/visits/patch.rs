//! What to change in a fact file after its addresses were asked, as a patch that somebody reads and applies.

use similar::TextDiff;
use toml_edit::{DocumentMut, Item, Table, Value};

use super::finding::Finding;
use super::walk::End;
use crate::facts::date::Day;
use crate::facts::file::Part;
use crate::facts::{AddressKind, Source};

/// A change to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is gone, since this day at the latest.
    Gone(Day),
    /// It is at another address.
    Moved(String),
}

/// A patch, and what it leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// A unified diff of the parts; empty if there is nothing to change.
    pub text: String,
    /// The ids of sources that are written in a way in which they are not changed.
    pub left_out: Vec<String>,
}

/// The patch that follows from the findings of a day.
pub fn patch(parts: &[Part], findings: &[Finding<'_>], today: Day) -> Patch {
    let changes: Vec<(&Source, Change)> = findings
        .iter()
        .flat_map(|finding| changes(finding, today))
        .collect();
    let mut patch = Patch::default();
    let mut left: Vec<&str> = changes.iter().map(|(source, _)| &*source.id).collect();
    for part in parts {
        let Some((changed, done)) = changed(&part.text, &changes) else {
            continue;
        };
        left.retain(|id| !done.contains(id));
        if changed != part.text {
            let name = part.name.trim_start_matches('/');
            let diff = TextDiff::from_lines(&part.text, &changed);
            let mut diff = diff.unified_diff();
            let diff = diff
                .header(&format!("a/{name}"), &format!("b/{name}"))
                .to_string();
            patch.text.push_str(&diff);
        }
    }
    patch.left_out = left.into_iter().map(str::to_owned).collect();
    patch
}

/// What changes for the sources with an address.
///
/// Where nobody looked, as on a host that is not in the file, nothing changes, and neither where the page that was found
/// has another text.
fn changes<'a>(finding: &'a Finding<'_>, today: Day) -> Vec<(&'a Source, Change)> {
    let moved = finding.walked.moved.as_ref();
    let change = match (&finding.walked.end, moved) {
        _ if finding.is_gone() => Change::Gone(today),
        (End::Page(_), Some(moved)) if moved.for_good => {
            if finding.has_changed() || finding.unsearched {
                return Vec::new();
            }
            Change::Moved(moved.to.to_string())
        }
        _ => return Vec::new(),
    };
    let originals = finding.target.uses.iter();
    let originals = originals.filter(|one| one.kind == AddressKind::Original);
    let open = originals.filter(|one| one.source.gone.is_none());
    open.map(|one| (&*one.source, change.clone())).collect()
}

/// A part with the changes of the sources in it, and their ids; `None` if it cannot be read.
fn changed<'c>(text: &str, changes: &[(&'c Source, Change)]) -> Option<(String, Vec<&'c str>)> {
    // What is written again has plain line ends, and no byte order mark.
    let mark = if text.starts_with('\u{feff}') {
        "\u{feff}"
    } else {
        ""
    };
    let windows = text.contains("\r\n");
    let mut document: DocumentMut = text.trim_start_matches('\u{feff}').parse().ok()?;
    let mut done = Vec::new();
    let sources = document
        .get_mut("source")
        .and_then(Item::as_array_of_tables_mut);
    for table in sources.into_iter().flat_map(|sources| sources.iter_mut()) {
        let id = table.get("id").and_then(Item::as_str).unwrap_or_default();
        let found: Vec<_> = changes
            .iter()
            .filter(|(source, _)| source.id == id)
            .collect();
        for (source, change) in found {
            apply(table, change);
            done.push(&*source.id);
        }
    }
    if done.is_empty() {
        return Some((text.to_owned(), done));
    }
    let written = document.to_string();
    let written = match windows {
        true => written.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => written,
    };
    Some((format!("{mark}{written}"), done))
}

fn apply(table: &mut Table, change: &Change) {
    match change {
        Change::Gone(day) => {
            table.insert("gone", Item::Value(day.to_string().into()));
        }
        Change::Moved(to) => {
            // What stands around the value, as a remark behind it, stays.
            if let Some(value) = table.get_mut("url").and_then(Item::as_value_mut) {
                let around = value.decor().clone();
                *value = Value::from(to.as_str());
                *value.decor_mut() = around;
            }
        }
    }
}
