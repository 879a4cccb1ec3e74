//! Sources: the bibliography of a topic, a claim or all claims, as a plain list or in a citation style.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::request::{Draft, NotUnderstood, Request};
use super::statement::Composer;
use crate::answer::{Action, Answer, Entry, Note, NoteRole, Section, SectionRole, Span};
use crate::cite::{self, Style};
use crate::facts::{Claim, Source, Topic};
use crate::query::Key;

/// `/sources topic:… claim:… style:…`.
pub(super) fn answer(mut request: Request<'_>) -> Result<Answer, NotUnderstood> {
    let (topic, claim) = (request.topic()?, request.claim()?);
    let mut style = None;
    if let Some(named) = request.query.get(Key::Style) {
        let unknown = || super::unknown::style(&request, named);
        let named = super::parse::style(named).ok_or_else(unknown)?;
        request.query = request.query.with(Key::Style, named.name());
        style = Some(named);
    }
    let found = match claim {
        Some(claim) => request.as_of.sources_of(&[claim]),
        None => request.as_of.sources(topic),
    };
    let mut composer = request.composer();
    let mut draft = Draft {
        title: title(&request, topic, claim, style),
        nothing: "nothing-sources",
        actions: actions(&request, topic, claim, style),
        ..Draft::default()
    };
    let Some(style) = style else {
        draft.sections = sections(&mut composer, found);
        return Ok(request.answer(composer, draft));
    };
    let sources: Vec<&Source> = found.iter().map(|(source, _)| source.as_ref()).collect();
    // Surfaces number the references themselves.
    let texts = cite::entries(&sources, style, request.lang()).into_iter();
    let texts = texts.map(|entry| entry.text);
    let found = found.into_iter().map(|(source, _)| source);
    let mut cited: Vec<(&Arc<Source>, String)> = found.zip(texts).collect();
    if style.is_sorted() {
        cited.sort_by_cached_key(|(_, text)| cite::sort_key(text));
    }
    let cited = composer.part(&cited);
    draft.sections = vec![styled(&mut composer, cited, style)];
    let texts = cited
        .iter()
        .map(|(source, text)| (source.id.as_str(), text));
    let by_id: BTreeMap<&str, &String> = texts.collect();
    let mut answer = request.answer(composer, draft);
    let references = std::mem::take(&mut answer.references).into_iter();
    let styled = references.map(|one| {
        let text = by_id.get(one.source.id.as_str()).copied();
        one.cited_as(text.cloned().unwrap_or_default())
    });
    answer.references = styled.collect();
    Ok(answer)
}

/// `Sources: The clock of the town hall (APA)`.
fn title(
    request: &Request<'_>,
    topic: Option<&Topic>,
    claim: Option<&Claim>,
    style: Option<Style>,
) -> String {
    let mut title = request.words.text("view-sources");
    match (claim, topic) {
        (Some(claim), _) => title = request.words.labelled(&title, &claim.id),
        (None, Some(topic)) => {
            title = request
                .words
                .labelled(&title, topic.title.get(request.lang()))
        }
        (None, None) => {}
    }
    match style {
        Some(style) => format!("{title} ({})", style.label(request.words)),
        None => title,
    }
}

/// The same sources in other styles, and the claim or topic to which they belong.
fn actions(
    request: &Request<'_>,
    topic: Option<&Topic>,
    claim: Option<&Claim>,
    style: Option<Style>,
) -> Vec<Action> {
    let styles = Style::ALL.into_iter().map(|other| {
        let query = request.query.clone().with(Key::Style, other.name());
        Action::view(other.label(request.words), query, Some(other) == style)
    });
    let back = match (claim, topic) {
        (Some(claim), _) => Some(request.action(
            "way-claim",
            request.other("claim").with(Key::Claim, &claim.id),
        )),
        (None, Some(topic)) => Some(request.action("view-short", request.other(&topic.id))),
        (None, None) => None,
    };
    styles.chain(back).collect()
}

/// Whether references in this style are copied verbatim.
fn is_code(style: Style) -> bool {
    style.is_data() || style == Style::Markdown
}

/// References in a style: running text with numbers, or data to copy verbatim.
fn styled(composer: &mut Composer<'_>, cited: &[(&Arc<Source>, String)], style: Style) -> Section {
    let mut entries = Vec::new();
    for (source, text) in cited {
        entries.push(match is_code(style) {
            true => Entry::own("", vec![Span::Verbatim(text.clone())]),
            false => Entry::source(text, composer.citations.number(source)),
        });
    }
    let heading = match is_code(style) {
        true => String::new(),
        false => composer.words.text("heading-sources"),
    };
    Section::new(SectionRole::Sources, heading).with(entries)
}

/// Sources with the number of claims to which each belongs and an editor's note, copies last.
pub(super) fn sections(
    composer: &mut Composer<'_>,
    found: Vec<(&Arc<Source>, usize)>,
) -> Vec<Section> {
    let (mut own, mut copies) = (Vec::new(), Vec::new());
    for &(source, claims) in composer.part(&found) {
        let number = composer.citations.number(source);
        let text = cite::plain(source, composer.words);
        let mut entry = Entry::source(&text, number);
        let mut note = composer.words.plural("source-carries", claims, &[]);
        if !source.note.is_empty() {
            note = format!("{note} {}", source.note.get(composer.lang()));
        }
        entry.notes.push(Note::line(NoteRole::Remark, note));
        match source.mirror_of {
            Some(_) => copies.push(entry),
            None => own.push(entry),
        }
    }
    let lists = [("heading-sources", own), ("heading-copies", copies)];
    let full = lists.into_iter().filter(|(_, entries)| !entries.is_empty());
    full.map(|(key, entries)| composer.section(SectionRole::Sources, key, entries))
        .collect()
}
