//! The role model: the shapes of a role pack (`docs/role-pack-format.md`).

mod certification;
mod entry;
mod pay;
mod rung;
mod skill;

pub use certification::{Certification, CertificationStatus, Price, Renewal, RenewalKind, Retake, Supports};
pub use entry::{
    Citation, Context, Disagreement, Entry, Estimate, Omitted, Practice, PracticeItem, Source, SourceKind,
    Statement,
};
pub use pay::{Contract, PayObservation, Period, Statistic, Tax};
pub use rung::{Choice, ChoiceMember, OneOf, PracticeRequirement, Rung, RungKind, SkillRequirement, Stack};
pub use skill::{
    Alias, EffortClass, Esco, EscoMatch, Group, HalfLife, Prerequisite, Resource, Skill, SkillKind,
};

use crate::certification::{Correction, corrected};
use crate::{CertificationId, ChoiceId, GroupId, PracticeId, RungId, SkillId, SourceId, StackId, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A role pack, whole and validated: every id that is named in it exists in it.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "RoleView"))]
pub struct RolePack {
    /// Id of the role, for example `backend-developer`.
    pub id: String,
    /// Version of the pack, `major.minor.patch`.
    pub version: String,
    /// The role's name.
    pub name: Text,
    /// The role in a few sentences.
    pub summary: Text,
    /// Groups of skills with their anchored levels, in the order of the pages.
    pub groups: Vec<Group>,
    /// Where the statements come from.
    pub sources: Vec<Source>,
    /// What the job is, and where it is done.
    pub context: Vec<Context>,
    /// The mission families.
    pub missions: Vec<Entry>,
    /// The people one works with.
    pub people: Vec<Entry>,
    /// The ways in.
    pub education: Vec<Entry>,
    /// What is learned by doing.
    pub practice: Vec<Practice>,
    /// The skills.
    pub skills: Vec<Skill>,
    /// What the documents say of certifications.
    pub certification_families: Vec<Entry>,
    /// The catalogue of certifications.
    pub certifications: Vec<Certification>,
    /// Sets of skills of which a rung asks one.
    pub choices: Vec<Choice>,
    /// Main stacks.
    pub stacks: Vec<Stack>,
    /// Rungs and branches, with their requirements taken over from `based_on`.
    pub rungs: Vec<Rung>,
    /// Pay observations.
    pub pay: Vec<PayObservation>,
    /// What pay depends on.
    pub pay_factors: Vec<Entry>,
    /// Where the documents disagree.
    pub disagreements: Vec<Disagreement>,
    /// What of the documents has no home in the pack, and why.
    pub omitted: Vec<Omitted>,
    #[serde(skip)]
    index: Index,
}

#[derive(Debug, Clone, Default)]
struct Index {
    skills: HashMap<SkillId, usize>,
    certifications: HashMap<CertificationId, usize>,
    rungs: HashMap<RungId, usize>,
    choices: HashMap<ChoiceId, usize>,
    groups: HashMap<GroupId, usize>,
}

/// A statement of the pack as it stands in one source: what `role sources` lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct CitedStatement {
    /// The statement's id, `@` and the source's; `-2`, `-3` … where one source carries it more than once.
    pub id: String,
    /// What it is about: `mission`, `skill`, `rung` …
    pub kind: String,
    /// Id of the thing that it is about.
    pub subject: String,
    /// The statement.
    pub text: Text,
    /// Id of the source.
    pub source: SourceId,
    /// File name of the source's document.
    pub document: String,
    /// The document's exact words.
    pub quote: String,
}

impl RolePack {
    /// Builds the look-up tables. Call once, after the lists are filled.
    pub fn indexed(mut self) -> Self {
        self.index = Index {
            skills: self.skills.iter().enumerate().map(|(i, x)| (x.id.clone(), i)).collect(),
            certifications: self.certifications.iter().enumerate().map(|(i, x)| (x.id.clone(), i)).collect(),
            rungs: self.rungs.iter().enumerate().map(|(i, x)| (x.id.clone(), i)).collect(),
            choices: self.choices.iter().enumerate().map(|(i, x)| (x.id.clone(), i)).collect(),
            groups: self.groups.iter().enumerate().map(|(i, x)| (x.id.clone(), i)).collect(),
        };
        self
    }

    /// Adds the person's own skills to the pack's.
    pub fn with_skills(mut self, own: impl IntoIterator<Item = Skill>) -> Self {
        self.skills.extend(own);
        self.indexed()
    }

    /// With what the person knows better of its certifications.
    pub fn with_corrections(mut self, corrections: &[Correction]) -> Self {
        for known in &mut self.certifications {
            *known = corrected(known, corrections);
        }
        self
    }

    /// The skill of that id.
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.index.skills.get(id).map(|i| &self.skills[*i])
    }

    /// The certification of that id.
    pub fn certification(&self, id: &CertificationId) -> Option<&Certification> {
        self.index.certifications.get(id).map(|i| &self.certifications[*i])
    }

    /// The rung of that id.
    pub fn rung(&self, id: &RungId) -> Option<&Rung> {
        self.index.rungs.get(id).map(|i| &self.rungs[*i])
    }

    /// The choice of that id.
    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.index.choices.get(id).map(|i| &self.choices[*i])
    }

    /// The group of that id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.index.groups.get(id).map(|i| &self.groups[*i])
    }

    /// The stack of that id.
    pub fn stack(&self, id: &StackId) -> Option<&Stack> {
        self.stacks.iter().find(|stack| stack.id == *id)
    }

    /// The practice of that id.
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.practice.iter().find(|practice| practice.id == *id)
    }

    /// The source of that id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}
