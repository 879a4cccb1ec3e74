//! The index of one snapshot: its lexicon, where its words are, and the ranking of what is found.

use std::sync::Arc;

use once_cell::sync::OnceCell;

use super::best::{Best, best};
use super::builder::Builder;
use super::document::{Document, month_names};
use super::field::{Field, Fields};
use super::hit::{Hit, How, Match};
use super::lexicon::{Lexicon, WordId};
use super::parse::QueryTerm;
use super::part::{Scored, best_first};
use super::postings::{Forward, Posting, Postings, TermVector};
use super::scores::Scores;
use super::source_url::Pages;
use super::titles::Titles;
use crate::facts::{AsOf, Claim, Facts};

/// How many times more claims than asked for are ranked in detail, and at least how many.
const WIDER: usize = 3;
const AT_LEAST: usize = 60;

/// How many ways of occurring are remembered with what they count: others are rare.
const FREQUENT: usize = 64;

/// Everything by which the facts can be found. Made by [`Facts::index`].
#[derive(Debug, Default)]
pub struct Index {
    lexicon: Lexicon,
    scores: Scores,
    /// By the places of the claims, speakers and topics.
    claims: Postings,
    speakers: Postings,
    topics: Postings,
    /// The places of the claims in the order of their ids.
    ids: Vec<u32>,
    /// The pages of the sources.
    pages: Pages,
    titles: OnceCell<Titles>,
}

impl Index {
    /// Reads the whole snapshot. Withdrawn claims have no document.
    pub(super) fn new(facts: &Facts) -> Self {
        let months = month_names(&facts.dossier.languages);
        let mut builder = Builder::new(facts.dossier.languages.clone(), facts.dossier.reviewed);
        let mut kinds: [Forward; 3] = Default::default();
        let [claims, speakers, topics] = &mut kinds;
        let since = facts.places.since.clone();
        for (at, (claim, known)) in facts.claims.iter().zip(&since).enumerate() {
            if let Some(known) = *known {
                let document = Document::of_claim(facts, claim, known, &months);
                builder.add(&document, at, Some(known), claims);
            }
        }
        for (at, speaker) in facts.speakers.iter().enumerate() {
            builder.add(&Document::of_speaker(speaker), at, None, speakers);
        }
        for (at, topic) in facts.topics.iter().enumerate() {
            builder.add(&Document::of_topic(topic), at, None, topics);
        }
        let (lexicon, numbers) = builder.finish();
        let [claims, speakers, topics] =
            kinds.map(|one| one.invert(&numbers, lexicon.words().len()));
        let id = |at: &u32| facts.claims.get(*at as usize).map(|claim| &claim.id);
        let mut ids: Vec<u32> = (0..since.len() as u32).collect();
        ids.sort_by_key(id);
        Self {
            scores: Scores::new(&claims, since),
            lexicon,
            claims,
            speakers,
            topics,
            ids,
            pages: Pages::new(&facts.sources),
            titles: OnceCell::new(),
        }
    }

    /// How many claims it has.
    pub(super) fn claims(&self) -> usize {
        self.scores.documents()
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The words of the speakers, by their places.
    pub(super) fn speakers(&self) -> &Postings {
        &self.speakers
    }

    /// The words of the topics, by their places.
    pub(super) fn topics(&self) -> &Postings {
        &self.topics
    }

    /// The words of a claim, by its place among all claims.
    pub(super) fn claim(&self, at: usize) -> TermVector<'_> {
        self.claims.document(at)
    }

    /// The pages of the sources.
    pub(super) fn pages(&self) -> &Pages {
        &self.pages
    }

    /// Whom the titles name, read when they are first asked for: this needs the index.
    pub(super) fn titles(&self, facts: &Facts) -> &Titles {
        self.titles.get_or_init(|| Titles::new(facts))
    }

    /// Each field that has a word, with the place of its claim.
    pub(super) fn fields_with(&self, word: WordId) -> impl Iterator<Item = (usize, Field)> {
        let postings = self.claims.of(word).iter();
        postings.flat_map(|one| {
            let fields = self.claims.fields(one).iter();
            fields.map(|field| (one.document as usize, field))
        })
    }

    /// The claims that have a word, each with the most that any field with the word counts there.
    pub(super) fn weighed(
        &self,
        word: WordId,
        weight: impl Fn(Field) -> f32,
    ) -> impl Iterator<Item = (u32, f32)> {
        let weigh = move |one: &Posting| {
            let fields = self.claims.fields(one).iter();
            fields.map(&weight).fold(0.0, f32::max)
        };
        // Most claims have it in one of a few ways.
        let mut known = [None; FREQUENT];
        self.claims.of(word).iter().map(move |one| {
            let weight = match known.get_mut(one.occurrence as usize) {
                Some(known) => *known.get_or_insert_with(|| weigh(one)),
                None => weigh(one),
            };
            (one.document, weight)
        })
    }

    /// The places of the claims that have a word that any of these terms may mean, in order.
    pub(super) fn having(&self, terms: &[&QueryTerm]) -> impl Iterator<Item = usize> + use<> {
        let candidates = terms.iter().flat_map(|term| &term.candidates);
        let postings = candidates.flat_map(|one| self.claims.of(one.word));
        let mut places: Vec<usize> = postings.map(|one| one.document as usize).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter()
    }

    /// The places of the claims that have a word that a term may mean in any of these fields, in order for each such word.
    pub(super) fn places_in(&self, term: &QueryTerm, fields: Fields) -> impl Iterator<Item = u32> {
        let candidates = term.candidates.iter();
        let postings = candidates.flat_map(|one| self.claims.of(one.word));
        let here = postings.filter(move |one| self.claims.fields(one).any_of(fields));
        here.map(|one| one.document)
    }

    /// The same, each once and in order.
    pub(super) fn having_in(&self, term: &QueryTerm, fields: Fields) -> Vec<u32> {
        let mut places: Vec<u32> = self.places_in(term, fields).collect();
        if term.candidates.len() > 1 {
            // It is made of sorted lists, which this merges.
            places.sort();
            places.dedup();
        }
        places
    }

    /// Whether any claim has a word that a term may mean in this field.
    pub(super) fn is_in_any(&self, term: &QueryTerm, field: Field) -> bool {
        let mut words = term.candidates.iter().map(|one| one.word);
        words.any(|word| {
            let word = self.lexicon.word(word);
            word.is_some_and(|word| word.fields.iter().any(|here| here == field))
        })
    }

    /// The claims whose ids begin with some letters, in the order of all claims.
    pub(super) fn begun<'f>(&self, facts: &'f Facts, id: &str) -> Vec<&'f Arc<Claim>> {
        let claim = |at: &u32| facts.claims.get(*at as usize);
        let ids = &self.ids;
        let start = ids.partition_point(|at| claim(at).is_some_and(|claim| claim.id.as_str() < id));
        let begun = ids.iter().skip(start);
        let begun = begun.take_while(|at| claim(at).is_some_and(|claim| claim.id.starts_with(id)));
        let mut begun: Vec<&u32> = begun.collect();
        begun.sort_unstable();
        begun.into_iter().filter_map(claim).collect()
    }

    /// Each term's best match in a claim.
    fn matched(&self, terms: &[QueryTerm], at: usize) -> Vec<Match> {
        let words = self.claim(at);
        let matched = terms.iter().filter_map(|term| {
            let (candidate, field) = words.best_match(term)?;
            let alias = candidate.how == How::Same && field.is_alias();
            Some(Match {
                typed: term.typed.clone(),
                word: self.lexicon.word(candidate.word)?.shown.clone(),
                place: field.place(),
                how: if alias { How::Alias } else { candidate.how },
            })
        });
        matched.collect()
    }
}

impl<'a> AsOf<'a> {
    /// The known claims that match best, in order. A claim with every word comes before one with some of them, unless it
    /// has them only in lesser places.
    pub(super) fn best_hits(self, terms: &[QueryTerm], most: usize) -> Vec<Hit<'a>> {
        let mut wider = Best::new(most.saturating_mul(WIDER).max(AT_LEAST), best_first);
        self.each(terms, |one| {
            wider.offer(*one);
            wider.last().map_or(0.0, |last| last.score)
        });
        let all = information(terms);
        let weighed = wider.sorted().into_iter().map(|one| one.weighed(all));
        self.hits(terms, &best(weighed, most, best_first))
    }

    /// Gives each known claim that matches, in the order of all claims, with its score before it is weighed. `found` returns a
    /// score: claims that cannot have more may be left out from then on.
    pub(super) fn each(self, terms: &[QueryTerm], found: impl FnMut(&Scored) -> f32) {
        let index = self.facts.index();
        index.scores.each(&index.claims, terms, self.day, found);
    }

    /// The claim at a place, if it is known, with its matches and no score.
    pub(super) fn known_hit(self, terms: &[QueryTerm], at: usize) -> Option<Hit<'a>> {
        self.hit(terms, at, 0.0).filter(|hit| self.known(hit.claim))
    }

    /// What a query finds, with the reasons.
    pub(super) fn hits(self, terms: &[QueryTerm], scored: &[Scored]) -> Vec<Hit<'a>> {
        let hits = scored.iter();
        let hits = hits.filter_map(|one| self.hit(terms, one.at as usize, one.score));
        hits.collect()
    }

    fn hit(self, terms: &[QueryTerm], at: usize, score: f32) -> Option<Hit<'a>> {
        Some(Hit {
            claim: self.facts.claims.get(at)?,
            score,
            matched: self.facts.index().matched(terms, at),
        })
    }
}

/// How much information a query has.
pub(super) fn information(terms: &[QueryTerm]) -> f32 {
    terms.iter().map(|term| term.information).sum()
}
