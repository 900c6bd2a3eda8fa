//! Pictures from anywhere: photographs, screens, drawings, and files that only pretend.

#![allow(clippy::unwrap_used)]

mod forged;
mod made;
mod small;
mod stripped;
