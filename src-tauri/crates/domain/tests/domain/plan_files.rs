//! Problems and schedules as files.

use groundwork_domain::plan::{PlanProblem, Schedule, check, solve};

const PROBLEM: &str = r#"{ "start": "2027-01-04", "focus_limit": null, "min_session_minutes": 0, "max_item_minutes_per_day": null,
  "calendar": { "weekly_minutes": [120,120,120,120,120,240,0], "exceptions": [{ "date": "2027-05-01", "minutes": 0 }] },
  "items": [{ "id": "a", "minutes": 600, "after": [], "not_before": null, "due": "2027-03-01", "due_kind": "hard", "weight": 3,
              "pinned": [{ "date": "2027-01-06", "minutes": 60 }] }] }"#;

const SCHEDULE: &str = r#"{ "finish": "2027-02-10", "max_hard_late_minutes": 0, "weighted_late_minutes": 0,
  "sessions": [{ "date": "2027-01-04", "item": "a", "minutes": 120 }],
  "items": [{ "id": "a", "starts": "2027-01-04", "finishes": "2027-02-10", "late_minutes": 0, "slack_minutes": 480,
              "because": { "kind": "waits_for", "item": "b" } }] }"#;

#[test]
fn the_files_of_the_contract_come_back_as_they_were() {
    let json: serde_json::Value = serde_json::from_str(PROBLEM).unwrap();
    let problem: PlanProblem = serde_json::from_str(PROBLEM).unwrap();
    assert_eq!(serde_json::to_value(&problem).unwrap(), json);
    let json: serde_json::Value = serde_json::from_str(SCHEDULE).unwrap();
    let schedule: Schedule = serde_json::from_str(SCHEDULE).unwrap();
    assert_eq!(serde_json::to_value(&schedule).unwrap(), json);
}

#[test]
fn the_problem_of_the_contract_is_solved() {
    let problem: PlanProblem = serde_json::from_str(PROBLEM).unwrap();
    let schedule = solve(&problem).unwrap();
    assert_eq!(check(&problem, &schedule), []);
    assert_eq!(schedule.finish.unwrap().to_string(), "2027-01-08");
}

#[test]
fn an_unknown_key_in_a_problem_is_refused() {
    let typo = PROBLEM.replace("\"focus_limit\"", "\"focus_limits\"");
    assert!(serde_json::from_str::<PlanProblem>(&typo).is_err());
}
