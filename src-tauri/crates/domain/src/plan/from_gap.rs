//! The items of a plan that closes a gap (MODEL.md, sections 3 and 4).

use super::early_value::{Gains, Worth, by_early_value};
use super::exam::{ExamNeed, exam_items};
use super::item_source::{ItemSource, ItemWhat, Logged};
use super::{ItemKey, PlanError};
use crate::effort::{cumulative_minutes, step_hours};
use crate::gap::{Gap, GapEntry, GapState, refresh_hours};
use crate::graph::find_cycle;
use crate::pace::{Pace, PaceClass};
use crate::readiness::{Basis, Standing};
use crate::requirement::{Requirement, RequirementKind};
use crate::role::{Estimate, Practice, Prerequisite, RolePack, Skill};
use crate::{Date, Level, Minutes, PracticeId, SkillId};
use std::collections::{BTreeSet, HashMap};

/// Days before its evidence goes stale on which a skill is offered for review: an estimate of ours.
const STALE_SOON: i64 = 90;
/// Minutes to write a piece of evidence down: an estimate of ours.
const PROOF_MINUTES: u32 = 60;

/// What the items of a plan follow from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The role pack.
    pub pack: &'a RolePack,
    /// What the target requires.
    pub requirements: &'a [Requirement],
    /// What is below its level.
    pub gap: &'a Gap,
    /// Where the person stands.
    pub standing: &'a Standing,
    /// What was logged.
    pub logged: &'a Logged,
    /// How long things really take them.
    pub pace: &'a Pace,
    /// Exams that are to be prepared.
    pub exams: &'a [ExamNeed],
    /// Today.
    pub today: Date,
}

/// The items that close the gap, in an order in which they could be done: what brings most readiness for an hour first.
///
/// - One item a step of a skill, from the higher one of the claimed and the proven level, with every prerequisite that is
///   missing, and theirs. The first step of a skill comes after the steps of its prerequisites.
/// - Our estimates are multiplied by the person's pace in the class (`Pace::ratio`).
/// - What was logged on an item counts toward it. What was logged on a skill alone, beyond the effort of the level held,
///   counts toward the next step.
/// - A practice comes after the steps up to level 2 of the core requirements that it builds on: the skills that it names,
///   and for a project the chosen members of choices too. Several of one practice follow each other.
/// - A level up to 3 that only lacks proof becomes an item of an hour; stale evidence a review. Higher levels are proven by
///   the work itself, so they become no item.
/// - A skill whose evidence goes stale within 90 days, and by that falls below what is asked, becomes a review too, due
///   before that day.
/// - An exam asks for the steps of the skills that it speaks for, then for its revision, then for mock exams.
///
/// Refuses prerequisites that wait for each other.
pub fn items_from_gap(ground: &Ground<'_>) -> Result<Vec<ItemSource>, PlanError> {
    let gap = ground.gap;
    let refreshed =
        gap.entries.iter().filter(|it| it.state == GapState::Refresh).filter_map(|it| it.member.clone());
    let mut draft = Draft {
        pack: ground.pack,
        standing: ground.standing,
        logged: ground.logged,
        pace: ground.pace,
        refreshed: refreshed.collect(),
        items: Vec::new(),
        at: HashMap::new(),
        gains: Gains::default(),
    };
    let learned = gap.entries.iter().filter(|it| it.state == GapState::Learn);
    for entry in learned.clone() {
        if let Some(skill) = entry.member.as_ref() {
            draft.need(&Asked::of(entry), skill);
        }
    }
    for exam in ground.exams {
        for (skill, level) in &exam.supports {
            draft.need(&exam.asks(*level), skill);
        }
    }
    draft.link();
    for entry in &gap.entries {
        draft.small(entry);
    }
    for requirement in ground.requirements {
        draft.stale_soon(requirement, ground.today);
    }
    for entry in learned {
        if let RequirementKind::Practice { practice } = &entry.requirement.what {
            draft.practice(gap, entry, practice);
        }
    }
    for exam in ground.exams {
        let step = |(skill, level): &(SkillId, Level)| {
            Some(format!("skill:{skill}:{level}")).filter(|key| draft.at.contains_key(key))
        };
        let steps: Vec<ItemKey> = exam.supports.iter().filter_map(step).collect();
        for item in exam_items(exam, steps, ground) {
            draft.push(item);
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

/// What asks for a skill.
pub(super) struct Asked {
    /// Key of the requirement, or of the exam.
    pub reason: String,
    pub weight: u32,
    pub to: u8,
    pub core: bool,
}

impl Asked {
    fn of(entry: &GapEntry) -> Self {
        let requirement = &entry.requirement;
        let weight = u32::from(requirement.weight).clamp(1, 10);
        Self { reason: requirement.key.clone(), weight, to: entry.required, core: requirement.core }
    }
}

struct Draft<'a> {
    pack: &'a RolePack,
    standing: &'a Standing,
    logged: &'a Logged,
    pace: &'a Pace,
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
    fn need(&mut self, asked: &Asked, skill: &SkillId) {
        let weight = asked.weight;
        for to in self.from(skill).get() + 1..=asked.to {
            let key = format!("skill:{skill}:{to}");
            self.gains.add(&key, weight, asked.to, asked.core);
        }
        let reason = asked.reason.clone();
        let own = Need { skill: skill.clone(), to: level(asked.to), reason, is_prerequisite: false };
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
        let mut logged = self.logged.on(&key);
        if is_first {
            let held = cumulative_minutes(skill.effort, to.lower()).unwrap_or_default();
            let loose = self.logged.skills.get(&skill.id).copied().unwrap_or_default();
            logged = Minutes(logged.0 + loose.0.saturating_sub(held.0));
        }
        let whole = self.at_pace(Minutes::hours(estimate.likely), skill.effort.into());
        let after = if is_first { Vec::new() } else { vec![format!("skill:{}:{}", skill.id, to.lower())] };
        let what = ItemWhat::SkillStep { skill: skill.id.clone(), to };
        self.push(ItemSource {
            key,
            what,
            whole,
            logged,
            estimate,
            due: None,
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

    /// Our estimate, times the person's pace.
    fn at_pace(&self, likely: Minutes, class: PaceClass) -> Minutes {
        self.pace.corrected(likely, class)
    }

    /// The review of a skill whose level is met, and would no longer be once its evidence is stale.
    fn stale_soon(&mut self, requirement: &Requirement, today: Date) {
        let Some(skill) = self.standing.member(requirement, Basis::Proven) else { return };
        let Some(it) = self.pack.skill(&skill) else { return };
        let Some(proven) = self.standing.proven.get(&skill) else { return };
        let Some(day) = proven.stale_on.filter(|day| *day > today) else { return };
        let holds = proven.level.get() >= requirement.level && proven.level.get() > 0;
        // Evidence that goes stale carries one level less: where that still is enough, nothing is lost.
        let falls = proven.level.lower().get() < requirement.level;
        let key = format!("refresh:{skill}");
        if !holds || !falls || today.days_until(day) > STALE_SOON || self.at.contains_key(&key) {
            return;
        }
        let hours = refresh_hours(it, proven.level);
        let weight = u32::from(requirement.weight).clamp(1, 10);
        self.push(ItemSource {
            whole: self.at_pace(Minutes::hours(hours.likely), PaceClass::Review),
            logged: self.logged.on(&key),
            key,
            what: ItemWhat::Refresh { skill },
            estimate: hours,
            due: Some(day.plus_days(-1)),
            after: Vec::new(),
            weight,
            because_of: vec![requirement.key.clone()],
            prerequisite: false,
        });
    }

    /// The item of an entry that lacks proof or is stale.
    fn small(&mut self, entry: &GapEntry) {
        let Some(skill) = entry.member.clone() else { return };
        let to = level(entry.required);
        let (key, what, likely, estimate) = match entry.state {
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
        let whole = self.at_pace(likely, PaceClass::Review);
        if let Some(index) = self.at.get(&key) {
            let item = &mut self.items[*index];
            item.weight = item.weight.max(weight);
            item.whole = item.whole.max(whole);
            add(&mut item.because_of, &entry.requirement.key);
            return;
        }
        let because_of = vec![entry.requirement.key.clone()];
        self.push(ItemSource {
            logged: self.logged.on(&key),
            key,
            what,
            whole,
            estimate,
            due: None,
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
                logged: self.logged.on(&key),
                key,
                what: ItemWhat::Practice { practice: id.clone(), number },
                whole: self.at_pace(Minutes::hours(practice.hours.likely), PaceClass::Practice),
                estimate: practice.hours,
                due: None,
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
            |item: &ItemSource| Worth { gain: self.gains.of(&item.key), minutes: u64::from(item.left().0) };
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
