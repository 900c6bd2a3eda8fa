//! Which reminders the person wants, what is ahead, and what was said.

use super::due::{Occasions, ReminderView};
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use groundwork_domain::reminder::{ReminderSettings, time_of_day};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The most that are shown of what is ahead.
const MOST_AHEAD: usize = 30;
/// Days for which a reminder stays on Today until the person has seen it.
const SAID_DAYS: i64 = 14;

/// Reminders: which are wanted, what is ahead, what was said.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RemindersView {
    /// Which are wanted.
    pub settings: ReminderSettings,
    /// The next ones.
    pub ahead: Vec<ReminderView>,
    /// Those that were said in the last days and that the person has not put away, the newest first.
    pub said: Vec<ReminderView>,
}

/// `reminders.show`: which reminders are wanted, what is ahead and what was said.
pub(crate) fn show(call: &Call<'_>, _: Nothing) -> Result<RemindersView, AppError> {
    let now = call.app.clock.moment();
    let occasions = Occasions::now(call)?;
    let kept = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.kept_reminders()?))?;
    let known: BTreeSet<&str> = kept.iter().map(|it| it.reminder.key.as_str()).collect();
    let ahead = occasions.all.iter().filter(|it| it.due > now && !known.contains(it.key.as_str()));
    let since = occasions.snapshot.today.plus_days(-SAID_DAYS);
    let zone = call.app.clock.zone();
    let recent = kept
        .iter()
        .filter(|it| it.shown && !it.dismissed && it.said_at.to_zoned(zone.clone()).date() >= since.civil());
    Ok(RemindersView {
        ahead: ahead.filter_map(|it| occasions.view(it, false, None)).take(MOST_AHEAD).collect(),
        said: recent.filter_map(|it| occasions.view(&it.reminder, it.missed, Some(it.said_at))).collect(),
        settings: occasions.settings,
    })
}

/// `reminders.set`: sets which reminders are wanted, and when.
pub(crate) fn set(call: &Call<'_>, params: ReminderSettings) -> Result<RemindersView, AppError> {
    let quiet = params.quiet.iter().flat_map(|(from, to)| [from, to]);
    for time in [&params.at, &params.session_at].into_iter().chain(quiet) {
        if time_of_day(time).is_none() {
            return Err(AppError::with("input.time", [("value", time.clone())]));
        }
    }
    if params.quiet.as_ref().is_some_and(|(from, to)| from == to) {
        return Err(AppError::new("reminder.quiet_empty"));
    }
    call.write("reminders.set", json!({}), |writer| Ok(writer.set_reminder_settings(&params)?))?;
    show(call, Nothing {})
}
