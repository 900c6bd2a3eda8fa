//! From what was typed to a command of the list.

mod ahead;
mod archive;
mod badges;
mod certifications;
mod data;
mod dates;
mod plan;
mod portfolio;
mod time;

use crate::args::{Args, Badge, Command, Evidence, Example, Plan, Role, Skills, Target};
use crate::fill;
use crate::json::in_language;
use crate::print::{sentence, text};
use crate::text::title;
use groundwork_app::clock::Clock;
use groundwork_app::ports::{FilePreferences, PREFERENCES};
use groundwork_app::{
    App, AppConfig, AppError, Lang, Origin, contract, default_cache_dir, default_data_dir, note_panics,
    where_data_lies,
};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::Path;

/// The terminal over one data folder.
pub(crate) struct Terminal {
    pub app: App,
    pub lang: Lang,
    pub json: bool,
}

/// Runs what was typed; gives what to print.
pub(crate) fn run(args: Args, lang: Lang) -> Result<String, AppError> {
    let named = args.data_dir.unwrap_or_else(default_data_dir);
    let named = std::path::absolute(&named).unwrap_or(named);
    let dir = where_data_lies(named.clone());
    let config = |create: bool| AppConfig {
        preferences: Box::new(FilePreferences::new(dir.join(PREFERENCES))),
        data_dir: dir.clone(),
        // Where data was moved to, it is; a disk that is not plugged in is not replaced by an empty profile.
        create: create && dir == named,
        origin: Origin::Terminal,
        clock: Clock::from_environment(),
        desktop: None,
        cache_dir: default_cache_dir(),
    };
    note_panics(&dir, Origin::Terminal);
    let app = match &args.command {
        Command::Init(_) => App::start(config(true))?,
        Command::Role(_) | Command::Commands | Command::Plan(Plan::Solve { .. }) => {
            App::without_data(config(false))
        }
        // Keys and addresses count where there is a profile; without one a badge or folder is looked at all the same.
        Command::Badge(Badge::Check(_)) => App::start(config(false)).unwrap_or_else(|error| {
            if error.code != "store.no_profile" {
                let args = [("why", error.sentence(lang).to_owned())];
                let _ = writeln!(std::io::stderr(), "{}", sentence(lang, "badge_without_profile", args));
            }
            App::without_data(config(false))
        }),
        Command::Audit(_) => App::start(config(false)).unwrap_or_else(|_| App::without_data(config(false))),
        // What mends the data answers where nothing else does.
        Command::Backup { .. } | Command::Care(_) => App::start_or_care(config(false))?,
        Command::Report { .. } => {
            App::start_or_care(config(false)).unwrap_or_else(|_| App::without_data(config(false)))
        }
        Command::Call { name, .. } if mends(name) => App::start_or_care(config(false))?,
        _ => App::start(config(false))?,
    };
    let terminal = Terminal { app, lang, json: args.json };
    let answer = terminal.answer(args.command);
    terminal.look_after();
    answer
}

/// Whether a command answers where the data cannot be opened.
fn mends(name: &str) -> bool {
    ["care.", "backup.", "report.", "preferences."].iter().any(|area| name.starts_with(area))
}

impl Terminal {
    /// Makes the backup that is due, if one is. That it fails is told beside the answer.
    fn look_after(&self) {
        if let Err(error) = self.app.back_up_if_due()
            && error.code != "store.no_profile"
            && error.code != "store.damaged"
        {
            let said = format!("{} {}", self.word("due_failed"), error.sentence(self.lang));
            let _ = writeln!(std::io::stderr(), "{said}");
        }
    }

    /// Calls a command; gives its value.
    pub fn call(&self, name: &str, params: Value) -> Result<Value, AppError> {
        Ok(self.app.dispatch(name, params)?.value)
    }

    /// The value as JSON in the chosen language, or as the text that is made of it.
    fn show(&self, value: Value, as_text: impl FnOnce(&Value) -> String) -> Result<String, AppError> {
        let value = in_language(value, self.lang);
        Ok(if self.json { pretty(&value) } else { as_text(&value) })
    }

    fn answer(&self, command: Command) -> Result<String, AppError> {
        match command {
            Command::Init(init) => {
                self.init(&init)?;
                self.readiness_or_done()
            }
            Command::Role(role) => self.role(&role),
            Command::Target(target) => self.target(target),
            Command::Skills(skills) => self.skills(skills),
            Command::Gap => self.show(self.call("gap.show", json!({}))?, |value| self.gap_text(value)),
            Command::Readiness => {
                self.show(self.call("readiness.show", json!({}))?, |value| self.readiness_text(value))
            }
            Command::Plan(plan) => self.plan(plan),
            Command::Timer(timer) => self.timer(&timer),
            Command::Log(log) => self.log(log),
            Command::Forecast(forecast) => self.forecast(&forecast),
            Command::Scenario(scenario) => self.scenario(scenario),
            Command::Review(review) => self.review(&review),
            Command::Certifications(certifications) => self.certifications(certifications),
            Command::Badge(badge) => self.badge(badge),
            Command::Reminders(reminders) => self.reminders(reminders),
            Command::Calendar(calendar) => self.calendar(calendar),
            Command::Projects(projects) => self.projects(projects),
            Command::Evidence(evidence) => self.evidence(evidence),
            Command::Audit(audit) => self.audit(&audit),
            Command::Today => self.show(self.call("today.show", json!({}))?, |value| self.today_text(value)),
            Command::Example(Example::Fill) => {
                self.call("example.fill", json!({ "lang": self.lang }))?;
                self.readiness_or_done()
            }
            Command::Example(Example::Remove) => {
                self.show(self.call("example.remove", json!({}))?, |_| self.word("done"))
            }
            Command::Backup { command } => self.backup(command),
            Command::Care(care) => self.care(&care),
            Command::Archive(archive) => self.archive(archive),
            Command::History { limit } => self
                .show(self.call("history.list", json!({ "limit": limit }))?, |value| {
                    self.history_text(value)
                }),
            Command::Undo(step) => {
                let undone = self.call("history.undo", json!({ "others": step.anyway }))?;
                self.show(undone, |row| self.line("undone", row))
            }
            Command::Redo(step) => {
                let redone = self.call("history.redo", json!({ "others": step.anyway }))?;
                self.show(redone, |row| self.line("redone", row))
            }
            Command::Go { seq } => {
                self.show(self.call("history.go", json!({ "seq": seq }))?, |way| self.way_text(way))
            }
            Command::Report { save } => self.report(save.as_deref()),
            Command::Commands => Ok(pretty(&contract::schemas())),
            Command::Call { name, params } => self.raw(&name, &params),
        }
    }

    fn init(&self, init: &crate::args::Init) -> Result<(), AppError> {
        if init.example {
            self.call("example.fill", json!({ "lang": self.lang }))?;
            return Ok(());
        }
        let Some(rung) = &init.rung else {
            let asked = init.stack.is_some() || init.weekly_hours.is_some() || init.ready_by.is_some();
            if asked || !init.levels.is_empty() {
                return Err(AppError::with("input.empty", [("field", "--rung".into())]));
            }
            return Ok(());
        };
        let mut params =
            json!({ "rung": rung, "stack": init.stack, "ready_by": init.ready_by, "first": true });
        params["weekly_hours"] = json!(init.weekly_hours);
        params["levels"] = fill::skill_levels(&init.levels)?;
        self.call("start.begin", params)?;
        Ok(())
    }

    fn readiness_or_done(&self) -> Result<String, AppError> {
        match self.call("readiness.show", json!({})) {
            Ok(value) => self.show(value, |value| self.readiness_text(value)),
            Err(error) if error.code == "target.none" => self.show(json!({}), |_| self.word("done")),
            Err(error) => Err(error),
        }
    }

    fn role(&self, role: &Role) -> Result<String, AppError> {
        match role {
            Role::Show => self.show(self.call("role.show", json!({}))?, |value| text(&value["summary"])),
            // For scripts: in JSON with or without `--json`, as are `commands`, `call` and `plan solve`.
            Role::Sources => Ok(pretty(&in_language(self.call("role.sources", json!({}))?, self.lang))),
            Role::List { kind } => {
                let field = kind.field();
                self.show(self.call("role.show", json!({}))?[field].take(), |rows| {
                    self.rows(&["id", "name"], rows, |row| vec![text(&row["id"]), title(row)])
                })
            }
        }
    }

    fn target(&self, target: Target) -> Result<String, AppError> {
        let value = match target {
            Target::Show => self.call("target.show", json!({}))?,
            Target::Set { rung, stack, ready_by, choices } => {
                let now = self.call("target.show", json!({}))?;
                let mut record = match now.get("record") {
                    Some(record) => record.clone(),
                    None => json!({ "rung": rung, "choices": {} }),
                };
                fill::set(&mut record, "rung", rung);
                fill::set(&mut record, "stack", stack);
                match ready_by.as_deref() {
                    Some("none") => record["ready_by"] = Value::Null,
                    _ => fill::set(&mut record, "ready_by", ready_by),
                }
                for pair in choices {
                    let (choice, skill) = fill::pair("--choose", &pair, "cloud=gcp")?;
                    record["choices"][choice] = json!(skill);
                }
                if record["rung"].is_null() {
                    return Err(AppError::with("input.empty", [("field", "--rung".into())]));
                }
                self.call("target.set", record)?
            }
        };
        self.show(value, |value| self.target_text(value))
    }

    fn skills(&self, skills: Skills) -> Result<String, AppError> {
        match skills {
            Skills::List { asked, group } => {
                let mut value = self.call("skills.list", json!({}))?;
                let mut rows = value["rows"].take();
                if let Value::Array(rows) = &mut rows {
                    rows.retain(|row| !asked || !row["required"].is_null());
                    rows.retain(|row| group.as_ref().is_none_or(|group| row["group"] == json!(group)));
                }
                self.show(rows, |rows| self.skills_text(rows))
            }
            Skills::Set { skill, level } => {
                let row =
                    self.call("skills.set", json!({ "skill": skill, "level": fill::level(&level)? }))?;
                self.show(row, |row| self.skills_text(&json!([row])))
            }
            Skills::Why { skill } => {
                self.show(self.call("skills.show", json!({ "skill": skill }))?, |value| self.why_text(value))
            }
            Skills::Evidence(evidence) => self.evidence(evidence),
            Skills::Add { name, group, after, required } => {
                let after = fill::skill_levels(&after)?;
                let params =
                    json!({ "name": name, "group": group, "prerequisites": after, "required": required });
                self.show(self.call("skills.add_own", params)?, |row| self.skills_text(&json!([row])))
            }
        }
    }

    fn evidence(&self, evidence: Evidence) -> Result<String, AppError> {
        match evidence {
            Evidence::List => {
                self.show(self.call("evidence.list", json!({}))?, |list| self.evidence_text(list))
            }
            Evidence::Add(add) => {
                let skill = add.skill.clone();
                let record = self.call("evidence.save", fill::evidence(&add)?)?;
                if self.json {
                    return self.show(record, |_| String::new());
                }
                self.show(self.call("skills.show", json!({ "skill": skill }))?, |value| self.why_text(value))
            }
            Evidence::Remove { id } => {
                self.show(self.call("evidence.remove", json!({ "id": id }))?, |_| self.word("done"))
            }
        }
    }

    /// The report, word for word; saved as it was shown.
    fn report(&self, save: Option<&Path>) -> Result<String, AppError> {
        let report = self.call("report.show", json!({}))?;
        if let Some(path) = save {
            self.call("report.save", json!({ "path": path.display().to_string() }))?;
        }
        self.show(report, |report| text(&report["text"]))
    }

    /// The reply of a command, as the window gets it.
    fn raw(&self, name: &str, params: &str) -> Result<String, AppError> {
        let params = if params == "-" { read_text(Path::new("-"))? } else { params.to_owned() };
        let params = parse(&params, "PARAMS")?;
        let reply = self.app.dispatch(name, params)?;
        serde_json::to_string(&reply)
            .map_err(|error| AppError::with("command.reply", [("detail", error.to_string())]))
    }
}

fn find(rows: Value, id: &str) -> Result<Value, AppError> {
    let rows = rows.as_array().cloned().unwrap_or_default();
    let found = rows.into_iter().map(|mut row| row["record"].take()).find(|record| record["id"] == json!(id));
    found.ok_or_else(|| AppError::with("record.unknown", [("id", id.into())]))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The largest file that is read: 64 MiB.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

fn read_text(path: &Path) -> Result<String, AppError> {
    let refused = |error: std::io::Error| {
        AppError::with(
            "file.unreadable",
            [("path", path.display().to_string()), ("detail", error.to_string())],
        )
    };
    let mut text = String::new();
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(path).map_err(refused)?)
    };
    source.take(MOST_BYTES).read_to_string(&mut text).map_err(refused)?;
    Ok(text)
}

fn parse(text: &str, path: &str) -> Result<Value, AppError> {
    let refused = |error: serde_json::Error| {
        AppError::with("file.json", [("path", path.into()), ("detail", error.to_string())])
    };
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(refused)
}
