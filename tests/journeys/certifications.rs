use crate::person::Person;
use serde_json::json;

#[test]
fn a_passed_exam_proves_what_it_supports() {
    let person = Person::junior();
    assert_eq!(person.skill("python")["proven"], json!(0));
    let held = json!({ "certification": "py-pcep", "stage": "held", "issued": "2026-05-01" });
    let view = person.does("certifications.save", held);
    let level = person.skill("python")["proven"].as_u64().unwrap();
    assert!((1..=2).contains(&level));
    person.does("certifications.remove", json!({ "id": view["record"]["id"] }));
    assert_eq!(person.skill("python")["proven"], json!(0));
}

#[test]
fn expiry_follows_from_the_date() {
    let person = Person::junior();
    let stage = |expires: &str| {
        let params = json!({ "certification": "cncf-ckad", "stage": "held", "issued": "2024-01-10", "expires": expires });
        person.does("certifications.save", params)["stage"].take()
    };
    assert_eq!(stage("2026-11-19"), json!("expired"));
    assert_eq!(stage("2027-01-10"), json!("expiring"));
    assert_eq!(stage("2027-11-10"), json!("held"));
}

#[test]
fn the_retired_one_names_its_successor() {
    let person = Person::new();
    let catalogue = person.does("certifications.list", json!({}))["catalogue"].take();
    let rows = catalogue.as_array().unwrap();
    assert_eq!(rows.len(), 38);
    let retired = rows.iter().find(|row| row["known"]["code"] == json!("AZ-204")).unwrap();
    assert_eq!(retired["known"]["status"], json!("retired"));
    assert_eq!(retired["known"]["retired_on"], json!("2026-07-31"));
    assert_eq!(retired["known"]["replaced_by"], json!("ms-ai200"));
}

#[test]
fn a_certification_of_ones_own_keeps_every_field() {
    let person = Person::junior();
    let params = json!({
        "name": "Internal SQL exam", "provider": "ACME", "stage": "held", "wanted_by": "2026-09-01", "exam_on": "2026-09-10",
        "exam_at": "09:15", "exam_zone": "Europe/Paris", "place": "Lyon", "cost": 12.5, "currency": "EUR", "score": "88/100", "attempt": 2,
        "issued": "2026-09-12", "expires": "2028-09-12", "credential_id": "A-1", "url": "https://example.org/a", "note": "Well.\nDone.",
        "supports": [{ "skill": "sql", "level": 2, "why": "Joins" }],
    });
    let record = person.does("certifications.save", params.clone())["record"].take();
    for (field, value) in params.as_object().unwrap() {
        assert_eq!(&record[field], value, "{field}");
    }
    assert_eq!(person.skill("sql")["proven"], json!(2));
    let again = person.restarts();
    assert_eq!(again.does("certifications.list", json!({}))["mine"][0]["record"], record);
}

#[test]
fn impossible_dates_and_amounts_are_refused() {
    let person = Person::junior();
    for (params, code) in [
        (json!({ "certification": "py-pcep", "stage": "booked" }), "certification.booked_without_date"),
        (
            json!({ "certification": "py-pcep", "issued": "2026-01-02", "expires": "2026-01-01" }),
            "certification.expires_before_issue",
        ),
        (json!({ "certification": "py-pcep", "issued": "2027-01-02" }), "certification.issued_in_future"),
        (json!({ "certification": "py-pcep", "stage": "expired" }), "certification.derived_stage"),
        (json!({ "certification": "nobody" }), "certification.unknown"),
        (json!({ "name": "" }), "input.empty"),
        (json!({ "certification": "py-pcep", "exam_at": "25:00" }), "input.time"),
        (json!({ "certification": "py-pcep", "exam_at": " 9:30" }), "input.time"),
        (json!({ "certification": "py-pcep", "exam_zone": "Europe/Atlantis" }), "input.zone"),
        (json!({ "certification": "py-pcep", "cost": -1.0, "currency": "EUR" }), "input.amount"),
        (json!({ "certification": "py-pcep", "cost": 10.0 }), "input.currency"),
        (json!({ "certification": "py-pcep", "exam_on": "2027-02-30" }), "command.params"),
    ] {
        assert_eq!(person.is_refused("certifications.save", params.clone()).code, code, "{params}");
    }
    assert!(person.does("certifications.list", json!({}))["mine"].as_array().unwrap().is_empty());
}
