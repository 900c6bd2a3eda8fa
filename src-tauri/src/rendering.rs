//! On Linux without a render node, WebKit's accelerated compositing falls back to drawing on the processor through
//! OpenGL, which costs a third more memory and nearly doubles the time to the first paint. WebKit reads the switch
//! from the environment of the process when it comes up.

use groundwork_surroundings::set_before_anything_runs;

/// Switches compositing off where nothing could accelerate it. Call it first thing in `main`.
pub fn settle() {
    if !has_render_node() {
        set_before_anything_runs("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
}

fn has_render_node() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}
