//! The document of a claim in the index: its words and those of every record it names.

use super::field::Field;
use super::words::{Word, is_letter, run_together, words};
use crate::facts::date::{Day, Point};
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Figure, Lang, Source, Speaker, Text, Topic, When};

/// A word in a document, with its language if the file says which.
pub(super) struct Occurrence {
    pub(super) field: Field,
    pub(super) lang: Option<Lang>,
    pub(super) word: Word,
    /// Capitalised where not every word is: a name.
    pub(super) name: bool,
}

/// Everything by which a claim, speaker or topic can be found.
#[derive(Default)]
pub(super) struct Document {
    pub(super) words: Vec<Occurrence>,
    /// Words that stand side by side, run together.
    pub(super) side_by_side: Vec<String>,
}

impl Document {
    /// The document of a claim known since a day; words from later sources are in separate fields.
    pub(super) fn of_claim(facts: &Facts, claim: &Claim, since: Day) -> Self {
        let mut document = Self::default();
        document.text(Field::Text, &claim.text);
        document.text(Field::Where, &claim.place);
        document.text(Field::Channel, &claim.via);
        document.plain(Field::Id, &claim.id);
        document.plain(Field::Kind, kind_words(claim.kind));
        document.when(&claim.said);
        if let Some(happened) = &claim.happened {
            document.when(happened);
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
    fn sourced(&mut self, facts: &Facts, claim: &Claim, since: Day) {
        let when = |source: &Source, then, later| match facts.as_of(since).published(source) {
            true => then,
            false => later,
        };
        for quote in &claim.quotes {
            let field = when(&quote.source, Field::Quote, Field::LaterQuote);
            self.line(
                field,
                facts.dossier.languages.spoken(&quote.lang),
                &quote.words,
            );
            for other in &quote.translations {
                let source = other.source.as_ref().unwrap_or(&quote.source);
                let field = when(source, field, Field::LaterQuote);
                self.line(
                    field,
                    facts.dossier.languages.spoken(&other.lang),
                    &other.words,
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
            self.plain(field, &evidence.source.publisher);
            let field = when(&evidence.source, Field::Note, Field::LaterNote);
            self.text(field, &evidence.note);
        }
    }

    /// The document of a speaker, with every post.
    pub(super) fn of_speaker(speaker: &Speaker) -> Self {
        let mut document = Self::default();
        document.speaker(speaker, Field::Speaker, Field::SpeakerAlias);
        document.plain(Field::Id, &speaker.id);
        for post in &speaker.posts {
            document.text(Field::Post, &post.title);
        }
        document.parties(speaker);
        document
    }

    /// The document of a topic.
    pub(super) fn of_topic(topic: &Topic) -> Self {
        let mut document = Self::default();
        document.topic(topic);
        document.plain(Field::Id, &topic.id);
        document.text(Field::Text, &topic.question);
        document.text(Field::Text, &topic.description);
        document
    }

    fn speaker(&mut self, speaker: &Speaker, name: Field, alias: Field) {
        for (lang, text) in &speaker.name.0 {
            self.name(name, Some(*lang), text);
        }
        for text in &speaker.aliases {
            self.name(alias, None, text);
        }
    }

    /// The speakers that a speaker speaks for, up to the state.
    fn parties(&mut self, speaker: &Speaker) {
        let mut behind = speaker.speaks_for.as_deref();
        while let Some(party) = behind {
            self.speaker(party, Field::Party, Field::PartyAlias);
            behind = party.speaks_for.as_deref();
        }
    }

    fn topic(&mut self, topic: &Topic) {
        self.text(Field::Topic, &topic.title);
        // Also the command's name.
        self.plain(Field::TopicAlias, &topic.id);
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
        let (first, last) = when.when.shape().ends();
        for point in [first].into_iter().chain(last) {
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
        // AS, alone as an alias, is an abbreviation, though no lower-case letter shows that.
        let short = |word: &Word| {
            let capitals = !word.typed.chars().any(char::is_lowercase);
            field.is_alias() && capitals && text.trim() == word.typed
        };
        let words = words(text);
        let single: Vec<&Word> = words.iter().filter(|word| !word.is_compound()).collect();
        let pairs = single
            .windows(2)
            .map(|pair| pair.iter().map(|one| one.folded.as_str()).collect());
        self.side_by_side.extend(pairs);
        for (word, place) in words.into_iter().zip(0..) {
            let name = word.typed.starts_with(char::is_uppercase) && (place > 0 || field.is_name());
            let empty = is_letter(&word.folded) || word.is_stop() && !short(&word);
            if !empty {
                self.words.push(Occurrence {
                    field,
                    lang,
                    word,
                    name,
                });
            }
        }
    }

    /// A name, also run together as in a hashtag.
    fn name(&mut self, field: Field, lang: Option<Lang>, text: &str) {
        self.line(field, lang, text);
        self.words.extend(run_together(text).map(|word| Occurrence {
            field,
            lang: None,
            word,
            name: true,
        }));
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

/// What people type to find claims of a kind, in both languages.
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
