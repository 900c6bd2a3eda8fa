//! The road of a certification, its files, and the catalogue.

use groundwork_tests::elsewhere;
use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};

/// Makes a certification a wish; its id.
fn wish(program: &Program, certification: &str) -> String {
    let wished = program.call("certifications.save", json!({ "certification": certification }));
    wished["record"]["id"].as_str().unwrap().to_owned()
}

fn shown(program: &Program, id: &str) -> Value {
    program.call("certifications.show", json!({ "id": id }))
}

fn stage(program: &Program, id: &str) -> String {
    shown(program, id)["stage"].as_str().unwrap_or_default().to_owned()
}

/// Opens a certification of the person's beside the list.
fn open(program: &Program, id: &str) {
    program.visit("certifications");
    program.go(&format!("#/certifications/{id}"));
}

/// Clicks one of the next steps and waits for its dialog.
fn step(program: &Program, label: &str, title: &str) {
    program.click("button", label);
    program.get("dialog", title);
    program.settle();
}

#[test]
fn an_exam_is_planned_booked_failed_and_tried_again_and_outlives_a_restart() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = wish(&program, "gh-900");
    open(&program, &id);
    step(&program, "Plan it", "Plan the preparation");
    program.click_on("save");
    program.wait("the preparation in the plan", |p| {
        let plan = p.call("plan.show", json!({}));
        let keys: Vec<&str> =
            plan["items"].as_array().unwrap().iter().filter_map(|item| item["key"].as_str()).collect();
        Ok(keys.contains(&format!("certification:{id}").as_str())
            && keys.contains(&format!("mock:{id}").as_str()))
    });
    assert_eq!(program.message("GitHub Foundations").1, "Undo");

    step(&program, "Book the exam", "Book the exam");
    program.write("date", "Exam date", "2027-02-15");
    program.click_on("save");
    program.wait("the booking", |p| Ok(stage(p, &id) == "booked"));
    let preparation = &shown(&program, &id)["preparation"];
    assert_eq!(preparation["due"], "2027-02-14");
    assert!(preparation["chance"].as_f64().is_some());
    program.see("Preparation");

    step(&program, "Not passed", "The exam was not passed");
    program.click_on("save");
    program.wait("the attempt", |p| Ok(stage(p, &id) == "failed"));
    assert_eq!(shown(&program, &id)["record"]["attempts"].as_array().unwrap().len(), 1);
    program.unbroken();

    let program = program.restart();
    program.watch_rules();
    open(&program, &id);
    program.see("Attempts");
    assert_eq!(stage(&program, &id), "failed");
    for before in ["booked", "planned", "wished"] {
        program.press("Mod+Z");
        program.wait(before, |p| Ok(stage(p, &id) == before));
    }
    program.unbroken();
}

#[test]
fn an_exam_in_an_hour_that_clocks_skip_is_refused_next_to_its_time() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = wish(&program, "gh-900");
    program.call(
        "certifications.book",
        json!({ "id": id, "exam_on": "2027-03-28", "exam_at": "10:00", "exam_zone": "Europe/Paris" }),
    );
    open(&program, &id);
    step(&program, "Move the exam", "Move the exam");
    program.write("textbox", "Time", "02:30");
    program.click_on("save");
    program.wait("the refusal", |p| Ok(p.refusal_at("textbox", "Time").contains("set forward")));
    assert_eq!(shown(&program, &id)["record"]["exam_at"], "10:00");
    program.unbroken();
}

/// A document of two pages, written by hand.
fn document() -> Vec<u8> {
    let page = |square: &str| format!("<< /Length {} >>\nstream\n{square}\nendstream", square.len());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
            .to_owned(),
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 5 0 R >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 6 0 R >>".to_owned(),
        page("0 0 0 rg 50 50 100 100 re f"),
        page("1 0 0 rg 150 150 100 100 re f"),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    file.push_str("xref\n0 7\n0000000000 65535 f \n");
    places.iter().for_each(|at| file.push_str(&format!("{at:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

#[test]
fn a_certificate_is_shown_page_by_page_and_the_window_never_gets_its_path() {
    let home = Home::junior();
    let file = home.data().parent().unwrap().join("certificate.pdf");
    std::fs::write(&file, document()).unwrap();
    let terminal = elsewhere(&home.data());
    let wished = terminal.dispatch("certifications.save", json!({ "certification": "gh-900" })).unwrap();
    let id = wished.value["record"]["id"].as_str().unwrap().to_owned();
    let path = file.to_string_lossy().into_owned();
    terminal
        .dispatch("attachments.add", json!({ "owner": "certification", "owner_id": id, "path": path }))
        .unwrap();
    drop(terminal);
    let program = Program::start(home);
    program.watch_rules();
    open(&program, &id);
    program.click_on("view-file");
    let page = "const one = document.querySelector('[data-testid=viewer] img'); return one?.complete && one.naturalWidth > 0 ? one.src : null";
    program.wait("the first page", |p| p.js(page, json!([])).map(|src| src.is_string()));
    let first = program.js(page, json!([])).unwrap();
    assert!(first.as_str().unwrap().starts_with("data:image/png;base64,"));
    program.press("ArrowRight");
    program.wait("the second page", |p| p.js(page, json!([])).map(|src| src.is_string() && src != first));
    let text = program.js("return document.documentElement.outerHTML", json!([])).unwrap();
    assert!(!text.as_str().unwrap().contains(&path));
    program.press("Escape");
    program.unbroken();
}

#[test]
fn two_certifications_are_compared_and_a_fact_is_corrected_and_taken_back() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program.go("#/certifications?tab=catalogue&compare=aws-dva,cncf-ckad");
    program.see("AWS Certified Developer");
    program.see("Certified Kubernetes Application Developer");
    assert!(
        program.js("return !!document.querySelector('[data-testid=comparison]')", json!([])).unwrap()
            == json!(true)
    );
    let price = |p: &Program| {
        let rows = p.call("certifications.list", json!({}))["catalogue"].clone();
        let row =
            rows.as_array().unwrap().iter().find(|row| row["known"]["id"] == "aws-dva").unwrap().clone();
        row["known"]["price"]["amount"].as_f64().unwrap()
    };
    let before = price(&program);
    let fact =
        json!({ "certification": "aws-dva", "fact": "price", "value": "175 EUR", "source": "my booking" });
    elsewhere(&program.data).dispatch("certifications.correct", fact).unwrap();
    program.wait("the corrected price on the page", |p| p.shows("175"));
    assert!((price(&program) - 175.0).abs() < 1e-9);
    program.press("Mod+Z");
    // It was not made in this window, so it is taken back only when that is meant.
    program.click("button", "Take it back anyway");
    program.wait("the catalogue's price", |p| Ok((price(p) - before).abs() < 1e-9));
    program.unbroken();
}
