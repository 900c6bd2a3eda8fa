//! The role model, as the documents tell it.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::pack_check::cited_statements;
use groundwork_domain::role::{CitedStatement, RolePack};
use std::sync::Arc;

/// `role.show`: the role model, whole.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<Arc<RolePack>, AppError> {
    call.app.pack()
}

/// `role.sources`: every statement with the exact words of its document.
pub(crate) fn sources(call: &Call<'_>, _: Nothing) -> Result<Vec<CitedStatement>, AppError> {
    Ok(cited_statements(&*call.app.pack()?))
}
