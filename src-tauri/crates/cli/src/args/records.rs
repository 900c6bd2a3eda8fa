//! The fields of records that can be typed.

use super::{parse_day_or_none, parse_number, parse_time};
use clap::{Args as Arguments, ValueEnum};

#[derive(Debug, Arguments)]
pub(crate) struct EvidenceAdd {
    /// The skill.
    pub skill: String,
    /// What it is.
    #[arg(long)]
    pub kind: EvidenceWord,
    /// The day it was earned: YYYY-MM-DD; today where absent.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Minutes, for a log.
    #[arg(long)]
    pub minutes: Option<u32>,
    /// Hours, for a log.
    #[arg(long, conflicts_with = "minutes", value_parser = parse_number, allow_negative_numbers = true)]
    pub hours: Option<f64>,
    /// Another skill that it speaks for as much; may be repeated.
    #[arg(long)]
    pub also: Vec<String>,
    /// Months, for work.
    #[arg(long)]
    pub months: Option<u32>,
    /// First day, for work: the months are counted from it.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Whether the work goes on.
    #[arg(long, requires = "from", conflicts_with = "on")]
    pub ongoing: bool,
    /// Whether a contribution is a change, a talk or a publication.
    #[arg(long)]
    pub form: Option<super::Form>,
    /// The level that a review states.
    #[arg(long)]
    pub level: Option<i64>,
    /// What it is called.
    #[arg(long, default_value = "")]
    pub title: String,
    /// Who reviewed.
    #[arg(long, default_value = "")]
    pub by: String,
    /// Their words, or notes.
    #[arg(long, default_value = "")]
    pub words: String,
    /// Its address.
    #[arg(long, default_value = "")]
    pub url: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum EvidenceWord {
    Log,
    Course,
    Work,
    Review,
    Contribution,
    #[value(name = "practice_set", alias = "practice-set")]
    PracticeSet,
}

#[derive(Debug, Arguments)]
pub(crate) struct Record {
    /// The catalogue's certification, or the name of your own.
    #[arg(value_name = "CERTIFICATION")]
    pub what: Option<String>,
    /// wished, planned, booked, passed, failed, held or renewed.
    #[arg(long)]
    pub stage: Option<String>,
    /// Day of the exam; `none` takes it back, here as of every day.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub exam_on: Option<String>,
    /// Time of the exam, HH:MM.
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub exam_at: Option<String>,
    /// Time zone of the exam, as in Europe/Paris.
    #[arg(long, value_name = "ZONE")]
    pub exam_zone: Option<String>,
    /// Where: an address, or online.
    #[arg(long)]
    pub place: Option<String>,
    /// The last day on which the exam can be moved, where you know better than the catalogue.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub move_by: Option<String>,
    /// Which attempt this is.
    #[arg(long)]
    pub attempt: Option<u8>,
    /// The day from which it may be tried again, where you know better than the catalogue.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub retry_from: Option<String>,
    /// The day you want to have prepared it by.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub wanted_by: Option<String>,
    /// Day of issue.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub issued: Option<String>,
    /// Day of expiry.
    #[arg(long, value_name = "DATE", value_parser = parse_day_or_none)]
    pub expires: Option<String>,
    /// The score, as reported.
    #[arg(long)]
    pub score: Option<String>,
    /// What it costs.
    #[arg(long, value_parser = parse_number, allow_negative_numbers = true)]
    pub cost: Option<f64>,
    /// Currency of the cost, as in EUR.
    #[arg(long)]
    pub currency: Option<String>,
    /// The credential's id.
    #[arg(long)]
    pub credential_id: Option<String>,
    /// Where it can be checked.
    #[arg(long)]
    pub url: Option<String>,
    /// Provider of your own.
    #[arg(long)]
    pub provider: Option<String>,
    /// A skill that your own speaks for, as in sql=2; may be repeated.
    #[arg(long = "supports", value_name = "SKILL=LEVEL")]
    pub supports: Vec<String>,
    /// Whether the exam of your own has tasks to perform.
    #[arg(long, value_name = "true|false")]
    pub performance_based: Option<bool>,
    /// Notes.
    #[arg(long)]
    pub note: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Project {
    /// Its name.
    pub name: Option<String>,
    /// What it is.
    #[arg(long)]
    pub summary: Option<String>,
    /// Your part in it.
    #[arg(long)]
    pub role: Option<String>,
    /// With whom.
    #[arg(long)]
    pub team: Option<String>,
    /// idea, doing, done or shown.
    #[arg(long)]
    pub status: Option<String>,
    /// First day.
    #[arg(long, value_name = "DATE")]
    pub starts: Option<String>,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    pub ends: Option<String>,
    /// The practice that it is one of, as in complete-application.
    #[arg(long)]
    pub practice: Option<String>,
    /// A skill that it shows, as in sql=2; may be repeated.
    #[arg(long = "skill", value_name = "SKILL=LEVEL")]
    pub skills: Vec<String>,
    /// A link; may be repeated.
    #[arg(long = "link", value_name = "URL")]
    pub links: Vec<String>,
    /// A line of its checklist that is done; may be repeated.
    #[arg(long = "done", value_name = "LINE")]
    pub done: Vec<String>,
    /// What came of it.
    #[arg(long)]
    pub results: Option<String>,
}
