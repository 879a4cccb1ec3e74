//! A page as data for programs: speaker, kind, date and standing are fields, and the texts are the same as in the other
//! renderers.
//!
//! Keys are stable; new ones may be added. Texts contain no markup; `[1]` in them is a source's number. `docs/json.md`
//! describes the format, and [`schema`] is its JSON Schema.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::{Page, clean};
use crate::answer::{
    self, ActionKind, Entry, GivenFigure, NoteRole, Outcome, Reference, Said, SectionRole,
    Sentence, Span, StandingData,
};
use crate::facts::Archived;
use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::Kind;
use crate::phrases::Phrases;

/// One page of an answer, as data.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Answer")]
pub struct Sheet {
    /// The query, as a user would type it.
    query: String,
    /// The command as which a question was read; `null` if the query was a command.
    read_as: Option<String>,
    outcome: Outcome,
    /// The language of the answer (BCP 47).
    language: String,
    /// The answer shows what was known on this day; `null` if the query was not understood.
    as_of: Option<Day>,
    title: String,
    /// The question that the answer answers, in words.
    question: Option<String>,
    /// A short answer in a few sentences; may be empty.
    lead: Vec<Lead>,
    /// The bot's own remarks.
    notices: Vec<String>,
    sections: Vec<Section>,
    /// The sources that this page cites.
    sources: Vec<Source>,
    /// Small print, one phrase each.
    footer: Vec<String>,
    page: Number,
    /// Related queries.
    actions: Vec<ActionData>,
}

/// A sentence of the short answer.
#[derive(Debug, Serialize, JsonSchema)]
struct Lead {
    text: String,
    /// The ids of the claims that support it.
    claims: Vec<String>,
    /// The numbers of its sources.
    sources: Vec<usize>,
}

/// The page number and the number of pages.
#[derive(Debug, Serialize, JsonSchema)]
struct Number {
    /// From 1.
    number: usize,
    of: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Section {
    role: SectionRole,
    /// Empty if the section has no heading.
    heading: String,
    entries: Vec<Item>,
}

/// A line or paragraph.
#[derive(Debug, Serialize, JsonSchema)]
struct Item {
    /// The id of the claim it shows; `null` for the bot's own words.
    claim: Option<String>,
    /// Whether the speaker asserts, denies, confirms and so on.
    kind: Option<Kind>,
    /// The ids of the speakers.
    by: Vec<String>,
    /// When it was said.
    said: Option<Said>,
    /// The speaker and date, or what is counted, in words.
    label: String,
    text: String,
    /// The claim's standing, as far as the entry says.
    standing: Vec<StandingData>,
    notes: Vec<Note>,
    /// The figures in the text.
    figures: Vec<GivenFigure>,
    /// The numbers of its sources.
    sources: Vec<usize>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Note {
    role: NoteRole,
    text: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Source {
    number: usize,
    id: String,
    citation: String,
    title: String,
    /// The names of its authors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<String>,
    publisher: String,
    /// BCP 47.
    language: String,
    /// EDTF; `null` if no date is known.
    issued: Option<Date>,
    /// The day of access.
    accessed: Option<Day>,
    url: Option<String>,
    /// The copy that an archive keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    archived: Option<Archived>,
    /// The day on which it was found to be no longer at `url`.
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<Day>,
    /// The file name of the archived text.
    #[serde(skip_serializing_if = "Option::is_none")]
    archive: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ActionData {
    label: String,
    kind: ActionKind,
    /// The query, as a user would type it.
    query: String,
}

/// The JSON Schema (draft 2020-12) of what [`json`] returns.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Sheet>()
        .to_value()
}

/// A page as data.
pub fn json(page: &Page<'_>) -> Sheet {
    let (answer, frame) = (page.answer, &page.frame);
    let words = Phrases::of(answer.lang);
    let sections = page.sections.iter().map(|section| Section {
        role: section.role,
        heading: section.heading.clone(),
        entries: section.entries.iter().map(|one| item(one, words)).collect(),
    });
    Sheet {
        query: answer.query.clone().at_page(page.number).to_string(),
        read_as: answer.read_as.as_ref().map(ToString::to_string),
        outcome: answer.outcome,
        language: answer.lang.code().to_owned(),
        as_of: answer.as_of,
        title: frame.title.clone(),
        question: frame.question.clone(),
        lead: page.lead.iter().map(|one| lead(one, words)).collect(),
        notices: frame.notices.clone(),
        sections: sections.collect(),
        sources: page.references.iter().map(|one| source(one)).collect(),
        footer: frame.footer.clone(),
        page: Number {
            number: page.number,
            of: page.total,
        },
        actions: answer.actions.iter().map(action).collect(),
    }
}

fn lead(sentence: &Sentence, words: &Phrases) -> Lead {
    Lead {
        text: plain(&sentence.spans, words),
        claims: sentence.claims.clone(),
        sources: cited(&sentence.spans),
    }
}

/// The numbers of the sources that some text cites, each once.
fn cited<'a>(spans: impl IntoIterator<Item = &'a Span>) -> Vec<usize> {
    let mut sources = Vec::new();
    for span in spans {
        if let Span::Cite(number) = span
            && !sources.contains(number)
        {
            sources.push(*number);
        }
    }
    sources
}

fn item(entry: &Entry, words: &Phrases) -> Item {
    let statement = entry.statement();
    let notes = entry.notes.iter().map(|note| Note {
        role: note.role,
        text: plain(&note.spans, words),
    });
    let told = entry.notes.iter().flat_map(|note| &note.standing);
    Item {
        claim: statement.map(|one| one.claim.clone()),
        kind: statement.map(|one| one.kind),
        by: statement.map(|one| one.by.clone()).unwrap_or_default(),
        said: statement.map(|one| one.said.clone()),
        label: entry.label.text(),
        text: plain(&entry.body, words),
        standing: entry.standing.iter().chain(told).cloned().collect(),
        notes: notes.collect(),
        figures: entry.figures.clone(),
        sources: cited(entry.spans()),
    }
}

fn plain(spans: &[Span], words: &Phrases) -> String {
    let pieces = spans.iter().map(|span| match span {
        Span::Text(text) | Span::Verbatim(text) => text.clone(),
        Span::Quoted {
            words: said,
            lang: _,
        } => words.format("quoted", &[("words", said)]),
        Span::Cite(number) => format!("[{number}]"),
    });
    let text = pieces.collect::<String>();
    match spans.iter().any(|span| matches!(span, Span::Verbatim(_))) {
        true => clean::lines(&text),
        false => clean::line(&text),
    }
}

fn source(reference: &Reference) -> Source {
    let source = &reference.source;
    Source {
        number: reference.number,
        id: source.id.clone(),
        citation: reference.text().to_owned(),
        title: source.title.clone(),
        authors: source.authors.iter().map(ToString::to_string).collect(),
        publisher: source.publisher.clone(),
        language: source.language.clone(),
        issued: source.issued.clone(),
        accessed: source.accessed,
        url: source.url.clone(),
        archived: source.archived.clone(),
        gone: source.gone,
        archive: source.archive.clone(),
    }
}

fn action(action: &answer::Action) -> ActionData {
    ActionData {
        label: action.label.clone(),
        kind: action.kind,
        query: action.query.to_string(),
    }
}
