//! From what was typed to a command of the list, and from its answer to text.

use crate::args::{Args, Certifications, Command, Evidence, Example, Plan, Projects, Role, Skills, Target};
use crate::json::in_language;
use crate::print::{hours, level, percent, table, text, word};
use crate::fill;
use groundwork_app::clock::Clock;
use groundwork_app::ports::FilePreferences;
use groundwork_app::{App, AppConfig, AppError, Lang, Origin, contract, default_data_dir, spread_week};
use serde_json::{Value, json};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The terminal over one data folder.
pub(crate) struct Terminal {
    pub app: App,
    pub lang: Lang,
    pub json: bool,
}

/// Runs what was typed; gives what to print.
pub(crate) fn run(args: Args, lang: Lang) -> Result<String, AppError> {
    let named = args.data_dir.unwrap_or_else(default_data_dir);
    let dir = std::path::absolute(&named).unwrap_or(named);
    let config = |create| AppConfig {
        preferences: Box::new(FilePreferences::new(dir.join("preferences.json"))),
        data_dir: dir.clone(),
        create,
        origin: Origin::Terminal,
        clock: Clock::from_environment(),
        desktop: None,
    };
    let app = match &args.command {
        Command::Init(_) => App::start(config(true))?,
        Command::Role(_) | Command::Commands | Command::Plan(Plan::Solve { .. }) => App::without_data(config(false)),
        _ => App::start(config(false))?,
    };
    Terminal { app, lang, json: args.json }.answer(args.command)
}

impl Terminal {
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
            Command::Readiness => self.show(self.call("readiness.show", json!({}))?, |value| self.readiness_text(value)),
            Command::Plan(plan) => self.plan(plan),
            Command::Certifications(certifications) => self.certifications(certifications),
            Command::Projects(projects) => self.projects(projects),
            Command::Today => self.show(self.call("today.show", json!({}))?, |value| self.today_text(value)),
            Command::Example(Example::Fill) => {
                self.call("example.fill", json!({ "lang": self.lang }))?;
                self.readiness_or_done()
            }
            Command::Example(Example::Remove) => self.show(self.call("example.remove", json!({}))?, |_| self.word("done")),
            Command::Backup => self.show(self.call("backup.now", json!({}))?, |value| text(&value["folder"])),
            Command::History { limit } => {
                self.show(self.call("history.list", json!({ "limit": limit }))?, |value| self.history_text(value))
            }
            Command::Undo => self.show(self.call("history.undo", json!({}))?, |row| self.line("undone", row)),
            Command::Redo => self.show(self.call("history.redo", json!({}))?, |row| self.line("redone", row)),
            Command::Commands => Ok(self.commands_text()),
            Command::Call { name, params } => self.raw(&name, &params),
        }
    }

    fn word(&self, key: &str) -> String {
        word(self.lang, key)
    }

    fn line(&self, key: &str, row: &Value) -> String {
        format!("{}: {}", self.word(key), text(&row["sentence"]))
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
        if self.call("app.info", json!({}))?["has_target"] == json!(true) {
            return Err(AppError::new("init.done"));
        }
        let mut params = json!({ "rung": rung, "stack": init.stack, "ready_by": init.ready_by });
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
            Role::Sources => self.show(self.call("role.sources", json!({}))?, |rows| {
                let cells = |row: &Value| vec![text(&row["document"]), text(&row["id"]), text(&row["quote"])];
                self.rows(&["document", "id", "quote"], rows, cells)
            }),
            Role::List { kind } => {
                let field = kind.field();
                self.show(self.call("role.show", json!({}))?[field].take(), |rows| {
                    self.rows(&["id", "name"], rows, |row| vec![text(&row["id"]), title(row)])
                })
            }
        }
    }

    fn rows(&self, headings: &[&str], rows: &Value, cells: impl Fn(&Value) -> Vec<String>) -> String {
        let rows: Vec<_> = rows.as_array().into_iter().flatten().map(cells).collect();
        if rows.is_empty() { self.word("nothing") } else { table(self.lang, headings, &rows) }
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
                    let (choice, skill) = fill::pair("--choose", &pair)?;
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
                let row = self.call("skills.set", json!({ "skill": skill, "level": fill::level(&level)? }))?;
                self.show(row, |row| self.skills_text(&json!([row])))
            }
            Skills::Why { skill } => {
                self.show(self.call("skills.show", json!({ "skill": skill }))?, |value| self.why_text(value))
            }
            Skills::Evidence(Evidence::Add(add)) => {
                let skill = add.skill.clone();
                let record = self.call("evidence.save", fill::evidence(&add)?)?;
                if self.json {
                    return self.show(record, |_| String::new());
                }
                self.show(self.call("skills.show", json!({ "skill": skill }))?, |value| self.why_text(value))
            }
            Skills::Evidence(Evidence::Remove { id }) => {
                self.show(self.call("evidence.remove", json!({ "id": id }))?, |_| self.word("done"))
            }
            Skills::Add { name, group, after, required } => {
                let after = fill::skill_levels(&after)?;
                let params = json!({ "name": name, "group": group, "prerequisites": after, "required": required });
                self.show(self.call("skills.add_own", params)?, |row| self.skills_text(&json!([row])))
            }
        }
    }

    fn plan(&self, plan: Plan) -> Result<String, AppError> {
        let value = match plan {
            Plan::Build => self.call("plan.build", json!({}))?,
            Plan::Show => self.call("plan.show", json!({}))?,
            Plan::Hours { hours } => {
                let mut settings = self.call("plan.show", json!({}))?["settings"].take();
                settings["weekly_minutes"] = json!(spread_week(hours)?);
                if let Value::Object(settings) = &mut settings {
                    settings.remove("started_on");
                }
                self.call("plan.settings", settings)?
            }
            Plan::Absence { from, to, minutes, reason } => {
                let params = json!({ "from": from, "to": to, "minutes": minutes, "reason": reason });
                self.call("plan.absence_save", params)?
            }
            Plan::Solve { file } => {
                let problem = read_json(&file)?;
                let schedule = self.call("plan.solve", json!({ "problem": problem }))?;
                return self.show(schedule, |schedule| self.schedule_text(schedule));
            }
        };
        self.show(value, |value| self.plan_text(value))
    }

    fn certifications(&self, command: Certifications) -> Result<String, AppError> {
        let list = || self.call("certifications.list", json!({}));
        match command {
            Certifications::List => self.show(list()?["mine"].take(), |rows| self.certifications_text(rows)),
            Certifications::Catalogue => self.show(list()?["catalogue"].take(), |rows| self.catalogue_text(rows)),
            Certifications::Add(record) => {
                let catalogue = list()?["catalogue"].take();
                let view = self.call("certifications.save", fill::certification(json!({}), &record, Some(&catalogue))?)?;
                self.show(view, |row| self.certifications_text(&json!([row])))
            }
            Certifications::Set { id, record } => {
                let now = find(list()?["mine"].take(), &id)?;
                let view = self.call("certifications.save", fill::certification(now, &record, None)?)?;
                self.show(view, |row| self.certifications_text(&json!([row])))
            }
            Certifications::Remove { id } => {
                self.show(self.call("certifications.remove", json!({ "id": id }))?, |_| self.word("done"))
            }
        }
    }

    fn projects(&self, command: Projects) -> Result<String, AppError> {
        let list = || self.call("projects.list", json!({}));
        match command {
            Projects::List => self.show(list()?["projects"].take(), |rows| self.projects_text(rows)),
            Projects::Add(project) => {
                let view = self.call("projects.save", fill::project(json!({}), &project)?)?;
                self.show(view, |row| self.projects_text(&json!([row])))
            }
            Projects::Set { id, project } => {
                let now = find(list()?["projects"].take(), &id)?;
                let view = self.call("projects.save", fill::project(now, &project)?)?;
                self.show(view, |row| self.projects_text(&json!([row])))
            }
            Projects::Remove { id } => {
                self.show(self.call("projects.remove", json!({ "id": id }))?, |_| self.word("done"))
            }
        }
    }

    fn commands_text(&self) -> String {
        let schemas = contract::schemas();
        if self.json {
            return pretty(&schemas);
        }
        self.rows(&["name", "about"], &schemas, |row| vec![text(&row["name"]), text(&row["about"])])
    }

    /// The reply of a command, as the window gets it.
    fn raw(&self, name: &str, params: &str) -> Result<String, AppError> {
        let params = if params == "-" { read_text(Path::new("-"))? } else { params.to_owned() };
        let params = parse(&params, "PARAMS")?;
        let reply = self.app.dispatch(name, params)?;
        serde_json::to_string(&reply).map_err(|error| AppError::with("command.reply", [("detail", error.to_string())]))
    }

    fn readiness_text(&self, value: &Value) -> String {
        let row = |key: &str| {
            let side = &value[key];
            let met = format!("{}/{}", side["met"], side["total"]);
            let reached = if side["reached"] == json!(true) { self.word("reached") } else { String::new() };
            vec![self.word(key), percent(&side["ratio"]), met, reached]
        };
        let head = format!("{} · {} {}", text(&value["target"]["rung_name"]), self.word("needs"), percent(&value["needs"]));
        format!("{head}\n{}", table(self.lang, &["readiness", "share", "met", "blank"], &[row("proven"), row("claimed")]))
    }

    fn target_text(&self, value: &Value) -> String {
        if value.is_null() {
            return self.word("nothing");
        }
        let mut lines = vec![text(&value["rung_name"]), text(&value["stack_name"]), text(&value["record"]["ready_by"])];
        for choice in value["choices"].as_array().into_iter().flatten() {
            lines.push(format!("{}: {}", text(&choice["name"]), text(&choice["skill_name"])));
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn skills_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "level", "required", "state", "hours"], rows, |row| {
            let number = |key: &str| row[key].as_u64().unwrap_or(0);
            let likely = row["hours"]["hours"]["likely"].as_u64().filter(|hours| *hours > 0);
            let state = row["state"].as_str().unwrap_or("unasked");
            vec![
                text(&row["skill"]),
                text(&row["name"]),
                level(number("proven"), number("claimed")),
                text(&row["required"]),
                self.word(&format!("state_{state}")),
                likely.map(|hours| format!("{hours} h")).unwrap_or_default(),
            ]
        })
    }

    fn why_text(&self, value: &Value) -> String {
        let row = &value["row"];
        let number = |key: &str| row[key].as_u64().unwrap_or(0);
        let mark = level(number("proven"), number("claimed"));
        let head = format!("{}  {mark}\n{} {}, {} {}, {} {}", text(&row["name"]), self.word("proven"), number("proven"),
            self.word("claimed"), text(&row["claimed"]), self.word("required"), text(&row["required"]));
        let pieces = self.rows(&["evidence", "on", "carries", "title"], &value["pieces"], |piece| {
            let kind = piece["piece"]["kind"]["kind"].as_str().unwrap_or_default();
            vec![self.word(&format!("kind_{kind}")), text(&piece["piece"]["on"]), text(&piece["piece"]["carries"]), text(&piece["title"])]
        });
        let ways = value["would_prove"]["ways"].as_array().into_iter().flatten();
        let ways: Vec<String> = ways.map(|way| self.way(way)).collect();
        let next = format!("{} {}: {}", self.word("would_prove"), text(&value["would_prove"]["to"]), ways.join(", "));
        if ways.is_empty() { format!("{head}\n{pieces}") } else { format!("{head}\n{pieces}\n{next}") }
    }

    fn way(&self, way: &Value) -> String {
        let kind = way["kind"].as_str().unwrap_or_default();
        let amount = match kind {
            "log" => way["minutes_missing"].as_u64().map(hours),
            "work" => way["months"].as_u64().map(|months| months.to_string()),
            _ => None,
        };
        let word = self.word(&format!("way_{kind}"));
        amount.map_or(word.clone(), |amount| format!("{word} ({amount})"))
    }

    fn gap_text(&self, value: &Value) -> String {
        let rows = self.rows(&["requirement", "proven", "claimed", "required", "state", "hours"], &value["entries"], |row| {
            let entry = &row["entry"];
            let member = text(&row["member_name"]);
            let name = text(&row["name"]);
            let name = if member.is_empty() || member == name { name } else { format!("{name} ({member})") };
            let state = entry["state"].as_str().unwrap_or_default();
            vec![name, text(&entry["proven"]), text(&entry["claimed"]), text(&entry["required"]),
                self.word(&format!("state_{state}")), format!("{} h", entry["hours"]["hours"]["likely"])]
        });
        let hours = &value["hours"]["hours"];
        format!("{rows}\n{}: {} h ({}–{} h), {}", self.word("in_all"), hours["likely"], hours["low"], hours["high"], self.word("our_estimate"))
    }

    fn plan_text(&self, value: &Value) -> String {
        let items = self.rows(&["starts", "finishes", "minutes", "item", "why"], &value["items"], |item| {
            vec![text(&item["starts"]), text(&item["finishes"]), hours(item["minutes"].as_u64().unwrap_or(0)),
                text(&item["title"]), self.because(item)]
        });
        let left = hours(value["minutes_left"].as_u64().unwrap_or(0));
        let mut head = format!("{} {left}, {} {}", self.word("left"), self.word("ends"), text(&value["finish"]));
        let ready = &value["ready"];
        if ready["met"] == json!(false) {
            let missing = hours(ready["missing_minutes"].as_u64().unwrap_or(0));
            head = format!("{head}\n{} {}: {} {missing}", self.word("ready_by"), text(&ready["by"]), self.word("missing"));
            if let Some(minutes) = ready["weekly_minutes_needed"].as_u64() {
                head = format!("{head}; {} {}", self.word("week_needs"), hours(minutes));
            }
        }
        for late in value["shortfalls"].as_array().into_iter().flatten() {
            let missing = hours(late["shortfall"]["missing_minutes"].as_u64().unwrap_or(0));
            head = format!("{head}\n{} ({}): {} {missing}", text(&late["title"]), text(&late["shortfall"]["due"]), self.word("missing"));
        }
        format!("{head}\n{items}")
    }

    fn because(&self, item: &Value) -> String {
        let because = &item["because"];
        let kind = because["kind"].as_str().unwrap_or_default();
        let about = [text(&item["because_title"]), text(&because["date"])].concat();
        format!("{} {about}", self.word(&format!("because_{kind}"))).trim().to_owned()
    }

    fn schedule_text(&self, schedule: &Value) -> String {
        let sessions = self.rows(&["date", "item", "minutes"], &schedule["sessions"], |session| {
            vec![text(&session["date"]), text(&session["item"]), text(&session["minutes"])]
        });
        format!("{} {}\n{sessions}", self.word("ends"), text(&schedule["finish"]))
    }

    fn certifications_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "stage", "exam_on", "expires"], rows, |row| {
            let record = &row["record"];
            let stage = row["stage"].as_str().unwrap_or_default();
            vec![text(&record["id"]), text(&row["name"]), self.word(&format!("stage_{stage}")), text(&record["exam_on"]), text(&record["expires"])]
        })
    }

    fn catalogue_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "state", "price", "facts_as_of"], rows, |row| {
            let known = &row["known"];
            let price = &known["price"];
            let price = if price.is_null() { String::new() } else { format!("{} {}", text(&price["amount"]), text(&price["currency"])) };
            let status = known["status"].as_str().unwrap_or_default();
            vec![text(&known["id"]), text(&known["name"]), self.word(&format!("status_{status}")), price, text(&known["facts_as_of"])]
        })
    }

    fn projects_text(&self, rows: &Value) -> String {
        self.rows(&["id", "name", "state", "checklist"], rows, |row| {
            let record = &row["record"];
            let status = record["status"].as_str().unwrap_or_default();
            let total = row["checklist"].as_array().map_or(0, Vec::len);
            let checked = if total == 0 { String::new() } else { format!("{}/{total}", row["checked"]) };
            vec![text(&record["id"]), text(&record["name"]), self.word(&format!("status_{status}")), checked]
        })
    }

    fn today_text(&self, value: &Value) -> String {
        let sessions = self.rows(&["date", "minutes", "item"], &value["next_sessions"], |session| {
            vec![text(&session["date"]), hours(session["minutes"].as_u64().unwrap_or(0)), text(&session["title"])]
        });
        let due = self.rows(&["date", "days", "item"], &value["due"], |row| {
            vec![text(&row["on"]), text(&row["days"]), text(&row["title"])]
        });
        format!("{}\n\n{sessions}\n\n{due}", text(&value["today"]))
    }

    fn history_text(&self, value: &Value) -> String {
        self.rows(&["at", "origin", "what", "blank"], &value["rows"], |row| {
            let undone = if row["undone"] == json!(true) { self.word("undone") } else { String::new() };
            vec![text(&row["at"]), self.word(&format!("origin_{}", text(&row["origin"]))), text(&row["sentence"]), undone]
        })
    }
}

fn title(row: &Value) -> String {
    let named = ["name", "title", "text", "question", "quote"].iter().map(|key| text(&row[*key]));
    named.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
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
        AppError::with("file.unreadable", [("path", path.display().to_string()), ("detail", error.to_string())])
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
    let refused = |error: serde_json::Error| AppError::with("file.json", [("path", path.into()), ("detail", error.to_string())]);
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(refused)
}

fn read_json(path: &PathBuf) -> Result<Value, AppError> {
    parse(&read_text(path)?, &path.display().to_string())
}
