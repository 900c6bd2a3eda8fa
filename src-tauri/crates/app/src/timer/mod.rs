//! The timer: started, paused, stopped, and still there after a crash.

mod run;
mod show;

pub use run::{TimerStartParams, TimerStopParams};
pub use show::{StopView, TimerView};

pub(crate) use run::{discard, pause, resume, start, stop};
pub(crate) use show::{of, show, view};
