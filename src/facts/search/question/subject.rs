//! What a question is about, put together: names with their parts, deciding words, topics, and the claims that fit.

use super::coverage::is_short;
use super::fit::Fit;
use super::light;
use super::roles::Parts;
use super::sayers::sayers;
use super::term::{Term, counted};
use super::{Asked, Mention, Questions, Role, Subject, Ways};
use crate::facts::search::is_stop_word;
use crate::facts::{AsOf, Topic};

/// The maximum number of words that nothing has in a question of which the rest is still read.
const MOST_UNKNOWN: usize = 4;
/// Among so few words a short one that nothing has is an exclamation.
const FEW: usize = 2;
/// A post may have this many words of weight before the name of its party: captain of the ships of …
const BESIDE: usize = 2;
/// How much the whole name of a topic counts beside a word of it.
const WHOLE_NAME: f32 = 4.0;

impl<'a> AsOf<'a> {
    /// What a question is about, as known on the day.
    pub fn subject(self, questions: &Questions, words: &[Asked], ways: Ways) -> Subject<'a> {
        let mut words = words.to_vec();
        let mut mentions = questions.names.mentions(self.facts, &words);
        let misspelt: Vec<_> = mentions.iter().filter_map(|one| one.read.clone()).collect();
        let taken = taken(&mut words, &mentions);
        light::weigh_focus(&mut words, ways.focus);
        let postings = &questions.postings;
        let mut terms = postings.terms(self.facts, &words, &taken, self.day);
        light::lighten(&words, &mentions, ways, &mut terms);
        let is_nobody = is_nobody(&words, &mentions, ways);
        let named_persons = persons(&mentions);
        let mut places = sayers(&words, &mentions, &taken, ways);
        // What nobody is said to do may be what a topic is called: reactions.
        let others = places.is_empty() && !ways.whose;
        let acted = others && postings.add_topics(self.facts, &words, &mut terms);
        // With nothing but a name the question is about the speaker, and exact words are somebody's.
        let bare = is_bare(&words, &mentions, &terms, ways.narrow) && !ways.reason;
        let assumed = places.is_empty() && (ways.quoted || bare);
        let first = mentions.iter().position(|one| !one.speakers.is_empty());
        if let Some(at) = first.filter(|_| assumed) {
            places = at..at + 1;
        }
        let sayers: Vec<Mention<'a>> = mentions.drain(places).collect();
        let topics = topics(self, &mentions, &terms);
        let named = self.places(&topics);
        let parts = Parts::of(&words, &mentions);
        let strange = unknown(&terms);
        let decides = |term: &&Term| decides(&words, &named_persons, term, ways.asks_nothing);
        let decided = is_nobody || strange.iter().any(decides);
        let (measures, counted) = (&self.facts.measures, measures(&terms));
        let mut subject = Subject {
            directed: !parts.targets.is_empty(),
            is_empty: mentions.is_empty() && sayers.is_empty() && terms.iter().all(|one| one.light),
            has_number: terms.iter().any(|one| one.figure),
            measures: counted.iter().filter_map(|at| measures.get(*at)).collect(),
            uncounted: is_uncounted(&terms, ways.counted),
            unknown: strange.iter().map(|one| one.typed.clone()).collect(),
            read: read(&terms, &misspelt),
            acted,
            specific: terms.iter().any(|one| one.is_specific(&named)),
            names: parts.all().cloned().collect(),
            turned: turned(self, questions, &parts),
            decided,
            topics,
            sayers,
            ..Subject::default()
        };
        // With many strange words the question is about something else.
        if !decided && strange.len() <= MOST_UNKNOWN {
            let fit = Fit {
                as_of: self,
                questions,
                terms: &terms,
                parts: &parts,
                subject: &subject,
                named: &named,
                measures: &counted,
                ways,
                both: assumed && !ways.quoted && !ways.spoken,
            };
            (subject.claims, subject.about_sayers) = fit.claims();
        }
        subject
    }
}

/// Whether a question asks for somebody in a post beside the name of a party, and nobody recorded holds it: the
/// ambassador of France.
fn is_nobody(words: &[Asked], mentions: &[Mention<'_>], ways: Ways) -> bool {
    let named = ways.whose || ways.which;
    let beside = if named { BESIDE } else { 1 };
    let inside = |at: usize| {
        mentions
            .iter()
            .any(|one| one.words.0 <= at && at < one.words.1)
    };
    let title = |at: usize| !inside(at) && words.get(at).is_some_and(|word| word.title);
    let small = |at: &usize| {
        words
            .get(*at)
            .is_some_and(|word| !word.content && word.act.is_none())
    };
    // “Who is the captain of …”, and no captain is named.
    let focus = ways.focus.filter(|_| ways.counted.is_none());
    let focus = focus.and_then(|at| (at..words.len()).find(|at| !small(at)));
    if focus.is_some_and(title) && !mentions.iter().any(Mention::is_person) {
        return true;
    }
    let nobody = |mention: &Mention<'_>| {
        let (from, to) = mention.words;
        let before = (0..from).rev().filter(|at| !small(at)).take(beside);
        let party = !mention.speakers.is_empty() && !mention.is_person();
        party && (title(to) || before.into_iter().any(title))
    };
    (named || ways.spoken) && mentions.iter().any(nobody)
}

/// Whether a question has nothing but names: no topic, and no word that decides.
fn is_bare(words: &[Asked], mentions: &[Mention<'_>], terms: &[Term], narrow: bool) -> bool {
    let topical = mentions.iter().any(|one| !one.topics.is_empty());
    let small =
        |one: &Term| one.light || terms.len() <= FEW && one.is_unknown() && is_short(&one.typed);
    let beside = mentions.iter().any(|one| {
        let before = one.words.0.checked_sub(1).and_then(|at| words.get(at));
        before.is_some_and(|word| word.role == Some(Role::And))
    });
    let most = if narrow || beside { 1 } else { 2 };
    terms.iter().all(small) && !topical && mentions.len() <= most
}

/// Which words belong to the names of speakers. The words of a topic's name are also read as words, which must be told.
fn taken(words: &mut [Asked], mentions: &[Mention<'_>]) -> Vec<bool> {
    let mut taken = vec![false; words.len()];
    for mention in mentions {
        let (from, to) = mention.words;
        let topical = mention.speakers.is_empty();
        for (word, taken) in words.iter_mut().zip(&mut taken).take(to).skip(from) {
            *taken = !topical;
            let small = word.forms.first().is_none_or(|form| is_stop_word(form));
            if topical && !small {
                (word.content, word.light) = (true, false);
            }
        }
    }
    taken
}

impl AsOf<'_> {
    /// The places of some topics among all.
    fn places(self, topics: &[&Topic]) -> Vec<usize> {
        let all = self.facts.topics.iter().enumerate();
        let named = all.filter(|(_, one)| topics.iter().any(|topic| topic.id == one.id));
        named.map(|(at, _)| at).collect()
    }
}

/// The topics that a question names, the nearest first.
fn topics<'a>(as_of: AsOf<'a>, mentions: &[Mention<'a>], terms: &[Term]) -> Vec<&'a Topic> {
    let all = &as_of.facts.topics;
    let mut weights = vec![0.0_f32; all.len()];
    let heavy = terms.iter().any(|one| !one.light && !one.topics.is_empty());
    for term in terms.iter().filter(|one| !one.light || !heavy) {
        for found in &term.topics {
            let share = if found.broad { 1.0 } else { 0.8 };
            if let Some(weight) = weights.get_mut(found.topic) {
                *weight += share * term.information / term.topics.len() as f32;
            }
        }
    }
    for topic in mentions.iter().flat_map(|one| &one.topics) {
        let at = all.iter().position(|one| one.id == topic.id);
        if let Some(weight) = at.and_then(|at| weights.get_mut(at)) {
            *weight += WHOLE_NAME;
        }
    }
    let mut found: Vec<(f32, &Topic)> = weights
        .into_iter()
        .zip(all)
        .filter(|(weight, _)| *weight > 0.0)
        .map(|(weight, topic)| (weight, topic.as_ref()))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let found: Vec<&Topic> = found.into_iter().map(|(_, topic)| topic).collect();
    let place = |id: &str| all.iter().position(|one| one.id == id);
    let mut needed: Vec<&Topic> = found.first().copied().into_iter().collect();
    for term in terms
        .iter()
        .filter(|one| !one.light && !one.topics.is_empty())
    {
        let of = |topic: &Topic| {
            let mut topics = term.topics.iter();
            topics.any(|one| Some(one.topic) == place(&topic.id))
        };
        if !needed.iter().any(|topic| of(topic)) {
            needed.extend(found.iter().find(|topic| of(topic)));
        }
    }
    needed
}

/// The topics whose main claim has the parts the other way round, or in which somebody else acts.
fn turned<'a>(as_of: AsOf<'a>, questions: &Questions, parts: &Parts<'_>) -> Vec<&'a str> {
    let facts = as_of.facts;
    let turned = facts.topics.iter().filter(|topic| {
        let main = topic.main_claim();
        let at = main.and_then(|id| facts.places.place.get(id).copied());
        at.is_some_and(|at| {
            let involved = questions.involved(at);
            involved.is_swapped(parts) || involved.is_of_others(parts, topic.asks.is_some())
        })
    });
    turned.map(|topic| topic.id.as_str()).collect()
}

/// The places of what is counted: for each word that tells of it the measures that have the most of all words.
fn measures(terms: &[Term]) -> Vec<usize> {
    let counting = || {
        terms
            .iter()
            .filter(|term| !term.light && !term.measures.is_empty())
    };
    let has = |at: usize| -> f32 {
        let here = counting().filter(|term| term.measures.contains(&at));
        here.map(|term| term.information).sum()
    };
    let mut best: Vec<usize> = Vec::new();
    for term in counting() {
        let most = term.measures.iter().map(|at| has(*at)).fold(0.0, f32::max);
        let near = term.measures.iter().filter(|at| has(**at) >= most * 0.95);
        best.extend(near);
    }
    best.sort_unstable();
    best.dedup();
    best
}

/// Whether the word after “how many” is nothing that is counted.
fn is_uncounted(terms: &[Term], from: Option<usize>) -> bool {
    let counted = from.and_then(|from| counted(terms, from));
    counted.is_some_and(|term| !term.light && term.measures.is_empty())
}

/// The words that nothing has; of numbers only if nothing has any of them.
fn unknown(terms: &[Term]) -> Vec<&Term> {
    let any = terms.iter().any(|term| term.number && !term.is_unknown());
    let unknown = terms.iter().filter(|term| term.is_unknown() && !term.light);
    unknown.filter(|term| !(term.number && any)).collect()
}

/// The places of persons' names of one word, before which another name would name somebody else.
fn persons(mentions: &[Mention<'_>]) -> Vec<usize> {
    mentions
        .iter()
        .filter(|one| one.is_person() && one.words.1 - one.words.0 == 1)
        .map(|one| one.words.0)
        .collect()
}

/// Whether a strange word must be one that decides: a number, a name before what a speaker does or where one stands
/// after “did” or at the beginning of what asks for nothing in particular, or a part of a person's name.
fn decides(words: &[Asked], persons: &[usize], term: &Term, asks_nothing: bool) -> bool {
    let first = words.iter().position(|word| word.content) == Some(term.at);
    let opens = first && (words.iter().take(term.at).any(|word| word.opens) || asks_nothing);
    let initial = term.typed.chars().count() < 2;
    let kind = words.get(term.at).is_some_and(|word| word.kind);
    if kind || opens || persons.contains(&(term.at + 1)) && !initial {
        return true;
    }
    let after = words.get(term.at + 1..).unwrap_or_default();
    let mut after = after
        .iter()
        .take_while(|word| (!word.content || word.act.is_some()) && !word.asks);
    term.number || term.country || after.any(|word| word.act.is_some())
}

fn read(terms: &[Term], names: &[(String, String)]) -> Vec<(String, String)> {
    let read = terms
        .iter()
        .filter_map(|term| Some((term.typed.clone(), term.read.clone()?)));
    names.iter().cloned().chain(read).collect()
}
