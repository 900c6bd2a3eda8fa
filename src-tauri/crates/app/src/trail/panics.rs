//! A breakdown leaves its place in the code, never its message, which may repeat what the person wrote.

use super::safe::Place;
use super::{Entry, Trail};
use crate::clock::Clock;
use groundwork_store::Origin;
use std::path::Path;

/// From here on a panic of this process is noted in the trail of the data folder by its place. What it says goes nowhere in
/// a release: standard error may be kept by the system.
pub fn note_panics(data_dir: &Path, origin: Origin) {
    let trail = Trail::at(data_dir, Clock::System, origin);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(location) = panic.location() {
            let place = Place::of(location);
            if !cfg!(debug_assertions) {
                eprintln!("groundwork: a fault in the program at {place}");
            }
            trail.note(&Entry::Panicked { place });
        }
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}
