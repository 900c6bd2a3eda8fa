//! What the check of a pack finds.

use crate::make::*;
use groundwork_domain::pack_check::{check_pack, cited_statements};
use groundwork_domain::role::*;
use groundwork_domain::*;
use std::collections::BTreeMap;

fn source() -> Source {
    Source {
        id: SourceId::new("d000").unwrap(),
        kind: SourceKind::Document,
        title: "A description".into(),
        publisher: None,
        language: None,
        file: Some("d.txt".into()),
        url: None,
        published: None,
        updated: None,
        licence: None,
        note: None,
    }
}

fn cited(quote: &str) -> Citation {
    Citation { source: SourceId::new("d000").unwrap(), quote: quote.into() }
}

fn mission(id: &str, quotes: &[&str]) -> Entry {
    let statement = Statement {
        id: StatementId::new(format!("{id}.says")).unwrap(),
        text: text("Says"),
        says: quotes.iter().map(|quote| cited(quote)).collect(),
        skills: Vec::new(),
    };
    Entry {
        id: StatementId::new(id).unwrap(),
        name: text(id),
        summary: text(id),
        kind: None,
        url: None,
        skills: Vec::new(),
        statements: vec![statement],
    }
}

fn sound() -> (RolePack, BTreeMap<String, String>) {
    let mut pack = pack();
    pack.sources = vec![source()];
    pack.missions = (0..8).map(|i| mission(&format!("m{i}"), &["writes SQL", "writes"])).collect();
    (pack, [("d.txt".to_owned(), "A developer writes\n  SQL all day.".to_owned())].into())
}

fn faults(change: impl FnOnce(&mut RolePack)) -> Vec<(String, &'static str)> {
    let (mut pack, documents) = sound();
    change(&mut pack);
    check_pack(&pack, &documents).into_iter().map(|fault| (fault.path, fault.code)).collect()
}

fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

#[test]
fn a_sound_pack_has_no_faults() {
    assert_eq!(faults(|_| {}), []);
}

#[test]
fn an_id_that_names_nothing_is_found() {
    let found = faults(|pack| pack.skills[3].prerequisites[0].skill = skill_id("pyhton"));
    assert_eq!(found, one("skill(django).prerequisites[0].skill", "unknown_id"));
    let found = faults(|pack| pack.rungs[0].one_of[1].choice = ChoiceId::new("nothing").unwrap());
    assert_eq!(found, one("rung(junior).one_of[1].choice", "unknown_id"));
    let found = faults(|pack| pack.missions[2].statements[0].says[0].source = SourceId::new("d9").unwrap());
    assert_eq!(found, one("mission(m2).statement(m2.says).says[0].source", "unknown_id"));
}

#[test]
fn a_quote_must_stand_in_its_document() {
    let found = faults(|pack| pack.missions[1].statements[0].says[1].quote = "writes Rust".into());
    assert_eq!(found, one("mission(m1).statement(m1.says).says[1].quote", "quote_not_found"));
    let found = faults(|pack| pack.sources[0].file = Some("gone.txt".into()));
    assert_eq!(found, one("source(d000).file", "unknown_document"));
}

#[test]
fn cycles_are_named() {
    let before = |id: &str| Prerequisite { skill: skill_id(id), level: level(1) };
    let found = faults(|pack| pack.skills[0].prerequisites.push(before("django")));
    assert_eq!(found, one("skill(sql).prerequisites", "prerequisite_cycle"));
    let found = faults(|pack| pack.rungs[0].after.push(RungId::new("junior").unwrap()));
    assert_eq!(found, one("rung(junior).after", "rung_cycle"));
}

#[test]
fn a_missing_translation_is_found() {
    let found = faults(|pack| pack.skills[0].name.fr = "\u{202f} ".into());
    assert_eq!(found, one("skill(sql).name.fr", "missing_text"));
}

#[test]
fn figures_out_of_range_are_found() {
    let found = faults(|pack| {
        pack.rungs[0].all_of[0].weight = 11;
        pack.rungs[0].all_of[1].level = Level::NONE;
        pack.skills[3].prerequisites[0].level = Level::MAX;
        pack.skills[0].resources[0].url = "http://example.org".into();
        pack.skills[1].resources.clear();
        pack.missions.pop();
        pack.groups[0].levels.pop();
    });
    let expected = [
        ("mission", "missions"),
        ("group(group).levels", "anchors"),
        ("skill(sql).resources[0].url", "address"),
        ("skill(python).resources", "resources"),
        ("skill(django).prerequisites[0].level", "level_range"),
        ("rung(junior).all_of[0].weight", "weight_range"),
        ("rung(junior).all_of[1].level", "level_range"),
    ];
    assert_eq!(found, expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn ids_that_stand_twice_are_found() {
    let found = faults(|pack| pack.missions[1].statements[0].id = StatementId::new("m0.says").unwrap());
    assert_eq!(found, one("mission(m1).statement(m0.says)", "duplicate_id"));
    let found = faults(|pack| pack.practice[0].checklist[1].id = StatementId::new("tests").unwrap());
    assert_eq!(found, one("practice(application).checklist(tests)", "duplicate_id"));
}

#[test]
fn every_citation_of_a_document_is_a_row_of_its_own() {
    let (mut pack, _) = sound();
    pack.missions.truncate(1);
    pack.skills[0].says = vec![cited("SQL")];
    let rows = cited_statements(&pack);
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["m0.says@d000", "m0.says@d000-2", "skill.sql@d000"]);
    assert_eq!(
        (rows[0].kind.as_str(), rows[0].subject.as_str(), rows[0].document.as_str()),
        ("mission", "m0", "d.txt")
    );
}
