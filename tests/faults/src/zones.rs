//! Every time zone and its transitions, leap days, and a clock that is set back: minutes that passed are minutes logged.

use crate::job::{Case, Job, Tally, Verdict, try_some};
use crate::person::{clear, does, scratch};
use groundwork_app::clock::{Clock, HandClock};
use groundwork_app::ports::MemoryPreferences;
use groundwork_app::{App, AppConfig, Origin};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::path::Path;

/// Tries `job.count` of all zones.
pub fn run(job: &Job) -> Tally {
    let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    names.sort();
    names.dedup();
    try_some("zones", job, names.len() as u64, |case| {
        let name = &names[usize::try_from(case.seed).unwrap_or(0) % names.len()];
        zone(case, name).map_err(|what| format!("{name}: {what}"))
    })
}

fn zone(case: &mut Case<'_>, name: &str) -> Verdict {
    let zone = match TimeZone::get(name) {
        Ok(zone) => zone,
        Err(_) => {
            case.note("not a zone");
            return Ok(());
        }
    };
    let dir = scratch();
    let (from, to) = (moment("2024-01-01T00:00:00Z")?, moment("2031-01-01T00:00:00Z")?);
    let transitions: Vec<Timestamp> =
        zone.following(from).map(|it| it.timestamp()).take_while(|at| *at < to).collect();
    let hand = HandClock::at(from.to_zoned(zone.clone()));
    let app = program(dir.path(), &hand)?;
    does(&app, "start.begin", json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 8.0 }))?;
    // Leap days and the turn of a year are no transitions, and days all the same.
    let days =
        ["2024-02-29T11:59:30Z", "2028-02-28T23:50:00Z", "2028-02-29T23:50:00Z", "2026-12-31T23:50:00Z"];
    let mut moments = transitions;
    for day in days {
        moments.push(moment(day)?);
    }
    moments.sort();
    for at in moments {
        across(&app, &hand, &zone, at).map_err(|what| format!("around {at}: {what}"))?;
        case.note("transitions and leap days");
    }
    set_back(&app, &hand, &zone)
}

fn program(dir: &Path, hand: &HandClock) -> Result<App, String> {
    let config = AppConfig {
        data_dir: dir.to_owned(),
        create: true,
        origin: Origin::Test,
        clock: Clock::Hand(hand.clone()),
        preferences: Box::new(MemoryPreferences::default()),
        desktop: None,
        cache_dir: None,
    };
    App::start(config).map_err(|error| crate::person::told(&error))
}

/// A timer that runs over a moment logs the minutes that passed; the days that it names are days of that zone.
fn across(app: &App, hand: &HandClock, zone: &TimeZone, at: Timestamp) -> Verdict {
    let minutes = |count: i64| SignedDuration::from_mins(count);
    hand.set((at - minutes(25)).to_zoned(zone.clone()));
    answers(app)?;
    does(app, "timer.start", json!({ "skill": "sql" }))?;
    hand.set((at - minutes(5)).to_zoned(zone.clone()));
    does(app, "timer.pause", json!({}))?;
    does(app, "timer.resume", json!({}))?;
    let end = (at + minutes(20)).to_zoned(zone.clone());
    hand.set(end.clone());
    let stopped = does(app, "timer.stop", json!({}))?.value;
    if stopped["minutes"] != 45 {
        return Err(format!("45 minutes passed, {} were logged", stopped["minutes"]));
    }
    let begin = (at - minutes(25)).to_zoned(zone.clone()).date();
    for entry in stopped["entries"].as_array().into_iter().flatten() {
        let on = entry["record"]["on"].as_str().unwrap_or_default();
        if on < begin.to_string().as_str() || on > end.date().to_string().as_str() {
            return Err(format!("logged on {on}, from {begin} to {}", end.date()));
        }
    }
    let today = does(app, "today.show", json!({}))?.value;
    if today["today"].as_str() != Some(end.date().to_string().as_str()) {
        return Err(format!("today is {}, the page says {}", end.date(), today["today"]));
    }
    answers(app)
}

fn answers(app: &App) -> Verdict {
    for name in ["today.show", "reminders.due", "log.list"] {
        does(app, name, json!({}))?;
    }
    Ok(())
}

/// A clock that is set back is said, and nothing is logged of it.
fn set_back(app: &App, hand: &HandClock, zone: &TimeZone) -> Verdict {
    let at = moment("2029-06-15T10:00:00Z")?;
    hand.set(at.to_zoned(zone.clone()));
    does(app, "timer.start", json!({ "skill": "sql" }))?;
    hand.set((at - SignedDuration::from_hours(30)).to_zoned(zone.clone()));
    match app.dispatch("timer.stop", json!({})) {
        Ok(reply) if reply.value["minutes"] == 0 => {}
        Ok(reply) => {
            return Err(format!("the clock was set back, {} minutes were logged", reply.value["minutes"]));
        }
        Err(error) => clear(&error)?,
    }
    answers(app)?;
    hand.set((at + SignedDuration::from_mins(5)).to_zoned(zone.clone()));
    match app.dispatch("timer.discard", json!({})) {
        Ok(_) => Ok(()),
        // It was stopped already.
        Err(error) => clear(&error),
    }
}

fn moment(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}
