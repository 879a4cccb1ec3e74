//! Languages as BCP 47 tags, those of a dossier, and a text in each of them.

use icu_locale::{Locale, subtags::Script};
use icu_locale::{LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use serde::{Serialize, Serializer};
use tinystr::TinyAsciiStr;

/// The longest tag of language, script and region: `mis-Latn-419`.
const LONGEST: usize = 12;

/// A language: the canonical BCP 47 tag of a language, perhaps with a script and a region, such as `en` or `pt-BR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(TinyAsciiStr<LONGEST>);

#[allow(
    non_upper_case_globals,
    reason = "they are used as the languages of an enumeration"
)]
impl Lang {
    /// English, in which the bot has all its words.
    pub const En: Self = Self(tinystr::tinystr!(12, "en"));
    /// Indonesian, whose word forms the search knows.
    pub const Id: Self = Self(tinystr::tinystr!(12, "id"));
}

impl Lang {
    /// The language of a tag or locale such as `id`, `en-GB` or `pt_BR.UTF-8`; `None` if it is none.
    pub fn of(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next()?;
        if tag.len() > 3 * LONGEST {
            return None;
        }
        let mut locale: Locale = tag.replace('_', "-").parse().ok()?;
        LocaleCanonicalizer::new_common().canonicalize(&mut locale);
        let id = locale.id;
        if id.language.is_unknown() || id.language.as_str().len() > 3 {
            return None;
        }
        let mut tag = id.language.as_str().to_owned();
        for part in [
            id.script.as_ref().map(Script::as_str),
            id.region.as_ref().map(|region| region.as_str()),
        ] {
            tag.extend(part.map(|part| format!("-{part}")));
        }
        tag.parse().ok().map(Self)
    }

    /// Its BCP 47 tag.
    pub fn code(&self) -> &str {
        self.0.as_str()
    }

    /// The language without script and region.
    pub fn primary(&self) -> &str {
        primary(self.code())
    }

    /// Whether a tag names this language, whatever its script and region.
    pub fn is(&self, tag: &str) -> bool {
        primary(tag).eq_ignore_ascii_case(self.primary())
    }

    /// Its tag for ICU.
    pub fn locale(&self) -> Locale {
        self.code().parse().unwrap_or(Locale::UNKNOWN)
    }

    /// The script in which it is mostly written.
    pub fn script(&self) -> Option<Script> {
        let mut id = self.locale().id;
        LocaleExpander::new_extended().maximize(&mut id);
        id.script
    }

    /// The language and the region that it is most likely of, as in `id-ID`.
    pub fn in_a_region(&self, between: &str) -> String {
        let mut id = self.locale().id;
        LocaleExpander::new_extended().maximize(&mut id);
        match id.region {
            Some(region) => format!("{}{between}{region}", id.language),
            None => id.language.to_string(),
        }
    }

    /// The direction in which it is written.
    pub fn direction(&self) -> Direction {
        match LocaleDirectionality::new_extended().is_right_to_left(&self.locale().id) {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        }
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The direction of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As Latin is written.
    LeftToRight,
    /// As Arabic and Hebrew are written.
    RightToLeft,
}

impl Direction {
    /// As HTML's `dir` has it, where that is not the default.
    pub fn if_turned(self) -> Option<&'static str> {
        (self == Self::RightToLeft).then_some(self.html())
    }

    /// As HTML's `dir` has it.
    pub fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// The languages of a dossier, the default first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Languages(pub(super) Vec<Lang>);

impl Languages {
    /// The default, in which an answer is if nobody wants another.
    pub fn first(&self) -> Lang {
        self.0.first().copied().unwrap_or(Lang::En)
    }

    /// Each of them, the default first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Lang> + Clone + use<'_> {
        self.0.iter().copied()
    }

    /// Adds those of others that are not among them yet.
    pub(super) fn add(&mut self, others: &Self) {
        let new = others.iter().filter(|lang| !self.0.contains(lang));
        let new: Vec<Lang> = new.collect();
        self.0.extend(new);
    }

    /// Whether there is more than one.
    pub fn several(&self) -> bool {
        self.0.len() > 1
    }

    /// All but one of them.
    pub fn others(&self, lang: Lang) -> impl Iterator<Item = Lang> + Clone + use<'_> {
        self.iter().filter(move |other| *other != lang)
    }

    /// The one that a tag or locale such as `en-GB` means: this one, else the same language in the same script, else the
    /// same language.
    pub fn spoken(&self, tag: &str) -> Option<Lang> {
        let exact = self
            .iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(tag));
        exact.or_else(|| {
            let same = || self.iter().filter(|lang| lang.is(tag));
            let script = || Lang::of(tag).and_then(|lang| lang.script());
            match same().nth(1) {
                Some(_) => {
                    let wanted = script();
                    same()
                        .find(|lang| lang.script() == wanted)
                        .or(same().next())
                }
                None => same().next(),
            }
        })
    }

    /// The nearest to a language that somebody wants: it or one like it, else the default.
    pub fn nearest(&self, wanted: Lang) -> Lang {
        self.spoken(wanted.code()).unwrap_or(self.first())
    }
}

/// A text in every language of the dossier, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub(crate) Vec<(Lang, String)>);

impl Text {
    /// The text in a language, or in the first language that has one.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.0.iter().find(|(other, _)| *other == lang);
        own.or(self.0.first()).map_or("", |(_, text)| text)
    }

    /// The text in each language.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }

    /// The texts, without their languages.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// The text in the default language.
    pub fn first(&self) -> &str {
        self.each().next().unwrap_or_default()
    }

    /// The languages that it is in.
    pub fn languages(&self) -> Languages {
        Languages(self.0.iter().map(|(lang, _)| *lang).collect())
    }

    /// The language in which it is by default.
    pub fn default_lang(&self) -> Lang {
        self.languages().first()
    }

    /// Whether every language lacks a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Lang, String)> for Text {
    fn from_iter<T: IntoIterator<Item = (Lang, String)>>(texts: T) -> Self {
        Self(texts.into_iter().collect())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(tag: &str) -> Option<String> {
        Lang::of(tag).map(|lang| lang.code().to_owned())
    }

    #[test]
    fn a_tag_is_made_canonical() {
        for (tag, canonical) in [
            ("en", "en"),
            ("EN-gb", "en-GB"),
            ("pt_BR.UTF-8", "pt-BR"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("iw", "he"),
            ("eng", "en"),
        ] {
            assert_eq!(code(tag).as_deref(), Some(canonical));
        }
        for tag in ["", "C", "POSIX", "Korean", "und", "e n", "日本語"] {
            assert_eq!(code(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_locale_chooses_the_nearest_language_of_the_dossier() {
        let tags = ["fr", "zh-Hans", "zh-Hant", "pt-BR"];
        let all = Languages(tags.iter().filter_map(|tag| Lang::of(tag)).collect());
        for (tag, nearest) in [
            ("fr-CA", Some("fr")),
            ("zh-TW", Some("zh-Hant")),
            ("zh-CN", Some("zh-Hans")),
            ("pt", Some("pt-BR")),
            ("en-GB", None),
        ] {
            let spoken = all.spoken(tag).map(|lang| lang.code().to_owned());
            assert_eq!(spoken.as_deref(), nearest, "{tag}");
        }
        assert_eq!(all.nearest(Lang::En).code(), "fr");
    }

    #[test]
    fn a_language_has_a_direction() {
        for (tag, direction) in [
            ("ar", Direction::RightToLeft),
            ("he", Direction::RightToLeft),
            ("az-Arab", Direction::RightToLeft),
            ("az", Direction::LeftToRight),
            ("id", Direction::LeftToRight),
        ] {
            assert_eq!(Lang::of(tag).unwrap().direction(), direction, "{tag}");
        }
    }
}
