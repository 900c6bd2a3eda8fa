//! What can be typed about the weeks to come: forecast, scenarios, the weekly review.

use super::parse_number;
use clap::{Args as Arguments, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Forecast {
    /// When the plan, its items and booked exams will be done.
    Show,
    /// How often the kept forecasts were right.
    Calibration,
    /// Keep today's standing and forecast, once a day.
    Keep,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Scenario {
    /// Today's plan and the scenarios beside it.
    List,
    /// What a scenario would come to, without keeping it.
    Try(Box<WhatIf>),
    /// Keep a scenario beside the plan; at most four.
    Save {
        /// The scenario to change, where what is not named stays; a new one where absent.
        #[arg(long)]
        id: Option<String>,
        #[command(flatten)]
        what: Box<WhatIf>,
    },
    /// Drop a scenario.
    Remove {
        /// Its id.
        id: String,
    },
    /// Make a scenario the plan.
    Take {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct WhatIf {
    /// Its name; after what it changes where absent.
    #[arg(long)]
    pub name: Option<String>,
    /// Hours a week, in the shape of today's week.
    #[arg(long, value_name = "H", value_parser = parse_number, allow_negative_numbers = true)]
    pub hours_a_week: Option<f64>,
    /// Minutes of each weekday, Monday first, as in 90,90,0,90,90,180,60.
    #[arg(long, value_name = "MINUTES", conflicts_with = "hours_a_week")]
    pub week: Option<String>,
    /// Another rung or branch.
    #[arg(long)]
    pub rung: Option<String>,
    /// Another main stack.
    #[arg(long)]
    pub stack: Option<String>,
    /// Another day to be ready: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub ready_by: Option<String>,
    /// Items that are left out, by their keys; may be repeated.
    #[arg(long, value_name = "ITEM", num_args = 1..)]
    pub without: Vec<String>,
    /// Another due date, as in skill:sql:2=2027-03-01, or with :hard behind where it may not be missed; may be repeated.
    #[arg(long, value_name = "ITEM=DATE[:hard]")]
    pub due: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Review {
    /// What was planned in a week, what was done, what slipped.
    Show {
        /// A day of the week; where absent the week that is due.
        #[arg(long, value_name = "DATE")]
        week: Option<String>,
    },
    /// Close a week with one choice for the next.
    Close(Close),
}

#[derive(Debug, Arguments)]
pub(crate) struct Close {
    /// A day of the week; where absent the week that is due.
    #[arg(long, value_name = "DATE")]
    pub week: Option<String>,
    #[command(flatten)]
    pub choice: Choice,
    /// Notes.
    #[arg(long, default_value = "")]
    pub note: String,
}

#[derive(Debug, Arguments)]
#[group(required = true, multiple = false)]
pub(crate) struct Choice {
    /// Go on as planned.
    #[arg(long)]
    pub keep: bool,
    /// From now on, other hours a week.
    #[arg(long, value_name = "H", value_parser = parse_number, allow_negative_numbers = true)]
    pub hours: Option<f64>,
    /// Next week only, fewer minutes.
    #[arg(long, value_name = "MINUTES")]
    pub lighter: Option<u32>,
    /// One item before all others.
    #[arg(long, value_name = "ITEM")]
    pub first: Option<String>,
    /// Another day to be ready: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub ready_by: Option<String>,
}
