//! The app: store, role pack, clock, and the door for commands.

use crate::archive::Chosen;
use crate::backup::Backups;
use crate::badges::CheckedBadges;
use crate::clock::Clock;
use crate::commands::COMMANDS;
use crate::data::{Data, Trouble, open_data};
use crate::error::AppError;
use crate::history::{HistoryLine, line_of};
use crate::ports::{Desktop, Preferences};
use crate::projects::Audits;
use crate::snapshot::Snapshot;
use crate::trail::{Code, Entry, Trail};
use groundwork_domain::certification::Correction;
use groundwork_domain::role::{RolePack, Skill};
use groundwork_store::{Change, Origin, Writer, Written};
use serde::Serialize;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use std::time::Instant;

/// How an app is started.
pub struct AppConfig {
    /// The folder that holds the person's data.
    pub data_dir: PathBuf,
    /// Whether a profile is made when there is none.
    pub create: bool,
    /// Who calls: window, terminal or test.
    pub origin: Origin,
    /// The clock.
    pub clock: Clock,
    /// Where preferences are kept.
    pub preferences: Box<dyn Preferences>,
    /// The desktop, where there is one.
    pub desktop: Option<Box<dyn Desktop>>,
    /// The folder for what can be made anew at any time; none where nothing is to be kept.
    pub cache_dir: Option<PathBuf>,
}

/// The use cases of the program over one data folder.
pub struct App {
    pub(crate) data: RwLock<Data>,
    pub(crate) clock: Clock,
    pub(crate) origin: Origin,
    pub(crate) preferences: Box<dyn Preferences>,
    pub(crate) desktop: Option<Box<dyn Desktop>>,
    pack: OnceLock<Result<Arc<RolePack>, AppError>>,
    own: Mutex<Option<(Overlay, Arc<RolePack>)>>,
    pub(crate) checked: CheckedBadges,
    pub(crate) audits: Audits,
    pub(crate) backups: Backups,
    pub(crate) archives: Chosen,
    pub(crate) cache_dir: Option<PathBuf>,
    /// The report as it was shown last.
    pub(crate) report: Mutex<Option<String>>,
    // Dropped after the store: its last line says that the program ended as it should.
    pub(crate) trail: Trail,
}

/// What the person lays over the role pack.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Overlay {
    pub skills: Vec<Skill>,
    pub corrections: Vec<Correction>,
}

/// What a command answers.
#[derive(Debug, Clone, Serialize)]
pub struct Reply {
    /// Its value, of the type that the contract names.
    pub value: Value,
    /// Topics whose values may have changed.
    pub changed: Vec<String>,
    /// The line that it left in the history, when it changed something that can be undone.
    pub history: Option<HistoryLine>,
}

/// The folder of the person's data where none is named: the system's place for a program's data.
pub fn default_data_dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("GROUNDWORK_DATA_DIR").filter(|dir| !dir.is_empty()) {
        return PathBuf::from(dir);
    }
    let home = std::env::home_dir().unwrap_or_else(|| PathBuf::from("."));
    let base = if cfg!(windows) {
        std::env::var_os("APPDATA").map(PathBuf::from).unwrap_or_else(|| home.join("AppData").join("Roaming"))
    } else if cfg!(target_os = "macos") {
        home.join("Library").join("Application Support")
    } else {
        let named = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|dir| dir.is_absolute());
        named.unwrap_or_else(|| home.join(".local").join("share"))
    };
    base.join(if cfg!(any(windows, target_os = "macos")) { "Groundwork" } else { "groundwork" })
}

/// The folder for what can be made anew at any time: the system's place for a program's caches.
pub fn default_cache_dir() -> Option<PathBuf> {
    if let Some(dir) = std::env::var_os("GROUNDWORK_CACHE_DIR").filter(|dir| !dir.is_empty()) {
        return Some(PathBuf::from(dir));
    }
    let home = std::env::home_dir()?;
    let base = if cfg!(windows) {
        std::env::var_os("LOCALAPPDATA")
            .map(PathBuf::from)
            .unwrap_or_else(|| home.join("AppData").join("Local"))
    } else if cfg!(target_os = "macos") {
        home.join("Library").join("Caches")
    } else {
        let named = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|dir| dir.is_absolute());
        named.unwrap_or_else(|| home.join(".cache"))
    };
    Some(if cfg!(windows) { base.join("Groundwork").join("Cache") } else { base.join("groundwork") })
}

impl App {
    /// Opens the data folder; refuses one that is damaged, foreign or newer, and leaves it as it was. One that cannot be
    /// written is opened for reading.
    pub fn start(config: AppConfig) -> Result<Self, AppError> {
        match Self::opened(config)? {
            (_, Data::Troubled(trouble)) => Err(trouble.error),
            (app, data) => Ok(Self { data: RwLock::new(data), ..app }),
        }
    }

    /// The same, but where the data is damaged or gone the app stands all the same, and answers what mends it: `care.…`,
    /// `backup.…`, `preferences.…` and `report.…`.
    pub fn start_or_care(config: AppConfig) -> Result<Self, AppError> {
        let (app, data) = Self::opened(config)?;
        Ok(Self { data: RwLock::new(data), ..app })
    }

    /// An app without its data, and the data; what opening it came to is noted.
    fn opened(config: AppConfig) -> Result<(Self, Data), AppError> {
        let opened = open_data(&config);
        let app = Self::without_data(config);
        match &opened {
            Ok(Data::Open(store)) => app.trail.opened(&store.opening()),
            Ok(Data::Troubled(Trouble { error, .. })) | Err(error) => {
                app.trail.note(&Entry::NotOpened { code: Code::of(error) });
            }
            Ok(_) => {}
        }
        Ok((app, opened?))
    }

    /// An app without any data: the role model, the command list and plan problems from files.
    pub fn without_data(config: AppConfig) -> Self {
        Self {
            data: RwLock::new(Data::None),
            report: Mutex::default(),
            trail: Trail::at(&config.data_dir, config.clock.clone(), config.origin),
            clock: config.clock,
            origin: config.origin,
            preferences: config.preferences,
            desktop: config.desktop,
            pack: OnceLock::new(),
            own: Mutex::new(None),
            checked: CheckedBadges::default(),
            audits: Audits::default(),
            backups: Backups::default(),
            archives: Chosen::default(),
            cache_dir: config.cache_dir,
        }
    }

    /// A number that changes when another process changed the data.
    pub fn data_version(&self) -> Result<i64, AppError> {
        Ok(self.store()?.data_version()?)
    }

    /// Runs the command of that name. Whatever is refused has changed nothing.
    pub fn dispatch(&self, name: &str, params: Value) -> Result<Reply, AppError> {
        let begun = Instant::now();
        let done = self.run(name, params);
        self.trail.called(name, &done, begun.elapsed());
        done
    }

    fn run(&self, name: &str, params: Value) -> Result<Reply, AppError> {
        let command = COMMANDS.iter().find(|command| command.name == name);
        let command = command.ok_or_else(|| AppError::with("command.unknown", [("name", name.into())]))?;
        let call = Call { app: self, outcome: RefCell::default() };
        let params = if params.is_null() { Value::Object(serde_json::Map::new()) } else { params };
        let value = (command.run)(&call, params).map_err(|error| match self.data_dir() {
            Ok(dir) => error.in_folder(&dir),
            Err(_) => error,
        })?;
        let outcome = call.outcome.into_inner();
        Ok(Reply { value, changed: outcome.changed.into_iter().collect(), history: outcome.history })
    }

    /// The role pack that the program ships, without the person's own skills.
    pub(crate) fn pack(&self) -> Result<Arc<RolePack>, AppError> {
        let load = || match groundwork_role_packs::backend_developer() {
            Ok(pack) => Ok(Arc::new(pack)),
            Err(problems) => {
                let first = problems.first().map(ToString::to_string).unwrap_or_default();
                Err(AppError::with(
                    "pack.refused",
                    [("problem", first), ("count", problems.len().to_string())],
                ))
            }
        };
        self.pack.get_or_init(load).clone()
    }

    /// The role pack with the person's own skills and corrections.
    pub(crate) fn pack_with(&self, own: Overlay) -> Result<Arc<RolePack>, AppError> {
        let pack = self.pack()?;
        if own == Overlay::default() {
            return Ok(pack);
        }
        let mut kept = self.own.lock().map_err(|_| AppError::new("app.poisoned"))?;
        if let Some((overlay, pack)) = kept.as_ref()
            && *overlay == own
        {
            return Ok(pack.clone());
        }
        let mixed = RolePack::clone(&pack).with_skills(own.skills.clone());
        let mixed = Arc::new(mixed.with_corrections(&own.corrections));
        *kept = Some((own, mixed.clone()));
        Ok(mixed)
    }
}

#[derive(Default)]
struct Outcome {
    changed: BTreeSet<String>,
    history: Option<HistoryLine>,
}

/// One call of a command.
pub(crate) struct Call<'a> {
    pub app: &'a App,
    outcome: RefCell<Outcome>,
}

impl Call<'_> {
    /// What is known of the person, in one consistent view.
    pub fn snapshot(&self) -> Result<Snapshot, AppError> {
        Snapshot::take(self.app)
    }

    /// The one door for changes: one transaction, one line of history.
    pub fn write<T>(
        &self,
        name: &'static str,
        args: Value,
        change: impl FnOnce(&Writer<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let written = self.app.store()?.write(self.door(name, &args), change)?;
        Ok(self.written(name, &args, written))
    }

    /// The same, and keeps with it what the program reckoned of it: both are there, or neither is.
    pub fn write_and_keep<T>(
        &self,
        name: &'static str,
        args: Value,
        change: impl FnOnce(&Writer<'_>) -> Result<T, AppError>,
        keep: impl FnOnce(&Writer<'_>) -> Result<(), AppError>,
    ) -> Result<T, AppError> {
        let written = self.app.store()?.write_and_keep(self.door(name, &args), change, keep)?;
        Ok(self.written(name, &args, written))
    }

    fn door(&self, name: &'static str, args: &Value) -> Change {
        Change { name, args: args.clone(), origin: self.app.origin, at: self.app.clock.now() }
    }

    fn written<T>(&self, name: &str, args: &Value, written: Written<T>) -> T {
        self.touch(written.changed);
        if let Some(seq) = written.history {
            self.outcome.borrow_mut().history = Some(line_of(seq, name, args));
        }
        written.value
    }

    /// Keeps what the program reckoned, without a line of history. `change` is asked only to add.
    pub fn keep<T>(&self, change: impl FnOnce(&Writer<'_>) -> Result<T, AppError>) -> Result<T, AppError> {
        let (value, changed) = self.app.store()?.keep(change)?;
        self.touch(changed);
        Ok(value)
    }

    /// Notes topics whose values may have changed.
    pub fn touch(&self, tables: impl IntoIterator<Item = String>) {
        self.outcome.borrow_mut().changed.extend(tables.into_iter().map(|table| topic(&table).to_owned()));
    }
}

/// The topic that a table belongs to.
fn topic(table: &str) -> &str {
    match table {
        "target" => "target",
        "own_skill" | "skill" => "skills",
        "evidence" => "evidence",
        "plan_settings" | "plan_item" | "absence" => "plan",
        "certification" | "correction" => "certifications",
        "issuer_key" | "address" => "badges",
        "reminder_settings" => "reminders",
        "project" => "projects",
        "attachment" => "attachments",
        "log_entry" | "timer" => "log",
        "scenario" => "scenarios",
        "week_review" => "review",
        other => other,
    }
}
