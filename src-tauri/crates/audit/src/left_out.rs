//! What was not looked at.

use groundwork_domain::audit::{LeftOut, LeftOutReason};
use std::collections::{BTreeMap, BTreeSet};

/// Examples that are told.
const EXAMPLES: usize = 5;

/// What was not looked at, with the first examples by name. The order in which it is filled does not matter.
#[derive(Debug, Default)]
pub(crate) struct LeftOutList(BTreeMap<LeftOutReason, (u32, BTreeSet<String>)>);

impl LeftOutList {
    pub fn add(&mut self, reason: LeftOutReason, example: &str) {
        let (count, examples) = self.0.entry(reason).or_default();
        *count = count.saturating_add(1);
        let last = (examples.len() >= EXAMPLES).then(|| examples.last()).flatten();
        if last.is_none_or(|last| example < last.as_str()) {
            examples.insert(example.to_owned());
        }
        while examples.len() > EXAMPLES {
            examples.pop_last();
        }
    }

    /// Adds `count` more of which there is nothing to name.
    pub fn add_unnamed(&mut self, reason: LeftOutReason, more: usize) {
        if more > 0 {
            let (count, _) = self.0.entry(reason).or_default();
            *count = count.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        }
    }

    pub fn merge(&mut self, other: Self) {
        for (reason, (more, examples)) in other.0 {
            let (count, own) = self.0.entry(reason).or_default();
            *count = count.saturating_add(more);
            own.extend(examples);
            while own.len() > EXAMPLES {
                own.pop_last();
            }
        }
    }

    /// Whether something failed, rather than being left out by a rule.
    pub fn failed(&self) -> bool {
        use LeftOutReason::{NoPermission, Outside, Unreadable};
        [NoPermission, Outside, Unreadable].iter().any(|reason| self.0.contains_key(reason))
    }

    pub fn into_report(self) -> Vec<LeftOut> {
        let told = |(reason, (count, examples)): (_, (_, BTreeSet<String>))| LeftOut {
            reason,
            count,
            examples: examples.into_iter().collect(),
        };
        self.0.into_iter().map(told).collect()
    }
}
