//! Takes values that cannot be read out of a record, and finds tables by their span.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// A value that was taken out of a record.
pub(super) struct Cut<'i> {
    /// The span of its table.
    pub(super) table: Range<usize>,
    /// Its key, or the key of the list that contained it.
    pub(super) key: String,
    /// Whether it was a member of a list.
    pub(super) member: bool,
    pub(super) value: DeValue<'i>,
}

/// Takes the innermost key or list member at `span` out of a value. `key` is the key of the value itself, in `table`.
pub(super) fn cut<'i>(
    value: &mut Spanned<DeValue<'i>>,
    key: &str,
    table: &Range<usize>,
    span: &Range<usize>,
) -> Option<Cut<'i>> {
    let own = value.span();
    match value.get_mut() {
        DeValue::Table(entries) => {
            let mut inner = entries.iter_mut();
            let deeper = inner.find_map(|(key, inner)| cut(inner, key.get_ref(), &own, span));
            if deeper.is_some() {
                return deeper;
            }
            let mut keys = entries.iter();
            let (key, _) = keys.find(|(key, at)| key.span() == *span || at.span() == *span)?;
            let key = key.get_ref().to_string();
            let value = entries.remove(key.as_str())?.into_inner();
            Some(Cut {
                table: own,
                key,
                member: false,
                value,
            })
        }
        DeValue::Array(list) => {
            let mut members = list.iter_mut();
            let deeper = members.find_map(|member| cut(member, key, table, span));
            if deeper.is_some() {
                return deeper;
            }
            let place = list.iter().position(|member| member.span() == *span)?;
            let members = std::mem::replace(list, DeArray::new());
            let mut members: Vec<_> = members.into_iter().collect();
            let value = members.remove(place).into_inner();
            *list = members.into_iter().collect();
            Some(Cut {
                table: table.clone(),
                key: key.to_owned(),
                member: true,
                value,
            })
        }
        _ => None,
    }
}

/// The table at `span` in a value with this key, with the key of the table or of the list that contains it.
pub(super) fn table_at<'v, 'i>(
    value: &'v mut Spanned<DeValue<'i>>,
    key: &'v str,
    span: &Range<usize>,
) -> Option<(&'v str, &'v mut DeTable<'i>)> {
    let here = value.span() == *span;
    match value.get_mut() {
        DeValue::Table(entries) => {
            if here {
                return Some((key, entries));
            }
            let mut inner = entries.iter_mut();
            inner.find_map(|(key, inner)| table_at(inner, key.get_ref(), span))
        }
        DeValue::Array(list) => {
            let mut members = list.iter_mut();
            members.find_map(|member| table_at(member, key, span))
        }
        _ => None,
    }
}
