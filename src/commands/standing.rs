//! A claim's standing in words, one line for each thing that holds.
//!
//! It only puts into words what `facts::standing` computed.

use super::statement::{Composer, Detail};
use crate::answer::Span;
use crate::facts::{Change, Claim, Evidence};
use crate::phrases::said::{sides, whole_sides};

impl<'a> Composer<'a> {
    /// How a claim stands, with the sources for it.
    pub(super) fn standing(&mut self, claim: &'a Claim) -> Vec<Vec<Span>> {
        let standing = self.facts.standing(claim, self.day);
        let mut lines = Vec::new();
        if let Some(change) = standing.withdrawn {
            lines.push(self.change("standing-withdrawn", change));
        }
        // Of a denial it is said beside the statement itself.
        let turned = self.facts.turned(claim, self.day);
        let mut superseded = standing.superseded.clone();
        superseded.retain(|one| !turned.iter().any(|turned| turned.id == one.id));
        let after = [
            ("standing-superseded", superseded.as_slice()),
            ("standing-qualified", standing.qualified.as_slice()),
        ];
        for (key, claims) in sides(&standing).into_iter().chain(after) {
            lines.extend(self.parties_line(key, claims));
        }
        lines.extend(self.whole_lines(claim));
        for evidence in &standing.contradicted {
            lines.push(self.evidence_line("standing-contradicted", evidence));
        }
        for evidence in &standing.differs {
            lines.push(self.evidence_line("standing-differs", evidence));
        }
        for change in &claim.revised {
            lines.push(self.change("standing-revised", change));
        }
        lines.push(vec![Span::Text(match standing.origins {
            0 | 1 => self.words.say("standing-single"),
            n => self.words.count("standing-corroborated", n, &[]),
        })]);
        lines
    }

    /// Who confirms and who denies it, in one line without dates; `None` if nobody does.
    pub(super) fn standing_in_short(&self, claim: &'a Claim) -> Option<String> {
        let standing = self.facts.standing(claim, self.day);
        let mut phrases = Vec::new();
        for (key, claims) in sides(&standing)
            .into_iter()
            .filter(|(_, claims)| !claims.is_empty())
        {
            let names = self.words.list(&self.parties(claims, Detail::Short));
            phrases.push(self.words.with(key, &[("names", &names)]));
        }
        (!phrases.is_empty()).then(|| phrases.join(" · "))
    }

    /// Who denies and who confirms what a claim supports or is a part of, and not the claim itself.
    fn whole_lines(&mut self, claim: &'a Claim) -> Vec<Vec<Span>> {
        let sides = whole_sides(self.facts, claim, self.day);
        let lines = sides.map(|(key, claims)| self.parties_line(key, &claims));
        lines.into_iter().flatten().collect()
    }

    fn parties_line(&mut self, key: &str, claims: &[&'a Claim]) -> Option<Vec<Span>> {
        if claims.is_empty() {
            return None;
        }
        let names = self.words.list(&self.parties(claims, Detail::Full));
        let mut line = vec![Span::Text(self.words.with(key, &[("names", &names)]))];
        for claim in claims {
            for number in self.cite(claim, 1) {
                let shown = Span::Cite(number);
                if !line.contains(&shown) {
                    line.extend([Span::Text(" ".into()), shown]);
                }
            }
        }
        Some(line)
    }

    /// A source's own detail or contradiction, with its number.
    pub(super) fn evidence_line(&mut self, key: &str, evidence: &Evidence) -> Vec<Span> {
        let note = evidence.note.get(self.lang());
        let publisher = evidence.source.publisher.as_str();
        let text = self
            .words
            .with(key, &[("publisher", publisher), ("note", note)]);
        let number = self.citations.number(&evidence.source);
        vec![Span::Text(format!("{text} ")), Span::Cite(number)]
    }

    /// An editor's change to a claim, with its day and reason.
    pub(super) fn change(&self, key: &str, change: &Change) -> Vec<Span> {
        let day = self.words.day(change.on);
        let note = change.note.get(self.lang());
        vec![Span::Text(
            self.words.with(key, &[("date", &day), ("note", note)]),
        )]
    }
}
