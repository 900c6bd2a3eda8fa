//! The role model, as the documents tell it.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::Text;
use groundwork_domain::pack_check::cited_statements;
use groundwork_domain::role::{
    Certification, Choice, CitedStatement, Disagreement, Entry, Group, Omitted, PayObservation, Practice,
    RolePack, Rung, Skill, Source, Stack,
};
use serde::Serialize;
use ts_rs::TS;

/// The role model, whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoleView {
    /// Id of the pack.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The role's name.
    pub name: Text,
    /// The role in a few sentences.
    pub summary: Text,
    /// Groups of skills with their anchored levels.
    pub groups: Vec<Group>,
    /// Where the statements come from.
    pub sources: Vec<Source>,
    /// What the job is, and where it is done.
    pub context: Vec<Entry>,
    /// The mission families.
    pub missions: Vec<Entry>,
    /// The people one works with.
    pub people: Vec<Entry>,
    /// The ways in.
    pub education: Vec<Entry>,
    /// What is learned by doing.
    pub practice: Vec<Practice>,
    /// The skills of the pack.
    pub skills: Vec<Skill>,
    /// What the documents say of certifications.
    pub certification_families: Vec<Entry>,
    /// The catalogue of certifications.
    pub certifications: Vec<Certification>,
    /// Sets of skills of which a rung asks one.
    pub choices: Vec<Choice>,
    /// Main stacks.
    pub stacks: Vec<Stack>,
    /// Rungs and branches.
    pub rungs: Vec<Rung>,
    /// Pay observations.
    pub pay: Vec<PayObservation>,
    /// What pay depends on.
    pub pay_factors: Vec<Entry>,
    /// Where the documents disagree.
    pub disagreements: Vec<Disagreement>,
    /// What of the documents was left out, and why.
    pub omitted: Vec<Omitted>,
}

/// `role.show`: the role model, whole.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<RoleView, AppError> {
    let RolePack {
        id,
        version,
        name,
        summary,
        groups,
        sources,
        context,
        missions,
        people,
        education,
        practice,
        skills,
        certification_families,
        certifications,
        choices,
        stacks,
        rungs,
        pay,
        pay_factors,
        disagreements,
        omitted,
        ..
    } = RolePack::clone(&*call.app.pack()?);
    Ok(RoleView {
        id,
        version,
        name,
        summary,
        groups,
        sources,
        context,
        missions,
        people,
        education,
        practice,
        skills,
        certification_families,
        certifications,
        choices,
        stacks,
        rungs,
        pay,
        pay_factors,
        disagreements,
        omitted,
    })
}

/// `role.sources`: every statement with the exact words of its document.
pub(crate) fn sources(call: &Call<'_>, _: Nothing) -> Result<Vec<CitedStatement>, AppError> {
    Ok(cited_statements(&*call.app.pack()?))
}
