//! An axis for whole numbers that holds zero, with round numbers on it.

/// From where to where, and how far from one number on it to the next.
pub(super) struct Axis {
    low: i64,
    high: i64,
    step: i64,
}

impl Axis {
    /// The axis on which some numbers stand; `None` if there are none.
    pub(super) fn of(numbers: impl Iterator<Item = i64>) -> Option<Self> {
        let numbers: Vec<i64> = numbers.collect();
        let low = numbers.iter().copied().min()?.min(0);
        let high = numbers
            .iter()
            .copied()
            .max()?
            .max(0)
            .max(low.saturating_add(1));
        let step = round(high.saturating_sub(low) / 4);
        Some(Self { low, high, step })
    }

    /// Where a number stands, from 0 to 1.
    pub(super) fn part(&self, number: i64) -> f32 {
        let (low, high) = (self.low as f64, self.high as f64);
        (((number as f64) - low) / (high - low)).clamp(0.0, 1.0) as f32
    }

    /// The round numbers on it, in their order.
    pub(super) fn ticks(&self) -> Vec<i64> {
        let (first, last) = (self.low / self.step, self.high / self.step);
        (first..=last).map(|tick| tick * self.step).collect()
    }
}

/// The next 1, 2 or 5 with noughts that is not less.
fn round(least: i64) -> i64 {
    let mut unit: i64 = 1;
    loop {
        for step in [1, 2, 5] {
            let step = unit.saturating_mul(step);
            if step >= least {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(numbers: &[i64]) -> Vec<i64> {
        Axis::of(numbers.iter().copied()).unwrap().ticks()
    }

    #[test]
    fn numbers_on_the_scale_are_round() {
        assert_eq!(ticks(&[1500, 15_000]), [0, 5000, 10_000, 15_000]);
        assert_eq!(ticks(&[11, 3]), [0, 2, 4, 6, 8, 10]);
        assert_eq!(ticks(&[1]), [0, 1]);
        assert_eq!(ticks(&[0]), [0, 1]);
        assert_eq!(ticks(&[-10, 10]), [-10, -5, 0, 5, 10]);
        assert!(ticks(&[i64::MIN, i64::MAX]).len() < 8);
        assert!(Axis::of(std::iter::empty()).is_none());
    }
}
