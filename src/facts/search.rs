//! stub
use super::date::Day;
use super::{Claim, Facts, Speaker, Topic};
use std::sync::Arc;
/// s
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Place {
    Text,
    Quote,
    Speaker,
    About,
    Topic,
    Where,
    Source,
    Id,
}
/// s
#[allow(missing_docs)]
pub struct Match {
    pub typed: String,
    pub word: String,
    pub place: Place,
}
/// s
#[allow(missing_docs)]
pub struct Hit<'a> {
    pub claim: &'a Claim,
    pub matched: Vec<Match>,
}
/// s
#[allow(missing_docs)]
pub struct Found<'a> {
    pub hits: Vec<Hit<'a>>,
    pub total: usize,
    pub corrected: Vec<(String, String)>,
}
#[allow(missing_docs)]
impl Facts {
    pub fn search(&self, _: &str, _: Day, _: usize) -> Found<'_> {
        Found {
            hits: Vec::new(),
            total: 0,
            corrected: Vec::new(),
        }
    }
    pub fn related(&self, _: &str, _: Day, _: usize) -> Vec<Hit<'_>> {
        Vec::new()
    }
    pub fn suggest_claims(&self, _: &str, _: Day, most: usize) -> Vec<&Claim> {
        self.claims.iter().take(most).map(|c| c.as_ref()).collect()
    }
    pub fn suggest_speakers(&self, _: &str, most: usize) -> Vec<&Arc<Speaker>> {
        self.speakers.iter().take(most).collect()
    }
    pub fn suggest_topics(&self, _: &str, most: usize) -> Vec<&Arc<Topic>> {
        self.topics.iter().take(most).collect()
    }
    pub fn nearest_words(&self, _: &str, _: usize) -> Vec<String> {
        Vec::new()
    }
    pub fn digest(&self, t: &str, m: usize) -> String {
        t.chars().take(m).collect()
    }
}
