//! What a press on a button does, or a choice from a menu: it asks, shares, cites or takes away.

use super::interaction::Component;
use super::{Reply, Talk};
use crate::answer::Outcome;
use crate::commands;
use crate::query::{Action, Key, Query};

impl Talk<'_> {
    /// The reply to a press. What the button carries is all that is known of it.
    pub(super) fn press(&self, component: &Component) -> Reply {
        match component.carries.parse::<Action>() {
            Ok(Action::Open(query)) => self.open(&query.without(Key::Share), component),
            Ok(Action::Share(query)) => self.share(&query.without(Key::Share), component),
            Ok(Action::Cite(query)) => self.cite(&query.without(Key::Share), component),
            Ok(Action::Hide { by, what }) => self.remove(by, what),
            Err(_) => self.sorry("component", "press-outdated", self.language(false)),
        }
    }

    fn open(&self, query: &Query, component: &Component) -> Reply {
        if !component.private {
            // What others see stays as it is: whoever presses gets an answer of their own.
            return self.private(query, "component");
        }
        let answer = commands::answer(self.facts, query, self.language(false));
        let about = self.about("component", &answer);
        match answer.outcome {
            Outcome::Found | Outcome::Nothing => Reply::update(&self.shown(&answer), about),
            // What is still good is not replaced by an apology.
            Outcome::Unknown => Reply::private(&answer, about),
        }
    }
}
