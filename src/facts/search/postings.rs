//! Where each word is: the documents that have it, each with its fields.

use super::field::{Field, Fields};
use super::hit::Place;
use super::lexicon::{Candidate, WordId};
use super::occurrence::{Occurrence, Occurrences};
use super::parse::QueryTerm;

/// A document that has a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting {
    /// Its number.
    pub(super) document: u32,
    /// How the word occurs in it, by its place among the occurrences.
    pub(super) occurrence: u32,
}

/// The documents of one kind, by their words.
#[derive(Debug, Default)]
pub(super) struct Postings {
    /// For each word the place of its first posting, and at the end the number of all.
    starts: Vec<u32>,
    /// By word, then by document.
    postings: Vec<Posting>,
    /// All ways in which words occur and how often each does, the most frequent first.
    occurrences: Vec<(Occurrence, u32)>,
}

impl Postings {
    /// All ways in which words occur and how often each does, the most frequent first.
    pub(super) fn occurrences(&self) -> &[(Occurrence, u32)] {
        &self.occurrences
    }

    /// The fields that have a word.
    pub(super) fn fields(&self, posting: &Posting) -> Fields {
        let occurrence = self.occurrences.get(posting.occurrence as usize);
        occurrence.map(|(one, _)| one.fields).unwrap_or_default()
    }

    /// The documents with a word, in order.
    pub(super) fn of(&self, word: WordId) -> &[Posting] {
        let word = word as usize;
        let ends = self.starts.get(word).zip(self.starts.get(word + 1));
        let range = ends.map(|(start, end)| *start as usize..*end as usize);
        let here = range.and_then(|range| self.postings.get(range));
        here.unwrap_or_default()
    }

    /// The documents with each word, by its id.
    pub(super) fn words(&self) -> impl Iterator<Item = &[Posting]> {
        (0..self.starts.len().saturating_sub(1) as WordId).map(|word| self.of(word))
    }

    /// The documents that have a word that a term may mean where a field fits, in order, perhaps more than once.
    pub(super) fn with(&self, term: &QueryTerm, fits: impl Fn(Field) -> bool) -> Vec<u32> {
        let postings = term.candidates.iter().flat_map(|one| self.of(one.word));
        let mut found: Vec<u32> = postings
            .filter(|posting| self.fields(posting).iter().any(&fits))
            .map(|posting| posting.document)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The words of one document.
    pub(super) fn document(&self, number: usize) -> TermVector<'_> {
        TermVector {
            postings: self,
            number,
        }
    }
}

/// Postings by document.
#[derive(Debug, Default)]
pub(super) struct Forward(Vec<(u32, u32, Fields)>);

impl Forward {
    /// Adds a field that has a word to the document with this number, which is the last one.
    pub(super) fn push(&mut self, document: u32, word: u32, field: Field) -> usize {
        self.0.push((document, word, field.into()));
        self.0.len() - 1
    }

    /// Another field of a posting.
    pub(super) fn add(&mut self, at: usize, field: Field) {
        if let Some((.., fields)) = self.0.get_mut(at) {
            fields.add(field.into());
        }
    }

    /// The postings by word; `ids` has the id of each word in the order in which they came.
    pub(super) fn invert(self, ids: &[WordId], words: usize) -> Postings {
        let mut starts = vec![0_u32; words + 1];
        let id = |word: u32| ids.get(word as usize).map_or(0, |id| *id as usize);
        let documents = self
            .0
            .last()
            .map_or(0, |(document, ..)| *document as usize + 1);
        let mut lengths = vec![0_u32; documents];
        for (document, word, fields) in &self.0 {
            if let Some(count) = starts.get_mut(id(*word) + 1) {
                *count += 1;
            }
            if let Some(length) = lengths.get_mut(*document as usize) {
                *length += u32::from(fields.has(Field::Text));
            }
        }
        let mut all = 0;
        for start in &mut starts {
            all += *start;
            *start = all;
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting::default(); self.0.len()];
        let mut occurrences = Occurrences::default();
        for (document, word, fields) in self.0 {
            let length = lengths.get(document as usize).copied();
            let occurrence = occurrences.number(fields, length.unwrap_or_default());
            let Some(next) = next.get_mut(id(word)) else {
                continue;
            };
            if let Some(posting) = postings.get_mut(*next as usize) {
                *posting = Posting {
                    document,
                    occurrence,
                };
            }
            *next += 1;
        }
        let (occurrences, places) = occurrences.most_frequent_first();
        for posting in &mut postings {
            posting.occurrence = places[posting.occurrence as usize];
        }
        Postings {
            starts,
            postings,
            occurrences,
        }
    }
}

/// The words of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct TermVector<'i> {
    postings: &'i Postings,
    number: usize,
}

impl TermVector<'_> {
    fn fields(self, word: WordId) -> Fields {
        let here = self.postings.of(word);
        let found = here.binary_search_by_key(&self.number, |posting| posting.document as usize);
        let found = found.ok().and_then(|at| here.get(at));
        found
            .map(|one| self.postings.fields(one))
            .unwrap_or_default()
    }

    /// The best candidate of a query term that the document has, and its best field.
    pub(super) fn best_match(self, term: &QueryTerm) -> Option<(Candidate, Field)> {
        let mut best: Option<(f32, Candidate, Field)> = None;
        for candidate in &term.candidates {
            for field in self.fields(candidate.word).counting(term.later).iter() {
                let weight = candidate.weight() * field.boost();
                if best.is_none_or(|(other, _, _)| weight > other) {
                    best = Some((weight, *candidate, field));
                }
            }
        }
        best.map(|(_, candidate, field)| (candidate, field))
    }

    /// Whether it has any word that a term may mean.
    pub(super) fn has_any(self, term: &QueryTerm) -> bool {
        self.has(term, |_| true)
    }

    /// Whether a word that a term may mean is in a title or alias of its topics.
    pub(super) fn is_topic(self, term: &QueryTerm) -> bool {
        self.has(term, |field| field.place() == Place::Topic)
    }

    /// Whether a word that a term may mean is in the place where it happened.
    pub(super) fn is_place(self, term: &QueryTerm) -> bool {
        self.has(term, |field| field.place() == Place::Where)
    }

    /// Whether it has a word that a term may mean in what it says or where it happened.
    pub(super) fn says(self, term: &QueryTerm) -> bool {
        self.has(term, |field| {
            field.is_content() || field.place() == Place::Where
        })
    }

    /// Whether a word that a term may mean is in its sentence.
    pub(super) fn in_text(self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::Text)
    }

    /// Whether a word that a term may mean is what the speaker did: denied, confirmed.
    pub(super) fn is_kind(self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::Kind)
    }

    /// Whether a word that a term may mean is in its dates.
    pub(super) fn is_date(self, term: &QueryTerm) -> bool {
        self.has(term, |field| field == Field::When)
    }

    fn has(self, term: &QueryTerm, here: impl Fn(Field) -> bool) -> bool {
        let mut fields = term
            .candidates
            .iter()
            .flat_map(|one| self.fields(one.word).iter());
        fields.any(here)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_by_word_in_the_order_of_the_documents() {
        let mut forward = Forward::default();
        // The words have the numbers 0 to 2, and the ids 2, 0 and 1.
        for (document, word) in [(3, 0), (3, 1), (5, 0), (8, 2), (8, 0)] {
            forward.push(document, word, Field::Text);
        }
        forward.add(4, Field::LaterNote);
        let postings = forward.invert(&[2, 0, 1], 3);
        let documents = |word| {
            let here = postings.of(word).iter();
            here.map(|posting| posting.document).collect::<Vec<_>>()
        };
        assert_eq!(documents(0), [3]);
        assert_eq!(documents(1), [8]);
        assert_eq!(documents(2), [3, 5, 8]);
        assert_eq!(documents(3), [0; 0]);
        let fields: Vec<Field> = postings.document(8).fields(2).iter().collect();
        assert_eq!(fields, [Field::Text, Field::LaterNote]);
        assert_eq!(
            postings
                .document(8)
                .fields(2)
                .counting(false)
                .iter()
                .count(),
            1
        );
        assert_eq!(postings.document(5).fields(0), Fields::default());
    }
}
