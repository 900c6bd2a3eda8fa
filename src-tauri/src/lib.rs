//! The shell: plugins, state and the one window. It decides nothing; every answer comes from `groundwork-app`.

#![forbid(unsafe_code)]

mod arguments;
mod core;
mod desktop;
#[cfg(feature = "first-paint")]
mod first_paint;
mod language;
mod profile;
mod reminders;
#[cfg(target_os = "linux")]
mod rendering;
mod rpc;
mod watch;
mod window;

use std::process::ExitCode;

use arguments::{Arguments, Wish};
use core::Core;
use profile::Profile;
use tauri::{Manager, RunEvent};

/// Starts the program and returns when its window is closed.
pub fn run() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Wish::Start(arguments) => arguments,
        Wish::Say(text) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Wish::Refuse(text) => {
            eprintln!("{text}");
            return ExitCode::from(2);
        }
    };
    #[cfg(target_os = "linux")]
    rendering::settle();
    match start(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("groundwork: the window could not be opened: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn start(arguments: Arguments) -> tauri::Result<()> {
    let profile = Profile::of(arguments);
    groundwork_app::note_panics(&profile.data_dir, groundwork_app::Origin::Window);
    let mut context = tauri::generate_context!();
    // Each data folder is a program of its own: one instance, one remembered place, one web cache for each.
    let identifier = profile.identifier(&context.config().identifier);
    context.config_mut().identifier = identifier;

    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| window::show(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(window::REMEMBERED).build())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| {
            let core = Core::default();
            app.manage(core.clone());
            // The data opens while the web view comes up; whoever calls first waits for it.
            core.open(app.handle(), &profile);
            window::open(app.handle(), &profile)?;
            reminders::start(core.clone(), app.handle().clone());
            watch::start(core, app.handle().clone());
            Ok(())
        })
        .build(context)?
        // The process ends without dropping anything.
        .run(|handle, event| {
            if let RunEvent::Exit = event {
                handle.state::<Core>().end();
            }
        });
    Ok(())
}
