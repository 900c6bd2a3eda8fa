//! What can be typed about time that is spent.

use clap::{Args as Arguments, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Timer {
    /// Start it; one that is paused for the same runs on.
    Start {
        /// Key of the plan's item, as `plan show` gives it.
        item: Option<String>,
        /// The skill; follows from the item where that is a skill's.
        #[arg(long)]
        skill: Option<String>,
        /// Stop and log a timer that runs for something else.
        #[arg(long)]
        switch: bool,
    },
    /// Pause it.
    Pause,
    /// Let it run on.
    Resume,
    /// Show it.
    Show,
    /// Stop it and log nothing.
    Discard,
    /// Stop it and log what it measured.
    Stop {
        /// Minutes to log instead.
        #[arg(long)]
        minutes: Option<u32>,
        /// What was done.
        #[arg(long, default_value = "")]
        note: String,
        /// The item is done with it.
        #[arg(long)]
        done: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Log {
    /// Add an entry.
    Add(Box<Entry>),
    /// Correct an entry: what is not named stays.
    Change {
        /// Its id, as `log list` gives it.
        id: String,
        #[command(flatten)]
        entry: Box<Entry>,
    },
    /// Remove an entry.
    Remove {
        /// Its id.
        id: String,
    },
    /// List entries, newest first.
    List(LogList),
}

#[derive(Debug, Arguments)]
pub(crate) struct Entry {
    /// Key of the plan's item that it was spent on.
    pub item: Option<String>,
    /// The skill; follows from the item where that is a skill's.
    #[arg(long)]
    pub skill: Option<String>,
    /// How many minutes.
    #[arg(long, conflicts_with_all = ["time", "from", "to"])]
    pub minutes: Option<u32>,
    /// How long, as in 1h30 or 45min.
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub time: Option<String>,
    /// When it began, HH:MM.
    #[arg(long, value_name = "HH:MM", requires = "to")]
    pub from: Option<String>,
    /// When it ended, HH:MM; the next day where it is not after the beginning.
    #[arg(long, value_name = "HH:MM", requires = "from")]
    pub to: Option<String>,
    /// The day, or the day on which it began: YYYY-MM-DD; today where absent.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// What was done.
    #[arg(long)]
    pub note: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct LogList {
    /// From this day on.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Up to this day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Of this item.
    #[arg(long)]
    pub item: Option<String>,
    /// Of this skill.
    #[arg(long)]
    pub skill: Option<String>,
    /// How many lines.
    #[arg(long)]
    pub limit: Option<u32>,
}
