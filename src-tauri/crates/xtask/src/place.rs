//! Where things lie: the clone, and the cache outside it.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the clone.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").components().fold(PathBuf::new(), |path, part| {
        if part.as_os_str() == ".." {
            path.parent().map_or(path.clone(), Path::to_path_buf)
        } else {
            path.join(part)
        }
    })
}

/// The folder of the interface.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// What a chore leaves for whoever ran it: `target/` in the clone.
pub fn results() -> PathBuf {
    root().join("target")
}

/// Where cargo builds: `CARGO_TARGET_DIR`, else a folder in the person's cache, so that a clone stays small and a
/// second clone builds fast.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
        Some(dir) => {
            let dir = PathBuf::from(dir);
            if dir.is_absolute() { dir } else { root().join(dir) }
        }
        None => cache().join("target"),
    }
}

/// The folder in the person's cache for what can be made anew.
pub fn cache() -> PathBuf {
    let home = || env::home_dir().unwrap_or_else(env::temp_dir);
    let base = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map_or_else(|| home().join("AppData").join("Local"), PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home().join("Library").join("Caches")
    } else {
        env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|dir| dir.is_absolute())
            .unwrap_or_else(|| home().join(".cache"))
    };
    base.join("groundwork")
}

/// The program as a profile of cargo builds it.
pub fn program(profile: &str) -> PathBuf {
    target().join(profile).join(format!("groundwork{}", env::consts::EXE_SUFFIX))
}
