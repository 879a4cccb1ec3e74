//! A source in the style of a manual, as its CSL style has it (`build.rs` puts styles and locales in).
//!
//! Each reference is made alone, so that it says the same wherever it stands. What hayagriva gets wrong and
//! what CSL cannot say is corrected in `fixups`.

mod pieces;
mod fixups;

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use once_cell::sync::Lazy;
use serde_json::json;

use super::{item, plain};
use crate::facts::date::{Point, Shape};
use crate::facts::{Lang, Source};
use crate::phrases::Words;
use pieces::Pieces;

macro_rules! included {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json"))
    };
}

static LOCALES: Lazy<Vec<Locale>> =
    Lazy::new(|| serde_json::from_str(included!("locales")).unwrap_or_default());
static APA: Lazy<Option<IndependentStyle>> = Lazy::new(|| independent(included!("apa")));
static CHICAGO: Lazy<Option<IndependentStyle>> = Lazy::new(|| independent(included!("chicago")));
static MLA: Lazy<Option<IndependentStyle>> = Lazy::new(|| independent(included!("mla")));
static VANCOUVER: Lazy<Option<IndependentStyle>> =
    Lazy::new(|| independent(included!("vancouver")));
static IEEE: Lazy<Option<IndependentStyle>> = Lazy::new(|| independent(included!("ieee")));

/// A style with a manual. Its data is inside the program; a test sees that it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manual {
    Apa,
    Chicago,
    Mla,
    Vancouver,
    Ieee,
}

impl Manual {
    /// Whether its bibliographies are in alphabetical order.
    pub(super) fn sorts(self) -> bool {
        matches!(self, Self::Apa | Self::Chicago | Self::Mla)
    }

    fn style(self) -> Option<&'static IndependentStyle> {
        let style = match self {
            Self::Apa => &APA,
            Self::Chicago => &CHICAGO,
            Self::Mla => &MLA,
            Self::Vancouver => &VANCOUVER,
            Self::Ieee => &IEEE,
        };
        style.as_ref()
    }

    /// The type as which a source is set.
    ///
    /// Without an author Chicago begins with the newspaper, and hayagriva then takes the article for a book or
    /// leaves it out; as a web page it comes right. Vancouver and IEEE give of some dates the year only or
    /// nothing; as an article in a newspaper online such a source keeps its date. MLA takes a broadcast for a
    /// whole programme; as a web page it is part of one, its title in quotation marks.
    fn type_of(self, source: &Source) -> &str {
        let csl_type = item::type_of(source);
        let page = csl_type == WEBPAGE || csl_type.starts_with("post");
        let in_a_whole = csl_type.starts_with("article") || csl_type.starts_with("entry");
        match self {
            Self::Chicago if in_a_whole || csl_type == "broadcast" => WEBPAGE,
            Self::Mla if csl_type == "broadcast" => WEBPAGE,
            Self::Vancouver if page || ["broadcast", "interview"].contains(&csl_type) => ARTICLE,
            Self::Ieee if page => ARTICLE,
            _ => csl_type,
        }
    }
}

/// The type with which every style gives the whole date.
const ARTICLE: &str = "article-newspaper";

/// The type with which no style loses anything.
const WEBPAGE: &str = "webpage";

fn independent(text: &str) -> Option<IndependentStyle> {
    match serde_json::from_str(text).ok()? {
        Style::Independent(style) => Some(style),
        Style::Dependent(_) => None,
    }
}

/// The reference in a style; `at` counts from 0 and becomes its number. The bot's own sentence stands in
/// where a style would lose the title, the publisher or the address.
pub(super) fn entry(source: &Source, manual: Manual, words: &Words, at: usize) -> String {
    let types = [manual.type_of(source), WEBPAGE];
    let mut drawn = types
        .into_iter()
        .filter_map(|csl_type| draw(source, csl_type, manual, words.lang(), at))
        .filter_map(|drawn| drawn.finish(source, words.lang()));
    drawn.next().unwrap_or_else(|| plain::entry(source, words))
}

/// Sets a source, its date at its own precision.
fn draw(source: &Source, csl_type: &str, manual: Manual, lang: Lang, at: usize) -> Option<Pieces> {
    let style = manual.style()?;
    let one = |point| set(&dated(source, csl_type, point)?, style, lang, at);
    let mut drawn = one(source.issued.as_ref().map(|issued| first(issued.shape())))?;
    match source.issued.as_ref().map(|issued| issued.shape()) {
        Some(Shape::Span(_, to)) => drawn.until(&one(Some(to))?),
        Some(Shape::Since(_)) => drawn.since(),
        Some(Shape::Until(_)) => drawn.before(),
        Some(Shape::At(_)) | None => {}
    }
    Some(drawn)
}

fn first(shape: Shape) -> Point {
    match shape {
        Shape::At(point) | Shape::Span(point, _) | Shape::Since(point) | Shape::Until(point) => {
            point
        }
    }
}

/// The item for hayagriva, which knows no spans: issued at one point, and read in a year by which the day
/// can be told from the date of publication (`pieces`).
fn dated(source: &Source, csl_type: &str, issued: Option<Point>) -> Option<Item> {
    let mut item = item::item(source, csl_type);
    if let Some(point) = issued {
        let parts = item::parts(point);
        item.insert("issued".into(), json!({ "date-parts": [parts] }));
    }
    if let Some(read) = source.accessed {
        let accessed = json!({ "date-parts": [[pieces::YEAR_READ, read.month, read.day]] });
        item.insert("accessed".into(), accessed);
    }
    serde_json::from_value(item.into()).ok()
}

/// Sets one item as an entry of a bibliography.
fn set(item: &Item, style: &IndependentStyle, lang: Lang, at: usize) -> Option<Pieces> {
    let locale = Some(LocaleCode(locale(lang).to_owned()));
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
    Some(Pieces::of(item.first_field.as_ref(), &item.content))
}

fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-US",
        Lang::Id => "id-ID",
    }
}
