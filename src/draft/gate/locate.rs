//! Which value of a record stands at a place of its TOML.

use toml_edit::{Document, Item, Table};

/// Where a record stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) struct Standing {
    /// The line of its header, from 1.
    pub(in crate::draft) line: usize,
    /// The byte at which its header begins, and that of the next record's.
    pub(in crate::draft) start: usize,
    pub(in crate::draft) end: usize,
}

/// Where the record of a kind with an id stands.
pub(in crate::draft) fn standing(text: &str, kind: &str, id: &str) -> Option<Standing> {
    let document = Document::parse(text).ok()?;
    let records = document.get(kind)?.as_array_of_tables()?;
    let mine = |table: &&Table| table.get("id").and_then(Item::as_str) == Some(id);
    let start = records.iter().find(mine)?.span()?.start;
    let all = document
        .iter()
        .filter_map(|(_, item)| item.as_array_of_tables());
    let starts = all.flat_map(|records| records.iter().filter_map(Table::span));
    let next = starts
        .map(|span| span.start)
        .filter(|one| *one > start)
        .min();
    Some(Standing {
        line: 1 + text.get(..start)?.matches('\n').count(),
        start,
        end: next.unwrap_or(text.len()),
    })
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
