//! The words of the bot in each language that has a folder of Fluent files under `data/phrases`.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use once_cell::sync::{Lazy, OnceCell};

use crate::facts::Lang;

/// The content of each language's Fluent files, by its tag.
const FILES: &[(&str, &[&str])] = &include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The languages in which the bot has words.
pub static LANGUAGES: Lazy<Vec<Lang>> =
    Lazy::new(|| FILES.iter().filter_map(|(tag, _)| Lang::of(tag)).collect());

/// The words of each of them, once they are needed.
static WORDS: Lazy<Vec<(Lang, OnceCell<Words>)>> = Lazy::new(|| {
    LANGUAGES
        .iter()
        .map(|lang| (*lang, OnceCell::new()))
        .collect()
});

static NONE: Lazy<Words> = Lazy::new(|| words(Lang::En));

pub(super) type Words = FluentBundle<FluentResource>;

/// The content of a language's Fluent files; of the English ones, if it has none.
pub fn sources(lang: Lang) -> &'static [&'static str] {
    let own = worded(lang);
    let files = FILES.iter().find(|(tag, _)| *tag == own.code());
    files.map_or(&[], |(_, texts)| texts)
}

/// The language of the bot's words in a dossier of this language: the same, if it has any in it, otherwise English.
pub fn worded(lang: Lang) -> Lang {
    let exact = LANGUAGES.iter().find(|other| **other == lang);
    let own = exact.or_else(|| LANGUAGES.iter().find(|other| other.is(lang.code())));
    own.copied().unwrap_or(Lang::En)
}

/// The words for a dossier of this language.
pub(super) fn of(lang: Lang) -> &'static Words {
    let own = worded(lang);
    let found = WORDS.iter().find(|(other, _)| *other == own);
    found.map_or(&NONE, |(_, held)| held.get_or_init(|| words(own)))
}

fn words(lang: Lang) -> Words {
    let locale = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for text in sources(lang) {
        // A file with a mistake keeps its valid messages; a test rejects such a file.
        let resource = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(good, _)| good));
    }
    bundle
}
