//! Files, folders and places that a person chooses: in the window by the system's own dialogs, in the terminal by their paths.
//! A page may not name paths.

use crate::app::Call;
use crate::error::AppError;
use crate::ports::Desktop;
use std::path::PathBuf;

/// What the person chose: asked by `ask` where there is a desktop; none when they chose nothing.
fn asked(
    call: &Call<'_>,
    path: Option<String>,
    ask: impl FnOnce(&dyn Desktop) -> Option<PathBuf>,
) -> Result<Option<PathBuf>, AppError> {
    match (&call.app.desktop, path.filter(|path| !path.is_empty())) {
        (Some(desktop), None) => Ok(ask(desktop.as_ref())),
        (Some(_), Some(_)) => Err(AppError::new("attachment.path_refused")),
        (None, Some(path)) => Ok(Some(PathBuf::from(path))),
        (None, None) => Err(AppError::with("input.empty", [("field", "path".into())])),
    }
}

/// The file from the terminal, or the one that the person picks in the window; none when they pick none.
pub(crate) fn chosen(call: &Call<'_>, path: Option<String>) -> Result<Option<PathBuf>, AppError> {
    asked(call, path, |desktop| desktop.pick_file())
}

/// The folder from the terminal, or the one that the person picks in the window; none when they pick none.
pub(crate) fn chosen_folder(call: &Call<'_>, path: Option<String>) -> Result<Option<PathBuf>, AppError> {
    let folder = asked(call, path, |desktop| desktop.pick_folder())?;
    // A folder that is kept is found again from wherever the program is started.
    Ok(folder.map(|folder| std::path::absolute(&folder).unwrap_or(folder)))
}

/// Where a file goes.
pub(crate) struct ChosenPlace {
    /// Its path.
    pub path: PathBuf,
    /// Whether the person agreed that a file that is there is replaced: the system's dialog asks.
    pub replace: bool,
}

/// The place from the terminal, or the one that the person chooses in the window for a file of this name; none when they
/// choose none.
pub(crate) fn chosen_place(
    call: &Call<'_>,
    path: Option<String>,
    replace: bool,
    name: &str,
) -> Result<Option<ChosenPlace>, AppError> {
    let place = asked(call, path, |desktop| desktop.save_file(name))?;
    let replace = replace || call.app.desktop.is_some();
    Ok(place.map(|path| ChosenPlace { path, replace }))
}
