//! The rules of Groundwork, as the person meets them.

#![allow(clippy::unwrap_used)]

mod documents;
mod forecast;
mod gap;
mod levels;
mod make;
mod optimum;
mod pack;
mod plan;
mod plan_files;
mod plan_items;
mod plan_random;
mod requirements;
mod timing;
