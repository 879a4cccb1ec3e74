//! Checks that quotations match the archived texts of their sources word for word.
//!
//! A run of white space counts as one space; every other difference is an error.

use std::collections::BTreeMap;

use super::diagnostics::{Diagnostics, Record, safe, shown};
use super::shape::{Placed, Written};
use crate::facts::written::{At, Source};

/// Reports each quotation that does not occur exactly once in its source's archived text.
pub(super) fn check(
    written: &Written,
    archive: &dyn Fn(&str) -> Option<String>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let texts = archived(&written.source, archive, diagnostics);
    for claim in &written.claim {
        let record = &mut claim.record(diagnostics);
        for quote in &claim.quote {
            stands(record, &quote.words, &quote.source, &texts);
            for translation in &quote.translation {
                if let Some(source) = &translation.source {
                    stands(record, &translation.words, source, &texts);
                }
            }
        }
    }
}

/// An archived text, with each run of white space as one space, and the name of its file.
struct Archived<'w> {
    name: &'w str,
    text: String,
}

/// The archived text of each source that has one, by the source's id.
fn archived<'w>(
    sources: &'w [Placed<Source>],
    archive: &dyn Fn(&str) -> Option<String>,
    diagnostics: &mut Diagnostics<'_>,
) -> BTreeMap<&'w str, Archived<'w>> {
    let mut texts = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.id.is_empty()) {
        let Some(name) = &source.archive else {
            continue;
        };
        if let Some(text) = archive(name) {
            let text = even(&text);
            texts.entry(&**source.id).or_insert(Archived { name, text });
        } else {
            let what = format!("there is no archived text {}", shown(name));
            let help = "put the file into the archive’s folder, or correct its name.";
            source.record(diagnostics).error(name.span(), what, help);
        }
    }
    texts
}

fn stands(
    record: &mut Record<'_, '_>,
    words: &At<String>,
    source: &At<String>,
    texts: &BTreeMap<&str, Archived<'_>>,
) {
    let Some(archived) = texts.get(source.as_str()) else {
        return;
    };
    let name = safe(archived.name);
    let (what, help) = match times(&even(words), &archived.text) {
        1 => return,
        0 => (
            format!("these words are not found in {name}"),
            "copy them from there, with every sign as it stands.",
        ),
        times => (
            format!("these words are found {times} times in {name}"),
            "quote more of the sentence, so that its place is certain.",
        ),
    };
    record.error(words.span(), what, help);
}

/// A text with each run of white space as one space.
fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often `words` occur in `text`, overlaps included; 0 if `words` is empty.
fn times(words: &str, text: &str) -> usize {
    let Some(first) = words.chars().next() else {
        return 0;
    };
    let starts = text.match_indices(first);
    starts
        .filter(|(start, _)| {
            text.get(*start..)
                .is_some_and(|rest| rest.starts_with(words))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_forgiven_and_nothing_else() {
        assert_eq!(times(&even("so  it\nis"), &even("“so it\u{a0} is”")), 1);
        assert_eq!(times("it is", "It is"), 0);
        assert_eq!(times("aa", "aaa"), 2);
        assert_eq!(times("", "a"), 0);
    }
}
