//! The layer that lets single calls of a child fail: built from `shim/shim.c`, Linux only.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What happens at the chosen call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It answers this error, once.
    Once(&'static str),
    /// It and every later one answer this error.
    ForGood(&'static str),
    /// The process dies before it.
    Kill,
    /// The process dies in the middle of it.
    Torn,
    /// The power goes: what was not synced is lost, all of it (0) or some of it (by a seed).
    Power(u32),
}

/// Every mode that is tried at every call.
pub const MODES: [Mode; 9] = [
    Mode::Once("enospc"),
    Mode::ForGood("enospc"),
    Mode::Once("eio"),
    Mode::ForGood("eio"),
    Mode::ForGood("erofs"),
    Mode::Kill,
    Mode::Torn,
    Mode::Power(0),
    Mode::Power(1),
];

/// Lets a child run under the layer: `at` is the call, from 1; 0 for none, or for the end of the process with `Power`.
pub fn under(command: &mut Command, layer: &Path, root: &Path, at: u64, mode: Option<Mode>) {
    command
        .env("LD_PRELOAD", layer)
        .env("GROUNDWORK_SHIM_ROOT", root)
        .env("GROUNDWORK_SHIM_AT", at.to_string());
    let (word, good, seed) = match mode {
        None => return,
        Some(Mode::Once(error)) => (error, "0", 0),
        Some(Mode::ForGood(error)) => (error, "1", 0),
        Some(Mode::Kill) => ("kill", "0", 0),
        Some(Mode::Torn) => ("torn", "0", 0),
        Some(Mode::Power(0)) => ("power", "0", 0),
        Some(Mode::Power(seed)) => ("power", "0", u64::from(seed) + at * 2),
    };
    command.env("GROUNDWORK_SHIM_MODE", word).env("GROUNDWORK_SHIM_GOOD", good);
    command.env("GROUNDWORK_SHIM_SEED", seed.to_string());
}

/// The layer as a library, built once beside the program; the error says why it cannot be here.
pub fn layer(program: &Path) -> Result<PathBuf, String> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    BUILT.get_or_init(|| build(program)).clone()
}

fn build(program: &Path) -> Result<PathBuf, String> {
    if !cfg!(target_os = "linux") {
        return Err("only Linux lets single calls fail this way".into());
    }
    let source = include_str!("../shim/shim.c");
    let name = crate::look::sha256_of(source.as_bytes());
    let folder = program.parent().ok_or("the program lies nowhere")?;
    let built = folder.join(format!("groundwork-shim-{}.so", &name[..12]));
    if built.is_file() {
        return Ok(built);
    }
    let work = tempfile::tempdir_in(folder).map_err(|error| error.to_string())?;
    let (from, to) = (work.path().join("shim.c"), work.path().join("shim.so"));
    std::fs::write(&from, source).map_err(|error| error.to_string())?;
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-fPIC", "-shared", "-o"]).arg(&to).arg(&from).args(["-ldl", "-pthread"]);
    let output = compiler.output().map_err(|error| format!("no C compiler: {error}"))?;
    if !output.status.success() {
        return Err(format!("the layer does not build: {}", String::from_utf8_lossy(&output.stderr)));
    }
    // Several tests may build it at once.
    std::fs::rename(&to, &built).map_err(|error| error.to_string())?;
    Ok(built)
}
