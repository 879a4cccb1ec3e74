//! Presses on buttons and choices from menus: opening, sharing and removing an answer; `citation_panel` has citing.
//!
//! Whether a channel should get another answer is for `serve` to know; here is the reply for either case.

use super::interaction::Component;
use super::reply::LogFields;
use super::{Channel, Handler, Reply};
use crate::answer::{Answer, Outcome};
use crate::commands::shelf;
use crate::phrases::Phrases;
use crate::query::{CustomId, Key, Query};
use crate::render::discord::{Audience, buttons};

impl Handler<'_> {
    /// The reply to a press. All that is known of it is the button's `custom_id`.
    pub(super) fn component(&self, component: &Component) -> Reply {
        match component.custom_id.parse::<CustomId>() {
            Ok(CustomId::Open(query)) => self.open(&query.without(Key::Share), component),
            Ok(CustomId::Share(query)) => self.share(&query.without(Key::Share), component),
            Ok(CustomId::Cite(query)) => self.cite(&query.without(Key::Share), component),
            Ok(CustomId::Hide { by, what }) => self.remove(by, what),
            Err(_) => self.sorry("component", "press-outdated", self.language(false)),
        }
    }

    fn open(&self, query: &Query, component: &Component) -> Reply {
        if !component.ephemeral {
            // A public message stays as it is; the user gets an answer of their own.
            return self.ephemeral_answer(query, "component");
        }
        let answer = shelf::answer(self.shelf, query, self.language(false));
        let log = self.log("component", &answer);
        match answer.outcome {
            Outcome::Found | Outcome::Nothing => Reply::update(self.present(&answer), log),
            // An apology does not replace an answer.
            Outcome::Unknown => Reply::ephemeral(&answer, log),
        }
    }

    /// The answer under which *Share here* was pressed, in public and with credit; as text to copy where Discord makes
    /// every reply ephemeral.
    fn share(&self, query: &Query, component: &Component) -> Reply {
        let shown = shelf::answer(self.shelf, query, self.language(true));
        let answer = shown.clone().for_everyone();
        let words = Phrases::of(answer.lang);
        let log = self.log("share", &answer);
        if answer.outcome != Outcome::Found {
            return Reply::ephemeral(&answer, log);
        }
        if self.interaction.forced_ephemeral {
            return self.text_to_copy(&answer, "share-hushed");
        }
        let (why, outcome) = match self.settings.channel {
            Channel::Open => return self.share_in_public(&shown, &answer, component),
            Channel::HasSeen => ("share-lately", "lately"),
            Channel::Busy => ("share-busy", "busy"),
        };
        Reply::text(&words.text(why), LogFields { outcome, ..log })
    }

    /// The answer in public and with credit. `shown` is the same for the user alone.
    fn share_in_public(&self, shown: &Answer, answer: &Answer, component: &Component) -> Reply {
        let words = Phrases::of(answer.lang);
        let log = self.log("share", answer);
        let user = self.interaction.user;
        let credit = user.map(|user| words.format("shared-by", &[("who", &format!("<@{user}>"))]));
        let presented = self.present(answer);
        let reply = Reply::public(&presented, user, credit.as_deref(), log);
        let Some(message) = component.message.filter(|_| component.ephemeral) else {
            return reply;
        };
        // The ephemeral answer stays as it is, but its button is marked. It already has its picture.
        let mut shared = self.present(shown).message(Audience::Asker);
        shared.attachments = None;
        buttons::mark_shared(&mut shared, &words.text("button-shared"));
        reply.then_edit(message, &shared)
    }

    /// Removes a shared answer, if the user shared it or moderates the channel. `key` is that of its
    /// [`Reply::share_key`].
    fn remove(&self, by: u64, key: Option<u64>) -> Reply {
        let lang = self.language(false);
        let words = Phrases::of(lang);
        if self.interaction.user == Some(by) || self.interaction.moderates {
            let log = LogFields::new("remove", "done", lang);
            Reply::delete(&words.text("removed"), key, log)
        } else {
            let log = LogFields::new("remove", "refused", lang);
            Reply::text(&words.text("remove-refused"), log)
        }
    }
}
