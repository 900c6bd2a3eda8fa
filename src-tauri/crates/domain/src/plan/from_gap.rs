//! The items of a plan that closes a gap (MODEL.md, sections 3 and 4).

use super::early_value::{Gains, Worth, by_early_value};
use super::{ItemKey, PlanError};
use crate::effort::{cumulative_minutes, step_hours};
use crate::gap::{Gap, GapEntry, GapState};
use crate::graph::find_cycle;
use crate::readiness::{Basis, Standing};
use crate::requirement::RequirementKind;
use crate::role::{Estimate, Practice, Prerequisite, RolePack, Skill};
use crate::{Level, Minutes, PracticeId, RecordId, SkillId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Least minutes of a step whose level is not there, however much was logged.
const LEAST_STEP: u32 = 30;
/// Minutes to write a piece of evidence down: an estimate of ours.
const PROOF_MINUTES: u32 = 60;

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
    /// Revision and mock exams for a certification of the person's.
    ExamPreparation {
        /// The certification's record.
        record: RecordId,
    },
    /// An item of the person's own.
    Own,
}

/// An item of the plan before it has dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ItemSource {
    /// Its key: `skill:sql:2`, `refresh:sql`, `proof:sql:2`, `practice:complete-application:1`.
    pub key: ItemKey,
    /// What it is.
    pub what: ItemWhat,
    /// Likely minutes that are left. 0 for a step to level 5: the person sets them.
    pub minutes: Minutes,
    /// The whole of it in hours: an estimate of ours.
    pub estimate: Estimate,
    /// Items that come first.
    pub after: Vec<ItemKey>,
    /// The weight of the weightiest requirement that it serves, 1-10.
    pub weight: u32,
    /// Keys of the requirements it serves, then those of the items whose prerequisite it is.
    pub because_of: Vec<String>,
    /// Whether it serves other items only.
    pub prerequisite: bool,
}

/// The items that close the gap, in an order in which they could be done: what brings most readiness for an hour first.
///
/// - One item a step of a skill, from the higher one of the claimed and the proven level, with every prerequisite that is
///   missing, and theirs. The first step of a skill comes after the steps of its prerequisites.
/// - What was logged beyond the effort of the level held shortens the next step, to 30 minutes at least.
/// - A practice comes after the steps up to level 2 of the core requirements that it builds on: the skills that it names,
///   and for a project the chosen members of choices too. Several of one practice follow each other.
/// - A level up to 3 that only lacks proof becomes an item of an hour; stale evidence a review. Higher levels are proven by
///   the work itself, so they become no item.
///
/// Refuses prerequisites that wait for each other.
pub fn items_from_gap(
    pack: &RolePack,
    gap: &Gap,
    standing: &Standing,
    logged: &BTreeMap<SkillId, Minutes>,
) -> Result<Vec<ItemSource>, PlanError> {
    let refreshed =
        gap.entries.iter().filter(|it| it.state == GapState::Refresh).filter_map(|it| it.member.clone());
    let mut draft = Draft {
        pack,
        standing,
        logged,
        refreshed: refreshed.collect(),
        items: Vec::new(),
        at: HashMap::new(),
        gains: Gains::default(),
    };
    let learned = gap.entries.iter().filter(|it| it.state == GapState::Learn);
    for entry in learned.clone() {
        if let Some(skill) = entry.member.as_ref() {
            draft.need(entry, skill);
        }
    }
    draft.link();
    for entry in &gap.entries {
        draft.small(entry);
    }
    for entry in learned {
        if let RequirementKind::Practice { practice } = &entry.requirement.what {
            draft.practice(gap, entry, practice);
        }
    }
    draft.sorted()
}

fn level(n: u8) -> Level {
    Level::new(i64::from(n)).unwrap_or(Level::MAX)
}

/// A skill that is needed at a level, and why.
struct Need {
    skill: SkillId,
    to: Level,
    reason: String,
    is_prerequisite: bool,
}

struct Draft<'a> {
    pack: &'a RolePack,
    standing: &'a Standing,
    logged: &'a BTreeMap<SkillId, Minutes>,
    refreshed: BTreeSet<SkillId>,
    items: Vec<ItemSource>,
    at: HashMap<ItemKey, usize>,
    gains: Gains,
}

impl Draft<'_> {
    /// The level from which a skill is planned; a skill that is refreshed counts with its fresh level.
    fn from(&self, skill: &SkillId) -> Level {
        let fresh = self.standing.proven.get(skill).filter(|_| self.refreshed.contains(skill));
        self.standing.best_level(skill).max(fresh.map(|proven| proven.fresh_level).unwrap_or_default())
    }

    /// Plans the steps of a skill up to a level, and of everything that it builds on. What is needed again with a greater
    /// weight is visited again, so each skill is visited ten times at most for each that needs it.
    fn need(&mut self, entry: &GapEntry, skill: &SkillId) {
        let reason = entry.requirement.key.clone();
        let weight = u32::from(entry.requirement.weight).clamp(1, 10);
        for to in self.from(skill).get() + 1..=entry.required {
            let key = format!("skill:{skill}:{to}");
            self.gains.add(&key, weight, entry.required, entry.requirement.core);
        }
        let own = Need { skill: skill.clone(), to: level(entry.required), reason, is_prerequisite: false };
        let mut needs = vec![own];
        while let Some(need) = needs.pop() {
            let Some(it) = self.pack.skill(&need.skill) else { continue };
            let from = self.from(&need.skill);
            if !self.steps(it, from, &need, weight) {
                continue;
            }
            let first = format!("skill:{}:{}", need.skill, from.higher());
            needs.extend(it.prerequisites.iter().rev().map(|before| Need {
                skill: before.skill.clone(),
                to: before.level,
                reason: first.clone(),
                is_prerequisite: true,
            }));
        }
    }

    /// Plans the steps of one skill. Whether what it builds on is to be visited: its first step is new, or weighs more.
    fn steps(&mut self, skill: &Skill, from: Level, need: &Need, weight: u32) -> bool {
        let mut go_on = false;
        for n in from.get() + 1..=need.to.get() {
            let is_first = n == from.get() + 1;
            let index = self.step(skill, level(n), is_first);
            let item = &mut self.items[index];
            go_on |= is_first && item.weight < weight;
            item.weight = item.weight.max(weight);
            item.prerequisite &= need.is_prerequisite;
            add(&mut item.because_of, &need.reason);
        }
        go_on
    }

    /// Lets the first step of each skill come after the steps of its prerequisites.
    fn link(&mut self) {
        for index in 0..self.items.len() {
            let ItemWhat::SkillStep { skill, to } = &self.items[index].what else { continue };
            if *to != self.from(skill).higher() {
                continue;
            }
            let before =
                self.pack.skill(skill).map(|skill| skill.prerequisites.as_slice()).unwrap_or_default();
            let last = |before: &Prerequisite| {
                let missing = self.from(&before.skill) < before.level;
                let key = format!("skill:{}:{}", before.skill, before.level);
                (missing && self.at.contains_key(&key)).then_some(key)
            };
            let keys: Vec<ItemKey> = before.iter().filter_map(last).collect();
            keys.iter().for_each(|key| add(&mut self.items[index].after, key));
        }
    }

    /// The item of a step, made where it is missing. Its weight is 0 until somebody needs it.
    fn step(&mut self, skill: &Skill, to: Level, is_first: bool) -> usize {
        let key = format!("skill:{}:{to}", skill.id);
        if let Some(index) = self.at.get(&key) {
            return *index;
        }
        let estimate = step_hours(skill.effort, to).unwrap_or_default();
        let mut minutes = Minutes::hours(estimate.likely);
        if is_first && minutes.0 > 0 {
            let held = cumulative_minutes(skill.effort, to.lower()).unwrap_or_default();
            let spare = self.logged.get(&skill.id).copied().unwrap_or_default().0.saturating_sub(held.0);
            minutes = Minutes(minutes.0.saturating_sub(spare).max(LEAST_STEP));
        }
        let after = if is_first { Vec::new() } else { vec![format!("skill:{}:{}", skill.id, to.lower())] };
        let what = ItemWhat::SkillStep { skill: skill.id.clone(), to };
        self.push(ItemSource {
            key,
            what,
            minutes,
            estimate,
            after,
            weight: 0,
            because_of: Vec::new(),
            prerequisite: true,
        })
    }

    fn push(&mut self, item: ItemSource) -> usize {
        self.at.insert(item.key.clone(), self.items.len());
        self.items.push(item);
        self.items.len() - 1
    }

    /// The item of an entry that lacks proof or is stale.
    fn small(&mut self, entry: &GapEntry) {
        let Some(skill) = entry.member.clone() else { return };
        let to = level(entry.required);
        let (key, what, minutes, estimate) = match entry.state {
            GapState::Refresh => {
                let hours = entry.hours.hours;
                let what = ItemWhat::Refresh { skill: skill.clone() };
                (format!("refresh:{skill}"), what, Minutes::hours(hours.likely), hours)
            }
            GapState::Prove if to.get() <= 3 => {
                let hours = Estimate { low: 1, likely: 1, high: 2 };
                let what = ItemWhat::Proof { skill: skill.clone(), to };
                (format!("proof:{skill}:{to}"), what, Minutes(PROOF_MINUTES), hours)
            }
            GapState::Prove | GapState::Learn => return,
        };
        let weight = u32::from(entry.requirement.weight).clamp(1, 10);
        self.gains.add(&key, weight, entry.required, entry.requirement.core);
        if let Some(index) = self.at.get(&key) {
            let item = &mut self.items[*index];
            item.weight = item.weight.max(weight);
            item.minutes = item.minutes.max(minutes);
            add(&mut item.because_of, &entry.requirement.key);
            return;
        }
        let because_of = vec![entry.requirement.key.clone()];
        self.push(ItemSource {
            key,
            what,
            minutes,
            estimate,
            after: Vec::new(),
            weight,
            because_of,
            prerequisite: false,
        });
    }

    fn practice(&mut self, gap: &Gap, entry: &GapEntry, id: &PracticeId) {
        let Some(practice) = self.pack.practice(id) else { return };
        let have = [Basis::Claimed, Basis::Proven].map(|basis| self.standing.practices(id, basis));
        let first = u32::from(have[0].max(have[1])) + 1;
        for number in first..=u32::from(entry.required) {
            let after = if number == first {
                self.builds_on(gap, practice)
            } else {
                vec![format!("practice:{id}:{}", number - 1)]
            };
            let key = format!("practice:{id}:{number}");
            let weight = u32::from(entry.requirement.weight).clamp(1, 10);
            self.gains.add(&key, weight, entry.required, entry.requirement.core);
            self.push(ItemSource {
                key,
                what: ItemWhat::Practice { practice: id.clone(), number },
                minutes: Minutes::hours(practice.hours.likely),
                estimate: practice.hours,
                after,
                weight,
                because_of: vec![entry.requirement.key.clone()],
                prerequisite: false,
            });
        }
    }

    /// The last steps, up to level 2, of the core skills that a practice builds on.
    fn builds_on(&self, gap: &Gap, practice: &Practice) -> Vec<ItemKey> {
        let named: BTreeSet<&SkillId> =
            practice.skills.iter().chain(practice.checklist.iter().flat_map(|line| &line.skills)).collect();
        let mut after = Vec::new();
        for entry in gap.entries.iter().filter(|entry| entry.requirement.core) {
            let Some(skill) = entry.member.as_ref() else { continue };
            let is_choice = matches!(entry.requirement.what, RequirementKind::OneOf { .. });
            if named.contains(skill) || (is_choice && practice.kind == "project") {
                let steps = [2, 1].map(|n| format!("skill:{skill}:{n}"));
                if let Some(last) = steps.iter().find(|key| self.at.contains_key(*key)) {
                    add(&mut after, last);
                }
            }
        }
        after
    }

    /// The items, what comes first before what waits for it, otherwise by early value.
    fn sorted(self) -> Result<Vec<ItemSource>, PlanError> {
        let number = |key: &ItemKey| self.at.get(key).copied();
        let edges: Vec<Vec<usize>> =
            self.items.iter().map(|item| item.after.iter().filter_map(number).collect()).collect();
        if let Some(cycle) = find_cycle(&edges) {
            return Err(PlanError::Cycle {
                items: cycle.into_iter().map(|i| self.items[i].key.clone()).collect(),
            });
        }
        let worth =
            |item: &ItemSource| Worth { gain: self.gains.of(&item.key), minutes: u64::from(item.minutes.0) };
        let worths: Vec<Worth> = self.items.iter().map(worth).collect();
        let mut items: Vec<Option<ItemSource>> = self.items.into_iter().map(Some).collect();
        Ok(by_early_value(&worths, &edges).into_iter().filter_map(|index| items[index].take()).collect())
    }
}

fn add(list: &mut Vec<String>, key: &str) {
    if !list.iter().any(|it| it == key) {
        list.push(key.to_owned());
    }
}
