//! The document of a claim in the index: its words and those of every record it names.

use super::field::Field;
use super::words::{Word, is_letter, run_together, words};
use crate::facts::cldr::Cldr;
use crate::facts::date::Day;
use crate::facts::vocabulary::Kind;
use crate::facts::{Claim, Facts, Figure, Lang, Languages, Source, Speaker, Text, Topic, When};

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
    pub(super) fn of_claim(facts: &Facts, claim: &Claim, since: Day, months: &[String]) -> Self {
        let mut document = Self::default();
        document.text(Field::Text, &claim.text);
        document.text(Field::Where, &claim.place);
        document.text(Field::Channel, &claim.via);
        document.plain(Field::Id, &claim.id);
        let kinds = facts.dossier.languages.iter();
        let kinds: Vec<&str> = kinds.map(|lang| kind_words(claim.kind, lang)).collect();
        document.plain(Field::Kind, &kinds.join(" "));
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

    fn when(&mut self, when: &When, months: &[String]) {
        self.plain(Field::When, &when.when.to_string());
        let (first, last) = when.when.shape().ends();
        for point in [first].into_iter().chain(last) {
            let month = point
                .month
                .and_then(|month| months.get(usize::from(month) - 1));
            self.plain(Field::When, month.map_or("", String::as_str));
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
