//! A plan that cannot be made is mended step by step.

use crate::person::Person;
use serde_json::json;

#[test]
fn a_plan_that_time_made_impossible_is_mended_step_by_step() {
    let person = Person::junior();
    // Half an hour a week holds the plan only just; years of absences and then less time make it impossible.
    person.does("plan.settings", json!({ "weekly_minutes": [120, 0, 0, 0, 0, 0, 0] }));
    let mut absences = Vec::new();
    for year in 2027..2100 {
        let days = json!({ "from": format!("{year}-01-01"), "to": format!("{year}-12-31") });
        match person.app.dispatch("plan.absence_save", days) {
            Ok(_) => absences.push(year),
            Err(error) => {
                assert_eq!(error.code, "plan.no_capacity");
                break;
            }
        }
    }
    // The target grows beyond what is possible: that is no change of the plan, so it is not refused.
    person.does("target.set", json!({ "rung": "principal", "stack": "python-django" }));
    let refused = person.is_refused("plan.show", json!({}));
    assert_eq!(refused.code, "plan.no_capacity");
    assert!(!refused.args["item"].is_empty());
    assert_eq!(person.is_refused("today.show", json!({})).code, "plan.no_capacity");
    // Each absence that is lifted counts, also while there still is no plan.
    let kept = person.does("plan.calendar", json!({}))["absences"].as_array().unwrap().clone();
    assert_eq!(kept.len(), absences.len());
    for absence in &kept {
        person.does("plan.absence_remove", json!({ "id": absence["id"] }));
    }
    assert!(person.does("plan.calendar", json!({}))["absences"].as_array().unwrap().is_empty());
    let plan = person.does("plan.settings", json!({ "weekly_minutes": [240, 240, 240, 240, 240, 240, 240] }));
    assert!(plan["finish"].is_string());
}

#[test]
fn the_date_that_fits_fits_when_it_is_taken() {
    let person = Person::junior();
    for (title, day) in [("First", "2026-11-24"), ("Second", "2026-11-25"), ("Third", "2026-11-26")] {
        let item = json!({ "title": title, "minutes": 600, "due": day, "due_kind": "hard" });
        person.does("plan.own_item", item);
    }
    let plan = person.plan();
    let late = plan["shortfalls"].as_array().unwrap();
    assert!(late.len() >= 2, "{late:?}");
    for row in late {
        let (key, date) = (&row["shortfall"]["item"], &row["shortfall"]["date_that_fits"]);
        let item = json!([{ "item": key, "due": date, "due_kind": "hard" }]);
        let kept = person.does("scenario.save", json!({ "items": item }));
        person.does("scenario.take", json!({ "id": kept["record"]["id"] }));
        assert_eq!(person.item(key.as_str().unwrap())["late_minutes"], json!(0), "{row}");
        person.does("history.undo", json!({}));
        person.does("scenario.remove", json!({ "id": kept["record"]["id"] }));
    }
}

#[test]
fn practice_that_is_no_project_becomes_an_item_of_the_plan() {
    let person = Person::example();
    let before = person.plan();
    let items = before["items"].as_array().unwrap().clone();
    let hints = |item: &serde_json::Value| item["practice"].as_array().unwrap().clone();
    let (item, review) = items
        .iter()
        .find_map(|item| Some((item.clone(), hints(item).into_iter().find(|hint| hint["kind"] == "review")?)))
        .expect("some item of level 3 or more can be reviewed");
    let params = json!({ "key": item["key"], "practice": review["practice"], "name": "Ask Nadia" });
    let taken = person.does("plan.take_up", params);
    assert!(taken["project"].is_null());
    let added = person.item(taken["item"].as_str().unwrap());
    assert_eq!((added["title"]["en"].as_str(), added["whole"].as_u64()), (Some("Ask Nadia"), Some(120)));
    person.does("history.undo", json!({}));
    assert_eq!(person.plan(), before);
}
