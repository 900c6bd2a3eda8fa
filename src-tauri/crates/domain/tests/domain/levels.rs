//! What evidence carries.

use crate::make::*;
use groundwork_domain::levels::{ProofWay, proven, would_prove};
use groundwork_domain::person::{Evidence, EvidenceKind};
use groundwork_domain::role::EffortClass;
use groundwork_domain::{Date, Minutes};
use proptest::prelude::*;

fn level_of(kinds: &[EvidenceKind]) -> u8 {
    let list: Vec<Evidence> =
        kinds.iter().enumerate().map(|(i, kind)| evidence(i, "sql", kind.clone(), "2026-11-01")).collect();
    shown("sql", &list, "2026-11-20").level.get()
}

fn exam(performance_based: bool, supports: u8) -> EvidenceKind {
    EvidenceKind::Certification { performance_based, supports: level(supports) }
}

fn project(shows: u8, audited: bool) -> EvidenceKind {
    EvidenceKind::Project { shows: level(shows), audited }
}

#[test]
fn each_kind_of_evidence_carries_what_the_table_says() {
    assert_eq!(level_of(&[]), 0);
    assert_eq!(level_of(&[EvidenceKind::Course]), 1);
    assert_eq!(level_of(&[exam(false, 3)]), 2);
    assert_eq!(level_of(&[exam(true, 3)]), 3);
    assert_eq!(level_of(&[exam(true, 1)]), 1);
    assert_eq!(level_of(&[project(3, false)]), 2);
    assert_eq!(level_of(&[project(3, true)]), 3);
    assert_eq!(level_of(&[work(5)]), 0);
    assert_eq!(level_of(&[work(6)]), 3);
    assert_eq!(level_of(&[log_of(EffortClass::M, 1)]), 1);
    assert_eq!(level_of(&[log_of(EffortClass::M, 3)]), 2);
}

#[test]
fn entries_of_the_log_count_together() {
    let half = EvidenceKind::Log { minutes: Minutes::hours(22) };
    assert_eq!(level_of(std::slice::from_ref(&half)), 1);
    assert_eq!(level_of(&[half.clone(), half]), 2);
}

#[test]
fn advanced_levels_need_two_kinds_of_evidence() {
    assert_eq!(level_of(&[work(24)]), 3);
    assert_eq!(level_of(&[work(24), work(36)]), 3);
    assert_eq!(level_of(&[work(24), EvidenceKind::Course]), 3);
    assert_eq!(level_of(&[work(24), review(3)]), 4);
    assert_eq!(level_of(&[EvidenceKind::PracticeSet]), 3);
    assert_eq!(level_of(&[EvidenceKind::PracticeSet, review(3)]), 4);
    assert_eq!(level_of(&[EvidenceKind::PracticeSet, EvidenceKind::Contribution { form: None }]), 5);
    let alone = shown("sql", &[evidence(1, "sql", work(24), "2026-01-01")], "2026-11-20");
    assert_eq!(alone.second_kind_missing, Some(level(4)));
    let ways = would_prove(&pack(), pack().skill(&skill_id("sql")).unwrap(), &alone, level(4)).ways;
    assert!(ways.contains(&ProofWay::SecondKind));
}

#[test]
fn evidence_older_than_its_half_life_carries_one_level_less() {
    let list = [evidence(1, "sql", work(12), "2024-11-20")];
    let fresh = shown("sql", &list, "2026-11-20");
    assert_eq!((fresh.level, fresh.stale_on), (level(3), Some(date("2026-11-21"))));
    let stale = shown("sql", &list, "2026-11-21");
    assert_eq!((stale.level, stale.fresh_level, stale.stale_on), (level(2), level(3), None));
    assert!(stale.pieces[0].stale && stale.pieces[0].counted);
    let sql = pack().skill(&skill_id("sql")).unwrap().clone();
    assert_eq!(would_prove(&pack(), &sql, &stale, level(3)).ways[0], ProofWay::Refresh);
}

#[test]
fn fresh_hours_count_fully_and_stale_ones_one_level_less() {
    let old = evidence(1, "sql", log_of(EffortClass::M, 2), "2020-01-01");
    assert_eq!(shown("sql", std::slice::from_ref(&old), "2026-11-20").level, level(1));
    let new = evidence(2, "sql", log_of(EffortClass::M, 2), "2026-01-01");
    let both = shown("sql", &[old, new], "2026-11-20");
    assert_eq!((both.level, both.log_minutes), (level(2), Minutes::hours(86)));
    assert_eq!(both.pieces.iter().map(|piece| piece.counted).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn evidence_of_tomorrow_does_not_count_yet() {
    let list = [evidence(1, "sql", work(12), "2026-11-21")];
    assert_eq!(shown("sql", &list, "2026-11-20").pieces, []);
    assert_eq!(shown("sql", &list, "2026-11-21").level, level(3));
}

#[test]
fn the_log_says_how_many_minutes_are_missing() {
    let list = [evidence(1, "sql", EvidenceKind::Log { minutes: Minutes::hours(40) }, "2026-11-01")];
    let sql = pack().skill(&skill_id("sql")).unwrap().clone();
    let ways = would_prove(&pack(), &sql, &shown("sql", &list, "2026-11-20"), level(2)).ways;
    assert!(ways.contains(&ProofWay::Log { minutes_missing: Minutes::hours(3) }));
    assert!(would_prove(&pack(), &sql, &shown("sql", &list, "2026-11-20"), level(1)).ways.is_empty());
}

prop_compose! {
    pub fn any_evidence()(
        number in 0..10_000usize,
        kind in prop_oneof![
            (1..1440u32).prop_map(|minutes| EvidenceKind::Log { minutes: Minutes(minutes) }),
            (1..10_000u32).prop_map(|minutes| EvidenceKind::Log { minutes: Minutes(minutes) }),
            Just(EvidenceKind::Course),
            (any::<bool>(), 0..=5u8).prop_map(|(performed, n)| exam(performed, n)),
            (any::<bool>(), 0..=5u8).prop_map(|(audited, n)| project(n, audited)),
            (0..40u16).prop_map(work),
            (0..=5u8).prop_map(review),
            Just(EvidenceKind::Contribution { form: None }),
            Just(EvidenceKind::PracticeSet),
        ],
        days in 0..4000i64,
    ) -> Evidence {
        Evidence { on: date("2017-01-01").plus_days(days), ..evidence(number, "sql", kind, "2020-01-01") }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn more_evidence_never_lowers_a_level(
        list in prop::collection::vec(any_evidence(), 0..8),
        more in any_evidence(),
    ) {
        let today = date("2026-11-20");
        let sql = pack().skill(&skill_id("sql")).unwrap().clone();
        let before = proven(&sql, &list, today);
        let mut all = list;
        all.push(more);
        let after = proven(&sql, &all, today);
        prop_assert!(after.level >= before.level && after.fresh_level >= before.fresh_level);
        prop_assert!(after.level <= after.fresh_level);
    }

    #[test]
    fn the_level_drops_on_the_day_that_was_announced(list in prop::collection::vec(any_evidence(), 0..8)) {
        let today: Date = date("2026-11-20");
        let list: Vec<Evidence> = list.into_iter().filter(|it| it.on <= today).collect();
        let sql = pack().skill(&skill_id("sql")).unwrap().clone();
        let now = proven(&sql, &list, today);
        match now.stale_on {
            Some(day) => {
                prop_assert_eq!(proven(&sql, &list, day.plus_days(-1)).level, now.level);
                prop_assert!(proven(&sql, &list, day).level < now.level);
            }
            None => prop_assert_eq!(proven(&sql, &list, date("2060-01-01")).level, now.level),
        }
        prop_assert_eq!(now.level.get() > 0, now.pieces.iter().any(|piece| piece.counted));
    }
}
