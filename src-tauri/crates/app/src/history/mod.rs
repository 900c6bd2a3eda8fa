//! The history: what was changed, undone and redone.

use crate::app::Call;
use crate::error::AppError;
use crate::messages;
use groundwork_domain::Text;
use groundwork_store::{HistoryEntry, Origin, Step, StoreError, Undone};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The line that a change left in the history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryLine {
    /// Its number; later ones are greater.
    #[ts(type = "number")]
    pub seq: i64,
    /// The command.
    pub name: String,
    /// What was done, as a sentence.
    pub sentence: Text,
}

/// A line of the history, as it is listed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryRow {
    /// Its number; later ones are greater.
    #[ts(type = "number")]
    pub seq: i64,
    /// The command.
    pub name: String,
    /// What was done, as a sentence.
    pub sentence: Text,
    /// When, as RFC 3339.
    pub at: String,
    /// From where: `window`, `terminal` or `test`.
    pub origin: String,
    /// Whether it was undone.
    pub undone: bool,
    /// How many rows it changed.
    pub rows: u32,
}

/// The history, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryView {
    /// Its lines.
    pub rows: Vec<HistoryRow>,
    /// What undo would take back.
    pub undo: Option<HistoryRow>,
    /// What redo would do again.
    pub redo: Option<HistoryRow>,
    /// Whether there are older lines than these.
    pub more: bool,
}

/// What is asked of the history.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryParams {
    /// How many lines at most, 1 to 1,000; 100 where absent.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Only lines older than the one of this number.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub before: Option<i64>,
}

/// One step back or forth.
#[derive(Debug, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct StepParams {
    /// The change that it must be about, by its number; `history.moved_on` where another one comes first.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub seq: Option<i64>,
    /// Whether a change that was made elsewhere (in the terminal, where the window asks) is taken back too;
    /// `history.made_elsewhere` where not.
    #[serde(default)]
    pub others: bool,
}

/// A point in the history.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PointParams {
    /// The last change that is to stand, by its number; 0 for none.
    #[ts(type = "number")]
    pub seq: i64,
}

/// A way through the history, in one step.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WayView {
    /// How many changes were taken back.
    pub undone: u32,
    /// How many were made again.
    pub redone: u32,
    /// The number of the last change that stands now; 0 for none. Going there again later leads back here.
    #[ts(type = "number")]
    pub now: i64,
    /// The number of the last change that stood before; going there leads back.
    #[ts(type = "number")]
    pub before: i64,
}

pub(crate) fn line_of(seq: i64, name: &str, args: &Value) -> HistoryLine {
    HistoryLine { seq, name: name.to_owned(), sentence: sentence(name, args) }
}

/// The sentence of a change: `history_skills_set` with its arguments, which may be texts in both languages.
fn sentence(name: &str, args: &Value) -> Text {
    let mut texts = BTreeMap::new();
    if let Value::Object(args) = args {
        for (key, value) in args {
            let text = match value {
                Value::String(words) => Text::same(words.clone()),
                Value::Object(_) => serde_json::from_value(value.clone()).unwrap_or_default(),
                Value::Null => Text::default(),
                other => Text::same(other.to_string()),
            };
            texts.insert(key.clone(), text);
        }
    }
    messages::text(&format!("history_{}", name.replace('.', "_")), &texts)
}

fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::Window => "window",
        Origin::Terminal => "terminal",
        Origin::Test => "test",
    }
}

fn row(entry: HistoryEntry) -> HistoryRow {
    HistoryRow {
        seq: entry.seq,
        sentence: sentence(&entry.name, &entry.args),
        name: entry.name,
        at: entry.at,
        origin: origin_word(entry.origin).to_owned(),
        undone: entry.undone,
        rows: entry.rows,
    }
}

/// `history.list`: what was changed, newest first.
pub(crate) fn list(call: &Call<'_>, params: HistoryParams) -> Result<HistoryView, AppError> {
    let limit = crate::input::within("limit", params.limit.unwrap_or(100), 1, 1000)?;
    let history = call.app.store()?.history(limit, params.before)?;
    Ok(HistoryView {
        rows: history.entries.into_iter().map(row).collect(),
        undo: history.undo.map(row),
        redo: history.redo.map(row),
        more: history.more,
    })
}

impl From<StepParams> for Step {
    fn from(params: StepParams) -> Self {
        Self { seq: params.seq, others: params.others }
    }
}

/// `history.undo`: takes back the newest change.
pub(crate) fn undo(call: &Call<'_>, params: StepParams) -> Result<HistoryRow, AppError> {
    let undone = call.app.store()?.undo(call.app.origin, params.into());
    finish(call, undone, "history.nothing_to_undo")
}

/// `history.redo`: does the last undone change again.
pub(crate) fn redo(call: &Call<'_>, params: StepParams) -> Result<HistoryRow, AppError> {
    let redone = call.app.store()?.redo(call.app.origin, params.into());
    finish(call, redone, "history.nothing_to_redo")
}

fn finish(
    call: &Call<'_>,
    undone: Result<Option<Undone>, StoreError>,
    none: &str,
) -> Result<HistoryRow, AppError> {
    let undone = undone.map_err(elsewhere)?.ok_or_else(|| AppError::new(none))?;
    call.touch(undone.changed);
    Ok(row(undone.entry))
}

/// Names the change that was made elsewhere; any other error as it is.
fn elsewhere(error: StoreError) -> AppError {
    let StoreError::MadeElsewhere { entry, by } = &error else { return error.into() };
    let what = sentence(&entry.name, &entry.args);
    let place = messages::text(&format!("origin_{}", origin_word(*by)), &BTreeMap::new());
    let seq = Text::same(entry.seq.to_string());
    AppError::about(error.code(), [("what", what), ("origin", place), ("seq", seq)])
}

/// `history.go`: takes back, or makes again, every change up to a point, wholly or not at all.
pub(crate) fn go(call: &Call<'_>, params: PointParams) -> Result<WayView, AppError> {
    let way = call.app.store()?.go_to(call.app.origin, params.seq)?;
    call.touch(way.changed);
    Ok(WayView { undone: way.undone, redone: way.redone, now: way.now, before: way.before })
}
