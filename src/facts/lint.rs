//! House rules of attribution, for texts and claims without their places in a file.
//!
//! Words in quotation marks are another person's and keep their wording.

use std::collections::BTreeSet;
use std::ops::Range;

use once_cell::sync::Lazy;
use regex::Regex;

use super::Lang;
use super::claim::Claim;
use super::invisible;
use super::loaded_words;
use super::pattern::pattern;
use super::vocabulary::Role;

/// What is wrong with a text, and in which bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    pub(crate) range: Range<usize>,
    pub(crate) what: String,
    pub(crate) help: &'static str,
}

/// The first problem of a text: it is empty, has spaces around it, has several lines, or contains invisible characters.
pub(crate) fn unclean(text: &str) -> Option<Violation> {
    if is_plain(text) {
        return None;
    }
    let place = |(start, letter): (usize, char)| (start..start + letter.len_utf8(), letter);
    let line_break = text
        .char_indices()
        .find(|(_, letter)| is_line_break(*letter));
    let whole = 0..text.len();
    let (range, what, help) = if text.trim().is_empty() {
        (
            whole,
            "this text is empty".to_owned(),
            "write it, or remove its key.",
        )
    } else if let Some((range, _)) = line_break.map(place) {
        let what = "this text has a line break".to_owned();
        (range, what, "write it on one line.")
    } else if let Some((range, letter)) = invisible::first_unseen(text).map(place) {
        let code = u32::from(letter);
        let what = format!("this text has the invisible character U+{code:04X}");
        (
            range,
            what,
            "remove it; it can make a text look like another.",
        )
    } else if text.trim() != text {
        let what = "this text begins or ends with a space".to_owned();
        (whole, what, "remove the space.")
    } else {
        return None;
    };
    Some(Violation { range, what, help })
}

/// Whether a text is printable ASCII without spaces around it, as most are.
fn is_plain(text: &str) -> bool {
    let is_seen = |end: Option<&u8>| end.is_some_and(|end| *end != b' ');
    let bytes = text.as_bytes();
    let printable = |letter: &u8| matches!(letter, b' '..=b'~');
    is_seen(bytes.first()) && is_seen(bytes.last()) && bytes.iter().all(printable)
}

fn is_line_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Relative dates and loaded verbs in a text of the file's own words, in the order of the text.
pub(crate) fn wording(text: &str, lang: Lang) -> Vec<Violation> {
    let (fixed, neutral) = match lang.primary() {
        "en" => (
            &FIXED_EN,
            "say it neutrally: said, stated, denied, confirmed, reported.",
        ),
        "id" => (
            &FIXED_ID,
            "say it neutrally: mengatakan, menyatakan, membantah, mengonfirmasi, melaporkan.",
        ),
        _ => return Vec::new(),
    };
    // The rules are lists of words, which other languages do not have.
    let Some([relative, loaded]) = loaded_words::find(text, lang.primary()) else {
        return Vec::new();
    };
    let within = |words: &Regex, start: usize| {
        let mut found = words.find_iter(text);
        found.any(|found| found.range().contains(&start))
    };
    let mut violations = Vec::new();
    for (words, wrong, help) in [
        (
            relative,
            "depends on the day it is read",
            "write the date itself.",
        ),
        (loaded, "judges the speaker", neutral),
    ] {
        for range in words {
            let (word, start) = (text.get(range.clone()).unwrap_or_default(), range.start);
            // Most texts have no such word, so what allows it is not looked for before.
            let allowed =
                is_name(text, &range, lang) || within(&QUOTED, start) || within(fixed, start);
            if !allowed {
                violations.push(Violation {
                    range,
                    what: format!("“{word}” {wrong}"),
                    help,
                });
            }
        }
    }
    violations.sort_by_key(|violation| violation.range.start);
    violations
}

/// Whether words stand in a name: they are in capitals (TODAY), or begin with one within a sentence (USA Today). The
/// days of “last Thursday” and “Kamis lalu” always do, so the other word decides.
fn is_name(text: &str, range: &Range<usize>, lang: Lang) -> bool {
    let words = text.get(range.clone()).unwrap_or_default();
    let mut letters = words.chars().filter(|letter| letter.is_alphabetic());
    if letters.all(char::is_uppercase) {
        return true;
    }
    let mut words = words.split_whitespace();
    let last = lang.is("id");
    let (decides, several) = match last {
        false => (words.next(), true),
        true => (words.next_back(), words.next().is_some()),
    };
    let capital = decides.is_some_and(|word| word.starts_with(char::is_uppercase));
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '“', '"']);
    capital && (!begins || (last && several))
}

/// Fixed phrases in which such a word judges nobody or moves with no day.
static FIXED_EN: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?ix)\b(
            claimed\s+((sole|joint|full)\s+)?(responsibility|credit|asylum|refuge|compensation|sovereignty)
            | claimed\s+([\p{L}\d.,-]+\s+){0,4}(lives?|victims?)
            | claimed\s+by
            | (was|were|is|are|be|been|being)\s+admitted\s+(to|into|as)
            | admitted\s+([\p{L}-]+\s+)?(to|into)\s+((an?|the|its|their)\s+)?([\p{L}-]+\s+)?(hospital|clinic|ward|care
                |university|college|school|academy|bar|union|alliance)
            | conceded\s+(defeat|the\s+election|(an?|\d+|two|three)\s+(\p{L}+\s+)?goals?)
            | the\s+last\s+(week|month|year|quarter|decade|night|day|weekend)\s+of
        )\b",
    )
});

/// To recognise, as a state or a right is: mengakui; to declare oneself responsible: mengklaim bertanggung jawab.
static FIXED_ID: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?x)(?i:\bmenge?klaim\s+(ber)?tanggung\s+jawab\b)
        | (?i:\bmengakui)\s+([\p{L}-]+\s+){1,6}sebagai\b
        | (?i:\bmengakui)\s+((negara|republik|pemerintah(an)?|kemerdekaan|kedaulatan|kekuasaan|hak|hasil|status
            |legitimasi|yurisdiksi|wewenang|aneksasi|pencaplokan|wilayah|perbatasan|gelar|paspor)\b)
        | (?i:\bmengakui)(\s+\p{Lu}[\p{L}-]*)+\s*([.,;:)]|$)",
    )
});

/// Pairs of quotation marks: the opening one and the closing one.
const MARKS: [(char, char); 6] = [
    ('“', '”'),
    ('"', '"'),
    ('«', '»'),
    ('„', '“'),
    ('‘', '’'),
    ('「', '」'),
];

/// The words within the one pair of quotation marks that a text begins and ends with; `None` if there is no such pair.
pub(crate) fn within_marks(text: &str) -> Option<&str> {
    MARKS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        let whole = !inner.contains([*open, *close]) && !inner.trim().is_empty();
        whole.then(|| inner.trim())
    })
}

static QUOTED: Lazy<Regex> = Lazy::new(|| pattern("“[^”]*”|\"[^\"]*\"|«[^»]*»"));

/// The one origin of all of a claim's sources, if there are several sources: they look like corroboration, but are not.
/// As in `standing`, copies, parts and contradicting sources do not count.
pub(crate) fn single_origin(claim: &Claim) -> Option<&str> {
    let counting = claim.evidence.iter().filter(|evidence| {
        let whole = !matches!(evidence.role, Role::Part | Role::Contradicts);
        whole && evidence.source.mirror_of.is_none()
    });
    let counting = counting.map(|evidence| &evidence.source);
    let sources: BTreeSet<&str> = counting.clone().map(|source| source.id.as_str()).collect();
    let mut origins: BTreeSet<&str> = counting.map(|source| source.independent_origin()).collect();
    let one = sources.len() > 1 && origins.len() == 1;
    one.then(|| origins.pop_first()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, lang: Lang) -> Vec<&str> {
        wording(text, lang)
            .into_iter()
            .filter_map(|violation| text.get(violation.range))
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
        for text in [
            "Ships arrived last Thursday.",
            "Last December it was said.",
            "This Sunday they meet.",
            "Today it was said.",
        ] {
            assert_eq!(words(text, Lang::En).len(), 1, "{text}");
        }
        for text in [
            "USA Today reported it.",
            "In the last week of October 2023 it ended.",
            "It was Last Week Tonight that said so.",
        ] {
            assert_eq!(words(text, Lang::En), [""; 0], "{text}");
        }
        for text in [
            "Kapal tiba Kamis lalu.",
            "Kamis lalu kapal tiba.",
            "Mereka tiba dua hari yang lalu.",
            "Mereka tiba dua hari lalu.",
            "Sepekan lalu mereka tiba.",
            "Mereka tiba semalam.",
            "Mereka tiba Jum'at lalu.",
            "Mereka tiba Oktober silam.",
        ] {
            assert_eq!(words(text, Lang::Id).len(), 1, "{text}");
        }
    }

    #[test]
    fn loaded_verbs_are_found_unless_they_are_somebody_elses() {
        assert_eq!(
            words("He admitted it, and “they claimed today” too.", Lang::En),
            ["admitted"]
        );
        assert_eq!(words("Mereka mengklaim itu.", Lang::Id), ["mengklaim"]);
        for text in [
            "Mereka mengeklaim itu.",
            "Mereka bersikeras.",
            "Kota itu mengakui mengirim kapal.",
            "Ia mengakui bahwa itu benar.",
            "Kota itu mengakui pelabuhan mengirim kapal.",
        ] {
            assert_eq!(words(text, Lang::Id).len(), 1, "{text}");
        }
        for text in [
            "It claimed that there were none.",
            "He admitted to sending ships.",
            "They claimed victory.",
        ] {
            assert_eq!(words(text, Lang::En).len(), 1, "{text}");
        }
    }

    #[test]
    fn quotation_marks_around_a_whole_text_are_found() {
        for text in [
            "“Nobody goes”",
            "\"Nobody goes\"",
            "« Nobody goes »",
            "„Nobody goes“",
        ] {
            assert_eq!(within_marks(text), Some("Nobody goes"), "{text}");
        }
        for text in [
            "Nobody “goes”",
            "“Nobody” never “goes”",
            "\"No\" and \"no\"",
            "“”",
            "”",
        ] {
            assert_eq!(within_marks(text), None, "{text}");
        }
    }

    #[test]
    fn fixed_phrases_judge_nobody() {
        for text in [
            "A group claimed responsibility for the attack.",
            "The pilot was admitted to a hospital.",
            "He had been admitted to hospital.",
            "The quake claimed 200 lives.",
            "The war claimed more than 1,000 lives.",
            "They sailed into waters claimed by Japan.",
            "The party conceded defeat.",
        ] {
            assert_eq!(words(text, Lang::En), [""; 0], "{text}");
        }
        for text in [
            "Kota itu mengakui Eastport sebagai negara.",
            "Kota itu mengakui kemerdekaan Eastport.",
            "Negara itu belum mengakui Kosovo.",
        ] {
            assert_eq!(words(text, Lang::Id), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_text_with_a_turned_direction_is_noticed() {
        assert!(unclean("plain").is_none());
        assert_eq!(
            unclean("a\u{202e}b").map(|violation| violation.range),
            Some(1..4)
        );
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
            assert!(unclean(text).is_some(), "{text:?}");
        }
    }
}
