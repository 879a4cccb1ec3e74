//! The short answer to a topic's question: below the lead, what matters most and fits on one screen.
//!
//! It selects and orders claims; it adds nothing to them. What it leaves out is in the full overview.

use std::collections::BTreeSet;

use super::super::lead::Period;
use super::super::statement::{Composer, Detail, capitalised};
use super::super::{figure_line, lead};
use super::budget::{Budget, length};
use crate::answer::{Entry, Label, NoteRole, Section, SectionRole, Sentence, Span};
use crate::facts::standing::{StandingKind, Voice};
use crate::facts::vocabulary::{Difference, Kind, SpeakerKind};
use crate::facts::{Claim, Topic};

/// The maximum number of claims that are shown as still denied.
const MOST_DENIED: usize = 2;
/// The maximum number of other statements beside the answer to “who says so”.
const MOST_SUPPORTING: usize = 2;
/// The maximum number of other statements where the question has no such answer.
const MOST_STATEMENTS: usize = 4;
/// The maximum number of speakers named for a statement.
const MOST_NAMES: usize = 3;

/// What is shown below the lead, in this order.
#[derive(Default)]
struct Body {
    denied: Vec<Entry>,
    replies: Vec<Entry>,
    numbers: Vec<Entry>,
    said: Vec<Entry>,
    latest: Vec<Entry>,
}

/// The sections below the lead, as many entries as fit beside the frame. What matters most is placed first: what is
/// still denied, what answers a denial, the numbers, the newest statement, other statements, then details on which
/// sources differ.
pub(super) fn sections(
    composer: &mut Composer<'_>,
    topic: &Topic,
    lead: &[Sentence],
    frame: Vec<String>,
) -> Vec<Section> {
    let mut chooser = Chooser {
        shown: lead.iter().flat_map(|one| one.claims.clone()).collect(),
        budget: Budget::new(frame, lead),
        composer,
        topic,
    };
    let mut body = Body {
        denied: chooser.denied(),
        replies: chooser.replies(),
        numbers: chooser.numbers(),
        ..Body::default()
    };
    body.latest = chooser.latest();
    body.said = chooser.said();
    chooser.differences(&mut body);
    let sections = [
        (SectionRole::Denied, body.denied),
        (SectionRole::Replies, body.replies),
        (SectionRole::OverTime, body.numbers),
        (SectionRole::Said, body.said),
        (SectionRole::Timeline, body.latest),
    ];
    let sections = sections.map(|(role, entries)| Section::new(role, "").with(entries));
    let full = sections.into_iter().filter(|one| !one.entries.is_empty());
    full.collect()
}

/// Chooses what to show.
struct Chooser<'c, 'a, 't> {
    composer: &'c mut Composer<'a>,
    topic: &'t Topic,
    /// The ids of the claims shown so far.
    shown: BTreeSet<String>,
    budget: Budget,
}

impl<'a> Chooser<'_, 'a, '_> {
    /// Those of the claims shown so far that have not left the short answer, in the order in which they were said.
    fn shown_standing(&self) -> Vec<&'a Claim> {
        let as_of = self.composer.as_of;
        let shown = self.shown.iter();
        let lasting = shown.filter_map(|id| as_of.lasting(self.topic, id));
        let mut standing: Vec<&'a Claim> = lasting.collect();
        standing.sort_by_key(|one| one.order());
        standing
    }

    /// The claims whose denials stand, unless the lead names who denies them; the topic's leading claims first, then
    /// those that most publishers carry.
    fn denied(&mut self) -> Vec<Entry> {
        let as_of = self.composer.as_of;
        let in_lead = self.shown_standing().into_iter();
        let named: Vec<Voice<'a>> = in_lead.flat_map(|one| as_of.standing(one).denied).collect();
        let mut room = self.budget.room(self.composer);
        let denied = as_of.marked(self.topic).filter(|(mark, claim)| {
            mark.is_denied && !as_of.has_faded(mark) && !self.shown.contains(&claim.id)
        });
        let mut claims: Vec<_> = denied
            .filter(|(_, claim)| room >= self.least(claim))
            .collect();
        claims.sort_by_cached_key(|(mark, claim)| {
            let place = self.topic.lead.iter().position(|id| *id == claim.id);
            let origins = std::cmp::Reverse(as_of.origins_of(mark, claim));
            (place.is_none(), place, origins)
        });
        let stands = |claim: &'a Claim| {
            let mut denials = as_of.standing(claim).denied.into_iter();
            denials.any(|one| !named.iter().any(|other| other.is(one.party)))
        };
        let mut entries = Vec::new();
        for (_, claim) in claims {
            if entries.len() < MOST_DENIED && room >= self.least(claim) && stands(claim) {
                let entry = self.entry(claim, None);
                entries.extend(self.placed(claim, entry));
                room = self.budget.room(self.composer);
            }
        }
        entries
    }

    /// The newest statement that answers a denial which the lead tells of.
    fn replies(&mut self) -> Vec<Entry> {
        let as_of = self.composer.as_of;
        let told = self.shown_standing().into_iter();
        let mut replies: Vec<_> = told.flat_map(|one| as_of.replies_to_denial(one)).collect();
        replies.retain(|reply| {
            as_of.lasting(self.topic, &reply.id).is_some() && !self.shown.contains(&reply.id)
        });
        let Some(newest) = replies.into_iter().max_by_key(|one| one.newest()) else {
            return Vec::new();
        };
        let answering = self.composer.words.answering(&as_of.answered(newest));
        let answering = answering.map(|words| capitalised(&words));
        let entry = self.entry(newest, answering);
        self.placed(newest, entry).into_iter().collect()
    }

    /// One line with the numbers of one measure, the newest last; the oldest are left out where it is too long.
    fn numbers(&mut self) -> Vec<Entry> {
        let Some(figures) = figure_line::in_short(self.composer, self.topic) else {
            return Vec::new();
        };
        for most in (1..=figure_line::MOST_IN_A_LINE).rev() {
            let line = figures.clone().last(most);
            if self.budget.take(self.composer, &line) {
                let claims = line.figures.iter().map(|figure| figure.claim.clone());
                self.shown.extend(claims);
                return vec![line];
            }
        }
        Vec::new()
    }

    /// The newest statement, if it is not shown yet. A report without an event is background, not news.
    fn latest(&mut self) -> Vec<Entry> {
        let as_of = self.composer.as_of;
        let own = |claim: &Claim| {
            let background = claim.kind == Kind::Reports && claim.happened.is_none();
            !background && !lead::is_aside(self.topic, claim)
        };
        let newest = as_of.newest(self.topic, own);
        let newer = |claim: &&Claim| {
            let shown = self.shown.iter();
            let shown = shown.filter_map(|id| as_of.claim_of(self.topic, id));
            shown.map(|one| one.said.when.latest()).max() < Some(claim.said.when.latest())
        };
        let Some(newest) = newest.filter(newer) else {
            return Vec::new();
        };
        let latest = self.composer.words.text("short-latest");
        let entry = self.entry(newest, Some(latest));
        self.placed(newest, entry).into_iter().collect()
    }

    /// Leading statements: where somebody “says so”, those that add a number, a dated event or a place, and the last
    /// confirmation by somebody whom it is about.
    fn said(&mut self) -> Vec<Entry> {
        let as_of = self.composer.as_of;
        let asks = self.topic.asks.as_deref();
        let asked = asks.and_then(|id| as_of.lasting(self.topic, id));
        let mut claims: Vec<&'a Claim> = Vec::new();
        for id in &self.topic.lead {
            claims.extend(as_of.lasting(self.topic, id));
        }
        let most = match asked {
            Some(asked) => {
                let subject = as_of.standing(asked).confirmed_by_subject;
                let mut subject = subject.into_iter().map(|voice| voice.claim);
                claims.retain(|claim| adds(claim));
                claims.extend(subject.rfind(|one| adds(one)));
                MOST_SUPPORTING
            }
            None => MOST_STATEMENTS,
        };
        let mut entries = Vec::new();
        for claim in claims {
            let confirms = claim.kind == Kind::Confirms;
            if entries.len() < most && (confirms || !self.shown.contains(&claim.id)) {
                let entry = self.entry(claim, None);
                entries.extend(self.placed(claim, entry));
            }
        }
        entries
    }

    /// The number, date or person in which a source differs, below the statements shown, where there is room.
    fn differences(&mut self, body: &mut Body) {
        let entries = body.denied.iter_mut().chain(&mut body.said);
        for entry in entries.chain(&mut body.latest) {
            let as_of = self.composer.as_of;
            let claim = entry.claim().and_then(|id| as_of.facts.claim(id));
            let mut evidence = claim.into_iter().flat_map(|claim| as_of.evidence(claim));
            let differs = evidence.find(|one| {
                one.differs_in
                    .is_some_and(|what| what != Difference::Wording)
            });
            let Some(differs) = differs else { continue };
            let note = self.composer.evidence_line(StandingKind::Differs, differs);
            if self
                .budget
                .add(self.composer, vec![&note.spans], "", note.inferred)
            {
                entry.notes.push(note);
            }
        }
    }

    /// A claim with its standing in a short phrase, under what it is shown as, with names and months instead of posts
    /// and days.
    fn entry(&mut self, claim: &'a Claim, shown_as: Option<String>) -> Entry {
        let words = self.composer.words;
        let when = Period::of([&claim.said.when]);
        let when = when.map_or_else(|| words.when(&claim.said), |when| when.short_name(words));
        let who = Label::from(capitalised(&self.speakers(claim))).about(&claim.said, when);
        let label = match shown_as {
            Some(shown_as) => Label::from(shown_as).then(who),
            None => who,
        };
        self.composer.statement_as(label, claim, Detail::Short)
    }

    /// The speakers; of one person also the party: `Ina Moll, Eastport`.
    fn speakers(&self, claim: &Claim) -> String {
        let words = self.composer.words;
        let names = words.few(words.names(&claim.by), MOST_NAMES);
        match claim.by.as_slice() {
            [one] if one.kind == SpeakerKind::Person && one.speaks_for.is_some() => {
                format!("{names}, {}", one.party().name.get(words.lang()))
            }
            _ => names,
        }
    }

    /// How long the line of a claim is at least, by its first speaker and its sentence: where many claims have no room,
    /// few are composed for nothing.
    fn least(&self, claim: &Claim) -> usize {
        let lang = self.composer.lang();
        let name = claim.by.first().map_or("", |one| one.name.get(lang));
        length(name) + length(claim.text.get(lang))
    }

    /// The entry if there is room for it.
    fn placed(&mut self, claim: &Claim, entry: Entry) -> Option<Entry> {
        let entry = on_one_line(entry);
        let fits = self.budget.take(self.composer, &entry);
        fits.then(|| {
            self.shown.insert(claim.id.clone());
            entry
        })
    }
}

/// The entry with the notes on its standing after its text.
fn on_one_line(mut entry: Entry) -> Entry {
    for note in std::mem::take(&mut entry.notes) {
        if note.role == NoteRole::Standing {
            entry.body.push(Span::Text(" · ".into()));
            entry.body.extend(note.spans);
            entry.standing.extend(note.standing);
            entry.inferred |= note.inferred;
        } else {
            entry.notes.push(note);
        }
    }
    entry
}

/// Whether a claim has a number, a dated event or a place.
fn adds(claim: &Claim) -> bool {
    !claim.figures.is_empty() || claim.happened.is_some() || !claim.place.is_empty()
}
