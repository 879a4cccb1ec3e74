//! Sharing: the same answer for everybody in the channel, and taking it away again.
//!
//! Whether the channel has just seen it is for `serve` to know; here is what is said in either case.

use super::interaction::Component;
use super::reply::{Shown, drawn};
use super::{Reply, Talk, done};
use crate::answer::Outcome;
use crate::commands;
use crate::phrases::Words;
use crate::query::Query;
use crate::render::discord::message::Message;
use crate::render::discord::{Audience, buttons};

impl Talk<'_> {
    /// An answer for everybody, as a command asked for; only for whoever asked if there is nothing to
    /// show, if Discord hides it from the others, or if they have just seen it.
    pub(super) fn aloud(&self, query: &Query) -> Reply {
        let answer = commands::answer(self.facts, query, self.language(true));
        if answer.outcome != Outcome::Found {
            return self.private(query, "command");
        }
        let about = self.about("command", &answer);
        let quietly = |key: &str| {
            let mut answer = commands::answer(self.facts, query, self.language(false));
            let notice = Words::of(answer.lang).say(key);
            answer.notices.insert(0, notice);
            Reply::private(self.shown(&answer), about.clone())
        };
        if self.interaction.hushed {
            return quietly("share-hushed-command");
        }
        let lately = quietly("share-lately-command");
        Reply::public(
            &self.shown(&answer),
            self.interaction.person,
            None,
            lately,
            about,
        )
    }

    /// The answer under which *Share here* was pressed, for everybody, with credit; as text to be copied
    /// where Discord would hide it from the others.
    pub(super) fn share(&self, query: &Query, component: &Component) -> Reply {
        let answer = commands::answer(self.facts, query, self.language(true));
        let words = Words::of(answer.lang);
        if answer.outcome != Outcome::Found {
            return Reply::private(&answer, self.about("share", &answer));
        }
        if self.interaction.hushed {
            return self.copyable(&answer, "share-hushed");
        }
        let lately = Reply::words(
            &words.say("share-lately"),
            done("share", "refused", answer.lang),
        );
        let person = self.interaction.person;
        let credit = person.map(|person| {
            let mention = format!("<@{person}>");
            words.with("shared-by", &[("who", &mention)])
        });
        let about = self.about("share", &answer);
        let reply = Reply::public(&self.shown(&answer), person, credit, lately, about);
        match component.message.filter(|_| component.private) {
            Some(message) => reply.then_edit(Some(message), &shared(&self.shown(&answer))),
            None => reply,
        }
    }

    /// Takes a shared answer away, if this person may.
    pub(super) fn remove(&self, by: u64, what: Option<u64>) -> Reply {
        let lang = self.language(false);
        let words = Words::of(lang);
        let may = self.interaction.person == Some(by) || self.interaction.moderates;
        if may {
            Reply::removed(&words.say("removed"), what, done("remove", "done", lang))
        } else {
            Reply::words(
                &words.say("remove-refused"),
                done("remove", "refused", lang),
            )
        }
    }
}

/// The private answer once it has been shared: as it was, without the button for it.
fn shared(shown: &Shown<'_>) -> Message {
    let mut message = drawn(shown, Audience::Asker);
    // It has its picture already.
    message.attachments = None;
    buttons::mark_shared(
        &mut message,
        &Words::of(shown.answer.lang).say("button-shared"),
    );
    message
}
