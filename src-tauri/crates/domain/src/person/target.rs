//! The target: which rung, with which stack.

use crate::{ChoiceId, RungId, SkillId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rung the person works toward, and the member they chose for each choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Target {
    /// The rung.
    pub rung: RungId,
    /// The chosen members; for a choice that is absent the best member counts.
    pub choices: BTreeMap<ChoiceId, SkillId>,
}
