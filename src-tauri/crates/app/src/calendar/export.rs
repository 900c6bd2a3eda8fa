//! Handing out the calendar: a change of an event is its next revision, and the same data gives the same bytes.

use super::events::{Wanted, events};
use crate::app::Call;
use crate::chosen::{ChosenPlace, chosen_place};
use crate::error::AppError;
use crate::input;
use crate::output::{outside, put};
use groundwork_domain::Lang;
use groundwork_domain::person::KeptEvent;
use groundwork_exchange::calendar::{Event, write};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Weeks of sessions that are handed out where nobody says otherwise.
const USUAL_WEEKS: u32 = 4;

/// What to hand out, and where to.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportParams {
    /// Booked exams, and until when they can be moved.
    #[serde(default = "yes")]
    pub exams: bool,
    /// Due dates, and the day the person wants to be ready.
    #[serde(default = "yes")]
    pub due: bool,
    /// Days of expiry, and when renewals open.
    #[serde(default = "yes")]
    pub expiries: bool,
    /// Sessions of the plan.
    #[serde(default = "yes")]
    pub sessions: bool,
    /// Weeks of sessions, 1 to 26; 4 where absent.
    #[serde(default)]
    pub weeks: Option<u32>,
    /// Language of the events.
    pub lang: Lang,
    /// The file, in the terminal; without it the text is the answer. In the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
    /// Whether a file that is there already is replaced, in the terminal.
    #[serde(default)]
    pub replace: bool,
}

fn yes() -> bool {
    true
}

/// A calendar that was handed out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarFileView {
    /// Where it lies; none where it is the answer itself, or the person chose no file.
    pub path: Option<String>,
    /// The calendar itself, where no file was named.
    pub text: Option<String>,
    /// How many events it holds.
    pub events: u32,
}

/// `calendar.export`: hands out the calendar.
pub(crate) fn export(call: &Call<'_>, params: ExportParams) -> Result<Option<CalendarFileView>, AppError> {
    let weeks = input::within("weeks", params.weeks.unwrap_or(USUAL_WEEKS), 1, 26)?;
    let snapshot = call.snapshot()?;
    let until = snapshot.today.plus_days(i64::from(weeks) * 7 - 1);
    let wanted = Wanted {
        exams: params.exams,
        due: params.due,
        expiries: params.expiries,
        sessions_until: params.sessions.then_some(until),
        lang: params.lang,
    };
    let mut all = events(&snapshot, &wanted);
    // Without a place the terminal prints it.
    let printed = call.app.desktop.is_none() && params.path.is_none();
    let place = match printed {
        true => None,
        false => match chosen_place(call, params.path, params.replace, "groundwork.ics")? {
            Some(place) => Some(place),
            None => return Ok(None),
        },
    };
    if let Some(ChosenPlace { path, replace }) = &place {
        outside(path, &call.app.data_dir()?)?;
        if !replace && path.symlink_metadata().is_ok() {
            return Err(AppError::with("file.exists", [("path", path.display().to_string())]));
        }
    }
    revised(call, &mut all)?;
    let lang = if params.lang == Lang::Fr { "fr" } else { "en" };
    let text = write("Groundwork", lang, &all);
    let events = all.len() as u32;
    let Some(ChosenPlace { path, .. }) = place else {
        return Ok(Some(CalendarFileView { path: None, text: Some(text), events }));
    };
    put(&path, text.as_bytes())?;
    Ok(Some(CalendarFileView { path: Some(path.display().to_string()), text: None, events }))
}

/// Gives every event its revision and stamp: those of its last hand-out where it says the same, else the next, now.
fn revised(call: &Call<'_>, all: &mut [Event]) -> Result<(), AppError> {
    // Calendars know seconds.
    let now = call.app.clock.moment();
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let kept = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.kept_events()?))?;
    let kept: BTreeMap<String, KeptEvent> = kept.into_iter().map(|it| (it.uid.clone(), it)).collect();
    let mut new = Vec::new();
    for event in all.iter_mut() {
        let content = content(event);
        let last = kept.get(&event.uid);
        if let Some(same) = last.filter(|last| last.content == content) {
            (event.sequence, event.stamp) = (same.sequence, same.stamp);
            continue;
        }
        (event.sequence, event.stamp) = (last.map_or(0, |last| last.sequence + 1), now);
        let (uid, sequence, stamp) = (event.uid.clone(), event.sequence, event.stamp);
        new.push(KeptEvent { uid, sequence, stamp, content });
    }
    if new.is_empty() {
        return Ok(());
    }
    call.keep(|writer| {
        for event in &new {
            writer.keep_event(event)?;
        }
        Ok(())
    })
}

/// What an event says, as a hash; its revision and stamp do not count.
fn content(event: &Event) -> String {
    let Event { when, summary, description, location, url, categories, alarms, busy, .. } = event;
    let said = format!("{:?}", (when, summary, description, location, url, categories, alarms, busy));
    input::sha256(said.as_bytes())
}
