//! A person with a data folder of their own.

use groundwork_app::clock::{Clock, HandClock};
use groundwork_app::ports::{Desktop, MemoryPreferences};
use groundwork_app::{App, AppConfig, AppError, Origin, Reply};
use groundwork_domain::Date;
use jiff::Zoned;
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// The day on which the journeys take place: a Friday.
pub const TODAY: &str = "2026-11-20";

pub struct Person {
    pub app: App,
    pub folder: TempDir,
    /// Set by hand where the journey takes time; else the day stands still.
    clock: Option<HandClock>,
}

fn zoned(moment: &str) -> Zoned {
    moment.parse().unwrap_or_else(|error| panic!("{moment}: {error}"))
}

/// A day.
pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Minutes of the sessions of a plan on a day, of one item or of all.
pub fn planned_on(plan: &Value, date: &str, item: Option<&str>) -> u64 {
    let weeks = plan["weeks"].as_array().unwrap();
    let sessions = weeks.iter().flat_map(|week| week["sessions"].as_array().unwrap());
    let wanted =
        sessions.filter(|it| it["date"] == json!(date) && item.is_none_or(|item| it["item"] == json!(item)));
    wanted.map(|session| session["minutes"].as_u64().unwrap()).sum()
}

/// Opens the program over a folder.
pub fn open(folder: &Path) -> Result<App, AppError> {
    open_on(folder, None, None)
}

fn open_on(
    folder: &Path,
    clock: Option<&HandClock>,
    desktop: Option<Box<dyn Desktop>>,
) -> Result<App, AppError> {
    let still = || Clock::Fixed(day(TODAY));
    App::start(AppConfig {
        data_dir: folder.to_path_buf(),
        create: true,
        origin: Origin::Test,
        clock: clock.map_or_else(still, |clock| Clock::Hand(clock.clone())),
        preferences: Box::new(MemoryPreferences::default()),
        desktop,
        cache_dir: None,
    })
}

impl Person {
    /// Somebody who starts the program for the first time.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { app: open(folder.path()).unwrap(), folder, clock: None }
    }

    /// Somebody who starts the program for the first time at a moment, by a clock that is set by hand:
    /// `2026-11-20T18:30+01:00[Europe/Paris]`.
    pub fn at(moment: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = HandClock::at(zoned(moment));
        Self { app: open_on(folder.path(), Some(&clock), None).unwrap(), folder, clock: Some(clock) }
    }

    /// Somebody who works toward Junior with Python and Django, ten hours a week.
    pub fn junior() -> Self {
        Self::new().begins()
    }

    /// The same, by a clock that is set by hand.
    pub fn junior_at(moment: &str) -> Self {
        Self::at(moment).begins()
    }

    fn begins(self) -> Self {
        self.does("start.begin", json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 10.0 }));
        self
    }

    /// Sets the clock.
    pub fn clock_shows(&self, moment: &str) {
        self.clock.as_ref().unwrap().set(zoned(moment));
    }

    /// Sets the clock to an hour of a day in Paris; in winter, spring or autumn, it knows.
    pub fn is_at(&self, day: Date, time: &str) {
        self.clock_shows(&format!("{day}T{time}[Europe/Paris]"));
    }

    /// Somebody who looks at the example.
    pub fn example() -> Self {
        let person = Self::new();
        person.does("example.fill", json!({ "lang": "en" }));
        person
    }

    /// Closes the program and opens it again.
    pub fn restarts(self) -> Self {
        let Self { app, folder, clock } = self;
        drop(app);
        Self { app: open_on(folder.path(), clock.as_ref(), None).unwrap(), folder, clock }
    }

    /// A second program over the same folder, by the same clock.
    pub fn second_program(&self) -> App {
        open_on(self.folder.path(), self.clock.as_ref(), None).unwrap()
    }

    /// The program over the same folder, in a window.
    pub fn opens_with(&self, desktop: impl Desktop + 'static) -> App {
        open_on(self.folder.path(), self.clock.as_ref(), Some(Box::new(desktop))).unwrap()
    }

    /// Calls a command that must succeed.
    pub fn does(&self, name: &str, params: Value) -> Value {
        self.replies(name, params).value
    }

    pub fn replies(&self, name: &str, params: Value) -> Reply {
        self.app.dispatch(name, params.clone()).unwrap_or_else(|error| panic!("{name} {params}: {error:?}"))
    }

    /// Calls a command that must be refused; gives the code.
    pub fn is_refused(&self, name: &str, params: Value) -> AppError {
        match self.app.dispatch(name, params.clone()) {
            Ok(reply) => panic!("{name} {params} was accepted: {}", reply.value),
            Err(error) => error,
        }
    }

    /// Everything that the person has, for comparing before and after.
    pub fn everything(&self) -> Value {
        let names = [
            "target.show",
            "skills.list",
            "plan.show",
            "certifications.list",
            "projects.list",
            "log.list",
            "timer.show",
        ];
        names.iter().map(|name| ((*name).to_owned(), self.does(name, json!({})))).collect()
    }

    /// The plan as of today.
    pub fn plan(&self) -> Value {
        self.does("plan.show", json!({}))
    }

    /// An item of the plan, where it is in it.
    pub fn finds(&self, key: &str) -> Option<Value> {
        let items = self.plan()["items"].take();
        items.as_array().unwrap().iter().find(|item| item["key"] == json!(key)).cloned()
    }

    /// An item of the plan.
    pub fn item(&self, key: &str) -> Value {
        self.finds(key).unwrap_or_else(|| panic!("{key} is not in the plan"))
    }

    /// Adds an item of their own; gives its key.
    pub fn adds(&self, params: Value) -> String {
        let title = params["title"].clone();
        let plan = self.does("plan.own_item", params);
        let items = plan["items"].as_array().unwrap();
        let own =
            items.iter().find(|item| item["title"]["en"] == title && item["what"]["kind"] == json!("own"));
        own.unwrap()["key"].as_str().unwrap().to_owned()
    }

    /// Logs minutes on an item, on a day.
    pub fn logs(&self, item: &str, on: &str, minutes: u32) {
        self.does("log.save", json!({ "item": item, "on": on, "minutes": minutes }));
    }

    /// Books an exam; gives the key of its preparation.
    pub fn books(&self, certification: &str, exam_on: &str) -> String {
        let exam = json!({ "certification": certification, "stage": "booked", "exam_on": exam_on });
        let record = self.does("certifications.save", exam)["record"].take();
        format!("certification:{}", record["id"].as_str().unwrap())
    }

    /// Takes the newest change back.
    pub fn undoes(&self) {
        self.does("history.undo", json!({}));
    }

    /// The row of a skill.
    pub fn skill(&self, id: &str) -> Value {
        let rows = self.does("skills.list", json!({}))["rows"].take();
        rows.as_array().unwrap().iter().find(|row| row["skill"] == json!(id)).unwrap().clone()
    }
}
