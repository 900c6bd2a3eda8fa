//! What Groundwork knows and how it reckons.
//!
//! Pure: no file, no clock, no SQL, no locale, no prose. Dates and randomness are arguments; the same input gives the
//! same output. The rules are those of `docs/model.md`.

#![forbid(unsafe_code)]

pub mod audit;
pub mod badge;
pub mod calibration;
pub mod certification;
pub mod date;
pub mod effort;
pub mod forecast;
pub mod gap;
mod graph;
pub mod id;
pub mod level;
pub mod levels;
pub mod pace;
pub mod pack_check;
pub mod person;
pub mod plan;
pub mod readiness;
pub mod reminder;
pub mod requirement;
pub mod role;
pub mod text;
pub mod time_log;

pub use date::Date;
pub use id::{
    CertificationId, ChoiceId, GroupId, IdError, PracticeId, RecordId, RungId, SkillId, SourceId, StackId,
    StatementId,
};
pub use level::{Level, LevelError, Minutes};
pub use text::{Lang, Text};
