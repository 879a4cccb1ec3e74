//! The index of one snapshot: its lexicon, its documents, and the ranking of what is found.

use super::document::{Document, month_names};
use super::engine::Engine;
use super::field::Field;
use super::hit::{Hit, How, Match, Place};
use super::lexicon::{Candidate, Lexicon, LexiconBuilder, WordId};
use super::parse::QueryTerm;
use crate::facts::date::Day;
use crate::facts::{AsOf, Facts};

/// How many times more documents than asked for are ranked in detail, and at least how many.
const WIDER: usize = 3;
const AT_LEAST: usize = 60;

/// Everything by which the facts can be found. Made by [`Facts::index`].
#[derive(Debug, Default)]
pub struct Index {
    lexicon: Lexicon,
    engine: Option<Engine>,
    /// The claims with a document: their places among all claims, and their words.
    claims: Vec<(usize, TermVector)>,
    speakers: Vec<TermVector>,
    topics: Vec<TermVector>,
}

/// The words of a document with their fields, sorted.
#[derive(Debug)]
pub(super) struct TermVector(Vec<(WordId, Field)>);

impl Index {
    /// Reads the whole snapshot. Withdrawn claims have no document.
    pub(super) fn new(facts: &Facts) -> Self {
        let standing = facts.claims.iter().enumerate();
        let months = month_names(&facts.dossier.languages);
        let standing = standing.filter(|(_, claim)| claim.withdrawn.is_none());
        let claims = standing.filter_map(|(at, claim)| {
            let since = facts.known_since(claim)?;
            Some((at, since, Document::of_claim(facts, claim, since, &months)))
        });
        let claims: Vec<(usize, Day, Document)> = claims.collect();
        let speakers = facts.speakers.iter();
        let speakers: Vec<Document> = speakers.map(|one| Document::of_speaker(one)).collect();
        let topics = facts.topics.iter();
        let topics: Vec<Document> = topics.map(|one| Document::of_topic(one)).collect();
        let mut builder = LexiconBuilder::new(facts.dossier.languages.clone());
        for (_, since, document) in &claims {
            builder.add(document, Some(*since), facts.dossier.reviewed);
        }
        for document in speakers.iter().chain(&topics) {
            builder.add(document, None, facts.dossier.reviewed);
        }
        let lexicon = builder.finish();
        let vector = |document: &Document| TermVector::new(&lexicon, document);
        let documents = claims.iter().map(|(_, since, document)| (*since, document));
        Self {
            // Without an engine nothing is found, but everything else of the bot works.
            engine: Engine::build(documents).ok(),
            claims: claims
                .iter()
                .map(|(at, _, one)| (*at, vector(one)))
                .collect(),
            speakers: speakers.iter().map(vector).collect(),
            topics: topics.iter().map(vector).collect(),
            lexicon,
        }
    }

    /// How many claims it has.
    pub(super) fn claims(&self) -> usize {
        self.claims.len()
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The words of each speaker, in the order of the file.
    pub(super) fn speakers(&self) -> &[TermVector] {
        &self.speakers
    }

    /// The words of each topic, in the order of the file.
    pub(super) fn topics(&self) -> &[TermVector] {
        &self.topics
    }

    /// The words of a claim, by its place among all claims.
    pub(super) fn claim(&self, at: usize) -> Option<&TermVector> {
        let found = self.claims.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.claims.get(found).map(|(_, vector)| vector)
    }

    /// Whether any claim has a word that a term may mean in this field.
    pub(super) fn is_in_any(&self, term: &QueryTerm, field: Field) -> bool {
        let mut claims = self.claims.iter();
        claims.any(|(_, words)| words.has(term, |here| here == field))
    }

    /// How much of a query a document covers, from 0 to 1, and each term's best match.
    fn cover(&self, terms: &[QueryTerm], document: &TermVector) -> (f32, Vec<Match>) {
        let all: f32 = terms.iter().map(|term| term.information).sum();
        let mut covered = 0.0;
        let mut matched = Vec::new();
        for term in terms {
            let Some((candidate, field)) = document.best_match(term) else {
                continue;
            };
            // A word in a lesser place counts only in part.
            let share = candidate.how.weight() * (1.0 + field.boost()) / 2.0;
            covered += term.information * share;
            let alias = candidate.how == How::Same && field.is_alias();
            matched.extend(self.lexicon.word(candidate.word).map(|word| Match {
                typed: term.typed.clone(),
                word: word.shown.clone(),
                place: field.place(),
                how: if alias { How::Alias } else { candidate.how },
            }));
        }
        (covered / all.max(f32::MIN_POSITIVE), matched)
    }
}

impl<'a> AsOf<'a> {
    /// The known claims that match best. A claim with every word comes before one
    /// with some of them, unless it has them only in lesser places.
    pub(super) fn best_hits(self, terms: &[QueryTerm], most: usize) -> Vec<Hit<'a>> {
        let index = self.facts.index();
        let Some(engine) = index.engine.as_ref().filter(|_| !terms.is_empty()) else {
            return Vec::new();
        };
        let wider = most
            .saturating_mul(WIDER)
            .clamp(AT_LEAST, index.claims().max(AT_LEAST));
        let mut found = engine
            .search(&index.lexicon, terms, self.day, wider)
            .unwrap_or_default();
        found.sort_by_key(|(_, document)| *document);
        let hits = found.into_iter().filter_map(|(score, document)| {
            let (at, vector) = index.claims.get(document as usize)?;
            let (share, matched) = index.cover(terms, vector);
            Some(Hit {
                claim: self.facts.claims.get(*at)?,
                score: score * share,
                matched,
            })
        });
        let mut hits: Vec<Hit<'a>> = hits.collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits.truncate(most);
        hits
    }
}

impl TermVector {
    fn new(lexicon: &Lexicon, document: &Document) -> Self {
        let words = document.words.iter();
        let words = words.filter_map(|one| Some((lexicon.find(&one.word.folded)?, one.field)));
        let mut words: Vec<_> = words.collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Every word with each of its fields.
    pub(super) fn all(&self) -> impl Iterator<Item = (WordId, Field)> {
        self.0.iter().copied()
    }

    /// The fields that have a word.
    fn fields(&self, word: WordId) -> impl Iterator<Item = Field> {
        let start = self.0.partition_point(|(other, _)| *other < word);
        let here = self.0.iter().skip(start);
        let here = here.take_while(move |(other, _)| *other == word);
        here.map(|(_, field)| *field)
    }

    /// The best candidate of a query term that the document has, and its best field.
    pub(super) fn best_match(&self, term: &QueryTerm) -> Option<(Candidate, Field)> {
        let mut best: Option<(f32, Candidate, Field)> = None;
        for candidate in &term.candidates {
            let fields = self.fields(candidate.word);
            for field in fields.filter(|field| term.later || !field.is_later()) {
                let weight = candidate.weight() * field.boost();
                if best.is_none_or(|(other, _, _)| weight > other) {
                    best = Some((weight, *candidate, field));
                }
            }
        }
        best.map(|(_, candidate, field)| (candidate, field))
    }

    /// Whether a word that a term may mean is in a title or alias of its topics.
    pub(super) fn is_topic(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| field.place() == Place::Topic)
    }

    /// Whether a word that a term may mean is in the place where it happened.
    pub(super) fn is_place(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| field.place() == Place::Where)
    }

    /// Whether it has a word that a term may mean in what it says or where it happened.
    pub(super) fn says(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| {
            field.is_content() || field.place() == Place::Where
        })
    }

    /// Whether a word that a term may mean is in its sentence.
    pub(super) fn in_text(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::Text)
    }

    /// Whether a word that a term may mean is what the speaker did: denied, confirmed.
    pub(super) fn is_kind(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::Kind)
    }

    /// Whether a word that a term may mean is in its dates.
    pub(super) fn is_date(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::When)
    }

    /// Whether a word that a term may mean is in a name of the speaker.
    pub(super) fn names(&self, term: &QueryTerm) -> bool {
        self.has(term, |field| {
            matches!(field, Field::Speaker | Field::SpeakerAlias)
        })
    }

    fn has(&self, term: &QueryTerm, here: impl Fn(Field) -> bool) -> bool {
        let mut fields = term.candidates.iter().flat_map(|one| self.fields(one.word));
        fields.any(here)
    }
}
