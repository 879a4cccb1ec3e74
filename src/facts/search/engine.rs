//! The inverted index in memory: which pages have a word in which field, and how well they fit.
//!
//! It reads no text: pages come as words, questions as words that may be meant.

use std::collections::HashMap;

use tantivy::collector::{Count, FilterCollector, TopDocs};
use tantivy::directory::RamDirectory;
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{FAST, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{ReloadPolicy, Searcher, TantivyDocument, Term};

use super::parse::QueryTerm;
use super::field::Field;
use super::lexicon::Lexicon;
use super::document::Document;
use crate::facts::date::Day;

/// Memory for which the table of words is laid out at first, in bytes; it grows where that is too little.
const BUDGET: usize = 1 << 22;

/// Name of the field with the day since when a page may be shown.
const SINCE: &str = "since";

/// How much the other places of a word count beside the best.
const TIE_BREAKER: f32 = 0.1;

/// A page's place in the index.
pub(super) type DocumentId = u32;

/// A built index, ready to be searched.
pub(super) struct Engine {
    searcher: Searcher,
    fields: Vec<tantivy::schema::Field>,
}

impl Engine {
    /// Writes pages with the days since when they may be shown; their places are their order.
    pub(super) fn build<'a>(pages: impl Iterator<Item = (Day, &'a Document)>) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let since = schema.add_i64_field(SINCE, FAST);
        let fields: Vec<_> = Field::ALL
            .iter()
            .map(|field| schema.add_text_field(&format!("{field:?}"), options(*field)))
            .collect();
        let builder = tantivy::Index::builder().schema(schema.build());
        let directory = RamDirectory::create();
        let mut writer = builder.single_segment_index_writer(directory, BUDGET)?;
        for (day, page) in pages {
            let mut document = TantivyDocument::default();
            document.add_i64(since, number(day));
            for (field, place) in Field::ALL.iter().zip(&fields) {
                if let Some(words) = tokens(page, *field) {
                    document.add_pre_tokenized_text(*place, words);
                }
            }
            writer.add_document(document)?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder();
        let reader = reader.reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = tantivy::IndexReader::searcher(&reader);
        Ok(Self { searcher, fields })
    }

    /// The pages that have any of the wanted words and may be shown on a day: the best, and how many.
    pub(super) fn search(
        &self,
        lexicon: &Lexicon,
        wanted: &[QueryTerm],
        day: Day,
        most: usize,
    ) -> tantivy::Result<(Vec<(f32, DocumentId)>, usize)> {
        let clauses = wanted.iter().map(|one| self.clause(lexicon, one));
        let query = BooleanQuery::new(clauses.map(|one| (Occur::Should, one)).collect());
        let day = number(day);
        let best = TopDocs::with_limit(most.max(1)).order_by_score();
        let known = move |since: i64| since <= day;
        let collector = FilterCollector::new(SINCE.to_owned(), known, (best, Count));
        let counts = Counts::of(&self.searcher, lexicon, wanted);
        let (best, total) = self
            .searcher
            .search_with_statistics_provider(&query, &collector, &counts)?;
        let best = best.into_iter();
        let best = best.map(|(score, address)| (score, address.doc_id));
        Ok((best.collect(), total))
    }

    /// One wanted word: the best place of the best word that may be meant counts.
    fn clause(&self, lexicon: &Lexicon, wanted: &QueryTerm) -> Box<dyn Query> {
        let mut ways: Vec<Box<dyn Query>> = Vec::new();
        for candidate in &wanted.candidates {
            let Some(word) = lexicon.word(candidate.word) else {
                continue;
            };
            let fields = Field::ALL.iter().zip(&self.fields);
            for (field, place) in fields.filter(|(field, _)| wanted.later || !field.is_later()) {
                let term = Term::from_field_text(*place, &word.folded);
                let query = TermQuery::new(term, IndexRecordOption::Basic);
                let weight = candidate.weight() * field.boost();
                ways.push(Box::new(BoostQuery::new(Box::new(query), weight)));
            }
        }
        let best = DisjunctionMaxQuery::with_tie_breaker(ways, TIE_BREAKER);
        Box::new(BoostQuery::new(Box::new(best), wanted.weight))
    }
}

/// Only in the text does it matter how long it is: a speaker with many spellings is no lesser speaker.
fn options(field: Field) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(field == Field::Text);
    TextOptions::default().set_indexing_options(indexing)
}

fn tokens(page: &Document, field: Field) -> Option<PreTokenizedString> {
    let written = page.0.iter().filter(|written| written.field == field);
    let mut keys: Vec<&str> = written.map(|written| written.word.folded.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    let token = |(position, folded): (usize, &str)| Token {
        position,
        text: folded.to_owned(),
        ..Token::default()
    };
    let tokens: Vec<Token> = keys.into_iter().enumerate().map(token).collect();
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

/// How often words stand in pages. All that one typed word may mean count as one word, in whatever
/// field: otherwise a rare misspelling would weigh more than the word itself.
struct Counts<'a> {
    searcher: &'a Searcher,
    pages: HashMap<&'a str, usize>,
}

impl<'a> Counts<'a> {
    fn of(searcher: &'a Searcher, lexicon: &'a Lexicon, wanted: &[QueryTerm]) -> Self {
        let mut pages = HashMap::new();
        for wanted in wanted {
            for candidate in &wanted.candidates {
                if let Some(word) = lexicon.word(candidate.word) {
                    pages.insert(word.folded.as_str(), wanted.pages);
                }
            }
        }
        Self { searcher, pages }
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
        let folded = term.value();
        let counted = folded.as_str().and_then(|folded| self.pages.get(folded));
        Ok(counted.map_or(1, |pages| *pages as u64))
    }
}
