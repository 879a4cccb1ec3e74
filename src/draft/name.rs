//! Names as ids and languages as codes.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::facts::everyday_words;

/// The longest id.
const LONGEST: usize = 48;

/// A text as an id: lower-case letters a to z, digits and single hyphens; empty if nothing of it can be.
pub(super) fn kebab(text: &str) -> String {
    cut(whole(text))
}

/// A sentence as an id: like [`kebab`], and where that cuts it, without words at its end that tell nothing without the
/// next one, as in `half-of-the-repair-of-the`.
pub(super) fn sentence_id(text: &str) -> String {
    let whole = whole(text);
    let id = cut(whole.clone());
    match id.len() < whole.len() {
        true => telling(&id).to_owned(),
        false => id,
    }
}

/// All of a text in the letters of an id.
fn whole(text: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let mut id = String::new();
    for letter in plain.to_lowercase().chars() {
        match letter {
            'ø' => id.push('o'),
            'ł' => id.push('l'),
            'ß' => id.push_str("ss"),
            'æ' => id.push_str("ae"),
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_matches('-').to_owned()
}

/// An id that is not too long.
fn cut(mut id: String) -> String {
    if id.len() > LONGEST {
        // Cut between two words, if that leaves enough.
        let cut = id.get(..LONGEST).unwrap_or(&id);
        id = match cut.rsplit_once('-') {
            Some((kept, _)) if kept.len() > LONGEST / 2 => kept.to_owned(),
            _ => cut.to_owned(),
        };
    }
    id.trim_matches('-').to_owned()
}

fn telling(id: &str) -> &str {
    let mut kept = id;
    while let Some((rest, last)) = kept.rsplit_once('-') {
        let light = EVERYDAY
            .iter()
            .any(|lang| everyday_words(lang).any(|word| word == last));
        if !light || rest.len() < LONGEST / 3 {
            break;
        }
        kept = rest;
    }
    kept
}

/// The languages whose everyday words an id does not end with.
const EVERYDAY: [&str; 3] = ["en", "id", "fr"];

/// Languages by the names that babel, and so BibLaTeX, has for them.
const NAMED: [(&str, &str); 32] = [
    ("arabic", "ar"),
    ("american", "en-US"),
    ("brazilian", "pt-BR"),
    ("british", "en-GB"),
    ("bulgarian", "bg"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hungarian", "hu"),
    ("indonesian", "id"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("ngerman", "de"),
    ("norsk", "nb"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("vietnamese", "vi"),
];

/// The code of a language: `en-US` for `en_US`, `EN-us` or babel's `american`.
pub(super) fn language(text: &str) -> String {
    let name = text.trim().to_lowercase();
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return (*code).to_owned();
    }
    let code = text.trim().replace('_', "-");
    match code.split_once('-') {
        Some((primary, rest)) => format!("{}-{rest}", primary.to_lowercase()),
        None => code.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_id() {
        for (text, id) in [
            ("smithClock2024", "smithclock2024"),
            ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
            ("People’s Daily (Online)", "peoples-daily-online"),
            ("Правда", ""),
            ("gazette-clock", "gazette-clock"),
            ("  --a  b-- ", "a-b"),
        ] {
            assert_eq!(kebab(text), id);
        }
        let sentence = "The county pays for half of the repair of the roof of the library.";
        assert_eq!(
            sentence_id(sentence),
            "the-county-pays-for-half-of-the-repair"
        );
        assert_eq!(sentence_id("It came in"), "it-came-in");
        let long = kebab(&"word ".repeat(30));
        assert!(long.len() <= LONGEST && long.ends_with("word"), "{long}");
    }

    #[test]
    fn a_language_has_a_code() {
        for (text, code) in [
            ("en_US", "en-US"),
            ("EN", "en"),
            ("ngerman", "de"),
            ("pt-BR", "pt-BR"),
        ] {
            assert_eq!(language(text), code);
        }
    }
}
