//! A source in the style of a manual, as its CSL style defines it (`build.rs` includes styles and locales).
//!
//! hayagriva renders each reference alone, so that it does not depend on its neighbours. Title and publisher go
//! through hayagriva as placeholders, so that they appear exactly as in the fact file: a style's rules for
//! capitals would turn "N.Harbour" into "n.harbour". `pieces` handles dates, `fixups` corrects the rest.

mod fixups;
mod pieces;
mod spans;

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use once_cell::sync::Lazy;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::item;
use super::style::Style;
use crate::facts::date::{Point, Shape};
use crate::facts::vocabulary::Basis;
use crate::facts::{Author, Lang, Source};
use pieces::Pieces;

/// A style or the locales, as `build.rs` compressed them.
macro_rules! included {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".json.z"))
    };
}

static LOCALES: Lazy<Vec<Locale>> =
    Lazy::new(|| unpacked(included!("locales")).unwrap_or_default());

/// The CSL style of each manual; a test checks that all of them can be parsed.
static STYLES: [(Style, Lazy<Option<IndependentStyle>>); 5] = [
    (Style::Apa, Lazy::new(|| independent(included!("apa")))),
    (
        Style::Chicago,
        Lazy::new(|| independent(included!("chicago"))),
    ),
    (Style::Mla, Lazy::new(|| independent(included!("mla")))),
    (
        Style::Vancouver,
        Lazy::new(|| independent(included!("vancouver"))),
    ),
    (Style::Ieee, Lazy::new(|| independent(included!("ieee")))),
];

/// The CSL type for which every style prints the full date.
const ARTICLE: &str = "article-newspaper";

/// The CSL type for which no style loses anything.
const WEBPAGE: &str = "webpage";

/// What compressed JSON says.
fn unpacked<T: DeserializeOwned>(compressed: &[u8]) -> Option<T> {
    let mut json = Vec::new();
    ZlibDecoder::new(compressed).read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}

fn independent(compressed: &[u8]) -> Option<IndependentStyle> {
    match unpacked(compressed)? {
        citationberg::Style::Independent(style) => Some(style),
        citationberg::Style::Dependent(_) => None,
    }
}

/// The CSL type that a style renders a source as.
///
/// Chicago begins with the newspaper if there is no author, and hayagriva then treats the article as a book or
/// omits it; a web page is rendered correctly. Vancouver and IEEE print only the year of some dates, or nothing;
/// for an online newspaper article they print the date. MLA treats a broadcast as a whole programme; a web page
/// is part of a whole, with its title in quotation marks.
fn type_in(style: Style, source: &Source) -> &str {
    let csl_type = item::type_of(source);
    let page = csl_type == WEBPAGE || csl_type.starts_with("post");
    let in_a_whole = csl_type.starts_with("article") || csl_type.starts_with("entry");
    match style {
        Style::Chicago if in_a_whole || csl_type == "broadcast" => WEBPAGE,
        Style::Mla if csl_type == "broadcast" => WEBPAGE,
        Style::Vancouver if page || ["broadcast", "interview"].contains(&csl_type) => ARTICLE,
        Style::Ieee if page => ARTICLE,
        _ => csl_type,
    }
}

/// The CSL type that a style renders a web page as.
fn page_in(style: Style) -> &'static str {
    match style {
        Style::Vancouver | Style::Ieee => ARTICLE,
        _ => WEBPAGE,
    }
}

/// The reference in a style: the number that the style prints before it, if any, and the text. `at` is the
/// position, from 0. `None` if the style has no manual, or would lose the first author, the title, the publisher, the date or the address.
pub(super) fn entry(
    source: &Source,
    style: Style,
    lang: Lang,
    at: usize,
) -> Option<(Option<String>, String)> {
    let (_, csl) = STYLES.iter().find(|(one, _)| *one == style)?;
    let csl = csl.as_ref()?;
    [type_in(style, source), page_in(style), WEBPAGE]
        .into_iter()
        .find_map(|csl_type| {
            let mut pieces = dated(source, |point| {
                render(&item(source, csl_type, point)?, source, csl, lang, at)
            })?;
            if source.issued.is_some() && pieces.dates_mut().next().is_none() {
                return None;
            }
            let text = fixups::apply(&pieces.text(), source)?;
            Some((pieces.number, text))
        })
}

/// Renders a source with its date at full precision: hayagriva has no spans and no open ends, CSL has no
/// uncertain dates. `render` returns the pieces for one point in time.
fn dated(source: &Source, render: impl Fn(Option<Point>) -> Option<Pieces>) -> Option<Pieces> {
    let Some(shape) = source.issued.as_ref().map(|issued| issued.shape()) else {
        return render(None);
    };
    let (first, last) = shape.ends();
    let mut pieces = render(Some(first))?;
    let mut last = match last {
        Some(last) => Some(render(Some(last))?),
        None => None,
    };
    let mut ends = last.iter_mut().flat_map(Pieces::dates_mut);
    let doubtful = shape.is_doubtful();
    for date in pieces.dates_mut() {
        match (shape, ends.next()) {
            (Shape::Span(from, to), Some(end)) if end != date => {
                *date = spans::joined(date, end, (from, to));
            }
            (Shape::Since(_), _) => date.push('–'),
            (Shape::Until(_), _) => date.insert(0, '–'),
            _ => {}
        }
        if doubtful {
            date.push('?');
        }
        if doubtful || source.issued_basis == Basis::Inferred {
            *date = format!("[{date}]");
        }
    }
    Some(pieces)
}

/// The item for hayagriva: title and publisher as placeholders, one point as the date of publication, and a
/// special year of access that tells the two dates apart.
fn item(source: &Source, csl_type: &str, issued: Option<Point>) -> Option<Item> {
    let masked = Source {
        title: fixups::TITLE.into(),
        title_own: true,
        publisher: fixups::PUBLISHER.into(),
        ..source.clone()
    };
    let mut item = item::item(&masked, csl_type);
    if let Some(point) = issued {
        let issued = json!({ "date-parts": [item::parts(point)] });
        item.insert("issued".into(), issued);
    }
    if !source.authors.is_empty() {
        let authors: Vec<Value> = source.authors.iter().map(name).collect();
        item.insert("author".into(), authors.into());
    }
    if let Some(read) = source.accessed {
        let accessed = json!({ "date-parts": [[pieces::YEAR_READ, read.month, read.day]] });
        item.insert("accessed".into(), accessed);
    }
    serde_json::from_value(item.into()).ok()
}

/// An author for hayagriva. It is told to leave a family name of several words whole, and a name that styles do not
/// take apart stands as it is.
fn name(author: &Author) -> Value {
    let Some((family, given)) = author.parts() else {
        return json!({ "literal": author.to_string() });
    };
    match family.split_once(' ') {
        Some((first, rest)) => {
            json!({ "non-dropping-particle": first, "family": rest, "given": given })
        }
        None => json!({ "family": family, "given": given }),
    }
}

/// Renders one item as an entry of a bibliography.
fn render(
    item: &Item,
    source: &Source,
    style: &IndependentStyle,
    lang: Lang,
    at: usize,
) -> Option<Pieces> {
    let own = LOCALES.iter().filter_map(|locale| locale.lang.as_ref());
    let own = own.clone().find(|code| lang.is(&code.0));
    let locale = own
        .cloned()
        .or_else(|| Some(LocaleCode("en-US".to_owned())));
    let cited = vec![CitationItem::with_entry(item)];
    let mut driver = BibliographyDriver::new().with_citation_number_offset(at);
    driver.citation(CitationRequest::new(
        cited,
        style,
        locale.clone(),
        &LOCALES,
        None,
    ));
    let rendered = driver.finish(BibliographyRequest::new(style, locale, &LOCALES));
    let item = rendered.bibliography?.items.pop()?;
    let mut pieces = Pieces::new(&item, source.accessed);
    if lang.is("id") {
        pieces.dates_mut().for_each(fixups::day_first);
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::tests::{MANUALS, one, online};

    #[test]
    fn nothing_stands_twice_after_a_title_that_ends_in_a_sign() {
        let mut source = online();
        for (title, bad) in [
            ("Is it so?", "?."),
            ("To end Tues.", ".."),
            ("It is so!", "!."),
        ] {
            source.title = title.into();
            for style in MANUALS {
                let text = one(&source, style, Lang::Id);
                assert!(
                    text.contains(title.trim_end_matches('.')) && !text.contains(bad),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn an_english_date_is_in_the_order_of_its_manual_and_an_indonesian_one_begins_with_the_day() {
        let mut undated = online();
        undated.issued = None;
        let mut spanned = online();
        spanned.issued = "2023-10-08/2023-10-13".parse().ok();
        for (source, style, english, indonesian) in [
            (
                &undated,
                Style::Apa,
                "Retrieved November 23, 2026, from",
                "Diambil 23 November 2026, dari",
            ),
            (
                &spanned,
                Style::Apa,
                "(2023, October 8–13)",
                "(2023, 8–13 Oktober)",
            ),
            (
                &online(),
                Style::Chicago,
                " October 18, 2023.",
                " 18 Oktober 2023.",
            ),
            (&online(), Style::Mla, " 18 Oct. 2023,", " 18 Oktober 2023,"),
            (
                &online(),
                Style::Ieee,
                " Oct. 18, 2023.",
                " 18 Oktober 2023.",
            ),
        ] {
            for (lang, date) in [(Lang::En, english), (Lang::Id, indonesian)] {
                let text = one(source, style, lang);
                assert!(text.contains(date), "{text}");
            }
        }
    }

    #[test]
    fn a_genre_stands_right_behind_the_title() {
        let mut source = online();
        source.csl_type = "broadcast".into();
        let text = one(&source, Style::Apa, Lang::En);
        let start = "Port says so [Broadcast]. (2023, October 18). Port Log. https";
        assert!(text.starts_with(start), "{text}");
        source.csl_type = "interview".into();
        source.title = "Is it so?".into();
        source.issued_basis = Basis::Inferred;
        let text = one(&source, Style::Apa, Lang::Id);
        let start = "Is it so? [Wawancara]. ([2023, 18 Oktober]). Port Log. https";
        assert!(text.starts_with(start), "{text}");
    }

    #[test]
    fn mla_quotes_the_title_of_a_broadcast_within_a_programme() {
        let mut source = online();
        source.csl_type = "broadcast".into();
        let text = one(&source, Style::Mla, Lang::En);
        assert!(text.starts_with("“Port says so.” Port Log, 18 Oct. 2023, "));
    }

    #[test]
    fn a_treaty_is_cited_as_the_page_that_prints_it() {
        let mut treaty = online();
        treaty.csl_type = "treaty".into();
        let mut page = online();
        page.csl_type = "webpage".into();
        for style in Style::ALL {
            assert_eq!(one(&treaty, style, Lang::En), one(&page, style, Lang::En));
        }
        let text = one(&treaty, Style::Apa, Lang::En);
        assert!(text.starts_with("Port says so. (2023, October 18). Port Log. "));
    }
}
