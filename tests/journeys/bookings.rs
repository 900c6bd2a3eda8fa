//! Exams that are booked: hard dates, the last moment to move them, clashes, the hours of a change of the clock.

use crate::person::{Person, day};
use crate::road::{START, records, shown, wishes};
use serde_json::{Value, json};

#[test]
fn a_booked_exam_is_a_hard_date_and_says_what_is_missing() {
    let person = Person::junior_at(START);
    let id = wishes(&person, "gh-900");
    // 41 hours, at ten a week.
    let far = person.does("certifications.book", json!({ "id": id, "exam_on": "2027-02-01" }));
    for key in [format!("certification:{id}"), format!("mock:{id}")] {
        let item = person.item(&key);
        assert_eq!((&item["due"], &item["due_kind"]), (&json!("2027-01-31"), &json!("hard")));
        assert_eq!(item["late_minutes"], json!(0));
    }
    assert_eq!(person.plan()["shortfalls"], json!([]));
    let preparation = &far["preparation"];
    assert_eq!((&preparation["late_minutes"], &preparation["minutes_left"]), (&json!(0), &json!(41 * 60)));
    assert!(preparation["chance"].as_f64().unwrap() > 0.5, "{preparation}");
    assert_eq!(far["days_to_exam"], json!(73));
    let near = person.does("certifications.book", json!({ "id": id, "exam_on": "2026-12-05" }));
    assert!(near["preparation"]["late_minutes"].as_u64().unwrap() > 0);
    assert!(near["preparation"]["chance"].as_f64().unwrap() < 0.05);
    let plan = person.plan();
    let shortfalls = plan["shortfalls"].as_array().unwrap();
    assert!(!shortfalls.is_empty());
    let last = shortfalls.last().unwrap();
    assert_eq!(last["shortfall"]["item"], json!(format!("mock:{id}")));
    assert_eq!(last["shortfall"]["due"], json!("2026-12-04"));
    let fits = day(last["shortfall"]["date_that_fits"].as_str().unwrap());
    // The date that it names does fit.
    let after = fits.plus_days(1).to_string();
    let mended = person.does("certifications.book", json!({ "id": id, "exam_on": after }));
    assert_eq!(mended["preparation"]["late_minutes"], json!(0));
    assert_eq!(person.plan()["shortfalls"], json!([]));
    // Time that is logged is counted.
    let key = format!("certification:{id}");
    person.logs(&key, "2026-11-20", 120);
    let logged = shown(&person, &id)["preparation"].take();
    assert_eq!((&logged["logged"], &logged["minutes_left"]), (&json!(120), &json!(41 * 60 - 120)));
}

#[test]
fn the_last_moment_to_move_an_exam_follows_from_the_catalogue_or_the_persons_word() {
    let person = Person::junior_at(START);
    let id = wishes(&person, "isc2-cc");
    let booking = |more: Value| {
        let mut params = json!({ "id": id, "exam_on": "2027-03-29" });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        person.does("certifications.book", params)["move_by"].take()
    };
    // 48 hours before ten in the morning of summer time: across the change of the clock.
    let moved = booking(json!({ "exam_at": "10:00", "exam_zone": "Europe/Paris" }));
    assert_eq!(moved["by"]["until"], json!({ "kind": "moment", "at": "2027-03-27T08:00:00Z" }));
    assert_eq!((&moved["over"], &moved["by"]["own"]), (&json!(false), &json!(false)));
    // Without a time of day, whole days.
    let moved = booking(json!({}));
    assert_eq!(moved["by"]["until"], json!({ "kind": "day", "on": "2027-03-26" }));
    let moved = booking(json!({ "reschedule_by": "2027-03-20" }));
    assert_eq!((&moved["by"]["until"]["on"], &moved["by"]["own"]), (&json!("2027-03-20"), &json!(true)));
    person.is_at(day("2027-03-20"), "23:59");
    assert_eq!(shown(&person, &id)["move_by"]["over"], json!(false));
    person.is_at(day("2027-03-21"), "00:01");
    assert_eq!(shown(&person, &id)["move_by"]["over"], json!(true));
    let late = json!({ "id": id, "exam_on": "2027-03-29", "reschedule_by": "2027-03-30" });
    assert_eq!(person.is_refused("certifications.book", late).code, "certification.reschedule_after_exam");
    // A certification of their own has no such fact.
    let own = person
        .does("certifications.save", json!({ "name": "Mine", "stage": "booked", "exam_on": "2027-05-01" }));
    assert!(own["move_by"].is_null());
}

#[test]
fn two_bookings_of_one_exam_and_two_exams_at_once_are_refused() {
    let person = Person::junior();
    let zone = "Europe/Paris";
    let id = wishes(&person, "gh-900");
    let at = |id: &str, on: &str, time: &str, zone: &str| json!({ "id": id, "exam_on": on, "exam_at": time, "exam_zone": zone });
    person.does("certifications.book", at(&id, "2027-03-01", "10:00", zone));
    let twice = json!({ "certification": "gh-900", "stage": "booked", "exam_on": "2027-04-01" });
    let refused = person.is_refused("certifications.save", twice);
    assert_eq!(refused.code, "certification.booked_already");
    assert!(refused.sentence.en.contains("1 March 2027") && refused.sentence.fr.contains("1er mars 2027"));
    // Another exam while this one of 100 minutes lasts, also by another zone's clock.
    let other = wishes(&person, "hc-terraform");
    for (time, zone) in [("10:00", zone), ("11:39", zone), ("09:01", zone), ("05:00", "America/New_York")] {
        let refused = person.is_refused("certifications.book", at(&other, "2027-03-01", time, zone));
        assert_eq!(refused.code, "certification.exam_clash", "{time} {zone}");
        assert_eq!(refused.args["name"], "GitHub Foundations");
    }
    assert_eq!(shown(&person, &other)["stage"], json!("wished"));
    // Before it, after it, on another day, or at a time that is not known.
    for (time, zone) in [("09:00", zone), ("11:40", zone), ("10:00", "America/New_York")] {
        person.does("certifications.book", at(&other, "2027-03-01", time, zone));
    }
    person.does("certifications.book", json!({ "id": other, "exam_on": "2027-03-01" }));
    // To move one's own booking is no clash.
    person.does("certifications.book", at(&id, "2027-03-01", "10:30", zone));
    // Three of one name that are only wished for or held stand in nobody's way.
    person.does(
        "certifications.save",
        json!({ "certification": "gh-900", "stage": "held", "issued": "2024-01-01" }),
    );
    wishes(&person, "gh-900");
}

#[test]
fn an_exam_in_a_skipped_hour_is_refused_and_one_in_an_hour_that_comes_twice_is_taken() {
    let person = Person::junior();
    let id = wishes(&person, "gh-900");
    let at = |on: &str, time: &str, zone: &str| json!({ "id": id, "exam_on": on, "exam_at": time, "exam_zone": zone });
    for (on, time, zone) in [
        ("2027-03-28", "02:30", "Europe/Paris"),
        ("2027-03-14", "02:00", "America/New_York"),
        // Half an hour is skipped there.
        ("2027-10-03", "02:15", "Australia/Lord_Howe"),
    ] {
        let refused = person.is_refused("certifications.book", at(on, time, zone));
        assert_eq!(refused.code, "certification.skipped_time", "{on} {time} {zone}");
        assert!(refused.sentence.en.contains(time) && refused.sentence.fr.contains(zone));
    }
    assert_eq!(shown(&person, &id)["stage"], json!("wished"));
    for (on, time, zone, moment) in [
        ("2027-03-28", "03:00", "Europe/Paris", "2027-03-28T01:00:00Z"),
        ("2027-10-31", "02:30", "Europe/Paris", "2027-10-31T00:30:00Z"),
        ("2027-11-07", "01:30", "America/New_York", "2027-11-07T05:30:00Z"),
    ] {
        let view = person.does("certifications.book", at(on, time, zone));
        assert_eq!(view["exam_moment"], json!(moment), "{on} {time} {zone}");
    }
    // A time without a zone has no moment; a day without a time neither.
    let view =
        person.does("certifications.book", json!({ "id": id, "exam_on": "2027-03-28", "exam_at": "02:30" }));
    assert!(view["exam_moment"].is_null());
    let unknown = person.is_refused("certifications.book", at("2027-03-28", "10:00", "Europe/Lutetia"));
    assert_eq!(unknown.code, "input.zone");
}

#[test]
fn what_another_program_changed_meanwhile_is_not_overwritten() {
    let person = Person::junior();
    let id = wishes(&person, "gh-900");
    let other = person.second_program();
    // Both programs are in the midst of a change: neither's is lost.
    let barrier = std::sync::Barrier::new(2);
    let book = |app: &groundwork_app::App, on: &str| {
        barrier.wait();
        app.dispatch("certifications.book", json!({ "id": id, "exam_on": on })).map(|_| ())
    };
    let mut refused = 0;
    for _ in 0..100 {
        let (one, two) = std::thread::scope(|scope| {
            let one = scope.spawn(|| book(&person.app, "2027-03-01"));
            let two = scope.spawn(|| book(&other, "2027-04-01"));
            (one.join().unwrap(), two.join().unwrap())
        });
        let results = [one, two];
        assert!(results.iter().any(Result::is_ok), "{results:?}");
        for error in results.into_iter().filter_map(Result::err) {
            assert_eq!(error.code, "certification.changed_meanwhile");
            refused += 1;
        }
        assert_eq!(records(&person).len(), 1);
        if refused > 0 {
            break;
        }
    }
    assert!(refused > 0, "the two never met");
    // Taken in turns nothing is in the way, and each sees what the other did.
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-05-01" }));
    let view = other.dispatch("certifications.show", json!({ "id": id })).unwrap().value;
    assert_eq!(view["record"]["exam_on"], json!("2027-05-01"));
    let note = json!({ "id": id, "passed": true, "on": "2026-11-20" });
    other.dispatch("certifications.result", note).unwrap();
    assert_eq!(
        person.is_refused("certifications.book", json!({ "id": id, "exam_on": "2027-06-01" })).code,
        "certification.passed_already"
    );
}

#[test]
fn an_exam_that_is_about_to_be_retired_can_be_booked_until_then() {
    let person = Person::junior();
    let id = wishes(&person, "comptia-sec");
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-06-11" }));
    let late = person.is_refused("certifications.book", json!({ "id": id, "exam_on": "2027-06-12" }));
    assert_eq!(late.code, "certification.retired_by_then");
    // Where the person knows better, the fact is theirs.
    let correction = json!({ "certification": "comptia-sec", "fact": "retired_on", "value": "2027-12-31" });
    person.does("certifications.correct", correction);
    person.does("certifications.book", json!({ "id": id, "exam_on": "2027-06-12" }));
}
