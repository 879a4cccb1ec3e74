//! The facts: one checked, immutable snapshot of a fact file.
//!
//! A value of these types has passed the gate (`facts::file`): every id resolves, every text
//! exists in every language, and every claim has a speaker, a date and a source.

mod as_of;
mod author;
mod bibliography;
mod claim;
pub mod cldr;
pub mod date;
pub mod decimal;
mod everyday;
mod figures;
pub mod file;
mod fingerprint;
mod invisible;
mod known;
mod lang;
mod linking;
mod links;
mod lint;
mod loaded_words;
mod marks;
mod mistake;
pub mod nearest;
pub mod pattern;
mod places;
pub mod problem;
mod replies;
mod runs;
pub mod search;
mod shelf;
mod source;
mod speaker;
pub mod standing;
pub mod vocabulary;
mod whole;
mod written;

pub use as_of::{AsOf, Origin};
pub use author::Author;
pub use claim::{Change, Claim, Evidence, Figure, Link, Measure, Quote, Translation, When};
pub use everyday::everyday_words;
pub use figures::Given;
pub use fingerprint::fingerprint;
pub use invisible::is_hidden;
pub use known::known_language;
pub use lang::{Direction, Lang, Languages, Text};
pub use links::{Links, safe_address};
pub(crate) use lint::within_marks;
pub use marks::Mark;
pub use mistake::is_one_mistake;
pub use shelf::Shelf;
pub use source::{AddressKind, Archived, Source};
pub use speaker::{Post, Speaker};

use std::sync::Arc;

use bibliography::Bibliography;
use date::Day;
use figures::{Numbers, numbers};
use linking::{Linking, linking};
use once_cell::sync::OnceCell;
use places::Places;
use search::{Index, Questions};

/// Everything a fact file holds, checked.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What this collection is.
    pub dossier: Dossier,
    /// In the order of the file.
    pub topics: Vec<Arc<Topic>>,
    /// In the order of the file.
    pub speakers: Vec<Arc<Speaker>>,
    /// In the order of the file.
    pub sources: Vec<Arc<Source>>,
    /// In the order of the file.
    pub measures: Vec<Arc<Measure>>,
    /// In the order in which they were said, then by id.
    pub claims: Vec<Arc<Claim>>,
    /// 16 hexadecimal digits computed from the texts of the fact file: the same texts give the same digits on every
    /// machine.
    pub revision: String,
    places: Places,
    linking: Linking,
    marks: Vec<Mark>,
    numbers: Numbers,
    bibliography: Bibliography,
    index: OnceCell<Arc<Index>>,
    questions: OnceCell<Arc<Questions>>,
}

impl Facts {
    /// Puts checked records together.
    pub(crate) fn new(
        dossier: Dossier,
        topics: Vec<Arc<Topic>>,
        speakers: Vec<Arc<Speaker>>,
        sources: Vec<Arc<Source>>,
        measures: Vec<Arc<Measure>>,
        mut claims: Vec<Arc<Claim>>,
    ) -> Self {
        claims.sort_by(|a, b| (a.order(), &a.id).cmp(&(b.order(), &b.id)));
        let places = Places::new(&claims, &speakers, &sources);
        let linking = linking(&claims, &places);
        let marks = Mark::of_all(&claims, &places, &linking);
        let numbers = numbers(&claims, &measures, dossier.reviewed);
        let bibliography = Bibliography::new(&claims, &sources, &places, dossier.reviewed);
        Self {
            dossier,
            topics,
            speakers,
            sources,
            measures,
            claims,
            revision: String::new(),
            places,
            linking,
            marks,
            numbers,
            bibliography,
            index: OnceCell::new(),
            questions: OnceCell::new(),
        }
    }

    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Arc<Topic>> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&Arc<Claim>> {
        self.claims.get(*self.places.place.get(id)?)
    }

    /// Where a source is among all sources.
    pub fn place_of(&self, source: &Source) -> Option<usize> {
        self.places.source.get(&source.id).copied()
    }

    /// The claims of a topic, in the order in which they were said.
    pub fn about<'a>(&'a self, topic: &Topic) -> impl Iterator<Item = &'a Arc<Claim>> + use<'a> {
        self.at(self.places.about.of(&topic.id))
    }

    /// The claims of a speaker and of those who speak for it, in the order in which they were said.
    pub fn by<'a>(&'a self, speaker: &Speaker) -> impl Iterator<Item = &'a Claim> + use<'a> {
        let said = self.at(self.places.said.of(&speaker.id));
        said.map(Arc::as_ref)
    }

    /// The claims at these places.
    fn at<'a>(&'a self, places: &'a [u32]) -> impl Iterator<Item = &'a Arc<Claim>> + use<'a> {
        places.iter().filter_map(|at| self.claims.get(*at as usize))
    }
}

/// What a collection of facts is.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Short name.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What it holds.
    pub about: Text,
    /// The languages in which every text exists.
    pub languages: Languages,
    /// The day up to which the facts are known.
    pub reviewed: Day,
    /// SPDX name of the licence of the facts.
    pub licence: String,
    /// How to report a mistake.
    pub report: Text,
    /// Groups of single words of which people ask with one and the facts say another.
    pub synonyms: Vec<Vec<String>>,
}

/// A question with a slash command of the same name as its id.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Also the command's name.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// The question it answers.
    pub question: Text,
    /// At most 100 code points.
    pub description: Text,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// The id of the claim that the question is about, if "X said so" answers it.
    pub asks: Option<String>,
    /// Ids of the claims the overview shows first.
    pub lead: Vec<String>,
}
