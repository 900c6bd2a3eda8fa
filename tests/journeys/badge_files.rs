//! Files that are badges, or are not: vanished, altered, linked, far too large, pasted, chosen in a window.

use crate::badges::{accept, badges, codes, fixture, text_of};
use crate::desk::Desk;
use crate::person::Person;
use groundwork_app::App;
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn a_file_that_vanished_or_was_changed_says_so_and_hides_nothing_else() {
    let person = Person::junior();
    let first = accept(&person, "gen_ob3_vcjwt_baked.png", json!({}));
    let second = accept(&person, "gen_ob3_vcjwt_jwk.jwt", json!({}));
    let third = accept(&person, "ob_2_0_basic_assertion.json", json!({}));
    let path = |view: &Value| {
        let sha = view["attachments"][0]["sha256"].as_str().unwrap();
        person.folder.path().join("attachments").join(&sha[..2]).join(sha)
    };
    std::fs::remove_file(path(&first)).unwrap();
    let mut bytes = std::fs::read(path(&second)).unwrap();
    bytes[100] ^= 1;
    std::fs::write(path(&second), bytes).unwrap();
    let listed = badges(&person);
    assert_eq!(listed.len(), 3);
    let of = |view: &Value| listed.iter().find(|it| it["record"] == view["record"]["id"]).unwrap();
    for (view, detail) in [(&first, "store.missing_file"), (&second, "store.altered_file")] {
        let told = of(view);
        assert_eq!(told["report"]["verdict"], json!("invalid"));
        assert_eq!(told["report"]["reasons"], json!([{ "code": "broken", "detail": detail }]));
        assert!(told["picture"].is_null());
    }
    assert_eq!(of(&third)["report"]["verdict"], json!("hosted_unchecked"));
    // What the person entered is all there, and the program goes on.
    let mine = person.does("certifications.list", json!({}))["mine"].take();
    assert_eq!(mine.as_array().unwrap().len(), 3);
    let file = &first["attachments"][0]["id"];
    assert_eq!(person.is_refused("attachments.picture", json!({ "id": file })).code, "store.missing_file");
    // The file itself, chosen again, mends it.
    let refused = person.is_refused("badges.accept", json!({ "path": fixture("gen_ob3_vcjwt_baked.png") }));
    assert_eq!(refused.code, "badge.accepted_already");
    person.does("attachments.remove", json!({ "id": file }));
    accept(&person, "gen_ob3_vcjwt_baked.png", json!({ "id": first["record"]["id"] }));
    assert_eq!(badges(&person).iter().filter(|it| it["report"]["verdict"] == json!("invalid")).count(), 1);
}

#[test]
fn what_is_no_plain_file_or_far_too_large_is_refused_clearly() {
    let person = Person::junior();
    let before = person.everything();
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    let refused = |command: &str, path: &Path| {
        let error = person.is_refused(command, json!({ "path": path }));
        assert!(
            error.sentence.en.contains("Nothing was changed") && !error.sentence.fr.is_empty(),
            "{error:?}"
        );
        error.code
    };
    for command in ["badges.check", "badges.accept"] {
        assert_eq!(refused(command, place.path()), "store.not_a_file", "{command}");
        assert_eq!(refused(command, &at("nothing.png")), "file.unreadable", "{command}");
        #[cfg(target_os = "linux")]
        assert_eq!(refused(command, Path::new("/dev/zero")), "store.not_a_file", "{command}");
    }
    // 200 MB that take no room on the disk.
    std::fs::File::create(at("large.png")).unwrap().set_len(200 * 1024 * 1024).unwrap();
    let view = person.does("badges.check", json!({ "path": at("large.png") }));
    assert_eq!((view["report"]["verdict"].as_str(), codes(&view)[0]), (Some("invalid"), "too_large"));
    assert_eq!(refused("badges.accept", &at("large.png")), "badge.refused");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(fixture("gen_ob3_vcjwt_jwk.jwt"), at("link.jwt")).unwrap();
        // To look at it is harmless; what is kept is a file.
        let view = person.does("badges.check", json!({ "path": at("link.jwt") }));
        assert_eq!(view["report"]["verdict"], json!("intact_issuer_unknown"));
        assert_eq!(refused("badges.accept", &at("link.jwt")), "store.not_a_file");
        std::os::unix::fs::symlink(at("nothing"), at("dangling")).unwrap();
        assert_eq!(refused("badges.check", &at("dangling")), "file.unreadable");
        assert_eq!(refused("badges.accept", &at("dangling")), "store.not_a_file");
        std::os::unix::fs::symlink("/etc/passwd", at("secret.json")).unwrap();
        assert_eq!(refused("badges.accept", &at("secret.json")), "store.not_a_file");
    }
    // As another kind of file none of these is kept either.
    let id = person.does("certifications.save", json!({ "name": "Mine" }))["record"]["id"].take();
    let attach = |path: &Path| {
        let params = json!({ "owner": "certification", "owner_id": id, "path": path });
        person.is_refused("attachments.add", params).code
    };
    assert_eq!(attach(&at("large.png")), "store.too_large");
    assert_eq!(attach(place.path()), "store.not_a_file");
    #[cfg(unix)]
    assert_eq!(attach(&at("link.jwt")), "store.not_a_file");
    person.undoes();
    assert_eq!(person.everything(), before);
}

#[test]
fn a_badge_can_be_pasted_and_texts_that_are_none_are_said_to_be() {
    let person = Person::junior();
    let check = |params: Value| person.does("badges.check", params);
    let view = check(json!({ "text": text_of("gen_ob3_vcjwt_jwk.jwt") }));
    assert_eq!(
        (&view["report"]["verdict"], &view["file"]),
        (&json!("intact_issuer_unknown"), &json!("badge.jwt"))
    );
    let accepted = person.does("badges.accept", json!({ "token": view["token"] }));
    assert_eq!(accepted["attachments"][0]["name"], json!("badge.jwt"));
    let view = check(json!({ "text": text_of("ob_2_0_basic_assertion.json") }));
    assert_eq!((&view["report"]["version"], &view["file"]), (&json!("2.0"), &json!("badge.json")));
    for text in ["hello", "{", "[]", "a.b.c", "null", "\u{0}", "<svg/>"] {
        let view = check(json!({ "text": text }));
        assert_eq!(view["report"]["verdict"], json!("invalid"), "{text:?}");
    }
    // 100,000 deep, and as large as a text may be.
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(check(json!({ "text": deep }))["report"]["verdict"], json!("invalid"));
    let deep = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    let view = check(json!({ "text": deep }));
    assert_eq!((&view["report"]["verdict"], codes(&view)[0]), (&json!("invalid"), "too_deep"));
    let long = "x".repeat(8 * 1024 * 1024 + 1);
    assert_eq!(person.is_refused("badges.check", json!({ "text": long })).code, "input.too_long");
    assert_eq!(person.is_refused("badges.check", json!({ "text": "  " })).code, "input.empty");
    let both = json!({ "text": "x", "path": fixture("gen_no_badge.png") });
    assert_eq!(person.is_refused("badges.check", both).code, "badge.text_or_file");
    let keys = vec!["x"; 201];
    assert_eq!(
        person.is_refused("badges.check", json!({ "text": "x", "keys": keys })).code,
        "input.too_many"
    );
    assert_eq!(person.is_refused("badges.check", json!({ "text": "x", "keys": ["x"] })).code, "badge.key");
}

#[test]
fn the_window_names_no_path_and_accepts_what_was_checked() {
    let mut person = Person::junior();
    person.app = person.opens_with(Desk::with_file(fixture("gen_ob3_vcjwt_baked.png")));
    for command in ["badges.check", "badges.accept"] {
        let refused = person.is_refused(command, json!({ "path": "/etc/passwd" }));
        assert_eq!(refused.code, "attachment.path_refused", "{command}");
    }
    let pin = json!({ "name": "K", "path": "/etc/passwd" });
    assert_eq!(person.is_refused("badges.pin", pin).code, "attachment.path_refused");
    let view = person.does("badges.check", json!({}));
    assert!(view["picture"].as_str().unwrap().starts_with("data:image/png;base64,"));
    let token = view["token"].clone();
    // The file may change on the disk meanwhile: what was checked is what is accepted.
    let accepted = person.does("badges.accept", json!({ "token": token }));
    assert_eq!(accepted["name"], json!("Back-end L3"));
    // Tokens are forgotten at the end.
    person = person.restarts();
    assert_eq!(person.is_refused("badges.accept", json!({ "token": token })).code, "badge.gone");
    // No more than eight wait; of an older one the file must be checked again.
    let first =
        person.does("badges.check", json!({ "path": fixture("gen_ob3_vcjwt_jwk.jwt") }))["token"].take();
    for n in 0..8 {
        person.does("badges.check", json!({ "text": format!("text {n}") }));
    }
    assert_eq!(person.is_refused("badges.accept", json!({ "token": first })).code, "badge.gone");
}

#[test]
fn a_badge_is_accepted_once_also_when_two_programs_do_it_at_once() {
    let person = Person::junior();
    let other = person.second_program();
    let barrier = std::sync::Barrier::new(2);
    let params = json!({ "path": fixture("gen_ob3_vcjwt_jwk.jwt") });
    let accept = |app: &App| {
        barrier.wait();
        app.dispatch("badges.accept", params.clone()).map(|_| ())
    };
    for _ in 0..5 {
        let results = std::thread::scope(|scope| {
            let one = scope.spawn(|| accept(&person.app));
            let two = scope.spawn(|| accept(&other));
            [one.join().unwrap(), two.join().unwrap()]
        });
        let refused: Vec<String> =
            results.into_iter().filter_map(Result::err).map(|error| error.code).collect();
        assert_eq!(refused, ["badge.accepted_already"]);
        assert_eq!(badges(&person).len(), 1);
        person.undoes();
    }
}
