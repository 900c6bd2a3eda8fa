//! Rules between records that the tables do not know, asked of what two profiles come to together.

use crate::app::App;
use crate::error::AppError;
use crate::plan::planned;
use crate::scenario;
use crate::skills::cycle_through;
use crate::snapshot::Snapshot;
use groundwork_store::Writer;

/// The most skills of the person's own: rules follow them from one to the next.
const MOST_OWN_SKILLS: usize = 2_000;

/// Refuses what an archive would make of the data: more scenarios than there may be, skills of their own that wait for
/// themselves, a plan that cannot be made where it could be before.
pub(super) fn sound(app: &App, before: &Snapshot, writer: &Writer<'_>) -> Result<(), AppError> {
    if writer.own_skills()?.len() > MOST_OWN_SKILLS.max(before.own.len()) {
        return Err(AppError::new("skill.too_many"));
    }
    let now = Snapshot::of(app, writer)?;
    if now.scenarios.len() > scenario::MOST.max(before.scenarios.len()) {
        return Err(AppError::with("scenario.too_many", [("most", scenario::MOST.to_string())]));
    }
    let own = now.pack.skills.iter().filter(|skill| now.own.contains(&skill.id));
    if let Some(cycle) = own.filter_map(|skill| cycle_through(&now, skill)).next() {
        return Err(AppError::about("skill.cycle", [("skills", cycle)]));
    }
    let code = |snapshot: &Snapshot| planned(snapshot).err();
    match code(&now) {
        // An empty profile has no plan either way.
        Some(fault) if fault.code != "target.none" && code(before).is_none_or(|it| it.code != fault.code) => {
            Err(fault)
        }
        _ => Ok(()),
    }
}
