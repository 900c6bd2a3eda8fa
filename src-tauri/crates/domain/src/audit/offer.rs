//! From a report to evidence (MODEL.md, section 2): a project that is described carries up to 2; one whose repository, tests
//! and deployment the audit shows carries 3.

use super::{Finding, FindingKind, Place, Report, Strength};
use crate::{Level, SkillId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Lines of code from which a language is offered at level 2, and at level 3: estimates of ours.
const LINES: [u64; 2] = [200, 1_000];

/// What an audit shows of a project as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Shown {
    /// A repository with commits.
    pub repository: bool,
    /// Commits of the person's own among them.
    pub own: bool,
    /// Tests.
    pub tests: bool,
    /// A way into production: a container, orchestration, infrastructure as code, a step of a pipeline.
    pub deployment: bool,
}

impl Shown {
    /// Whether everything is shown that level 3 asks for.
    pub fn whole(self) -> bool {
        self.repository && self.own && self.tests && self.deployment
    }

    /// The level that a project carries up to by what is shown: 3 when all of it is, else 2.
    pub fn carries(self) -> Level {
        level(if self.whole() { 3 } else { 2 })
    }
}

/// What a skill rests on in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Carry {
    /// Id of the rule; `language.` and the language for lines of code.
    pub rule: String,
    /// What was found.
    pub name: Text,
    /// Where, first.
    pub place: Place,
}

/// A skill that the findings speak for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Offer {
    /// The skill.
    pub skill: SkillId,
    /// The level that it can carry.
    pub level: Level,
    /// What it rests on.
    pub rests_on: Vec<Carry>,
}

fn level(n: i64) -> Level {
    Level::new(n).unwrap_or_default()
}

/// What a report shows of the project as a whole.
pub fn shown(report: &Report) -> Shown {
    let any = |kinds: &[FindingKind]| kinds.iter().any(|kind| report.has(*kind));
    Shown {
        repository: report.history.as_ref().is_some_and(|history| history.commits > 0),
        own: report.history.as_ref().is_some_and(|history| history.own > 0),
        tests: any(&[FindingKind::Test]),
        deployment: any(&[
            FindingKind::Container,
            FindingKind::Orchestration,
            FindingKind::Infrastructure,
            FindingKind::Deployment,
        ]),
    }
}

/// Whether a finding speaks for its skills: it is the project's own, and not only pulled in by something else. What is
/// declared for development speaks where it is a tool of development.
fn speaks(found: &Finding) -> bool {
    let tool = matches!(
        found.kind,
        FindingKind::Test
            | FindingKind::TestFramework
            | FindingKind::Quality
            | FindingKind::BuildTool
            | FindingKind::Migration
            | FindingKind::ApiDescription
    );
    found.kind != FindingKind::Secret && found.is_own() && (tool || found.strength == Strength::Direct)
}

/// The skills that a report speaks for, by id, each with the level that it can carry: 2, or 3 where the audit shows
/// repository, own commits, tests and deployment. A language counts from 200 lines of code on, for level 3 from 1,000.
pub fn offers(report: &Report) -> Vec<Offer> {
    let whole = shown(report).carries();
    let mut found: BTreeMap<SkillId, Offer> = BTreeMap::new();
    let mut add = |skill: &SkillId, level: Level, carry: Carry| {
        let offer = found.entry(skill.clone()).or_insert_with(|| Offer {
            skill: skill.clone(),
            level,
            rests_on: Vec::new(),
        });
        offer.level = offer.level.max(level);
        offer.rests_on.push(carry);
    };
    for lines in report.languages.iter().filter(|lines| lines.code >= LINES[0]) {
        let Some(skill) = &lines.skill else { continue };
        let most = if lines.code >= LINES[1] { whole } else { whole.min(level(2)) };
        let rule = format!("language.{}", lines.name);
        add(skill, most, Carry { rule, name: Text::same(lines.name.clone()), place: lines.largest.clone() });
    }
    for found in report.findings.iter().filter(|found| speaks(found)) {
        let Some(carry) = found.carry() else { continue };
        for skill in &found.skills {
            add(skill, whole, carry.clone());
        }
    }
    found.into_values().collect()
}
