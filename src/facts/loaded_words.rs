//! Words of a text that mean another day for a later reader, and words that judge a speaker, in English and Indonesian.
//!
//! Every text of a file is looked through, so this compares words, and builds no pattern.

use std::ops::Range;

/// The last word of a date that begins at a word; `None` if none begins there.
type Match = fn(&Words<'_>, usize) -> Option<usize>;

/// Words that make a date of a time, such as “last week” and “pekan lalu”, and words that are one alone.
const ENGLISH_TURNS: [&str; 3] = ["last", "next", "this"];
const ENGLISH_DATES: [&str; 6] = [
    "yesterday",
    "today",
    "tonight",
    "tomorrow",
    "recently",
    "ago",
];
const INDONESIAN_TURNS: [&str; 5] = ["lalu", "silam", "ini", "depan", "mendatang"];
const INDONESIAN_DATES: [&str; 5] = ["kemarin", "lusa", "semalam", "besok", "tadi"];

const ENGLISH_VERBS: [&str; 6] = [
    "claimed", "admitted", "insisted", "boasted", "conceded", "alleged",
];
const INDONESIAN_VERBS: [&str; 6] = [
    "mengklaim",
    "mengeklaim",
    "mengakui",
    "ngotot",
    "bersikeras",
    "berdalih",
];

/// The words of a text.
struct Words<'t> {
    /// The text in lower case, as far as it is ASCII.
    text: &'t str,
    places: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let (mut places, mut start) = (Vec::with_capacity(text.len() / 5), None);
        for (at, letter) in text.char_indices() {
            match (is_of_word(letter), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    places.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        places.extend(start.map(|from| from..text.len()));
        Self { text, places }
    }

    /// A word; empty behind the last one.
    fn word(&self, at: usize) -> &'t str {
        let place = self.places.get(at).cloned();
        place.and_then(|place| self.text.get(place)).unwrap_or("")
    }

    /// What stands between a word and the next one.
    fn between(&self, at: usize) -> &'t str {
        let ends = self.places.get(at).zip(self.places.get(at + 1));
        let between = ends.and_then(|(one, next)| self.text.get(one.end..next.start));
        between.unwrap_or("")
    }

    /// Whether nothing but spaces stands between a word and the next one.
    fn is_spaced(&self, at: usize) -> bool {
        let between = self.between(at);
        !between.is_empty() && between.chars().all(char::is_whitespace)
    }

    /// Where something is found; `matches` gives the last word of what begins at a word.
    fn find(&self, matches: impl Fn(&Self, usize) -> Option<usize>) -> Vec<Range<usize>> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(first) = self.places.get(at) {
            let last = matches(self, at);
            let end = last.and_then(|last| self.places.get(last));
            found.extend(end.map(|end| first.start..end.end));
            at = last.unwrap_or(at) + 1;
        }
        found
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Where a text has dates that move with the day on which it is read, and where it has loaded verbs; in the order of the
/// text. `None` for a language without such lists.
pub(super) fn find(text: &str, lang: &str) -> Option<[Vec<Range<usize>>; 2]> {
    let (date, turns, dates, verbs): (Match, &[&str], &[&str], &[&str]) = match lang {
        "en" => (english_date, &ENGLISH_TURNS, &ENGLISH_DATES, &ENGLISH_VERBS),
        "id" => (
            indonesian_date,
            &INDONESIAN_TURNS,
            &INDONESIAN_DATES,
            &INDONESIAN_VERBS,
        ),
        _ => return None,
    };
    // Most texts have nothing of this.
    let known = |word: &str| {
        let mut known = turns.iter().chain(dates).chain(verbs);
        known.any(|known| known.eq_ignore_ascii_case(word))
    };
    if !text.split(|letter| !is_of_word(letter)).any(known) {
        return Some(Default::default());
    }
    let lower = text.to_ascii_lowercase();
    let words = Words::of(&lower);
    let verb = |words: &Words<'_>, at| verbs.contains(&words.word(at)).then_some(at);
    Some([words.find(date), words.find(verb)])
}

/// “earlier this month”, “yesterday”.
fn english_date(words: &Words<'_>, at: usize) -> Option<usize> {
    let comparing = matches!(words.word(at), "earlier" | "later") && words.is_spaced(at);
    let first = at + usize::from(comparing);
    let is_turned = ENGLISH_TURNS.contains(&words.word(first)) && words.is_spaced(first);
    if is_turned && is_english_time(words.word(first + 1)) {
        return Some(first + 1);
    }
    ENGLISH_DATES.contains(&words.word(at)).then_some(at)
}

#[rustfmt::skip]
fn is_english_time(word: &str) -> bool {
    matches!(
        word,
        "week" | "weekend" | "fortnight" | "month" | "quarter" | "year" | "decade" | "century"
            | "night" | "morning" | "afternoon" | "evening" | "spring" | "summer" | "autumn" | "winter"
            | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
            | "january" | "february" | "march" | "april" | "may" | "june" | "july" | "august"
            | "september" | "october" | "november" | "december"
    )
}

/// “dua hari yang lalu”, “baru-baru ini”, “kemarin”.
fn indonesian_date(words: &Words<'_>, at: usize) -> Option<usize> {
    let word = words.word(at);
    let is_friday = |word: &str| word == "jum" && matches!(words.between(at), "'" | "’");
    let bare = word.strip_prefix("se").unwrap_or(word);
    let time = match is_indonesian_time(word) || is_indonesian_time(bare) {
        true => Some(at),
        false => (is_friday(bare) && words.word(at + 1) == "at").then_some(at + 1),
    };
    if let Some(time) = time.filter(|time| words.is_spaced(*time)) {
        let which = words.word(time + 1) == "yang" && words.is_spaced(time + 1);
        let turned = time + 1 + usize::from(which);
        if INDONESIAN_TURNS.contains(&words.word(turned)) {
            return Some(turned);
        }
    }
    let lately = match word {
        "baru" | "akhir" => words.between(at) == "-" && words.word(at + 1) == word,
        "belum" => words.is_spaced(at) && words.word(at + 1) == "lama",
        _ => false,
    };
    if lately && words.is_spaced(at + 1) && words.word(at + 2) == "ini" {
        return Some(at + 2);
    }
    INDONESIAN_DATES.contains(&word).then_some(at)
}

#[rustfmt::skip]
fn is_indonesian_time(word: &str) -> bool {
    matches!(
        word,
        "detik" | "menit" | "jam" | "hari" | "malam" | "pekan" | "minggu" | "bulan" | "tahun" | "dekade" | "abad"
            | "senin" | "selasa" | "rabu" | "kamis" | "jumat" | "sabtu" | "ahad"
            | "januari" | "februari" | "maret" | "april" | "mei" | "juni" | "juli" | "agustus"
            | "september" | "oktober" | "november" | "desember"
    )
}

#[cfg(test)]
mod tests {
    use once_cell::sync::Lazy;
    use proptest::prelude::*;
    use regex::Regex;

    use super::*;

    /// The same as patterns: dates that move and loaded verbs, in English and Indonesian.
    static PATTERNS: Lazy<[[Regex; 2]; 2]> = Lazy::new(|| {
        let english = r"(earlier\s+|later\s+)?(last|next|this)\s+(week|weekend|fortnight|month|quarter|year|decade
            |century|night|morning|afternoon|evening|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday
            |friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november
            |december)|yesterday|today|tonight|tomorrow|recently|ago";
        let indonesian = r"(se)?(detik|menit|jam|hari|malam|pekan|minggu|bulan|tahun|dekade|abad|senin|selasa|rabu
            |kamis|jum['’]?at|sabtu|ahad|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober
            |november|desember)\s+(yang\s+)?(lalu|silam|ini|depan|mendatang)
            |kemarin|lusa|semalam|besok|(baru-baru|akhir-akhir|belum\s+lama)\s+ini|tadi";
        let whole = |words: &str| Regex::new(&format!(r"(?ix)\b({words})\b")).unwrap();
        [
            [
                whole(english),
                whole("claimed|admitted|insisted|boasted|conceded|alleged"),
            ],
            [
                whole(indonesian),
                whole("meng(e)?klaim|mengakui|ngotot|bersikeras|berdalih"),
            ],
        ]
    });

    fn check(text: &str) {
        for (lang, patterns) in ["en", "id"].into_iter().zip(PATTERNS.iter()) {
            let found = patterns.each_ref().map(|pattern| {
                let found = pattern.find_iter(text).map(|found| found.range());
                found.collect::<Vec<_>>()
            });
            assert_eq!(find(text, lang), Some(found), "{lang} {text:?}");
        }
    }

    const PIECES: &str = "earlier later last Last THIS next this week weekend weeks may March yesterday today ago \
        claimed Alleged jum ' ’ at jumat sejum sehari hari yang lalu silam ini depan baru - akhir belum lama kemarin \
        semalam senin tadi mengklaim mengeklaim é _ . se malam pekan mengakui , “ 2 selasa";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn words_are_found_as_patterns_find_them(
            pieces in prop::collection::vec((0..64_usize, 0..4_usize), 0..12)
        ) {
            let words: Vec<&str> = PIECES.split_whitespace().collect();
            let piece = |(word, space): &(usize, usize)| {
                words[word % words.len()].to_owned() + ["", " ", " ", "\u{a0}\n"][*space]
            };
            check(&pieces.iter().map(piece).collect::<String>());
        }
    }

    #[test]
    fn other_languages_have_no_such_lists() {
        assert_eq!(find("hier", "fr"), None);
    }
}
