//! A text in the locales of Discord's clients.

use std::collections::BTreeMap;

use super::limits::clip;
use crate::facts::{Lang, Languages, Text};

/// A text by Discord's locale.
pub type Localizations = BTreeMap<&'static str, String>;

/// Discord's locales.
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
];

/// A text in every language except the default, for those of Discord's locales that mean it.
pub(super) fn localizations(text: &Text, most: usize) -> Localizations {
    localized(text, &locales(&text.languages()), most)
}

/// The same for the locales of its languages.
pub(super) fn localized(
    text: &Text,
    locales: &[(&'static str, Lang)],
    most: usize,
) -> Localizations {
    let clipped = locales.iter();
    let clipped = clipped.map(|(locale, lang)| (*locale, clip(text.get(*lang), most)));
    clipped.filter(|(_, text)| !text.is_empty()).collect()
}

/// Discord's locales that mean one of some languages other than the default, each with that language.
pub(super) fn locales(languages: &Languages) -> Vec<(&'static str, Lang)> {
    let meant = LOCALES.into_iter().filter_map(|locale| {
        let lang = languages.spoken(locale)?;
        (lang != languages.first()).then_some((locale, lang))
    });
    meant.collect()
}
