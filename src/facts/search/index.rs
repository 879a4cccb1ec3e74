//! The index of one snapshot: its lexicon, its pages, and the ranking of what is found.

use super::parse::QueryTerm;
use super::engine::{Engine, DocumentId};
use super::field::Field;
use super::lexicon::{LexiconBuilder, Lexicon, Candidate, WordId};
use super::document::Document;
use super::{How, Match};
use crate::facts::Facts;
use crate::facts::date::Day;

/// How many times more pages than asked for are weighed in detail, and at least how many.
const WIDER: usize = 3;
const AT_LEAST: usize = 60;

/// Everything by which the facts can be found. Made by [`Facts::index`].
#[derive(Default)]
pub struct Index {
    lexicon: Lexicon,
    engine: Option<Engine>,
    pages: Vec<Placed>,
    speakers: Vec<Words>,
    topics: Vec<Words>,
}

/// The words of a page with their fields, sorted.
pub(super) type Words = Vec<(WordId, Field)>;

/// A claim's page: which claim it is, and its words.
struct Placed {
    claim: usize,
    words: Words,
}

/// A claim that was found, by its place among the claims.
pub(super) struct Scored {
    pub(super) claim: usize,
    pub(super) score: f32,
    pub(super) matched: Vec<Match>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pages = self.pages.len();
        f.debug_struct("Index").field("pages", &pages).finish()
    }
}

impl Index {
    /// Reads the whole snapshot. Withdrawn claims have no page.
    pub(super) fn of(facts: &Facts) -> Self {
        let standing = facts
            .claims
            .iter()
            .enumerate()
            .filter_map(|(place, claim)| {
                let since = facts.known_since(claim)?;
                let page = || Document::of_claim(facts, claim, since);
                claim.withdrawn.is_none().then(|| (place, since, page()))
            });
        let claims: Vec<(usize, Day, Document)> = standing.collect();
        let speakers = facts.speakers.iter().map(|one| Document::of_speaker(one));
        let speakers: Vec<Document> = speakers.collect();
        let topics: Vec<Document> = facts.topics.iter().map(|one| Document::of_topic(one)).collect();
        let mut builder = LexiconBuilder::default();
        for (_, since, page) in &claims {
            builder.add(page, Some(*since), facts.dossier.reviewed);
        }
        for page in speakers.iter().chain(&topics) {
            builder.add(page, None, facts.dossier.reviewed);
        }
        let lexicon = builder.finish();
        let place = |(claim, _, page): &(usize, Day, Document)| Placed {
            claim: *claim,
            words: placed(&lexicon, page),
        };
        let all = |pages: &[Document]| pages.iter().map(|page| placed(&lexicon, page)).collect();
        Self {
            // Without an engine nothing is found, and everything else of the bot still works.
            engine: Engine::build(claims.iter().map(|(_, since, page)| (*since, page))).ok(),
            pages: claims.iter().map(place).collect(),
            speakers: all(&speakers),
            topics: all(&topics),
            lexicon,
        }
    }

    /// How many claims it has.
    pub(super) fn pages(&self) -> usize {
        self.pages.len()
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The words of each speaker, in the order of the file.
    pub(super) fn speakers(&self) -> &[Words] {
        &self.speakers
    }

    /// The words of each topic, in the order of the file.
    pub(super) fn topics(&self) -> &[Words] {
        &self.topics
    }

    /// For each wanted word, the best match on a claim's page and its place there, if any; by the
    /// claim's place among the claims.
    pub(super) fn shared(&self, wanted: &[QueryTerm], claim: usize) -> Vec<Option<(Candidate, Field)>> {
        let place = self.pages.binary_search_by_key(&claim, |page| page.claim);
        let page = place.ok().and_then(|place| self.pages.get(place));
        let best = |one| page.and_then(|page| best_match(&page.words, one));
        wanted.iter().map(best).collect()
    }

    /// The speakers that have a word in their names, by their places in the file.
    pub(super) fn bearing(&self, name: WordId) -> impl Iterator<Item = usize> {
        let speakers = self.speakers.iter().enumerate();
        let bearing = speakers.filter(move |(_, words)| bears(words, name));
        bearing.map(|(place, _)| place)
    }

    /// How many speakers at least it takes to have all these words in their names. A word that is in
    /// no speaker's name counts as one of its own.
    pub(super) fn bearers(&self, mut names: Vec<WordId>) -> usize {
        let mut bearers = 0;
        while !names.is_empty() {
            let count = |words: &&Words| names.iter().filter(|name| bears(words, **name)).count();
            let most = self.speakers.iter().max_by_key(count);
            match most.filter(|words| count(words) > 0) {
                Some(words) => names.retain(|name| !bears(words, *name)),
                None => return bearers + names.len(),
            }
            bearers += 1;
        }
        bearers
    }

    /// The claims that fit best on a day, and how many fit at all. A claim with every word comes
    /// before one with some of them, unless it has them in lesser places only.
    pub(super) fn best(&self, wanted: &[QueryTerm], day: Day, most: usize) -> (Vec<Scored>, usize) {
        let Some(engine) = self.engine.as_ref().filter(|_| !wanted.is_empty()) else {
            return (Vec::new(), 0);
        };
        let wider = most
            .saturating_mul(WIDER)
            .clamp(AT_LEAST, self.pages().max(AT_LEAST));
        let found = engine.search(&self.lexicon, wanted, day, wider);
        let (found, total) = found.unwrap_or_default();
        let mut scored: Vec<Scored> = found
            .into_iter()
            .filter_map(|(score, page)| self.scored(wanted, score, page))
            .collect();
        scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.claim.cmp(&b.claim)));
        scored.truncate(most);
        (scored, total)
    }

    fn scored(&self, wanted: &[QueryTerm], score: f32, page: DocumentId) -> Option<Scored> {
        let page = self.pages.get(page as usize)?;
        let all: f32 = wanted.iter().map(|one| one.information(self.pages())).sum();
        let mut covered = 0.0;
        let mut matched = Vec::new();
        for one in wanted {
            if let Some((candidate, field)) = best_match(&page.words, one) {
                // A word in a lesser place is not wholly there.
                let there = candidate.how.weight() * (1.0 + field.boost()) / 2.0;
                covered += one.information(self.pages()) * there;
                matched.extend(self.matched(one, candidate, field));
            }
        }
        let share = covered / all.max(f32::MIN_POSITIVE);
        Some(Scored {
            claim: page.claim,
            score: score * share,
            matched,
        })
    }

    fn matched(&self, wanted: &QueryTerm, candidate: Candidate, field: Field) -> Option<Match> {
        let word = self.lexicon.word(candidate.word)?;
        let alias = candidate.how == How::Same && field.is_alias();
        Some(Match {
            typed: wanted.typed.clone(),
            word: word.shown.clone(),
            place: field.place(),
            how: if alias { How::Alias } else { candidate.how },
        })
    }
}

/// The best of what a typed word may mean on a page, and its best place there.
pub(super) fn best_match(words: &Words, wanted: &QueryTerm) -> Option<(Candidate, Field)> {
    let mut best: Option<(f32, Candidate, Field)> = None;
    for candidate in &wanted.candidates {
        let start = words.partition_point(|(word, _)| *word < candidate.word);
        let here = words.iter().skip(start);
        let here = here.take_while(|(word, _)| *word == candidate.word);
        for (_, field) in here.filter(|(_, field)| wanted.later || !field.is_later()) {
            let weight = candidate.weight() * field.boost();
            if best.is_none_or(|(other, _, _)| weight > other) {
                best = Some((weight, *candidate, *field));
            }
        }
    }
    best.map(|(_, candidate, field)| (candidate, field))
}

/// Whether a word is in a name of a speaker.
fn bears(words: &Words, name: WordId) -> bool {
    let start = words.partition_point(|(word, _)| *word < name);
    let mut here = words
        .iter()
        .skip(start)
        .take_while(|(word, _)| *word == name);
    here.any(|(_, field)| matches!(field, Field::Speaker | Field::SpeakerAlias))
}

fn placed(lexicon: &Lexicon, page: &Document) -> Words {
    let words = page.0.iter();
    let mut words: Words = words
        .filter_map(|one| Some((lexicon.find(&one.word.folded)?, one.field)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
