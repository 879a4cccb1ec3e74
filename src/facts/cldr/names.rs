//! What languages and countries are called in a language.

use icu_locale::names::{LanguageIdentifierDisplayName, RegionDisplayName};
use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale};
use writeable::{TryWriteable, Writeable};

use crate::facts::Lang;
use crate::facts::invisible::seen;

/// The name of a language in the language of a locale; `None` if it has none there.
pub(in crate::facts) fn language_name(tag: &str, locale: &Locale) -> Option<String> {
    let id: LanguageIdentifier = tag.parse().ok()?;
    let name = LanguageIdentifierDisplayName::try_new_heavy(locale.into(), id, <_>::default());
    let name = name.ok()?;
    let written = name.as_borrowed();
    Some(seen(&written.try_write_to_string().ok()?))
}

/// The names of countries in a language.
pub fn countries(lang: Lang) -> Vec<String> {
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let regions = codes.filter_map(|code| code.parse::<Region>().ok());
    let named = regions.filter_map(|region| {
        let name = RegionDisplayName::try_new_light((&lang.locale()).into(), region).ok()?;
        Some(seen(&name.write_to_string()))
    });
    named.collect()
}
