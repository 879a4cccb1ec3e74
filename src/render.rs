//! Divides an answer into pages, the same for every renderer. Page breaks fall only between entries.
//!
//! The renderers are `render::text`, `markdown`, `html`, `json` and `discord`. They do not depend on each other, and
//! each does its own escaping.

pub mod card;
pub mod clean;
pub mod copy;
pub mod discord;
mod frame;
pub mod html;
mod isolate;
pub mod json;
pub mod markdown;
mod shorten;
pub mod text;
pub mod weight;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::answer::{Answer, Entry, Reference, Section, SectionRole, Sentence, Span};
use crate::facts::fingerprint;
use crate::phrases::Phrases;
use weight::{ELLIPSIS, Scale};

pub use frame::Frame;

/// The maximum weight of a page, in code points of Discord Markdown: Discord's limit for all embeds of a message
/// (6,000) minus about 3 %, because Discord does not document how it counts.
pub const PAGE_MAX: usize = 5_800;

/// The maximum weight of an entry with its heading: Discord's limit for the description of one embed (4,096)
/// minus about 3 %.
pub const DESCRIPTION_MAX: usize = 3_950;

/// The maximum weight of a long page; it keeps the HTML well under 100 KB.
pub const LONG_PAGE_MAX: usize = 30_000;

/// The maximum weight of a section's heading.
const HEADING_MAX: usize = 200;

/// One page of an answer.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The whole answer; the other fields hold the part that this page shows.
    pub answer: &'a Answer,
    /// The page number, from 1.
    pub number: usize,
    /// The number of pages.
    pub total: usize,
    /// The parts around the body, which are the same on every page.
    pub frame: Frame,
    /// The short answer; only the first page shows it.
    pub lead: Vec<Sentence>,
    /// The body of this page; a section that continues from the previous page repeats its heading.
    pub sections: Vec<Section>,
    /// The references used on this page, ordered by number.
    pub references: Vec<&'a Reference>,
}

impl Page<'_> {
    /// A hash of the content. It does not depend on the wording of the query: the same claims, as known on the same
    /// day, have the same hash.
    pub fn content_hash(&self) -> u64 {
        let answer = self.answer;
        let whole = (self.number, answer.query.picture(), &answer.as_of);
        let text = format!("{whole:?} {:?} {:?}", self.lead, self.sections);
        fingerprint(text.bytes())
    }

    /// The page number and the number of pages, in words; `None` if there is only one page.
    fn position(&self) -> Option<String> {
        let (number, total) = (self.number.to_string(), self.total.to_string());
        let values = [("page", number.as_str()), ("pages", total.as_str())];
        (self.total > 1).then(|| Phrases::of(self.answer.lang).format("page-of", &values))
    }

    /// The reference with this number, if the page uses it.
    pub fn reference(&self, number: usize) -> Option<&Reference> {
        self.references
            .iter()
            .find(|one| one.number == number)
            .copied()
    }

    /// The reference that an entry writes out in full, as in a list of sources. Renderers that end with a list of
    /// sources put the address into this entry instead of listing the source twice.
    pub fn spelled_out(&self, entry: &Entry) -> Option<&Reference> {
        self.reference(entry.spells_out?)
    }

    /// The references that no entry of the page writes out in full.
    pub fn listed(&self) -> Vec<&Reference> {
        let entries = self.sections.iter().flat_map(|section| &section.entries);
        let spelled: BTreeSet<usize> = entries
            .filter_map(|entry| self.spelled_out(entry))
            .map(|one| one.number)
            .collect();
        let rest = self.references.iter().copied();
        rest.filter(|one| !spelled.contains(&one.number)).collect()
    }
}

/// The maximum weights of a page and of an entry.
#[derive(Clone, Copy)]
struct Size {
    page: usize,
    entry: usize,
}

/// What a page shows of a section. The entries are copied only for the page that is asked for.
struct Piece<'a> {
    role: SectionRole,
    heading: String,
    entries: Vec<Cow<'a, Entry>>,
}

impl Piece<'_> {
    fn copied(self) -> Section {
        let entries = self.entries.into_iter().map(Cow::into_owned);
        Section::new(self.role, self.heading).with(entries.collect())
    }
}

/// The requested page of an answer; the last one if there are fewer pages.
pub fn page(answer: &Answer) -> Page<'_> {
    let (page, entry) = (PAGE_MAX, DESCRIPTION_MAX);
    asked_for(answer, Size { page, entry })
}

/// The requested long page of an answer; most answers have only one.
pub fn long_page(answer: &Answer) -> Page<'_> {
    let (page, entry) = (LONG_PAGE_MAX, LONG_PAGE_MAX);
    asked_for(answer, Size { page, entry })
}

fn asked_for(answer: &Answer, size: Size) -> Page<'_> {
    let (frame, scale) = (Frame::of(answer), Scale::of(answer));
    let lead = shorten::lead(&lead(answer), &scale);
    let with_rest;
    let mut bodies = cut(&scale, &answer.sections, &frame, &lead, size);
    let lost = lost(answer, &lead, &bodies);
    if !lost.is_empty() {
        // What was cut is not read, but where it can be read is.
        let rest = Section::new(SectionRole::Sources, "").with(lost);
        with_rest = [answer.sections.as_slice(), &[rest]].concat();
        bodies = cut(&scale, &with_rest, &frame, &lead, size);
    }
    let total = bodies.len();
    let number = answer.page.clamp(1, total);
    let body = bodies.into_iter().nth(number - 1).unwrap_or_default();
    let sections: Vec<Section> = body.into_iter().map(Piece::copied).collect();
    let lead = if number == 1 { lead } else { Vec::new() };
    Page {
        answer,
        number,
        total,
        frame,
        references: used(answer, &lead, &sections),
        lead,
        sections,
    }
}

/// The whole answer on one page, for output without a length limit.
pub fn whole(answer: &Answer) -> Page<'_> {
    let section = |section: &Section| {
        let entries = section
            .entries
            .iter()
            .map(|one| clean::entry(one).into_owned());
        Section::new(section.role, clean::line(&section.heading)).with(entries.collect())
    };
    let sections: Vec<Section> = answer.sections.iter().map(section).collect();
    let lead = lead(answer);
    Page {
        answer,
        number: 1,
        total: 1,
        frame: Frame::of(answer),
        references: used(answer, &lead, &sections),
        lead,
        sections,
    }
}

/// The short answer, without the characters that no renderer may show.
fn lead(answer: &Answer) -> Vec<Sentence> {
    let sentences = answer.lead.iter().map(|sentence| Sentence {
        spans: sentence.spans.iter().map(clean::span).collect(),
        ..sentence.clone()
    });
    sentences.collect()
}

/// The bodies of an answer's pages. There is at least one, which may be empty. The first has room for the sources of
/// the lead; Discord shows the lead itself outside the body.
fn cut<'a>(
    scale: &Scale,
    sections: &'a [Section],
    frame: &Frame,
    lead: &[Sentence],
    size: Size,
) -> Vec<Vec<Piece<'a>>> {
    let room = size.page.saturating_sub(frame.weight());
    let mut pages: Vec<Vec<Piece<'a>>> = vec![Vec::new()];
    // The sources of the open page, each of which it lists once.
    let mut sources = BTreeSet::new();
    let in_lead = lead.iter().flat_map(|sentence| &sentence.spans);
    let mut used = scale.new_sources(in_lead, &mut sources);
    for section in sections {
        let heading = weight::shorten(&clean::line(&section.heading), HEADING_MAX);
        let over_it = weight::heading(&heading);
        let most = room.min(size.entry).saturating_sub(over_it);
        let mut begun = false;
        for entry in &section.entries {
            let fitted = shorten::entry(clean::entry(entry), most, scale);
            let listed = fitted.listed(scale, |number| !sources.contains(number));
            let needed = fitted.weight + listed + if begun { 0 } else { over_it };
            if used > 0 && used + needed > room {
                pages.push(Vec::new());
                sources.clear();
                let listed = fitted.listed(scale, |_| true);
                (used, begun) = (over_it + fitted.weight + listed, false);
            } else {
                used += needed;
            }
            sources.extend(fitted.cited);
            let Some(page) = pages.last_mut() else {
                continue;
            };
            match page.last_mut() {
                Some(open) if begun => open.entries.push(fitted.entry),
                _ => page.push(Piece {
                    role: section.role,
                    heading: heading.clone(),
                    entries: vec![fitted.entry],
                }),
            }
            begun = true;
        }
    }
    pages
}

/// An entry for each source that was cut from the pages with what cites it.
fn lost(answer: &Answer, lead: &[Sentence], bodies: &[Vec<Piece<'_>>]) -> Vec<Entry> {
    let entries = bodies.iter().flatten().flat_map(|piece| &piece.entries);
    let kept = cited(lead, entries.map(AsRef::as_ref));
    let lost = used(answer, &answer.lead, &answer.sections).into_iter();
    let lost = lost.filter(|one| kept.binary_search(&one.number).is_err());
    let cut = || Span::Text(format!("{ELLIPSIS} "));
    lost.map(|one| Entry::own("", vec![cut(), Span::Cite(one.number)]))
        .collect()
}

/// The references that some sentences and sections use, ordered by number.
fn used<'a>(answer: &'a Answer, lead: &[Sentence], sections: &[Section]) -> Vec<&'a Reference> {
    let numbers = cited(lead, sections.iter().flat_map(|section| &section.entries));
    let all = answer.references.iter();
    all.filter(|one| numbers.binary_search(&one.number).is_ok())
        .collect()
}

/// The numbers of the sources that some sentences and entries cite.
fn cited<'a>(lead: &'a [Sentence], entries: impl IntoIterator<Item = &'a Entry>) -> Vec<usize> {
    let lead = lead.iter().flat_map(|sentence| &sentence.spans);
    weight::cited(lead.chain(entries.into_iter().flat_map(Entry::spans)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Outcome;
    use crate::facts::Lang;
    use crate::query::Query;

    fn said(length: usize) -> Entry {
        Entry::own("Somebody", vec![Span::Text("word ".repeat(length / 5))])
    }

    fn answer(sections: &[&[usize]], page: usize) -> Answer {
        let section = |lengths: &&[usize]| {
            let heading = format!("{} entries", lengths.len());
            let entries = lengths.iter().map(|length| said(*length)).collect();
            Section::new(SectionRole::Said, heading).with(entries)
        };
        Answer {
            outcome: Outcome::Found,
            lang: Lang::En,
            query: Query::new("clock"),
            read_as: None,
            page,
            parts: 1,
            title: "Title".into(),
            question: None,
            as_of: None,
            notices: Vec::new(),
            lead: Vec::new(),
            sections: sections.iter().map(section).collect(),
            references: Vec::new(),
            footer: Vec::new(),
            actions: Vec::new(),
            states_claim: false,
            claim_query: None,
            picture: None,
        }
    }

    fn shape(page: &Page<'_>) -> Vec<(String, usize)> {
        page.sections
            .iter()
            .map(|section| (section.heading.clone(), section.entries.len()))
            .collect()
    }

    #[test]
    fn a_heading_is_repeated_where_its_section_goes_on() {
        let answer = answer(&[&[2000, 2000, 2000], &[1000]], 2);
        let page = page(&answer);
        assert_eq!((page.number, page.total), (2, 2));
        assert_eq!(
            shape(&page),
            [("3 entries".into(), 1), ("1 entries".into(), 1)]
        );
    }

    #[test]
    fn a_heading_never_stands_alone_at_the_end_of_a_page() {
        let answer = answer(&[&[2700, 2700], &[2700]], 1);
        assert_eq!(shape(&page(&answer)), [("2 entries".into(), 2)]);
    }

    #[test]
    fn a_page_beyond_the_last_shows_the_last() {
        let answer = answer(&[&[3000, 3000]], 99);
        assert_eq!(page(&answer).number, 2);
    }

    #[test]
    fn an_answer_without_a_body_has_one_empty_page() {
        let answer = answer(&[&[]], 1);
        let page = page(&answer);
        assert_eq!((page.number, page.total), (1, 1));
        assert!(page.sections.is_empty());
    }

    #[test]
    fn an_entry_that_is_too_big_is_cut_and_never_dropped() {
        let answer = answer(&[&[100, 20_000, 100]], 1);
        let (page, entry) = (PAGE_MAX, DESCRIPTION_MAX);
        let scale = Scale::of(&answer);
        let bodies = cut(
            &scale,
            &answer.sections,
            &Frame::of(&answer),
            &[],
            Size { page, entry },
        );
        let entries: Vec<&Entry> = bodies
            .iter()
            .flatten()
            .flat_map(|one| &one.entries)
            .map(AsRef::as_ref)
            .collect();
        assert_eq!(entries.len(), 3);
        assert!(
            entries
                .iter()
                .all(|entry| scale.entry(entry) <= DESCRIPTION_MAX)
        );
    }
}
