//! An item of a plan before it has dates: what it is, how long it takes, and what of that is done.

use super::{ItemKey, whole_key};
use crate::pace::PaceClass;
use crate::role::{Estimate, RolePack};
use crate::{Date, Level, Minutes, PracticeId, RecordId, SkillId, StatementId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Least minutes of an item that is not done, however much was logged.
const LEAST_LEFT: u32 = 30;

/// What an item of the plan is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ItemWhat {
    /// A skill from the level below to this one.
    SkillStep {
        /// The skill.
        skill: SkillId,
        /// The level.
        to: Level,
    },
    /// A review of a skill whose evidence is stale.
    Refresh {
        /// The skill.
        skill: SkillId,
    },
    /// Evidence for a level that is held already.
    Proof {
        /// The skill.
        skill: SkillId,
        /// The level.
        to: Level,
    },
    /// One more of a practice.
    Practice {
        /// The practice.
        practice: PracticeId,
        /// Which one, from 1.
        number: u32,
    },
    /// Revision for a certification of the person's.
    ExamPreparation {
        /// The certification's record.
        record: RecordId,
    },
    /// Mock exams for a certification of the person's.
    MockExam {
        /// The certification's record.
        record: RecordId,
    },
    /// What keeps a certification of the person's up.
    Renewal {
        /// The certification's record.
        record: RecordId,
    },
    /// An open line of a project's checklist.
    ProjectLine {
        /// The project.
        project: RecordId,
        /// The line.
        line: StatementId,
    },
    /// An item of the person's own.
    Own,
}

impl ItemWhat {
    /// What the key of an item says, that of a part what it was split from; none for what is no key of an item.
    pub fn of_key(key: &str) -> Option<Self> {
        let level = |to: &str| Level::new(to.parse().ok()?).ok();
        let skill = |id: &str| SkillId::new(id).ok();
        Some(match whole_key(key).0.split(':').collect::<Vec<_>>()[..] {
            ["skill", id, to] => Self::SkillStep { skill: skill(id)?, to: level(to)? },
            ["proof", id, to] => Self::Proof { skill: skill(id)?, to: level(to)? },
            ["refresh", id] => Self::Refresh { skill: skill(id)? },
            ["practice", id, number] => {
                Self::Practice { practice: PracticeId::new(id).ok()?, number: number.parse().ok()? }
            }
            ["certification", id] => Self::ExamPreparation { record: RecordId::new(id).ok()? },
            ["mock", id] => Self::MockExam { record: RecordId::new(id).ok()? },
            ["renewal", id] => Self::Renewal { record: RecordId::new(id).ok()? },
            ["line", project, line] => Self::ProjectLine {
                project: RecordId::new(project).ok()?,
                line: StatementId::new(line).ok()?,
            },
            ["own", _] => Self::Own,
            _ => return None,
        })
    }

    /// The class whose estimates it errs with.
    pub fn pace_class(&self, pack: &RolePack) -> PaceClass {
        match self {
            Self::SkillStep { skill, .. } => pack.skill(skill).map_or(PaceClass::M, |it| it.effort.into()),
            Self::Refresh { .. } | Self::Proof { .. } => PaceClass::Review,
            Self::Practice { .. } | Self::ProjectLine { .. } => PaceClass::Practice,
            Self::ExamPreparation { .. } | Self::MockExam { .. } | Self::Renewal { .. } => PaceClass::Exam,
            Self::Own => PaceClass::Own,
        }
    }

    /// The skill that it works on.
    pub fn skill(&self) -> Option<&SkillId> {
        match self {
            Self::SkillStep { skill, .. } | Self::Refresh { skill } | Self::Proof { skill, .. } => {
                Some(skill)
            }
            Self::Practice { .. }
            | Self::ProjectLine { .. }
            | Self::ExamPreparation { .. }
            | Self::MockExam { .. }
            | Self::Renewal { .. }
            | Self::Own => None,
        }
    }

    /// The certification's record that it belongs to.
    pub fn certification(&self) -> Option<&RecordId> {
        match self {
            Self::ExamPreparation { record } | Self::MockExam { record } | Self::Renewal { record } => {
                Some(record)
            }
            _ => None,
        }
    }

    /// Whether it prepares an exam, so that it is due before that.
    pub fn is_for_exam(&self) -> bool {
        matches!(self, Self::ExamPreparation { .. } | Self::MockExam { .. })
    }
}

/// Key of an exam's preparation.
pub fn exam_key(record: &RecordId) -> ItemKey {
    format!("certification:{record}")
}

/// Key of an exam's mock exams.
pub fn mock_key(record: &RecordId) -> ItemKey {
    format!("mock:{record}")
}

/// Key of what keeps a certification up.
pub fn renewal_key(record: &RecordId) -> ItemKey {
    format!("renewal:{record}")
}

/// Key of an open line of a project's checklist.
pub fn line_key(project: &RecordId, line: &StatementId) -> ItemKey {
    format!("line:{project}:{line}")
}

/// What was logged, as far as it shortens what is left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Logged {
    /// Minutes that were spent on an item, by its key.
    pub items: BTreeMap<ItemKey, Minutes>,
    /// Minutes that were spent on a skill without naming an item.
    pub skills: BTreeMap<SkillId, Minutes>,
}

impl Logged {
    /// Minutes that were spent on an item.
    pub fn on(&self, key: &str) -> Minutes {
        self.items.get(key).copied().unwrap_or_default()
    }
}

/// Minutes that are left of an item: the whole less what was logged, never less than half an hour (or the whole, where
/// that is shorter), because it is not done yet.
pub fn left_of(whole: Minutes, logged: Minutes) -> Minutes {
    Minutes(whole.0.saturating_sub(logged.0).max(whole.0.min(LEAST_LEFT)))
}

/// An item of the plan before it has dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ItemSource {
    /// Its key: `skill:sql:2`, `refresh:sql`, `proof:sql:2`, `practice:complete-application:1`.
    pub key: ItemKey,
    /// What it is.
    pub what: ItemWhat,
    /// Likely minutes of the whole of it: our estimate times the person's pace. 0 for a step to level 5: the person sets
    /// them.
    pub whole: Minutes,
    /// Minutes that count toward it: those that were logged on it, and for the first step of a skill what was logged on
    /// the skill beyond the level that is held.
    pub logged: Minutes,
    /// The whole of it in hours: an estimate of ours.
    pub estimate: Estimate,
    /// The last day on which it keeps a level from going stale.
    pub due: Option<Date>,
    /// Items that come first.
    pub after: Vec<ItemKey>,
    /// The weight of the weightiest requirement that it serves, 1-10.
    pub weight: u32,
    /// Keys of the requirements it serves, then those of the items whose prerequisite it is.
    pub because_of: Vec<String>,
    /// Whether it serves other items only.
    pub prerequisite: bool,
}

impl ItemSource {
    /// Likely minutes that are left.
    pub fn left(&self) -> Minutes {
        left_of(self.whole, self.logged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_what_its_item_is() {
        let step = ItemWhat::SkillStep { skill: SkillId::new("sql").unwrap(), to: Level::new(2).unwrap() };
        assert_eq!(ItemWhat::of_key("skill:sql:2"), Some(step.clone()));
        assert_eq!(ItemWhat::of_key("part:part:skill:sql:2"), Some(step));
        let record = RecordId::new("01a1f905").unwrap();
        let exam = ItemWhat::ExamPreparation { record: record.clone() };
        assert_eq!(ItemWhat::of_key(&exam_key(&record)), Some(exam));
        for key in [exam_key(&record), mock_key(&record), renewal_key(&record)] {
            assert_eq!(ItemWhat::of_key(&key).unwrap().certification(), Some(&record));
        }
        let line = StatementId::new("api").unwrap();
        let open = ItemWhat::ProjectLine { project: record.clone(), line: line.clone() };
        assert_eq!(ItemWhat::of_key(&line_key(&record, &line)), Some(open));
        assert_eq!(ItemWhat::of_key("own:1"), Some(ItemWhat::Own));
        for no_key in ["", "sql", "skill:sql", "skill:sql:nine", "skill:SQL:2", "own:1:2", "choice:language"]
        {
            assert_eq!(ItemWhat::of_key(no_key), None, "{no_key}");
        }
    }
}
