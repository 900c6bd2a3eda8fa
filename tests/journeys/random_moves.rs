//! Whatever is done to a plan in whatever order: it stands, or says why, and undo leads back.

use crate::person::Person;
use serde_json::{Value, json};

/// A xorshift generator (Marsaglia 2003): the same moves every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let index = self.below(all.len());
        &all[index]
    }

    fn day(&mut self) -> String {
        let today = groundwork_domain::Date::parse(crate::person::TODAY).unwrap();
        today.plus_days(self.below(420) as i64 - 20).to_string()
    }
}

fn keys(person: &Person) -> Vec<String> {
    let plan = person.does("plan.show", json!({}));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = plan["items"].as_array().unwrap().iter().map(|item| text(&item["key"]));
    let aside = plan["set_aside"].as_array().unwrap().iter().map(|item| text(&item["record"]["key"]));
    items.chain(aside).collect()
}

/// Certifications that a move may be about.
const KNOWN: [&str; 6] = ["gh-900", "py-pcep", "cncf-cks", "ms-ai200", "isc2-cc", "ms-az204"];

/// The ids of the person's certifications.
fn exams(person: &Person) -> Vec<String> {
    let mine = person.does("certifications.list", json!({}))["mine"].take();
    mine.as_array().unwrap().iter().map(|it| it["record"]["id"].as_str().unwrap().to_owned()).collect()
}

fn a_step(chance: &mut Chance, exams: &[String]) -> (&'static str, Value) {
    let known = *chance.of(&KNOWN);
    let plan = json!({ "certification": known, "with_needed": chance.below(2) == 0 });
    if exams.is_empty() {
        return ("certifications.plan", plan);
    }
    let id = chance.of(exams).clone();
    let (day, later) = (chance.day(), chance.day());
    match chance.below(16) {
        0 => ("certifications.plan", plan),
        1 => ("certifications.plan", json!({ "id": id, "wanted_by": day })),
        2 | 3 => {
            let at = chance.of(&[None, Some("02:30"), Some("09:00")]);
            let zone = chance.of(&["Europe/Paris", "America/New_York"]);
            let params = json!({ "id": id, "exam_on": day, "exam_at": at, "exam_zone": zone, "cost": 9.5, "currency": "EUR" });
            ("certifications.book", params)
        }
        4 | 5 => ("certifications.result", json!({ "id": id, "passed": chance.below(2) == 0, "score": "1" })),
        6 => ("certifications.hold", json!({ "id": id, "issued": "2026-11-01", "expires": later })),
        7 => ("certifications.renew", json!({ "id": id, "on": day, "expires": later })),
        8 => ("certifications.keep_up", json!({ "id": id, "keep_up": chance.below(2) == 0 })),
        9 => ("certifications.remove", json!({ "id": id })),
        10 => {
            let fact = chance.of(&["exam_hours", "minutes", "renewal_credits", "retake_days"]);
            let value = chance.of(&[None, Some("7"), Some("40"), Some("")]);
            ("certifications.correct", json!({ "certification": known, "fact": fact, "value": value }))
        }
        11 => {
            let exam = json!({ "id": id, "exam_on": day });
            ("calendar.take", json!({ "exams": [exam, { "name": "Another", "exam_on": later }] }))
        }
        12 => {
            let file =
                chance.of(&["gen_ob3_vcjwt_jwk.jwt", "ob_2_0_basic_assertion.json", "gen_no_badge.png"]);
            let path = format!("{}/fixtures/openbadges/{file}", env!("CARGO_MANIFEST_DIR"));
            ("badges.accept", json!({ "path": path, "id": chance.of(&[None, Some(&id)]) }))
        }
        13 => ("badges.add_address", json!({ "address": format!("a{}@example.org", chance.below(3)) })),
        14 => {
            let at = chance.of(&["08:00", "20:00", "24:00"]);
            let settings = json!({ "kinds": ["exam"], "at": at, "session_at": "18:00", "quiet": null });
            ("reminders.set", settings)
        }
        _ if chance.below(2) == 0 => ("reminders.due", json!({})),
        _ => ("calendar.export", json!({ "lang": "fr" })),
    }
}

fn a_move(chance: &mut Chance, keys: &[String]) -> (&'static str, Value) {
    let key = chance.of(keys).clone();
    let other = chance.of(keys).clone();
    let (day, minutes) = (chance.day(), chance.below(200));
    match chance.below(15) {
        0 => ("plan.move", json!({ "key": key, "not_before": day })),
        1 => ("plan.defer", json!({ "key": key, "weeks": 1 + chance.below(8) })),
        2 => ("plan.place", json!({ "key": key, "place": { "kind": "ahead_of", "item": other } })),
        3 => ("plan.place", json!({ "key": key, "place": { "kind": *chance.of(&["first", "last"]) } })),
        4 | 5 => ("plan.pin", json!({ "key": key, "date": day, "minutes": minutes })),
        6 => ("plan.unpin", json!({ "key": key })),
        7 => {
            ("plan.split", json!({ "key": key, "after": *chance.of(&[None, Some(30), Some(90), Some(600)]) }))
        }
        8 => ("plan.drop", json!({ "key": key, "dropped": chance.below(2) == 0 })),
        9 => ("plan.done", json!({ "key": key, "done_on": *chance.of(&[None, Some("2026-11-19")]) })),
        10 => ("log.save", json!({ "item": key, "minutes": minutes, "on": "2026-11-18" })),
        11 => (
            "plan.item_change",
            json!({ "key": key, "due": day, "due_kind": *chance.of(&["hard", "soft"]), "after": [other] }),
        ),
        12 => ("plan.absence_save", json!({ "from": day, "to": day, "minutes": minutes })),
        13 => ("plan.own_item", json!({ "title": "Mine", "minutes": minutes, "due": day })),
        _ => ("timer.start", json!({ "item": key, "switch": true })),
    }
}

#[test]
fn a_plan_stands_whatever_is_done_to_it_and_undo_leads_back() {
    for seed in 1..=3 {
        let person = Person::junior();
        let before = person.everything();
        let first = person.does("plan.show", json!({}));
        let mut chance = Chance(seed * 0x9E37_79B9);
        let mut done = 0;
        for step in 0..70 {
            let (name, params) = match chance.below(3) {
                0 => a_step(&mut chance, &exams(&person)),
                _ => a_move(&mut chance, &keys(&person)),
            };
            match person.app.dispatch(name, params.clone()) {
                Ok(reply) => done += usize::from(reply.history.is_some()),
                Err(error) => {
                    let sentence = &error.sentence.en;
                    assert!(
                        !sentence.contains("unexpected")
                            && !sentence.contains("{")
                            && error.code != "plan.refused",
                        "seed {seed}, step {step}: {name} {params}: {error:?}"
                    );
                }
            }
        }
        assert!(done > 20, "seed {seed}: only {done} moves were possible");
        let looks = ["plan.show", "today.show", "forecast.show", "review.show", "scenario.list"];
        for look in looks.into_iter().chain(["certifications.list", "badges.list", "reminders.show"]) {
            person.does(look, json!({}));
        }
        for _ in 0..done {
            person.does("history.undo", json!({}));
        }
        assert_eq!(person.everything(), before, "seed {seed}");
        assert_eq!(person.does("plan.show", json!({})), first, "seed {seed}");
    }
}
