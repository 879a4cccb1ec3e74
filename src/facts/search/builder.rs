//! Counts the words of documents: what they are, how they are spelt, and which documents have them.

use super::document::Document;
use super::field::{Field, Fields};
use super::hit::Place;
use super::lexicon::{Lexicon, LexiconEntry, WordId};
use super::postings::Forward;
use super::texts::{Texts, Token};
use crate::facts::date::Day;
use crate::facts::{Lang, Languages};

/// Reads documents one after the other.
#[derive(Debug)]
pub(super) struct Builder {
    languages: Languages,
    /// From which day words of later sources count.
    reviewed: Day,
    texts: Texts,
    words: Vec<Count>,
    /// How often each spelling shows how its word is written; `None` if no document has it.
    spellings: Vec<Option<u32>>,
    documents: u32,
}

/// What is known of a word.
#[derive(Clone, Debug, Default)]
struct Count {
    /// The places of its languages, as bits.
    langs: u64,
    /// The first day on which a claim with it was known.
    since: Option<Day>,
    claims: u32,
    /// The fields of claims that have it.
    fields: Fields,
    /// How many times more often it is a name than not.
    name: i64,
    /// The last document with it, from 1, and its place among the postings.
    last: (u32, usize),
}

/// Where a word is read.
#[derive(Clone, Copy)]
struct Context {
    /// The number of the document.
    document: u32,
    field: Field,
    langs: u64,
    /// Since when it is known, in the document of a claim.
    since: Option<Day>,
}

impl Builder {
    /// For texts in these languages.
    pub(super) fn new(languages: Languages, reviewed: Day) -> Self {
        Self {
            languages,
            reviewed,
            texts: Texts::default(),
            words: Vec::new(),
            spellings: Vec::new(),
            documents: 0,
        }
    }

    /// Adds the next document of its kind, which has this number. A claim was known since a day.
    pub(super) fn add(
        &mut self,
        document: &Document<'_>,
        number: usize,
        since: Option<Day>,
        kind: &mut Forward,
    ) {
        self.documents += 1;
        for line in &document.lines {
            let context = Context {
                document: number as u32,
                field: line.field,
                langs: self.bits(line.lang),
                since: since.map(|since| match line.field.is_later() {
                    true => self.reviewed,
                    false => since,
                }),
            };
            for at in self.texts.read(&line.text, line.is_repeated()) {
                let Some(token) = self.texts.token(at) else {
                    continue;
                };
                if !token.empty || token.short && line.field.is_alias() {
                    let name = token.capital && (!token.first || line.field.is_name());
                    self.count(token, name, context, kind);
                }
            }
            if let Some(token) = line.is_name.then(|| self.texts.name(&line.text)).flatten() {
                let context = Context {
                    langs: self.bits(None),
                    ..context
                };
                self.count(token, true, context, kind);
            }
        }
    }

    /// A language, or all.
    fn bits(&self, lang: Option<Lang>) -> u64 {
        let place = lang.map(|lang| self.languages.iter().position(|one| one == lang));
        place.map_or(u64::MAX, |place| {
            let bit = place.and_then(|place| 1_u64.checked_shl(place as u32));
            bit.unwrap_or_default()
        })
    }

    fn count(&mut self, token: Token, name: bool, context: Context, kind: &mut Forward) {
        // Compounds, words that are always in lower case and notes give the spelling only if there is no other.
        let place = context.field.place();
        let lesser = matches!(place, Place::Id | Place::Kind | Place::Note);
        let spelt = u32::from(!token.compound && !lesser);
        if let Some(times) = slot(&mut self.spellings, token.spelling) {
            *times = Some(times.unwrap_or_default() + spelt);
        }
        let Some(count) = slot(&mut self.words, token.word) else {
            return;
        };
        count.name += if name {
            i64::from(spelt)
        } else {
            -i64::from(spelt)
        };
        count.langs |= context.langs;
        if let Some(since) = context.since {
            count.since = Some(count.since.map_or(since, |other| other.min(since)));
            count.fields.add(context.field.into());
        }
        if count.last.0 == self.documents {
            kind.add(count.last.1, context.field);
        } else {
            count.claims += u32::from(context.since.is_some());
            let place = kind.push(context.document, token.word, context.field);
            count.last = (self.documents, place);
        }
    }

    /// The lexicon of all words in documents, and the id in it for each number of a word.
    pub(super) fn finish(self) -> (Lexicon, Vec<WordId>) {
        let mut shown: Vec<Option<(u32, String)>> = vec![None; self.words.len()];
        for (spelling, known) in self.texts.spellings {
            let times = self.spellings.get(known.number as usize);
            let times = times.copied().flatten();
            if let Some((times, best)) = times.zip(shown.get_mut(known.word as usize)) {
                let better = best.as_ref().is_none_or(|(most, first)| {
                    times > *most || times == *most && spelling < *first
                });
                if better {
                    *best = Some((times, spelling));
                }
            }
        }
        let words = self.texts.words.into_iter();
        let mut words: Vec<(String, u32)> = words
            .filter(|(_, number)| shown.get(*number as usize).is_some_and(Option::is_some))
            .collect();
        words.sort_unstable();
        let mut ids = vec![WordId::MAX; self.words.len()];
        let mut lexicon = Lexicon::new(self.languages, self.texts.side_by_side);
        for ((folded, number), id) in words.into_iter().zip(0..) {
            let number = number as usize;
            let Some((count, shown)) = self.words.get(number).zip(shown.get_mut(number)) else {
                continue;
            };
            if let Some(place) = ids.get_mut(number) {
                *place = id;
            }
            lexicon.add(
                LexiconEntry {
                    shown: shown.take().map(|(_, shown)| shown).unwrap_or_default(),
                    folded,
                    since: count.since,
                    claims: count.claims as usize,
                    fields: count.fields,
                    name: count.name > 0,
                },
                id,
                count.langs,
            );
        }
        lexicon.sort();
        (lexicon, ids)
    }
}

/// What is known of the thing with this number.
fn slot<T: Clone + Default>(all: &mut Vec<T>, number: u32) -> Option<&mut T> {
    let number = number as usize;
    if number >= all.len() {
        all.resize(number + 1, T::default());
    }
    all.get_mut(number)
}
