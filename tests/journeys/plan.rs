use crate::person::Person;
use serde_json::{Value, json};

fn item(plan: &Value, key: &str) -> Value {
    let items = plan["items"].as_array().unwrap();
    items
        .iter()
        .find(|item| item["key"] == json!(key))
        .unwrap_or_else(|| panic!("{key} is not in the plan"))
        .clone()
}

#[test]
fn an_absence_moves_the_plan_and_undo_moves_it_back() {
    let person = Person::junior();
    let before = person.does("plan.show", json!({}));
    let away = json!({ "from": "2026-12-20", "to": "2027-01-10", "reason": "Away" });
    let after = person.does("plan.absence_save", away);
    assert!(after["finish"].as_str() > before["finish"].as_str());
    let busy =
        after["weeks"].as_array().unwrap().iter().flat_map(|week| week["sessions"].as_array().unwrap());
    assert!(
        !busy
            .map(|session| session["date"].as_str().unwrap())
            .any(|day| ("2026-12-20"..="2027-01-10").contains(&day))
    );
    person.does("history.undo", json!({}));
    assert_eq!(person.does("plan.show", json!({})), before);
}

#[test]
fn a_booked_exam_comes_first_and_is_told_when_it_cannot_be_prepared() {
    let person = Person::junior();
    let exam = json!({ "certification": "gh-900", "stage": "booked", "exam_on": "2026-12-18", "exam_at": "10:30", "exam_zone": "Europe/Paris" });
    let record = person.does("certifications.save", exam)["record"].take();
    let key = format!("certification:{}", record["id"].as_str().unwrap());
    let plan = person.does("plan.show", json!({}));
    let preparation = item(&plan, &key);
    assert_eq!(preparation["due_kind"], json!("hard"));
    assert_eq!(preparation["late_minutes"], json!(0));
    assert!(preparation["finishes"].as_str().unwrap() < "2026-12-18");
    person.does("plan.settings", json!({ "weekly_minutes": [30, 0, 0, 0, 0, 0, 0] }));
    let plan = person.does("plan.show", json!({}));
    let short = &plan["shortfalls"][0]["shortfall"];
    assert_eq!(short["item"], json!(key));
    assert!(short["missing_minutes"].as_u64().unwrap() > 0);
}

#[test]
fn items_are_dropped_finished_and_taken_back_in() {
    let person = Person::junior();
    let plan = person.does("plan.item_change", json!({ "key": "skill:docker:1", "dropped": true }));
    assert!(!plan["items"].to_string().contains("\"skill:docker:1\""));
    assert_eq!(plan["set_aside"][0]["record"]["key"], json!("skill:docker:1"));
    let plan = person.does("plan.item_remove", json!({ "key": "skill:docker:1" }));
    item(&plan, "skill:docker:1");
    let plan = person.does("plan.item_change", json!({ "key": "skill:git:1", "done_on": "2026-11-19" }));
    assert_eq!(plan["set_aside"][0]["record"]["done_on"], json!("2026-11-19"));
    let history = person.does("history.list", json!({}));
    assert_eq!(history["rows"][0]["sentence"]["en"], json!("Finished “Git, level 0 to 1”"));
}

#[test]
fn an_item_of_ones_own_is_scheduled_with_the_rest() {
    let person = Person::junior();
    let plan = person.does(
        "plan.own_item",
        json!({ "title": "Ask Nadia for a review", "minutes": 60, "due": "2026-11-25", "due_kind": "hard" }),
    );
    let own =
        plan["items"].as_array().unwrap().iter().find(|item| item["what"]["kind"] == json!("own")).unwrap();
    assert!(own["finishes"].as_str().unwrap() <= "2026-11-25");
}

#[test]
fn a_cycle_in_the_plan_is_refused_and_named() {
    let person = Person::junior();
    person.does("plan.item_change", json!({ "key": "skill:sql:1", "after": ["skill:linux:1"] }));
    let error =
        person.is_refused("plan.item_change", json!({ "key": "skill:linux:1", "after": ["skill:sql:1"] }));
    assert_eq!(error.code, "plan.cycle");
    assert!(error.sentence.en.contains("Linux"), "{}", error.sentence.en);
    person.does("plan.show", json!({}));
}

#[test]
fn a_problem_from_a_file_is_solved_by_the_contract() {
    let person = Person::new();
    let problem = json!({
        "start": "2027-01-04", "focus_limit": null, "min_session_minutes": 0, "max_item_minutes_per_day": null,
        "calendar": { "weekly_minutes": [120,120,120,120,120,240,0], "exceptions": [{ "date": "2027-05-01", "minutes": 0 }] },
        "items": [
            { "id": "a", "minutes": 600, "after": [], "not_before": null, "due": "2027-03-01", "due_kind": "hard", "weight": 3,
              "pinned": [{ "date": "2027-01-06", "minutes": 60 }] },
            { "id": "b", "minutes": 60, "after": ["a"], "due": "2027-01-05", "due_kind": "soft", "weight": 2 },
        ],
    });
    let schedule = person.does("plan.solve", json!({ "problem": problem }));
    let keys: Vec<&str> = schedule.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["finish", "max_hard_late_minutes", "weighted_late_minutes", "sessions", "items"]);
    assert_eq!(schedule["max_hard_late_minutes"], json!(0));
    assert!(schedule["weighted_late_minutes"].as_u64().unwrap() > 0);
    assert!(
        schedule["sessions"]
            .as_array()
            .unwrap()
            .iter()
            .any(|s| s["date"] == json!("2027-01-06") && s["item"] == json!("a"))
    );
    assert_eq!(schedule["items"][1]["because"], json!({ "kind": "waits_for", "item": "a" }));
}

#[test]
fn a_bad_problem_is_refused_with_the_path_of_the_field() {
    let person = Person::new();
    let item = |extra: Value| {
        let mut item = json!({ "id": "a", "minutes": 60 });
        item.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!({ "problem": { "start": "2027-01-04", "calendar": { "weekly_minutes": [60,60,60,60,60,60,60] }, "items": [item] } })
    };
    let error = person.is_refused("plan.solve", item(json!({ "after": ["nobody"] })));
    assert_eq!(
        (error.code.as_str(), error.args["path"].as_str()),
        ("plan.unknown_item", "items[0].after[0]")
    );
    let error = person.is_refused("plan.solve", item(json!({ "due": "2027-02-30" })));
    assert_eq!(
        (error.code.as_str(), error.args["path"].as_str()),
        ("command.params", "problem.items[0].due")
    );
    assert_eq!(person.is_refused("plan.solve", item(json!({ "weight": 11 }))).code, "plan.weight_range");
    assert_eq!(person.is_refused("plan.solve", item(json!({ "after": ["a"] }))).code, "plan.cycle");
    assert_eq!(person.is_refused("plan.solve", item(json!({ "colour": 1 }))).code, "command.params");
}

#[test]
fn an_absence_on_the_last_day_of_the_calendar_comes_to_an_end() {
    let person = Person::junior();
    let plan = person.does("plan.absence_save", json!({ "from": "2199-12-30", "to": "2199-12-31" }));
    assert_eq!(plan["absences"].as_array().unwrap().len(), 1);
}

#[test]
fn hours_in_which_the_plan_never_ends_are_refused_and_not_kept() {
    let person = Person::junior();
    let before = person.everything();
    let error = person.is_refused("plan.settings", json!({ "weekly_minutes": [1, 0, 0, 0, 0, 0, 0] }));
    assert_eq!(error.code, "plan.no_capacity");
    assert_eq!(person.everything(), before);
}

#[test]
fn a_knot_that_came_up_later_can_be_undone_where_it_was_tied() {
    let person = Person::junior();
    let (first, second) = ("skill:prog-fundamentals:1", "skill:data-formats:1");
    person.does("skills.set", json!({ "skill": "data-formats", "level": 1 }));
    person.does("plan.item_change", json!({ "key": first, "after": [second] }));
    person.does("skills.set", json!({ "skill": "data-formats", "level": null }));
    let knot = person.is_refused("plan.show", json!({}));
    assert_eq!(knot.code, "plan.cycle");
    assert!(knot.sentence.fr.contains("Bases de la programmation"), "{}", knot.sentence.fr);
    person.does("plan.item_change", json!({ "key": first, "after": [] }));
    person.does("plan.show", json!({}));
}

#[test]
fn from_level_three_on_the_plan_proposes_what_to_practise() {
    let person = Person::junior();
    person.does("target.set", json!({ "rung": "confirmed", "stack": "python-django" }));
    let plan = person.plan();
    let mut high = 0;
    for item in plan["items"].as_array().unwrap() {
        let hints = item["practice"].as_array().unwrap();
        let asks = ["skill_step", "proof"].contains(&item["what"]["kind"].as_str().unwrap())
            && item["what"]["to"].as_u64() >= Some(3);
        assert_eq!(asks, !hints.is_empty(), "{}", item["key"]);
        high += usize::from(asks);
        for hint in hints {
            assert!(
                hint["name"]["fr"].as_str().is_some_and(|name| !name.is_empty()) && hint["project"].is_null()
            );
        }
    }
    assert!(high > 10, "{high}");
    let hint = item(&plan, "skill:sql:3")["practice"][0].take();
    assert_eq!((&hint["practice"], &hint["kind"]), (&json!("complete-application"), &json!("project")));
    assert_eq!(hint["lines"][0]["id"], json!("database"));
    assert!(hint["lines"][0]["hint"]["en"].as_str().unwrap().contains("migrations"), "{hint}");
}

#[test]
fn practice_that_is_taken_up_begins_a_project() {
    let person = Person::junior();
    person.does("target.set", json!({ "rung": "confirmed", "stack": "python-django" }));
    let before = person.everything();
    let take_up =
        json!({ "key": "skill:sql:3", "practice": "complete-application", "name": "Booking service" });
    let begun = person.does("plan.take_up", take_up.clone())["project"].take();
    let hint = person.item("skill:sql:3")["practice"][0].take();
    assert_eq!((&hint["project"], &hint["project_name"]), (&begun, &json!("Booking service")));
    let project = person.does("projects.list", json!({}))["projects"][0]["record"].take();
    assert_eq!((&project["id"], &project["practice"]), (&begun, &json!("complete-application")));
    assert_eq!((&project["status"], &project["starts"]), (&json!("doing"), &json!("2026-11-20")));
    assert_eq!(project["skills"][0]["skill"], json!("sql"));
    // It shows for what else it would serve, and goes with one undo.
    assert_eq!(person.item("skill:rest:3")["practice"][0]["project"], begun);
    person.undoes();
    assert_eq!(person.everything(), before);
    for (field, value, code) in [
        ("practice", "nobody", "practice.unknown"),
        ("key", "skill:nobody:3", "plan.unknown_item"),
        ("name", " ", "input.empty"),
    ] {
        let mut params = take_up.clone();
        params[field] = json!(value);
        assert_eq!(person.is_refused("plan.take_up", params).code, code);
    }
    assert_eq!(person.everything(), before);
}

#[test]
fn a_skill_that_goes_stale_soon_comes_as_a_short_review_before_that_day() {
    let review = |on: &str| {
        let person = Person::junior();
        let words = json!({ "skill": "sql", "what": { "kind": "review", "states": 2 }, "on": on, "by": "Nadia", "words": "Good joins." });
        person.does("evidence.save", words);
        person
    };
    // Four years after it was said, it is stale: here in three months and a day, then in one.
    assert_eq!(review("2023-02-19").finds("refresh:sql"), None);
    let person = review("2022-12-20");
    let item = person.item("refresh:sql");
    assert_eq!(item["what"], json!({ "kind": "refresh", "skill": "sql" }));
    assert_eq!((&item["due"], &item["due_kind"]), (&json!("2026-12-20"), &json!("soft")));
    assert_eq!(item["late_minutes"], json!(0));
    assert!(item["finishes"].as_str().unwrap() <= "2026-12-20");
    assert!(item["whole"].as_u64().unwrap() <= 300, "a short one: {item}");
    let due = person.does("today.show", json!({}))["due"].take();
    let stale = due.as_array().unwrap().iter().find(|row| row["what"] == json!("stale")).unwrap();
    assert_eq!((&stale["reference"], &stale["on"]), (&json!("sql"), &json!("2026-12-21")));
    person.does("plan.done", json!({ "key": "refresh:sql", "done_on": "2026-11-20" }));
    assert_eq!(person.finds("refresh:sql"), None);
}
