//! From the gap to the items of a plan.

use crate::make::*;
use groundwork_domain::Minutes;
use groundwork_domain::gap::gap;
use groundwork_domain::pace::Pace;
use groundwork_domain::plan::{Ground, ItemSource, Logged, PlanError, items_from_gap};
use groundwork_domain::readiness::{Basis, Standing};
use groundwork_domain::requirement::{Overlay, requirements};
use groundwork_domain::role::{EffortClass, RolePack};

fn items(
    pack: &RolePack,
    standing: &Standing,
    basis: Basis,
    hours: &[(&str, u32)],
) -> Result<Vec<ItemSource>, PlanError> {
    let chosen = target(&[("language", "python"), ("framework", "django")]);
    let requirements = requirements(pack, &chosen, &Overlay::default());
    let gap = gap(pack, &requirements, standing, basis);
    let skills = hours.iter().map(|(id, hours)| (skill_id(id), Minutes::hours(*hours))).collect();
    items_from_gap(&Ground {
        pack,
        requirements: &requirements,
        gap: &gap,
        standing,
        logged: &Logged { skills, ..Logged::default() },
        pace: &Pace::default(),
        exams: &[],
        today: date("2027-01-04"),
    })
}

fn of<'a>(items: &'a [ItemSource], key: &str) -> &'a ItemSource {
    items.iter().find(|it| it.key == key).unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn steps_follow_each_other_and_their_prerequisites() {
    let items = items(&pack(), &standing(&[("sql", 2), ("docker", 1)], &[]), Basis::Claimed, &[]).unwrap();
    assert_eq!(of(&items, "skill:django:1").after, ["skill:python:2"]);
    assert_eq!(of(&items, "skill:python:2").after, ["skill:python:1"]);
    assert_eq!(of(&items, "practice:application:1").after, ["skill:python:2"]);
    assert_eq!(of(&items, "practice:application:2").after, ["practice:application:1"]);
    let place = |key: &str| items.iter().position(|it| it.key == key).unwrap();
    assert!(place("skill:python:2") < place("skill:django:1"));
    assert_eq!(of(&items, "skill:python:2").because_of, ["choice:language", "skill:django:1"]);
    assert!(!of(&items, "skill:python:2").prerequisite);
}

#[test]
fn missing_prerequisites_are_planned_too() {
    let mut pack = pack();
    pack.rungs[0].all_of.clear();
    let pack = pack.indexed();
    let items = items(&pack, &standing(&[("python", 3)], &[]), Basis::Claimed, &[]).unwrap();
    let sql = of(&items, "skill:sql:1");
    assert!(sql.prerequisite && sql.weight == 6);
    assert_eq!(sql.because_of, ["skill:django:1"]);
    assert!(!items.iter().any(|it| it.key == "skill:sql:2"));
}

#[test]
fn logged_time_shortens_the_next_step() {
    let at_one = standing(&[("sql", 1)], &[]);
    let minutes = |hours| {
        of(&items(&pack(), &at_one, Basis::Claimed, &[("sql", hours)]).unwrap(), "skill:sql:2").left()
    };
    assert_eq!(minutes(5), Minutes::hours(35));
    assert_eq!(minutes(18), Minutes::hours(25));
    assert_eq!(minutes(1000), Minutes(30));
}

#[test]
fn what_only_lacks_proof_is_a_small_item() {
    let held = standing(&[("sql", 2), ("docker", 1), ("python", 4), ("django", 2)], &[("python", 2)]);
    let items = items(&pack(), &held, Basis::Proven, &[]).unwrap();
    assert_eq!(of(&items, "proof:sql:2").left(), Minutes(60));
    assert_eq!(of(&items, "proof:python:3").because_of, ["choice:language"]);
    assert!(!items.iter().any(|it| it.key.starts_with("skill:")));
}

#[test]
fn prerequisites_that_wait_for_each_other_are_refused_by_name() {
    let mut pack = pack();
    pack.skills.retain(|it| it.id != skill_id("sql"));
    pack.skills.push(skill("sql", EffortClass::M, &[("django", 1)]));
    let refused = items(&pack.indexed(), &standing(&[], &[]), Basis::Claimed, &[]).unwrap_err();
    let PlanError::Cycle { items } = refused else { panic!("{refused}") };
    assert_eq!(items, ["skill:sql:1", "skill:django:1"]);
}

#[test]
fn an_exam_asks_for_its_skills_then_revision_then_mock_exams() {
    let pack = pack();
    let record = |id: &str| groundwork_domain::RecordId::new(id).unwrap();
    let need = |id: &str, after: &[&str]| groundwork_domain::plan::ExamNeed {
        record: record(id),
        supports: vec![(skill_id("django"), level(1)), (skill_id("sql"), level(2))],
        hours: 30,
        minutes: Some(130),
        after: after.iter().map(|id| record(id)).collect(),
    };
    let standing = standing(&[("sql", 2)], &[]);
    let gap = gap(&pack, &[], &standing, Basis::Proven);
    let items = items_from_gap(&Ground {
        pack: &pack,
        requirements: &[],
        gap: &gap,
        standing: &standing,
        logged: &Logged::default(),
        pace: &Pace::default(),
        exams: &[need("a", &[]), need("b", &["a"])],
        today: date("2027-01-04"),
    })
    .unwrap();
    // Django builds on Python; SQL is there already.
    assert_eq!(of(&items, "skill:django:1").because_of, ["certification:a", "certification:b"]);
    assert_eq!(of(&items, "skill:python:2").because_of, ["skill:django:1"]);
    assert!(items.iter().all(|item| !item.key.starts_with("skill:sql")));
    assert_eq!(of(&items, "certification:a").after, ["skill:django:1"]);
    assert_eq!(of(&items, "certification:b").after, ["skill:django:1", "mock:a"]);
    assert_eq!(of(&items, "mock:a").after, ["certification:a"]);
    // Two mock exams of 130 minutes, each gone through in the same time.
    assert_eq!((of(&items, "certification:a").whole.0, of(&items, "mock:a").whole.0), (1280, 520));
}
