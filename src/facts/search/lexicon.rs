//! The words of the facts, and which of them a typed word may mean: itself, another form of it,
//! what it begins, or what it misspells.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::How;
use super::field::Field;
use super::forms::{TypoMatcher, stem};
use super::document::{Document, Occurrence};
use super::words::{Word, has_digit};
use crate::facts::Lang;
use crate::facts::date::Day;

/// Most words of the facts that one typed word may mean.
const MOST_MEANT: usize = 24;

/// Shortest stem by which two words are taken for forms of one.
const SHORTEST_STEM: usize = 3;

/// A word's place in the lexicon.
pub(super) type WordId = u32;

/// A word of the facts.
#[derive(Debug)]
pub(super) struct Entry {
    /// Folded.
    pub(super) folded: String,
    /// As it most often stands in the facts.
    pub(super) shown: String,
    /// The first day on which a claim with it was known; none if it is only in names.
    pub(super) since: Option<Day>,
    /// How many claims have it.
    pub(super) claims: usize,
    /// Whether it stands anywhere where it tells what a claim is about.
    pub(super) tells: bool,
    /// Whether it is a name, or part of one.
    pub(super) name: bool,
}

/// A word of the facts that a typed word may mean, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) word: WordId,
    pub(super) how: How,
    /// From 0 to 1: how near it is among those of its kind.
    pub(super) nearness: f32,
}

/// How a word is to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct MatchOptions {
    /// What was not known by then does not exist.
    pub(super) day: Option<Day>,
    /// From how many letters on it may be the beginning of a word.
    pub(super) prefix: usize,
    /// Whether it may be misspelt.
    pub(super) slips: bool,
}

impl MatchOptions {
    /// Whether somebody is still typing the word.
    fn is_typing(self) -> bool {
        self.prefix <= 1
    }
}

/// All words of the facts, in the order of their folded letters.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: Vec<Entry>,
    stems: HashMap<(Lang, String), Vec<WordId>>,
}

/// Counts words before they get their places.
#[derive(Default)]
pub(super) struct LexiconBuilder(BTreeMap<String, WordStats>);

#[derive(Default)]
struct WordStats {
    spellings: BTreeMap<String, usize>,
    langs: Vec<Lang>,
    since: Option<Day>,
    claims: usize,
    tells: bool,
    /// How often it stood as a name, and how often not.
    name: [usize; 2],
}

impl LexiconBuilder {
    /// Takes the words of a page; `since` is the day on which its claim became known, and what came
    /// out after it counts from `reviewed`.
    pub(super) fn add(&mut self, page: &Document, since: Option<Day>, reviewed: Day) {
        let mut seen = HashSet::new();
        for Occurrence {
            field,
            lang,
            word,
            name,
        } in &page.0
        {
            let stats = self.0.entry(word.folded.clone()).or_default();
            // A word run together, or in small letters by rule, is nobody's spelling, unless it is all
            // there is.
            let spelt = usize::from(!word.compound && !matches!(field, Field::Id | Field::Kind));
            *stats.spellings.entry(word.typed.clone()).or_default() += spelt;
            if let Some(times) = stats.name.get_mut(usize::from(!name)) {
                *times += spelt;
            }
            let langs = lang.map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
            for lang in langs {
                if !stats.langs.contains(&lang) {
                    stats.langs.push(lang);
                }
            }
            let Some(mut since) = since else { continue };
            stats.tells |= field.tells();
            if field.is_later() {
                since = reviewed;
            }
            stats.since = Some(stats.since.map_or(since, |other| other.min(since)));
            stats.claims += usize::from(seen.insert(&word.folded));
        }
    }

    /// The lexicon of everything taken so far.
    pub(super) fn finish(self) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for ((folded, stats), id) in self.0.into_iter().zip(0..) {
            for lang in &stats.langs {
                let stem = stem(&folded, *lang);
                lexicon.stems.entry((*lang, stem)).or_default().push(id);
            }
            let best = stats.spellings.into_iter().rev().max_by_key(|one| one.1);
            lexicon.words.push(Entry {
                shown: best.map_or_else(|| folded.clone(), |(spelling, _)| spelling),
                folded,
                since: stats.since,
                claims: stats.claims,
                tells: stats.tells,
                name: stats.name[0] > stats.name[1],
            });
        }
        lexicon
    }
}

impl Lexicon {
    /// A word by its place.
    pub(super) fn word(&self, id: WordId) -> Option<&Entry> {
        self.words.get(id as usize)
    }

    /// The place of a folded word.
    pub(super) fn find(&self, folded: &str) -> Option<WordId> {
        let place = self
            .words
            .binary_search_by(|word| word.folded.as_str().cmp(folded));
        place.ok().and_then(|place| WordId::try_from(place).ok())
    }

    /// What a word may mean, the nearest first. Misspellings are looked for only when it is no
    /// word of the facts in any form.
    pub(super) fn candidates(&self, word: &Word, options: MatchOptions) -> Vec<Candidate> {
        let folded = word.folded.as_str();
        let mut candidates = Vec::new();
        self.add(&mut candidates, self.find(folded), How::Same, 1.0, options);
        for lang in Lang::ALL {
            let stem = stem(folded, lang);
            if stem.chars().count() >= SHORTEST_STEM && !has_digit(folded) {
                let same = self.stems.get(&(lang, stem)).into_iter().flatten();
                for id in same {
                    self.add(&mut candidates, Some(*id), How::Stem, 1.0, options);
                }
            }
        }
        let known = !candidates.is_empty();
        let letters = folded.chars().count();
        // A number is the beginning of another only while somebody is still typing it.
        if letters >= options.prefix && (options.is_typing() || !has_digit(folded)) {
            for id in self.beginning(folded) {
                let whole = self.word(id).map_or(letters, |one| one.folded.chars().count());
                let nearness = letters as f32 / whole.max(1) as f32;
                self.add(&mut candidates, Some(id), How::Prefix, nearness, options);
            }
        }
        if !known && options.slips {
            self.slips(&mut candidates, folded, options);
        }
        candidates.sort_by(|a, b| b.weight().total_cmp(&a.weight()).then(a.word.cmp(&b.word)));
        candidates.truncate(MOST_MEANT);
        candidates
    }

    fn slips(&self, candidates: &mut Vec<Candidate>, folded: &str, options: MatchOptions) {
        let Some(slips) = TypoMatcher::of(folded, options.is_typing()) else {
            return;
        };
        for (word, id) in self.words.iter().zip(0..) {
            if let Some(nearness) = slips.nearness(&word.folded) {
                self.add(candidates, Some(id), How::Typo, nearness, options);
            }
        }
    }

    fn add(
        &self,
        candidates: &mut Vec<Candidate>,
        id: Option<WordId>,
        how: How,
        nearness: f32,
        options: MatchOptions,
    ) {
        let Some((word, entry)) = id.and_then(|id| Some((id, self.word(id)?))) else {
            return;
        };
        let known = options
            .day
            .is_none_or(|day| entry.since.is_some_and(|since| since <= day));
        if known && !candidates.iter().any(|other| other.word == word) {
            candidates.push(Candidate {
                word,
                how,
                nearness,
            });
        }
    }

    fn beginning(&self, folded: &str) -> impl Iterator<Item = WordId> {
        let start = self.words.partition_point(|word| word.folded.as_str() < folded);
        let words = self.words.iter().enumerate().skip(start);
        words
            .take_while(move |(_, word)| word.folded.starts_with(folded))
            .filter_map(|(place, _)| WordId::try_from(place).ok())
    }

    /// The words nearest to one that is none of the facts, the nearest first, each with its distance.
    pub(super) fn nearest(&self, folded: &str, day: Day) -> Vec<(usize, &Entry)> {
        let most = (folded.chars().count() / 3).clamp(1, 3);
        let words = self.words.iter().filter(|word| !has_digit(&word.folded));
        let known = words.filter(|word| word.since.is_some_and(|since| since <= day));
        let mut near: Vec<(usize, &Entry)> = known
            .map(|word| (strsim::osa_distance(folded, &word.folded), word))
            .filter(|(slips, _)| *slips <= most)
            .collect();
        near.sort_by(|a, b| {
            (a.0, std::cmp::Reverse(a.1.claims), &a.1.folded).cmp(&(
                b.0,
                std::cmp::Reverse(b.1.claims),
                &b.1.folded,
            ))
        });
        near
    }
}

impl Candidate {
    /// How much such a match counts, at most 1.
    pub(super) fn weight(&self) -> f32 {
        self.how.weight() * (0.5 + self.nearness / 2.0)
    }
}
