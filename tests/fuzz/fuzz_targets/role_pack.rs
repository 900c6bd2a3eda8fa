//! Any text as a file of a role pack: alone, or in the place of one of the pack that is shipped. Either a pack or problems.

#![no_main]

use groundwork_role_packs::{PackFiles, embedded, load};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// The shipped pack without its documents, whose words are compared with every quotation: that takes the time of the rest.
fn shipped() -> &'static (PackFiles, Vec<String>) {
    static PACK: OnceLock<(PackFiles, Vec<String>)> = OnceLock::new();
    PACK.get_or_init(|| {
        let mut files = embedded("backend-developer");
        files.0.retain(|path, text| path.ends_with(".toml") && text.len() < 30_000);
        let names = files.0.keys().cloned().collect();
        (files, names)
    })
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, text)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let (pack, names) = shipped();
    let name = &names[usize::from(first & 0x7f) % names.len()];
    let mut files = if first & 0x80 == 0 { PackFiles::default() } else { pack.clone() };
    files.0.insert(name.clone(), text.to_owned());
    match load(&files) {
        Ok(pack) => assert!(!pack.skills.is_empty()),
        Err(problems) => assert!(!problems.is_empty()),
    }
});
