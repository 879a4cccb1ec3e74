//! House rules of attribution, over texts and claims that know nothing of files and places.
//!
//! A text in quotation marks is somebody else's words and keeps its wording.

use std::collections::BTreeSet;
use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;

use super::Lang;
use super::claim::Claim;
use super::vocabulary::Role;

/// What is wrong with a text, and in which bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) range: Range<usize>,
    pub(crate) what: String,
    pub(crate) mend: &'static str,
}

/// What no text of a fact file may be: empty, untrimmed, of several lines, or with characters that
/// cannot be seen. The first of these that is found.
pub(crate) fn blemish(text: &str) -> Option<Fault> {
    let fault = |range, what: &str, mend| {
        Some(Fault {
            range,
            what: what.to_owned(),
            mend,
        })
    };
    if text.trim().is_empty() {
        return fault(
            0..text.len(),
            "this text is empty",
            "write it, or remove its key.",
        );
    }
    if let Some((start, line_break)) = text
        .char_indices()
        .find(|(_, letter)| is_line_break(*letter))
    {
        let range = start..start + line_break.len_utf8();
        return fault(range, "this text has a line break", "write it on one line.");
    }
    if let Some((start, letter)) = text.char_indices().find(|(_, letter)| is_hidden(*letter)) {
        let what = format!(
            "this text has the invisible character U+{:04X}",
            u32::from(letter)
        );
        return fault(
            start..start + letter.len_utf8(),
            &what,
            "remove it; it can make a text look like another.",
        );
    }
    if text.trim() != text {
        return fault(
            0..text.len(),
            "this text begins or ends with a space",
            "remove the space.",
        );
    }
    None
}

fn is_line_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that steer a terminal or the direction of a text, or that nobody can see.
///
/// The joiners U+200C and U+200D are none: several scripts and most emoji need them.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Relative dates and loaded verbs in a text of the file's own words, in the order of the text.
pub(crate) fn wording(text: &str, lang: Lang) -> Vec<Fault> {
    let (relative, loaded, neutral) = match lang {
        Lang::En => (
            &RELATIVE_EN,
            &LOADED_EN,
            "say it neutrally: said, stated, denied, confirmed, reported.",
        ),
        Lang::Id => (
            &RELATIVE_ID,
            &LOADED_ID,
            "say it neutrally: mengatakan, menyatakan, membantah, mengonfirmasi, melaporkan.",
        ),
    };
    let quoted: Vec<Range<usize>> = matches(&QUOTED, text).collect();
    let word = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    // Capitals make a name of it: the newspaper TODAY.
    let name = |range: &Range<usize>| word(range).chars().skip(1).any(char::is_uppercase);
    let own = |range: &Range<usize>| {
        !name(range) && !quoted.iter().any(|quote| quote.contains(&range.start))
    };
    let dates = matches(relative, text).filter(&own).map(|range| Fault {
        what: format!("“{}” depends on the day it is read", word(&range)),
        mend: "write the date itself.",
        range,
    });
    let verbs = matches(loaded, text).filter(&own).map(|range| Fault {
        what: format!("“{}” judges the speaker", word(&range)),
        mend: neutral,
        range,
    });
    let mut faults: Vec<Fault> = dates.chain(verbs).collect();
    faults.sort_by_key(|fault| fault.range.start);
    faults
}

type Pattern = Lazy<Option<Regex>>;

static RELATIVE_EN: Pattern = Lazy::new(|| {
    Regex::new(
        r"(?ix)\b(
            (earlier\s+|later\s+)?(last|next|this)\s+(week|month|year|night|morning|evening
                |monday|tuesday|wednesday|thursday|friday|saturday|sunday)
            | yesterday | today | tonight | tomorrow | recently | ago
        )\b",
    )
    .ok()
});

static RELATIVE_ID: Pattern = Lazy::new(|| {
    Regex::new(
        r"(?ix)\b(
            (pekan|minggu|bulan|tahun|senin|selasa|rabu|kamis|jumat|sabtu)\s+(yang\s+)?(lalu|ini|depan)
            | kemarin | hari\s+ini | besok | baru-baru\s+ini | tadi
        )\b",
    )
    .ok()
});

static LOADED_EN: Pattern =
    Lazy::new(|| Regex::new(r"(?i)\b(claimed|admitted|insisted|boasted|conceded|alleged)\b").ok());

static LOADED_ID: Pattern =
    Lazy::new(|| Regex::new(r"(?i)\b(mengklaim|mengakui|ngotot|berdalih)\b").ok());

static QUOTED: Pattern = Lazy::new(|| Regex::new("“[^”]*”|\"[^\"]*\"|«[^»]*»").ok());

fn matches<'t>(pattern: &'t Pattern, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    pattern
        .as_ref()
        .into_iter()
        .flat_map(move |regex| regex.find_iter(text))
        .map(|found| found.range())
}

/// The one origin of all of a claim's sources, when there are several and they look like
/// corroboration without being it. As in `standing`, copies and contradicting sources do not count.
pub(crate) fn single_origin(claim: &Claim) -> Option<&str> {
    let counting: Vec<_> = claim
        .evidence
        .iter()
        .filter(|evidence| {
            evidence.role != Role::Contradicts && evidence.source.mirror_of.is_none()
        })
        .map(|evidence| &evidence.source)
        .collect();
    let sources: BTreeSet<&str> = counting.iter().map(|source| source.id.as_str()).collect();
    let origins: BTreeSet<&str> = counting
        .iter()
        .map(|source| source.independent_origin())
        .collect();
    if sources.len() > 1 && origins.len() == 1 {
        origins.into_iter().next()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, lang: Lang) -> Vec<&str> {
        wording(text, lang)
            .into_iter()
            .filter_map(|fault| text.get(fault.range))
            .collect()
    }

    #[test]
    fn dates_that_move_are_found_as_whole_words_in_both_languages() {
        assert_eq!(
            words("It came earlier this month, two days ago.", Lang::En),
            ["earlier this month", "ago"]
        );
        assert_eq!(words("Chicago read TODAY over todays.", Lang::En), [""; 0]);
        assert_eq!(
            words("Kapal itu tiba Rabu lalu, bukan kemarin.", Lang::Id),
            ["Rabu lalu", "kemarin"]
        );
        assert_eq!(words("Ketadian tidak berdalihan.", Lang::Id), [""; 0]);
    }

    #[test]
    fn loaded_verbs_are_found_unless_they_are_somebody_elses() {
        assert_eq!(
            words("He admitted it, and “they claimed today” too.", Lang::En),
            ["admitted"]
        );
        assert_eq!(words("Mereka mengklaim itu.", Lang::Id), ["mengklaim"]);
    }

    #[test]
    fn a_text_with_a_turned_direction_is_noticed() {
        assert!(blemish("plain").is_none());
        assert_eq!(blemish("a\u{202e}b").map(|fault| fault.range), Some(1..4));
        for text in [
            "",
            "  ",
            " a",
            "a\n",
            "a\u{2028}b",
            "a\u{7}",
            "a\u{ad}b",
            "a\u{e0041}",
        ] {
            assert!(blemish(text).is_some(), "{text:?}");
        }
    }
}
