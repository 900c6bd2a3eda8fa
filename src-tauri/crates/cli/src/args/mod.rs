//! What can be typed.

mod ahead;
mod archive;
mod badges;
mod certifications;
mod dates;
mod plan;
mod portfolio;
mod records;
mod time;

pub(crate) use ahead::{Close, Forecast, Review, Scenario, WhatIf};
pub(crate) use archive::{Archive, Replace};
pub(crate) use badges::{Accept, Address, Badge, Check};
pub(crate) use certifications::{Book, Catalogue, Certifications, Costs, Credit};
pub(crate) use dates::{Calendar, Event, Export, Quiet, ReminderSet, Reminders, What};
pub(crate) use plan::{Plan, Settings, WhereTo};
pub(crate) use portfolio::{Audit, Evidence, Form, Mark, Projects, Proof};
pub(crate) use records::{EvidenceAdd, EvidenceWord, Project, Record};
pub(crate) use time::{Entry, Log, LogList, Timer};

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
use groundwork_app::{Lang, messages};
use std::path::PathBuf;

/// Groundwork in a terminal: the role model, where you stand, a dated plan.
#[derive(Debug, Parser)]
#[command(name = "groundwork-cli", version, propagate_version = true)]
pub(crate) struct Args {
    /// The folder of your data; the program's own place where absent.
    #[arg(long, global = true, value_name = "D")]
    pub data_dir: Option<PathBuf>,
    /// Answer in JSON, for scripts.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of texts and messages.
    #[arg(long, global = true, value_parser = parse_lang, value_name = "en|fr")]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    match text {
        "en" => Ok(Lang::En),
        "fr" => Ok(Lang::Fr),
        _ => Err("en or fr".into()),
    }
}

/// A number that JSON can say: `nan` and `inf` would be sent as nothing at all.
fn parse_number(text: &str) -> Result<f64, String> {
    text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(|| "not a number".into())
}

/// A day of the calendar.
fn parse_day(text: &str) -> Result<String, String> {
    let known = serde_json::from_value(text.into()).map(messages::date_text);
    known.map(|_| text.to_owned()).map_err(|_| "no day of the calendar; write it as 2027-03-01".into())
}

/// A day of the calendar, or `none`.
fn parse_day_or_none(text: &str) -> Result<String, String> {
    if text == "none" { Ok(text.into()) } else { parse_day(text) }
}

/// A time of day.
fn parse_time(text: &str) -> Result<String, String> {
    let digits = text.len() == 5 && text.bytes().enumerate().all(|(i, b)| (i == 2) != b.is_ascii_digit());
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u8>().ok());
    let known = matches!((number(text.get(..2)), number(text.get(3..))), (Some(0..=23), Some(0..=59)));
    let known = known && digits && text.as_bytes()[2] == b':';
    if known { Ok(text.into()) } else { Err("no time of day; write it as 09:30".into()) }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a profile, with a target or with the example.
    Init(Init),
    /// What the job is.
    #[command(subcommand)]
    Role(Role),
    /// The rung you work toward.
    #[command(subcommand)]
    Target(Target),
    /// Where you stand.
    #[command(subcommand)]
    Skills(Skills),
    /// What stands between you and the target.
    Gap,
    /// How ready you are, claimed and proven.
    Readiness,
    /// What comes when.
    #[command(subcommand)]
    Plan(Plan),
    /// Measure time as it passes.
    #[command(subcommand)]
    Timer(Timer),
    /// Time that was spent.
    #[command(subcommand)]
    Log(Log),
    /// When things will be done, and how sure that is.
    #[command(subcommand)]
    Forecast(Forecast),
    /// What if: up to four scenarios beside the plan.
    #[command(subcommand)]
    Scenario(Scenario),
    /// The week that was, and one choice for the next.
    #[command(subcommand)]
    Review(Review),
    /// Which certifications, when.
    #[command(subcommand, visible_alias = "certification", alias = "cert")]
    Certifications(Certifications),
    /// Open Badges: checked offline, accepted as certifications.
    #[command(subcommand, alias = "badges")]
    Badge(Badge),
    /// What is said ahead of exams, expiries, renewals and sessions.
    #[command(subcommand, alias = "reminder")]
    Reminders(Reminders),
    /// The calendar file: handed out, and exam dates taken in.
    #[command(subcommand)]
    Calendar(Calendar),
    /// What you can show.
    #[command(subcommand, visible_alias = "project", alias = "portfolio")]
    Projects(Projects),
    /// What else proves: work, courses, reviews, contributions, practice set.
    #[command(subcommand)]
    Evidence(Evidence),
    /// What a folder shows, with file and line; nothing in it is run, nothing is kept.
    Audit(Audit),
    /// What to do now.
    Today,
    /// The example profile.
    #[command(subcommand)]
    Example(Example),
    /// Everything in one documented file, and back.
    #[command(subcommand)]
    Archive(Archive),
    /// Make a verified backup.
    Backup,
    /// What was changed, newest first.
    History {
        /// How many lines.
        #[arg(long, default_value_t = 30)]
        limit: u32,
    },
    /// Take back the newest change.
    Undo,
    /// Do the last undone change again.
    Redo,
    /// Every command with the JSON Schema of its parameters, in JSON.
    Commands,
    /// Run a command of the list with parameters in JSON.
    Call {
        /// Its name, as `commands` gives it.
        name: String,
        /// Its parameters; `{}` where absent, `-` to read them from standard input.
        #[arg(default_value = "{}")]
        params: String,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct Init {
    /// The rung: junior, confirmed, senior …
    #[arg(long)]
    pub rung: Option<String>,
    /// The main stack: python-django, java-spring …
    #[arg(long)]
    pub stack: Option<String>,
    /// Hours a week.
    #[arg(long, value_name = "H", value_parser = parse_number, allow_negative_numbers = true)]
    pub weekly_hours: Option<f64>,
    /// The day you want to be ready: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub ready_by: Option<String>,
    /// A level that you claim, as in sql=2; may be repeated.
    #[arg(long = "level", value_name = "SKILL=LEVEL")]
    pub levels: Vec<String>,
    /// Fill in the example instead.
    #[arg(long, conflicts_with_all = ["rung", "stack", "weekly_hours", "ready_by", "levels"])]
    pub example: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Role {
    /// List one kind of thing.
    List {
        /// What to list.
        kind: RoleKind,
    },
    /// Every statement with its document's exact words, in JSON.
    Sources,
    /// The role model, whole.
    Show,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum RoleKind {
    #[value(alias = "mission")]
    Missions,
    #[value(alias = "skill")]
    Skills,
    #[value(alias = "group")]
    Groups,
    #[value(alias = "person")]
    People,
    #[value(alias = "paths")]
    Education,
    #[value(alias = "certification")]
    Certifications,
    #[value(alias = "families")]
    CertificationFamilies,
    #[value(alias = "practices")]
    Practice,
    #[value(alias = "rung")]
    Rungs,
    #[value(alias = "choice")]
    Choices,
    #[value(alias = "stack")]
    Stacks,
    Pay,
    PayFactors,
    #[value(alias = "overview")]
    Context,
    #[value(alias = "source")]
    Sources,
    #[value(alias = "disagreement")]
    Disagreements,
    Omitted,
}

impl RoleKind {
    /// The field of the role view.
    pub fn field(self) -> &'static str {
        match self {
            Self::Missions => "missions",
            Self::Skills => "skills",
            Self::Groups => "groups",
            Self::People => "people",
            Self::Education => "education",
            Self::Certifications => "certifications",
            Self::CertificationFamilies => "certification_families",
            Self::Practice => "practice",
            Self::Rungs => "rungs",
            Self::Choices => "choices",
            Self::Stacks => "stacks",
            Self::Pay => "pay",
            Self::PayFactors => "pay_factors",
            Self::Context => "context",
            Self::Sources => "sources",
            Self::Disagreements => "disagreements",
            Self::Omitted => "omitted",
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Target {
    /// Set it.
    Set {
        /// The rung.
        #[arg(long)]
        rung: Option<String>,
        /// The main stack.
        #[arg(long)]
        stack: Option<String>,
        /// The day you want to be ready: YYYY-MM-DD, or `none`.
        #[arg(long, value_name = "DATE")]
        ready_by: Option<String>,
        /// A member chosen otherwise than the stack has it, as in cloud=gcp; may be repeated.
        #[arg(long = "choose", value_name = "CHOICE=SKILL")]
        choices: Vec<String>,
    },
    /// Show it.
    Show,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Skills {
    /// List them against the target.
    List {
        /// Only those that the target asks.
        #[arg(long)]
        asked: bool,
        /// Only those of one group.
        #[arg(long)]
        group: Option<String>,
    },
    /// Claim a level.
    Set {
        /// The skill.
        skill: String,
        /// The level, 0-5, or `none` to take the claim back.
        #[arg(allow_hyphen_values = true)]
        level: String,
    },
    /// Why a level is what it is.
    Why {
        /// The skill.
        skill: String,
    },
    /// What a proven level rests on.
    #[command(subcommand)]
    Evidence(Evidence),
    /// Add a skill of your own.
    Add {
        /// Its name.
        name: String,
        /// Its group.
        #[arg(long)]
        group: String,
        /// What comes first, as in sql=2; may be repeated.
        #[arg(long = "after", value_name = "SKILL=LEVEL")]
        after: Vec<String>,
        /// The level that you ask of yourself.
        #[arg(long)]
        required: Option<i64>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Example {
    /// Fill it into an empty profile.
    Fill,
    /// Remove it.
    Remove,
}
