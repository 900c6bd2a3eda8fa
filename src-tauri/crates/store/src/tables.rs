//! The names of the tables of the person's records.

/// A table that a history entry may change, and the record that its rows belong to.
pub(crate) struct Table {
    /// Name of the table.
    pub name: &'static str,
    /// Table of the record itself: its own name, or its parent's; `kept` for the program's own reckoning.
    pub record: &'static str,
}

const fn child(name: &'static str, record: &'static str) -> Table {
    Table { name, record }
}

const fn root(name: &'static str) -> Table {
    Table { name, record: name }
}

/// Children before their parents: the session extension keeps this order, so that applying a changeset never deletes a
/// parent whose children it still has to delete itself.
pub(crate) const TABLES: &[Table] = &[
    child("target_choice", "target"),
    child("own_skill_prerequisite", "own_skill"),
    child("certification_skill", "certification"),
    child("certification_attempt", "certification"),
    child("certification_cost", "certification"),
    child("certification_credit", "certification"),
    child("certification_period", "certification"),
    child("project_link", "project"),
    child("project_skill", "project"),
    child("project_decision", "project"),
    child("project_check", "project"),
    child("project_proof", "project"),
    child("evidence_skill", "evidence"),
    child("plan_item_after", "plan_item"),
    child("plan_item_pin", "plan_item"),
    child("timer_stretch", "timer"),
    child("scenario_item", "scenario"),
    root("attachment"),
    root("target"),
    root("plan_settings"),
    root("absence"),
    root("skill"),
    root("own_skill"),
    root("evidence"),
    root("certification"),
    root("project"),
    root("plan_item"),
    root("log_entry"),
    root("timer"),
    root("scenario"),
    root("week_review"),
    root("correction"),
    root("issuer_key"),
    root("address"),
    root("reminder_settings"),
    child("kept_day", KEPT),
    child("kept_forecast", KEPT),
    child("kept_end", KEPT),
    child("kept_session", KEPT),
    child("kept_reminder", KEPT),
    child("kept_look", KEPT),
    child("kept_event", KEPT),
    child("kept_version", KEPT),
    child("kept_audit", KEPT),
    child("kept_draft", KEPT),
];

/// The name under which what the program keeps of its own reckoning counts as changed.
pub(crate) const KEPT: &str = "kept";

/// The tables of what the program keeps of its own reckoning. They are recorded too, so that what comes and goes with the
/// example is taken back with it, but their rows are no records of the person's.
pub const KEPT_TABLES: [&str; 10] = [
    "kept_day",
    "kept_forecast",
    "kept_end",
    "kept_session",
    "kept_reminder",
    "kept_look",
    "kept_event",
    "kept_version",
    "kept_audit",
    "kept_draft",
];

/// The tables of records, by the names that `Written::changed` and `mark_example` use; `Written::changed` also says `kept`
/// for what the program keeps of its own reckoning. Attachments come first, because they go with the record that they
/// belong to.
pub const RECORD_TABLES: [&str; 18] = [
    "attachment",
    "target",
    "plan_settings",
    "absence",
    "skill",
    "own_skill",
    "evidence",
    "certification",
    "project",
    "plan_item",
    "log_entry",
    "timer",
    "scenario",
    "week_review",
    "correction",
    "issuer_key",
    "address",
    "reminder_settings",
];

/// The table of the record that a row of this table belongs to; none for bookkeeping.
pub(crate) fn record_of(table: &str) -> Option<&'static str> {
    TABLES.iter().find(|known| known.name == table).map(|known| known.record)
}
