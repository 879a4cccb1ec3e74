//! Reads topics, speakers, values and days as people write them.
//!
//! Names may be in any language and case; `unknown` answers input that it cannot read.

use once_cell::sync::Lazy;
use regex::Regex;

use crate::facts::date::{Date, Day, Shape};
use crate::facts::pattern::pattern;
use crate::facts::{Facts, Lang, Speaker, Topic};
use crate::phrases::Phrases;

static NUMBERS: Lazy<Regex> =
    Lazy::new(|| pattern(r"^(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})$"));

/// The topic with this id, alias or title.
pub(super) fn topic<'a>(facts: &'a Facts, name: &str) -> Option<&'a Topic> {
    let lower = name.to_lowercase();
    let same = |other: &str| other.to_lowercase() == lower;
    let by_name = || facts.topics.iter().find(|topic| names(topic).any(same));
    facts.topic(name).or_else(by_name).map(AsRef::as_ref)
}

/// The id, aliases and titles of a topic.
pub(super) fn names(topic: &Topic) -> impl Iterator<Item = &str> {
    let titles = Lang::ALL.map(|lang| topic.title.get(lang));
    let aliases = topic.aliases.iter().map(String::as_str);
    std::iter::once(&*topic.id).chain(aliases).chain(titles)
}

/// The speakers with this id, else with this name in any language, else with this alias.
pub(super) fn speakers<'a>(facts: &'a Facts, name: &str) -> Vec<&'a Speaker> {
    let name = name.trim().to_lowercase();
    let same = |other: &str| other.to_lowercase() == name;
    let called = |by: &dyn Fn(&Speaker) -> bool| -> Vec<&'a Speaker> {
        let speakers = facts.speakers.iter().map(AsRef::as_ref);
        speakers.filter(|speaker| by(speaker)).collect()
    };
    let ways: [&dyn Fn(&Speaker) -> bool; 3] = [
        &|speaker| same(&speaker.id),
        &|speaker| Lang::ALL.iter().any(|lang| same(speaker.name.get(*lang))),
        &|speaker| speaker.aliases.iter().any(|alias| same(alias)),
    ];
    let found = ways.into_iter().map(called);
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The first day of a day, month or year, as [`day`] reads it.
pub(super) fn first_day(text: &str) -> Option<Day> {
    let last = day(text)?;
    let date = text.trim().parse::<Date>().ok().or_else(|| in_words(text));
    date.and_then(|date| date.earliest()).or(Some(last))
}

/// The last day of a day, month or year. It may be written in EDTF, in words, or in numbers that can mean
/// one day only: `2024-10-18`, `2024`, `18 Oktober 2024`, `Oct 2024`, `18/10/2024`.
pub(super) fn day(text: &str) -> Option<Day> {
    let date = text.trim().parse::<Date>().ok();
    if let Some(date) = date.or_else(|| in_words(text)) {
        return at(&date);
    }
    match readings(text).as_slice() {
        [day] => Some(*day),
        _ => None,
    }
}

/// The last day of one point in time; `None` for a span of days, for which no single day is meant.
fn at(date: &Date) -> Option<Day> {
    let day = match date.shape() {
        Shape::At(_) => date.latest(),
        Shape::Span(..) | Shape::Since(_) | Shape::Until(_) => None,
    };
    day.filter(|day| (1..=9999).contains(&day.year))
}

/// Every day that three numbers may mean, first read as day and month, then as month and day: `18/10/2024`,
/// `10.18.2024`. Numbers such as `03/04/2024` give two days.
pub(super) fn readings(text: &str) -> Vec<Day> {
    let found = NUMBERS.captures(text.trim());
    let Some((_, [first, second, year])) = found.map(|found| found.extract()) else {
        return Vec::new();
    };
    let read = |day: &str, month: &str| {
        let date = format!("{year}-{month:0>2}-{day:0>2}").parse().ok()?;
        at(&date)
    };
    let mut days: Vec<Day> = [read(first, second), read(second, first)]
        .into_iter()
        .flatten()
        .collect();
    days.dedup();
    days
}

/// `18 October 2024`, `October 18, 2024`, `Okt 2024`: a month's name in any language, and numbers.
fn in_words(text: &str) -> Option<Date> {
    let (mut day, mut month, mut year) = (None, None, None);
    for word in text
        .split([' ', ',', '.', '/', '-'])
        .filter(|word| !word.is_empty())
    {
        match word.parse::<u16>() {
            Ok(number @ 1..=31) if day.is_none() => day = Some(number),
            Ok(number @ 1000..=9999) if year.is_none() => year = Some(number),
            Ok(_) => return None,
            Err(_) if month.is_none() => month = Some(month_named(word)?),
            Err(_) => return None,
        }
    }
    match (year?, month?, day) {
        (year, month, Some(day)) => format!("{year}-{month:02}-{day:02}").parse().ok(),
        (year, month, None) => format!("{year}-{month:02}").parse().ok(),
    }
}

/// The month, 1 to 12, of a name or its first three letters or more.
fn month_named(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let named = |lang: Lang, month: usize| {
        let name = Phrases::of(lang)
            .text(&format!("month-{month}"))
            .to_lowercase();
        word.chars().count() >= 3 && name.starts_with(&word)
    };
    (1..=12).find(|month| Lang::ALL.iter().any(|lang| named(*lang, *month)))
}

/// The value with this name or label, in any language and case.
pub(super) fn value<T: Copy + Into<&'static str>>(
    typed: &str,
    values: &[T],
    label: impl Fn(T, Lang) -> String,
) -> Option<T> {
    let typed = typed.trim().to_lowercase();
    let same = |name: &str| name.to_lowercase() == typed;
    let named =
        |value: T| same(value.into()) || Lang::ALL.iter().any(|lang| same(&label(value, *lang)));
    values.iter().copied().find(|value| named(*value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(
            day(text).map(|day| day.to_string()).as_deref(),
            expected,
            "{text}"
        );
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        check("2024-10-18", Some("2024-10-18"));
        check("2024-10", Some("2024-10-31"));
        check("2024", Some("2024-12-31"));
        check("18 Oktober 2024", Some("2024-10-18"));
        check("October 18, 2024", Some("2024-10-18"));
        check("agu 2024", Some("2024-08-31"));
        check("2024-02-30", None);
        check("next week", None);
        check("18", None);
        check("", None);
    }

    #[test]
    fn numbers_are_read_where_only_one_day_can_be_meant() {
        for text in ["18-10-2024", "18/10/2024", "18.10.2024", "10/18/2024"] {
            check(text, Some("2024-10-18"));
        }
        check("5/5/2024", Some("2024-05-05"));
        check("03/04/2024", None);
        let both: Vec<String> = readings("03/04/2024").iter().map(Day::to_string).collect();
        assert_eq!(both, ["2024-04-03", "2024-03-04"]);
        check("31/02/2024", None);
        check("18/10/24", None);
    }

    #[test]
    fn a_day_is_one_point_in_the_years_from_1_to_9999() {
        check("2024-10-08/2024-10-13", None);
        check("2024-10-08/..", None);
        check("0001", Some("0001-12-31"));
        check("9999", Some("9999-12-31"));
        for text in ["0000", "-0044", "Y17000000002", "01/01/0000"] {
            check(text, None);
        }
    }
}
