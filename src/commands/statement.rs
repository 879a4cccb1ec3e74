//! From a claim to an entry of an answer: who, as what, when, in which words, by which sources.
//!
//! Every view composes its entries here, so that no statement is shown without them.

use crate::answer::{Citations, Entry, Span, nearness};
use crate::facts::date::Day;
use crate::facts::{Claim, Evidence, Facts, Lang, When};
use crate::phrases::Words;
pub(super) use crate::phrases::said::capitalised;

/// Sources cited for a statement in short: one screen has room for the nearest.
const FEW_SOURCES: usize = 1;

/// How much of a statement's circumstances is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Who, as what, on whose word, when, and the nearest source.
    Short,
    /// Also through which channel, and every source.
    Full,
}

/// Facts as known on a day, in the words of a language, numbering sources as they are used.
pub(super) struct Composer<'a> {
    pub(super) facts: &'a Facts,
    pub(super) words: &'static Words,
    pub(super) day: Day,
    pub(super) citations: Citations,
}

impl<'a> Composer<'a> {
    pub(super) fn new(facts: &'a Facts, lang: Lang, day: Day) -> Self {
        Self {
            facts,
            words: Words::of(lang),
            day,
            citations: Citations::default(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// A claim as one attributed, dated sentence with the numbers of its sources: the nearest
    /// in short, all of them in full. A denial tells whether its party has turned since.
    pub(super) fn statement(&mut self, claim: &Claim, detail: Detail) -> Entry {
        let cites = match detail {
            Detail::Short => self.cite(claim, FEW_SOURCES),
            Detail::Full => self.cite(claim, usize::MAX),
        };
        let text = Span::Text(claim.text.get(self.lang()).to_owned());
        let mut entry = Entry::of(
            claim,
            capitalised(&self.attribution(claim, detail)),
            vec![text],
            cites,
        );
        entry.notes.extend(self.turned(claim));
        entry
    }

    /// What the party of a denial has said since that takes it back, in words.
    fn turned(&self, claim: &Claim) -> Option<Vec<Span>> {
        let denial = self.facts.claim(&claim.id)?;
        let parties = self.parties(&self.facts.turned(denial, self.day), Detail::Full);
        let names = (!parties.is_empty()).then(|| self.words.list(&parties))?;
        let line = self.words.with("turned-since", &[("names", &names)]);
        Some(vec![Span::Text(line)])
    }

    /// The numbers of the sources nearest to a claim, of those that carry it and were out.
    pub(super) fn cite(&mut self, claim: &Claim, most: usize) -> Vec<usize> {
        let nearest = self.nearest(claim);
        self.citations.numbers(nearest.into_iter().take(most))
    }

    /// The numbers of all sources that carry a claim as it is worded and dated.
    pub(super) fn cite_agreeing(&mut self, claim: &Claim) -> Vec<usize> {
        let nearest = self.nearest(claim).into_iter();
        let agreeing = nearest.filter(|one| one.agrees(claim));
        self.citations.numbers(agreeing)
    }

    /// What carries a claim, the nearest first, the reader's own language before others.
    fn nearest<'c>(&self, claim: &'c Claim) -> Vec<&'c Evidence> {
        let out = claim
            .evidence
            .iter()
            .filter(|one| self.facts.published(&one.source, self.day));
        let mut carrying: Vec<_> = out.filter(|one| one.carries(claim)).collect();
        carrying.sort_by_key(|one| nearness(one, claim, self.lang()));
        carrying
    }

    /// Name, post, date and whom it answers: `Dmitry Peskov, Kremlin spokesman, 10 October 2024,
    /// answering Kim Yong-hyun`; in full also through which channel.
    pub(super) fn attribution(&self, claim: &Claim, detail: Detail) -> String {
        let mut parts = vec![self.speakers(claim)];
        if detail == Detail::Full && !claim.via.is_empty() {
            parts.push(claim.via.get(self.lang()).to_owned());
        }
        parts.push(self.when(&claim.said));
        let answered = self.facts.answered(claim, self.day);
        parts.extend(self.words.answering(&answered));
        parts.join(", ")
    }

    /// Names, the post held on that date (for several of one party that party's name), and on whose
    /// word.
    pub(super) fn speakers(&self, claim: &Claim) -> String {
        let mut parts = vec![self.words.list(&self.words.names(&claim.by))];
        parts.extend(self.words.known_as(claim));
        parts.extend(self.words.on_whose_word(claim));
        parts.join(", ")
    }

    /// When and where it happened, if that is known.
    pub(super) fn event(&self, claim: &Claim) -> Option<Vec<Span>> {
        let date = self.when(claim.happened.as_ref()?);
        let text = match claim.place.get(self.lang()) {
            "" => self.words.with("event", &[("date", &date)]),
            place => self
                .words
                .with("event-at", &[("date", &date), ("place", place)]),
        };
        Some(vec![Span::Text(text)])
    }

    /// A date, marked when it was worked out.
    pub(super) fn when(&self, when: &When) -> String {
        self.words.when(when)
    }

    /// The parties behind some claims, each once, with the date of its first: `Russia
    /// (26 April 2025)`; in short without the date.
    pub(super) fn parties(&self, claims: &[&Claim], detail: Detail) -> Vec<String> {
        self.words.parties(claims, |claim, name| match detail {
            Detail::Short => name.to_owned(),
            Detail::Full => {
                let date = self.when(&claim.said);
                self.words.with("party", &[("name", name), ("date", &date)])
            }
        })
    }
}
