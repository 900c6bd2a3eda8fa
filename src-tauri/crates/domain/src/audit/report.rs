//! The report of an audit.

use super::Carry;
use crate::{Date, SkillId, Text};
use serde::{Deserialize, Serialize};

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum FindingKind {
    /// A framework that the project is built on.
    Framework,
    /// A library that is none of the kinds below.
    Library,
    /// A build tool or package manager.
    BuildTool,
    /// A database, or the driver of one.
    Database,
    /// An object-relational mapper.
    Orm,
    /// Versioned changes of a database's schema.
    Migration,
    /// Tests, by files that hold them.
    Test,
    /// A framework that tests are written with.
    TestFramework,
    /// A linter, formatter or static analyser.
    Quality,
    /// A pipeline that runs at a push.
    Ci,
    /// A container image, or several put together.
    Container,
    /// Orchestration of containers.
    Orchestration,
    /// Infrastructure described as code.
    Infrastructure,
    /// A step or description by which it is put into production.
    Deployment,
    /// An API described for machines: OpenAPI, GraphQL, protobuf.
    ApiDescription,
    /// Signing in.
    Authentication,
    /// Who may do what.
    Authorisation,
    /// A cache.
    Cache,
    /// Messages and background jobs.
    Queue,
    /// Logging.
    Logging,
    /// Metrics.
    Metrics,
    /// Tracing.
    Tracing,
    /// A health check.
    Health,
    /// The licence of the project.
    Licence,
    /// A README.
    Readme,
    /// Documentation beside the README.
    Documentation,
    /// An architecture decision record.
    Decision,
    /// Commits of the person's own.
    History,
    /// A secret that was committed, as it seems. Named, never copied.
    Secret,
}

impl FindingKind {
    /// Every kind, in the order in which a report tells them.
    pub const ALL: [Self; 29] = [
        Self::Framework,
        Self::Library,
        Self::BuildTool,
        Self::Database,
        Self::Orm,
        Self::Migration,
        Self::Test,
        Self::TestFramework,
        Self::Quality,
        Self::Ci,
        Self::Container,
        Self::Orchestration,
        Self::Infrastructure,
        Self::Deployment,
        Self::ApiDescription,
        Self::Authentication,
        Self::Authorisation,
        Self::Cache,
        Self::Queue,
        Self::Logging,
        Self::Metrics,
        Self::Tracing,
        Self::Health,
        Self::Licence,
        Self::Readme,
        Self::Documentation,
        Self::Decision,
        Self::History,
        Self::Secret,
    ];
}

/// How much a finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Strength {
    /// Only in a lock file: something that the project uses may need it. Speaks for no skill.
    Indirect,
    /// Declared for development only. Speaks for skills of testing and tools.
    Development,
    /// Declared by the project itself, or a file of it.
    Direct,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", ts(rename = "AuditPlace"), schemars(rename = "AuditPlace"))]
pub struct Place {
    /// Path within the folder, with `/` between its parts; bytes that are no UTF-8 are replaced.
    pub file: String,
    /// Line, from 1; 0 where the file itself is what was found.
    pub line: u32,
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Finding {
    /// Id of the rule, as in `npm.express` or `file.dockerfile`; one finding for each rule.
    pub rule: String,
    /// What it is about.
    pub kind: FindingKind,
    /// What was found, as its makers write it: `Express`, `GitHub Actions`; in words where it has no name.
    pub name: Text,
    /// The skills that it speaks for, the nearest first; may be empty.
    pub skills: Vec<SkillId>,
    /// How much it says.
    pub strength: Strength,
    /// The first places, by path and line; at most five.
    pub places: Vec<Place>,
    /// How many places there are.
    pub count: u32,
    /// Whether it lies only in folders of examples, fixtures or documentation: it is not the project's own then.
    pub aside: bool,
}

impl Finding {
    /// Whether it is the project's own: not only pulled in by something else, nor only in examples.
    pub fn is_own(&self) -> bool {
        !self.aside && self.strength > Strength::Indirect
    }

    /// What a skill or a line of a checklist can rest on: its first place.
    pub fn carry(&self) -> Option<Carry> {
        let place = self.places.first()?.clone();
        Some(Carry { rule: self.rule.clone(), name: self.name.clone(), place })
    }
}

/// Lines of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct LanguageLines {
    /// The language, as tokei names it.
    pub name: String,
    /// The skill that it speaks for.
    pub skill: Option<SkillId>,
    /// Files.
    pub files: u32,
    /// Lines of code.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub code: u64,
    /// Lines of comments.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub comments: u64,
    /// Empty lines.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub blanks: u64,
    /// The file with most lines of code.
    pub largest: Place,
}

/// Why something was not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum LeftOutReason {
    /// Larger than the limit for one file.
    TooLarge,
    /// More files than the limit.
    TooMany,
    /// Deeper than the limit.
    TooDeep,
    /// More bytes in all than the limit.
    TooMuch,
    /// No text.
    Binary,
    /// A link: never followed.
    Link,
    /// Neither a file nor a folder: a device, a pipe, a socket.
    Special,
    /// May not be read.
    NoPermission,
    /// Damaged, or gone while it was read.
    Unreadable,
    /// Folders of others' code or of what is built: `node_modules`, `vendor`, `target` …
    Foreign,
    /// Generated or minified files.
    Generated,
    /// A part of the history that is not in the folder: a shallow clone.
    Shallow,
    /// More commits than the limit.
    TooManyCommits,
    /// A submodule: another repository, audited on its own.
    Submodule,
    /// Git data that lies outside the folder and does not say that it belongs to it.
    Outside,
    /// A manifest that could not be understood.
    NotUnderstood,
}

/// What was not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct LeftOut {
    /// Why.
    pub reason: LeftOutReason,
    /// How often.
    pub count: u32,
    /// The first of them, at most five.
    pub examples: Vec<String>,
}

/// Where a submodule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum SubmoduleState {
    /// Its folder is there.
    Present,
    /// It is only named.
    Named,
}

/// A submodule: another repository within this one. It is named, not audited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Submodule {
    /// Its path.
    pub path: String,
    /// Its address, without any user name or password; empty where none is known.
    pub url: String,
    /// Whether its files are there.
    pub state: SubmoduleState,
}

/// Where a repository is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Remote {
    /// Its name, as `origin`.
    pub name: String,
    /// An https address of it, without user name and password; empty where none can be made of what is kept.
    pub url: String,
}

/// What the folder is, where it is a Git repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct GitSource {
    /// The commit that was read; none in a repository without commits.
    pub head: Option<String>,
    /// The branch; none where a commit is checked out without one.
    pub branch: Option<String>,
    /// Without a working folder.
    pub bare: bool,
    /// Whether only a part of the history is there.
    pub shallow: bool,
    /// Whether it is a working folder beside the main one.
    pub worktree: bool,
    /// Whether the folder is a submodule of another repository.
    pub submodule: bool,
    /// Size of the object database in bytes.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub object_bytes: u64,
    /// Where it is published.
    pub remotes: Vec<Remote>,
    /// Submodules.
    pub submodules: Vec<Submodule>,
    /// Tags.
    pub tags: u32,
}

/// What the history tells. Merges count as commits; dates are those of the authors, in their own time zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CommitHistory {
    /// Commits that lead to the one that was read.
    pub commits: u32,
    /// Those by the person's own addresses, after the mailmap.
    pub own: u32,
    /// Authors, by address after the mailmap.
    pub authors: u32,
    /// Day of the first commit.
    pub first: Option<Date>,
    /// Day of the last one.
    pub last: Option<Date>,
    /// Day of the person's first commit.
    pub own_first: Option<Date>,
    /// Day of the person's last one.
    pub own_last: Option<Date>,
    /// Weeks, Monday to Sunday, with a commit.
    pub weeks: u32,
    /// Weeks with a commit of the person's.
    pub own_weeks: u32,
    /// Whether a mailmap was followed.
    pub mailmap: bool,
    /// Whether every commit was read.
    pub complete: bool,
}

impl CommitHistory {
    /// The person's share of the commits in percent, rounded down; 0 of none.
    pub fn own_percent(&self) -> u8 {
        u8::try_from(u64::from(self.own) * 100 / u64::from(self.commits.max(1))).unwrap_or(100)
    }
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Report {
    /// Version of the rules.
    pub rules: u32,
    /// Name of the folder, without what is above it.
    pub folder: String,
    /// The repository; none for a folder without Git.
    pub git: Option<GitSource>,
    /// The history; none without commits.
    pub history: Option<CommitHistory>,
    /// Files that were looked at.
    pub files: u32,
    /// Their bytes.
    #[cfg_attr(feature = "wire", ts(type = "number"))]
    pub bytes: u64,
    /// Languages, most code first.
    pub languages: Vec<LanguageLines>,
    /// Findings, by kind, then those of the project itself first, then by name.
    pub findings: Vec<Finding>,
    /// Kinds that were looked for and not found: not the same as absent.
    pub not_found: Vec<FindingKind>,
    /// What was not looked at.
    pub left_out: Vec<LeftOut>,
    /// Title of the README, its first heading; empty where there is none.
    pub title: String,
    /// First paragraph of the README as plain text, at most 600 characters.
    pub summary: String,
    /// Whether something failed on the way: damaged, gone, without permission. What is told is right all the same.
    pub partial: bool,
}

impl Report {
    /// Whether something of this kind was found in the project itself.
    pub fn has(&self, kind: FindingKind) -> bool {
        self.findings.iter().any(|found| found.kind == kind && found.is_own())
    }
}
