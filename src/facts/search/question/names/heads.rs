//! Bodies by the noun of their names: “the museum” for the Eastport museum.

use std::collections::HashMap;

use crate::facts::search::question::{Asked, Mention};
use crate::facts::search::words::words;
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Facts, Lang};

/// What ends the noun of an English name.
const AFTER_NOUN: [&str; 7] = [" of ", " for ", " in ", " at ", " on ", " (", ","];
/// What stands after an Indonesian noun of which it was spoken before.
const THAT: [&str; 4] = ["itu", "tersebut", "tsb", "ini"];

/// The nouns by which only one speaker can be meant, each with the place of that speaker in the facts.
#[derive(Debug, Default)]
pub(super) struct Heads {
    speakers: HashMap<String, Option<usize>>,
}

impl Heads {
    pub(super) fn new(facts: &Facts) -> Self {
        let mut heads = Self::default();
        let bodies = facts.speakers.iter().enumerate();
        let bodies =
            bodies.filter(|(_, one)| !matches!(one.kind, SpeakerKind::Person | SpeakerKind::State));
        for (at, speaker) in bodies {
            for (lang, name) in speaker.name.iter() {
                // A name that is the same in English is a proper name there.
                let proper = lang != Lang::En && name == speaker.name.get(Lang::En);
                if let Some(noun) = noun(name, lang).filter(|_| !proper) {
                    let known = heads.speakers.entry(noun).or_insert(Some(at));
                    *known = known.filter(|other| *other == at);
                }
            }
        }
        heads
    }

    /// The speaker whose noun stands at a place, as somebody who says or does something: “did the museum”, “the museum
    /// said”, “according to the museum”.
    pub(super) fn mention<'a>(
        &self,
        facts: &'a Facts,
        words: &[Asked],
        at: usize,
    ) -> Option<Mention<'a>> {
        let word = words.get(at)?;
        let next = words.get(at + 1).and_then(|next| next.forms.first());
        let that = next.is_some_and(|form| THAT.contains(&form.as_str()));
        let article = follows_article(words, at);
        let before = words.get(..at - usize::from(article));
        let before = before.and_then(<[Asked]>::last);
        let after = words.get(at + 1 + usize::from(that));
        let acts = before.is_some_and(|one| one.opens || one.by || one.act.is_some())
            || after.is_some_and(|one| one.act.is_some());
        if word.day || word.phrase || !(article || that) || !acts {
            return None;
        }
        let known = word.forms.iter().find_map(|form| self.speakers.get(form));
        let speaker = facts.speakers.get((*known?)?)?;
        Some(Mention {
            words: (at, at + 1),
            speakers: vec![speaker],
            ..Mention::default()
        })
    }
}

/// The noun of a name of several words: in English the last, unless more is said of it; else the first.
fn noun(name: &str, lang: Lang) -> Option<String> {
    let ends = AFTER_NOUN.iter().filter_map(|after| name.find(after));
    let name = name.get(..ends.min().unwrap_or(name.len()))?;
    let mut words = words(name).into_iter().filter(|word| !word.is_compound());
    let noun = match lang {
        Lang::En => words.next_back()?,
        _ => words.next()?,
    };
    Some(noun.folded)
}

/// Whether an article stands before a word: the US.
pub(super) fn follows_article(words: &[Asked], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    before.is_some_and(|word| word.forms.first().is_some_and(|form| form == "the"))
}
