//! Quotations held against the archived texts of their sources, word for word.
//!
//! Runs of white space count as one space; nothing else is forgiven.

use std::collections::BTreeMap;

use super::findings::{Findings, Record};
use super::index::record_name;
use super::nearest::{safe, shown};
use super::shape::{Placed, Written};
use crate::facts::written::{At, Claim, Source};

/// Notes each quotation that does not stand exactly once in its source's archived text.
pub(super) fn check(
    written: &Written,
    archive: &dyn Fn(&str) -> Option<String>,
    findings: &mut Findings<'_>,
) {
    let texts = archived(&written.source, archive, findings);
    for placed in &written.claim {
        claim(placed, &texts, findings);
    }
}

/// An archived text, with white space made even, and the name of its file.
struct Archived<'w> {
    name: &'w str,
    text: String,
}

/// The archived text of each source that has one, by the source's id.
fn archived<'w>(
    sources: &'w [Placed<Source>],
    archive: &dyn Fn(&str) -> Option<String>,
    findings: &mut Findings<'_>,
) -> BTreeMap<&'w str, Archived<'w>> {
    let mut texts = BTreeMap::new();
    for placed in sources {
        let source = placed.at.value();
        let (Some(id), Some(name)) = (&source.id, &source.archive) else {
            continue;
        };
        if let Some(text) = archive(name.value()) {
            let text = even(&text);
            texts.entry(id.value().as_str()).or_insert(Archived {
                name: name.value(),
                text,
            });
        } else {
            let mut record = findings.record(placed.part, record_name("source", Some(id)));
            let what = format!("there is no archived text {}", shown(name.value()));
            record.error(
                name.span(),
                what,
                "put the file into the archive’s folder, or correct its name.",
            );
        }
    }
    texts
}

fn claim(
    placed: &Placed<Claim>,
    texts: &BTreeMap<&str, Archived<'_>>,
    findings: &mut Findings<'_>,
) {
    let mut record = findings.record(
        placed.part,
        record_name("claim", placed.at.value().id.as_ref()),
    );
    for quote in placed.at.value().quote.iter().map(At::value) {
        stands(
            &mut record,
            quote.words.as_ref(),
            quote.source.as_ref(),
            texts,
        );
        for translation in quote.translation.iter().map(At::value) {
            stands(
                &mut record,
                translation.words.as_ref(),
                translation.source.as_ref(),
                texts,
            );
        }
    }
}

fn stands(
    record: &mut Record<'_, '_>,
    words: Option<&At<String>>,
    source: Option<&At<String>>,
    texts: &BTreeMap<&str, Archived<'_>>,
) {
    let (Some(words), Some(source)) = (words, source) else {
        return;
    };
    let Some(archived) = texts.get(source.value().as_str()) else {
        return;
    };
    let name = safe(archived.name);
    match times(&even(words.value()), &archived.text) {
        1 => {}
        0 => {
            let what = format!("these words are not found in {name}");
            record.error(
                words.span(),
                what,
                "copy them from there, with every sign as it stands.",
            );
        }
        times => {
            let what = format!("these words are found {times} times in {name}");
            record.error(
                words.span(),
                what,
                "quote more of the sentence, so that its place is certain.",
            );
        }
    }
}

/// A text with each run of white space as one space.
fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often `words` stand in `text`, overlaps included; words that are none stand nowhere.
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
