//! A pack with anything wrong in it is refused whole, with the file and line.

// In tests a refusal is a failure.
#![allow(clippy::unwrap_used)]

use groundwork_role_packs::{PackFiles, PackProblem, backend_developer, embedded, load};

fn files() -> PackFiles {
    embedded("backend-developer")
}

/// The pack with one change; the change must apply. Gives the problems and the line of the change.
fn spoilt(file: &str, from: &str, to: &str) -> (Vec<PackProblem>, usize) {
    let mut files = files();
    let text = files.0.get_mut(file).unwrap();
    let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from:?}"));
    let line = text[..at].matches('\n').count() + 1;
    text.replace_range(at..at + from.len(), to);
    (load(&files).expect_err("the pack was accepted"), line)
}

fn assert_at(file: &str, from: &str, to: &str, code: &str) {
    let (problems, line) = spoilt(file, from, to);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let found = problems.iter().find(|problem| problem.code.ends_with(code));
    let found = found.unwrap_or_else(|| panic!("no {code} among {problems:?}"));
    assert_eq!(found.file, file, "{found}");
    assert!(found.line.abs_diff(line) <= 1, "{found}: expected line {line}");
}

#[test]
fn the_shipped_pack_is_whole() {
    let pack = backend_developer().unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(pack.skills.len() >= 165);
    assert!(pack.skills.iter().all(|skill| (1..=3).contains(&skill.resources.len())));
}

#[test]
fn an_unknown_key_is_refused_where_it_stands() {
    assert_at("skills/data.toml", "effort = ", "colour = 1\neffort = ", "unreadable");
}

#[test]
fn an_unknown_skill_is_refused_where_it_stands() {
    assert_at("rungs.toml", "{ skill = \"sql\",", "{ skill = \"sqll\",", "unknown_id");
}

#[test]
fn a_missing_translation_is_refused_where_it_stands() {
    let (problems, _) = spoilt("missions.toml", "fr = \"", "fr = \" \", en2 = \"");
    assert_eq!(problems[0].file, "missions.toml");
    assert!(problems[0].line > 0);
}

#[test]
fn words_that_no_document_says_are_refused_where_they_stand() {
    assert_at("missions.toml", "quote = \"", "quote = \"Nobody ever said this. ", "quote_not_found");
}

#[test]
fn a_level_out_of_range_is_refused_where_it_stands() {
    assert_at("rungs.toml", "level = 2", "level = 9", "unreadable");
    assert_at("skills/data.toml", "level = 1", "level = 5", "level_range");
}

#[test]
fn prerequisites_in_a_circle_are_refused() {
    let mut files = files();
    let text = files.0.get_mut("skills/data.toml").unwrap();
    let at = text.find("id = \"sql\"").unwrap();
    let start = at + text[at..].find("prerequisites = [").unwrap();
    text.insert_str(start + "prerequisites = [".len(), " { skill = \"postgresql\", level = 1 },");
    let problems = load(&files).unwrap_err();
    let cycle = problems
        .iter()
        .find(|problem| problem.code.contains("cycle"))
        .unwrap_or_else(|| panic!("{problems:?}"));
    assert!(cycle.detail.contains("sql") && cycle.detail.contains("postgresql"), "{cycle}");
    assert!(cycle.file.starts_with("skills/") && cycle.line > 0, "{cycle}");
}

#[test]
fn a_rung_based_on_itself_is_refused() {
    let (problems, _) = spoilt("rungs.toml", "id = \"junior\"", "id = \"junior\"\nbased_on = \"junior\"");
    assert_eq!(problems[0].code, "rung_cycle");
    assert_eq!(problems[0].file, "rungs.toml");
}

#[test]
fn a_missing_document_is_refused() {
    let mut files = files();
    files.0.retain(|name, _| !name.starts_with("documents/000"));
    assert!(load(&files).is_err());
}
