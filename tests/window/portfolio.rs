//! Projects in the real window: from a folder to proof, a case study that a crash does not lose, texts and files that stay harmless.

use groundwork_tests::elsewhere;
use groundwork_tests::program::{Home, Program};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// A folder with a small application and one commit of Ada's.
fn application() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let code = "def lend(copy):\n    return copy\n".repeat(600);
    for (path, text) in [
        ("README.md", "# Library API\n\nLends books between <b>neighbours</b>.\n"),
        ("pyproject.toml", "[project]\nname = \"library\"\ndependencies = [\n  \"fastapi\",\n]\n"),
        ("library/app.py", code.as_str()),
        ("tests/test_lend.py", "def test_lend():\n    assert True\n"),
        ("Dockerfile", "FROM python:3.13\n"),
    ] {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    let date = "--date=2026-02-02T20:00:00+0100";
    git(
        folder.path(),
        &["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qm", "One", date],
    );
    folder
}

fn git(folder: &Path, args: &[&str]) {
    assert!(Command::new("git").args(args).current_dir(folder).status().unwrap().success());
}

fn project(program: &Program) -> Value {
    let list = program.call("projects.list", json!({}));
    list["projects"].get(0).map_or(Value::Null, |project| project["record"].clone())
}

/// A project that is begun; its page is open.
fn begun(program: &Program, section: &str) -> String {
    let view = elsewhere(&program.data)
        .dispatch("projects.begin", json!({ "practice": "complete-application", "name": "Bookings" }))
        .unwrap();
    let id = view.value["record"]["id"].as_str().unwrap().to_owned();
    program.visit("portfolio");
    program.go(&format!("#/portfolio/{id}?section={section}"));
    id
}

#[test]
fn a_folder_becomes_a_project_whose_findings_are_accepted_and_withdrawn() {
    let folder = application();
    let home = Home::junior();
    home.picks_folder(folder.path());
    elsewhere(&home.data()).dispatch("badges.add_address", json!({ "address": "ada@example.org" })).unwrap();
    let program = Program::start(home);
    program.watch_rules();
    program.visit("portfolio");
    program.press("n");
    program.click_on("way-folder");
    program.click_on("save");
    program.wait("the project", |p| Ok(!project(p).is_null()));
    program.see("Library API");
    program.see("pyproject.toml:4");
    let record = project(&program);
    assert_eq!(record["summary"], json!("Lends books between neighbours."));
    program.click_on("accept-all");
    program.wait("the proofs", |p| Ok(project(p)["proofs"].as_array().is_some_and(|it| it.len() >= 4)));
    let fastapi = |p: &Program| p.call("skills.show", json!({ "skill": "fastapi" }))["row"]["proven"].clone();
    assert_eq!(fastapi(&program), json!(0), "a project that is not done proves nothing yet");
    let mut done = project(&program);
    done.as_object_mut().unwrap().retain(|field, _| field != "folder" && field != "proofs");
    done["status"] = json!("done");
    done["ends"] = json!("2026-11-01");
    elsewhere(&program.data).dispatch("projects.save", done).unwrap();
    assert_eq!(fastapi(&program), json!(3));

    let program = program.restart();
    program.watch_rules();
    program.visit("portfolio");
    let id = project(&program)["id"].as_str().unwrap().to_owned();
    program.go(&format!("#/portfolio/{id}?section=audit"));
    program.click_on("withdraw-all");
    program.wait("nothing proven", |p| Ok(fastapi(p) == json!(0)));
    program.press("Mod+Z");
    program.wait("the proofs again", |p| Ok(fastapi(p) == json!(3)));
    // The folder is gone: said, and the former audit stands.
    drop(folder);
    program.click_on("audit-run");
    program.see("There is no folder at");
    program.see("pyproject.toml:4");
    program.unbroken();
}

#[test]
fn a_case_study_that_is_being_written_outlives_the_program_that_is_killed() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = begun(&program, "story");
    program.click_on("story-blank");
    program.click_on("story-text");
    program.type_keys("Two rooms and one key");
    let draft = |p: &Program| p.call("projects.show", json!({ "id": id }))["draft"]["text"]["story"].clone();
    program.wait("the draft", |p| Ok(draft(p) == json!("Two rooms and one key")));
    program.unbroken();
    let program = program.killed_and_started_at("2026-11-21T09:00+01:00[Europe/Paris]");
    program.watch_rules();
    program.visit("portfolio");
    program.go(&format!("#/portfolio/{id}?section=story"));
    program.click_on("draft-go-on");
    program.click_on("story-text");
    program.press("Mod+S");
    let saved =
        |p: &Program| p.call("projects.show", json!({ "id": id }))["project"]["record"]["story"].clone();
    program.wait("the save", |p| Ok(saved(p) == json!("Two rooms and one key")));
    assert_eq!(draft(&program), Value::Null);
    program.go(&format!("#/portfolio/{id}?section=saves"));
    program.see("2");
    assert_eq!(program.call("projects.versions", json!({ "id": id })).as_array().unwrap().len(), 2);
    program.unbroken();
}

#[test]
fn a_text_with_scripts_links_and_remote_pictures_stays_a_text() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = begun(&program, "story");
    let story = "# Seen\n\n<script>window.pwned = 1</script>\n\n<img src=x onerror=\"window.pwned = 2\">\n\n\
        [one](javascript:window.pwned=3) [two](https://example.org/a) <svg onload=\"window.pwned=4\"></svg>\n\n\
        ![far](https://example.org/far.png) ![data](data:image/svg+xml;base64,PHN2Zz4=)\n\n<iframe src=\"https://example.org\"></iframe>\n";
    let text = json!({ "summary": "<b onclick=window.pwned=5>s</b>", "story": story, "results": "<style>*{display:none}</style>r" });
    elsewhere(&program.data).dispatch("projects.save_text", json!({ "id": id, "text": text })).unwrap();
    program.see("Seen");
    program.settle();
    let found = program
        .js(
            "const main = document.querySelector('main'); return [\
               window.pwned ?? null, main.querySelectorAll('script, iframe, style, object, embed, svg[onload]').length,\
               [...main.querySelectorAll('img')].filter(one => !one.src.startsWith('data:image/')).length,\
               [...main.querySelectorAll('[data-testid=story] a[href]')].length,\
               main.innerText.includes('far'), location.href.includes('#/portfolio/')]",
            json!([]),
        )
        .unwrap();
    assert_eq!(found, json!([null, 0, 0, 0, true, true]));
    program.unbroken();
}

/// What the sanitiser's own tests try, and what they put around it.
const PAYLOADS: &str = include_str!("../../src-tauri/crates/exchange/tests/markdown/payloads.txt");
#[path = "../../src-tauri/crates/exchange/tests/markdown/around.rs"]
mod around;

/// A payload as it stands, then again with other things before and after it.
fn hostile_text(number: usize) -> String {
    let all: Vec<&str> = PAYLOADS.lines().filter(|line| !line.is_empty()).collect();
    let (which, turn) = (number % all.len(), number / all.len());
    let spelled =
        all[which].replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r").replace("\\0", "");
    let before = around::BEFORE[turn % around::BEFORE.len()];
    let after = around::AFTER[turn / around::BEFORE.len() % around::AFTER.len()];
    format!("{before}{spelled}{after}")
}

/// As many as there are payloads; more with `GROUNDWORK_PAYLOADS`.
#[test]
fn no_payload_of_the_sanitiser_does_anything_in_the_real_window() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    program
        .js("window.alert = window.confirm = window.prompt = () => { window.ran = true }", json!([]))
        .unwrap();
    let id = begun(&program, "story");
    let asked = std::env::var("GROUNDWORK_PAYLOADS").ok().and_then(|count| count.parse().ok());
    let count: usize = asked.unwrap_or_else(|| PAYLOADS.lines().filter(|line| !line.is_empty()).count());
    let terminal = elsewhere(&program.data);
    let mut shown = 0;
    while shown < count {
        // Few at once: one that opens a comment or a block hides those after it.
        let next = (shown + 12).min(count);
        let texts: Vec<String> = (shown..next).map(hostile_text).collect();
        let text = json!({ "summary": "s", "story": format!("Here{shown}\n\n{}", texts.join("\n\n")), "results": "" });
        terminal.dispatch("projects.save_text", json!({ "id": id, "text": text })).unwrap();
        program.see(&format!("Here{shown}"));
        let found = program
            .js(
                "const main = document.querySelector('main'); const own = 'svg.lucide, svg.lucide *';\
                 const all = [...main.querySelectorAll('[data-testid=markdown] *')].filter(one => !one.matches(own));\
                 return [window.ran ?? null, window.pwned ?? null,\
                   all.filter(one => /^(script|iframe|style|object|embed|svg|math|form|input|link|meta|base|video|audio)$/i.test(one.tagName)).map(one => one.outerHTML.slice(0, 200)),\
                   all.filter(one => [...one.attributes].some(it => /^on|^style$|^srcdoc$|^action$/i.test(it.name))).length,\
                   all.filter(one => one.hasAttribute('src') && !one.src.startsWith('data:image/')).length,\
                   location.hash.startsWith('#/portfolio/'), document.querySelectorAll('script:not([src])').length]",
                json!([]),
            )
            .unwrap();
        assert_eq!(found, json!([null, null, [], 0, 0, true, 0]), "payloads {shown} to {next}");
        shown = next;
    }
    program.unbroken();
}

#[test]
fn pictures_are_dropped_and_an_executable_in_their_clothes_is_refused() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = begun(&program, "pictures");
    let drop_file = |name: &str, base64: &str| {
        program
            .js(
                "const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));\
                 const data = new DataTransfer(); data.items.add(new File([bytes], arguments[0], { type: 'image/png' }));\
                 const at = document.querySelector('[data-testid=drop-zone]');\
                 for (const kind of ['dragenter', 'dragover', 'drop'])\
                   at.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));",
                json!([name, base64]),
            )
            .unwrap()
    };
    let files = |p: &Program| {
        p.call("projects.show", json!({ "id": id }))["project"]["attachments"].as_array().map_or(0, Vec::len)
    };
    program.see("Pictures");
    let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    drop_file("screen.png", dot);
    program.wait("the picture", |p| Ok(files(p) == 1));
    program.wait("its thumbnail", |p| {
        let drawn = "return [...document.querySelectorAll('[data-testid=pictures] img')].some(one => one.naturalWidth > 0)";
        p.js(drawn, json!([])).map(|drawn| drawn == json!(true))
    });
    drop_file("tool.png", "f0VMRgIBAQA=");
    program.see("is named like a picture but holds something else");
    assert_eq!(files(&program), 1);
    // What it shows is asked kindly; it can wait.
    program.press("Escape");
    program.settle();
    program.press("Mod+Z");
    program.wait("no picture", |p| Ok(files(p) == 0));
    program.unbroken();
}

#[test]
fn a_line_of_the_checklist_goes_into_the_plan_and_leads_back() {
    let program = Program::start(Home::junior());
    program.watch_rules();
    let id = begun(&program, "checklist");
    program.click_on("plan-open");
    let lines = |p: &Program| -> usize {
        let plan = p.call("plan.show", json!({}));
        let items = plan["items"].as_array().unwrap();
        items.iter().filter(|item| item["what"]["kind"] == json!("project_line")).count()
    };
    program.wait("nine items", |p| Ok(lines(p) == 9));
    program.press("Mod+Z");
    program.wait("none of them", |p| Ok(lines(p) == 0));
    program.go(&format!("#/portfolio/{id}?section=checklist"));
    program.click_on("plan-open");
    program.wait("nine items again", |p| Ok(lines(p) == 9));
    program.visit("plan");
    program.visit_place("plan", Some("list"));
    program.see("Rights: Bookings");
    program.unbroken();
}
