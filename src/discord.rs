//! The conversation in Discord: an interaction in, a reply out. It sends nothing and is the same for both wires.
//!
//! Every interaction gets its reply at once, whatever it holds; none is deferred.

pub mod application;
mod citation_panel;
mod component;
mod failed;
pub mod interaction;
pub mod limits;
pub mod localizations;
mod picture;
pub mod registration;
pub mod reply;
mod reply_key;

use crate::answer::{Action, Answer, Outcome};
use crate::commands::shelf;
use crate::facts::{Lang, Languages, Shelf};
use crate::phrases::Phrases;
use crate::query::{Key, Query};
use crate::render::discord::CommandIds;
pub use failed::{apology, slow_down};
use interaction::{Command, Interaction, Kind, MessageCommand};
pub use picture::Picture;
use reply::Presented;
pub use reply::{FollowUp, LogFields, Reply};
pub use reply_key::ReplyKey;

/// What a deployment decides about the conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings<'a> {
    /// The language of replies if the query names no other.
    pub language: Option<Lang>,
    /// The address of the public pages, without a slash at the end; answers link to theirs.
    pub public_url: Option<&'a str>,
    /// The ids under which Discord registered the commands, once they are known; help links to commands with an id.
    pub command_ids: Option<&'a CommandIds>,
    /// Whether an answer may be posted in the channel.
    pub channel: Channel,
}

/// Whether a channel may get another public answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channel {
    /// It may.
    #[default]
    Open,
    /// It has just seen this answer.
    HasSeen,
    /// It has just seen many answers.
    Busy,
}

/// Most topics offered by an apology.
const TOPICS_MAX: usize = 10;

/// The reply to an interaction. Every interaction has one.
pub fn reply(shelf: &Shelf, settings: Settings<'_>, interaction: &Interaction) -> Reply {
    let handler = Handler {
        shelf,
        settings,
        interaction,
    };
    let lang = handler.language(false);
    match &interaction.kind {
        Kind::Ping => Reply::pong(lang),
        Kind::Command(command) => handler.command(command),
        Kind::MessageCommand(command) => handler.message_command(command),
        Kind::Component(component) => handler.component(component),
        Kind::Autocomplete(command) => handler.autocomplete(command),
        kind @ Kind::UserCommand => handler.sorry(name(kind), "sorry-command", lang),
        kind @ Kind::Modal => handler.sorry(name(kind), "sorry-form", lang),
        kind @ Kind::Unknown => handler.sorry(name(kind), "sorry-unknown", lang),
    }
}

/// The log's name for a kind of interaction.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Ping => "ping",
        Kind::Command(_) | Kind::UserCommand => "command",
        Kind::MessageCommand(_) => "message",
        Kind::Component(_) => "component",
        Kind::Autocomplete(_) => "autocomplete",
        Kind::Modal => "modal",
        Kind::Unknown => "unknown",
    }
}

/// The language if the question names none: the deployment's, then the client's (for a public answer the server's),
/// then the first of the facts.
fn language(
    languages: &Languages,
    settings: Settings<'_>,
    interaction: &Interaction,
    public: bool,
) -> Lang {
    let locale = if public {
        &interaction.guild_locale
    } else {
        &interaction.locale
    };
    let own = settings.language.map(|lang| languages.nearest(lang));
    let theirs = || languages.spoken(locale.as_deref()?);
    own.or_else(theirs).unwrap_or(languages.first())
}

/// One interaction and what the reply to it needs.
struct Handler<'a> {
    shelf: &'a Shelf,
    settings: Settings<'a>,
    interaction: &'a Interaction,
}

impl<'a> Handler<'a> {
    fn language(&self, public: bool) -> Lang {
        let languages = self.shelf.languages();
        language(languages, self.settings, self.interaction, public)
    }

    fn command(&self, command: &Command) -> Reply {
        let mut query = Query::new(command.name.to_lowercase());
        if !query.has_readable_name() {
            // Discord has no such names, and no button could repeat the query.
            return self.sorry("command", "sorry-command", self.language(false));
        }
        let mut has_unknown = false;
        for option in &command.options {
            match (Key::parse(&option.name), &option.value) {
                (Some(key), Some(value)) => query = query.with(key, value),
                // An empty option counts as not filled in.
                (Some(_), None) => {}
                (None, _) => has_unknown = true,
            }
        }
        let share = query.share();
        let query = query.without(Key::Share);
        if has_unknown && self.known(&query.command).is_some() {
            self.without_option(query)
        } else if share {
            self.public_answer(&query)
        } else {
            self.ephemeral_answer(&query, "command")
        }
    }

    /// What is recorded about the subject of a message, for the user only.
    fn message_command(&self, command: &MessageCommand) -> Reply {
        let lang = self.language(false);
        if !registration::is_message_command(self.shelf, &command.name) {
            return self.sorry("message", "sorry-command", lang);
        }
        let answer = shelf::related(self.shelf, &command.text, lang);
        Reply::ephemeral(&answer, self.log("message", &answer))
    }

    fn ephemeral_answer(&self, query: &Query, kind: &'static str) -> Reply {
        let answer = shelf::answer(self.shelf, query, self.language(false));
        Reply::ephemeral(self.present(&answer), self.log(kind, &answer))
    }

    /// A public answer, as a command asked for; ephemeral if nothing was found, if Discord makes every reply ephemeral
    /// here, or if the channel should not get it now.
    fn public_answer(&self, query: &Query) -> Reply {
        let answer = shelf::answer(self.shelf, query, self.language(true)).for_everyone();
        if answer.outcome != Outcome::Found {
            return self.ephemeral_answer(query, "command");
        }
        let log = self.log("command", &answer);
        let (why, outcome) = match self.settings.channel {
            _ if self.interaction.forced_ephemeral => ("share-hushed-command", log.outcome),
            Channel::HasSeen => ("share-lately-command", "lately"),
            Channel::Busy => ("share-busy-command", "busy"),
            Channel::Open => {
                let presented = self.present(&answer);
                return Reply::public(&presented, self.interaction.user, None, log);
            }
        };
        let mut answer = shelf::answer(self.shelf, query, self.language(false));
        answer.notices.insert(0, Phrases::of(answer.lang).text(why));
        Reply::ephemeral(self.present(&answer), LogFields { outcome, ..log })
    }

    /// An answer with the address of its page and its picture. An address never holds search words, because other
    /// people's machines keep addresses.
    fn present<'b>(&self, answer: &'b Answer) -> Presented<'b>
    where
        'a: 'b,
    {
        let found = answer.outcome == Outcome::Found;
        let query = &answer.query;
        let has_page = found && !query.has_typed_words();
        let base = self.settings.public_url.filter(|_| has_page);
        let page = base.map(|base| format!("{base}{}", query.address(answer.lang)));
        let has_picture = found && query.picture();
        let picture = has_picture.then(|| Picture::new(answer, page.as_deref()));
        Presented {
            answer,
            page,
            picture: picture.flatten(),
            command_ids: self.settings.command_ids,
        }
    }

    fn autocomplete(&self, command: &Command) -> Reply {
        let given = |key: Key| {
            let mut options = command.options.iter();
            let option = options.find(|option| option.name == key.name());
            option.and_then(|option| option.value.as_deref())
        };
        let spoken = given(Key::Lang).and_then(|code| self.shelf.languages().spoken(code));
        let lang = spoken.unwrap_or(self.language(false));
        let mut options = command.options.iter();
        let offers = options.find(|option| option.focused).and_then(|option| {
            let typed = option.value.as_deref().unwrap_or_default();
            let asked = (&*command.name, Key::parse(&option.name)?);
            Some(shelf::complete(
                self.shelf,
                asked,
                typed,
                given(Key::Dossier),
            ))
        });
        let choices = registration::choices(offers.unwrap_or_default(), lang);
        Reply::choices(choices, lang, self.known(&command.name))
    }

    /// The name, if it is a command of the bot; the log may hold no other typed text.
    fn known(&self, name: &str) -> Option<String> {
        shelf::has_command(self.shelf, name).then(|| name.to_owned())
    }

    fn log(&self, kind: &'static str, answer: &Answer) -> LogFields {
        let outcome = match answer.outcome {
            Outcome::Found => "found",
            Outcome::Nothing => "nothing",
            Outcome::Unknown => "unknown",
        };
        LogFields {
            command: self.known(&answer.query.command),
            ..LogFields::new(kind, outcome, answer.lang)
        }
    }

    /// An apology that offers the commands.
    fn sorry(&self, kind: &'static str, key: &str, lang: Lang) -> Reply {
        let topics = self.shelf.iter().flat_map(|facts| &facts.topics);
        let topics = topics.map(|topic| topic.id.as_str());
        let names = topics.take(TOPICS_MAX).chain(["search", "help"]);
        let offers = names.map(|name| (format!("/{name}"), Query::new(name)));
        self.apologize(kind, key, offers.collect(), lang)
    }

    /// An apology for an option that no longer exists, which offers the same query without it.
    fn without_option(&self, query: Query) -> Reply {
        let named = query.get(Key::Lang);
        let spoken = named.and_then(|code| self.shelf.languages().spoken(code));
        let lang = spoken.unwrap_or(self.language(false));
        let label = Phrases::of(lang).text("sorry-option-way");
        self.apologize("command", "sorry-option", vec![(label, query)], lang)
    }

    fn apologize(
        &self,
        kind: &'static str,
        key: &str,
        offers: Vec<(String, Query)>,
        lang: Lang,
    ) -> Reply {
        let words = Phrases::of(lang);
        let offers = offers
            .into_iter()
            .map(|(label, query)| Action::suggestion(label, query.with(Key::Lang, lang.code())));
        let (title, notice) = (words.text("sorry-title"), words.text(key));
        let answer = Answer::unknown(lang, Query::default(), title, notice, offers.collect());
        Reply::ephemeral(&answer, self.log(kind, &answer))
    }
}

#[cfg(test)]
mod tests;
