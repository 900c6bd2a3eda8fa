//! The plan: dates for what is missing.

mod build;
mod change;
mod practice;
mod show;
mod verbs;

pub use change::{
    AbsenceParams, OwnItemParams, PlanItemParams, PlanKeyParams, PlanSettingsParams, SolveParams,
};
pub use show::{PlanItemView, PlanView, PracticeHint, PracticeLine, ReadyView, SessionView, ShortfallView};
pub use verbs::{
    DeferParams, DoneParams, DropParams, MoveParams, PinParams, PlaceParams, PlanEffect, SplitParams,
    TakeUpParams, TakenUpView, UnpinParams,
};

pub(crate) use build::{Planned, calendar, exam_hours, minutes_on, planned, sources, title_of_key};
pub(crate) use change::{
    absence_remove, absence_save, item_change, item_remove, own_item, settings, solve_file,
};
pub(crate) use show::{build, pinned_on, show, view};
pub(crate) use verbs::{
    blank, defer, done, drop_item, effect, mark_done, move_item, pin, place, split, take_up, unpin,
};
