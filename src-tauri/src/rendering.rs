//! On Linux without a render node, WebKit's accelerated compositing falls back to drawing on the processor through
//! OpenGL, which costs a third more memory and nearly doubles the time to the first paint. WebKit reads the switch
//! from the environment of the process before anything else runs, so the program starts itself again with it, once.

use std::os::unix::process::CommandExt;
use std::process::Command;

const SWITCH: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
const TRIED: &str = "GROUNDWORK_RENDERING_SETTLED";

/// Replaces the process by itself with compositing switched off where nothing could accelerate it.
pub fn settle() {
    let decided = std::env::var_os(SWITCH).is_some() || std::env::var_os(TRIED).is_some();
    if decided || has_render_node() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    // `exec` returns only when it failed; the window then opens all the same, a little later.
    let problem =
        Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").env(TRIED, "1").exec();
    eprintln!("groundwork: goes on with compositing: {problem}");
}

fn has_render_node() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}
