//! A window with a still page and nothing else: what Tauri and the web view cost by themselves.

#![forbid(unsafe_code)]

#[cfg(feature = "first-paint")]
#[path = "../../src/first_paint.rs"]
mod first_paint;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let builder = tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
                .title("bare")
                .inner_size(1280.0, 800.0);
            #[cfg(feature = "first-paint")]
            let builder = first_paint::print(builder);
            builder.build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
