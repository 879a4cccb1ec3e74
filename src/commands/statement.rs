//! From a claim to an entry of an answer: who, as what, when, in which words, by which sources.
//!
//! Every view composes its entries here, so that no statement is shown without them.

use std::ops::Deref;

use crate::answer::{
    Citations, Entry, Label, Note, NoteRole, Section, SectionRole, Span, StandingLine, cite,
    nearness,
};
use crate::facts::standing::StandingKind;
use crate::facts::{AsOf, Claim, Evidence, Lang, Text};
use crate::phrases::Phrases;
pub(super) use crate::phrases::attribution::capitalised;

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

/// What every part of an answer is made from: the facts as known on a day, and the words of a language.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The facts as known on the day.
    pub(super) as_of: AsOf<'a>,
    /// The words of the language.
    pub(super) words: &'static Phrases,
}

impl<'a> Context<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// Name, post, date and whom it answers: `Dmitry Peskov, Kremlin spokesman, 10 October 2024,
    /// answering Kim Yong-hyun`; in full also through which channel.
    pub(super) fn attribution(&self, claim: &Claim, detail: Detail) -> Label {
        let mut label = Label::from(self.speakers(claim));
        if detail == Detail::Full {
            label = label.comma(claim.via.get(self.lang()));
        }
        let answered = self.as_of.answered(claim);
        let answering = self.words.answering(&answered).unwrap_or_default();
        label
            .said(&claim.said, self.words.when(&claim.said))
            .comma(answering)
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
    pub(super) fn event(&self, claim: &Claim) -> Option<Note> {
        let happened = claim.happened.as_ref()?;
        let date = self.words.when(happened);
        let text = match claim.place.get(self.lang()) {
            "" => self.words.format("event", &[("date", &date)]),
            place => self
                .words
                .format("event-at", &[("date", &date), ("place", place)]),
        };
        Some(Note::line(NoteRole::Event, text).dated([happened]))
    }

    /// A section whose heading is the phrase with this key.
    pub(super) fn section(&self, role: SectionRole, key: &str, entries: Vec<Entry>) -> Section {
        Section::new(role, self.words.text(key)).with(entries)
    }

    /// What an editor remarks, if there is anything.
    pub(super) fn remark(&self, text: &Text) -> Option<Note> {
        let text = text.get(self.lang());
        (!text.is_empty()).then(|| Note::line(NoteRole::Remark, text))
    }

    /// The parties behind some claims, each once, with the date of its first: `Russia
    /// (26 April 2025)`; in short without the date.
    pub(super) fn parties(&self, claims: &[&Claim], detail: Detail) -> Vec<String> {
        self.words.parties(claims, |claim, name| match detail {
            Detail::Short => name.to_owned(),
            Detail::Full => {
                let date = self.words.when(&claim.said);
                self.words
                    .format("party", &[("name", name), ("date", &date)])
            }
        })
    }
}

/// Composes entries, and numbers sources as they are used.
pub(super) struct Composer<'a> {
    context: Context<'a>,
    pub(super) citations: Citations,
}

impl<'a> Deref for Composer<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Context<'a> {
        &self.context
    }
}

impl<'a> Composer<'a> {
    pub(super) fn new(context: Context<'a>) -> Self {
        Self {
            context,
            citations: Citations::default(),
        }
    }

    /// A claim as one attributed, dated sentence with the numbers of its sources: the nearest
    /// in short, all of them in full. A denial tells whether its party has turned since.
    pub(super) fn statement(&mut self, claim: &'a Claim, detail: Detail) -> Entry {
        let cites = match detail {
            Detail::Short => self.cite(claim, FEW_SOURCES),
            Detail::Full => self.cite(claim, usize::MAX),
        };
        let text = Span::Text(claim.text.get(self.lang()).to_owned());
        let label = self.attribution(claim, detail).map_first(capitalised);
        let mut entry = Entry::of(claim, label, vec![text], cites);
        entry.notes.extend(self.turned(claim));
        entry
    }

    /// A statement in short, and who confirms and who denies it.
    pub(super) fn with_standing(&mut self, claim: &'a Claim, detail: Detail) -> Entry {
        let mut entry = self.statement(claim, detail);
        entry.notes.extend(self.standing_in_short(claim));
        entry
    }

    /// What the party of a denial has said since that takes it back, in words.
    fn turned(&self, claim: &'a Claim) -> Option<Note> {
        let turned = self.as_of.turned(claim);
        let parties = self.parties(&turned, Detail::Full);
        let names = (!parties.is_empty()).then(|| self.words.list(&parties))?;
        let line = self.words.format("turned-since", &[("names", &names)]);
        let standing = StandingLine::by_claims(StandingKind::TakenBack, &turned);
        let note = Note::line(NoteRole::Standing, line).dated(turned.iter().map(|one| &one.said));
        Some(note.telling(standing))
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
        let out = self.as_of.evidence(claim);
        let mut carrying: Vec<_> = out.filter(|one| one.carries(claim)).collect();
        carrying.sort_by_key(|one| nearness(one, claim, self.lang()));
        carrying
    }

    /// A line on what some claims do to a statement, each with its nearest source.
    pub(super) fn parties_line(
        &mut self,
        kind: StandingKind,
        key: &str,
        claims: &[&'a Claim],
    ) -> Option<Note> {
        if claims.is_empty() {
            return None;
        }
        let names = self.words.list(&self.parties(claims, Detail::Full));
        let line = self.words.format(key, &[("names", &names)]);
        let mut note =
            Note::line(NoteRole::Standing, line).dated(claims.iter().map(|one| &one.said));
        let mut numbers: Vec<usize> = Vec::new();
        for claim in claims {
            let nearest = self.cite(claim, 1).into_iter();
            numbers.extend(
                nearest
                    .filter(|one| !numbers.contains(one))
                    .collect::<Vec<_>>(),
            );
        }
        cite(&mut note.spans, numbers);
        Some(note.telling(StandingLine::by_claims(kind, claims)))
    }
}
