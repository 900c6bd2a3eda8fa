//! Says what is due, as notifications of the system. What is due, and in which words, the core decides; here it is only shown.

use std::time::Duration;

use groundwork_app::{AppError, Reply};
use serde_json::{Value, json};
use tauri::{AppHandle, Emitter};
use tauri_plugin_notification::NotificationExt;

use crate::core::Core;
use crate::{language, window};

/// After the page has come up.
const FIRST: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_secs(30);
/// The most that are shown one by one; more become one.
const MOST: usize = 3;

/// Asks the core now and then what is due, and shows it.
pub fn start(core: Core, handle: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(FIRST).await;
        let mut tick = tokio::time::interval(PAUSE);
        loop {
            tick.tick().await;
            let (core, handle) = (core.clone(), handle.clone());
            // It reads and writes the data: not on the threads that wait for others.
            let _ = tokio::task::spawn_blocking(move || {
                // What is refused, as by a full disk, is asked for again at the next tick.
                if let Ok(reply) = ask(&core) {
                    show(&handle, &reply, lang(&core));
                }
            })
            .await;
        }
    });
}

fn ask(core: &Core) -> Result<Reply, AppError> {
    core.app()?.dispatch("reminders.due", json!({}))
}

/// The language that the person chose, as it is now.
fn lang(core: &Core) -> &'static str {
    let preferences = core.app().and_then(|app| app.dispatch("preferences.show", json!({})));
    let chosen = preferences.ok().and_then(|reply| reply.value["language"].as_str().map(str::to_owned));
    language::of(chosen.as_deref())
}

fn show(handle: &AppHandle, reply: &Reply, lang: &str) {
    let notices = notices(&reply.value, lang);
    // That the program looked is no news to the page.
    if !notices.is_empty() {
        let _ = handle.emit_to(window::LABEL, "changed", &reply.changed);
    }
    for (title, text) in notices {
        // Where nothing shows notifications, the page has them on Today.
        let _ = handle.notification().builder().title(title).body(text).show();
    }
}

/// Title and text of each notification; more than three become one.
fn notices(value: &Value, lang: &str) -> Vec<(String, String)> {
    let word = |text: &Value| text[lang].as_str().unwrap_or_default().to_owned();
    let due = value["show"].as_array().map(Vec::as_slice).unwrap_or_default();
    let all: Vec<(String, String)> =
        due.iter().map(|one| (word(&one["title"]), word(&one["text"]))).collect();
    if all.len() <= MOST {
        return all;
    }
    let titles: Vec<String> = all.into_iter().map(|(title, _)| title).collect();
    vec![("Groundwork".to_owned(), titles.join("\n"))]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(count: usize) -> Value {
        let one = json!({ "title": { "en": "Exam tomorrow", "fr": "Examen demain" }, "text": { "en": "10:30", "fr": "10:30" } });
        json!({ "show": vec![one; count] })
    }

    #[test]
    fn few_are_shown_one_by_one_in_the_persons_language_and_many_as_one() {
        assert_eq!(notices(&due(1), "fr"), [("Examen demain".to_owned(), "10:30".to_owned())]);
        assert_eq!(notices(&due(3), "en").len(), 3);
        let many = notices(&due(5), "en");
        assert_eq!((many.len(), many[0].1.lines().count()), (1, 5));
        assert!(notices(&json!({ "show": [] }), "en").is_empty());
    }
}
