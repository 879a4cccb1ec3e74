//! The facts: one checked, immutable snapshot of a fact file.
//!
//! A value of these types has passed the gate (`facts::file`): every id resolves, every text
//! exists in every language, and every claim has a speaker, a date and a source.

mod as_of;
mod author;
mod claim;
pub mod cldr;
pub mod date;
pub mod decimal;
mod figures;
pub mod file;
mod fingerprint;
mod invisible;
mod known;
mod lang;
mod links;
mod lint;
mod mistake;
pub mod nearest;
pub mod pattern;
pub mod problem;
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
pub use figures::Given;
pub use fingerprint::fingerprint;
pub use invisible::is_hidden;
pub use known::known_language;
pub use lang::{Direction, Lang, Languages, Text};
pub use links::{Links, safe_address};
pub(crate) use lint::within_marks;
pub use mistake::is_one_mistake;
pub use shelf::Shelf;
pub use source::{AddressKind, Archived, Source};
pub use speaker::{Post, Speaker};

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use date::Day;
use once_cell::sync::OnceCell;
use search::{Index, Questions};
use vocabulary::LinkKind;

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
    links: LinkIndex,
    index: OnceCell<Arc<Index>>,
    questions: OnceCell<Arc<Questions>>,
}

/// What is worked out once, as places among all claims.
#[derive(Clone, Debug, Default)]
struct LinkIndex {
    /// Where each claim is, by its id.
    place: HashMap<String, usize>,
    /// Which claims link to a claim, by its id.
    linking: HashMap<String, Vec<usize>>,
    /// The claims of a topic, by its id.
    about: HashMap<String, Vec<usize>>,
    /// How many claims that are not withdrawn a speaker makes, by its id.
    by: HashMap<String, usize>,
}

impl LinkIndex {
    fn new(claims: &[Arc<Claim>]) -> Self {
        let mut links = Self::default();
        for (place, claim) in claims.iter().enumerate() {
            links.place.insert(claim.id.clone(), place);
            for link in &claim.links {
                add(&mut links.linking, &link.to, place);
            }
            for topic in &claim.topics {
                add(&mut links.about, topic, place);
            }
            let by: BTreeSet<&str> = claim.by.iter().map(|by| by.id.as_str()).collect();
            for speaker in by.into_iter().filter(|_| claim.withdrawn.is_none()) {
                *links.by.entry(speaker.to_owned()).or_default() += 1;
            }
        }
        links
    }
}

/// Adds the place of a claim, once.
fn add(places: &mut HashMap<String, Vec<usize>>, id: &str, place: usize) {
    let here = places.entry(id.to_owned()).or_default();
    if here.last() != Some(&place) {
        here.push(place);
    }
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
        let links = LinkIndex::new(&claims);
        Self {
            dossier,
            topics,
            speakers,
            sources,
            measures,
            claims,
            revision: String::new(),
            links,
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
        self.claims.get(*self.links.place.get(id)?)
    }

    /// The claims of a topic, in the order in which they were said.
    pub fn about<'a>(&'a self, topic: &Topic) -> impl Iterator<Item = &'a Arc<Claim>> + use<'a> {
        let places = self.links.about.get(&topic.id).into_iter().flatten();
        places.filter_map(|place| self.claims.get(*place))
    }

    /// The claims that link to `claim` in this way, in the order in which they were said.
    pub fn linking_to<'a>(
        &'a self,
        claim: &'a Claim,
        kind: LinkKind,
    ) -> impl Iterator<Item = &'a Arc<Claim>> {
        let places = self.links.linking.get(&claim.id).into_iter().flatten();
        let linking = places.filter_map(|place| self.claims.get(*place));
        linking.filter(move |other| {
            other
                .links
                .iter()
                .any(|link| link.kind == kind && link.to == claim.id)
        })
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
