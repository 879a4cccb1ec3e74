//! The labels of claims and speakers that are offered while somebody types, and what a label stands for: some clients
//! send the label of an offer instead of its value (<https://github.com/discord/discord-api-docs/issues/4213>).

use std::sync::Arc;

use super::statement::capitalised;
use crate::facts::{Claim, Lang, Languages, Speaker};
use crate::phrases::Phrases;

/// At the end of a label that a surface has shortened.
const CUT: char = '…';

/// `Ina Moll, 2 May 2024: The clock …`.
pub(super) fn claim(claim: &Claim, lang: Lang) -> String {
    let names: Vec<&str> = claim.by.iter().map(|one| one.name.get(lang)).collect();
    let date = Phrases::of(lang).date(&claim.said.when);
    let names = capitalised(&names.join(", "));
    Phrases::of(lang).labelled(&format!("{names}, {date}"), claim.text.get(lang))
}

/// `Ina Moll, mayor`.
pub(super) fn speaker(speaker: &Speaker, lang: Lang) -> String {
    let name = capitalised(speaker.name.get(lang));
    match speaker.posts.last() {
        Some(post) => format!("{name}, {}", post.title.get(lang)),
        None => name,
    }
}

/// The records of which this is the label in any language, perhaps shortened.
pub(super) fn labelled<'a, T>(
    typed: &str,
    records: &'a [Arc<T>],
    languages: &Languages,
    label: impl Fn(&T, Lang) -> String,
) -> Vec<&'a T> {
    let typed = typed.trim().to_lowercase();
    let cut = typed.strip_suffix(CUT).map(str::trim_end);
    let is = |label: String| {
        let label = label.to_lowercase();
        label == typed || cut.is_some_and(|begun| !begun.is_empty() && label.starts_with(begun))
    };
    let records = records.iter().map(AsRef::as_ref);
    let labelled = |record: &&T| languages.iter().any(|lang| is(label(record, lang)));
    records.filter(labelled).collect()
}
