//! From a report of the audit to evidence, and what changed between two.

use groundwork_domain::audit::{
    AuditChange, CommitHistory, Finding, FindingKind, LanguageLines, Place, Report, Strength, changes,
    offers, shown,
};
use groundwork_domain::{Level, SkillId, Text};
use proptest::prelude::*;

fn skill(id: &str) -> SkillId {
    SkillId::new(id).unwrap()
}

fn found(rule: &str, kind: FindingKind, skills: &[&str]) -> Finding {
    Finding {
        rule: rule.into(),
        kind,
        name: Text::same(rule),
        skills: skills.iter().map(|id| skill(id)).collect(),
        strength: Strength::Direct,
        places: vec![Place { file: "src/a".into(), line: 3 }],
        count: 1,
        aside: false,
    }
}

fn lines(name: &str, id: Option<&str>, code: u64) -> LanguageLines {
    LanguageLines {
        name: name.into(),
        skill: id.map(skill),
        files: 1,
        code,
        comments: 0,
        blanks: 0,
        largest: Place { file: "src/main".into(), line: 0 },
    }
}

fn history(commits: u32, own: u32) -> CommitHistory {
    CommitHistory {
        commits,
        own,
        authors: 1,
        first: None,
        last: None,
        own_first: None,
        own_last: None,
        weeks: 1,
        own_weeks: 1,
        mailmap: false,
        complete: true,
    }
}

fn report(findings: Vec<Finding>, languages: Vec<LanguageLines>) -> Report {
    Report {
        rules: 1,
        folder: "a".into(),
        git: None,
        history: Some(history(40, 30)),
        files: 1,
        bytes: 1,
        languages,
        findings,
        not_found: Vec::new(),
        left_out: Vec::new(),
        title: String::new(),
        summary: String::new(),
        partial: false,
    }
}

/// A project with tests and a container.
fn whole(more: Vec<Finding>) -> Report {
    let mut findings =
        vec![found("t", FindingKind::Test, &["unit-tests"]), found("d", FindingKind::Container, &["docker"])];
    findings.extend(more);
    report(findings, Vec::new())
}

fn level_of(report: &Report, id: &str) -> u8 {
    offers(report).into_iter().find(|offer| offer.skill == skill(id)).map_or(0, |offer| offer.level.get())
}

#[test]
fn repository_own_commits_tests_and_deployment_together_carry_level_3() {
    let framework = || vec![found("f", FindingKind::Framework, &["fastapi", "python"])];
    let all = whole(framework());
    assert!(shown(&all).whole());
    assert_eq!((level_of(&all, "fastapi"), level_of(&all, "python"), level_of(&all, "docker")), (3, 3, 3));
    let mut others = all.clone();
    others.history = Some(history(40, 0));
    let mut no_git = all.clone();
    no_git.history = None;
    for kind in [FindingKind::Test, FindingKind::Container] {
        let mut less = all.clone();
        less.findings.retain(|found| found.kind != kind);
        assert_eq!(level_of(&less, "fastapi"), 2, "{kind:?}");
    }
    assert_eq!((level_of(&others, "fastapi"), level_of(&no_git, "fastapi")), (2, 2));
}

#[test]
fn each_way_into_production_counts_as_deployment() {
    use FindingKind::{Container, Deployment, Infrastructure, Orchestration};
    for kind in [Container, Orchestration, Infrastructure, Deployment] {
        let one = report(vec![found("t", FindingKind::Test, &[]), found("d", kind, &[])], Vec::new());
        assert!(shown(&one).whole(), "{kind:?}");
    }
    let pipeline =
        report(vec![found("t", FindingKind::Test, &[]), found("ci", FindingKind::Ci, &[])], Vec::new());
    assert!(!shown(&pipeline).deployment);
}

#[test]
fn what_is_pulled_in_or_lies_in_examples_speaks_for_nothing() {
    let indirect =
        Finding { strength: Strength::Indirect, ..found("f", FindingKind::Framework, &["django"]) };
    let aside = Finding { aside: true, ..found("g", FindingKind::Framework, &["flask"]) };
    let secret = found("s", FindingKind::Secret, &["secrets"]);
    let development =
        Finding { strength: Strength::Development, ..found("h", FindingKind::Framework, &["spring"]) };
    let linter =
        Finding { strength: Strength::Development, ..found("l", FindingKind::Quality, &["linters"]) };
    let all = whole(vec![indirect, aside, secret, development, linter]);
    for id in ["django", "flask", "secrets", "spring"] {
        assert_eq!(level_of(&all, id), 0, "{id}");
    }
    assert_eq!(level_of(&all, "linters"), 3);
}

#[test]
fn a_language_counts_by_its_lines() {
    for (code, level) in [(199, 0), (200, 2), (999, 2), (1_000, 3), (50_000, 3)] {
        let mut all = whole(Vec::new());
        all.languages = vec![lines("Go", Some("go"), code)];
        assert_eq!(level_of(&all, "go"), level, "{code}");
    }
    let mut nameless = whole(Vec::new());
    nameless.languages = vec![lines("Brainfuck", None, 9_000)];
    assert_eq!(offers(&nameless).len(), 2);
}

#[test]
fn an_offer_names_every_finding_that_it_rests_on() {
    let all = whole(vec![
        found("a", FindingKind::Framework, &["python"]),
        found("b", FindingKind::Library, &["python"]),
    ]);
    let offer = offers(&all).into_iter().find(|offer| offer.skill == skill("python")).unwrap();
    let rules: Vec<&str> = offer.rests_on.iter().map(|carry| carry.rule.as_str()).collect();
    assert_eq!(rules, ["a", "b"]);
    assert_eq!(offer.rests_on[0].place, Place { file: "src/a".into(), line: 3 });
}

#[test]
fn what_came_what_went_and_what_grew_is_told() {
    let before = report(
        vec![found("old", FindingKind::Cache, &[])],
        vec![lines("Go", None, 10), lines("SQL", None, 5)],
    );
    let mut after = report(
        vec![found("new", FindingKind::Queue, &[])],
        vec![lines("Go", None, 12), lines("SQL", None, 5), lines("Rust", None, 1)],
    );
    after.history = Some(history(41, 31));
    after.rules = 2;
    let told = changes(&before, &after);
    let name = |name: &str| Text::same(name);
    assert_eq!(
        told,
        [
            AuditChange::Rules { before: 1, after: 2 },
            AuditChange::Commits { before: 40, after: 41, own_before: 30, own_after: 31 },
            AuditChange::Found { rule: "new".into(), name: name("new"), about: FindingKind::Queue },
            AuditChange::Gone { rule: "old".into(), name: name("old"), about: FindingKind::Cache },
            AuditChange::Lines { language: "Go".into(), before: 10, after: 12 },
            AuditChange::Lines { language: "Rust".into(), before: 0, after: 1 },
        ]
    );
    assert_eq!(changes(&after, &after), []);
}

proptest! {
    #[test]
    fn more_findings_never_carry_less(
        kinds in proptest::collection::vec((0..FindingKind::ALL.len(), 0..3_usize, any::<bool>()), 0..12),
        kind in 0..FindingKind::ALL.len(),
    ) {
        let strengths = [Strength::Indirect, Strength::Development, Strength::Direct];
        let made = |(index, (kind, strength, aside)): (usize, (usize, usize, bool))| Finding {
            strength: strengths[strength],
            aside,
            ..found(&format!("r{index}"), FindingKind::ALL[kind], &["sql", "git"])
        };
        let findings: Vec<Finding> = kinds.into_iter().enumerate().map(made).collect();
        let fewer = report(findings.clone(), Vec::new());
        let mut more = fewer.clone();
        more.findings.push(found("more", FindingKind::ALL[kind], &["git"]));
        for offer in offers(&fewer) {
            let now = offers(&more).into_iter().find(|it| it.skill == offer.skill);
            prop_assert!(now.is_some_and(|now| now.level >= offer.level && offer.level <= Level::new(3).unwrap()));
        }
    }
}
