//! The one command of the page.

use groundwork_app::{AppError, Reply};
use serde_json::Value;
use tauri::State;
use tokio::task::spawn_blocking;

use crate::core::Core;

/// Hands a named command with its parameters to the program, away from the thread that draws.
#[tauri::command]
pub async fn rpc(core: State<'_, Core>, name: String, params: Value) -> Result<Reply, AppError> {
    let core = core.inner().clone();
    // A panic inside a command ends that command alone; its transaction was rolled back.
    spawn_blocking(move || core.app()?.dispatch(&name, params))
        .await
        .unwrap_or_else(|_panic| Err(AppError::new("app.poisoned")))
}
