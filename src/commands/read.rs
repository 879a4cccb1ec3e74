//! Reads a query: its language, its day, and the topic, claim or speaker that it names.

use super::extent::Extent;
use super::request::{NotUnderstood, Request};
use super::statement::Context;
use super::{parse, unknown};
use crate::facts::date::Day;
use crate::facts::{Claim, Facts, Lang, Speaker, Topic};
use crate::phrases::Phrases;
use crate::query::{Key, Query};

impl<'a> Request<'a> {
    /// Reads language and day. The default is the day of the review.
    pub(super) fn read(facts: &'a Facts, query: &Query, lang: Lang) -> Result<Self, NotUnderstood> {
        let lang = facts.dossier.languages.nearest(lang);
        if let Some(wrong) = query.get(Key::Lang).filter(|_| query.lang(facts).is_none()) {
            return Err(unknown::language(facts, query, wrong, lang).into());
        }
        let mut request = Self {
            context: Context {
                as_of: facts.as_of(facts.dossier.reviewed),
                words: Phrases::of(lang),
            },
            query: query
                .clone()
                .without(Key::Part)
                .with(Key::Lang, lang.code()),
            part: query.part(),
            is_pictured: query.picture(),
        };
        // Any value other than yes means that no picture was requested.
        request.query = match query.picture() {
            true => request.query.with(Key::Picture, "true"),
            false => request.query.without(Key::Picture),
        };
        if let Some(day) = request.date(Key::AsOf, parse::day)? {
            request.context.as_of = facts.as_of(day);
            request.query = request.query.with(Key::AsOf, day.to_string());
        }
        Ok(request)
    }

    /// The day that an option gives, read by `read`.
    pub(super) fn date(
        &self,
        key: Key,
        read: fn(&str) -> Option<Day>,
    ) -> Result<Option<Day>, NotUnderstood> {
        let Some(typed) = self.query.get(key) else {
            return Ok(None);
        };
        let unread = || unknown::day(self, key).into();
        read(typed).map(Some).ok_or_else(unread)
    }

    /// The one topic that the query names by id, title, alias or words of these; the query then uses its id.
    pub(super) fn topic(&mut self) -> Result<Option<&'a Topic>, NotUnderstood> {
        let Some(named) = self.query.get(Key::Topic) else {
            return Ok(None);
        };
        let topic = match parse::topics(self.as_of.facts, named).as_slice() {
            [] => return Err(unknown::topic(self, named).into()),
            [one] => *one,
            several => return Err(unknown::which_topic(self, named, several).into()),
        };
        self.query = self.query.clone().with(Key::Topic, &topic.id);
        Ok(Some(topic))
    }

    /// How much the query asks for; it then has the option only if that is everything.
    pub(super) fn extent(&mut self) -> Result<Extent, NotUnderstood> {
        let extent = match self.query.get(Key::View).map(Extent::parse) {
            None => Extent::Short,
            Some(Some(extent)) => extent,
            Some(None) => return Err(unknown::extent(self).into()),
        };
        let query = self.query.clone();
        self.query = match extent {
            Extent::Short => query.without(Key::View),
            Extent::Full => query.with(Key::View, extent.name()),
        };
        Ok(extent)
    }

    /// The claim that the query names by its id, or by words that it alone has.
    pub(super) fn claim(&mut self) -> Result<Option<&'a Claim>, NotUnderstood> {
        let Some(named) = self.query.get(Key::Claim) else {
            return Ok(None);
        };
        let Some(claim) = parse::claim(self.as_of, named) else {
            return Err(unknown::claim(self, named).into());
        };
        self.query = self.query.clone().with(Key::Claim, &claim.id);
        Ok(Some(claim))
    }

    /// The one speaker that the query names by id, name, alias, post or words of these; the query then uses the id.
    pub(super) fn speaker(&mut self) -> Result<Option<&'a Speaker>, NotUnderstood> {
        let Some(named) = self.query.get(Key::Name) else {
            return Ok(None);
        };
        let speaker = match parse::speakers(self.as_of.facts, named).as_slice() {
            [] => return Err(unknown::speaker(self, named).into()),
            [one] => *one,
            several => return Err(unknown::which_speaker(self, named, several).into()),
        };
        self.query = self.query.clone().with(Key::Name, &speaker.id);
        Ok(Some(speaker))
    }
}
