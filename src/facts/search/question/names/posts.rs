//! Persons by their posts: the French president's spokesman, the minister of defence.

use std::collections::HashSet;

use crate::facts::search::question::{Asked, Mention};
use crate::facts::search::words::{is_stop_word, words};
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Facts, Speaker};

/// The maximum number of words before and after a title that may belong to the post.
const FAR: usize = 8;

/// A post without a name must have this many words of weight.
const WORDS: usize = 2;

/// The posts of all persons.
#[derive(Debug, Default)]
pub(super) struct Posts {
    held: Vec<Held>,
}

/// A post: the place of the person who held it, where it is held, and its words in all languages.
#[derive(Debug)]
struct Held {
    speaker: usize,
    organisation: Option<String>,
    words: HashSet<String>,
}

/// A stretch of words that may tell of a post.
struct Stretch<'w, 'm, 'a> {
    words: &'w [Asked],
    /// The place of its first word, and the one after its last.
    place: (usize, usize),
    /// The names in it.
    names: &'m [Mention<'a>],
}

impl Posts {
    pub(super) fn new(facts: &Facts) -> Self {
        let speakers = facts.speakers.iter().enumerate();
        let persons = speakers.filter(|(_, one)| one.kind == SpeakerKind::Person);
        let held = persons.flat_map(|(speaker, person)| {
            person.posts.iter().map(move |post| Held {
                speaker,
                organisation: post.organisation.clone(),
                words: post
                    .title
                    .each()
                    .flat_map(words)
                    .map(|word| word.folded)
                    .collect(),
            })
        });
        Self {
            held: held.collect(),
        }
    }

    /// The names in a text with those that describe a person by a post, in order.
    pub(super) fn describe<'a>(
        &self,
        facts: &'a Facts,
        words: &[Asked],
        mut mentions: Vec<Mention<'a>>,
    ) -> Vec<Mention<'a>> {
        let mut done = 0;
        for at in (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| word.title)) {
            let found = self.longest(facts, words, &mentions, at);
            let Some(mention) = found.filter(|one| at >= done && one.words.0 >= done) else {
                continue;
            };
            let (from, to) = mention.words;
            done = to;
            let before = mentions.partition_point(|one| one.words.1 <= from);
            mentions.retain(|one| one.words.1 <= from || one.words.0 >= to);
            mentions.insert(before, mention);
        }
        mentions
    }

    /// The longest stretch around a title that tells of a post.
    fn longest<'a>(
        &self,
        facts: &'a Facts,
        words: &[Asked],
        mentions: &[Mention<'a>],
        title: usize,
    ) -> Option<Mention<'a>> {
        let most = (title + 1 + FAR).min(words.len());
        let begins = title.saturating_sub(FAR)..=title;
        let places = begins.flat_map(|from| (title + 1..=most).map(move |to| (from, to)));
        let mut places: Vec<(usize, usize)> = places.collect();
        places.sort_by_key(|(from, to)| std::cmp::Reverse(to - from));
        places.into_iter().find_map(|place| {
            let stretch = Stretch::of(words, mentions, place)?;
            let speakers = self.bearers(facts, &stretch);
            (!speakers.is_empty()).then_some(Mention {
                words: place,
                speakers,
                ..Mention::default()
            })
        })
    }

    /// The persons whose post a stretch tells of.
    fn bearers<'a>(&self, facts: &'a Facts, stretch: &Stretch<'_, '_, 'a>) -> Vec<&'a Speaker> {
        let mut found: Vec<&Speaker> = Vec::new();
        for held in self.held.iter().filter(|held| stretch.tells_of(held)) {
            let speaker = facts.speakers.get(held.speaker).map(AsRef::as_ref);
            let of = |one: &&Speaker| {
                stretch.is_of(one, held.organisation.as_deref())
                    && !found.iter().any(|other| other.id == one.id)
            };
            found.extend(speaker.filter(of));
        }
        let names = |name: &Mention<'a>, one: &Speaker| {
            name.speakers.iter().any(|other| other.id == one.id)
        };
        let named = |one: &&Speaker| stretch.names.iter().any(|name| names(name, one));
        if found.iter().any(named) {
            // What follows a person's own name tells of the person: “General Klein retired”.
            let last = stretch
                .names
                .last()
                .filter(|one| one.words.1 == stretch.place.1);
            found.retain(|one| last.is_some_and(|name| names(name, one)));
        }
        found
    }
}

impl<'w, 'm, 'a> Stretch<'w, 'm, 'a> {
    /// A stretch that begins and ends with a name or a word of weight, and that cuts no name.
    fn of(words: &'w [Asked], mentions: &'m [Mention<'a>], place: (usize, usize)) -> Option<Self> {
        let (from, to) = place;
        let first = mentions.partition_point(|one| one.words.1 <= from);
        let end = mentions.partition_point(|one| one.words.0 < to);
        let names = mentions.get(first..end)?;
        let cut = names
            .iter()
            .any(|one| one.words.0 < from || one.words.1 > to);
        let topical = names.iter().any(|one| one.speakers.is_empty());
        let stretch = Self {
            words: words.get(from..to)?,
            place,
            names,
        };
        let weighs = |at: usize| stretch.is_named(at) || !stretch.is_small(at);
        let clause = |at: usize| words.get(at).map(|word| word.clause);
        let one = (from..to).all(|at| clause(at) == clause(from));
        (!cut && !topical && one && weighs(from) && weighs(to - 1)).then_some(stretch)
    }

    fn is_named(&self, at: usize) -> bool {
        self.names
            .iter()
            .any(|one| one.words.0 <= at && at < one.words.1)
    }

    fn is_small(&self, at: usize) -> bool {
        let word = at
            .checked_sub(self.place.0)
            .and_then(|at| self.words.get(at));
        let form = word.and_then(|word| word.forms.first());
        form.is_none_or(|form| is_stop_word(form))
    }

    /// Whether all words of weight outside of names belong to a post, and there are enough of them.
    fn tells_of(&self, held: &Held) -> bool {
        let (from, to) = self.place;
        let places = (from..to).filter(|at| !self.is_named(*at) && !self.is_small(*at));
        let mut count = 0;
        for word in places.filter_map(|at| self.words.get(at - from)) {
            let has = word.act.is_none()
                && word
                    .forms
                    .iter()
                    .chain(&word.like)
                    .any(|form| held.words.contains(form));
            if !has {
                return false;
            }
            count += 1;
        }
        !self.names.is_empty() && count > 0 || count >= WORDS
    }

    /// Whether a person, or where the post is held, belongs to all whom it names.
    fn is_of(&self, person: &Speaker, organisation: Option<&str>) -> bool {
        let (own, at) = (person.party().id.as_str(), organisation.unwrap_or_default());
        let of =
            |one: &Speaker| one.id == person.id || [own, at].contains(&one.party().id.as_str());
        let all = |name: &Mention<'_>| name.speakers.iter().any(|one| of(one));
        self.names.iter().all(all)
    }
}
