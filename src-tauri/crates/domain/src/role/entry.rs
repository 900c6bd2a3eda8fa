//! Things of the role and the statements that the sources make of them.

use crate::{PracticeId, SkillId, SourceId, StatementId, Text};
use serde::{Deserialize, Serialize};

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum SourceKind {
    /// A job description whose words are quoted.
    Document,
    /// A public reference: ESCO, a provider's page.
    Reference,
    /// A judgement or estimate of the authors of this pack.
    Ours,
}

/// Where statements come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Source {
    /// Id, for example `d002`.
    pub id: SourceId,
    /// What it is.
    pub kind: SourceKind,
    /// Its title, in its own language.
    pub title: String,
    /// Who published it, where stated.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Its language: `en` or `fr`.
    #[serde(default)]
    pub language: Option<String>,
    /// File name under `documents/`.
    #[serde(default)]
    pub file: Option<String>,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Day of publication, where stated.
    #[serde(default)]
    pub published: Option<String>,
    /// Day of the last change, where stated.
    #[serde(default)]
    pub updated: Option<String>,
    /// Its licence, where it has one.
    #[serde(default)]
    pub licence: Option<String>,
    /// What to know about it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// The exact words of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// Its exact words; white space may differ.
    pub quote: String,
}

/// One sentence that rests on at least one citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Statement {
    /// Id, unique in the pack.
    pub id: StatementId,
    /// The sentence, in our words.
    pub text: Text,
    /// What it rests on.
    pub says: Vec<Citation>,
    /// Skills it speaks of.
    #[serde(default)]
    pub skills: Vec<SkillId>,
}

/// A thing of the role: a mission family, a person, a way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Entry {
    /// Id, unique in its file.
    pub id: StatementId,
    /// Its name.
    pub name: Text,
    /// What it is, in one or two sentences.
    pub summary: Text,
    /// A word that says what kind of thing it is, where its file lists any.
    #[serde(default)]
    pub kind: Option<String>,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Skills it speaks of.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// What the sources say of it.
    #[serde(default, rename = "statement", alias = "statements")]
    pub statements: Vec<Statement>,
}

/// What the job is, and where it is done.
pub type Context = Entry;

/// Three points of an estimate, in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Estimate {
    /// When all goes well.
    pub low: u32,
    /// Most likely.
    pub likely: u32,
    /// When much goes wrong.
    pub high: u32,
}

impl std::ops::Add for Estimate {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, likely: self.likely + other.likely, high: self.high + other.high }
    }
}

impl std::iter::Sum for Estimate {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, next| sum + next)
    }
}

/// What is learned by doing: a complete application, a contribution, an internship.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Practice {
    /// Id.
    pub id: PracticeId,
    /// Its name.
    pub name: Text,
    /// What it is, in one or two sentences.
    pub summary: Text,
    /// `project`, `stack`, `contribution`, `internship`, `portfolio` or `review`.
    pub kind: String,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Hours for one of it: an estimate of ours.
    pub hours: Estimate,
    /// What a complete one has.
    #[serde(default)]
    pub checklist: Vec<PracticeItem>,
    /// Skills it speaks of.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// What the sources say of it.
    #[serde(default, rename = "statement", alias = "statements")]
    pub statements: Vec<Statement>,
}

/// One line of a practice's checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PracticeItem {
    /// Id, unique in the checklist.
    pub id: StatementId,
    /// Its name.
    pub name: Text,
    /// What counts as done.
    pub hint: Text,
    /// Skills it shows.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// Kinds of findings of the audit that show it: one of them suggests that it is done.
    #[serde(default)]
    pub shown_by: Vec<crate::audit::FindingKind>,
    /// The documents' words, where they name it.
    #[serde(default)]
    pub says: Vec<Citation>,
}

/// Where the documents disagree: the sides stand beside each other, unsettled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Disagreement {
    /// Id.
    pub id: StatementId,
    /// What they disagree about.
    pub question: Text,
    /// Ids of statements or pay observations; at least two.
    pub sides: Vec<StatementId>,
    /// Why both stand.
    pub note: Text,
}

/// What of a document has no home in the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Omitted {
    /// The document.
    pub source: SourceId,
    /// Its exact words.
    pub quote: String,
    /// Why they are left out.
    pub reason: Text,
}
