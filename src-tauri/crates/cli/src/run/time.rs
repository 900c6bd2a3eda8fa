//! The timer and the log.

use super::{Terminal, find};
use crate::args::{Log, LogList, Timer};
use crate::fill;
use groundwork_app::AppError;
use serde_json::json;

/// The most entries that the log gives at once.
const ALL: u32 = 10_000;

impl Terminal {
    pub(super) fn timer(&self, timer: &Timer) -> Result<String, AppError> {
        let view = match timer {
            Timer::Start { item, skill, switch } => {
                self.call("timer.start", json!({ "item": item, "skill": skill, "switch": switch }))?
            }
            Timer::Pause => self.call("timer.pause", json!({}))?,
            Timer::Resume => self.call("timer.resume", json!({}))?,
            Timer::Show => self.call("timer.show", json!({}))?,
            Timer::Discard => {
                return self.show(self.call("timer.discard", json!({}))?, |_| self.word("timer_discarded"));
            }
            Timer::Stop { minutes, note, done } => {
                let params = json!({ "minutes": minutes, "note": note, "done": done });
                return self.show(self.call("timer.stop", params)?, |view| self.stopped_text(view));
            }
        };
        self.show(view, |view| self.timer_text(view))
    }

    pub(super) fn log(&self, log: Log) -> Result<String, AppError> {
        let rows = match log {
            Log::Add(entry) => self.call("log.save", fill::log_entry(None, &entry)?)?,
            Log::Change { id, entry } => {
                let all = self.call("log.list", json!({ "limit": ALL }))?["entries"].take();
                self.call("log.save", fill::log_entry(Some(&find(all, &id)?), &entry)?)?
            }
            Log::Remove { id } => {
                return self.show(self.call("log.remove", json!({ "id": id }))?, |_| self.word("done"));
            }
            Log::List(LogList { from, to, item, skill, limit }) => {
                let params = json!({ "from": from, "to": to, "item": item, "skill": skill, "limit": limit });
                return self.show(self.call("log.list", params)?, |view| self.log_text(view));
            }
        };
        self.show(rows, |rows| self.entries_text(rows))
    }
}
