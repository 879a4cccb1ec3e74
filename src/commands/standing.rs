//! The standing of a claim in words, one line for each part of it.
//!
//! `facts::standing` computes the standing; this file only words it.

use super::statement::{Composer, Context, Detail};
use crate::answer::{Note, NoteRole, Section, SectionRole, Span, StandingData};
use crate::facts::standing::StandingKind;
use crate::facts::{Change, Claim, Evidence};
use crate::phrases::attribution::{sides, superseding_sides, whole_sides};

/// The sections of claims by what their speakers do, with headings, in the order in which they are shown.
const SIDES: [(SectionRole, &str); 4] = [
    (SectionRole::Said, "heading-said"),
    (SectionRole::Denied, "heading-denied"),
    (SectionRole::Confirmed, "heading-confirmed"),
    (SectionRole::Open, "kind-declines"),
];

impl<'a> Composer<'a> {
    /// The standing of a claim, with its sources.
    pub(super) fn standing(&mut self, claim: &'a Claim) -> Vec<Note> {
        let standing = self.as_of.standing(claim);
        let mut lines = Vec::new();
        lines.extend(standing.withdrawn.map(|change| self.withdrawn(change)));
        // For a denial the claim's own entry already says so.
        let turned = self.as_of.turned(claim);
        let mut later = superseding_sides(&standing);
        let [(.., superseded), _] = &mut later;
        superseded.retain(|one| !turned.iter().any(|turned| turned.id == one.id));
        let whole = whole_sides(self.as_of, claim);
        for (kind, key, claims) in sides(&standing).into_iter().chain(later).chain(whole) {
            lines.extend(self.parties_line(kind, key, &claims));
        }
        for (kind, evidence) in [
            (StandingKind::Contradicted, &standing.contradicted),
            (StandingKind::Differs, &standing.differs),
        ] {
            lines.extend(evidence.iter().map(|one| self.evidence_line(kind, one)));
        }
        lines.extend(claim.revised.iter().map(|change| self.revised(change)));
        let words = self.words;
        let (kind, text) = match standing.origins {
            0 | 1 => (StandingKind::SingleOrigin, words.text("standing-single")),
            n => {
                let text = words.plural("standing-corroborated", n, &[]);
                (StandingKind::Corroborated, text)
            }
        };
        lines.push(Note::line(NoteRole::Standing, text).with_standing(StandingData::of(kind)));
        lines
    }

    /// A section for each role of [`SIDES`], each claim with its standing in short.
    pub(super) fn sides(&mut self, claims: &[&'a Claim], detail: Detail) -> Vec<Section> {
        let section = |(role, heading)| {
            let of_role = claims
                .iter()
                .filter(|claim| SectionRole::of(claim.kind) == role);
            let entries = of_role.map(|claim| self.with_standing(claim, detail));
            let entries = entries.collect();
            self.section(role, heading, entries)
        };
        SIDES.map(section).to_vec()
    }

    /// The parties that confirm or deny it, in one line without dates; `None` if there are none.
    pub(super) fn standing_in_short(&self, claim: &'a Claim) -> Option<Note> {
        let standing = self.as_of.standing(claim);
        let mut note = Note::new(NoteRole::Standing, Vec::new());
        let mut phrases = Vec::new();
        for (kind, key, claims) in sides(&standing) {
            if !claims.is_empty() {
                let names = self.words.list(&self.parties(&claims, Detail::Short));
                phrases.push(self.words.format(key, &[("names", &names)]));
                note.standing.push(StandingData::by_claims(kind, &claims));
            }
        }
        note.spans.push(Span::Text(phrases.join(" · ")));
        (!phrases.is_empty()).then_some(note)
    }

    /// The differing detail or contradiction of a source, with its number.
    pub(super) fn evidence_line(&mut self, kind: StandingKind, evidence: &Evidence) -> Note {
        let key = match kind {
            StandingKind::Contradicted => "standing-contradicted",
            _ => "standing-differs",
        };
        let note = evidence.note.get(self.lang());
        let publisher = evidence.source.publisher.as_str();
        let text = self
            .words
            .format(key, &[("publisher", publisher), ("note", note)]);
        let number = self.citations.number(&evidence.source);
        let spans = vec![Span::Text(format!("{text} ")), Span::Cite(number)];
        let mut note = Note::new(NoteRole::Standing, spans);
        note.standing.extend(StandingData::by_source(evidence));
        note
    }
}

impl Context<'_> {
    /// An editor's revision of a claim, with day and reason.
    pub(super) fn revised(&self, change: &Change) -> Note {
        self.change(StandingKind::Revised, "standing-revised", change)
    }

    /// An editor's withdrawal of a claim, with day and reason.
    pub(super) fn withdrawn(&self, change: &Change) -> Note {
        self.change(StandingKind::Withdrawn, "standing-withdrawn", change)
    }

    fn change(&self, kind: StandingKind, key: &str, change: &Change) -> Note {
        let day = self.words.day(change.on);
        let note = change.note.get(self.lang());
        let text = self.words.format(key, &[("date", &day), ("note", note)]);
        Note::line(NoteRole::Standing, text).with_standing(StandingData::of(kind))
    }
}
