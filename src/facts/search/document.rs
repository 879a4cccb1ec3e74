//! What is written on a claim's page of the index: its words and those of whom and what it names.

use super::field::Field;
use super::words::{Word, is_letter, run_together, words};
use crate::facts::date::{Date, Day, Point, Shape};
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Figure, Lang, Source, Speaker, Text, Topic, When};

/// A word on a page, and its language if the file says which.
pub(super) struct Occurrence {
    pub(super) field: Field,
    pub(super) lang: Option<Lang>,
    pub(super) word: Word,
    /// In capitals where not every word is: a name.
    pub(super) name: bool,
}

/// Everything by which a claim, speaker or topic can be found.
#[derive(Default)]
pub(super) struct Document(pub(super) Vec<Occurrence>);

impl Document {
    /// The page of a claim known since a day; what came out later stands apart on it.
    pub(super) fn of_claim(facts: &Facts, claim: &Claim, since: Day) -> Self {
        let mut page = Self::default();
        page.text(Field::Text, &claim.text);
        page.text(Field::Where, &claim.place);
        page.text(Field::Channel, &claim.via);
        page.plain(Field::Id, &claim.id);
        page.plain(Field::Kind, kind_words(claim.kind));
        page.when(&claim.said);
        claim.happened.iter().for_each(|when| page.when(when));
        for speaker in claim.by.iter().chain(&claim.citing) {
            page.speaker(speaker, Field::Speaker, Field::SpeakerAlias);
            let post = speaker.post_on(&claim.said.when);
            post.iter()
                .for_each(|post| page.text(Field::Post, &post.title));
            page.parties(speaker);
        }
        for speaker in &claim.about {
            page.speaker(speaker, Field::About, Field::AboutAlias);
        }
        for topic in claim.topics.iter().filter_map(|id| facts.topic(id)) {
            page.topic(topic);
        }
        page.sourced(facts, claim, since);
        page
    }

    /// What stands or falls with a source of its own.
    fn sourced(&mut self, facts: &Facts, claim: &Claim, since: Day) {
        let when = |source: &Source, then: Field, later: Field| {
            if facts.published(source, since) {
                then
            } else {
                later
            }
        };
        for quote in &claim.quotes {
            let field = when(&quote.source, Field::Quote, Field::LaterQuote);
            self.line(field, Lang::of(&quote.lang), &quote.words);
            for other in &quote.translations {
                let source = other.source.as_ref().unwrap_or(&quote.source);
                let field = when(source, field, Field::LaterQuote);
                self.line(field, Lang::of(&other.lang), &other.words);
            }
        }
        for figure in &claim.figures {
            let field = match facts.given(claim, figure, since) {
                true => Field::Figure,
                false => Field::LaterFigure,
            };
            self.figure(field, figure);
        }
        for evidence in &claim.evidence {
            let field = when(&evidence.source, Field::Source, Field::LaterSource);
            self.plain(field, &evidence.source.publisher);
        }
    }

    /// The page of a speaker, with every post.
    pub(super) fn of_speaker(speaker: &Speaker) -> Self {
        let mut page = Self::default();
        page.speaker(speaker, Field::Speaker, Field::SpeakerAlias);
        page.plain(Field::Id, &speaker.id);
        for post in &speaker.posts {
            page.text(Field::Post, &post.title);
        }
        page.parties(speaker);
        page
    }

    /// The page of a topic.
    pub(super) fn of_topic(topic: &Topic) -> Self {
        let mut page = Self::default();
        page.topic(topic);
        page.plain(Field::Id, &topic.id);
        page.text(Field::Text, &topic.question);
        page.text(Field::Text, &topic.description);
        page
    }

    fn speaker(&mut self, speaker: &Speaker, name: Field, alias: Field) {
        self.text(name, &speaker.name);
        self.names(name, speaker.name.0.values());
        for other in &speaker.aliases {
            self.plain(alias, other);
        }
        self.names(alias, &speaker.aliases);
    }

    /// Whom a speaker speaks for, up to the state behind it.
    fn parties(&mut self, speaker: &Speaker) {
        let mut behind = speaker.speaks_for.as_deref();
        while let Some(party) = behind {
            self.speaker(party, Field::Party, Field::PartyAlias);
            behind = party.speaks_for.as_deref();
        }
    }

    fn topic(&mut self, topic: &Topic) {
        self.text(Field::Topic, &topic.title);
        for alias in &topic.aliases {
            self.plain(Field::TopicAlias, alias);
        }
    }

    fn figure(&mut self, field: Field, figure: &Figure) {
        for number in [figure.low, figure.best, figure.high].into_iter().flatten() {
            self.plain(field, &number.to_string());
        }
        self.text(field, &figure.measure.name);
    }

    fn when(&mut self, when: &When) {
        self.plain(Field::When, &when.when.to_string());
        for point in points(&when.when) {
            self.plain(Field::When, month_names(point));
            if let Some(day) = point.day {
                self.plain(Field::When, &day.to_string());
            }
        }
    }

    fn text(&mut self, field: Field, text: &Text) {
        for (lang, text) in &text.0 {
            self.line(field, Some(*lang), text);
        }
    }

    fn plain(&mut self, field: Field, text: &str) {
        self.line(field, None, text);
    }

    fn line(&mut self, field: Field, lang: Option<Lang>, text: &str) {
        // An abbreviation such as AS stands alone as an alias, where no small letter shows that it is one.
        let short = |word: &Word| {
            let capitals = !word.typed.chars().any(char::is_lowercase);
            field.is_alias() && capitals && text.trim() == word.typed
        };
        for (word, place) in words(text).into_iter().zip(0..) {
            let name = word.typed.starts_with(char::is_uppercase) && (place > 0 || field.is_name());
            let empty = is_letter(&word.folded) || word.is_stop() && !short(&word);
            if !empty {
                self.0.push(Occurrence {
                    field,
                    lang,
                    word,
                    name,
                });
            }
        }
    }

    fn names<'a>(&mut self, field: Field, names: impl IntoIterator<Item = &'a String>) {
        for word in names.into_iter().filter_map(|name| run_together(name)) {
            self.0.push(Occurrence {
                field,
                lang: None,
                word,
                name: true,
            });
        }
    }
}

fn points(date: &Date) -> Vec<Point> {
    match date.shape() {
        Shape::At(point) | Shape::Since(point) | Shape::Until(point) => vec![point],
        Shape::Span(from, to) => vec![from, to],
    }
}

/// A month as people type it, in both languages.
fn month_names(point: Point) -> &'static str {
    match point.month {
        Some(1) => "January Januari",
        Some(2) => "February Februari",
        Some(3) => "March Maret",
        Some(4) => "April",
        Some(5) => "May Mei",
        Some(6) => "June Juni",
        Some(7) => "July Juli",
        Some(8) => "August Agustus",
        Some(9) => "September",
        Some(10) => "October Oktober",
        Some(11) => "November",
        Some(12) => "December Desember",
        _ => "",
    }
}

/// What people type who look for what somebody does in a claim, in both languages.
fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Asserts => "asserts says states menyatakan menyebut",
        Kind::Denies => "denies rejects dismisses membantah menyangkal menepis menolak",
        Kind::Confirms => "confirms admits acknowledges mengonfirmasi membenarkan mengakui",
        Kind::Assesses => "assesses estimates judges menilai memperkirakan menduga",
        Kind::Reports => "reports melaporkan memberitakan",
        Kind::Declines => "declines evades menghindar mengelak",
    }
}
