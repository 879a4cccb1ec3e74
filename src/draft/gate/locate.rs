//! Which value of a record stands at a place of its TOML.

use std::ops::Range;

use toml_edit::{Document, Item, Table};

/// Where a record stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::draft) struct Standing {
    /// The name of such records.
    pub(in crate::draft) kind: String,
    /// Its id.
    pub(in crate::draft) id: String,
    /// The line of its header, from 1.
    pub(in crate::draft) line: usize,
    /// From its header to that of the next record, in bytes.
    pub(in crate::draft) span: Range<usize>,
}

/// Where each record of a text stands, in their order.
pub(in crate::draft) fn standings(text: &str) -> Vec<Standing> {
    let document = Document::parse(text).ok();
    let items = document.iter().flat_map(|document| document.iter());
    let tables = items.flat_map(|(kind, item)| {
        let records = item.as_array_of_tables().into_iter().flatten();
        records.map(move |table| (kind, table))
    });
    let standing = |(kind, table): (&str, &Table)| {
        let id = table.get("id").and_then(Item::as_str);
        let start = table.span()?.start;
        Some(Standing {
            kind: kind.to_owned(),
            id: id.unwrap_or_default().to_owned(),
            line: 1 + text.get(..start)?.matches('\n').count(),
            span: start..text.len(),
        })
    };
    let mut standings: Vec<Standing> = tables.filter_map(standing).collect();
    standings.sort_by_key(|one| one.span.start);
    let mut end = text.len();
    for one in standings.iter_mut().rev() {
        one.span.end = end;
        end = one.span.start;
    }
    standings
}

/// The path of the value at a byte of a record; `None` if it is the record as a whole.
pub(in crate::draft) fn path_at(text: &str, kind: &str, at: usize) -> Option<String> {
    let document = Document::parse(text).ok()?;
    let records = document.get(kind)?.as_array_of_tables()?;
    inside(records.get(0)?, at)
}

fn inside(table: &Table, at: usize) -> Option<String> {
    for (key, item) in table.iter() {
        let deeper = match item {
            Item::Value(value) => value
                .span()
                .filter(|span| span.contains(&at))
                .map(|_| String::new()),
            Item::Table(table) => inside(table, at),
            Item::ArrayOfTables(tables) => tables.iter().enumerate().find_map(|(number, table)| {
                let deeper = inside(table, at);
                let whole = table
                    .span()
                    .filter(|span| span.contains(&at))
                    .map(|_| String::new());
                let path = deeper.or(whole)?;
                Some(join(&number.to_string(), &path))
            }),
            Item::None => None,
        };
        if let Some(path) = deeper {
            return Some(join(key, &path));
        }
    }
    None
}

fn join(first: &str, rest: &str) -> String {
    match rest {
        "" => first.to_owned(),
        rest => format!("{first}.{rest}"),
    }
}
