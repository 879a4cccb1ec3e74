//! Reading what a question gives: its language, its day and the records that it names. What cannot be read becomes
//! an answer that says so.

use std::sync::Arc;

use super::ask::{Ask, Otherwise};
use super::statement::Context;
use super::{asked, unknown};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Lang, Speaker, Topic};
use crate::phrases::Words;
use crate::query::{Key, Query};

impl<'a> Ask<'a> {
    /// Reads language and day. By default it is the day of the review.
    pub(super) fn read(facts: &'a Facts, query: &Query, lang: Lang) -> Result<Self, Otherwise> {
        if let Some(wrong) = query.get(Key::Lang).filter(|code| Lang::of(code).is_none()) {
            return Err(unknown::language(query, wrong, lang).into());
        }
        let mut ask = Self {
            context: Context {
                as_of: facts.as_of(facts.dossier.reviewed),
                words: Words::of(lang),
            },
            query: query.clone().with(Key::Lang, lang.code()),
        };
        // Anything but yes asks for no picture.
        ask.query = match query.picture() {
            true => ask.query.with(Key::Picture, "true"),
            false => ask.query.without(Key::Picture),
        };
        if let Some(day) = ask.date(Key::AsOf, asked::day)? {
            ask.context.as_of = facts.as_of(day);
            ask.query = ask.query.with(Key::AsOf, day.to_string());
        }
        Ok(ask)
    }

    /// The day that an option gives, read by `read`.
    pub(super) fn date(
        &self,
        key: Key,
        read: fn(&str) -> Option<Day>,
    ) -> Result<Option<Day>, Otherwise> {
        let Some(typed) = self.query.get(key) else {
            return Ok(None);
        };
        let unread = || unknown::day(self, key).into();
        read(typed).map(Some).ok_or_else(unread)
    }

    /// The topic that was named, and the question with its id.
    pub(super) fn topic(&mut self) -> Result<Option<&'a Arc<Topic>>, Otherwise> {
        let Some(named) = self.query.get(Key::Topic) else {
            return Ok(None);
        };
        let Some(topic) = asked::topic(self.as_of.facts, named) else {
            return Err(unknown::topic(self, named).into());
        };
        self.query = self.query.clone().with(Key::Topic, &topic.id);
        Ok(Some(topic))
    }

    /// The claim that was named by its id.
    pub(super) fn claim(&mut self) -> Result<Option<&'a Claim>, Otherwise> {
        let Some(named) = self.query.get(Key::Claim) else {
            return Ok(None);
        };
        let id = named.trim().to_lowercase();
        let Some(claim) = self.as_of.facts.claim(&id) else {
            return Err(unknown::claim(self, named).into());
        };
        self.query = self.query.clone().with(Key::Claim, &claim.id);
        Ok(Some(claim))
    }

    /// The speaker that was named, by id, name or alias.
    pub(super) fn speaker(&mut self) -> Result<Option<&'a Arc<Speaker>>, Otherwise> {
        let Some(named) = self.query.get(Key::Name) else {
            return Ok(None);
        };
        let Some(speaker) = asked::speaker(self.as_of.facts, named) else {
            return Err(unknown::speaker(self, named).into());
        };
        self.query = self.query.clone().with(Key::Name, &speaker.id);
        Ok(Some(speaker))
    }
}
