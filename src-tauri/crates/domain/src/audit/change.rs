//! What changed between two audits of a project.

use super::{FindingKind, Report};
use crate::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum AuditChange {
    /// A rule finds something that it did not find before.
    Found {
        /// Id of the rule.
        rule: String,
        /// What was found.
        name: Text,
        /// What it is about.
        about: FindingKind,
    },
    /// A rule no longer finds what it found.
    Gone {
        /// Id of the rule.
        rule: String,
        /// What was found.
        name: Text,
        /// What it was about.
        about: FindingKind,
    },
    /// A language has more or fewer lines of code.
    Lines {
        /// The language.
        language: String,
        /// Lines of code before.
        #[cfg_attr(feature = "wire", ts(type = "number"))]
        before: u64,
        /// Lines of code now.
        #[cfg_attr(feature = "wire", ts(type = "number"))]
        after: u64,
    },
    /// There are more or fewer commits.
    Commits {
        /// Commits before.
        before: u32,
        /// Commits now.
        after: u32,
        /// The person's before.
        own_before: u32,
        /// The person's now.
        own_after: u32,
    },
    /// The rules themselves are newer: what is found or gone may be owed to them.
    Rules {
        /// Version before.
        before: u32,
        /// Version now.
        after: u32,
    },
}

/// What changed from the report `before` to the report `after`: rules first, then commits, findings, lines.
pub fn changes(before: &Report, after: &Report) -> Vec<AuditChange> {
    let mut changes = Vec::new();
    if before.rules != after.rules {
        changes.push(AuditChange::Rules { before: before.rules, after: after.rules });
    }
    let commits =
        |report: &Report| report.history.as_ref().map_or((0, 0), |history| (history.commits, history.own));
    let ((total, own), (total_now, own_now)) = (commits(before), commits(after));
    if (total, own) != (total_now, own_now) {
        changes.push(AuditChange::Commits {
            before: total,
            after: total_now,
            own_before: own,
            own_after: own_now,
        });
    }
    let has = |report: &Report, rule: &str| report.findings.iter().any(|found| found.rule == rule);
    changes.extend(after.findings.iter().filter(|found| !has(before, &found.rule)).map(|found| {
        AuditChange::Found { rule: found.rule.clone(), name: found.name.clone(), about: found.kind }
    }));
    changes.extend(before.findings.iter().filter(|found| !has(after, &found.rule)).map(|found| {
        AuditChange::Gone { rule: found.rule.clone(), name: found.name.clone(), about: found.kind }
    }));
    let mut lines: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for language in &before.languages {
        lines.entry(&language.name).or_default().0 = language.code;
    }
    for language in &after.languages {
        lines.entry(&language.name).or_default().1 = language.code;
    }
    let moved = lines.into_iter().filter(|(_, (before, after))| before != after);
    changes.extend(moved.map(|(language, (before, after))| AuditChange::Lines {
        language: language.to_owned(),
        before,
        after,
    }));
    changes
}
