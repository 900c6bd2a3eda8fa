//! Prints when the page first painted, in milliseconds since 1970, and leaves: for `cargo xtask bench first-paint`.

use tauri::{Manager, Runtime, WebviewWindowBuilder};

/// Says it through the title of the page, which needs no permission.
const SCRIPT: &str = "new PerformanceObserver(list=>{for(const entry of list.getEntries())if(entry.name==='first-contentful-paint')\
document.title='painted '+(performance.timeOrigin+entry.startTime)}).observe({type:'paint',buffered:true})";

/// The window with a watch on its first paint.
pub fn print<'a, R: Runtime, M: Manager<R>>(
    builder: WebviewWindowBuilder<'a, R, M>,
) -> WebviewWindowBuilder<'a, R, M> {
    builder.initialization_script(SCRIPT).on_document_title_changed(|window, title| {
        if title.starts_with("painted ") {
            println!("{title}");
            window.app_handle().exit(0);
        }
    })
}
