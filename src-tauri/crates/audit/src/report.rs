//! The report, put together.

use crate::RULES;
use crate::collected::Collected;
use groundwork_domain::audit::{
    CommitHistory, Finding, FindingKind, GitSource, LeftOutReason, Place, Report, Strength,
};
use groundwork_domain::{SkillId, Text};

/// Commits of the person's own from which on they are a finding.
const OWN_COMMITS: u32 = 20;

/// Nothing but something that was left out.
pub(crate) fn nothing_but(reason: LeftOutReason, example: &str) -> Collected {
    let mut collected = Collected::default();
    collected.left_out.add(reason, example);
    collected
}

/// The report of what was collected. The folder's name is the caller's.
pub(crate) fn made(collected: Collected, git: Option<GitSource>, history: Option<CommitHistory>) -> Report {
    let mut findings = collected.findings();
    if let Some(found) = history.as_ref().and_then(own_commits) {
        let at = findings.partition_point(|it| it.kind <= FindingKind::History);
        findings.insert(at, found);
    }
    let (title, summary) = collected.about();
    Report {
        rules: RULES,
        folder: String::new(),
        git,
        history,
        files: collected.files,
        bytes: collected.bytes,
        languages: collected.languages(),
        not_found: not_found(&findings),
        findings,
        partial: collected.left_out.failed(),
        left_out: collected.left_out.into_report(),
        title,
        summary,
    }
}

/// The person's own commits as a finding, from 20 on.
fn own_commits(history: &CommitHistory) -> Option<Finding> {
    (history.own >= OWN_COMMITS).then(|| Finding {
        rule: "git.own-commits".to_owned(),
        kind: FindingKind::History,
        name: Text { en: "Commits of your own".to_owned(), fr: "Vos commits".to_owned() },
        skills: SkillId::new("git").into_iter().collect(),
        strength: Strength::Direct,
        places: vec![Place { file: ".git".to_owned(), line: 0 }],
        count: history.own,
        aside: false,
    })
}

/// The kinds of which there is no finding at all. Secrets are hoped not to be found, and commits stand in the history: neither
/// is told as missing.
fn not_found(findings: &[Finding]) -> Vec<FindingKind> {
    let looked_for = |kind: &FindingKind| !matches!(kind, FindingKind::Secret | FindingKind::History);
    let missing = |kind: &FindingKind| findings.iter().all(|found| found.kind != *kind);
    FindingKind::ALL.into_iter().filter(looked_for).filter(missing).collect()
}
