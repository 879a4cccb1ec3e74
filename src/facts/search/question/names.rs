//! The names of speakers and topics in a text: the longest at each place.

mod heads;
mod posts;

use std::collections::HashMap;

use heads::{Heads, follows_article};
use posts::Posts;

use super::{Asked, Mention};
use crate::facts::search::words::words;
use crate::facts::vocabulary::SpeakerKind;
use crate::facts::{Facts, Speaker, Topic, is_one_mistake};

/// The shortest part of a person's name by which the person is known.
const SHORTEST: usize = 3;

/// The least number of letters of the first word of a name that may be misspelt, and of a name of one word.
const MISSPELT: usize = 4;
const MISSPELT_ALONE: usize = 6;

/// What has a name: places in the lists of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bearer {
    Speaker(usize),
    Topic(usize),
}

/// All names by their first words.
#[derive(Debug, Default)]
pub(super) struct NameTable {
    by_first: HashMap<String, Vec<Name>>,
    /// The first words of names by their first letter and how many they have.
    starts: HashMap<(char, usize), Vec<String>>,
    posts: Posts,
    heads: Heads,
}

#[derive(Debug)]
struct Name {
    /// The words after the first.
    rest: Vec<String>,
    bearer: Bearer,
    /// Whether it is an everyday word unless it is in capitals: AS, US.
    capitals: bool,
}

impl NameTable {
    pub(super) fn new(facts: &Facts) -> Self {
        let mut table = Self {
            posts: Posts::new(facts),
            heads: Heads::new(facts),
            ..Self::default()
        };
        for (at, speaker) in facts.speakers.iter().enumerate() {
            for name in names(speaker) {
                table.add(name, Bearer::Speaker(at));
            }
            if speaker.kind == SpeakerKind::Person {
                for part in speaker.name.each().flat_map(str::split_whitespace) {
                    if part.chars().count() >= SHORTEST {
                        table.add(part, Bearer::Speaker(at));
                    }
                }
            }
        }
        for (at, topic) in facts.topics.iter().enumerate() {
            // Single words are read as words.
            for name in topic.aliases.iter().filter(|name| words(name).len() > 1) {
                table.add(name, Bearer::Topic(at));
            }
        }
        for (first, names) in &mut table.by_first {
            names.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
            let start = first
                .chars()
                .next()
                .map(|start| (start, first.chars().count()));
            let here = start.map(|start| table.starts.entry(start).or_default());
            here.into_iter().for_each(|here| here.push(first.clone()));
        }
        table.starts.values_mut().for_each(|names| names.sort());
        table
    }

    fn add(&mut self, name: &str, bearer: Bearer) {
        let typed: Vec<_> = words(name)
            .into_iter()
            .filter(|one| !one.is_compound())
            .collect();
        let capitals = matches!(typed.as_slice(), [only] if crate::facts::search::words::is_stop_word(&only.folded));
        let mut folded = typed.into_iter().map(|word| word.folded);
        let Some(first) = folded.next() else { return };
        let rest: Vec<String> = folded.collect();
        let here = self.by_first.entry(first).or_default();
        if !here
            .iter()
            .any(|one| one.rest == rest && one.bearer == bearer)
        {
            here.push(Name {
                rest,
                bearer,
                capitals,
            });
        }
    }

    /// The names in a text, the longest at each place, and persons by their posts, in order.
    pub(super) fn mentions<'a>(&self, facts: &'a Facts, words: &[Asked]) -> Vec<Mention<'a>> {
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = self.longest(facts, words, at);
            let near = || self.near(facts, words, at);
            let head = || self.heads.mention(facts, words, at);
            match found.or_else(near).or_else(head) {
                Some(mention) => {
                    at = mention.words.1;
                    mentions.push(mention);
                }
                None => at += 1,
            }
        }
        let mut mentions = self.posts.describe(facts, words, mentions);
        mentions.iter_mut().for_each(Mention::place_speakers);
        mentions
    }

    /// A name with a mistake in its first word, which is not a word of the facts.
    fn near<'a>(&self, facts: &'a Facts, words: &[Asked], at: usize) -> Option<Mention<'a>> {
        let word = words.get(at)?;
        let typed = word.forms.first()?;
        let length = typed.chars().count();
        let lexicon = facts.index().lexicon();
        let strange = word.content && !word.light && !word.common && !word.country;
        if length < MISSPELT
            || !strange
            || word.forms.iter().any(|form| lexicon.find(form).is_some())
        {
            return None;
        }
        let start = typed.chars().next()?;
        let lengths = [length - 1, length, length + 1];
        let near = lengths
            .iter()
            .filter_map(|length| self.starts.get(&(start, *length)));
        let near = near.flatten().filter(|name| is_one_mistake(name, typed));
        near.filter_map(|name| {
            let mut meant = words.to_vec();
            meant.get_mut(at)?.forms = vec![name.clone()];
            let mut mention = self.longest(facts, &meant, at)?;
            let several = mention.words.1 - mention.words.0 > 1;
            mention.read = Some((word.typed.clone(), name.clone()));
            (several || length >= MISSPELT_ALONE).then_some(mention)
        })
        .max_by_key(|mention| mention.words.1)
    }

    fn longest<'a>(&self, facts: &'a Facts, words: &[Asked], at: usize) -> Option<Mention<'a>> {
        let (first, after) = words.get(at..)?.split_first()?;
        if first.day {
            return None;
        }
        let mut mention: Option<Mention<'a>> = None;
        for name in first
            .forms
            .iter()
            .filter_map(|form| self.by_first.get(form))
            .flatten()
        {
            let length = name.rest.len() + 1;
            let fits = after.len() >= name.rest.len()
                && name
                    .rest
                    .iter()
                    .zip(after)
                    .all(|(one, word)| is_form(one, word));
            // A single word of a phrase that says what is asked for is no name.
            let taken = length == 1 && first.phrase;
            let small = name.capitals && !first.abbreviation && !follows_article(words, at);
            let longest = mention.as_ref().map_or(0, |one| one.words.1 - one.words.0);
            if !fits || taken || small || length < longest {
                continue;
            }
            if length > longest {
                mention = None;
            }
            let mention = mention.get_or_insert_with(|| Mention {
                words: (at, at + length),
                ..Mention::default()
            });
            add_bearer(mention, facts, name.bearer);
        }
        mention
    }
}

fn add_bearer<'a>(mention: &mut Mention<'a>, facts: &'a Facts, bearer: Bearer) {
    match bearer {
        Bearer::Speaker(at) => {
            let speaker = facts.speakers.get(at).map(AsRef::as_ref);
            let new = |one: &&Speaker| !mention.speakers.iter().any(|other| other.id == one.id);
            let speaker = speaker.filter(new);
            mention.speakers.extend(speaker);
        }
        Bearer::Topic(at) => {
            let topic = facts.topics.get(at).map(AsRef::as_ref);
            let new = |one: &&Topic| !mention.topics.iter().any(|other| other.id == one.id);
            let topic = topic.filter(new);
            mention.topics.extend(topic);
        }
    }
}

/// Whether a word is a form of a word of a name: Italian of Italy.
fn is_form(name: &str, word: &Asked) -> bool {
    let short = name.strip_suffix('e').unwrap_or(name);
    word.forms.iter().any(|form| form == name || form == short)
}

/// Everything that a speaker is called: names with and without what stands in brackets, short names, posts.
fn names(speaker: &Speaker) -> Vec<&str> {
    let mut names: Vec<&str> = vec![&speaker.id];
    for (lang, name) in speaker.name.iter() {
        let whole = name.strip_prefix("the ").unwrap_or(name);
        names.push(whole);
        if let Some((before, rest)) = whole.split_once(" (") {
            names.push(before);
            names.extend(rest.split_once(')').map(|(inside, _)| inside));
        }
        names.extend(speaker.posts.iter().map(|post| post.title.get(lang)));
    }
    names.extend(speaker.aliases.iter().map(String::as_str));
    names
}
