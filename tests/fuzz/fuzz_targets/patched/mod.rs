//! A sound file with bytes of it changed.

use groundwork_app::clock::Clock;
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};
use serde_json::json;
use std::path::Path;

/// The example, in a new folder.
pub fn example(folder: &Path) -> App {
    let app = App::start(AppConfig {
        data_dir: folder.to_owned(),
        create: true,
        origin: Origin::Test,
        clock: Clock::Fixed(serde_json::from_value(json!("2026-11-20")).unwrap()),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    })
    .unwrap();
    app.dispatch("example.fill", json!({ "lang": "en" })).unwrap();
    app
}

/// The whole with a row of patches: four bytes of place, one of length, the bytes. A length of 255 cuts it there.
pub fn patch(whole: &[u8], patches: &[u8]) -> Vec<u8> {
    let mut broken = whole.to_vec();
    let mut rest = patches;
    while let [a, b, c, d, length, tail @ ..] = rest {
        if broken.is_empty() {
            break;
        }
        let place = u32::from_be_bytes([*a, *b, *c, *d]) as usize % broken.len();
        if *length == 255 {
            broken.truncate(place);
            rest = tail;
            continue;
        }
        let length = usize::from(*length).min(tail.len()).min(broken.len() - place);
        broken[place..place + length].copy_from_slice(&tail[..length]);
        rest = &tail[length..];
    }
    broken
}
