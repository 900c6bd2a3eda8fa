//! How long somebody worked with a skill.

use crate::Date;

/// Days that make up a month where those left over of several stretches are added.
const MONTH_DAYS: i64 = 30;

/// Whole months of work in these stretches, first and last day each. Days that stand in two stretches count once; what is
/// left over beyond whole months is added up, 30 days a month. A stretch that ends before it begins counts nothing.
pub fn months_of_work(stretches: &[(Date, Date)]) -> u16 {
    let mut sorted: Vec<(Date, Date)> = stretches.iter().copied().filter(|(from, to)| from <= to).collect();
    sorted.sort_unstable();
    let mut merged: Vec<(Date, Date)> = Vec::new();
    for (from, to) in sorted {
        match merged.last_mut() {
            Some((_, last)) if last.days_until(from) <= 1 => *last = to.max(*last),
            _ => merged.push((from, to)),
        }
    }
    let (mut months, mut days) = (0_i64, 0_i64);
    for (from, to) in merged {
        // The day after the last, so that 1 January to 30 June are six months.
        let end = to.plus_days(1);
        let whole = from.months_until(end);
        months += whole;
        days += from.plus_months(i32::try_from(whole).unwrap_or(0)).days_until(end);
    }
    u16::try_from(months + days / MONTH_DAYS).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn months_of_work_are_counted_once_and_whole() {
        let of = |stretches: &[(&str, &str)]| {
            let days: Vec<(Date, Date)> = stretches.iter().map(|(a, b)| (day(a), day(b))).collect();
            months_of_work(&days)
        };
        assert_eq!(of(&[]), 0);
        assert_eq!(of(&[("2026-01-01", "2026-06-30")]), 6);
        assert_eq!(of(&[("2026-01-01", "2026-06-29")]), 5);
        assert_eq!(of(&[("2025-01-15", "2026-01-14"), ("2025-06-01", "2025-12-31")]), 12);
        assert_eq!(of(&[("2025-01-01", "2025-03-15"), ("2026-01-01", "2026-03-16")]), 5);
        assert_eq!(of(&[("2026-06-30", "2026-01-01")]), 0);
        assert_eq!(of(&[("1900-01-01", "2199-12-30")]), 3_600);
    }
}
