//! What can be typed about the plan.

use super::parse_number;
use clap::{Args as Arguments, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Plan {
    /// Begin it, and show it.
    Build,
    /// Show it: items with their keys, in the order of their first session.
    Show,
    /// Solve a plan problem from a file; the answer is JSON.
    Solve {
        /// The problem in JSON; `-` for standard input.
        file: PathBuf,
    },
    /// Set the hours a week.
    Hours {
        /// Hours.
        #[arg(value_parser = parse_number, allow_negative_numbers = true)]
        hours: f64,
    },
    /// Show when there is time and how you work, or change it: what is not named stays.
    Settings(Settings),
    /// Add days without, or with other, hours.
    Absence {
        /// First day: YYYY-MM-DD.
        from: String,
        /// Last day.
        to: String,
        /// Minutes on each of them.
        #[arg(long, default_value_t = 0)]
        minutes: u32,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Let an item begin on a day or after it.
    Move {
        /// Key of the item, as `plan show` gives it.
        item: String,
        /// The first day it may be worked on: YYYY-MM-DD.
        #[arg(required_unless_present = "free", conflicts_with = "free")]
        date: Option<String>,
        /// Let it begin as early as it can.
        #[arg(long)]
        free: bool,
    },
    /// Put an item off.
    Defer {
        /// Key of the item.
        item: String,
        /// By how many weeks, 1 to 52.
        weeks: u32,
    },
    /// Put an item elsewhere in the order.
    Place {
        /// Key of the item.
        item: String,
        #[command(flatten)]
        to: WhereTo,
    },
    /// Put a session on a day.
    Pin {
        /// Key of the item.
        item: String,
        /// The day: YYYY-MM-DD.
        date: String,
        /// Its minutes.
        minutes: u32,
        /// The day of the pinned session that it replaces.
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
    },
    /// Let pinned sessions go where the plan puts them.
    Unpin {
        /// Key of the item.
        item: String,
        /// The day of one of them; all where absent.
        date: Option<String>,
    },
    /// Cut an item in two, or join it again.
    Split {
        /// Key of the item.
        item: String,
        /// Minutes of the first part.
        #[arg(required_unless_present = "join", conflicts_with = "join")]
        minutes: Option<u32>,
        /// Join the parts again.
        #[arg(long)]
        join: bool,
    },
    /// Leave an item out, or take it in again.
    Drop {
        /// Key of the item.
        item: String,
        /// Take it in again.
        #[arg(long)]
        back: bool,
    },
    /// Mark an item done, or not. The step of a skill that is done claims its level.
    Done {
        /// Key of the item.
        item: String,
        /// The day: YYYY-MM-DD; today where absent.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// It is not done after all; a level that it claimed stays claimed.
        #[arg(long, conflicts_with = "on")]
        not: bool,
    },
    /// Begin a project from a practice, for an item.
    TakeUp {
        /// Key of the item.
        item: String,
        /// The practice, as in complete-application.
        practice: String,
        /// Name of the project.
        name: String,
    },
}

#[derive(Debug, Arguments)]
#[group(required = true, multiple = false)]
pub(crate) struct WhereTo {
    /// Before everything that does not have to come first.
    #[arg(long)]
    pub first: bool,
    /// After everything that does not wait for it.
    #[arg(long)]
    pub last: bool,
    /// Right ahead of another item.
    #[arg(long, value_name = "ITEM")]
    pub ahead_of: Option<String>,
    /// Where the plan puts it.
    #[arg(long)]
    pub free: bool,
}

#[derive(Debug, Default, Arguments)]
pub(crate) struct Settings {
    /// Minutes of each weekday, Monday first, as in 90,90,0,90,90,180,60.
    #[arg(long, value_name = "MINUTES", conflicts_with = "hours_a_week")]
    pub week: Option<String>,
    /// Hours a week, spread over its days.
    #[arg(long, value_name = "H", value_parser = parse_number, allow_negative_numbers = true)]
    pub hours_a_week: Option<f64>,
    /// Items in progress at once, 1 to 20, or `none` for no limit.
    #[arg(long, value_name = "N")]
    pub focus: Option<String>,
    /// The shortest session worth sitting down for, in minutes.
    #[arg(long, value_name = "MINUTES")]
    pub shortest: Option<u32>,
    /// The most minutes of one item on one day, or `none` for no limit.
    #[arg(long, value_name = "MINUTES")]
    pub most_a_day: Option<String>,
    /// Country whose public holidays are free: fr, be, lu, de, ch, it or es; `none` for no country.
    #[arg(long, value_name = "COUNTRY")]
    pub holidays: Option<String>,
}

impl Settings {
    /// Whether nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        let words = [&self.week, &self.focus, &self.most_a_day, &self.holidays];
        words.iter().all(|word| word.is_none()) && self.hours_a_week.is_none() && self.shortest.is_none()
    }
}
