//! The inverted index in memory: which documents have a word in which field, and how well they match (BM25).
//!
//! It reads no text: documents come as words, queries as terms with candidates.

use std::collections::{BTreeSet, HashMap};

use strum::VariantArray;
use tantivy::collector::{FilterCollector, TopDocs};
use tantivy::directory::RamDirectory;
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{FAST, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocId, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::document::Document;
use super::field::Field;
use super::lexicon::Lexicon;
use super::parse::QueryTerm;
use crate::facts::date::Day;

/// Initial memory for the table of words, in bytes; it grows when needed.
const BUDGET: usize = 1 << 22;

/// Name of the field with the first day on which a document may be shown.
const SINCE: &str = "since";

/// How much the other places of a word count compared with its best one.
const TIE_BREAKER: f32 = 0.1;

/// A built index, ready to be searched.
#[derive(Debug)]
pub(super) struct Engine {
    searcher: Searcher,
    fields: Vec<(Field, tantivy::schema::Field)>,
}

impl Engine {
    /// Indexes documents, each with the first day on which it may be shown. Their ids are their places.
    pub(super) fn build<'a>(
        documents: impl Iterator<Item = (Day, &'a Document)>,
    ) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let since = schema.add_i64_field(SINCE, FAST);
        let add = |field| {
            (
                field,
                schema.add_text_field(&format!("{field:?}"), options(field)),
            )
        };
        let fields: Vec<_> = Field::VARIANTS.iter().copied().map(add).collect();
        let builder = tantivy::Index::builder().schema(schema.build());
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), BUDGET)?;
        for (day, document) in documents {
            let mut indexed = TantivyDocument::default();
            indexed.add_i64(since, number(day));
            for (field, id) in &fields {
                if let Some(words) = tokens(document, *field) {
                    indexed.add_pre_tokenized_text(*id, words);
                }
            }
            writer.add_document(indexed)?;
        }
        let reader = writer.finalize()?.reader_builder();
        let reader = reader.reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = tantivy::IndexReader::searcher(&reader);
        Ok(Self { searcher, fields })
    }

    /// The best documents that have any of the terms and may be shown on a day.
    pub(super) fn search(
        &self,
        lexicon: &Lexicon,
        terms: &[QueryTerm],
        day: Day,
        most: usize,
    ) -> tantivy::Result<Vec<(f32, DocId)>> {
        let clauses = terms.iter().map(|term| self.clause(lexicon, term));
        let query = BooleanQuery::new(clauses.map(|one| (Occur::Should, one)).collect());
        let day = number(day);
        let best = TopDocs::with_limit(most.max(1)).order_by_score();
        let known = move |since: i64| since <= day;
        let collector = FilterCollector::new(SINCE.to_owned(), known, best);
        let counts = Counts::new(&self.searcher, lexicon, terms);
        let best = self
            .searcher
            .search_with_statistics_provider(&query, &collector, &counts)?;
        let best = best.into_iter();
        Ok(best.map(|(score, at)| (score, at.doc_id)).collect())
    }

    /// One query term: the best field of the best candidate counts.
    fn clause(&self, lexicon: &Lexicon, term: &QueryTerm) -> Box<dyn Query> {
        let mut alternatives: Vec<Box<dyn Query>> = Vec::new();
        for candidate in &term.candidates {
            let Some(word) = lexicon.word(candidate.word) else {
                continue;
            };
            let fields = self.fields.iter();
            for (field, id) in fields.filter(|(field, _)| term.later || !field.is_later()) {
                let word = Term::from_field_text(*id, &word.folded);
                let query = TermQuery::new(word, IndexRecordOption::Basic);
                let weight = candidate.weight() * field.boost();
                alternatives.push(Box::new(BoostQuery::new(Box::new(query), weight)));
            }
        }
        let best = DisjunctionMaxQuery::with_tie_breaker(alternatives, TIE_BREAKER);
        Box::new(BoostQuery::new(Box::new(best), term.weight))
    }
}

/// Length normalisation for the text only: aliases must not lower a speaker's score.
fn options(field: Field) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(field == Field::Text);
    TextOptions::default().set_indexing_options(indexing)
}

/// The different words of a field, in alphabetical order.
fn tokens(document: &Document, field: Field) -> Option<PreTokenizedString> {
    let here = document.words.iter().filter(|one| one.field == field);
    let words: BTreeSet<&str> = here.map(|one| one.word.folded.as_str()).collect();
    let token = |(position, word): (usize, &str)| Token {
        position,
        text: word.to_owned(),
        ..Token::default()
    };
    let tokens: Vec<Token> = words.into_iter().enumerate().map(token).collect();
    (!tokens.is_empty()).then(|| PreTokenizedString {
        text: String::new(),
        tokens,
    })
}

/// Days as numbers in the same order.
fn number(day: Day) -> i64 {
    let year = day.year.clamp(-1_000_000, 1_000_000);
    year * 10_000 + i64::from(day.month) * 100 + i64::from(day.day)
}

/// In how many documents words are. All candidates of one term count as one word, in any field: otherwise
/// a rare misspelling would weigh more than the word itself.
struct Counts<'a> {
    searcher: &'a Searcher,
    claims: HashMap<&'a str, usize>,
}

impl<'a> Counts<'a> {
    fn new(searcher: &'a Searcher, lexicon: &'a Lexicon, terms: &[QueryTerm]) -> Self {
        let mut claims = HashMap::new();
        for term in terms {
            let words = term.candidates.iter();
            let words = words.filter_map(|candidate| lexicon.word(candidate.word));
            claims.extend(words.map(|word| (word.folded.as_str(), term.claims)));
        }
        Self { searcher, claims }
    }
}

impl Bm25StatisticsProvider for Counts<'_> {
    fn total_num_tokens(&self, field: tantivy::schema::Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let word = term.value();
        let claims = word.as_str().and_then(|word| self.claims.get(word));
        Ok(claims.map_or(1, |claims| *claims as u64))
    }
}
