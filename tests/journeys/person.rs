//! A person with a data folder of their own.

use groundwork_app::clock::Clock;
use groundwork_app::ports::{Desktop, MemoryPreferences};
use groundwork_app::{App, AppConfig, AppError, Origin, Reply};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

/// The day on which the journeys take place: a Friday.
pub const TODAY: &str = "2026-11-20";

pub struct Person {
    pub app: App,
    pub folder: TempDir,
}

/// Opens the program over a folder.
pub fn open(folder: &Path) -> Result<App, AppError> {
    open_on(folder, None)
}

fn open_on(folder: &Path, desktop: Option<Box<dyn Desktop>>) -> Result<App, AppError> {
    App::start(AppConfig {
        data_dir: folder.to_path_buf(),
        create: true,
        origin: Origin::Test,
        clock: Clock::Fixed(groundwork_domain::Date::parse(TODAY).unwrap()),
        preferences: Box::new(MemoryPreferences::default()),
        desktop,
    })
}

impl Person {
    /// Somebody who starts the program for the first time.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { app: open(folder.path()).unwrap(), folder }
    }

    /// Somebody who works toward Junior with Python and Django.
    pub fn junior() -> Self {
        let person = Self::new();
        person
            .does("start.begin", json!({ "rung": "junior", "stack": "python-django", "weekly_hours": 10.0 }));
        person
    }

    /// Somebody who looks at the example.
    pub fn example() -> Self {
        let person = Self::new();
        person.does("example.fill", json!({ "lang": "en" }));
        person
    }

    /// Closes the program and opens it again.
    pub fn restarts(self) -> Self {
        let Self { app, folder } = self;
        drop(app);
        Self { app: open(folder.path()).unwrap(), folder }
    }

    /// The program over the same folder, in a window.
    pub fn opens_with(&self, desktop: Box<dyn Desktop>) -> App {
        open_on(self.folder.path(), Some(desktop)).unwrap()
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
        let names = ["target.show", "skills.list", "plan.show", "certifications.list", "projects.list"];
        names.iter().map(|name| ((*name).to_owned(), self.does(name, json!({})))).collect()
    }

    /// The row of a skill.
    pub fn skill(&self, id: &str) -> Value {
        let rows = self.does("skills.list", json!({}))["rows"].take();
        rows.as_array().unwrap().iter().find(|row| row["skill"] == json!(id)).unwrap().clone()
    }
}
