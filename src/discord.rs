//! The conversation in Discord: an interaction in, the reply out. It sends nothing and knows no wire.
//!
//! Every interaction gets a reply at once, whatever is in it; none is put off.

pub mod interaction;
pub mod limits;
mod panel;
mod picture;
mod press;
pub mod registration;
pub mod reply;
mod sharing;

use crate::answer::{Answer, Outcome, Way};
use crate::commands;
use crate::facts::{Facts, Lang};
use crate::phrases::Words;
use crate::query::{Key, NotAQuery, Query};
use interaction::{Chosen, Command, Interaction, Kind};
use reply::Shown;
pub use reply::{About, Once, Picture, Reply, Then};

/// What a deployment decides about the conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings<'a> {
    /// The language it speaks when nobody asks for another.
    pub language: Option<Lang>,
    /// Where the public pages are, without a slash at the end; answers lead to theirs.
    pub public_url: Option<&'a str>,
}

/// Most code points of a value that are read; what somebody searches for may be that long.
const VALUE_MAX: usize = limits::WORDS;

/// Most commands offered to somebody who is lost.
const WAYS_MAX: usize = 10;

/// The reply to an interaction. Total: whatever comes in, something sensible goes out.
pub fn reply(facts: &Facts, settings: Settings<'_>, interaction: &Interaction) -> Reply {
    let talk = Talk {
        facts,
        settings,
        interaction,
    };
    match &interaction.kind {
        Kind::Ping => Reply::pong(talk.language(false)),
        Kind::Command(command) => talk.command(command),
        Kind::Message(chosen) => talk.message(chosen),
        Kind::Person => talk.sorry("command", "sorry-command", talk.language(false)),
        Kind::Component(component) => talk.press(component),
        Kind::Autocomplete(command) => talk.autocomplete(command),
        Kind::Modal => talk.sorry("modal", "sorry-form", talk.language(false)),
        Kind::Unknown => talk.sorry("unknown", "sorry-unknown", talk.language(false)),
    }
}

/// The reply to a text that is no question, as a surface where people type shows it.
pub fn unreadable(facts: &Facts, settings: Settings<'_>, text: &str, why: &NotAQuery) -> Reply {
    let lang = settings.language.unwrap_or(Lang::En);
    let answer = commands::unreadable(facts, text, why, lang);
    Reply::private(&answer, done("command", "unknown", answer.lang))
}

/// The reply for when the right one could not be made. It needs no facts.
pub fn apology(settings: Settings<'_>, interaction: &Interaction) -> Reply {
    let lang = language(settings, interaction, false);
    match &interaction.kind {
        Kind::Ping => Reply::pong(lang),
        Kind::Autocomplete(_) => Reply::choices(Vec::new(), lang, None),
        kind => Reply::words(
            &Words::of(lang).say("sorry-failed"),
            done(name(kind), "failed", lang),
        ),
    }
}

/// What the log calls a kind of interaction.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Ping => "ping",
        Kind::Command(_) | Kind::Person => "command",
        Kind::Message(_) => "message",
        Kind::Component(_) => "component",
        Kind::Autocomplete(_) => "autocomplete",
        Kind::Modal => "modal",
        Kind::Unknown => "unknown",
    }
}

/// The language for somebody who named none: the deployment's, the reader's client's (for a public
/// answer the server's), English.
fn language(settings: Settings<'_>, interaction: &Interaction, public: bool) -> Lang {
    let theirs = if public {
        &interaction.guild_locale
    } else {
        &interaction.locale
    };
    let theirs = theirs.as_deref().and_then(Lang::of);
    settings.language.or(theirs).unwrap_or(Lang::En)
}

/// One interaction and what is needed to reply to it.
struct Talk<'a> {
    facts: &'a Facts,
    settings: Settings<'a>,
    interaction: &'a Interaction,
}

impl Talk<'_> {
    fn language(&self, public: bool) -> Lang {
        language(self.settings, self.interaction, public)
    }

    fn command(&self, command: &Command) -> Reply {
        let mut query = Query::new(&command.name);
        let mut unknown = None;
        for given in &command.options {
            match (Key::of(&given.name), &given.value) {
                (Some(key), Some(value)) => {
                    query = query.with(key, value.chars().take(VALUE_MAX).collect::<String>());
                }
                // Left empty: as good as not filled in.
                (Some(_), None) => {}
                (None, _) => unknown = Some(given.name.as_str()),
            }
        }
        let lang = query.lang().unwrap_or(self.language(false));
        let share = query.share();
        let query = query.without(Key::Share);
        if unknown.is_some() && self.known(&query.command).is_some() {
            self.without_option(query, lang)
        } else if share {
            self.aloud(&query)
        } else {
            self.private(&query, "command")
        }
    }

    /// What is recorded about the subject of a message, for whoever asked only.
    fn message(&self, chosen: &Chosen) -> Reply {
        let lang = self.language(false);
        if !registration::is_of_messages(self.facts, &chosen.name) {
            return self.sorry("message", "sorry-command", lang);
        }
        let answer = commands::related(self.facts, &chosen.text, lang);
        Reply::private(&answer, self.about("message", &answer))
    }

    fn private(&self, query: &Query, kind: &'static str) -> Reply {
        let answer = commands::answer(self.facts, query, self.language(false));
        Reply::private(self.shown(&answer), self.about(kind, &answer))
    }

    /// An answer with the address of its page. What somebody searched for goes into no address: other people's
    /// machines keep those.
    fn shown<'b>(&self, answer: &'b Answer) -> Shown<'b> {
        let query = answer.query.clone().without(Key::Page);
        let has_page = answer.outcome == Outcome::Found && query.get(Key::Query).is_none();
        let base = self.settings.public_url.filter(|_| has_page);
        let page = base.map(|base| format!("{base}{}", query.address(answer.lang)));
        let found = answer.outcome == Outcome::Found && answer.query.picture();
        let picture = found
            .then(|| picture::of(answer, page.as_deref()))
            .flatten();
        Shown {
            answer,
            page,
            picture,
        }
    }

    fn autocomplete(&self, command: &Command) -> Reply {
        let asked = command
            .options
            .iter()
            .find(|given| given.name == Key::Lang.name());
        let asked = asked.and_then(|given| Lang::of(given.value.as_deref()?));
        let lang = asked.unwrap_or(self.language(false));
        let focused = command.options.iter().find(|given| given.focused);
        let offers = focused.and_then(|given| {
            let typed = given.value.as_deref().unwrap_or_default();
            let typed: String = typed.chars().take(VALUE_MAX).collect();
            let key = Key::of(&given.name)?;
            Some(commands::complete(self.facts, &command.name, key, &typed))
        });
        let choices = registration::choices_of(offers.unwrap_or_default(), lang);
        Reply::choices(choices, lang, self.known(&command.name))
    }

    /// The command of this name, if there is one: nothing else that was typed may be logged.
    fn known(&self, name: &str) -> Option<String> {
        commands::is_command(self.facts, name).then(|| name.to_owned())
    }

    fn about(&self, kind: &'static str, answer: &Answer) -> About {
        let outcome = match answer.outcome {
            Outcome::Found => "found",
            Outcome::Nothing => "nothing",
            Outcome::Unknown => "unknown",
        };
        About {
            command: self.known(&answer.query.command),
            ..done(kind, outcome, answer.lang)
        }
    }

    /// Something that cannot be answered, and every command as a way on.
    fn sorry(&self, kind: &'static str, key: &str, lang: Lang) -> Reply {
        let topics = self.facts.topics.iter().map(|topic| topic.id.as_str());
        let ways = topics.take(WAYS_MAX).chain(["search", "help"]);
        let ways = ways.map(|name| way(format!("/{name}"), Query::new(name), lang));
        let answer = lost(lang, Words::of(lang).say(key), ways.collect());
        Reply::private(&answer, self.about(kind, &answer))
    }

    /// A command with an option that is no more, and the same question without it as the way on.
    fn without_option(&self, query: Query, lang: Lang) -> Reply {
        let words = Words::of(lang);
        let label = words.say("sorry-option-way");
        let answer = lost(
            lang,
            words.say("sorry-option"),
            vec![way(label, query, lang)],
        );
        Reply::private(&answer, self.about("command", &answer))
    }
}

/// What may be known of a reply that is no answer of a command.
fn done(kind: &'static str, outcome: &'static str, lang: Lang) -> About {
    About {
        kind,
        command: None,
        lang,
        outcome,
    }
}

fn way(label: String, query: Query, lang: Lang) -> Way {
    Way::suggestion(label, query.with(Key::Lang, lang.code()))
}

/// The bot's own apology, with ways on.
fn lost(lang: Lang, notice: String, ways: Vec<Way>) -> Answer {
    let title = Words::of(lang).say("sorry-title");
    Answer::unknown(lang, Query::default(), title, notice, ways)
}

#[cfg(test)]
mod tests;
