//! The plan: dates for what is missing.

mod build;
mod change;
mod show;

pub use change::{
    AbsenceParams, OwnItemParams, PlanItemParams, PlanKeyParams, PlanSettingsParams, SolveParams,
};
pub use show::{PlanItemView, PlanView, ReadyView, SessionView, ShortfallView};

pub(crate) use build::{minutes_on, planned};
pub(crate) use change::{
    absence_remove, absence_save, item_change, item_remove, own_item, settings, solve_file,
};
pub(crate) use show::{build, show, view};
