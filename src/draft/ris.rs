//! Items from RIS: one tag to a line, from `TY` to `ER`.

use std::ops::Range;

use super::item::{Found, Item, Name};
use super::original::{Original, Place};
use crate::facts::problem::Problem;

/// A tag, its text and where that stands.
type Tag = (String, Found);

/// The items of a text; reports what stands outside of them and those that do not end.
pub(super) fn items(original: &Original, problems: &mut Vec<Problem>) -> Vec<Item> {
    let (mut items, mut tags) = (Vec::new(), Vec::<Tag>::new());
    let mut at = 0;
    for line in original.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let text = line.trim_end();
        let place = Place {
            span: start..start + text.len(),
            label: "".into(),
        };
        match tag(text) {
            Some((name, value)) => {
                let from = start + text.len() - value.len();
                if name == "TY" && !tags.is_empty() {
                    let help = "end each item with a line ER  - .";
                    problems.push(original.warning(
                        &place,
                        "the item before this one does not end",
                        help,
                    ));
                    items.extend(item(&std::mem::take(&mut tags)));
                }
                match name {
                    "ER" => items.extend(item(&std::mem::take(&mut tags))),
                    name => tags.push((
                        name.to_owned(),
                        (value.trim().to_owned(), from..start + text.len()),
                    )),
                }
            }
            // Some programs number the items.
            None if text.trim().is_empty() || is_number(text) && tags.is_empty() => {}
            // A long text goes on in the next line.
            None => match tags.last_mut() {
                Some((_, (value, span))) => {
                    *value = format!("{value} {}", text.trim());
                    span.end = start + text.len();
                }
                None => {
                    let help = "an item begins with a line TY  - ….";
                    problems.push(original.warning(&place, "this line belongs to no item", help));
                }
            },
        }
    }
    if let (Some((_, (_, span))), false) = (tags.first(), tags.is_empty()) {
        let place = Place {
            span: span.clone(),
            label: "".into(),
        };
        let help = "end it with a line ER  - .";
        problems.push(original.warning(&place, "this item does not end", help));
        items.extend(item(&tags));
    }
    items
}

/// Whether a line is a number with a full stop.
fn is_number(line: &str) -> bool {
    let digits = line.trim().strip_suffix('.');
    digits.is_some_and(|digits| digits.chars().all(|one| one.is_ascii_digit()))
}

/// The tag of a line and what stands behind it.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_at_checked(2)?;
    let mut letters = name.chars();
    let is_tag = letters.next().is_some_and(|one| one.is_ascii_uppercase())
        && letters.all(|one| one.is_ascii_uppercase() || one.is_ascii_digit());
    let value = rest.trim_start().strip_prefix('-')?;
    (is_tag && rest.starts_with(' ')).then_some((name, value.trim_start()))
}

fn item(tags: &[Tag]) -> Option<Item> {
    let first = |names: &[&str]| {
        let of = |name: &&str| {
            tags.iter()
                .find(|(tag, (text, _))| tag == name && !text.is_empty())
        };
        names.iter().find_map(of).map(|(_, found)| found.clone())
    };
    let span: Range<usize> = tags.first()?.1.1.start..tags.last()?.1.1.end;
    let id = first(&["ID"]);
    let label = id
        .as_ref()
        .or(first(&["TI", "T1"]).as_ref())
        .map_or(String::new(), |(id, _)| {
            format!("item {}", id.chars().take(40).collect::<String>())
        });
    let mut item = Item::new(Place {
        span,
        label: label.into(),
    });
    item.csl_type = first(&["TY"]).map(|(name, span)| (csl_type(&name).to_owned(), span));
    item.title = first(&["TI", "T1", "CT"]);
    item.publisher = first(&["T2", "JF", "JO", "BT", "JA", "J2", "PB"]);
    item.issued = first(&["DA", "PY", "Y1"]).map(|(text, span)| (date(&text), span));
    item.accessed = first(&["Y2"]).map(|(text, span)| (date(&text), span));
    item.url = first(&["UR"]).or_else(|| {
        let (doi, span) = first(&["DO"])?;
        Some((format!("https://doi.org/{doi}"), span))
    });
    item.language = first(&["LA"]);
    let authors = tags
        .iter()
        .filter(|(tag, _)| ["AU", "A1"].contains(&tag.as_str()));
    item.authors = authors
        .map(|(_, (text, span))| (name(text), span.clone()))
        .collect();
    item.id = id;
    Some(item)
}

/// `Family, Given, Suffix`; without a comma it is one name.
fn name(text: &str) -> Name {
    match text.split_once(',') {
        Some((family, given)) => {
            let given = given.replace(',', "");
            Name::Person(family.trim().to_owned(), given.trim().to_owned())
        }
        None => Name::whole(text),
    }
}

/// `YYYY/MM/DD/other` as EDTF, as far as it goes.
fn date(text: &str) -> String {
    let digits = |part: &&str| !part.is_empty() && part.chars().all(|one| one.is_ascii_digit());
    let parts: Vec<&str> = text.split(['/', '-']).take(3).take_while(digits).collect();
    match parts.first() {
        Some(year) if year.len() == 4 => {
            let rest = parts.iter().skip(1).map(|part| format!("-{part:0>2}"));
            format!("{year}{}", rest.collect::<String>())
        }
        _ => text.to_owned(),
    }
}

/// The CSL type of a reference type.
fn csl_type(name: &str) -> &'static str {
    match name {
        "ABST" | "JOUR" | "EJOUR" | "INPR" => "article-journal",
        "MGZN" => "article-magazine",
        "NEWS" => "article-newspaper",
        "BILL" => "bill",
        "BOOK" | "EBOOK" | "EDBOOK" | "CLSWK" | "CONF" => "book",
        "VIDEO" | "MPCT" => "motion_picture",
        "CHAP" | "ECHAP" => "chapter",
        "DATA" | "AGGR" | "DBASE" => "dataset",
        "DICT" => "entry-dictionary",
        "ENCYC" => "entry-encyclopedia",
        "FIGURE" | "ART" => "graphic",
        "HEAR" => "hearing",
        "CASE" => "legal_case",
        "STAT" | "LEGAL" => "legislation",
        "MANSCPT" | "UNPB" => "manuscript",
        "MAP" => "map",
        "MUSIC" => "musical_score",
        "PAMP" => "pamphlet",
        "CPAPER" => "paper-conference",
        "PAT" => "patent",
        "JFULL" | "SER" => "periodical",
        "PCOMM" => "personal_communication",
        "BLOG" => "post-weblog",
        "RPRT" | "GOVDOC" => "report",
        "COMP" => "software",
        "SOUND" => "song",
        "STAND" => "standard",
        "THES" => "thesis",
        "ELEC" => "webpage",
        _ => "document",
    }
}
