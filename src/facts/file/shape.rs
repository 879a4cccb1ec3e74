//! Parses TOML into records as written and reports every syntax error, unknown key, missing key and wrong type, not
//! just the first.
//!
//! It does not check what the values mean or whether they fit together.

use std::ops::{Deref, Range};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::Part;
use super::cut::{cut, table_at};
use super::diagnostics::{Diagnostics, Record, hint, shown};
use super::shape_error::{self, ShapeError};
use super::syntax::syntax_errors;
use crate::facts::written::{
    At, Claim, Dossier, Identified, Measure, NOWHERE, Source, Speaker, Topic,
};

/// A record and the part of the file that contains it.
pub(super) struct Placed<T> {
    pub(super) part: usize,
    at: At<T>,
}

impl<T> Deref for Placed<T> {
    type Target = At<T>;

    fn deref(&self) -> &At<T> {
        &self.at
    }
}

impl<T: Identified> Placed<T> {
    /// Where to report its problems.
    pub(super) fn record<'d, 'a>(&'d self, diagnostics: &'d mut Diagnostics<'a>) -> Record<'d, 'a> {
        diagnostics.record(self.part, T::KIND, self.id())
    }
}

/// All records of all parts, in the order of the files.
#[derive(Default)]
pub(super) struct Written {
    pub(super) dossier: Option<Placed<Dossier>>,
    pub(super) topic: Vec<Placed<Topic>>,
    pub(super) speaker: Vec<Placed<Speaker>>,
    pub(super) source: Vec<Placed<Source>>,
    pub(super) measure: Vec<Placed<Measure>>,
    pub(super) claim: Vec<Placed<Claim>>,
}

const RECORDS: [&str; 6] = ["dossier", "topic", "speaker", "source", "measure", "claim"];

/// Reads the records of all parts.
pub(super) fn read_records(parts: &[Part], diagnostics: &mut Diagnostics<'_>) -> Written {
    let mut all = Written::default();
    for (number, part) in parts.iter().enumerate() {
        let (table, errors) = DeTable::parse_recoverable(&part.text);
        let syntax = syntax_errors(&part.text, errors);
        for error in syntax.reported {
            diagnostics.syntax(number, error.span, error.what, error.help);
        }
        if syntax.unrecoverable {
            continue; // The parser found other records than the author meant.
        }
        for (key, value) in table.into_inner() {
            let mut section = Section {
                diagnostics,
                part: number,
                name: key.get_ref(),
            };
            match section.name {
                "dossier" => match &all.dossier {
                    Some(first) => section.second_dossier(first, value.span()),
                    None => all.dossier = section.read(value).pop(),
                },
                "topic" => all.topic.extend(section.read(value)),
                "speaker" => all.speaker.extend(section.read(value)),
                "source" => all.source.extend(section.read(value)),
                "measure" => all.measure.extend(section.read(value)),
                "claim" => all.claim.extend(section.read(value)),
                unknown => {
                    let records = format!("records are {}.", RECORDS.join(", "));
                    diagnostics.record(number, "", "").error(
                        key.span(),
                        format!("unknown record {}", shown(unknown)),
                        hint(unknown, RECORDS, &records),
                    );
                    diagnostics.mark_lost();
                }
            }
        }
    }
    diagnostics.end_of_shape();
    all
}

/// The records under one top-level key of a part.
struct Section<'s, 'd, 'a> {
    diagnostics: &'d mut Diagnostics<'a>,
    part: usize,
    name: &'s str,
}

impl Section<'_, '_, '_> {
    fn read<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Vec<Placed<T>> {
        let name = self.name;
        match (name, value.get_ref()) {
            ("dossier", DeValue::Table(_)) => {}
            ("dossier", _) => {
                let what = "[dossier] stands once, in single brackets".to_owned();
                self.wrong_brackets(value.span(), what);
                return Vec::new();
            }
            (_, DeValue::Array(_)) => {}
            _ => self.wrong_brackets(
                value.span(),
                format!("[[{name}]] stands in double brackets"),
            ),
        }
        let text = self.diagnostics.text(self.part);
        let mut again = None;
        let records = listed(value).into_iter().enumerate();
        let records = records.filter_map(|(at, record)| {
            self.read_one(record, || {
                let again = again.get_or_insert_with(|| {
                    let table = DeTable::parse_recoverable(text).0.into_inner();
                    table.get(name).cloned().map(listed).unwrap_or_default()
                });
                again.get(at).cloned()
            })
        });
        records.collect()
    }

    fn second_dossier(&mut self, first: &Placed<Dossier>, span: Range<usize>) {
        let place = self.diagnostics.place(first.part, &first.span());
        let what = format!("the dossier is already at {place}");
        let mut record = self.diagnostics.record(self.part, self.name, "");
        record.error(span, what, "keep one of the two.");
    }

    fn wrong_brackets(&mut self, span: Range<usize>, what: String) {
        let help = "each record begins with its name in brackets on a line of its own.";
        let mut record = self.diagnostics.record(self.part, self.name, "");
        record.error(span, what, help);
    }

    /// Reads one record, again after each change that makes more of it readable. `again` parses it once more, as most
    /// records are read at once.
    fn read_one<'v, T: DeserializeOwned>(
        &mut self,
        value: Spanned<DeValue<'_>>,
        again: impl FnOnce() -> Option<Spanned<DeValue<'v>>>,
    ) -> Option<Placed<T>> {
        let id = value.get_ref().get("id");
        let id = id.and_then(|id| id.get_ref().as_str()).unwrap_or_default();
        let (id, span) = (id.to_owned(), value.span());
        if let Ok(at) = At::<T>::deserialize(ValueDeserializer::from(value)) {
            return Some(Placed {
                part: self.part,
                at,
            });
        }
        let mut value = again().unwrap_or_else(|| Spanned::new(span, DeValue::Boolean(false)));
        let mut record = self.diagnostics.record(self.part, self.name, &id);
        for nowhere in NOWHERE.. {
            let error = match At::<T>::deserialize(ValueDeserializer::from(value.clone())) {
                Ok(at) => {
                    return Some(Placed {
                        part: self.part,
                        at,
                    });
                }
                Err(error) => error,
            };
            let span = error.span().unwrap_or_else(|| value.span());
            let (name, message) = (self.name, error.message());
            if recover(&mut record, &mut value, name, message, &span, nowhere).is_none() {
                record.diagnostics.mark_lost();
                let what = format!("this record cannot be read: {message}");
                record.error(span, what, "compare it with data/FORMAT.md.");
                return None;
            }
        }
        None
    }
}

/// The records of a list, or the only one.
fn listed(value: Spanned<DeValue<'_>>) -> Vec<Spanned<DeValue<'_>>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Array(records) => records.into_iter().collect(),
        other => vec![Spanned::new(span, other)],
    }
}

/// Reports why a record cannot be read, and makes more of it readable: adds a value at `nowhere` for a missing key, or
/// takes out a wrong value. `None` if neither is possible.
fn recover(
    record: &mut Record<'_, '_>,
    value: &mut Spanned<DeValue<'_>>,
    name: &str,
    message: &str,
    span: &Range<usize>,
    nowhere: usize,
) -> Option<()> {
    let nowhere = nowhere..nowhere;
    if let Some(key) = shape_error::missing_key(message) {
        let (table, entries) = table_at(value, name, span)?;
        if let Some(example) = shape_error::example_of_missing(table, key) {
            record.missing(span, key, &example);
        }
        let key = Spanned::new(nowhere.clone(), key.to_owned().into());
        entries.insert(key, Spanned::new(nowhere, DeValue::String("".into())));
        return Some(());
    }
    let whole = value.span();
    let cut = cut(value, name, &whole, span)?;
    if span.start >= NOWHERE {
        // The added value should not be a text: replace it, once, with a value of the right kind.
        let instead = shape_error::stand_in(message).filter(|_| cut.value.as_str() == Some(""))?;
        let (_, entries) = table_at(value, name, &cut.table)?;
        let key = Spanned::new(nowhere.clone(), cut.key.into());
        entries.insert(key, Spanned::new(nowhere, instead));
        return Some(());
    }
    let ShapeError { what, help, meant } = shape_error::explain(message, &cut);
    record.error(span.clone(), what, help);
    if cut.key == "id" {
        record.diagnostics.mark_lost();
    }
    record.mark_unread(&cut.table, meant.as_deref().unwrap_or(&cut.key));
    Some(())
}
