//! Recovers a topic, a view and a day from a text that is not a query.
//!
//! It does not answer by guessing: it offers what it recovered, the likeliest first.

use super::parse;
use super::unknown::{again, clipped, either, languages, near, no_command, topics};
use crate::answer::{Action, Answer};
use crate::commands::topic::OPTIONS;
use crate::commands::{self, Builtin, View};
use crate::facts::nearest::nearest;
use crate::facts::{Facts, Lang, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, NotAQuery, Query};

/// The maximum number of code points that are read; the rest is ignored.
const LONGEST: usize = 400;

/// The maximum number of corrections to one text.
const CORRECTIONS: usize = 40;

/// The answer to a text that is not a query; it gives the reason and suggests queries.
pub fn recover(facts: &Facts, text: &str, why: &NotAQuery, lang: Lang) -> Answer {
    let recovered = Recovered::of(text);
    let lang = recovered.query.lang().unwrap_or(lang);
    let words = Phrases::of(lang);
    if let Some(own) = commands::builtin(&recovered.query.command) {
        let query = completed(facts, own, &recovered);
        return match why {
            // For built-in commands `completed` finds the option for such words.
            NotAQuery::StrayWord(_) | NotAQuery::Empty => commands::answer(facts, &query, lang),
            NotAQuery::UnknownOption(_) => {
                let query = again(&query, lang);
                let shown = query.clone().without(Key::Lang).to_string();
                let actions = vec![Action::suggestion(shown, query.clone())];
                let notice = wrong(words, why, &commands::keys_of(own));
                let title = words.text("unreadable-title");
                Answer::unknown(lang, query, title, notice, actions)
            }
        };
    }
    let (notice, actions) = match recovered.topic(facts) {
        Some(topic) => (wrong(words, why, &OPTIONS), recovered.views(topic, lang)),
        None => recovered.topics(facts, words),
    };
    let title = words.text("unreadable-title");
    Answer::unknown(lang, Query::new(""), title, notice, actions)
}

/// A query for a built-in command; words outside any option are assigned to the option that they fit.
fn completed(facts: &Facts, builtin: &Builtin, recovered: &Recovered<'_>) -> Query {
    let query = recovered.query.clone();
    let text = recovered.loose.join(" ");
    if text.is_empty() {
        return query;
    }
    let fits = |key: &Key| match key {
        Key::Topic => parse::topic(facts, &text).is_some(),
        Key::Claim => facts.claim(&text).is_some(),
        Key::Name => !parse::speakers(facts, &text).is_empty(),
        Key::Since | Key::From | Key::To | Key::AsOf => parse::day(&text).is_some(),
        _ => false,
    };
    let keys = commands::keys_of(builtin);
    let fitting = keys.iter().find(|key| fits(key)).or(keys.first());
    match fitting {
        Some(key) if query.get(*key).is_none() => query.with(*key, text),
        _ => query,
    }
}

/// What is wrong with a query for a known command, which has these options.
fn wrong(words: &Phrases, why: &NotAQuery, options: &[Key]) -> String {
    match why {
        // Does not happen here: a command was recovered, so the text is not empty.
        NotAQuery::Empty => String::new(),
        NotAQuery::StrayWord(word) => words.format("unreadable-loose", &[("word", &clipped(word))]),
        NotAQuery::UnknownOption(name) => {
            let known: Vec<&str> = options.iter().map(|key| key.name()).collect();
            let near = nearest(name, known.iter().copied(), 2);
            let offered = if near.is_empty() { &known[..] } else { &near };
            let offered: Vec<String> = offered.iter().map(|name| format!("{name}:")).collect();
            let (key, options) = match near.is_empty() {
                true => ("unreadable-option-far", words.list(&offered)),
                false => ("unreadable-option", either(words, &offered)),
            };
            words.format(key, &[("name", &clipped(name)), ("options", &options)])
        }
    }
}

/// The parts of a text.
struct Recovered<'a> {
    text: &'a str,
    /// The first word and every option that could be read, including misspelt ones.
    query: Query,
    /// The words outside any option.
    loose: Vec<String>,
}

impl<'a> Recovered<'a> {
    fn of(text: &'a str) -> Self {
        let end = text.char_indices().nth(LONGEST);
        let text = end.map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        let trimmed = text.trim().trim_start_matches('/');
        let end = trimmed.find(|c: char| c.is_whitespace() || matches!(c, '/' | ':'));
        let (command, rest) = trimmed.split_at(end.unwrap_or(trimmed.len()));
        let rest = rest.trim_start_matches(['/', ':']).split_whitespace();
        let mut recovered = Self {
            text,
            query: Query::new(command.to_lowercase()),
            loose: Vec::new(),
        };
        recovered.read(rest.map(str::to_owned).collect());
        recovered
    }

    /// Reads the options; sets aside loose words and corrects misspelt options one by one.
    fn read(&mut self, mut words: Vec<String>) {
        for _ in 0..CORRECTIONS {
            match format!("/{} {}", self.query.command, words.join(" ")).parse::<Query>() {
                Ok(query) => {
                    self.query = query;
                    return;
                }
                Err(NotAQuery::Empty) => return,
                Err(NotAQuery::StrayWord(word)) => {
                    words.retain(|other| *other != word);
                    self.loose.push(word);
                }
                Err(NotAQuery::UnknownOption(name)) => {
                    let begin = format!("{name}:");
                    let meant = nearest(&name, Key::ALL.iter().map(|key| key.name()), 1);
                    let meant = meant.first().map(|key| format!("{key}:"));
                    for word in &mut words {
                        if let Some(value) = word.strip_prefix(&begin) {
                            *word = format!("{}{value}", meant.as_deref().unwrap_or_default());
                        }
                    }
                }
            }
        }
    }

    /// The topic that the text names first, as a command does.
    fn topic<'f>(&self, facts: &'f Facts) -> Option<&'f Topic> {
        let topic = parse::topic(facts, &self.query.command)?;
        // A sentence may begin with a word such as “soldiers” but be about something else.
        let command = self.text.trim_start().starts_with('/')
            || topic.id == self.query.command
            || self.view().is_some();
        command.then_some(topic)
    }

    fn view(&self) -> Option<View> {
        let given = self.query.get(Key::View).and_then(View::parse);
        given.or_else(|| self.loose.iter().find_map(|word| View::parse(bare(word))))
    }

    /// Actions for the views of a topic, the recovered view first, as known on the recovered day.
    fn views(&self, topic: &Topic, lang: Lang) -> Vec<Action> {
        let mut base = again(&self.query, lang)
            .with_command(&topic.id)
            .without(Key::View);
        if let (None, Some(day)) = (base.get(Key::AsOf), parse::day(&self.day())) {
            base = base.with(Key::AsOf, day.to_string());
        }
        let first = self.view().unwrap_or(View::Short);
        let others = View::ALL.iter().copied().filter(|view| *view != first);
        std::iter::once(first)
            .chain(others)
            .map(|view| Action::suggestion(view.label(lang), view.applied_to(base.clone())))
            .chain(languages(&first.applied_to(base.clone()), lang))
            .collect()
    }

    /// The loose words except those that name a view.
    fn day(&self) -> String {
        let words = self.loose.iter().map(String::as_str);
        let words: Vec<&str> = words
            .filter(|word| View::parse(bare(word)).is_none())
            .collect();
        words.join(" ")
    }

    /// The notice and actions if no topic was named first: the topics that the text mentions, or all.
    fn topics(&self, facts: &Facts, words: &Phrases) -> (String, Vec<Action>) {
        let lang = words.lang();
        let mut some = about(facts, self.text);
        let slash = self.text.trim_start().starts_with('/');
        if some.is_empty() && slash {
            some = near(facts, &self.query.command);
        }
        let query = match self.view() {
            Some(view) if slash => self.query.clone().with(Key::View, view.name()),
            _ => self.query.clone(),
        };
        let mut actions = topics(facts, &some, &query, lang);
        let example = actions.first().map(|action| {
            let query = Query::new(&action.query.command);
            query.with(Key::View, View::Denials.name()).to_string()
        });
        if !slash && !self.query.command.is_empty() {
            let search = Query::new("search").with(Key::Query, clipped(self.text.trim()));
            let search = search.with(Key::Lang, lang.code());
            actions.push(Action::suggestion(words.text("way-search"), search));
        }
        let values = [("example", example.as_deref().unwrap_or_default())];
        let notice = match (&*self.query.command, slash) {
            ("", _) => words.format("unreadable-empty", &values),
            (command, true) => no_command(words, command, some.is_empty()),
            _ if some.is_empty() => words.format("unreadable-sentence-far", &values),
            _ => words.format("unreadable-sentence", &values),
        };
        (notice, actions)
    }
}

/// A word without the full stop or question mark after it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The topics whose id, alias or title occurs in a text, in any language.
fn about<'a>(facts: &'a Facts, text: &str) -> Vec<&'a Topic> {
    let text = spaced(text);
    let used = |name: &str| text.contains(&spaced(name));
    let topics = facts.topics.iter().map(AsRef::as_ref);
    topics
        .filter(|topic| parse::names(topic).any(used))
        .collect()
}

/// The words in lower case, with one space before and after each.
fn spaced(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + word + " ")
}
