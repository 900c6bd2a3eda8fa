//! Proofs that a credential carries within itself: they cover all of it, or it is not called intact.

use groundwork_domain::badge::{
    BadgeReasonCode as Code, BadgeRecipient, BadgeVerdict as Verdict, BadgeVersion,
};
use groundwork_exchange::open_badges::{PinnedKey, picture, read_key};
use serde_json::{Value, json};

use crate::make::{check_for, check_json, codes, decided, is_intact, json_fixture};

/// Badges with a proof that fits.
pub const SIGNED: [&str; 9] = [
    "gen_ob3_di_endorsed.json",
    "gen_ob3_di_full.json",
    "gen_ob3_di_odd_values.json",
    "gen_ob3_di_v1_context_3_0_1.json",
    "gen_ob3_ed25519_2020.json",
    "vector_ob3_degree.json",
    "vector_ob3_v1_context_3_0_0.json",
    "vector_ob3_v1_eddsa_2022.json",
    "vector_ob3_v2_context_3_0_3.json",
];

fn pin(issuer: Option<&str>) -> PinnedKey {
    let key = read_key(b"z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi").expect("a key");
    PinnedKey { issuer: issuer.map(str::to_owned), key }
}

#[test]
fn the_published_badges_and_those_of_another_program_are_intact() {
    for name in SIGNED {
        let report = check_json(&json_fixture(name));
        assert_eq!(decided(&report), (Verdict::IntactIssuerUnknown, Code::KeyInFile), "{name} {report:?}");
        assert_eq!(report.version, BadgeVersion::V3, "{name}");
        assert!(codes(&report).contains(&Code::SignatureValid), "{name}");
    }
}

#[test]
fn a_badge_made_by_another_program_is_read_in_full() {
    let badge = json_fixture("gen_ob3_di_full.json").to_string();
    let report = check_for(badge.as_bytes(), &["ada@example.org"], &[]);
    assert_eq!(report.recipient, BadgeRecipient::Mine);
    assert_eq!(report.name.as_deref(), Some("Back-end L3"));
    assert_eq!(report.alignment, ["S5.6 server-side programming", "SQL"]);
    assert_eq!(report.criteria.as_deref(), Some("Examen pratique de **4 heures**"));
    assert_eq!(report.expires.as_deref(), Some("2030-03-01T00:00:00Z"));
    assert_eq!(picture(badge.as_bytes()).map(|picture| picture.media_type), Some("image/png"));
}

#[test]
fn a_trusted_key_makes_the_published_badge_known() {
    let badge = json_fixture("vector_ob3_v2_context_3_0_3.json").to_string();
    for issuer in [None, Some("https://example.edu/issuers/565049")] {
        let report = check_for(badge.as_bytes(), &[], &[pin(issuer)]);
        assert_eq!(decided(&report), (Verdict::IntactKeyPinned, Code::KeyPinned));
    }
    assert_eq!(
        check_for(badge.as_bytes(), &[], &[pin(Some("https://other.example"))]).verdict,
        Verdict::IntactIssuerUnknown
    );
}

#[test]
fn every_value_of_a_signed_badge_is_covered_by_its_proof() {
    // In the large badge every third value, in the small one every value.
    for (name, every) in [("vector_ob3_v1_context_3_0_0.json", 1), ("gen_ob3_di_full.json", 3)] {
        let badge = json_fixture(name);
        for path in paths(&badge).into_iter().step_by(every) {
            let mut changed = badge.clone();
            let value = changed.pointer_mut(&path).expect("it is there");
            *value = match value {
                Value::String(text) => json!(format!("{text}x")),
                Value::Number(number) => json!(number.as_f64().unwrap_or_default() + 1.0),
                Value::Bool(value) => json!(!*value),
                _ => json!("x"),
            };
            let report = check_json(&changed);
            assert!(!is_intact(&report), "{name} {path} {report:?}");
            let (object, field) = path.rsplit_once('/').expect("a path");
            if is_said_twice(&badge, object, field) {
                continue;
            }
            let mut removed = badge.clone();
            match removed.pointer_mut(object).expect("it is there") {
                Value::Object(object) => drop(object.remove(field)),
                Value::Array(list) => drop(list.remove(field.parse::<usize>().expect("an index"))),
                _ => unreachable!("a value stands in an object or a list"),
            }
            assert!(!is_intact(&check_json(&removed)), "{name} without {path}");
        }
    }
}

/// Whether another object of the same id says the same in the same words: then one of the two may go.
fn is_said_twice(badge: &Value, path: &str, field: &str) -> bool {
    let at = |path: &str| badge.pointer(path).expect("it is there");
    // The member of a list is said by the object that the list belongs to.
    let (path, field) =
        if at(path).is_array() { path.rsplit_once('/').expect("a path") } else { (path, field) };
    let mut all = Vec::new();
    objects(badge, "", &mut all);
    let (id, value) = (&at(path)["id"], &at(path)[field]);
    let others = all.iter().filter(|other| *other != path).map(|other| at(other));
    !id.is_null() && others.filter(|other| &other["id"] == id).any(|other| &other[field] == value)
}

/// Paths of all values that hold no others, the contexts left out: another context that says the same is no change.
fn paths(value: &Value) -> Vec<String> {
    fn collect(value: &Value, path: &str, all: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (name, value) in object.iter().filter(|(name, _)| *name != "@context") {
                    collect(value, &format!("{path}/{name}"), all);
                }
            }
            Value::Array(list) => {
                list.iter()
                    .enumerate()
                    .for_each(|(index, value)| collect(value, &format!("{path}/{index}"), all));
            }
            _ => all.push(path.to_owned()),
        }
    }
    let mut all = Vec::new();
    collect(value, "", &mut all);
    all
}

/// Paths of all objects.
fn objects(value: &Value, path: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            all.push(path.to_owned());
            for (name, value) in object.iter().filter(|(name, _)| *name != "@context") {
                objects(value, &format!("{path}/{name}"), all);
            }
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(index, value)| objects(value, &format!("{path}/{index}"), all));
        }
        _ => {}
    }
}

#[test]
fn nothing_can_be_added_to_a_signed_badge_without_being_noticed() {
    for (name, every) in [("vector_ob3_v2_context_3_0_3.json", 1), ("gen_ob3_di_full.json", 7)] {
        let badge = json_fixture(name);
        let mut count = 0;
        let mut places = Vec::new();
        objects(&badge, "", &mut places);
        for place in places {
            for (field, value) in [
                ("promotedTo", json!("CTO")),
                ("evil field", json!("x")),
                ("narrative", json!("More")),
                ("validUntil", json!("2099-01-01T00:00:00Z")),
                ("evidence", json!([{ "id": "relative", "type": ["Evidence"], "name": "More" }])),
                ("evidence", json!({ "id": "https://a b.example", "type": ["Evidence"], "name": "More" })),
                ("image", json!("not an address")),
                ("https://schema.org/name", json!("CTO")),
                ("schema:name", json!("CTO")),
                ("@included", json!([{ "id": "https://a.example", "name": "CTO" }])),
                ("@graph", json!([{ "name": "CTO" }])),
                ("@reverse", json!({ "issuer": "https://a.example" })),
                ("@nest", json!({ "name": "CTO" })),
                ("@index", json!("CTO")),
                ("@context", json!({ "name": "https://a.example/other" })),
                ("@context", json!(null)),
                ("type", json!(["Achievement", "no such type"])),
            ] {
                // In the large badge every kind of addition is tried somewhere, and in the small one everywhere.
                count += 1;
                if count % every != 0 {
                    continue;
                }
                // That of a proof is not read: those of the credential take its place.
                if (place.as_str(), field) == ("/proof", "@context") {
                    continue;
                }
                let mut changed = badge.clone();
                let object = changed.pointer_mut(&place).and_then(Value::as_object_mut).expect("an object");
                if field == "type" {
                    let mut types = object.get("type").cloned().unwrap_or_else(|| json!([]));
                    if !types.is_array() {
                        types = json!([types]);
                    }
                    types.as_array_mut().expect("types").push(json!("no such type"));
                    object.insert("type".to_owned(), types);
                } else if object.insert(field.to_owned(), value.clone()).is_some_and(|old| old == value) {
                    continue;
                }
                let report = check_json(&changed);
                assert!(!is_intact(&report), "{name} {place}/{field} {report:?}");
            }
        }
    }
}

#[test]
fn what_is_signed_cannot_be_hidden_under_another_name() {
    let badge = json_fixture("gen_ob3_di_full.json");
    let end = badge["validUntil"].clone();
    let cred = "https://www.w3.org/2018/credentials#validUntil";
    let typed = json!({ "@value": end, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" });
    let mut hidden = Vec::new();
    for name in [cred, "cred:validUntil", "end"] {
        let mut changed = badge.clone();
        changed.as_object_mut().expect("a badge").remove("validUntil");
        changed[name] = typed.clone();
        if name == "end" {
            changed["@context"].as_array_mut().expect("contexts").push(json!({ "end": cred }));
        }
        hidden.push(changed);
    }
    // The end said of the badge's id somewhere else in the text.
    let mut moved = badge.clone();
    moved.as_object_mut().expect("a badge").remove("validUntil");
    moved["evidence"][1] = json!({ "id": badge["id"], "type": badge["type"], "validUntil": end });
    hidden.push(moved);
    // To whom it was issued, likewise.
    let mut moved = badge.clone();
    let identifier = moved["credentialSubject"].as_object_mut().expect("a subject").remove("identifier");
    moved["evidence"][1] =
        json!({ "id": "did:example:ada", "type": "AchievementSubject", "identifier": identifier });
    hidden.push(moved);
    for changed in hidden {
        let report = check_json(&changed);
        assert!(!is_intact(&report), "{report:?}");
    }
    let mut same = badge;
    same["validUntil"] = typed;
    assert!(!is_intact(&check_json(&same)));
}

#[test]
fn an_added_field_is_named() {
    let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
    badge["credentialSubject"]["promotedTo"] = json!("CTO");
    let report = check_json(&badge);
    assert_eq!(decided(&report), (Verdict::Altered, Code::FieldInvalid));
    assert_eq!(report.reasons[0].detail, "promotedTo");
}

#[test]
fn a_context_that_the_program_does_not_carry_leaves_the_badge_unchecked() {
    for context in [
        json!("https://academy.example/context.json"),
        json!("http://www.w3.org/ns/credentials/v2"),
        json!({ "promotedTo": "https://academy.example/promoted" }),
        json!({ "@vocab": "https://academy.example/" }),
        json!(null),
    ] {
        let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
        badge["@context"].as_array_mut().expect("contexts").push(context.clone());
        let report = check_json(&badge);
        assert_eq!(
            decided(&report),
            (Verdict::HostedUnchecked, Code::ContextUnknown),
            "{context} {report:?}"
        );
    }
}

#[test]
fn a_proof_that_is_not_known_is_said_to_be_so() {
    let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
    let good = badge["proof"].clone();
    let mut other = good.clone();
    other["cryptosuite"] = json!("ecdsa-sd-2023");
    let mut chained = good.clone();
    chained["previousProof"] = json!("urn:uuid:1");
    for unknown in [other.clone(), chained, json!({ "type": "Ed25519Signature2018", "jws": "x" }), json!({})]
    {
        badge["proof"] = unknown.clone();
        let report = check_json(&badge);
        assert_eq!(
            decided(&report),
            (Verdict::HostedUnchecked, Code::ProofUnsupported),
            "{unknown} {report:?}"
        );
    }
    badge["proof"] = json!([other, good]);
    let report = check_json(&badge);
    assert_eq!(report.verdict, Verdict::IntactIssuerUnknown, "{report:?}");
    assert!(codes(&report).contains(&Code::ProofUnsupported));
}

#[test]
fn one_of_several_proofs_that_does_not_fit_makes_the_badge_altered() {
    let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
    let good = badge["proof"].clone();
    let mut bad = good.clone();
    bad["created"] = json!("2010-01-01T19:23:25Z");
    badge["proof"] = json!([good, bad]);
    assert_eq!(decided(&check_json(&badge)), (Verdict::Altered, Code::SignatureMismatch));
    badge["proof"] = json!([good, "proof"]);
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::FieldInvalid));
    badge["proof"] = json!(vec![good; 1_000]);
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::TooLarge));
}

#[test]
fn a_proof_for_something_else_or_without_a_usable_key_does_not_count() {
    for (field, value, expected) in [
        ("proofPurpose", json!("authentication"), (Verdict::Invalid, Code::ProofNotValidForThis)),
        ("proofValue", json!("u7Gh"), (Verdict::Invalid, Code::FieldInvalid)),
        ("proofValue", json!("z0OIl"), (Verdict::Invalid, Code::FieldInvalid)),
        ("proofValue", json!("z2"), (Verdict::Altered, Code::SignatureMismatch)),
        ("created", json!("yesterday"), (Verdict::Invalid, Code::FieldInvalid)),
        ("verificationMethod", json!("did:key:z6Mk"), (Verdict::Invalid, Code::KeyUnusable)),
        ("verificationMethod", json!(7), (Verdict::Invalid, Code::KeyUnusable)),
        (
            "verificationMethod",
            json!("https://example.edu/keys/1"),
            (Verdict::HostedUnchecked, Code::KeyNotInFile),
        ),
    ] {
        let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
        badge["proof"][field] = value.clone();
        assert_eq!(decided(&check_json(&badge)), expected, "{field} {value}");
    }
}

#[test]
fn a_badge_whose_time_is_over_is_expired_though_its_proof_fits() {
    let badge = json_fixture("gen_ob3_di_full.json").to_string();
    let now = "2031-01-01T00:00:00Z".parse().expect("a moment");
    let against = groundwork_exchange::open_badges::Against { now, addresses: &[], pinned: &[] };
    let report = groundwork_exchange::open_badges::check(badge.as_bytes(), &against);
    assert_eq!(decided(&report), (Verdict::Expired, Code::Expired));
    assert!(codes(&report).contains(&Code::SignatureValid));
}

#[test]
fn an_issuer_whose_id_is_a_key_cannot_be_spoken_for_by_another_key() {
    let mut badge = json_fixture("gen_ob3_di_full.json");
    badge["proof"]["verificationMethod"] =
        json!("https://example.edu/1#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::KeyOfAnotherIssuer));
}

#[test]
fn a_credential_of_thousands_of_values_is_refused_before_its_contexts_are_applied() {
    let mut badge = json_fixture("vector_ob3_v2_context_3_0_3.json");
    let first = badge["@context"].clone();
    badge["evidence"] = json!(vec![json!({ "type": ["Evidence"], "name": "x" }); 10_000]);
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::TooLarge));
    badge["evidence"] = json!([]);
    let many = [first.as_array().expect("contexts").clone(), vec![first[0].clone(); 10_000]].concat();
    badge["@context"] = json!(many);
    assert_eq!(decided(&check_json(&badge)), (Verdict::Invalid, Code::TooLarge));
}
