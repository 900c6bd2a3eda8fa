//! What a rung asks of one person.

use crate::make::*;
use groundwork_domain::requirement::{Overlay, Requirement, RequirementKind, merge_based_on, requirements};
use groundwork_domain::{RungId, SkillId};

fn keys(list: &[Requirement]) -> Vec<&str> {
    list.iter().map(|it| it.key.as_str()).collect()
}

fn members(list: &[Requirement], key: &str) -> (Vec<SkillId>, Option<SkillId>) {
    let it = list.iter().find(|it| it.key == key).unwrap();
    match &it.what {
        RequirementKind::OneOf { members, chosen, .. } => (members.clone(), chosen.clone()),
        _ => panic!("{key} is no choice"),
    }
}

#[test]
fn a_rung_asks_skills_then_choices_then_practice() {
    let list = requirements(&pack(), &target(&[]), &Overlay::default());
    assert_eq!(
        keys(&list),
        ["skill:sql", "skill:docker", "choice:language", "choice:framework", "practice:application"]
    );
    assert_eq!(members(&list, "choice:framework").0, [skill_id("django"), skill_id("spring")]);
    let json = serde_json::to_value(&list[2]).unwrap();
    assert_eq!(json["what"]["kind"], "one_of");
}

#[test]
fn a_framework_of_another_language_does_not_count() {
    let list =
        requirements(&pack(), &target(&[("language", "java"), ("framework", "django")]), &Overlay::default());
    assert_eq!(members(&list, "choice:framework"), (vec![skill_id("spring")], None));
    assert_eq!(members(&list, "choice:language").1, Some(skill_id("java")));
}

#[test]
fn a_person_hides_skills_and_sets_their_own_levels() {
    let overlay = Overlay {
        hidden: [skill_id("sql"), skill_id("python")].into(),
        required: [(skill_id("docker"), level(3)), (skill_id("own-cobol"), level(2))].into(),
    };
    let list = requirements(&pack(), &target(&[]), &overlay);
    let expected =
        ["skill:docker", "choice:language", "choice:framework", "skill:own-cobol", "practice:application"];
    assert_eq!(keys(&list), expected);
    assert_eq!(list[0].level, 3);
    assert_eq!(members(&list, "choice:language").0, [skill_id("java")]);
    let overlay = Overlay { required: [(skill_id("python"), level(4))].into(), ..Overlay::default() };
    let list = requirements(&pack(), &target(&[("language", "python")]), &overlay);
    assert_eq!(list.iter().find(|it| it.key == "choice:language").unwrap().level, 4);
    assert!(!keys(&list).contains(&"skill:python"));
}

#[test]
fn a_skill_that_is_asked_and_chosen_at_the_same_level_stands_once() {
    let mut pack = pack();
    pack.rungs[0].all_of.push(asked("python", 3, 10, true));
    pack.rungs[0].all_of.push(asked("django", 1, 7, true));
    let chosen = target(&[("language", "python"), ("framework", "django")]);
    let list = requirements(&pack, &chosen, &Overlay::default());
    assert!(!keys(&list).contains(&"skill:python"));
    assert!(keys(&list).contains(&"skill:django") && keys(&list).contains(&"choice:framework"));
}

#[test]
fn a_rung_takes_over_what_it_is_based_on() {
    let mut senior = rung("senior", vec![asked("sql", 3, 2, false)]);
    senior.based_on = Some(RungId::new("confirmed").unwrap());
    let mut confirmed = rung("confirmed", vec![asked("docker", 2, 4, true)]);
    confirmed.based_on = Some(RungId::new("junior").unwrap());
    let mut rungs = vec![senior, confirmed, rung("junior", vec![asked("sql", 2, 5, true)])];
    merge_based_on(&mut rungs).unwrap();
    assert_eq!(rungs[0].all_of, [asked("sql", 3, 5, true), asked("docker", 2, 4, true)]);
    rungs[2].based_on = Some(RungId::new("senior").unwrap());
    assert_eq!(merge_based_on(&mut rungs).unwrap_err().len(), 3);
}
