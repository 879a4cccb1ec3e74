//! Which value of a record stands at a place of its TOML.

use toml_edit::{Document, Item, Table};

/// The path of the value at a byte of a record; `None` if it is the record as a whole.
pub(super) fn path_at(text: &str, kind: &str, at: usize) -> Option<String> {
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
