//! The two ends of a span as one date: what they share is printed once, as in `8–13 Oct. 2023`.

use crate::facts::date::Point;

/// Both ends of a span of dates, each as a style prints it whole.
///
/// Ends in different years are printed whole, and ends in different months share their year only.
pub(super) fn joined(first: &str, last: &str, (from, to): (Point, Point)) -> String {
    let whole = format!("{first}–{last}");
    if from.year != to.year {
        return whole;
    }
    let year = from.year.to_string();
    let shared = |word: &str| from.month == to.month || word.contains(&year);
    let (mut first, mut last): (Vec<&str>, Vec<&str>) =
        (first.split(' ').collect(), last.split(' ').collect());
    let (mut before, mut after) = (Vec::new(), Vec::new());
    while let (Some(one), Some(other)) = (first.first(), last.first()) {
        if one != other || !shared(one) {
            break;
        }
        before.push(*one);
        first.remove(0);
        last.remove(0);
    }
    while let (Some(one), Some(other)) = (first.last(), last.last()) {
        if one != other || !shared(one) {
            break;
        }
        after.insert(0, *one);
        first.pop();
        last.pop();
    }
    if first.is_empty() || last.is_empty() {
        return whole;
    }
    let (first, last) = (first.join(" "), last.join(" "));
    let first = match after.is_empty() {
        true => first.as_str(),
        // The comma before the year stands once: October 8–13, 2023.
        false => first.trim_end_matches(','),
    };
    let between = format!("{first}–{last}");
    let words = before.into_iter().chain([between.as_str()]).chain(after);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::date::{Date, Shape};

    fn check(date: &str, first: &str, last: &str, expected: &str) {
        let Shape::Span(from, to) = date.parse::<Date>().unwrap().shape() else {
            panic!("{date} is not a span");
        };
        assert_eq!(joined(first, last, (from, to)), expected);
    }

    #[test]
    fn equal_parts_are_printed_once() {
        let days = "2023-10-08/2023-10-13";
        check(days, "8 Oct. 2023", "13 Oct. 2023", "8–13 Oct. 2023");
        check(
            days,
            "2023, October 8",
            "2023, October 13",
            "2023, October 8–13",
        );
        check(
            days,
            "October 8, 2023",
            "October 13, 2023",
            "October 8–13, 2023",
        );
        check(days, "2023 Oct 8", "2023 Oct 13", "2023 Oct 8–13");
        let months = "2023-08-03/2023-10-03";
        check(months, "3 Aug. 2023", "3 Oct. 2023", "3 Aug.–3 Oct. 2023");
        check(
            months,
            "August 3, 2023",
            "October 3, 2023",
            "August 3–October 3, 2023",
        );
        check(
            months,
            "2023, August 3",
            "2023, October 3",
            "2023, August 3–October 3",
        );
        check(
            "2023-10/2023-11",
            "Oct. 2023",
            "Nov. 2023",
            "Oct.–Nov. 2023",
        );
        let years = "2023-12-30/2025-12-30";
        check(
            years,
            "30 Dec. 2023",
            "30 Dec. 2025",
            "30 Dec. 2023–30 Dec. 2025",
        );
    }
}
