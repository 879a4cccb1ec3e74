//! Which claims have left the short answer: those contradicted or overtaken for more than 30 days.

use crate::facts::date::{Date, Day};
use crate::facts::vocabulary::{LinkKind, Role};
use crate::facts::{AsOf, Claim};

/// For how many days a contradicted or overtaken claim stays.
const STAYS: i64 = 30;

/// Whether a claim was contradicted, or another took its place, more than 30 days before the day.
pub(super) fn faded<'a>(as_of: AsOf<'a>, claim: &'a Claim) -> bool {
    let today = as_of.day.min(as_of.facts.dossier.reviewed);
    let contradicted = as_of.evidence(claim);
    let contradicted = contradicted.filter(|one| one.role == Role::Contradicts);
    let contradicted = contradicted.filter_map(|one| one.source.issued.as_ref());
    let later = as_of.facts.linking_to(claim, LinkKind::Supersedes);
    let overtaken = later.filter(|one| as_of.known(one));
    let overtaken = overtaken.map(|one| &one.said.when);
    let mut days = contradicted.chain(overtaken).filter_map(Date::latest);
    days.any(|day| number(today) - number(day) > STAYS)
}

/// The number of days since 1 March of the year 0, so that a leap day ends its year.
fn number(day: Day) -> i64 {
    let month = (i64::from(day.month) + 9) % 12;
    let year = day.year - i64::from(day.month < 3);
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + i64::from(day.day) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: (i64, u8, u8), to: (i64, u8, u8)) -> i64 {
        let day = |(year, month, day)| Day { year, month, day };
        number(day(to)) - number(day(from))
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        assert_eq!(days((2024, 2, 28), (2024, 3, 1)), 2);
        assert_eq!(days((2025, 2, 28), (2025, 3, 1)), 1);
        assert_eq!(days((2024, 10, 18), (2024, 11, 17)), 30);
        assert_eq!(days((2023, 12, 31), (2024, 12, 31)), 366);
    }
}
