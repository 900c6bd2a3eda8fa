//! Takes over the requirements of the rung that a rung is based on.

use crate::RungId;
use crate::graph::find_cycle;
use crate::role::{OneOf, PracticeRequirement, Rung, SkillRequirement};
use std::collections::HashMap;

/// Takes over requirements along `based_on`, through chains: the base's come first, in its order; where both name the
/// same skill, choice or practice, the higher level (count) and the higher weight stand, and it is core if either says so.
///
/// A `based_on` that names no rung is left for `check_pack` to report. Refuses a cycle: the error names its rungs in order.
pub fn merge_based_on(rungs: &mut [Rung]) -> Result<(), Vec<RungId>> {
    let index: HashMap<RungId, usize> =
        rungs.iter().enumerate().map(|(i, rung)| (rung.id.clone(), i)).collect();
    let base: Vec<Option<usize>> =
        rungs.iter().map(|rung| rung.based_on.as_ref().and_then(|id| index.get(id).copied())).collect();
    let edges: Vec<Vec<usize>> = base.iter().map(|base| base.iter().copied().collect()).collect();
    if let Some(cycle) = find_cycle(&edges) {
        return Err(cycle.into_iter().map(|i| rungs[i].id.clone()).collect());
    }
    let mut merged = vec![false; rungs.len()];
    for start in 0..rungs.len() {
        let mut chain = Vec::new();
        let mut at = Some(start);
        while let Some(i) = at.filter(|i| !merged[*i]) {
            chain.push(i);
            at = base[i];
        }
        for i in chain.into_iter().rev() {
            if let Some(base) = base[i] {
                take_over(rungs, base, i);
            }
            merged[i] = true;
        }
    }
    Ok(())
}

fn take_over(rungs: &mut [Rung], base: usize, rung: usize) {
    let Rung { all_of, one_of, practice, .. } = rungs[base].clone();
    let own = &mut rungs[rung];
    own.all_of = merge(all_of, std::mem::take(&mut own.all_of), |a, b| a.skill == b.skill, raise_skill);
    own.one_of = merge(one_of, std::mem::take(&mut own.one_of), |a, b| a.choice == b.choice, raise_choice);
    own.practice =
        merge(practice, std::mem::take(&mut own.practice), |a, b| a.practice == b.practice, raise_practice);
}

fn merge<T>(
    mut all: Vec<T>,
    own: Vec<T>,
    same: impl Fn(&T, &T) -> bool,
    raise: impl Fn(&mut T, &T),
) -> Vec<T> {
    for next in own {
        match all.iter_mut().find(|it| same(it, &next)) {
            Some(it) => raise(it, &next),
            None => all.push(next),
        }
    }
    all
}

fn raise_skill(it: &mut SkillRequirement, by: &SkillRequirement) {
    it.level = it.level.max(by.level);
    it.weight = it.weight.max(by.weight);
    it.core |= by.core;
}

fn raise_choice(it: &mut OneOf, by: &OneOf) {
    it.level = it.level.max(by.level);
    it.weight = it.weight.max(by.weight);
    it.core |= by.core;
}

fn raise_practice(it: &mut PracticeRequirement, by: &PracticeRequirement) {
    it.count = it.count.max(by.count);
    it.weight = it.weight.max(by.weight);
    it.core |= by.core;
}
