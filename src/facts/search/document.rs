//! The document of a claim in the index: its texts and those of every record it names.

use std::borrow::Cow;

use super::field::Field;
use super::hit::Place;
use crate::facts::cldr::Cldr;
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Figure, Lang, Languages, Source, Speaker, Text, Topic, When};

/// A text in a document, with its language if the file says which.
pub(super) struct Line<'f> {
    pub(super) field: Field,
    pub(super) lang: Option<Lang>,
    pub(super) text: Cow<'f, str>,
    /// Whether it is the name of a speaker, which people also run together, as in a hashtag.
    pub(super) is_name: bool,
}

impl Line<'_> {
    /// Whether other documents are likely to have it, too.
    pub(super) fn is_repeated(&self) -> bool {
        let place = self.field.place();
        !matches!(place, Place::Text | Place::Quote | Place::Note | Place::Id)
    }
}

/// Everything by which a claim, speaker or topic can be found.
#[derive(Default)]
pub(super) struct Document<'f> {
    pub(super) lines: Vec<Line<'f>>,
}

impl<'f> Document<'f> {
    /// The document of a claim known since a day; words from later sources are in separate fields.
    pub(super) fn of_claim(
        facts: &'f Facts,
        claim: &'f Claim,
        since: Day,
        months: &'f [String],
    ) -> Self {
        let mut document = Self::default();
        document.text(Field::Text, &claim.text);
        document.text(Field::Where, &claim.place);
        document.text(Field::Channel, &claim.via);
        document.plain(Field::Id, claim.id.as_str());
        let kinds = facts.dossier.languages.iter();
        let kinds: Vec<&str> = kinds.map(|lang| kind_words(claim.kind, lang)).collect();
        document.plain(Field::Kind, kinds.join(" "));
        document.when(&claim.said, months);
        if let Some(happened) = &claim.happened {
            document.when(happened, months);
        }
        for speaker in claim.by.iter().chain(&claim.citing) {
            document.speaker(speaker, Field::Speaker, Field::SpeakerAlias);
            if let Some(post) = speaker.post_on(&claim.said.when) {
                document.text(Field::Post, &post.title);
            }
            document.parties(speaker);
        }
        for speaker in &claim.about {
            document.speaker(speaker, Field::About, Field::AboutAlias);
        }
        for topic in claim.topics.iter().filter_map(|id| facts.topic(id)) {
            document.topic(topic);
        }
        document.sourced(facts, claim, since);
        document
    }

    /// The words that depend on a single source: quotations, figures, publishers, notes.
    fn sourced(&mut self, facts: &'f Facts, claim: &'f Claim, since: Day) {
        let when = |source: &Source, then, later| match facts.as_of(since).published(source) {
            true => then,
            false => later,
        };
        for quote in &claim.quotes {
            let field = when(&quote.source, Field::Quote, Field::LaterQuote);
            self.line(
                field,
                facts.dossier.languages.spoken(&quote.lang),
                quote.words.as_str(),
            );
            for other in &quote.translations {
                let source = other.source.as_ref().unwrap_or(&quote.source);
                let field = when(source, field, Field::LaterQuote);
                self.line(
                    field,
                    facts.dossier.languages.spoken(&other.lang),
                    other.words.as_str(),
                );
            }
        }
        for figure in &claim.figures {
            let field = match facts.as_of(since).given(claim, figure) {
                true => Field::Figure,
                false => Field::LaterFigure,
            };
            self.figure(field, figure);
        }
        for evidence in &claim.evidence {
            let field = when(&evidence.source, Field::Source, Field::LaterSource);
            self.plain(field, evidence.source.publisher.as_str());
            let field = when(&evidence.source, Field::Note, Field::LaterNote);
            self.text(field, &evidence.note);
        }
    }

    /// The document of a speaker, with every post.
    pub(super) fn of_speaker(speaker: &'f Speaker) -> Self {
        let mut document = Self::default();
        document.speaker(speaker, Field::Speaker, Field::SpeakerAlias);
        document.plain(Field::Id, speaker.id.as_str());
        for post in &speaker.posts {
            document.text(Field::Post, &post.title);
        }
        document.parties(speaker);
        document
    }

    /// The document of a topic.
    pub(super) fn of_topic(topic: &'f Topic) -> Self {
        let mut document = Self::default();
        document.topic(topic);
        document.plain(Field::Id, topic.id.as_str());
        document.text(Field::Text, &topic.question);
        document.text(Field::Text, &topic.description);
        document
    }

    fn speaker(&mut self, speaker: &'f Speaker, name: Field, alias: Field) {
        for (lang, text) in &speaker.name.0 {
            self.name(name, Some(*lang), text);
        }
        for text in &speaker.aliases {
            self.name(alias, None, text);
        }
    }

    /// The speakers that a speaker speaks for, up to the state.
    fn parties(&mut self, speaker: &'f Speaker) {
        let mut behind = speaker.speaks_for.as_deref();
        while let Some(party) = behind {
            self.speaker(party, Field::Party, Field::PartyAlias);
            behind = party.speaks_for.as_deref();
        }
    }

    fn topic(&mut self, topic: &'f Topic) {
        self.text(Field::Topic, &topic.title);
        // Also the command's name.
        self.plain(Field::TopicAlias, topic.id.as_str());
        for alias in &topic.aliases {
            self.plain(Field::TopicAlias, alias.as_str());
        }
    }

    fn figure(&mut self, field: Field, figure: &'f Figure) {
        for number in [figure.low, figure.best, figure.high].into_iter().flatten() {
            self.plain(field, number.to_string());
        }
        self.text(field, &figure.measure.name);
    }

    fn when(&mut self, when: &When, months: &'f [String]) {
        self.plain(Field::When, when.when.to_string());
        let (first, last) = when.when.shape().ends();
        for point in [first].into_iter().chain(last) {
            let month = point
                .month
                .and_then(|month| months.get(usize::from(month) - 1));
            self.plain(Field::When, month.map_or("", String::as_str));
            if let Some(day) = point.day {
                self.plain(Field::When, day.to_string());
            }
        }
    }

    fn text(&mut self, field: Field, text: &'f Text) {
        for (lang, text) in &text.0 {
            self.line(field, Some(*lang), text.as_str());
        }
    }

    fn plain(&mut self, field: Field, text: impl Into<Cow<'f, str>>) {
        self.line(field, None, text);
    }

    fn line(&mut self, field: Field, lang: Option<Lang>, text: impl Into<Cow<'f, str>>) {
        self.lines.push(Line {
            field,
            lang,
            text: text.into(),
            is_name: false,
        });
    }

    fn name(&mut self, field: Field, lang: Option<Lang>, text: &'f str) {
        self.lines.push(Line {
            field,
            lang,
            text: text.into(),
            is_name: true,
        });
    }
}

/// The names of each month in the languages of the facts, as people type them.
pub(super) fn month_names(languages: &Languages) -> Vec<String> {
    let all: Vec<Cldr> = languages.iter().map(Cldr::of).collect();
    let names = (1..=12).map(|month| {
        let mut names: Vec<&str> = all.iter().map(|cldr| cldr.month_name(month)).collect();
        names.dedup();
        names.join(" ")
    });
    names.collect()
}

/// What people type to find claims of a kind, in a language.
fn kind_words(kind: Kind, lang: Lang) -> &'static str {
    match (lang.primary(), kind) {
        ("en", Kind::Asserts) => "asserts says states",
        ("en", Kind::Denies) => "denies rejects dismisses",
        ("en", Kind::Confirms) => "confirms admits acknowledges",
        ("en", Kind::Assesses) => "assesses estimates judges",
        ("en", Kind::Reports) => "reports",
        ("en", Kind::Declines) => "declines evades",
        ("id", Kind::Asserts) => "menyatakan menyebut",
        ("id", Kind::Denies) => "membantah menyangkal menepis menolak",
        ("id", Kind::Confirms) => "mengonfirmasi membenarkan mengakui",
        ("id", Kind::Assesses) => "menilai memperkirakan menduga",
        ("id", Kind::Reports) => "melaporkan memberitakan",
        ("id", Kind::Declines) => "menghindar mengelak",
        _ => "",
    }
}
