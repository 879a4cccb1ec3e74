//! The languages that are known, which are those that have a name, and the nearest to one that is not.

use once_cell::sync::Lazy;

use super::Lang;
use super::cldr::language_name;
use super::nearest::nearest;

/// The least number of letters that are read as the name of a language.
const SHORTEST_NAME: usize = 4;

/// Each known language by its English and its own name.
static NAMES: Lazy<Vec<(String, Lang)>> = Lazy::new(|| {
    let letters = || ('a'..='z').map(String::from);
    let more = |begun: Vec<String>| {
        let all = begun.into_iter();
        all.flat_map(|begun| letters().map(move |letter| begun.clone() + &letter))
            .collect::<Vec<_>>()
    };
    let two = more(letters().collect());
    let three = more(two.clone());
    let mut names = Vec::new();
    for tag in two.into_iter().chain(three) {
        let Some(lang) = Lang::of(&tag).filter(|lang| lang.code() == tag) else {
            continue;
        };
        if let Some(english) = language_name(&tag, &Lang::En.locale()) {
            let own = language_name(&tag, &lang.locale());
            names.extend(own.map(|own| (own, lang)));
            names.push((english, lang));
        }
    }
    names
});

/// The language with exactly this tag.
///
/// # Errors
///
/// What to write instead.
pub fn known_language(tag: &str) -> Result<Lang, String> {
    let named = |lang: &Lang| language_name(lang.primary(), &Lang::En.locale()).is_some();
    match Lang::of(tag).filter(named) {
        Some(lang) if lang.code() == tag => Ok(lang),
        Some(lang) => Err(format!("write it as {}.", lang.code())),
        None => Err(match meant(tag) {
            Some((name, lang)) => format!("did you mean {}, which is {name}?", lang.code()),
            None => "write its short code (BCP 47), such as en, fr or pt-BR.".to_owned(),
        }),
    }
}

/// The language whose name is nearest to a part of what was written.
fn meant(tag: &str) -> Option<&'static (String, Lang)> {
    let parts = tag.split(|letter: char| !letter.is_alphabetic());
    let mut parts = parts.filter(|part| part.chars().count() >= SHORTEST_NAME);
    parts.find_map(|part| {
        let names = NAMES.iter().map(|(name, _)| name.as_str());
        let name = nearest(part, names, 1).first().copied()?;
        NAMES.iter().find(|(other, _)| other == name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_tag_and_meant_by_its_name() {
        assert_eq!(
            known_language("pt-BR").map(|lang| lang.code().to_owned()),
            Ok("pt-BR".to_owned())
        );
        for (tag, help) in [
            ("en-gb", "write it as en-GB."),
            ("eng", "write it as en."),
            ("xx-klingon", "did you mean tlh, which is Klingon?"),
            ("Francais", "did you mean fr, which is français?"),
            (
                "xx",
                "write its short code (BCP 47), such as en, fr or pt-BR.",
            ),
        ] {
            assert_eq!(known_language(tag), Err(help.to_owned()));
        }
    }
}
