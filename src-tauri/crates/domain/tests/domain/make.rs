//! Small packs, standings and problems for the tests.

use groundwork_domain::effort;
use groundwork_domain::levels::{Proven, proven};
use groundwork_domain::person::{Evidence, EvidenceKind, Target};
use groundwork_domain::plan::{Calendar, DueKind, Item, Pin, PlanProblem};
use groundwork_domain::readiness::Standing;
use groundwork_domain::role::*;
use groundwork_domain::*;

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn level(n: u8) -> Level {
    Level::new(i64::from(n)).unwrap()
}

pub fn skill_id(id: &str) -> SkillId {
    SkillId::new(id).unwrap()
}

pub fn text(words: &str) -> Text {
    Text::same(words)
}

pub fn skill(id: &str, effort: EffortClass, before: &[(&str, u8)]) -> Skill {
    let prerequisites =
        before.iter().map(|(id, n)| Prerequisite { skill: skill_id(id), level: level(*n) }).collect();
    let resource = Resource {
        title: "Docs".into(),
        url: "https://example.org/docs".into(),
        lang: Lang::En,
        kind: "docs".into(),
        hours: None,
    };
    Skill {
        id: skill_id(id),
        name: text(id),
        group: GroupId::new("group").unwrap(),
        kind: SkillKind::Knowledge,
        effort,
        half_life: HalfLife::Tool,
        prerequisites,
        aliases: Vec::new(),
        esco: None,
        resources: vec![resource],
        says: Vec::new(),
    }
}

pub fn asked(skill: &str, n: u8, weight: u8, core: bool) -> SkillRequirement {
    SkillRequirement { skill: skill_id(skill), level: level(n), weight, core }
}

pub fn one_of(choice: &str, n: u8, weight: u8, core: bool) -> OneOf {
    OneOf { choice: ChoiceId::new(choice).unwrap(), level: level(n), weight, core }
}

pub fn rung(id: &str, all_of: Vec<SkillRequirement>) -> Rung {
    Rung {
        id: RungId::new(id).unwrap(),
        kind: RungKind::Ladder,
        name: text(id),
        summary: text(id),
        rank: 0,
        after: Vec::new(),
        based_on: None,
        all_of,
        one_of: Vec::new(),
        practice: Vec::new(),
        skills: Vec::new(),
        statements: Vec::new(),
    }
}

pub fn choice(id: &str, members: &[(&str, Option<&str>)]) -> Choice {
    let member = |(skill, with): &(&str, Option<&str>)| ChoiceMember {
        skill: skill_id(skill),
        with: with.map(skill_id),
    };
    Choice { id: ChoiceId::new(id).unwrap(), name: text(id), members: members.iter().map(member).collect() }
}

/// SQL, Python, Java, Django (on Python 2 and SQL 1), Spring, and one rung "junior" that asks SQL 2, Docker 1, a language at
/// 3, a framework at 2 and two complete applications.
pub fn pack() -> RolePack {
    let mut junior = rung("junior", vec![asked("sql", 2, 5, true), asked("docker", 1, 2, false)]);
    junior.one_of = vec![one_of("language", 3, 10, true), one_of("framework", 2, 6, false)];
    let application = PracticeId::new("application").unwrap();
    junior.practice =
        vec![PracticeRequirement { practice: application.clone(), count: 2, weight: 8, core: true }];
    let line = |id: &str| PracticeItem {
        id: StatementId::new(id).unwrap(),
        name: text(id),
        hint: text(id),
        shown_by: Vec::new(),
        skills: Vec::new(),
        says: Vec::new(),
    };
    let mut pack = RolePack::default();
    pack.groups = vec![Group {
        id: GroupId::new("group").unwrap(),
        name: text("Group"),
        levels: vec![text("anchor"); 5],
    }];
    pack.name = text("Role");
    pack.summary = text("Role");
    pack.skills = vec![
        skill("sql", EffortClass::M, &[]),
        skill("python", EffortClass::L, &[]),
        skill("java", EffortClass::L, &[]),
        skill("django", EffortClass::M, &[("python", 2), ("sql", 1)]),
        skill("spring", EffortClass::M, &[("java", 2)]),
        skill("docker", EffortClass::S, &[]),
    ];
    pack.choices = vec![
        choice("language", &[("python", None), ("java", None)]),
        choice("framework", &[("django", Some("python")), ("spring", Some("java"))]),
    ];
    pack.practice = vec![Practice {
        id: application,
        name: text("Application"),
        summary: text("Application"),
        kind: "project".into(),
        url: None,
        hours: Estimate { low: 60, likely: 120, high: 240 },
        checklist: vec![line("tests"), line("deployment")],
        skills: vec![skill_id("sql")],
        statements: Vec::new(),
    }];
    pack.rungs = vec![junior];
    pack.indexed()
}

pub fn target(choices: &[(&str, &str)]) -> Target {
    let choices = choices.iter().map(|(choice, skill)| (ChoiceId::new(*choice).unwrap(), skill_id(skill)));
    Target { rung: RungId::new("junior").unwrap(), choices: choices.collect() }
}

pub fn evidence(number: usize, skill: &str, kind: EvidenceKind, on: &str) -> Evidence {
    Evidence { id: RecordId::new(format!("e{number}")).unwrap(), skill: skill_id(skill), kind, on: date(on) }
}

pub fn work(months: u16) -> EvidenceKind {
    EvidenceKind::Work { months }
}

pub fn review(n: u8) -> EvidenceKind {
    EvidenceKind::Review { states: level(n) }
}

/// Minutes of log of the hours from nothing to a level.
pub fn log_of(class: EffortClass, n: u8) -> EvidenceKind {
    EvidenceKind::Log { minutes: effort::cumulative_minutes(class, level(n)).unwrap() }
}

pub fn shown(id: &str, evidence: &[Evidence], today: &str) -> Proven {
    proven(pack().skill(&skill_id(id)).unwrap(), evidence, date(today))
}

pub fn standing(claimed: &[(&str, u8)], proven: &[(&str, u8)]) -> Standing {
    let known = |n: u8| Proven { level: level(n), fresh_level: level(n), ..Proven::default() };
    Standing {
        claimed: claimed.iter().map(|(id, n)| (skill_id(id), level(*n))).collect(),
        proven: proven.iter().map(|(id, n)| (skill_id(id), known(*n))).collect(),
        ..Standing::default()
    }
}

pub fn item(id: &str, minutes: u32, after: &[&str]) -> Item {
    Item {
        id: id.into(),
        minutes,
        after: after.iter().map(|id| (*id).to_owned()).collect(),
        not_before: None,
        due: None,
        due_kind: None,
        weight: 1,
        pinned: Vec::new(),
    }
}

pub fn due(mut item: Item, day: &str, kind: DueKind) -> Item {
    item.due = Some(date(day));
    item.due_kind = Some(kind);
    item
}

pub fn pinned(mut item: Item, day: &str, minutes: u32) -> Item {
    item.pinned.push(Pin { date: date(day), minutes });
    item
}

/// A problem from Monday, 4 January 2027, with 120 minutes on weekdays, 240 on Saturdays, none on Sundays.
pub fn problem(items: Vec<Item>) -> PlanProblem {
    PlanProblem {
        start: date("2027-01-04"),
        focus_limit: None,
        min_session_minutes: 0,
        max_item_minutes_per_day: None,
        calendar: Calendar { weekly_minutes: [120, 120, 120, 120, 120, 240, 0], exceptions: Vec::new() },
        items,
    }
}
