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
        for step in 0..50 {
            let (name, params) = a_move(&mut chance, &keys(&person));
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
        for look in ["plan.show", "today.show", "forecast.show", "review.show", "scenario.list"] {
            person.does(look, json!({}));
        }
        for _ in 0..done {
            person.does("history.undo", json!({}));
        }
        assert_eq!(person.everything(), before, "seed {seed}");
        assert_eq!(person.does("plan.show", json!({})), first, "seed {seed}");
    }
}
