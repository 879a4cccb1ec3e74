//! The words of the facts, and which of them a typed word may mean: itself, another form of it, a word that it
//! begins, or one that it misspells.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::affixes::Roots;
use super::document::Document;
use super::forms::{TypoMatcher, formal, stem};
use super::hit::{How, Place};
use super::words::{Word, has_digit, hash};
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
    since: Option<Day>,
    /// How many claims have it.
    pub(super) claims: usize,
    /// Whether it is in any field that shows what a claim is about.
    pub(super) telling: bool,
    /// Whether it is a name, or part of one.
    pub(super) name: bool,
}

impl LexiconEntry {
    fn is_known(&self, day: Day) -> bool {
        self.since.is_some_and(|since| since <= day)
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
    languages: Languages,
    stems: HashMap<(Lang, String), Vec<WordId>>,
    /// The roots that Indonesian words may have.
    roots: Roots,
    /// The words that stand side by side, run together, as hashes, sorted.
    side_by_side: Vec<u64>,
}

/// Counts words before they get their places.
#[derive(Default)]
pub(super) struct LexiconBuilder {
    languages: Languages,
    words: BTreeMap<String, WordStats>,
    side_by_side: BTreeSet<u64>,
}

#[derive(Default)]
struct WordStats {
    spellings: BTreeMap<String, i64>,
    langs: BTreeSet<Lang>,
    since: Option<Day>,
    claims: usize,
    telling: bool,
    /// How many times more often it is a name than not.
    name: i64,
}

impl LexiconBuilder {
    /// For texts in these languages.
    pub(super) fn new(languages: Languages) -> Self {
        Self {
            languages,
            ..Self::default()
        }
    }

    /// Adds the words of a document. Its claim became known on the day `since`; words from later sources count from
    /// `reviewed`.
    pub(super) fn add(&mut self, document: &Document, since: Option<Day>, reviewed: Day) {
        let mut seen = HashSet::new();
        self.side_by_side
            .extend(document.side_by_side.iter().map(|pair| hash(pair)));
        for one in &document.words {
            let stats = self.words.entry(one.word.folded.clone()).or_default();
            // Compounds, words that are always in lower case and notes give the spelling only if there is no other.
            let lesser = matches!(one.field.place(), Place::Id | Place::Kind | Place::Note);
            let compound = one.word.is_compound() && !has_digit(&one.word.folded);
            let spelt = i64::from(!compound && !lesser);
            *stats.spellings.entry(one.word.typed.clone()).or_default() += spelt;
            stats.name += if one.name { spelt } else { -spelt };
            match one.lang {
                Some(lang) => stats.langs.extend([lang]),
                None => stats.langs.extend(self.languages.iter()),
            }
            let Some(known) = since else { continue };
            stats.telling |= one.field.is_telling();
            let since = match one.field.is_later() {
                true => reviewed,
                false => known,
            };
            stats.since = Some(stats.since.map_or(since, |other| other.min(since)));
            stats.claims += usize::from(seen.insert(&one.word.folded));
        }
    }

    /// The lexicon of all words added so far.
    pub(super) fn finish(self) -> Lexicon {
        let mut lexicon = Lexicon {
            side_by_side: self.side_by_side.into_iter().collect(),
            languages: self.languages,
            ..Lexicon::default()
        };
        for ((folded, stats), id) in self.words.into_iter().zip(0..) {
            if stats.langs.iter().any(|lang| lang.is("id")) {
                lexicon.roots.add(&folded, id);
            }
            for lang in stats.langs {
                let stem = stem(&folded, lang);
                lexicon.stems.entry((lang, stem)).or_default().push(id);
            }
            let spellings = stats.spellings.into_iter().rev();
            let best = spellings.max_by_key(|(_, times)| *times);
            lexicon.words.push(LexiconEntry {
                shown: best.map_or_else(|| folded.clone(), |(spelling, _)| spelling),
                folded,
                since: stats.since,
                claims: stats.claims,
                telling: stats.telling,
                name: stats.name > 0,
            });
        }
        lexicon.roots.sort();
        lexicon
    }
}

impl Lexicon {
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
            let longer = self.beginning_with(folded).filter(known);
            found.extend(longer.map(candidate(How::Prefix)));
        }
        if misspelt {
            let near = self.misspelt(folded, options.is_typing()).filter(known);
            found.extend(near.map(candidate(How::Typo)));
        }
        found.sort_by(|a, b| b.weight().total_cmp(&a.weight()).then(a.word.cmp(&b.word)));
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
        self.side_by_side.binary_search(&hash(folded)).is_ok()
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
        stems.flat_map(|key| self.stems.get(&key).into_iter().flatten().copied())
    }

    /// The words that begin with a word, and which share of their letters it is.
    fn beginning_with(&self, folded: &str) -> impl Iterator<Item = (WordId, f32)> {
        let start = self
            .words
            .partition_point(|word| word.folded.as_str() < folded);
        let letters = folded.chars().count() as f32;
        let words = self.words.iter().zip(0..).skip(start);
        words
            .take_while(move |(word, _)| word.folded.starts_with(folded))
            .map(move |(word, id)| (id, letters / word.folded.chars().count().max(1) as f32))
    }

    /// The words that a word may be a misspelling of, and how near they are.
    fn misspelt(&self, folded: &str, typing: bool) -> impl Iterator<Item = (WordId, f32)> {
        let matcher = TypoMatcher::new(folded, typing);
        let words = self.words.iter().zip(0..);
        words.filter_map(move |(word, id)| Some((id, matcher.as_ref()?.distance(&word.folded)?)))
    }

    /// The known words nearest to an unknown one, the nearest first, each with its distance.
    pub(super) fn nearest(&self, folded: &str, day: Day) -> Vec<(usize, &LexiconEntry)> {
        let most = (folded.chars().count() / 3).clamp(1, 3);
        let known = self.words.iter().filter(|word| word.is_known(day));
        let mut near: Vec<(usize, &LexiconEntry)> = known
            .filter(|word| !has_digit(&word.folded))
            .map(|word| (strsim::osa_distance(folded, &word.folded), word))
            .filter(|(distance, _)| *distance <= most)
            .collect();
        near.sort_by_key(|(distance, word)| (*distance, Reverse(word.claims)));
        near
    }
}
