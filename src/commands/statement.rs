//! Makes an entry of an answer from a claim: speaker, post, date, text and sources.
//!
//! Every view composes its entries here, so that no claim is shown without them.

use std::ops::{Deref, Range};

use super::part::Part;
use crate::answer::{
    Citations, Cite, Entry, Label, Note, NoteRole, Reference, Section, SectionRole, Sentence, Span,
    distance, push_citations,
};
use crate::cite;
use crate::facts::standing::Voice;
use crate::facts::vocabulary::Kind;
use crate::facts::{AsOf, Claim, Evidence, Lang, Text};
use crate::phrases::Phrases;
pub(super) use crate::phrases::attribution::capitalised;

/// The number of sources cited for a claim in short form.
const FEW_SOURCES: usize = 1;

/// The maximum number of names after one phrase of a standing in brief.
pub(super) const MOST_NAMES: usize = 4;

/// How much detail of a claim is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Speaker, post, cited speakers, date and the nearest source.
    Short,
    /// Also the channel and every source.
    Full,
}

/// The facts as known on a day and the phrases of a language, from which answers are made.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The facts as known on the day.
    pub(super) as_of: AsOf<'a>,
    /// The phrases of the language.
    pub(super) words: &'static Phrases,
}

impl<'a> Context<'a> {
    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// Name, post, date and the speakers it answers: `Ina Moll, mayor, 2 May 2024,
    /// answering Otto Klein`; in full also the channel.
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

    /// Names, the post held on that date (for several speakers of one party, the party's name), and the cited
    /// speakers.
    pub(super) fn speakers(&self, claim: &Claim) -> String {
        let mut parts = vec![self.words.list(&self.words.names(&claim.by))];
        parts.extend(self.words.post_of(claim));
        parts.extend(self.words.citing(claim));
        parts.join(", ")
    }

    /// The date and place of the event, if known.
    pub(super) fn event(&self, claim: &Claim) -> Option<Note> {
        let happened = claim.happened.as_ref()?;
        let date = self.words.when(happened);
        let text = match claim.place.get(self.lang()) {
            "" => self.words.format("event", &[("date", &date)]),
            place => self
                .words
                .format("event-at", &[("date", &date), ("place", place)]),
        };
        Some(Note::line(NoteRole::Event, text).with_dates([happened]))
    }

    /// A section whose heading is the phrase with this key.
    pub(super) fn section(&self, role: SectionRole, key: &str, entries: Vec<Entry>) -> Section {
        Section::new(role, self.words.text(key)).with(entries)
    }

    /// An editor's remark, if there is one.
    pub(super) fn remark(&self, text: &Text) -> Option<Note> {
        let text = text.get(self.lang());
        (!text.is_empty()).then(|| Note::line(NoteRole::Remark, text))
    }

    /// The parties of some voices, each once, with the date of its first statement: `Eastport (2 May 2024)`.
    pub(super) fn dated_parties(&self, voices: &[Voice<'_>]) -> Vec<String> {
        self.words.parties(voices, |claim, name| {
            let date = self.words.when(&claim.said);
            self.words
                .format("party", &[("name", name), ("date", &date)])
        })
    }
}

/// Composes entries, and numbers sources as they are used.
pub(super) struct Composer<'a> {
    context: Context<'a>,
    pub(super) citations: Citations,
    /// The part of a long list that the query asks for, from 1, and the one that is shown.
    pub(super) asked_part: usize,
    pub(super) shown_part: Option<Part>,
}

impl<'a> Deref for Composer<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Context<'a> {
        &self.context
    }
}

impl<'a> Composer<'a> {
    pub(super) fn new(context: Context<'a>, asked_part: usize) -> Self {
        Self {
            context,
            citations: Citations::default(),
            asked_part,
            shown_part: None,
        }
    }

    /// The references that an answer uses, each as the bot's own sentence.
    pub(super) fn references(
        self,
        lead: &mut [Sentence],
        sections: &mut [Section],
    ) -> Vec<Reference> {
        let cite: Cite = |source, lang| cite::plain(source, Phrases::of(lang));
        let lang = self.lang();
        self.citations.settle(lead, sections, (cite, lang))
    }

    /// What is shown of a list: all of it or, of a long one, the part that the query asks for.
    pub(super) fn part<'l, T>(&mut self, list: &'l [T]) -> &'l [T] {
        let shown = self.shown(vec![list.len()]).pop();
        shown.and_then(|shown| list.get(shown)).unwrap_or_default()
    }

    /// The same of lists that follow each other, each with what it belongs to. An answer has one long list.
    pub(super) fn part_of_each<K, T>(&mut self, mut lists: Vec<(K, Vec<T>)>) -> Vec<(K, Vec<T>)> {
        let shown = self.shown(lists.iter().map(|(_, list)| list.len()).collect());
        for ((_, list), shown) in lists.iter_mut().zip(shown) {
            list.truncate(shown.end);
            list.drain(..shown.start);
        }
        lists
    }

    fn shown(&mut self, lengths: Vec<usize>) -> Vec<Range<usize>> {
        let Some((part, shown)) = Part::cut(&lengths, self.asked_part) else {
            return lengths.into_iter().map(|length| 0..length).collect();
        };
        self.shown_part = Some(part);
        shown
    }

    /// A section for each of some lists that follow each other, with the part of them that is shown. Each comes with the
    /// role of its section and the key of its heading; `entry` shows one of its members.
    pub(super) fn sections<K: AsRef<str>, T>(
        &mut self,
        lists: Vec<((SectionRole, K), Vec<T>)>,
        mut entry: impl FnMut(&mut Self, T) -> Entry,
    ) -> Vec<Section> {
        let lists = self.part_of_each(lists).into_iter();
        let sections = lists.map(|((role, key), list)| {
            let entries = list.into_iter().map(|one| entry(self, one)).collect();
            self.section(role, key.as_ref(), entries)
        });
        sections.collect()
    }

    /// A claim as one attributed, dated sentence with the numbers of its sources: the nearest source in short,
    /// all sources in full. Notes say what limits it or speaks against it, and who answers it, if anybody does.
    pub(super) fn statement(&mut self, claim: &'a Claim, detail: Detail) -> Entry {
        let label = self.attribution(claim, detail).map_first(capitalised);
        self.statement_as(label, claim, detail)
    }

    /// The same under another label.
    pub(super) fn statement_as(&mut self, label: Label, claim: &'a Claim, detail: Detail) -> Entry {
        let mut entry = self.alone(label, claim, detail);
        entry.notes.extend(self.confirms(claim));
        entry.notes.extend(self.against_in_brief(claim));
        entry.notes.extend(self.replies(claim));
        entry
    }

    /// A claim with the parties that confirm it, and with what limits it or speaks against it; a denial with whose
    /// statements it denies.
    pub(super) fn with_standing(&mut self, claim: &'a Claim, detail: Detail) -> Entry {
        let mut entry = self.statement_alone(claim, detail);
        entry.notes.extend(self.denies(claim));
        entry.notes.extend(self.confirms(claim));
        entry.notes.extend(self.standing_in_brief(claim, &[]));
        entry.notes.extend(self.replies(claim));
        entry
    }

    /// The parties that answer a denial, with the nearest source of what each says.
    pub(super) fn replies(&mut self, denial: &'a Claim) -> Option<Note> {
        let replies = self.as_of.replies_to_denial(denial).into_iter();
        let voices: Vec<Voice<'a>> = replies.flat_map(Voice::of).collect();
        (!voices.is_empty()).then(|| {
            let names = self.words.few(self.words.party_names(&voices), MOST_NAMES);
            let line = self.words.format("answered-by", &[("names", &names)]);
            let mut note = Note::line(NoteRole::Answered, line);
            let numbers = self.cite_named(&voices);
            push_citations(&mut note.spans, numbers);
            note
        })
    }

    /// The parties whose known statements a denial denies, unless its label names those whom it answers.
    fn denies(&self, denial: &'a Claim) -> Option<Note> {
        let denied = self.as_of.denied_claims(denial).into_iter();
        let voices: Vec<Voice<'a>> = denied.flat_map(Voice::of).collect();
        let told = voices.is_empty() || !self.as_of.answered(denial).is_empty();
        (!told).then(|| {
            let names = self.words.few(self.words.party_names(&voices), MOST_NAMES);
            let text = self.words.format("denies-whom", &[("names", &names)]);
            Note::line(NoteRole::Denies, text)
        })
    }

    /// The denial that a claim confirms: without it, one would take the confirmation for one of what is denied.
    fn confirms(&self, claim: &'a Claim) -> Option<Note> {
        let confirmed = self.as_of.confirmed_claims(claim).into_iter();
        let mut denials = confirmed.filter(|one| one.kind == Kind::Denies);
        denials.next().map(|denial| {
            let who = self.words.names_only(denial);
            let values = [
                ("who", who.as_str()),
                ("text", denial.text.get(self.lang())),
            ];
            Note::line(
                NoteRole::Confirms,
                self.words.format("confirms-what", &values),
            )
        })
    }

    /// A claim without its standing, for views that show its standing in another way.
    pub(super) fn statement_alone(&mut self, claim: &'a Claim, detail: Detail) -> Entry {
        let label = self.attribution(claim, detail).map_first(capitalised);
        self.alone(label, claim, detail)
    }

    fn alone(&mut self, label: Label, claim: &'a Claim, detail: Detail) -> Entry {
        let cites = match detail {
            Detail::Short => self.cite(claim, FEW_SOURCES),
            Detail::Full => self.cite(claim, usize::MAX),
        };
        let text = Span::Text(claim.text.get(self.lang()).to_owned());
        Entry::of(claim, label, vec![text], cites)
    }

    /// The numbers of the nearest published sources that carry a claim.
    pub(super) fn cite(&mut self, claim: &Claim, most: usize) -> Vec<usize> {
        self.cite_nearest(claim, most, Evidence::carries)
    }

    /// The numbers of the nearest published sources that agree with a claim as worded and dated.
    pub(super) fn cite_agreeing(&mut self, claim: &Claim, most: usize) -> Vec<usize> {
        self.cite_nearest(claim, most, Evidence::agrees)
    }

    fn cite_nearest(
        &mut self,
        claim: &Claim,
        most: usize,
        does: fn(&Evidence, &Claim) -> bool,
    ) -> Vec<usize> {
        let (as_of, lang) = (self.as_of, self.lang());
        let doing = as_of.evidence(claim).filter(|one| does(one, claim));
        let far = |one: &&Evidence| distance(one, claim, lang);
        if most == 1 {
            // Most claims have one source, and how near that is need not be known.
            let nearest = doing.min_by(|a, b| far(a).cmp(&far(b)));
            return self.citations.numbers(nearest);
        }
        let mut nearest: Vec<&Evidence> = doing.collect();
        nearest.sort_by_cached_key(far);
        self.citations.numbers(nearest.into_iter().take(most))
    }
}
