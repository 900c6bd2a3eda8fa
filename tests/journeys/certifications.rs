use crate::person::Person;
use serde_json::{Value, json};

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

/// A row of the catalogue.
fn known(person: &Person, id: &str) -> Value {
    let rows = person.does("certifications.list", json!({}))["catalogue"].take();
    let found = rows.as_array().unwrap().iter().find(|row| row["known"]["id"] == json!(id)).cloned();
    found.unwrap_or_else(|| panic!("{id} is not in the catalogue"))
}

#[test]
fn the_catalogue_says_what_each_would_prove_and_how_old_its_facts_are() {
    let person = Person::junior();
    let row = known(&person, "gh-900");
    let skills: Vec<(&str, u64)> = row["supports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["level"]["skill"].as_str().unwrap(), it["carries"].as_u64().unwrap()))
        .collect();
    assert_eq!(skills, [("git-platforms", 2), ("git", 2), ("project-tracking", 1)]);
    // The target asks two of them.
    assert_eq!(row["would_help"], json!(2));
    assert!(row["supports"][2]["required"].is_null() && row["supports"][2]["raises"] == json!(true));
    assert_eq!((&row["mine"], &row["stage"]), (&Value::Null, &Value::Null));
    person.does("skills.set", json!({ "skill": "git", "level": 5 }));
    assert_eq!(known(&person, "gh-900")["would_help"], json!(2), "what is claimed proves nothing");
    let held = json!({ "certification": "gh-900", "stage": "held", "issued": "2026-01-01" });
    let mine = person.does("certifications.save", held);
    let row = known(&person, "gh-900");
    assert_eq!((&row["would_help"], &row["mine"]), (&json!(0), &mine["record"]["id"]));
    assert_eq!(row["stage"], json!("held"));
    // Every fact is dated; what nobody could check is marked.
    let rows = person.does("certifications.list", json!({}))["catalogue"].take();
    for row in rows.as_array().unwrap() {
        let facts = &row["known"];
        assert!(facts["facts_as_of"].as_str().is_some_and(|day| day.len() == 10), "{facts}");
        // Where it was seen, or that nobody could check any of it.
        let seen = facts["seen_at"].as_str().is_some_and(|seen| !seen.is_empty());
        assert!(seen || facts["unverified"] == json!(["all"]), "{facts}");
    }
    assert_eq!(known(&person, "aws-sap")["known"]["unverified"], json!(["all"]));
}

#[test]
fn what_a_certification_needs_and_leads_to_is_told_both_ways() {
    let person = Person::new();
    let row = known(&person, "cncf-cks");
    assert_eq!((&row["needs"], &row["leads_to"]), (&json!(["cncf-cka"]), &json!([])));
    assert_eq!(known(&person, "cncf-cka")["leads_to"], json!(["cncf-cks"]));
    assert_eq!(known(&person, "edb-pg-prof")["needs"], json!(["edb-pg-assoc"]));
}

#[test]
fn up_to_four_are_compared_against_the_target_and_nothing_is_changed() {
    let person = Person::junior();
    let before = person.everything();
    let ids = ["gh-900", "py-pcep", "cncf-cks", "ms-az204"];
    let view = person.does("certifications.compare", json!({ "certifications": ids }));
    let columns = view["columns"].as_array().unwrap();
    let found: Vec<&str> = columns.iter().map(|it| it["row"]["known"]["id"].as_str().unwrap()).collect();
    assert_eq!(found, ids);
    let (now, after) = (&view["ready_now"], |column: usize| columns[column]["ready_after"].as_f64().unwrap());
    assert!(after(0) > now.as_f64().unwrap() && after(1) > now.as_f64().unwrap());
    assert_eq!(columns[0]["exam_hours"], json!(12));
    // Git and platforms are in the plan anyway, tracking tools are not.
    assert_eq!((&columns[0]["shared_hours"], &columns[0]["more_hours"]), (&json!(26), &json!(3)));
    assert_eq!(columns[2]["missing"], json!([["cncf-cka", "Certified Kubernetes Administrator"]]));
    for column in columns {
        assert!(column["prepared_on"].as_str().unwrap() > "2026-11-20", "{column}");
    }
    assert_eq!(person.everything(), before);
    assert_eq!(person.does("history.list", json!({}))["rows"].as_array().unwrap().len(), 1);
    // One twice, and without a target.
    let twice = json!({ "certifications": ["gh-900", "gh-900"] });
    let view = Person::new().does("certifications.compare", twice);
    assert_eq!(view["columns"][0], view["columns"][1]);
    assert!(view["ready_now"].is_null() && view["columns"][0]["ready_after"].is_null());
    for (ids, code) in [
        (json!([]), "certification.compare_count"),
        (json!(["gh-900", "gh-200", "aws-dva", "aws-saa", "py-pcep"]), "certification.compare_count"),
        (json!(["nobody"]), "certification.unknown"),
    ] {
        let refused = person.is_refused("certifications.compare", json!({ "certifications": ids }));
        assert_eq!(refused.code, code, "{ids}");
    }
}

#[test]
fn what_the_person_knows_better_changes_prices_and_hours_until_it_is_taken_back() {
    let person = Person::junior();
    let id = person.does("certifications.plan", json!({ "certification": "gh-900" }))["record"]["id"].take();
    let key = format!("certification:{}", id.as_str().unwrap());
    let minutes = |person: &Person| person.item(&key)["minutes"].as_u64().unwrap();
    let before = (minutes(&person), person.everything());
    let correct = |fact: &str, value: Value| {
        person.replies(
            "certifications.correct",
            json!({ "certification": "gh-900", "fact": fact, "value": value, "source": "the provider’s page" }),
        )
    };
    let reply = correct("price", json!("79,50 EUR"));
    assert_eq!(reply.changed, ["certifications"]);
    assert!(reply.history.is_some());
    let row = reply.value;
    let price = json!({ "amount": 79.5, "currency": "EUR", "as_of": "2026-11-20" });
    assert_eq!(row["known"]["price"], price);
    assert_eq!(row["shipped"]["price"]["amount"], json!(99.0));
    assert_eq!(row["corrections"][0]["applies"], json!(true));
    assert_eq!(row["corrections"][0]["correction"]["source"], json!("the provider’s page"));
    // What is planned costs that now, by the catalogue as the person corrected it.
    let ahead = |person: &Person| person.does("certifications.list", json!({}))["years"].take();
    assert_eq!(ahead(&person), json!([{ "year": null, "currency": "EUR", "paid": 0.0, "ahead": 79.5 }]));
    correct("exam_hours", json!("40"));
    correct("minutes", json!("60"));
    // 40 hours, of which two mock exams of an hour are taken and gone through.
    assert_eq!(minutes(&person), 36 * 60);
    let view = person.does("certifications.show", json!({ "id": id }));
    assert_eq!(view["known"]["exam_hours"], json!(40));
    let compared = person.does("certifications.compare", json!({ "certifications": ["gh-900"] }));
    assert_eq!(compared["columns"][0]["exam_hours"], json!(40));
    // A second word on the same fact takes the first one's place.
    correct("price", json!("80 EUR"));
    assert_eq!(known(&person, "gh-900")["corrections"].as_array().unwrap().len(), 3);
    let person = person.restarts();
    assert_eq!(minutes(&person), 36 * 60);
    for _ in 0..2 {
        person.undoes();
    }
    assert_eq!(known(&person, "gh-900")["known"]["price"]["amount"], json!(79.5));
    for _ in 0..2 {
        person.does("history.redo", json!({}));
    }
    for fact in ["price", "exam_hours", "minutes"] {
        let back = json!({ "certification": "gh-900", "fact": fact, "value": null });
        person.does("certifications.correct", back.clone());
        // Once more changes nothing.
        assert!(person.replies("certifications.correct", back).history.is_none());
    }
    assert_eq!((minutes(&person), person.everything()), before);
}

#[test]
fn an_unverified_fact_that_the_person_saw_is_no_longer_marked() {
    let person = Person::new();
    let marks = || known(&person, "aws-saa")["known"]["unverified"].as_array().unwrap().clone();
    assert!(marks().contains(&json!("price")));
    let seen = json!({
        "certification": "aws-saa", "fact": "price", "value": "150 USD", "as_of": "2026-11-01", "source": "aws.amazon.com",
    });
    person.does("certifications.correct", seen);
    assert!(!marks().contains(&json!("price")) && marks().contains(&json!("minutes")));
    assert_eq!(known(&person, "aws-saa")["known"]["price"]["as_of"], json!("2026-11-01"));
}

#[test]
fn what_is_no_fact_is_refused_and_the_catalogue_stays() {
    let person = Person::junior();
    let before = person.does("certifications.list", json!({}));
    for (fact, value, code) in [
        ("price", json!("80"), "certification.fact_value"),
        ("price", json!("-1 EUR"), "certification.fact_value"),
        ("price", json!("80 euro"), "certification.fact_value"),
        ("minutes", json!("an hour"), "certification.fact_value"),
        ("minutes", json!("99999999999999"), "certification.fact_value"),
        ("validity_months", json!("-3"), "certification.fact_value"),
        ("status", json!("gone"), "certification.fact_value"),
        ("status", json!(""), "certification.fact_value"),
        ("renewal", json!("by post"), "certification.fact_value"),
        ("retired_on", json!("2027-02-30"), "certification.fact_value"),
        ("retake_days", json!("14 days"), "certification.fact_value"),
        ("url", json!("javascript:alert(1)"), "input.address"),
        ("url", json!("https://user:pw@example.org/"), "input.address"),
        ("price", json!("80 EUR\nextra"), "input.control"),
        ("questions", json!("q".repeat(201)), "input.too_long"),
        ("colour", json!("blue"), "command.params"),
        ("price", json!(80), "command.params"),
    ] {
        let params = json!({ "certification": "gh-900", "fact": fact, "value": value });
        assert_eq!(person.is_refused("certifications.correct", params.clone()).code, code, "{params}");
    }
    for (params, code) in [
        (json!({ "certification": "nobody", "fact": "price", "value": "1 EUR" }), "certification.unknown"),
        (
            json!({ "certification": "gh-900", "fact": "price", "value": "1 EUR", "as_of": "2026-11-21" }),
            "certification.seen_in_future",
        ),
        (
            json!({ "certification": "gh-900", "fact": "price", "value": "1 EUR", "as_of": "1900-01-01" }),
            "input.day_far",
        ),
    ] {
        assert_eq!(person.is_refused("certifications.correct", params.clone()).code, code, "{params}");
    }
    assert_eq!(person.does("certifications.list", json!({})), before);
}

#[test]
fn what_was_spent_stands_by_year_and_currency_and_is_never_added_across_them() {
    let person = Person::junior();
    let save = |params: Value| person.does("certifications.save", params);
    save(json!({
        "certification": "gh-900", "stage": "held", "exam_on": "2026-03-01", "issued": "2026-03-02", "cost": 99.1, "currency": "USD",
        "attempts": [{ "on": "2025-12-01", "score": "600", "cost": 99.2, "currency": "USD" }, { "on": "2026-01-15" }],
        "costs": [
            { "on": "2026-01-05", "what": "course", "amount": 49.9, "currency": "EUR" },
            { "on": "2026-01-06", "what": "material", "amount": 0.1, "currency": "EUR" },
            { "on": "2026-12-01", "what": "travel", "amount": 30, "currency": "CHF" },
        ],
    }));
    save(
        json!({ "certification": "hc-terraform", "stage": "booked", "exam_on": "2027-02-01", "cost": 70.5, "currency": "USD" }),
    );
    save(json!({ "certification": "symfony", "stage": "planned", "wanted_by": "2027-05-01" }));
    save(json!({ "certification": "py-pcep", "stage": "planned" }));
    // Only wished for: nobody pays for a wish.
    save(json!({ "certification": "aws-dva" }));
    let list = person.does("certifications.list", json!({}));
    let years: Vec<(Option<i64>, &str, f64, f64)> = list["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let amount = |key: &str| it[key].as_f64().unwrap();
            (it["year"].as_i64(), it["currency"].as_str().unwrap(), amount("paid"), amount("ahead"))
        })
        .collect();
    assert_eq!(
        years,
        [
            (None, "USD", 0.0, 59.0),
            (Some(2027), "EUR", 0.0, 250.0),
            (Some(2027), "USD", 0.0, 70.5),
            (Some(2026), "CHF", 0.0, 30.0),
            (Some(2026), "EUR", 50.0, 0.0),
            (Some(2026), "USD", 99.1, 0.0),
            (Some(2025), "USD", 99.2, 0.0),
        ]
    );
    // Amounts as they are, each with what it was for.
    let spent = list["spent"].as_array().unwrap();
    assert_eq!(spent.len(), 8);
    assert_eq!(spent.iter().filter(|it| it["estimated"] == json!(true)).count(), 2);
    assert_eq!(spent[0]["what"], json!("attempt"));
}

#[test]
fn lists_of_a_certification_are_checked_each_for_itself() {
    let person = Person::junior();
    let with = |list: &str, value: Value| json!({ "certification": "gh-900", list: value });
    let many = |one: Value| Value::Array(vec![one; 201]);
    for (params, code) in [
        (with("costs", json!([{ "on": "2026-01-01", "amount": -1, "currency": "EUR" }])), "input.amount"),
        (with("costs", json!([{ "on": "2026-01-01", "amount": 1, "currency": "euro" }])), "input.currency"),
        (with("costs", json!([{ "on": "2026-01-01", "amount": 1 }])), "command.params"),
        (with("costs", json!([{ "on": "2026-02-30", "amount": 1, "currency": "EUR" }])), "command.params"),
        (
            with("costs", json!([{ "on": "2026-01-01", "amount": 1, "currency": "EUR", "what": "food" }])),
            "command.params",
        ),
        (
            with("costs", many(json!({ "on": "2026-01-01", "amount": 1, "currency": "EUR" }))),
            "input.too_many",
        ),
        (with("attempts", json!([{ "on": "2026-01-01", "cost": 5 }])), "input.currency"),
        (with("attempts", json!([{ "on": "2026-01-01", "score": "a\u{0}b" }])), "input.control"),
        (with("attempts", many(json!({ "on": "2026-01-01" }))), "input.too_many"),
        (with("credits", json!([{ "on": "2026-01-01", "credits": 0 }])), "certification.credits"),
        (with("credits", json!([{ "on": "2026-01-01", "credits": -1 }])), "certification.credits"),
        (with("credits", json!([{ "on": "2026-01-01", "credits": 1000.5 }])), "certification.credits"),
        (
            with("credits", json!([{ "on": "2026-01-01", "credits": 1, "title": "t".repeat(201) }])),
            "input.too_long",
        ),
        (with("periods", json!([{ "renewed_on": "then" }])), "command.params"),
        (with("attempt", json!(0)), "input.range"),
        (with("attempt", json!(100)), "input.range"),
        (with("retry_from", json!("1900-01-01")), "input.day_far"),
    ] {
        assert_eq!(person.is_refused("certifications.save", params.clone()).code, code, "{params}");
    }
    assert!(person.does("certifications.list", json!({}))["mine"].as_array().unwrap().is_empty());
    // What is not named stays.
    let view = person.does(
        "certifications.save",
        json!({
            "certification": "gh-900", "costs": [{ "on": "2026-01-01", "amount": 1, "currency": "EUR" }],
            "credits": [{ "on": "2026-01-01", "credits": 0.25, "title": "A talk" }], "keep_up": false,
            "attempts": [{ "on": "2026-01-01" }], "periods": [{ "renewed_on": "2026-01-01" }],
        }),
    );
    let id = &view["record"]["id"];
    let again =
        person.does("certifications.save", json!({ "id": id, "certification": "gh-900", "note": "Soon." }));
    for field in ["costs", "credits", "attempts", "periods", "keep_up"] {
        assert_eq!(again["record"][field], view["record"][field], "{field}");
    }
    assert_eq!(again["record"]["attempt"], json!(2));
}
