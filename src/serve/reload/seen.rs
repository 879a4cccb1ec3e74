//! What is known of each dossier: its problems, and the facts that are in use.

use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::quality::FixedState;

use super::Reading;
use crate::facts::file::{self, Checked, Part};
use crate::facts::problem::{Problem, Severity};
use crate::facts::{Facts, Shelf};

/// The dossiers as they were the last time.
#[derive(Clone, Debug, Default)]
pub(in crate::serve) struct Seen {
    /// The fingerprints of what was read; none before the first time. The texts of large dossiers take much memory.
    pub(super) fingerprints: Option<Vec<u64>>,
    pub(in crate::serve) dossiers: Vec<SeenDossier>,
}

/// What was read.
pub(super) struct Read {
    readings: Vec<Reading>,
    /// A number for each dossier, equal for equal ones.
    pub(super) fingerprints: Vec<u64>,
}

impl Read {
    pub(super) fn of(readings: Vec<Reading>) -> Self {
        let state = FixedState::default();
        let fingerprints = readings.iter().map(|one| state.hash_one(one));
        Self {
            fingerprints: fingerprints.collect(),
            readings,
        }
    }
}

/// A dossier as it was the last time.
#[derive(Clone, Debug)]
pub(in crate::serve) struct SeenDossier {
    /// The path of its file or folder.
    pub(super) place: PathBuf,
    /// Its errors, or its warnings if there are none.
    problems: Vec<Problem>,
    /// What clashes with the dossiers before it.
    clashes: Vec<Problem>,
    /// Why it cannot be read, in one line.
    pub(in crate::serve) unread: Option<String>,
    /// The last good facts; none if there never were any.
    facts: Option<Arc<Facts>>,
}

/// What a reading changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Nothing was read anew.
    Same,
    /// There are other facts now.
    Loaded,
    /// The facts are as before, and without errors.
    Good,
    /// The facts cannot be used.
    Refused,
    /// The files cannot be read.
    Unread,
}

impl SeenDossier {
    /// Whether it is not in use as it is in its files, because it has errors or cannot be read.
    pub(in crate::serve) fn is_refused(&self) -> bool {
        self.unread.is_some() || self.problems().any(is_error)
    }

    /// The facts that are in use; none if there never were good ones, or if another dossier has its id.
    pub(super) fn in_use(&self) -> Option<&Arc<Facts>> {
        let clashes = self.clashes.iter().any(is_error);
        self.facts.as_ref().filter(|_| !clashes)
    }

    /// Its errors, or its warnings if there are none; then what clashes with the dossiers before it.
    pub(in crate::serve) fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(&self.clashes)
    }

    /// What it is after a reading, with the facts in use so far.
    fn after(reading: &Reading, facts: Option<Arc<Facts>>) -> (Self, Came) {
        let mut dossier = Self {
            place: reading.place.clone(),
            problems: Vec::new(),
            clashes: Vec::new(),
            unread: None,
            facts,
        };
        let came = match &reading.parts {
            Err(why) => {
                dossier.unread = Some(why.clone());
                Came::Unread
            }
            Ok(parts) => match file::read(parts) {
                Err(problems) => {
                    dossier.problems = problems;
                    Came::Refused
                }
                Ok(Checked { facts, warnings }) => {
                    dossier.problems = warnings;
                    let revision = |facts: &Arc<Facts>| facts.revision.clone();
                    match dossier.facts.as_ref().map(revision) == Some(facts.revision.clone()) {
                        true => Came::Good,
                        false => {
                            // The first completion should not wait for it.
                            crate::commands::prepare(&facts);
                            dossier.facts = Some(Arc::new(facts));
                            Came::Loaded
                        }
                    }
                }
            },
        };
        (dossier, came)
    }
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

impl Seen {
    /// Whether nothing differs from what was read.
    pub(super) fn is_seen(&self, read: &Read) -> bool {
        self.fingerprints.as_ref() == Some(&read.fingerprints)
    }

    /// What is known after these readings, and what came of each dossier. Those from before whose files are gone are left
    /// out, unless the folder that they were in cannot be read. `shelf` is in use.
    pub(super) fn after(&self, read: &Read, shelf: &Shelf) -> (Self, Vec<Came>) {
        let old = self.fingerprints.as_deref().unwrap_or_default();
        let readings = read.readings.as_slice();
        let mut came = Vec::new();
        let mut dossiers: Vec<SeenDossier> = Vec::new();
        for (reading, fingerprint) in readings.iter().zip(&read.fingerprints) {
            let known = self.get(&reading.place);
            if let Some(known) = known.filter(|_| old.contains(fingerprint)) {
                dossiers.push(known.clone());
                came.push(Came::Same);
                continue;
            }
            let facts = match known {
                Some(known) => known.facts.clone(),
                None => in_use(reading, readings.len(), shelf),
            };
            let (dossier, what) = SeenDossier::after(reading, facts);
            dossiers.push(dossier);
            came.push(what);
            if reading.parts.is_err() {
                let below = |one: &&SeenDossier| {
                    one.place != reading.place && one.place.starts_with(&reading.place)
                };
                dossiers.extend(self.dossiers.iter().filter(below).cloned());
                came.resize(dossiers.len(), Came::Same);
            }
        }
        let mut seen = Self {
            fingerprints: Some(read.fingerprints.clone()),
            dossiers,
        };
        seen.note_clashes(readings);
        (seen, came)
    }

    /// Adds to each dossier that is good what clashes with those before it.
    fn note_clashes(&mut self, readings: &[Reading]) {
        let parts = |one: &SeenDossier| {
            let own = readings.iter().find(|reading| reading.place == one.place);
            own.and_then(|own| own.parts.as_deref().ok())
        };
        for dossier in &mut self.dossiers {
            dossier.clashes.clear();
        }
        let good = self.dossiers.iter().enumerate();
        let good = good.filter(|(_, one)| !one.is_refused());
        let good = good.filter_map(|(at, one)| Some((at, parts(one)?)));
        let (good, texts): (Vec<usize>, Vec<&[Part]>) = good.unzip();
        for (at, found) in good.into_iter().zip(file::clashes(&texts)) {
            if let Some(dossier) = self.dossiers.get_mut(at) {
                dossier.clashes = found;
            }
        }
    }

    /// The dossier at a place.
    pub(super) fn get(&self, place: &Path) -> Option<&SeenDossier> {
        self.dossiers.iter().find(|one| one.place == place)
    }

    /// What the log calls a dossier, if there are several.
    pub(super) fn name<'a>(&self, dossier: &'a SeenDossier) -> Option<&'a str> {
        let name = dossier.place.file_name().and_then(|name| name.to_str());
        name.filter(|_| self.dossiers.len() > 1)
    }

    /// The dossiers that can be used; `None` if there is none.
    pub(super) fn shelf(&self) -> Option<Shelf> {
        Shelf::new(self.dossiers.iter().filter_map(|one| one.in_use().cloned()))
    }
}

/// The facts in use that a place has, when it is read for the first time: the only ones, if there is one place, else those
/// with the same texts.
fn in_use(reading: &Reading, places: usize, shelf: &Shelf) -> Option<Arc<Facts>> {
    if let (1, Some(only)) = (places, shelf.only()) {
        return Some(Arc::clone(only));
    }
    let revision = file::revision(reading.parts.as_deref().ok()?);
    let mut all = shelf.iter();
    all.find(|facts| facts.revision == revision).cloned()
}
