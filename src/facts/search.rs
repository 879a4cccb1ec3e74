//! One full-text index over a snapshot of the facts: search, completion as one types, "did you
//! mean", and what is related to a message.
//!
//! It says where a claim matched and never what is so: it sees no stance, only words.

mod parse;
mod engine;
mod field;
mod forms;
mod index;
mod lexicon;
mod document;
mod related;
mod suggest;
mod words;

pub use index::Index;

use parse::{QueryOptions, MOST_WORDS, QueryTerm, parse_query};
use lexicon::MatchOptions;
use words::Word;

use super::date::Day;
use super::{Claim, Facts};

/// From how many letters on a word of a search may be the beginning of one.
const PREFIX: usize = 3;

/// Below which part of the best score a hit is left out that only stands beside what was meant.
const FAR: f32 = 0.3;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found<'a> {
    /// The best first.
    pub hits: Vec<Hit<'a>>,
    /// How many claims there are that have any of the words, shown or not, without those far off.
    pub total: usize,
    /// Words that were read as others: as typed, and as it stands in the facts.
    pub corrected: Vec<(String, String)>,
}

/// A claim that was found.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The claim, known on the day of the question.
    pub claim: &'a Claim,
    /// How well it fits, in the scale of this one search only.
    pub score: f32,
    /// For each typed word that it has, the best match, in the order of the words.
    pub matched: Vec<Match>,
}

/// A typed word and the word of the facts that it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As it was typed.
    pub typed: String,
    /// As it most often stands in the facts.
    pub word: String,
    /// Where in the claim.
    pub place: Place,
    /// What the one has to do with the other.
    pub how: How,
}

/// Where in a claim a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In its sentence.
    Text,
    /// In the exact words.
    Quote,
    /// In a number or the name of what is counted.
    Figure,
    /// In a name or post of a speaker, of those cited, or of the state behind them.
    Speaker,
    /// In the channel: a speech, a press briefing.
    Channel,
    /// In a name of those it is about.
    About,
    /// In a title or alias of its topics.
    Topic,
    /// In the place where it happened.
    Where,
    /// In the date when it was said or happened.
    When,
    /// In the publisher of a source.
    Source,
    /// In its id.
    Id,
    /// In what the speaker does: denies, confirms …
    Kind,
}

/// What a typed word has to do with a word of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The same word, whatever its case and accents.
    Same,
    /// Another name of a speaker or topic.
    Alias,
    /// Another form of the word, in English or Indonesian.
    Stem,
    /// Its beginning.
    Prefix,
    /// A misspelling.
    Typo,
}

impl Hit<'_> {
    /// Whether it has the words only in what it belongs to: its topics, those it is about, its sources.
    fn is_beside(&self) -> bool {
        let beside = |one: &Match| matches!(one.place, Place::Topic | Place::About | Place::Source);
        self.matched.iter().all(beside)
    }
}

impl Facts {
    /// The index over these facts, built when it is first asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self).into())
    }

    /// The claims known by `day` that have any word of `text`, the best `most` of them. An id finds
    /// its claim first.
    pub fn search(&self, text: &str, day: Day, most: usize) -> Found<'_> {
        let index = self.index();
        let options = QueryOptions {
            options: MatchOptions {
                day: Some(day),
                prefix: PREFIX,
                slips: true,
            },
            last: PREFIX,
            words: MOST_WORDS,
            pages: index.pages(),
            later: day >= self.dossier.reviewed,
        };
        let (mut wanted, unknown) = parse_query(index.lexicon(), text, options);
        let read = |one: &QueryTerm| one.candidates.iter().any(|candidate| candidate.how != How::Typo);
        if !wanted.iter().any(read) && !unknown.iter().all(Word::is_stop) {
            // Words that nobody uses here beside others that at best misspell some: it is about something else.
            wanted.clear();
        }
        let mut found = self.found(&wanted, day, self.claims.len());
        let best = found.hits.first().map_or(0.0, |hit| hit.score);
        found
            .hits
            .retain(|hit| hit.score >= best * FAR || !hit.is_beside());
        found.total = found.hits.len();
        found.hits.truncate(most);
        self.put_first(&mut found.hits, text, day, most);
        found.total = found.total.max(found.hits.len());
        found.corrected = corrected(&wanted, &found.hits);
        found
    }

    /// The best claims for what is wanted.
    fn found(&self, wanted: &[QueryTerm], day: Day, most: usize) -> Found<'_> {
        let (scored, total) = self.index().best(wanted, day, most);
        let hits = scored.into_iter().filter_map(|scored| {
            let claim = self.claims.get(scored.claim)?;
            self.known(claim, day).then_some(Hit {
                claim,
                score: scored.score,
                matched: scored.matched,
            })
        });
        Found {
            hits: hits.collect(),
            total,
            corrected: Vec::new(),
        }
    }

    /// Puts the claims first whose id the text is, or begins.
    fn put_first<'a>(&'a self, hits: &mut Vec<Hit<'a>>, text: &str, day: Day, most: usize) {
        let typed = text.trim().to_lowercase();
        let named = |id: &str| id == typed || typed.contains('-') && id.starts_with(&typed);
        let claims = self.claims.iter().filter(|claim| named(&claim.id));
        let known: Vec<&Claim> = claims
            .map(AsRef::as_ref)
            .filter(|claim| self.known(claim, day))
            .collect();
        for claim in known.into_iter().rev() {
            hits.retain(|hit| hit.claim.id != claim.id);
            let score = hits.first().map_or(1.0, |hit| hit.score) + 1.0;
            let matched = vec![Match {
                typed: text.trim().to_owned(),
                word: claim.id.clone(),
                place: Place::Id,
                how: if claim.id == typed {
                    How::Same
                } else {
                    How::Prefix
                },
            }];
            let hit = Hit {
                claim,
                score,
                matched,
            };
            hits.insert(0, hit);
        }
        hits.truncate(most);
    }
}

/// The words that the best hit has in another spelling only.
fn corrected(wanted: &[QueryTerm], hits: &[Hit<'_>]) -> Vec<(String, String)> {
    let matches = || hits.iter().flat_map(|hit| &hit.matched);
    let read = wanted.iter().filter_map(|one| {
        let best = matches().find(|found| found.typed == one.typed)?;
        (best.how == How::Typo).then(|| (best.typed.clone(), best.word.clone()))
    });
    read.collect()
}
