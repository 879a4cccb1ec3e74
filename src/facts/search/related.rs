//! What the facts have to do with a message: the few of its words that are words of the facts,
//! and the claims about the same.
//!
//! It sees no stance: a message that denies a claim is as near to it as one that repeats it.

use std::collections::BTreeSet;

use super::asked::{Asking, Wanted, asked};
use super::lexicon::Reading;
use super::words::has_digit;
use super::{Hit, Place};
use crate::facts::Facts;
use crate::facts::date::Day;

/// How much the words of a message must tell together before anything is related to it.
const ENOUGH: f32 = 5.0;

/// Least share of a message's telling words that are words of the facts.
const SHARE: f32 = 0.3;

impl Facts {
    /// The few words of a message by which related claims can be found, as they stand in the facts,
    /// in the order of the message, at most `room` code points. Empty if it is not about the same.
    /// What is not in the facts never gets in.
    pub fn digest(&self, message: &str, room: usize) -> String {
        let (wanted, unknown) = self.heard(message, None);
        let share = wanted.len() as f32 / (wanted.len() + unknown).max(1) as f32;
        if share < SHARE || !self.enough(&wanted) {
            return String::new();
        }
        let pages = self.index().pages();
        let mut ranked: Vec<usize> = (0..wanted.len()).collect();
        let tells = |at: &usize| wanted.get(*at).map_or(0.0, |one| one.information(pages));
        ranked.sort_by(|a, b| tells(b).total_cmp(&tells(a)).then(a.cmp(b)));
        let shown = |at: usize| {
            let meant = wanted.get(at)?.meant.first()?;
            Some(self.index().lexicon().word(meant.word)?.shown.as_str())
        };
        let mut kept = BTreeSet::new();
        let mut used = 0;
        for at in ranked {
            let length = shown(at).map_or(0, |word| word.chars().count());
            let with_space = length + usize::from(!kept.is_empty());
            if length > 0 && used + with_space <= room {
                used += with_space;
                kept.insert(at);
            }
        }
        let words: Vec<&str> = kept.into_iter().filter_map(shown).collect();
        words.join(" ")
    }

    /// The claims known by `day` that are about what a digest is about, the nearest `most` of them.
    pub fn related(&self, digest: &str, day: Day, most: usize) -> Vec<Hit<'_>> {
        let (wanted, _) = self.heard(digest, Some(day));
        if !self.enough(&wanted) {
            return Vec::new();
        }
        let mut hits = self.found(&wanted, day, most).hits;
        hits.retain(|hit| hit.matched.iter().any(|one| one.place == Place::Text));
        hits
    }

    /// The words of a message that tell and are words of the facts, each once, and how many others tell.
    fn heard(&self, message: &str, day: Option<Day>) -> (Vec<Wanted>, usize) {
        let index = self.index();
        let asking = Asking {
            reading: Reading {
                day,
                prefix: usize::MAX,
                slips: false,
            },
            last: usize::MAX,
            pages: index.pages(),
            later: day.is_none_or(|day| day >= self.dossier.reviewed),
        };
        let (mut wanted, unknown) = asked(index.lexicon(), message, asking);
        let all = wanted.len() + unknown.len();
        wanted.retain(|one| one.weight >= 1.0 && self.tells(one));
        let known = wanted.len();
        (wanted, all - known)
    }

    /// Whether a word stands anywhere where it tells what a claim is about.
    fn tells(&self, wanted: &Wanted) -> bool {
        let short = has_digit(&wanted.typed) && wanted.typed.chars().count() < 3;
        !short && self.index().tells(wanted)
    }

    fn enough(&self, wanted: &[Wanted]) -> bool {
        let pages = self.index().pages();
        wanted.iter().map(|one| one.information(pages)).sum::<f32>() >= ENOUGH && wanted.len() > 2
    }
}
