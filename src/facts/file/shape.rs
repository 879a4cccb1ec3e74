//! TOML into records as written: every syntax error, unknown key and wrong type, not just one.
//!
//! What the values mean, and whether they fit together, is not looked at here.

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, ValueDeserializer};

use super::Part;
use super::fault::{self, Fault};
use super::findings::Findings;
use super::nearest::{hint, safe, shown};
use super::syntax::slips;
use crate::facts::written::{At, Claim, Dossier, Measure, Source, Speaker, Topic};

/// A record and the part of the file where it stands.
pub(super) struct Placed<T> {
    pub(super) part: usize,
    pub(super) at: At<T>,
}

/// All records of all parts, in the order of the files.
#[derive(Default)]
pub(super) struct Written {
    pub(super) dossier: Vec<Placed<Dossier>>,
    pub(super) topic: Vec<Placed<Topic>>,
    pub(super) speaker: Vec<Placed<Speaker>>,
    pub(super) source: Vec<Placed<Source>>,
    pub(super) measure: Vec<Placed<Measure>>,
    pub(super) claim: Vec<Placed<Claim>>,
}

const RECORDS: [&str; 6] = ["dossier", "topic", "speaker", "source", "measure", "claim"];

/// Reads the records of all parts.
pub(super) fn shape(parts: &[Part], findings: &mut Findings<'_>) -> Written {
    let mut all = Written::default();
    for (number, part) in parts.iter().enumerate() {
        let (table, errors) = DeTable::parse_recoverable(&part.text);
        let slips = slips(&part.text, errors);
        for slip in slips.told {
            findings.syntax(number, slip.span, slip.what, slip.mend);
        }
        if slips.astray {
            continue; // What it found are not the records that were meant.
        }
        for (key, value) in table.into_inner() {
            let name: &str = key.get_ref();
            let mut section = Section {
                findings,
                part: number,
                name,
                key: key.span(),
            };
            match name {
                "dossier" => all.dossier.extend(section.one(value)),
                "topic" => section.list(value, &mut all.topic),
                "speaker" => section.list(value, &mut all.speaker),
                "source" => section.list(value, &mut all.source),
                "measure" => section.list(value, &mut all.measure),
                "claim" => section.list(value, &mut all.claim),
                _ => section.unknown(),
            }
        }
    }
    all
}

/// One key at the top of a part.
struct Section<'s, 'f, 'a> {
    findings: &'f mut Findings<'a>,
    part: usize,
    name: &'s str,
    key: Range<usize>,
}

impl Section<'_, '_, '_> {
    fn unknown(&mut self) {
        let what = format!("unknown record {}", shown(self.name));
        let known = format!("records are {}.", RECORDS.join(", "));
        let mend = hint(self.name, RECORDS.into_iter(), &known);
        self.findings
            .record(self.part, String::new())
            .error(self.key.clone(), what, mend);
    }

    fn one<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<Placed<T>> {
        if value.get_ref().is_table() {
            return self.settle(value);
        }
        self.wrong(
            value.span(),
            "[dossier] stands once, in single brackets".to_owned(),
        );
        None
    }

    fn list<T: DeserializeOwned>(
        &mut self,
        value: Spanned<DeValue<'_>>,
        into: &mut Vec<Placed<T>>,
    ) {
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(records) => {
                into.extend(records.into_iter().filter_map(|one| self.settle(one)))
            }
            other => {
                self.wrong(
                    span.clone(),
                    format!("[[{}]] stands in double brackets", self.name),
                );
                into.extend(self.settle(Spanned::new(span, other)));
            }
        }
    }

    fn wrong(&mut self, span: Range<usize>, what: String) {
        let mend = "each record begins with its name in brackets on a line of its own.";
        self.findings
            .record(self.part, self.name.to_owned())
            .error(span, what, mend);
    }

    /// Reads one record. What does not fit is noted, cut out, and the rest read again.
    fn settle<T: DeserializeOwned>(
        &mut self,
        mut value: Spanned<DeValue<'_>>,
    ) -> Option<Placed<T>> {
        let id = value
            .get_ref()
            .get("id")
            .and_then(|id| id.get_ref().as_str())
            .map(safe);
        let name = [self.name.to_owned()]
            .into_iter()
            .chain(id)
            .collect::<Vec<_>>()
            .join(" ");
        let mut record = self.findings.record(self.part, name);
        loop {
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
            let table = value.span();
            let Some(cut) = cut(value.get_mut(), &table, &span) else {
                record.findings.lose();
                let what = format!("this record cannot be read: {}", error.message());
                record.error(span, what, "compare it with data/FORMAT.md.");
                return None;
            };
            let Fault { what, mend, meant } = fault::shape(error.message(), &cut);
            record.error(span, what, mend);
            if cut.key == "id" {
                record.findings.lose();
            }
            record.spoil(&cut.table, meant.as_deref().unwrap_or(&cut.key));
        }
    }
}

/// What was taken out of a record because it could not be read.
pub(super) struct Cut<'i> {
    /// Where its table starts.
    table: Range<usize>,
    /// Its key, or that of the list in which it stood.
    pub(super) key: String,
    /// Whether it stood in a list.
    pub(super) member: bool,
    pub(super) value: DeValue<'i>,
}

/// Takes out the innermost key or list member that stands at `span`.
fn cut<'i>(value: &mut DeValue<'i>, table: &Range<usize>, span: &Range<usize>) -> Option<Cut<'i>> {
    let DeValue::Table(entries) = value else {
        return None;
    };
    for (key, inner) in entries.iter_mut() {
        let inner_table = inner.span();
        let deeper = match inner.get_mut() {
            DeValue::Array(list) => cut_member(list, key.get_ref(), table, span),
            other => cut(other, &inner_table, span),
        };
        if deeper.is_some() {
            return deeper;
        }
    }
    let at =
        |(key, inner): (&Spanned<_>, &Spanned<_>)| key.span() == *span || inner.span() == *span;
    let key = entries
        .iter()
        .find(|entry| at(*entry))
        .map(|(key, _)| key.get_ref().to_string())?;
    let value = entries.remove(key.as_str())?.into_inner();
    Some(Cut {
        table: table.clone(),
        key,
        member: false,
        value,
    })
}

fn cut_member<'i>(
    list: &mut DeArray<'i>,
    key: &str,
    table: &Range<usize>,
    span: &Range<usize>,
) -> Option<Cut<'i>> {
    for member in list.iter_mut() {
        let inner_table = member.span();
        if let Some(deeper) = cut(member.get_mut(), &inner_table, span) {
            return Some(deeper);
        }
    }
    let place = list.iter().position(|member| member.span() == *span)?;
    let mut members: Vec<_> = std::mem::replace(list, DeArray::new())
        .into_iter()
        .collect();
    let value = members.remove(place).into_inner();
    *list = members.into_iter().collect();
    Some(Cut {
        table: table.clone(),
        key: key.to_owned(),
        member: true,
        value,
    })
}
