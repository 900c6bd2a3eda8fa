//! Readiness and gap.

use crate::make::*;
use groundwork_domain::gap::{GapState, gap};
use groundwork_domain::levels::Proven;
use groundwork_domain::person::{ChecklistMark, ProjectFacts, ProjectStatus};
use groundwork_domain::readiness::{Basis, Standing, practice_counts, readiness};
use groundwork_domain::requirement::{Overlay, Requirement, RequirementKind, requirements};
use groundwork_domain::{ChoiceId, PracticeId, RecordId, StatementId};
use proptest::prelude::*;

fn junior() -> Vec<Requirement> {
    requirements(&pack(), &target(&[]), &Overlay::default())
}

fn application() -> PracticeId {
    PracticeId::new("application").unwrap()
}

#[test]
fn readiness_is_the_weighted_share_of_the_levels() {
    let mut standing = standing(&[("sql", 1), ("docker", 3), ("python", 2), ("java", 3)], &[]);
    standing.practice_claimed.insert(application(), 1);
    let ready = readiness(&junior(), &standing, Basis::Claimed);
    // SQL 5 * 1/2, Docker 2, language 10, framework 0 of 6, applications 8 * 1/2.
    assert!((ready.ratio - (2.5 + 2.0 + 10.0 + 4.0) / 31.0).abs() < 1e-12);
    assert_eq!((ready.met, ready.total, ready.core_open, ready.reached), (2, 5, 2, false));
    assert_eq!(ready.each[2].member, Some(skill_id("java")));
    assert_eq!(readiness(&junior(), &standing, Basis::Proven).ratio, 0.0);
    let nothing = readiness(&[], &standing, Basis::Claimed);
    assert!(nothing.reached && nothing.ratio == 1.0);
}

#[test]
fn a_rung_is_reached_at_nine_tenths_with_its_core() {
    let list: Vec<Requirement> = (0..10)
        .map(|i| Requirement {
            key: format!("skill:s{i}"),
            what: RequirementKind::Skill { skill: skill_id(&format!("s{i}")) },
            level: 1,
            weight: 3,
            core: i == 0,
        })
        .collect();
    let mut held = standing(&[], &[]);
    held.claimed = (0..9).map(|i| (skill_id(&format!("s{i}")), level(1))).collect();
    assert!(readiness(&list, &held, Basis::Claimed).reached);
    let left = gap(&pack(), &list, &held, Basis::Claimed);
    assert_eq!((left.entries.len(), left.open_beyond.len()), (0, 1));
    held.claimed = (1..10).map(|i| (skill_id(&format!("s{i}")), level(1))).collect();
    assert!(!readiness(&list, &held, Basis::Claimed).reached);
}

#[test]
fn the_gap_says_what_to_learn_to_prove_and_to_refresh() {
    let mut standing = standing(&[("sql", 2), ("python", 1)], &[("python", 2)]);
    let stale = Proven { level: level(0), fresh_level: level(1), ..Proven::default() };
    standing.proven.insert(skill_id("docker"), stale);
    let gap = gap(&pack(), &junior(), &standing, Basis::Proven);
    let of = |key: &str| gap.entries.iter().find(|it| it.requirement.key == key).unwrap();
    assert_eq!((of("skill:sql").state, of("skill:sql").hours.hours.likely), (GapState::Prove, 0));
    assert_eq!((of("skill:docker").state, of("skill:docker").hours.hours.likely), (GapState::Refresh, 1));
    let language = of("choice:language");
    assert_eq!((language.member.clone(), language.state), (Some(skill_id("python")), GapState::Learn));
    assert_eq!(language.hours.hours.likely, 250);
    assert_eq!(of("practice:application").hours.hours.likely, 240);
    assert!(of("skill:sql").proof.is_some() && of("practice:application").proof.is_none());
    assert_eq!(gap.hours.hours.likely, 1 + 250 + 43 + 240);
}

#[test]
fn a_practice_is_proven_when_its_checklist_is_done() {
    let project = |status, marks: &[(&str, ChecklistMark)]| ProjectFacts {
        id: RecordId::new("p1").unwrap(),
        practice: Some(application()),
        status,
        checklist: marks.iter().map(|(id, mark)| (StatementId::new(*id).unwrap(), *mark)).collect(),
    };
    let done = [("tests", ChecklistMark::Done), ("deployment", ChecklistMark::NotApplicable)];
    let projects = [
        project(ProjectStatus::Doing, &done),
        project(ProjectStatus::Done, &done),
        project(ProjectStatus::Shown, &done[..1]),
    ];
    let (claimed, proven) = practice_counts(&pack(), &projects);
    assert_eq!((claimed[&application()], proven[&application()]), (2, 1));
}

prop_compose! {
    fn any_requirements()(
        list in prop::collection::vec((0..3u8, 0..6usize, 0..=5u8, 0..=10u8, any::<bool>()), 0..10),
    ) -> Vec<Requirement> {
        let ids = ["sql", "python", "java", "django", "spring", "docker"];
        list.into_iter().enumerate().map(|(i, (kind, at, n, weight, core))| {
            let what = match kind {
                0 => RequirementKind::Skill { skill: skill_id(ids[at]) },
                1 => RequirementKind::OneOf {
                    choice: ChoiceId::new("c").unwrap(),
                    members: ids[at..].iter().map(|id| skill_id(id)).collect(),
                    chosen: core.then(|| skill_id(ids[at])),
                },
                _ => RequirementKind::Practice { practice: application() },
            };
            Requirement { key: format!("{i}"), what, level: n, weight, core }
        }).collect()
    }
}

prop_compose! {
    fn any_standing()(
        claimed in prop::collection::vec(0..=5u8, 6),
        levels in prop::collection::vec((0..=5u8, 0..=5u8), 6),
        practices in (0..4u32, 0..4u32),
    ) -> Standing {
        let ids = ["sql", "python", "java", "django", "spring", "docker"];
        let proven = |(n, more): (u8, u8)| Proven {
            level: level(n.min(more)),
            fresh_level: level(n.max(more)),
            ..Proven::default()
        };
        Standing {
            claimed: ids.iter().zip(claimed).map(|(id, n)| (skill_id(id), level(n))).collect(),
            proven: ids.iter().zip(levels).map(|(id, n)| (skill_id(id), proven(n))).collect(),
            practice_claimed: [(application(), practices.0)].into(),
            practice_proven: [(application(), practices.1)].into(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn readiness_lies_between_nothing_and_all(list in any_requirements(), standing in any_standing()) {
        for basis in [Basis::Claimed, Basis::Proven] {
            let ready = readiness(&list, &standing, basis);
            prop_assert!((0.0..=1.0).contains(&ready.ratio));
            prop_assert_eq!(ready.met == ready.total, ready.each.iter().all(|it| it.met));
        }
    }

    #[test]
    fn the_gap_is_empty_exactly_when_the_rung_is_reached(list in any_requirements(), standing in any_standing()) {
        for basis in [Basis::Claimed, Basis::Proven] {
            let ready = readiness(&list, &standing, basis);
            let gap = gap(&pack(), &list, &standing, basis);
            prop_assert_eq!(gap.entries.is_empty(), ready.reached);
            prop_assert_eq!((gap.entries.len() + gap.open_beyond.len()) as u32, ready.total - ready.met);
        }
    }
}
