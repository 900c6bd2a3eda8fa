//! Badges: checked, accepted, checked anew.

use groundwork_tests::program::{Home, Program};
use serde_json::json;

fn fixture(name: &str) -> String {
    let path = format!("{}/fixtures/openbadges/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{path}: {problem}"))
}

/// Pastes a text into the dialog and lets it be checked.
fn paste(program: &Program, text: &str) {
    program.go("#/certifications?tab=badges");
    program.click_on("paste-badge");
    program.get("textbox", "");
    program.settle();
    program
        .js(
            "const one = document.querySelector('.dialog textarea, dialog textarea, [role=dialog] textarea');\
             Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(one, arguments[0]);\
             one.dispatchEvent(new Event('input', { bubbles: true }))",
            json!([text]),
        )
        .unwrap();
    program.click_on("paste-check");
}

fn verdict(program: &Program) -> String {
    let found = "return document.querySelector('[data-testid=badge-dialog] [data-testid=verdict]')?.innerText ?? null";
    program.wait("the verdict", |p| p.js(found, json!([])).map(|said| said.is_string()));
    program.js(found, json!([])).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_pasted_badge_is_checked_accepted_as_a_certification_and_checked_anew_after_a_restart() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    paste(&program, fixture("gen_ob3_vcjwt_jwk.jwt").trim());
    assert!(verdict(&program).contains("Intact, issuer unknown"));
    program.see("revoked was not checked");
    program.click_on("accept");
    program.settle();
    program.click_on("accept-do");
    program.wait("the certification", |p| {
        let all = p.call("certifications.list", json!({}));
        Ok(all["mine"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["name"] == "Back-end L3" && it["stage"] == "held"))
    });
    program.unbroken();

    let program = program.restart();
    program.watch_rules();
    program.go("#/certifications?tab=badges");
    program.see("Back-end L3");
    program.see("Intact, issuer unknown");
    program.press("Mod+Z");
    program.wait("the badge to be gone", |p| Ok(p.call("badges.list", json!({})) == json!([])));
    program.unbroken();
}

#[test]
fn a_badge_that_was_altered_is_said_to_be_and_cannot_be_accepted() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    paste(&program, fixture("gen_bad_ob3_vcjwt_tampered.jwt").trim());
    assert!(verdict(&program).contains("Altered"));
    let accept = program
        .js("return !!document.querySelector('[data-testid=badge-dialog] [data-testid=accept]')", json!([]));
    assert_eq!(accept.unwrap(), json!(false));
    program.unbroken();
}

#[test]
fn a_badge_with_a_script_in_its_words_is_shown_as_words() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let hostile = json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://issuer.example/assertions/1",
        "recipient": { "type": "email", "hashed": false, "identity": "ada@example.org" },
        "issuedOn": "2025-03-01T00:00:00Z",
        "verification": { "type": "hosted" },
        "badge": {
            "type": "BadgeClass",
            "id": "https://issuer.example/badges/1",
            "name": "<img src=x onerror=\"window.ran = true\"><script>window.ran = true</script>",
            "description": "[x](javascript:window.ran=true)",
            "image": "javascript:window.ran=true",
            "criteria": { "narrative": "<svg onload=\"window.ran = true\">" },
            "issuer": { "type": "Issuer", "id": "https://issuer.example/", "name": "Issuer", "url": "https://issuer.example/" }
        }
    });
    paste(&program, &hostile.to_string());
    let said = verdict(&program);
    assert!(said.contains("Cannot be checked offline") || said.contains("Not valid"), "{said}");
    assert_eq!(program.js("return window.ran ?? null", json!([])).unwrap(), json!(null));
    program.unbroken();
}
