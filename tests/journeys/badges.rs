//! Open Badges: checked offline, accepted as certifications, held against trusted keys and own addresses.

use crate::person::Person;
use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const ISSUER: &str = "https://issuer.example/issuers/1";

/// File, version, container, verdict without and with the issuer's key pinned, and whether it may be accepted.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, bool);

const VERDICTS: [Row; 30] = {
    const UNKNOWN: &str = "intact_issuer_unknown";
    const PINNED: &str = "intact_key_pinned";
    const HOSTED: &str = "hosted_unchecked";
    [
        ("gen_bad_crc.png", "none", "png", "invalid", "invalid", false),
        ("gen_bad_ob3_vcjwt_alg_none.jwt", "3.0", "jwt", "invalid", "invalid", false),
        ("gen_bad_ob3_vcjwt_tampered.jwt", "3.0", "jwt", "altered", "altered", false),
        ("gen_no_badge.png", "none", "png", "invalid", "invalid", false),
        ("gen_ob2_hosted_baked.png", "2.0", "png", HOSTED, HOSTED, true),
        ("gen_ob2_hosted_baked.svg", "2.0", "svg", HOSTED, HOSTED, true),
        ("gen_ob3_di_endorsed.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("gen_ob3_di_full.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("gen_ob3_di_odd_values.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("gen_ob3_di_v1_context_3_0_1.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("gen_ob3_ed25519_2020.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("gen_ob3_vcjwt_baked.png", "3.0", "png", UNKNOWN, PINNED, true),
        ("gen_ob3_vcjwt_baked.svg", "3.0", "svg", UNKNOWN, PINNED, true),
        ("gen_ob3_vcjwt_expired.jwt", "3.0", "jwt", "expired", "expired", true),
        ("gen_ob3_vcjwt_jwk.jwt", "3.0", "jwt", UNKNOWN, PINNED, true),
        ("ob_0_5_1_assertion.json", "1.x", "json", HOSTED, HOSTED, true),
        ("ob_0_5_assertion.json", "1.x", "json", HOSTED, HOSTED, true),
        ("ob_1_0_assertion_with_errors.json", "1.x", "json", "invalid", "invalid", false),
        ("ob_1_0_basic_assertion.json", "1.x", "json", HOSTED, HOSTED, true),
        ("ob_1_0_basic_badgeclass.json", "1.x", "json", "invalid", "invalid", false),
        ("ob_1_0_basic_issuer.json", "1.x", "json", "invalid", "invalid", false),
        ("ob_1_1_basic_assertion.json", "1.x", "json", HOSTED, HOSTED, true),
        ("ob_2_0_basic_assertion.json", "2.0", "json", HOSTED, HOSTED, true),
        ("ob_2_0_basic_badgeclass.json", "2.0", "json", "invalid", "invalid", false),
        ("ob_2_0_basic_issuer.json", "2.0", "json", "invalid", "invalid", false),
        ("vector_ob3_degree.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("vector_ob3_v1_context_3_0_0.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("vector_ob3_v1_eddsa_2022.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        ("vector_ob3_v2_context_3_0_3.json", "3.0", "json", UNKNOWN, UNKNOWN, true),
        // A credential that is signed well, and no badge.
        ("vector_w3c_alumni.json", "none", "json", "invalid", "invalid", false),
    ]
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/openbadges")
}

pub fn fixture(name: &str) -> PathBuf {
    folder().join(name)
}

pub fn text_of(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

fn check(person: &Person, name: &str) -> Value {
    person.does("badges.check", json!({ "path": fixture(name) }))
}

pub fn accept(person: &Person, name: &str, more: Value) -> Value {
    let mut params = json!({ "path": fixture(name) });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person.does("badges.accept", params)
}

fn pins(person: &Person) -> String {
    let params =
        json!({ "name": "Académie", "issuer": ISSUER, "path": fixture("gen_issuer_public.jwk.json") });
    person.does("badges.pin", params)["keys"][0]["id"].as_str().unwrap().to_owned()
}

pub fn codes(view: &Value) -> Vec<&str> {
    view["report"]["reasons"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect()
}

pub fn badges(person: &Person) -> Vec<Value> {
    person.does("badges.list", json!({})).as_array().unwrap().clone()
}

#[test]
fn every_file_gets_the_verdict_that_its_name_says() {
    let person = Person::junior();
    let before = person.everything();
    let trusting = Person::junior();
    pins(&trusting);
    for (name, version, container, alone, with_key, acceptable) in VERDICTS {
        let view = check(&person, name);
        let report = &view["report"];
        assert_eq!(report["version"], json!(version), "{name}");
        assert_eq!(report["container"], json!(container), "{name}");
        assert_eq!(report["verdict"], json!(alone), "{name}: {report}");
        assert_eq!(view["acceptable"], json!(acceptable), "{name}");
        assert!(!codes(&view).is_empty(), "{name}");
        assert_eq!(check(&trusting, name)["report"]["verdict"], json!(with_key), "{name}");
        // The key that is named for this check alone does the same.
        let key = text_of("gen_issuer_public.jwk.json");
        let named = person.does("badges.check", json!({ "path": fixture(name), "keys": [key] }));
        assert_eq!(named["report"]["verdict"], json!(with_key), "{name}");
    }
    // Every file of the folder stands in the table.
    let listed =
        std::fs::read_dir(folder()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut badges: Vec<String> =
        listed.filter(|name| name != "SOURCES.md" && !name.ends_with(".jwk.json")).collect();
    badges.sort();
    let mut known: Vec<&str> = VERDICTS.iter().map(|row| row.0).collect();
    known.sort_unstable();
    assert_eq!(badges, known);
    assert_eq!(person.everything(), before, "checking changes nothing");
}

#[test]
fn every_file_is_accepted_once_or_refused_for_good() {
    for (name, _, _, verdict, _, acceptable) in VERDICTS {
        let person = Person::new();
        let before = person.everything();
        if !acceptable {
            let refused = person.is_refused("badges.accept", json!({ "path": fixture(name) }));
            assert_eq!(refused.code, "badge.refused", "{name}");
            assert_eq!(person.everything(), before, "{name}");
            assert!(!person.folder.path().join("attachments").exists(), "{name}");
            continue;
        }
        let params = json!({ "path": fixture(name), "supports": [{ "skill": "sql", "level": 2 }] });
        let view = person.does("badges.accept", params.clone());
        assert_eq!(view["record"]["stage"], json!("held"), "{name}");
        // Old ones carry one level less.
        assert!(person.skill("sql")["proven"].as_u64().unwrap() >= 1, "{name}");
        let files = view["attachments"].as_array().unwrap();
        assert_eq!((files.len(), &files[0]["badge"], &files[0]["name"]), (1, &json!(true), &json!(name)));
        let listed = badges(&person);
        assert_eq!(listed.len(), 1, "{name}");
        assert_eq!(listed[0]["report"]["verdict"], json!(verdict), "{name}");
        assert_eq!(
            (&listed[0]["record"], &listed[0]["attachment"]),
            (&view["record"]["id"], &files[0]["id"])
        );
        assert!(listed[0]["token"].is_null());
        let twice = person.is_refused("badges.accept", params);
        assert_eq!(twice.code, "badge.accepted_already", "{name}");
        // One step in the history: certification, file and evidence go together.
        let after = person.everything();
        person.undoes();
        assert_eq!(person.everything(), before, "{name}");
        assert!(badges(&person).is_empty(), "{name}");
        person.does("history.redo", json!({}));
        assert_eq!(person.everything(), after, "{name}");
        assert_eq!(badges(&person), listed, "{name}");
    }
}

#[test]
fn a_badge_becomes_a_certification_of_what_it_says() {
    let person = Person::junior();
    let view = accept(
        &person,
        "gen_ob3_vcjwt_baked.png",
        json!({ "supports": [{ "skill": "postgresql", "level": 2 }] }),
    );
    let record = &view["record"];
    for (field, value) in [
        ("name", json!("Back-end L3")),
        ("provider", json!("Exemple Académie")),
        ("issued", json!("2025-03-01")),
        ("expires", json!("2028-03-01")),
        ("credential_id", json!("https://issuer.example/credentials/42")),
        ("certification", Value::Null),
    ] {
        assert_eq!(record[field], value, "{field}");
    }
    // Its picture can be shown, described for those who do not see it.
    let file = &view["attachments"][0];
    assert_eq!((&file["media_type"], &file["alt"]), (&json!("image/png"), &json!("Back-end L3")));
    let picture = person.does("attachments.picture", json!({ "id": file["id"] }));
    assert!(picture["data_url"].as_str().unwrap().starts_with("data:image/png;base64,"));
    // A level that no such badge carries.
    let other = Person::junior();
    for (supports, code) in [
        (json!([{ "skill": "postgresql", "level": 3 }]), "certification.supports_level"),
        (json!([{ "skill": "nobody", "level": 1 }]), "skill.unknown"),
    ] {
        let params = json!({ "path": fixture("gen_ob3_vcjwt_baked.png"), "supports": supports });
        assert_eq!(other.is_refused("badges.accept", params).code, code);
    }
    let params = json!({ "path": fixture("gen_ob3_vcjwt_baked.png"), "certification": "nobody" });
    assert_eq!(other.is_refused("badges.accept", params).code, "certification.unknown");
    let params = json!({ "path": fixture("gen_ob3_vcjwt_baked.png"), "id": "0" });
    assert_eq!(other.is_refused("badges.accept", params).code, "record.unknown");
    assert_eq!(other.is_refused("badges.accept", json!({})).code, "input.empty");
    assert_eq!(other.is_refused("badges.accept", json!({ "token": "0" })).code, "badge.gone");
    // One without a name has at least the name of its kind.
    let nameless = accept(&other, "ob_2_0_basic_assertion.json", json!({}));
    assert_eq!(nameless["name"], json!("Open Badge"));
}

#[test]
fn a_badge_completes_a_certification_and_overwrites_nothing() {
    let person = Person::junior();
    let passed = person.does(
        "certifications.save",
        json!({
            "certification": "hc-terraform", "stage": "passed", "exam_on": "2025-02-20", "score": "88 %", "note": "Mine.",
            "issued": "2025-02-28", "credential_id": "T-1",
        }),
    );
    let id = passed["record"]["id"].clone();
    let view = accept(&person, "gen_ob3_vcjwt_jwk.jwt", json!({ "id": id }));
    let record = &view["record"];
    for (field, value) in [
        ("id", id.clone()),
        ("stage", json!("held")),
        ("issued", json!("2025-02-28")),
        ("expires", json!("2028-03-01")),
        ("credential_id", json!("T-1")),
        ("score", json!("88 %")),
        ("note", json!("Mine.")),
        ("certification", json!("hc-terraform")),
    ] {
        assert_eq!(record[field], value, "{field}");
    }
    // A second badge of the same certification, and one for a certification of the catalogue.
    let view = accept(&person, "gen_ob3_vcjwt_baked.svg", json!({ "id": id }));
    assert_eq!(view["attachments"].as_array().unwrap().len(), 2);
    let known = accept(&person, "gen_ob3_vcjwt_expired.jwt", json!({ "certification": "gh-900" }));
    assert_eq!((&known["name"], &known["stage"]), (&json!("GitHub Foundations"), &json!("expired")));
    assert_eq!(person.does("certifications.list", json!({}))["mine"].as_array().unwrap().len(), 2);
    assert_eq!(badges(&person).len(), 3);
    // Removing the certification takes its badges along, and undo brings them back.
    person.does("certifications.remove", json!({ "id": id }));
    assert_eq!(badges(&person).len(), 1);
    person.undoes();
    assert_eq!(badges(&person).len(), 3);
    // Removing the badge alone leaves the certification; then it can be accepted again.
    let attachment = badges(&person)[0]["attachment"].clone();
    person.does("attachments.remove", json!({ "id": attachment }));
    assert_eq!(badges(&person).len(), 2);
    accept(&person, "gen_ob3_vcjwt_jwk.jwt", json!({ "id": id }));
    assert_eq!(badges(&person).len(), 3);
}

#[test]
fn a_key_that_is_pinned_makes_the_verdict_and_one_that_is_unpinned_no_more() {
    let person = Person::junior();
    accept(&person, "gen_ob3_vcjwt_baked.png", json!({}));
    let verdict = |person: &Person| {
        let view = badges(person).remove(0);
        (view["report"]["verdict"].as_str().unwrap().to_owned(), view["key_name"].clone())
    };
    assert_eq!(verdict(&person), ("intact_issuer_unknown".to_owned(), Value::Null));
    let history = person.does("history.list", json!({}))["rows"].as_array().unwrap().len();
    let key = pins(&person);
    assert_eq!(verdict(&person), ("intact_key_pinned".to_owned(), json!("Académie")));
    let person = person.restarts();
    assert_eq!(verdict(&person), ("intact_key_pinned".to_owned(), json!("Académie")));
    let again = json!({ "name": "Again", "issuer": ISSUER, "path": fixture("gen_issuer_public.jwk.json") });
    assert_eq!(person.is_refused("badges.pin", again).code, "badge.pinned_already");
    person.undoes();
    assert_eq!(verdict(&person).0, "intact_issuer_unknown");
    person.does("history.redo", json!({}));
    person.does("badges.unpin", json!({ "id": key }));
    assert_eq!(verdict(&person).0, "intact_issuer_unknown");
    person.undoes();
    assert_eq!(verdict(&person).0, "intact_key_pinned");
    assert_eq!(person.does("history.list", json!({}))["rows"].as_array().unwrap().len(), history + 2);
    // For another issuer it says nothing; for any, it does.
    let other = Person::junior();
    let pin = |issuer: Value| {
        other.does(
            "badges.pin",
            json!({ "name": "K", "issuer": issuer, "text": text_of("gen_issuer_public.jwk.json") }),
        )
    };
    pin(json!("https://elsewhere.example/"));
    assert_ne!(check(&other, "gen_ob3_vcjwt_jwk.jwt")["report"]["verdict"], json!("intact_key_pinned"));
    let trust = pin(json!(""));
    assert!(trust["keys"][1]["issuer"].is_null());
    assert_eq!(check(&other, "gen_ob3_vcjwt_jwk.jwt")["report"]["verdict"], json!("intact_key_pinned"));
    for (text, code) in [
        ("", "input.empty"),
        ("{}", "badge.key"),
        ("not a key", "badge.key"),
        ("did:key:zzzz", "badge.key"),
        (r#"{"kty":"oct","k":"AAAA"}"#, "badge.key"),
    ] {
        let refused = other.is_refused("badges.pin", json!({ "name": "K", "text": text }));
        assert_eq!(refused.code, code, "{text}");
    }
    let nameless = json!({ "name": " ", "text": text_of("gen_issuer_public.jwk.json") });
    assert_eq!(other.is_refused("badges.pin", nameless).code, "input.empty");
    assert_eq!(other.is_refused("badges.unpin", json!({ "id": "0" })).code, "record.unknown");
}

#[test]
fn an_embedded_proof_is_checked_and_its_key_can_be_pinned_as_it_stands_in_the_file() {
    let person = Person::junior();
    let verdict = |person: &Person| check(person, "gen_ob3_di_full.json")["report"]["verdict"].take();
    assert_eq!(verdict(&person), json!("intact_issuer_unknown"));
    let badge: Value = serde_json::from_str(&text_of("gen_ob3_di_full.json")).unwrap();
    let method = badge["proof"]["verificationMethod"].as_str().unwrap();
    let key = method.split('#').next().unwrap();
    person.does("badges.pin", json!({ "name": "By hand", "text": key }));
    assert_eq!(verdict(&person), json!("intact_key_pinned"));
    // One word changed, and it proves nothing.
    let altered = text_of("gen_ob3_di_full.json").replace("Back-end L3", "Back-end L4");
    let view = person.does("badges.check", json!({ "text": altered }));
    assert_eq!((&view["report"]["verdict"], &view["acceptable"]), (&json!("altered"), &json!(false)));
    let refused = person.is_refused("badges.accept", json!({ "token": view["token"] }));
    assert_eq!(refused.code, "badge.refused");
}

#[test]
fn the_persons_addresses_decide_whether_it_is_theirs() {
    let person = Person::junior();
    let recipient = |name: &str| check(&person, name)["report"]["recipient"].take();
    let rows = ["gen_ob3_vcjwt_jwk.jwt", "ob_2_0_basic_assertion.json", "ob_0_5_1_assertion.json"];
    for name in rows {
        assert_eq!(recipient(name), json!("not_compared"), "{name}");
    }
    person.does("badges.add_address", json!({ "address": " somebody@example.net " }));
    for name in rows {
        assert_eq!(recipient(name), json!("other"), "{name}");
    }
    for (name, address) in
        [(rows[0], "ada@example.org"), (rows[1], "nobody@example.org"), (rows[2], "test@example.com")]
    {
        // For this check alone, then for all.
        let params = json!({ "path": fixture(name), "addresses": [address] });
        assert_eq!(person.does("badges.check", params)["report"]["recipient"], json!("mine"), "{name}");
        assert_eq!(recipient(name), json!("other"), "{name}");
        person.does("badges.add_address", json!({ "address": address }));
        assert_eq!(recipient(name), json!("mine"), "{name}");
    }
    let trust = person.does("badges.trust", json!({}));
    assert_eq!(
        trust["addresses"],
        json!(["ada@example.org", "nobody@example.org", "somebody@example.net", "test@example.com"])
    );
    person.does("badges.remove_address", json!({ "address": "ada@example.org" }));
    assert_eq!(recipient(rows[0]), json!("other"));
    person.undoes();
    assert_eq!(recipient(rows[0]), json!("mine"));
    for (address, code) in [
        ("", "badge.address"),
        ("ada", "badge.address"),
        ("ada@", "badge.address"),
        ("@example.org", "badge.address"),
        ("a da@example.org", "badge.address"),
        ("ada@example.org@x.org", "badge.address"),
        ("ada@example.org", "badge.address_known"),
    ] {
        let refused = person.is_refused("badges.add_address", json!({ "address": address }));
        assert_eq!(refused.code, code, "{address}");
    }
    let gone = json!({ "address": "gone@example.org" });
    assert_eq!(person.is_refused("badges.remove_address", gone).code, "record.unknown");
}

#[test]
fn the_catalogues_certification_that_a_badge_names_is_found() {
    let person = Person::junior();
    let named = |name: &str| {
        let text = text_of("ob_0_5_1_assertion.json").replace("Basic McBadge", name);
        person.does("badges.check", json!({ "text": text }))["matches"].take()
    };
    assert_eq!(named("HashiCorp Certified: Terraform Associate"), json!(["hc-terraform"]));
    assert_eq!(named("Passed CKAD in 2026"), json!(["cncf-ckad"]));
    assert_eq!(named("CKADEMY"), json!([]));
    assert_eq!(named("Basic McBadge"), json!([]));
}

#[test]
fn a_badge_is_checked_without_any_data() {
    let place = tempfile::tempdir().unwrap();
    let app = App::without_data(AppConfig {
        data_dir: place.path().join("none"),
        create: false,
        origin: Origin::Test,
        clock: Clock::Fixed(crate::person::day(crate::person::TODAY)),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    });
    for (name, version, _, alone, _, _) in VERDICTS {
        let view = app.dispatch("badges.check", json!({ "path": fixture(name) })).unwrap().value;
        assert_eq!(view["report"]["verdict"], json!(alone), "{name}");
        assert_eq!(view["report"]["version"], json!(version), "{name}");
    }
    for (command, params) in [
        ("badges.accept", json!({ "path": fixture("gen_ob3_vcjwt_jwk.jwt") })),
        ("badges.list", json!({})),
        ("badges.trust", json!({})),
    ] {
        let refused = app.dispatch(command, params).unwrap_err();
        assert_eq!(refused.code, "store.no_profile", "{command}");
    }
    assert!(!place.path().join("none").exists());
}

#[test]
fn the_verdict_is_that_of_the_day() {
    let person = Person::at("2028-02-29T12:00[Europe/Paris]");
    let verdict = |person: &Person| check(person, "gen_ob3_vcjwt_jwk.jwt")["report"]["verdict"].take();
    assert_eq!(verdict(&person), json!("intact_issuer_unknown"));
    accept(&person, "gen_ob3_vcjwt_jwk.jwt", json!({}));
    person.clock_shows("2028-03-02T12:00[Europe/Paris]");
    assert_eq!(verdict(&person), json!("expired"));
    assert_eq!(badges(&person)[0]["report"]["verdict"], json!("expired"));
    person.clock_shows("2025-02-01T12:00[Europe/Paris]");
    let early = check(&person, "gen_ob3_vcjwt_jwk.jwt");
    assert_eq!((&early["report"]["verdict"], codes(&early)[0]), (&json!("invalid"), "issued_in_future"));
}
