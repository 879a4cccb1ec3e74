//! Countries, which decide what a question is about even where nothing recorded names them.

use std::collections::HashSet;

use once_cell::sync::Lazy;

use super::everyday::LANGS;
use super::lists::LISTS;
use crate::facts::cldr;
use crate::facts::search::spelt;

/// The folded names of one word of all countries, without those that are everyday words.
static NAMES: Lazy<HashSet<String>> = Lazy::new(|| {
    let names = LANGS.into_iter().flat_map(cldr::countries);
    let single = names.filter_map(|name| match spelt(&name).as_slice() {
        [only] => Some(only.folded.clone()),
        _ => None,
    });
    single.filter(|name| !LISTS.everyday.has(name)).collect()
});

/// Whether any form of a word names a country.
pub(super) fn is_country(forms: &[String]) -> bool {
    forms.iter().any(|form| NAMES.contains(form))
}
