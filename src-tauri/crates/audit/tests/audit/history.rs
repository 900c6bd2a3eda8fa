use crate::world::*;
use groundwork_domain::Date;
use groundwork_domain::audit::FindingKind;
use proptest::prelude::*;

const BEN: &str = "Ben <ben@example.test>";

#[test]
fn own_commits_are_counted_by_the_addresses_and_by_the_mailmap() {
    let world = World::new();
    let shop = world.repository("shop");
    commit_as(&shop, "old", "A. Lovelace <Ada@Old.example.test>", NOON);
    commit_as(&shop, "ben", BEN, NOON);
    commit_as(&shop, "ben too", "Benjamin <BEN@example.test>", NOON);
    let before = report_of(&shop, &["ada@example.test"]).history.unwrap();
    assert_eq!((before.commits, before.own, before.authors, before.mailmap), (5, 2, 3, false));
    assert_eq!(before.own_percent(), 40);
    write(&shop, ".mailmap", "Ada <ada@example.test> <ada@old.example.test>\n");
    commit(&shop, "mailmap");
    for address in ["ada@example.test", "ADA@old.example.test"] {
        let after = report_of(&shop, &[address]).history.unwrap();
        assert_eq!((after.own, after.authors, after.mailmap), (4, 2, true), "{address}");
    }
    assert_eq!(report(&shop).history.unwrap().own, 0);
    assert_eq!(report_of(&shop, &["", " "]).history.unwrap().own, 0);
}

#[test]
fn a_mailmap_may_tell_people_apart_who_share_an_address() {
    let world = World::new();
    let shop = world.empty("shop");
    for who in ["Ada <team@example.test>", "Ben <team@example.test>", "Ben <team@example.test>"] {
        commit_as(&shop, "more", who, NOON);
    }
    write(
        &shop,
        ".mailmap",
        "Ada <ada@example.test> Ada <team@example.test>\nBen <ben@example.test> Ben <team@example.test>\n",
    );
    commit_as(&shop, "mailmap", BEN, NOON);
    let history = report_of(&shop, &["ada@example.test"]).history.unwrap();
    assert_eq!((history.commits, history.own, history.authors), (4, 1, 2));
}

#[test]
fn a_mailmap_that_is_a_link_is_not_followed() {
    let world = World::new();
    let shop = world.repository("shop");
    write(&world.path(), "elsewhere", "Ben <ben@example.test> <ada@example.test>\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../elsewhere", shop.join(".mailmap")).unwrap();
    commit(&shop, "mailmap");
    let history = report_of(&shop, &["ada@example.test"]).history.unwrap();
    assert!(!history.mailmap && history.own == history.commits);
}

#[test]
fn days_and_weeks_are_those_of_the_author() {
    let world = World::new();
    let shop = world.empty("shop");
    // Sunday evening in Lisbon is Monday in Delhi.
    for when in ["2025-01-05T23:30:00+0000", "2025-01-06T05:00:00+0530", "2025-01-12T23:59:59-0800"] {
        commit_as(&shop, "more", ADA, when);
    }
    commit_as(&shop, "ben", BEN, "2024-06-01T12:00:00+0200");
    let history = report_of(&shop, &["ada@example.test"]).history.unwrap();
    let day = |text: &str| Some(Date::parse(text).unwrap());
    assert_eq!((history.first, history.last), (day("2024-06-01"), day("2025-01-12")));
    assert_eq!((history.own_first, history.own_last), (day("2025-01-05"), day("2025-01-12")));
    assert_eq!((history.weeks, history.own_weeks), (3, 2));
}

#[test]
fn merges_count_and_each_commit_counts_once() {
    let world = World::new();
    let shop = world.repository("shop");
    git(&shop, &["checkout", "-q", "-b", "side", "HEAD~1"]);
    commit_as(&shop, "side", BEN, NOON);
    git(&shop, &["checkout", "-q", "main"]);
    git(&shop, &["merge", "-q", "--no-ff", "-m", "merge", "side"]);
    let history = report_of(&shop, &["ada@example.test"]).history.unwrap();
    assert_eq!((history.commits, history.own), (4, 3));
}

#[test]
fn twenty_own_commits_are_a_finding_and_nobody_elses_address_is_told() {
    let world = World::new();
    let shop = world.repository("shop");
    commit_as(&shop, "a message that is Ben's own", BEN, NOON);
    for _ in 0..17 {
        commit(&shop, "more");
    }
    let found = |report: &groundwork_domain::audit::Report| finding(report, "git.own-commits").cloned();
    assert_eq!(found(&report_of(&shop, &["ada@example.test"])), None);
    commit(&shop, "the twentieth");
    let report = report_of(&shop, &["ada@example.test"]);
    let commits = found(&report).unwrap();
    assert_eq!((commits.kind, commits.count, commits.aside), (FindingKind::History, 20, false));
    assert_eq!(commits.skills[0].as_str(), "git");
    let text = serde_json::to_string(&report).unwrap();
    for secret in ["ben@", "Ben", "ada@example.test", "twentieth"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn odd_authors_and_times_do_not_stop_the_reading() {
    let world = World::new();
    let shop = world.repository("shop");
    let tree = git(&shop, &["rev-parse", "HEAD^{tree}"]);
    let mut parent = git(&shop, &["rev-parse", "HEAD"]);
    for author in [
        "<> 0 +0000",
        "A <a@example.test> 99999999999999 +0000",
        "B <b@example.test> 1735689600 +9999",
        "C <c@example.test> -5000000000 -0000",
        "D <d@example.test>",
        "no one at all",
        "E <e@example.test> soon +0000",
        "\u{fffd}\u{202e} <\u{fffd}> 1735689600 +0100",
    ] {
        let text = format!("tree {tree}\nparent {parent}\nauthor {author}\ncommitter {author}\n\nx\n");
        write(&shop, "commit.txt", text);
        parent = git(&shop, &["hash-object", "-t", "commit", "--literally", "-w", "commit.txt"]);
    }
    std::fs::write(shop.join(".git/refs/heads/main"), format!("{parent}\n")).unwrap();
    let report = report(&shop);
    let history = report.history.unwrap();
    assert_eq!(history.commits, 10);
    assert!(history.first >= Some(Date::FIRST) && history.last <= Some(Date::LAST));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_and_weeks_are_those_that_git_tells(
        commits in prop::collection::vec((0..3_usize, 0_i64..80_000_000, -14_i64..=14), 1..12),
    ) {
        let world = World::new();
        let shop = world.empty("shop");
        let (mut own, mut days) = (0, Vec::new());
        for (who, second, zone) in &commits {
            let who = [ADA, BEN, "Cid <cid@example.test>"][*who];
            own += u32::from(who == ADA);
            let when = format!("{} {}{:02}00", 1_600_000_000 + second, if *zone < 0 { '-' } else { '+' }, zone.abs());
            commit_as(&shop, "more", who, &when);
            days.push(git(&shop, &["log", "-1", "--format=%ad", "--date=format:%Y-%m-%d"]));
        }
        let history = report_of(&shop, &["ada@example.test"]).history.unwrap();
        prop_assert_eq!((history.commits as usize, history.own), (commits.len(), own));
        days.sort();
        let days: Vec<Date> = days.iter().map(|day| Date::parse(day).unwrap()).collect();
        prop_assert_eq!((history.first, history.last), (days.first().copied(), days.last().copied()));
        let mut weeks: Vec<Date> = days.iter().map(|day| day.week_start()).collect();
        weeks.dedup();
        prop_assert_eq!(history.weeks as usize, weeks.len());
    }
}
