//! The one window.

use serde_json::json;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Theme, Url, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

use crate::profile::Profile;

/// The window's label; the capability names it.
pub const LABEL: &str = "main";
/// What is remembered of it from one start to the next.
pub const REMEMBERED: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

const PAPER: Color = Color(252, 251, 246, 255);
const PAPER_DARK: Color = Color(24, 23, 20, 255);

/// Opens the window, dressed as the person left it before the page draws anything.
pub fn open(handle: &AppHandle, profile: &Profile) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::default())
        .title("Groundwork")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .initialization_script(dress(profile))
        .on_navigation(is_own)
        .on_new_window(|_address, _features| NewWindowResponse::Deny)
        .on_download(|_webview, _event| false)
        // Items are dragged inside the page; a file that is dropped on it would only be a refused navigation.
        .disable_drag_drop_handler();
    builder = match profile.theme {
        Some("dark") => builder.theme(Some(Theme::Dark)).background_color(PAPER_DARK),
        Some(_) => builder.theme(Some(Theme::Light)).background_color(PAPER),
        None => builder,
    };
    #[cfg(feature = "first-paint")]
    {
        builder = crate::first_paint::print(builder);
    }
    builder.build()?;
    Ok(())
}

/// Brings the window to the front: for whoever starts the program a second time.
pub fn show(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Takes the window away while a dialog says why there is nothing to show.
pub fn hide(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        let _ = window.hide();
    }
}

/// Runs before the page's own script: language, theme, density and whether the rail stands are on the root before the first paint, and
/// `groundworkStart` tells the page what it would otherwise have to ask for first.
fn dress(profile: &Profile) -> String {
    let mut script = format!("{{const r=document.documentElement;r.lang={:?};", profile.language);
    if let Some(theme) = profile.theme {
        script += &format!("r.dataset.theme={theme:?};");
    }
    if let Some(density) = profile.density {
        script += &format!("r.dataset.density={density:?};");
    }
    if profile.page.is_some() {
        script += "r.dataset.rail='';";
    }
    let start = json!({
        "language": profile.language,
        "theme": profile.theme.unwrap_or("system"),
        "density": profile.density.unwrap_or("comfortable"),
        "page": profile.page,
    });
    script + &format!("Object.defineProperty(window,'groundworkStart',{{value:Object.freeze({start})}})}}")
}

/// Whether an address is the program's own page; there is nowhere else to go.
fn is_own(address: &Url) -> bool {
    let own_scheme = address.scheme() == "tauri" && address.host_str() == Some("localhost");
    let own_host =
        matches!(address.scheme(), "http" | "https") && address.host_str() == Some("tauri.localhost");
    let workshop = cfg!(dev) && address.host_str() == Some("localhost") && address.port() == Some(1420);
    own_scheme || own_host || workshop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_go_nowhere_else() {
        let own = |text: &str| is_own(&Url::parse(text).unwrap());
        assert!(own("tauri://localhost/index.html"));
        assert!(own("http://tauri.localhost/"));
        for text in [
            "https://example.com/",
            "http://tauri.localhost.example.com/",
            "tauri://example.com/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "http://localhost/",
        ] {
            assert!(!own(text), "{text}");
        }
    }
}
