//! The labels of claims and speakers that are offered while somebody types, and what a label stands for: some clients
//! send the label of an offer instead of its value (<https://github.com/discord/discord-api-docs/issues/4213>).

use super::statement::capitalised;
use crate::facts::{AsOf, Claim, Lang, Languages, Speaker};
use crate::phrases::Phrases;

/// At the end of a label that a surface has shortened.
const CUT: char = '…';

/// `Ina Moll, 2 May 2024: The clock …`.
pub(super) fn claim(claim: &Claim, lang: Lang) -> String {
    let names: Vec<&str> = claim.by.iter().map(|one| one.name.get(lang)).collect();
    let words = Phrases::of(lang);
    let names = capitalised(&names.join(", "));
    let who = [&names, ", ", &words.date(&claim.said.when)].concat();
    words.labelled(&who, claim.text.get(lang))
}

/// `Ina Moll, mayor`.
pub(super) fn speaker(speaker: &Speaker, lang: Lang) -> String {
    let name = capitalised(speaker.name.get(lang));
    match speaker.posts.last() {
        Some(post) => format!("{name}, {}", post.title.get(lang)),
        None => name,
    }
}

/// The claims of which this may be the label: it begins with the name of their first speaker, as far as it goes.
pub(super) fn perhaps_labelled<'a>(
    typed: &str,
    as_of: AsOf<'a>,
) -> impl Iterator<Item = &'a Claim> + use<'a> {
    let typed = typed.trim().to_lowercase();
    let begun = typed.trim_end_matches(CUT).trim_end().to_owned();
    let speakers = as_of.facts.speakers.iter();
    let speakers = speakers.filter(move |one| {
        let mut names = one.name.each();
        !begun.is_empty() && names.any(|name| begin_alike(name, &begun))
    });
    speakers.flat_map(move |speaker| {
        let first = |claim: &&Claim| claim.by.first().is_some_and(|by| by.id == speaker.id);
        as_of.facts.by(speaker).filter(first)
    })
}

/// Whether a name, with a capital first letter, and a text in small letters are alike to the end of the shorter one.
fn begin_alike(name: &str, typed: &str) -> bool {
    // Mostly the first letters differ.
    if let (Some(a @ 0..128), Some(b @ 0..128)) = (name.bytes().next(), typed.bytes().next())
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let small = first.chain(letters).flat_map(char::to_lowercase);
    // At the end of a word, this letter has another form.
    let same = |(a, b): (char, char)| a == b || [a, b] == ['σ', 'ς'];
    small.zip(typed.chars()).all(same)
}

/// The records of which this is the label in any language, perhaps shortened.
pub(super) fn labelled<'a, T>(
    typed: &str,
    records: impl IntoIterator<Item = &'a T>,
    languages: &Languages,
    label: impl Fn(&T, Lang) -> String,
) -> Vec<&'a T> {
    let typed = typed.trim().to_lowercase();
    let cut = typed.strip_suffix(CUT).map(str::trim_end);
    let is = |label: String| {
        let label = label.to_lowercase();
        label == typed || cut.is_some_and(|begun| !begun.is_empty() && label.starts_with(begun))
    };
    let labelled = |record: &&T| languages.iter().any(|lang| is(label(record, lang)));
    records.into_iter().filter(labelled).collect()
}
