//! The plan: dates for what is missing.

mod build;
mod change;
mod done;
mod lines;
mod pin;
mod practice;
mod show;
mod verbs;
mod weeks;

pub use change::{
    AbsenceParams, OwnItemParams, PlanItemParams, PlanKeyParams, PlanSettingsParams, SolveParams,
};
pub use done::{DoneParams, TakeUpParams, TakenUpView};
pub use pin::{PinParams, UnpinParams};
pub use show::{CalendarView, PlanItemView, PlanView, PracticeHint, PracticeLine, ReadyView, ShortfallView};
pub use verbs::{DeferParams, DropParams, MoveParams, PlaceParams, PlanEffect, SplitParams};
pub use weeks::SessionView;

pub(crate) use build::{
    Planned, calendar, exam_need, minutes_on, planned, planned_early, sources, title_of_key, title_of_what,
};
pub(crate) use change::{
    absence_remove, absence_save, item_change, item_remove, own_item, settings, solve_file,
};
pub(crate) use done::{becomes_project, done, mark_done, take_up};
pub(crate) use pin::{pin, unpin};
pub(crate) use show::{build, calendar_view, show, view};
pub(crate) use verbs::{blank, defer, drop_item, effect, move_item, place, split};
pub(crate) use weeks::pinned_on;
