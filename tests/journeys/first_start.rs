use crate::person::Person;
use serde_json::json;

#[test]
fn a_newcomer_has_a_dated_plan_after_three_answers() {
    let person = Person::new();
    assert_eq!(person.does("app.info", json!({}))["empty"], json!(true));
    let questions = person.does("start.questions", json!({ "rung": "junior", "stack": "python-django" }));
    let asked: Vec<&str> = questions.as_array().unwrap().iter().filter_map(|q| q["skill"].as_str()).collect();
    assert!(asked.contains(&"python") && asked.contains(&"django") && asked.contains(&"sql"), "{asked:?}");
    let reply = person.replies(
        "start.begin",
        json!({
            "rung": "junior", "stack": "python-django", "weekly_hours": 10.0, "ready_by": "2027-11-01",
            "levels": [{ "skill": "python", "level": 2 }, { "skill": "git", "level": 2 }],
        }),
    );
    assert!(
        reply.value["claimed"]["ratio"].as_f64().unwrap() > reply.value["proven"]["ratio"].as_f64().unwrap()
    );
    let plan = person.does("plan.show", json!({}));
    let items = plan["items"].as_array().unwrap();
    assert!(items.len() > 30);
    assert!(items.iter().all(|item| item["starts"].is_string() && item["finishes"].is_string()));
    assert!(items.iter().all(|item| item["because"]["kind"].is_string()));
    assert!(
        !items.iter().any(|item| item["key"] == json!("skill:python:1")),
        "what is claimed is not learned again"
    );
    assert_eq!(plan["weekly_minutes"], json!(600));
}

#[test]
fn all_is_there_after_a_restart() {
    let person = Person::junior();
    person.does("skills.set", json!({ "skill": "sql", "level": 2 }));
    let course = json!({ "kind": "course" });
    person.does(
        "evidence.save",
        json!({ "skill": "sql", "what": course, "title": "SQL course", "on": "2026-10-01" }),
    );
    person.does("projects.save", json!({ "name": "Library API", "status": "doing" }));
    person.does("certifications.save", json!({ "certification": "py-pcep", "stage": "planned" }));
    let before = person.everything();
    assert_eq!(person.restarts().everything(), before);
}

#[test]
fn one_undo_takes_the_whole_first_start_back() {
    let person = Person::junior();
    person.does("history.undo", json!({}));
    assert_eq!(person.does("app.info", json!({}))["empty"], json!(true));
    person.does("history.redo", json!({}));
    assert_eq!(person.does("target.show", json!({}))["record"]["rung"], json!("junior"));
}

#[test]
fn a_wish_that_cannot_be_met_is_said_in_hours() {
    let person = Person::new();
    person.does("start.begin", json!({ "rung": "junior", "weekly_hours": 5.0, "ready_by": "2027-01-31" }));
    let ready = person.does("plan.show", json!({}))["ready"].take();
    assert_eq!(ready["met"], json!(false));
    assert!(ready["missing_minutes"].as_u64().unwrap() > 60 * 100);
    let fits = ready["date_that_fits"].as_str().unwrap();
    assert!(fits > "2027-01-31");
    let mended = json!({ "rung": "junior", "stack": null, "ready_by": fits });
    person.does("target.set", mended);
    assert_eq!(person.does("plan.show", json!({}))["ready"]["met"], json!(true));
}

#[test]
fn every_rung_and_every_stack_gives_a_plan() {
    let person = Person::new();
    let role = person.does("role.show", json!({}));
    for rung in role["rungs"].as_array().unwrap() {
        person.does("target.set", json!({ "rung": rung["id"], "stack": "java-spring" }));
        assert!(
            !person.does("plan.show", json!({}))["items"].as_array().unwrap().is_empty(),
            "{}",
            rung["id"]
        );
        assert!(
            !person.does("gap.show", json!({}))["entries"].as_array().unwrap().is_empty(),
            "{}",
            rung["id"]
        );
    }
    for stack in role["stacks"].as_array().unwrap() {
        person.does("target.set", json!({ "rung": "junior", "stack": stack["id"] }));
        let choices = person.does("target.show", json!({}))["choices"].take();
        assert!(
            choices.as_array().unwrap().iter().all(|choice| choice["skill"].is_string()),
            "{}",
            stack["id"]
        );
        person.does("plan.show", json!({}));
    }
}

#[test]
fn of_two_that_begin_at_once_one_does() {
    let person = Person::new();
    let begin = |rung: &str| json!({ "rung": rung, "first": true });
    person.does("start.begin", begin("junior"));
    assert_eq!(person.is_refused("start.begin", begin("senior")).code, "init.done");
    assert_eq!(person.does("target.show", json!({}))["record"]["rung"], json!("junior"));
    // The window may begin again.
    person.does("start.begin", json!({ "rung": "senior" }));
}
