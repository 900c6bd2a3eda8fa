//! Writes the permissions of the program's one command, and the window's context.

fn main() {
    // A command that is declared here is refused to every page that no capability allows it.
    let manifest = tauri_build::AppManifest::new().commands(&["rpc"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json, capabilities and icons are beside build.rs");
}
