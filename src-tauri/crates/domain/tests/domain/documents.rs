//! Public holidays and effort, seen from outside.

use crate::make::*;
use groundwork_domain::effort::{hours_between, step_hours};
use groundwork_domain::plan::public_holidays;
use groundwork_domain::role::EffortClass;

#[test]
fn the_holidays_of_2027_are_those_of_the_calendar() {
    let days: Vec<String> =
        public_holidays("fr", 2027).iter().map(|(day, _)| day.to_string()[5..].to_owned()).collect();
    let expected =
        ["01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01", "11-11", "12-25"];
    assert_eq!(days, expected);
}

#[test]
fn hours_add_up_over_the_steps() {
    for class in [EffortClass::S, EffortClass::M, EffortClass::L] {
        let steps: u32 = (1..=4).map(|n| step_hours(class, level(n)).unwrap().likely).sum();
        assert_eq!(hours_between(class, level(0), level(5)).hours.likely, steps);
    }
}
