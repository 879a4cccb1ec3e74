//! A claim's standing in words, one line for each thing that holds.
//!
//! It only puts into words what `facts::standing` computed.

use super::statement::{Composer, Detail};
use crate::answer::Span;
use crate::facts::{Claim, Evidence};

impl Composer<'_> {
    /// How a claim stands, with the sources for it.
    pub(super) fn standing(&mut self, claim: &Claim) -> Vec<Vec<Span>> {
        let facts = self.facts;
        let Some(claim) = facts.claim(&claim.id) else {
            return Vec::new();
        };
        let standing = facts.standing(claim, self.day);
        let mut lines = Vec::new();
        if let Some(change) = standing.withdrawn {
            let day = self.words.day(change.on);
            let note = change.note.get(self.lang());
            let text = self
                .words
                .with("standing-withdrawn", &[("date", &day), ("note", note)]);
            lines.push(vec![Span::Text(text)]);
        }
        self.parties_line(
            "standing-confirmed-by-subject",
            &standing.confirmed_by_subject,
            &mut lines,
        );
        self.parties_line(
            "standing-confirmed",
            &standing.confirmed_by_others,
            &mut lines,
        );
        self.parties_line("standing-denied", &standing.denied, &mut lines);
        self.parties_line(
            "standing-denied-before",
            &standing.denied_before,
            &mut lines,
        );
        self.parties_line("standing-superseded", &standing.superseded, &mut lines);
        for evidence in &standing.contradicted {
            lines.push(self.evidence_line("standing-contradicted", evidence));
        }
        for evidence in &standing.differs {
            lines.push(self.evidence_line("standing-differs", evidence));
        }
        lines.push(vec![Span::Text(match standing.origins {
            0 | 1 => self.words.say("standing-single"),
            n => self.words.count("standing-corroborated", n, &[]),
        })]);
        lines
    }

    /// Who confirms and who denies it, in one line without dates; `None` if nobody does.
    pub(super) fn standing_in_short(&self, claim: &Claim) -> Option<String> {
        let standing = self.facts.standing(self.facts.claim(&claim.id)?, self.day);
        let sides = [
            (
                "standing-confirmed-by-subject",
                &standing.confirmed_by_subject,
            ),
            ("standing-confirmed", &standing.confirmed_by_others),
            ("standing-denied", &standing.denied),
            ("standing-denied-before", &standing.denied_before),
        ];
        let mut phrases = Vec::new();
        for (key, claims) in sides.into_iter().filter(|(_, claims)| !claims.is_empty()) {
            let names = self.words.list(&self.parties(claims, Detail::Short));
            phrases.push(self.words.with(key, &[("names", &names)]));
        }
        (!phrases.is_empty()).then(|| phrases.join(" · "))
    }

    fn parties_line(&mut self, key: &str, claims: &[&Claim], lines: &mut Vec<Vec<Span>>) {
        if claims.is_empty() {
            return;
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
        lines.push(line);
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
}
