//! A plan that is made anew stays near the former one.

use crate::make::*;
use groundwork_domain::plan::*;

/// The keys of a plan in the order of its sessions.
pub fn order(schedule: &Schedule) -> Vec<ItemKey> {
    schedule.sessions.iter().map(|it| it.item.clone()).collect()
}

fn starts(schedule: &Schedule) -> Vec<&str> {
    let mut items: Vec<&PlannedItem> = schedule.items.iter().collect();
    items.sort_by_key(|it| schedule.sessions.iter().position(|session| session.item == it.id));
    items.into_iter().map(|it| it.id.as_str()).collect()
}

#[test]
fn items_keep_their_former_order_and_new_ones_come_behind() {
    let all = problem(["new", "a", "b", "c"].map(|id| item(id, 60, &[])).to_vec());
    let former = ["c", "gone", "a", "b", "c"].map(str::to_owned);
    let schedule = solve_near(&all, &former).unwrap();
    assert_eq!(check(&all, &schedule), []);
    assert_eq!(starts(&schedule), ["c", "a", "b", "new"]);
    assert_eq!(starts(&solve_near(&all, &[]).unwrap()), ["new", "a", "b", "c"]);
    assert_eq!(schedule.items.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["new", "a", "b", "c"]);
}

#[test]
fn a_due_date_goes_before_the_former_order() {
    let exam = due(item("exam", 60, &["a"]), "2027-01-04", DueKind::Hard);
    let all = problem(vec![item("a", 60, &[]), item("b", 60, &[]), exam]);
    let former = ["b", "a"].map(str::to_owned);
    assert_eq!(starts(&solve_near(&all, &former).unwrap()), ["a", "exam", "b"]);
}

#[test]
fn a_longer_item_in_the_middle_moves_no_other_past_each_other() {
    let mut all = crate::timing::large(300);
    let first = solve(&all).unwrap();
    all.items.rotate_left(120);
    all.items[150].minutes += 60;
    let again = solve_near(&all, &order(&first)).unwrap();
    assert_eq!(check(&all, &again), []);
    if first.weighted_late_minutes == 0 && again.weighted_late_minutes == 0 {
        assert_eq!(starts(&again), starts(&first));
    }
}
