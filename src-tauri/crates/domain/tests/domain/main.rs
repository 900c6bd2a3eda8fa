//! The rules of Groundwork, as the person meets them.

#![allow(clippy::unwrap_used)]

mod audit;
mod calibration;
mod documents;
mod forecast;
mod gap;
mod learner;
mod levels;
mod make;
mod optimum;
mod pace;
mod pack;
mod plan;
mod plan_bad_input;
mod plan_chain;
mod plan_dates;
mod plan_files;
mod plan_items;
mod plan_mends;
mod plan_near;
mod plan_random;
mod requirements;
mod time_log;
mod timing;
