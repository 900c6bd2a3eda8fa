//! What is due now: said once, whoever asks.

use super::words::words;
use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::log::logged_on;
use crate::plan::{planned, title_of_key};
use crate::snapshot::Snapshot;
use groundwork_domain::certification::{moment_of, renewal};
use groundwork_domain::person::{CertificationRecord, CertificationStage, KeptReminder};
use groundwork_domain::plan::Session;
use groundwork_domain::reminder::{
    Occasion, Reminder, ReminderKind, ReminderSettings, due as due_now, reminders,
};
use groundwork_domain::{Date, Text};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// How late a reminder may be before it counts as missed: the program was closed.
const MISSED: SignedDuration = SignedDuration::from_mins(10);
/// How often it is kept that the program looked, where nothing was due.
const LOOKS: SignedDuration = SignedDuration::from_mins(10);
/// Days ahead for which sessions are said.
const SESSION_DAYS: i64 = 7;
/// Days after its end for which it is still said that a certification expired.
const EXPIRED_DAYS: i64 = 30;

/// A reminder with its words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReminderView {
    /// The reminder.
    pub reminder: Reminder,
    /// What it says.
    pub title: Text,
    /// More of it.
    pub text: Text,
    /// Whether it fell due while the program was closed.
    pub missed: bool,
    /// When it was said; none where it is ahead.
    #[ts(type = "string | null")]
    pub said_at: Option<Timestamp>,
}

/// What is to be said now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueView {
    /// The reminders, nearest day first. They are kept as said.
    pub show: Vec<ReminderView>,
}

/// A reminder that the person has seen.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissParams {
    /// Its key.
    pub key: String,
}

/// Everything that reminders are made from, on one moment.
pub(super) struct Occasions {
    pub snapshot: Snapshot,
    pub settings: ReminderSettings,
    pub sessions: Vec<(Session, Text)>,
    pub all: Vec<Reminder>,
    zone: TimeZone,
}

impl Occasions {
    pub fn now(call: &Call<'_>) -> Result<Self, AppError> {
        let snapshot = call.snapshot()?;
        let settings = call.app.store()?.read(|reader| Ok::<_, AppError>(reader.reminder_settings()?))?;
        let wants = |kind| settings.kinds.contains(&kind);
        let sessions = if wants(ReminderKind::Session) { sessions(&snapshot) } else { Vec::new() };
        let mut occasions: Vec<Occasion> = Vec::new();
        let zone = call.app.clock.zone();
        for record in &snapshot.certifications {
            occasions.extend(of_exam(record, snapshot.today, &zone));
            occasions.extend(of_end(&snapshot, record));
        }
        let days: BTreeSet<Date> = sessions.iter().map(|(session, _)| session.date).collect();
        occasions.extend(days.into_iter().map(|on| Occasion {
            kind: ReminderKind::Session,
            subject: on.to_string(),
            on,
            moment: None,
        }));
        let all = reminders(&occasions, &settings, &zone);
        Ok(Self { snapshot, settings, sessions, all, zone })
    }

    pub fn view(
        &self,
        reminder: &Reminder,
        missed: bool,
        said_at: Option<Timestamp>,
    ) -> Option<ReminderView> {
        // What is ahead is told as it will be said.
        let then = || Date::from(reminder.due.to_zoned(self.zone.clone()).date());
        let on = said_at.map_or_else(then, |_| self.snapshot.today);
        let (title, text) = words(&self.snapshot, &self.sessions, reminder, on)?;
        Some(ReminderView { reminder: reminder.clone(), title, text, missed, said_at })
    }
}

/// Sessions of the next days; today's not where as much was logged already. None where no plan can be made.
fn sessions(snapshot: &Snapshot) -> Vec<(Session, Text)> {
    let Ok(plan) = planned(snapshot) else { return Vec::new() };
    let last = snapshot.today.plus_days(SESSION_DAYS);
    let near = plan.schedule.sessions.iter().filter(|session| session.date <= last);
    let logged = logged_on(snapshot, snapshot.today);
    near.filter(|session| session.date != snapshot.today || logged == 0)
        .map(|session| (session.clone(), title_of_key(snapshot, &session.item)))
        .collect()
}

/// A booked exam, on its day in the person's own zone.
fn of_exam(record: &CertificationRecord, today: Date, zone: &TimeZone) -> Option<Occasion> {
    let on = record.exam_on.filter(|_| record.stage == CertificationStage::Booked)?;
    let moment = moment_of(record);
    let on = moment.map_or(on, |moment| moment.to_zoned(zone.clone()).date().into());
    let ahead = on >= today.plus_days(-1);
    ahead.then(|| Occasion { kind: ReminderKind::Exam, subject: record.id.to_string(), on, moment })
}

/// The end of a certification, and the day on which its renewal opens.
fn of_end(snapshot: &Snapshot, record: &CertificationRecord) -> Vec<Occasion> {
    let Some(plan) = renewal(record, snapshot.known(record), snapshot.today) else { return Vec::new() };
    let occasion = |kind, on| Occasion { kind, subject: record.id.to_string(), on, moment: None };
    let mut all = Vec::new();
    if let Some(end) = plan.closes.filter(|end| *end >= snapshot.today.plus_days(-EXPIRED_DAYS)) {
        all.push(occasion(ReminderKind::Expiry, end));
        let opens = plan.begin.filter(|_| record.keep_up && plan.is_work());
        all.extend(opens.map(|opens| occasion(ReminderKind::Renewal, opens)));
    }
    all
}

/// `reminders.due`: what is to be said now; it is kept as said, so that neither another window nor a restart says it again.
pub(crate) fn due(call: &Call<'_>, _: Nothing) -> Result<DueView, AppError> {
    let now = call.app.clock.moment();
    let occasions = Occasions::now(call)?;
    let (kept, looked) = call
        .app
        .store()?
        .read(|reader| Ok::<_, AppError>((reader.kept_reminders()?, reader.kept_look()?)))?;
    let said: BTreeSet<String> = kept.into_iter().map(|it| it.reminder.key).collect();
    let found = due_now(&occasions.all, &said, looked, now, &call.app.clock.zone());
    let nothing = found.show.is_empty() && found.pass_over.is_empty();
    // A clock that was set back must not make the program look as if it had looked in the future.
    let fresh = looked.is_some_and(|at| at <= now && at.duration_until(now) < LOOKS);
    if nothing && fresh {
        return Ok(DueView { show: Vec::new() });
    }
    let keep = |reminder: &Reminder, shown| KeptReminder {
        missed: shown && reminder.due.duration_until(now) > MISSED,
        reminder: reminder.clone(),
        said_at: now,
        shown,
        dismissed: !shown,
    };
    let show = call.keep(|writer| {
        for reminder in &found.pass_over {
            writer.keep_reminder(&keep(reminder, false))?;
        }
        let mut show = Vec::new();
        for reminder in &found.show {
            let kept = keep(reminder, true);
            // Another program that asked at the same moment says it; this one does not.
            if writer.keep_reminder(&kept)? {
                show.extend(occasions.view(reminder, kept.missed, Some(now)));
            }
        }
        writer.keep_look(now)?;
        Ok::<_, AppError>(show)
    })?;
    Ok(DueView { show })
}

/// `reminders.dismiss`: the person has seen a reminder.
pub(crate) fn dismiss(call: &Call<'_>, params: DismissParams) -> Result<(), AppError> {
    let known = call.keep(|writer| Ok::<_, AppError>(writer.keep_dismissed(&params.key)?))?;
    if known { Ok(()) } else { Err(AppError::with("record.unknown", [("id", params.key)])) }
}
