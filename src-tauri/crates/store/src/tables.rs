//! The names of the tables of the person's records.

/// A table that a history entry may change, and the record that its rows belong to.
pub(crate) struct Table {
    /// Name of the table.
    pub name: &'static str,
    /// Table of the record itself: its own name, or its parent's.
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
    child("project_link", "project"),
    child("project_skill", "project"),
    child("project_decision", "project"),
    child("project_check", "project"),
    child("plan_item_after", "plan_item"),
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
];

/// The tables of records, by the names that `Written::changed` and `mark_example` use. Attachments come first, because
/// they go with the record that they belong to.
pub const RECORD_TABLES: [&str; 10] = [
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
];

/// The table of the record that a row of this table belongs to; none for bookkeeping.
pub(crate) fn record_of(table: &str) -> Option<&'static str> {
    TABLES.iter().find(|known| known.name == table).map(|known| known.record)
}
