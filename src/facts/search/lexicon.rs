//! The words of the facts, and which of them a typed word may mean: itself, another form of it, a word that it
//! begins, or one that it misspells.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::affixes::Roots;
use super::best::best;
use super::field::{Field, Fields};
use super::forms::{formal, stem};
use super::hit::How;
use super::outline::Outlines;
use super::words::{Hash, Word, has_digit};
use crate::facts::date::Day;
use crate::facts::{Lang, Languages};

/// Most words of the facts that one typed word may mean.
const MOST_CANDIDATES: usize = 24;

/// Shortest stem that makes two words forms of one, in letters.
const SHORTEST_STEM: usize = 3;

/// A word's place in the lexicon.
pub(super) type WordId = u32;

/// A word of the facts.
#[derive(Debug)]
pub(super) struct LexiconEntry {
    /// Folded.
    pub(super) folded: String,
    /// As most often spelt in the facts.
    pub(super) shown: String,
    /// The first day on which a claim with it was known; none if it is only in names.
    pub(super) since: Option<Day>,
    /// How many claims have it.
    pub(super) claims: usize,
    /// The fields of claims that have it.
    pub(super) fields: Fields,
    /// Whether it is a name, or part of one.
    pub(super) name: bool,
}

impl LexiconEntry {
    /// Whether a claim with it was known by a day.
    pub(super) fn is_known(&self, day: Day) -> bool {
        self.since.is_some_and(|since| since <= day)
    }

    /// Whether it is in any field that shows what a claim is about.
    pub(super) fn is_telling(&self) -> bool {
        self.fields.iter().any(Field::is_telling)
    }
}

/// A word of the facts that a typed word may mean, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) word: WordId,
    pub(super) how: How,
    /// From 0 to 1: how near it is among those of its kind.
    distance: f32,
}

impl Candidate {
    /// A word that another may stand for.
    pub(super) fn of(word: WordId, how: How) -> Self {
        Self {
            word,
            how,
            distance: 1.0,
        }
    }

    /// How much such a match counts, at most 1.
    pub(super) fn weight(&self) -> f32 {
        self.how.weight() * (0.5 + self.distance / 2.0)
    }
}

/// How a typed word is matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct MatchOptions {
    /// Only words known by this day exist; `None`: all words.
    pub(super) day: Option<Day>,
    /// The least number of letters for it to be the beginning of a word.
    pub(super) prefix: usize,
    /// Whether it may be misspelt.
    pub(super) typos: bool,
}

impl MatchOptions {
    /// Whether the word is still being typed.
    pub(super) fn is_typing(self) -> bool {
        self.prefix <= 1
    }
}

/// All words of the facts, in the order of their folded letters.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: Vec<LexiconEntry>,
    /// The letters of each of them.
    outlines: Outlines,
    /// How long its longest word is, in bytes.
    longest: usize,
    languages: Languages,
    /// The stems of words in each of their languages, as hashes, sorted.
    stems: Vec<(u64, WordId)>,
    /// The roots that Indonesian words may have.
    roots: Roots,
    /// The words that stand side by side, run together, as hashes, sorted.
    side_by_side: Vec<u64>,
}

impl Lexicon {
    /// Without words, in these languages.
    pub(super) fn new(languages: Languages, mut side_by_side: Vec<u64>) -> Self {
        side_by_side.sort_unstable();
        side_by_side.dedup();
        side_by_side.shrink_to_fit();
        Self {
            languages,
            side_by_side,
            ..Self::default()
        }
    }

    /// Adds the next word, which belongs to the languages at the places of these bits.
    pub(super) fn add(&mut self, word: LexiconEntry, id: WordId, langs: u64) {
        let langs = self.languages.iter().enumerate().filter(|(place, _)| {
            let bit = 1_u64.checked_shl(*place as u32);
            bit.is_some_and(|bit| langs & bit != 0)
        });
        for (_, lang) in langs {
            if lang.is("id") {
                self.roots.add(&word.folded, id);
            }
            let key = stem_key(&stem(&word.folded, lang), lang);
            self.stems.push((key, id));
        }
        self.longest = self.longest.max(word.folded.len());
        self.outlines.push(&word.folded);
        self.words.push(word);
    }

    /// Must follow the last word.
    pub(super) fn sort(&mut self) {
        self.roots.sort();
        self.stems.sort_unstable();
        self.stems.shrink_to_fit();
    }

    /// All words, by their ids.
    pub(super) fn words(&self) -> &[LexiconEntry] {
        &self.words
    }

    /// The letters of all words, by their ids.
    pub(super) fn outlines(&self) -> &Outlines {
        &self.outlines
    }

    /// How long its longest word is, in bytes.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// A word by its place.
    pub(super) fn word(&self, id: WordId) -> Option<&LexiconEntry> {
        self.words.get(id as usize)
    }

    /// The place of a folded word.
    pub(super) fn find(&self, folded: &str) -> Option<WordId> {
        let found = self
            .words
            .binary_search_by(|word| word.folded.as_str().cmp(folded));
        found.ok().and_then(|at| WordId::try_from(at).ok())
    }

    /// What a word may mean, the nearest first. It looks for misspellings only if the word is not a form of a known
    /// one.
    pub(super) fn candidates(&self, word: &Word, options: MatchOptions) -> Vec<Candidate> {
        let folded = word.folded.as_str();
        let known = |(id, _): &(WordId, f32)| {
            let word = self.word(*id);
            word.is_some_and(|word| options.day.is_none_or(|day| word.is_known(day)))
        };
        let candidate = |how| {
            move |(word, distance)| Candidate {
                word,
                how,
                distance,
            }
        };
        let same = self.find(folded).into_iter().map(|id| (id, 1.0));
        let mut found: Vec<Candidate> = same.filter(known).map(candidate(How::Same)).collect();
        found.extend(self.forms(folded).filter(known).map(candidate(How::Stem)));
        if let Some(formal) = formal(folded).filter(|_| found.is_empty() && !word.is_compound()) {
            found.extend(self.forms(&formal).filter(known).map(candidate(How::Stem)));
        }
        let misspelt = found.is_empty() && options.typos;
        // A number is the beginning of another only while it is being typed.
        if folded.chars().count() >= options.prefix && (options.is_typing() || !has_digit(folded)) {
            let longer = self.beginning_with(folded, |id| known(&(id, 1.0)));
            found.extend(longer.map(candidate(How::Prefix)));
        }
        if misspelt {
            let near = self.misspelt(folded, options.is_typing());
            let near = near.into_iter().filter(known);
            found.extend(near.map(candidate(How::Typo)));
        }
        found.sort_by(nearest_first);
        let mut seen = HashSet::new();
        found.retain(|one| seen.insert(one.word));
        found.truncate(MOST_CANDIDATES);
        found
    }

    /// Whether a word is a word of the facts, or a form of one.
    pub(super) fn knows(&self, folded: &str) -> bool {
        self.find(folded).is_some() || self.forms(folded).next().is_some()
    }

    /// Whether a word is two that stand side by side in the facts.
    pub(super) fn is_side_by_side(&self, folded: &str) -> bool {
        let hash = Hash::of(folded).value();
        self.side_by_side.binary_search(&hash).is_ok()
    }

    /// The words of which a word is a form, and how surely.
    fn forms(&self, folded: &str) -> impl Iterator<Item = (WordId, f32)> {
        let stems = self.same_stem(folded).map(|id| (id, 1.0));
        stems.chain(self.roots.sharing(folded))
    }

    /// The words that share a stem with a word in a language.
    fn same_stem(&self, folded: &str) -> impl Iterator<Item = WordId> {
        let stems = self.languages.iter().map(|lang| (lang, stem(folded, lang)));
        let number = has_digit(folded);
        let long = move |stem: &str| stem.chars().count() >= SHORTEST_STEM && !number;
        let stems = stems.filter(move |(_, stem)| long(stem));
        stems.flat_map(|(lang, stem)| {
            let key = stem_key(&stem, lang);
            let start = self.stems.partition_point(|(other, _)| *other < key);
            let here = self.stems.iter().skip(start);
            let here = here.take_while(move |(other, _)| *other == key);
            here.map(|(_, id)| *id)
        })
    }

    /// The known words that begin with a word, and which share of their letters it is: those of which it is the most, of
    /// equals the first.
    fn beginning_with(
        &self,
        folded: &str,
        known: impl Fn(WordId) -> bool,
    ) -> impl Iterator<Item = (WordId, f32)> {
        let words = self.words.as_slice();
        let start = words.partition_point(|word| word.folded.as_str() < folded);
        let rest = words.get(start..).unwrap_or_default();
        let end = start + rest.partition_point(|word| word.folded.starts_with(folded));
        let lengths = self.outlines.lengths(start..end).iter().copied();
        let longer = lengths.zip(start as WordId..);
        let longer = longer.filter(|(_, id)| known(*id));
        let longer = best(longer, MOST_CANDIDATES, Ord::cmp);
        let typed = folded.chars().count() as f32;
        longer
            .into_iter()
            .map(move |(letters, id)| (id, typed / f32::from(letters.max(1))))
    }
}

fn nearest_first(a: &Candidate, b: &Candidate) -> Ordering {
    b.weight().total_cmp(&a.weight()).then(a.word.cmp(&b.word))
}

fn stem_key(stem: &str, lang: Lang) -> u64 {
    let lang = Hash::of(lang.code()).and(Hash::of(" "));
    lang.and(Hash::of(stem)).value()
}
