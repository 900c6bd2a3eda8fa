//! Hours from one level to the next (MODEL.md, section 3). These figures are estimates of ours.

use crate::role::{EffortClass, Estimate};
use crate::{Level, Minutes};
use serde::{Deserialize, Serialize};

/// Hours of work, as far as there is a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Effort {
    /// Hours of the steps that have a figure.
    pub hours: Estimate,
    /// Whether the step to level 5 is among them, which has no figure: the person sets it.
    pub open_ended: bool,
}

impl std::ops::Add for Effort {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { hours: self.hours + other.hours, open_ended: self.open_ended || other.open_ended }
    }
}

impl std::iter::Sum for Effort {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, next| sum + next)
    }
}

/// Likely hours of the steps to levels 1 to 4 (MODEL.md, section 3).
fn likely_hours(class: EffortClass) -> [u32; 4] {
    match class {
        EffortClass::S => [3, 10, 30, 80],
        EffortClass::M => [8, 35, 100, 250],
        EffortClass::L => [20, 90, 250, 600],
    }
}

/// Low, likely and high hours around a likely figure: half (rounded up to the hour) and double (MODEL.md, section 3).
pub(crate) fn around(likely: u32) -> Estimate {
    Estimate { low: likely.div_ceil(2), likely, high: likely.saturating_mul(2) }
}

/// Hours of the step from the level below to `to`. `None` for level 0, which is no step, and for 5, which has no figure.
pub fn step_hours(class: EffortClass, to: Level) -> Option<Estimate> {
    let step = usize::from(to.get()).checked_sub(1)?;
    likely_hours(class).get(step).copied().map(around)
}

/// Hours from one level to another; nothing when `to` is not above `from`.
pub fn hours_between(class: EffortClass, from: Level, to: Level) -> Effort {
    let steps = (from.get() + 1..=to.get()).filter_map(|n| Level::new(i64::from(n)).ok());
    Effort {
        hours: steps.filter_map(|level| step_hours(class, level)).sum(),
        open_ended: to == Level::MAX && from < Level::MAX,
    }
}

/// Likely minutes from nothing to `level`. `None` for level 5, which has no figure.
pub fn cumulative_minutes(class: EffortClass, level: Level) -> Option<Minutes> {
    let effort = hours_between(class, Level::NONE, level);
    (!effort.open_ended).then(|| Minutes::hours(effort.hours.likely))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(n: i64) -> Level {
        Level::new(n).unwrap()
    }

    #[test]
    fn the_hours_are_those_of_the_model() {
        assert_eq!(step_hours(EffortClass::S, level(1)), Some(Estimate { low: 2, likely: 3, high: 6 }));
        assert_eq!(
            step_hours(EffortClass::L, level(4)),
            Some(Estimate { low: 300, likely: 600, high: 1200 })
        );
        assert_eq!(step_hours(EffortClass::M, level(0)), None);
        assert_eq!(step_hours(EffortClass::M, level(5)), None);
    }

    #[test]
    fn the_step_to_reference_has_no_figure() {
        let effort = hours_between(EffortClass::M, level(3), level(5));
        assert_eq!((effort.hours.likely, effort.open_ended), (250, true));
        assert_eq!(hours_between(EffortClass::M, level(3), level(2)), Effort::default());
        assert_eq!(cumulative_minutes(EffortClass::M, level(2)), Some(Minutes(43 * 60)));
        assert_eq!(cumulative_minutes(EffortClass::M, level(5)), None);
    }
}
