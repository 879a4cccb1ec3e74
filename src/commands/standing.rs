//! The standing of a claim in words, one line for each part of it.
//!
//! `facts::standing` computes the standing; this file only words it.

use super::cited::publishers;
use super::statement::{Composer, Context, Detail, MOST_NAMES};
use crate::answer::{Note, NoteRole, Section, SectionRole, Span, StandingData, push_citations};
use crate::facts::standing::{Standing, StandingKind, Voice};
use crate::facts::{AsOf, Change, Claim, Evidence};
use crate::phrases::attribution::{
    Side, confirming_and_denying, on_the_whole, superseding_and_qualifying,
};

/// The sections of claims by what their speakers do, with headings, in the order in which they are shown.
const SIDES: [Heading; 4] = [
    (SectionRole::Said, "heading-said"),
    (SectionRole::Denied, "heading-denied"),
    (SectionRole::Confirmed, "heading-confirmed"),
    (SectionRole::Open, "kind-declines"),
];

/// The role of a section and the key of its heading.
pub(super) type Heading = (SectionRole, &'static str);

/// Claims by what their speakers do, each side with its heading.
pub(super) fn by_side<'a>(claims: &[&'a Claim]) -> [(Heading, Vec<&'a Claim>); 4] {
    SIDES.map(|(role, heading)| {
        let of_role = claims.iter().copied();
        let of_role = of_role.filter(|claim| SectionRole::of(claim.kind) == role);
        ((role, heading), of_role.collect())
    })
}

/// The maximum number of claims that a denial is shown to deny in short.
const MOST_DENIED: usize = 2;

/// Everybody who confirms, denies, replaces or narrows a claim; first the parties that took it back, if it is a denial.
pub(super) fn sides<'a>(
    as_of: AsOf<'a>,
    claim: &'a Claim,
    standing: &Standing<'a>,
) -> Vec<Side<'a>> {
    let turned = as_of.turned(claim);
    let mut later = superseding_and_qualifying(standing);
    for side in &mut later {
        let told = |one: &Voice| turned.iter().any(|other| other.claim.id == one.claim.id);
        let superseded = side.kind == StandingKind::Superseded;
        side.voices.retain(|one| !superseded || !told(one));
    }
    let mut sides = vec![Side {
        kind: StandingKind::TakenBack,
        phrase: "turned-since",
        voices: turned,
    }];
    sides.extend(confirming_and_denying(standing));
    sides.extend(later);
    sides.retain(|side| !side.voices.is_empty());
    sides
}

impl<'a> Composer<'a> {
    /// The standing of a claim, with its sources.
    pub(super) fn standing(&mut self, claim: &'a Claim) -> Vec<Note> {
        let standing = self.as_of.standing(claim);
        let mut lines = Vec::new();
        lines.extend(standing.withdrawn.map(|change| self.withdrawn(change)));
        for side in sides(self.as_of, claim, &standing) {
            lines.extend(self.parties_line(side.kind, side.phrase, &side.voices));
        }
        for (kind, evidence) in [
            (StandingKind::Contradicted, &standing.contradicted),
            (StandingKind::Differs, &standing.differs),
        ] {
            lines.extend(evidence.iter().map(|one| self.evidence_line(kind, one)));
        }
        let wholes = on_the_whole(self.as_of, claim).into_iter();
        lines.extend(wholes.map(|(whole, sides)| self.whole_line(whole, &sides)));
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

    /// The claims that a denial denies, each with who said it and what else speaks against it.
    pub(super) fn denied(&mut self, denial: &'a Claim) -> Vec<Note> {
        let targets = self.as_of.denied_claims(denial).into_iter();
        targets.map(|one| self.denied_claim(denial, one)).collect()
    }

    /// What a denial denies and how that stands: the claims, then the wider claims that these support.
    pub(super) fn denied_with_wholes(&mut self, denial: &'a Claim) -> Vec<Note> {
        let mut notes = self.denied(denial);
        notes.truncate(MOST_DENIED);
        let mut told: Vec<&str> = Vec::new();
        let as_of = self.as_of;
        let wholes = as_of.denied_claims(denial).into_iter();
        for (whole, sides) in wholes.flat_map(|one| on_the_whole(as_of, one)) {
            if !denial.links.iter().any(|link| link.to == whole.id) && !told.contains(&&*whole.id) {
                told.push(&whole.id);
                notes.push(self.whole_line(whole, &sides));
            }
        }
        notes
    }

    /// A note on a claim that a denial denies, which may have been made before the denial or (partly) after it.
    fn denied_claim(&mut self, denial: &Claim, target: &'a Claim) -> Note {
        let key = match (target.precedes(denial), target.may_precede(denial)) {
            (true, _) => "denies-what",
            (false, true) => "denies-what-partly-later",
            (false, false) => "denies-what-later",
        };
        let attribution = self.attribution(target, Detail::Short).text();
        let text = target.text.get(self.lang());
        let line = self
            .words
            .format(key, &[("who", &attribution), ("text", text)]);
        let mut note = Note::line(NoteRole::Denies, line).with_dates([&target.said]);
        push_citations(&mut note.spans, self.cite(target, 2));
        if let Some(against) = self.against_in_brief(target) {
            note.spans.push(Span::Text(" · ".into()));
            note.spans.extend(against.spans);
        }
        note
    }

    /// A section for each side, each claim with its standing in short.
    pub(super) fn sides(&mut self, claims: &[&'a Claim], detail: Detail) -> Vec<Section> {
        let section = |((role, heading), claims): (Heading, Vec<&'a Claim>)| {
            let entries = claims.into_iter();
            let entries = entries.map(|claim| self.with_standing(claim, detail));
            let entries = entries.collect();
            self.section(role, heading, entries)
        };
        by_side(claims).map(section).to_vec()
    }

    /// What limits a claim or speaks against it, in one line; `None` if nothing does. Who confirms it stands beside it.
    pub(super) fn against_in_brief(&mut self, claim: &'a Claim) -> Option<Note> {
        let standing = self.as_of.standing(claim);
        let sides = sides(self.as_of, claim, &standing);
        let against = standing.withdrawn.is_some()
            || !standing.contradicted.is_empty()
            || sides.iter().any(|side| side.kind.speaks_against());
        against
            .then(|| self.brief(&standing, &sides, &[]))
            .flatten()
    }

    /// The standing in one line, with sources for what speaks against it, parties by name without dates: who confirms or
    /// denies the claim, and what contradicts, replaces or narrows it; `None` if nobody does. Left out are the kinds that
    /// are `told` beside it.
    pub(super) fn standing_in_brief(
        &mut self,
        claim: &'a Claim,
        told: &[StandingKind],
    ) -> Option<Note> {
        let standing = self.as_of.standing(claim);
        let sides = sides(self.as_of, claim, &standing);
        self.brief(&standing, &sides, told)
    }

    fn brief(
        &mut self,
        standing: &Standing<'a>,
        sides: &[Side<'a>],
        told: &[StandingKind],
    ) -> Option<Note> {
        let mut parts: Vec<(String, StandingData, Vec<usize>)> = Vec::new();
        if let Some(change) = standing.withdrawn {
            let date = self.words.day(change.on);
            let text = self.words.format("brief-withdrawn", &[("date", &date)]);
            parts.push((text, StandingData::of(StandingKind::Withdrawn), Vec::new()));
        }
        let data = StandingData::by_sources(&standing.contradicted);
        if let Some(data) = data {
            let publishers = publishers(&standing.contradicted);
            let names = self.words.few(publishers, MOST_NAMES);
            let text = self
                .words
                .format("brief-contradicted", &[("names", &names)]);
            parts.push((text, data, self.cite_publishers(&standing.contradicted)));
        }
        for side in sides {
            let names = self.words.party_names(&side.voices);
            let names = self.words.few(names, MOST_NAMES);
            let text = self.words.format(side.phrase, &[("names", &names)]);
            let cites = match side.kind.speaks_against() {
                true => self.cite_named(&side.voices),
                false => Vec::new(),
            };
            let data = StandingData::by_voices(side.kind, &side.voices);
            parts.push((text, data, cites));
        }
        parts.retain(|(_, data, _)| !told.contains(&data.kind));
        let mut note = Note::new(NoteRole::Standing, Vec::new());
        for (at, (text, data, cites)) in parts.into_iter().enumerate() {
            let gap = if at == 0 { "" } else { " · " };
            note.spans.push(Span::Text(format!("{gap}{text}")));
            push_citations(&mut note.spans, cites);
            note.standing.push(data);
        }
        (!note.spans.is_empty()).then_some(note)
    }

    /// A line about some parties with the dates and the nearest source of their statements; `None` without parties.
    pub(super) fn parties_line(
        &mut self,
        kind: StandingKind,
        key: &str,
        voices: &[Voice<'a>],
    ) -> Option<Note> {
        let names = self.dated_parties(voices);
        let names = (!names.is_empty()).then(|| self.words.list(&names))?;
        let line = self.words.format(key, &[("names", &names)]);
        let dates = voices.iter().map(|voice| &voice.claim.said);
        let mut note = Note::line(NoteRole::Standing, line).with_dates(dates);
        let numbers = self.cite_voices(voices);
        push_citations(&mut note.spans, numbers);
        Some(note.with_standing(StandingData::by_voices(kind, voices)))
    }

    /// A line about what a claim supports or is part of: `That …: denied by …; confirmed by …`.
    pub(super) fn whole_line(&mut self, whole: &'a Claim, sides: &[Side<'a>]) -> Note {
        let text = whole.text.get(self.lang());
        let text = text.strip_suffix('.').unwrap_or(text);
        let start = self.words.format("whole", &[("text", text)]);
        let mut note = Note::line(NoteRole::Standing, start);
        let voices = sides.iter().flat_map(|side| &side.voices);
        note = note.with_dates(voices.map(|voice| &voice.claim.said));
        for (at, side) in sides.iter().enumerate() {
            let gap = if at == 0 { " " } else { "; " };
            let names = self.words.list(&self.dated_parties(&side.voices));
            let text = self.words.format(side.phrase, &[("names", &names)]);
            note.spans.push(Span::Text(format!("{gap}{text}")));
            let numbers = self.cite_voices(&side.voices);
            push_citations(&mut note.spans, numbers);
            note.standing
                .push(StandingData::by_voices(side.kind, &side.voices));
        }
        note
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
