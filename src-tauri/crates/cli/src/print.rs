//! Tables for people.

use groundwork_app::clock::Clock;
use groundwork_app::{Lang, messages};
use serde_json::Value;
use std::collections::BTreeMap;

/// A word of the terminal's, in the chosen language.
pub(crate) fn word(lang: Lang, key: &str) -> String {
    messages::sentence(lang, &format!("cli_{key}"), &BTreeMap::new())
}

/// Rows under headings, columns as wide as they need; the last one is not padded.
pub(crate) fn table(lang: Lang, headings: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = headings.iter().map(|key| capital(&word(lang, key))).collect();
    let columns = head.len();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(head.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |cells: &[String]| {
        let padded = cells.iter().enumerate().map(|(column, cell)| {
            let missing = widths[column].saturating_sub(cell.chars().count());
            if column + 1 == columns { cell.clone() } else { format!("{cell}{}", " ".repeat(missing)) }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(&head)];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The level mark in a terminal: `■` proven, `□` claimed, `·` open.
pub(crate) fn level(proven: u64, claimed: u64) -> String {
    (1..=5)
        .map(|cell| {
            if cell <= proven {
                '■'
            } else if cell <= claimed {
                '□'
            } else {
                '·'
            }
        })
        .collect()
}

/// Minutes as hours: `1 h 30`, `45 min`.
pub(crate) fn hours(minutes: &Value) -> String {
    messages::hours_text(u32::try_from(minutes.as_u64().unwrap_or(0)).unwrap_or(u32::MAX)).en
}

/// A share as percent: `38%`, in French `38 %`.
pub(crate) fn percent(lang: Lang, share: &Value) -> String {
    let space = if lang == Lang::Fr { "\u{202f}" } else { "" };
    format!("{:.0}{space}%", share.as_f64().unwrap_or(0.0) * 100.0)
}

/// A field as text: empty for null.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A sentence of the terminal's, in the chosen language, with its `{arguments}` filled in.
pub(crate) fn sentence<const N: usize>(lang: Lang, key: &str, args: [(&str, String); N]) -> String {
    messages::sentence(lang, &format!("cli_{key}"), &messages::plain_args(args))
}

/// A day in words: `24 December 2026`, `24 décembre 2026`; empty for null.
pub(crate) fn date(lang: Lang, day: &Value) -> String {
    let words = serde_json::from_value(day.clone()).map(messages::date_text);
    words.map_or_else(|_| text(day), |words| words.get(lang).to_owned())
}

/// Days from one day to another one; none where one of them is null.
pub(crate) fn days(from: &Value, to: &Value) -> Option<i64> {
    let day = |day: &Value| Some(Clock::Fixed(serde_json::from_value(day.clone()).ok()?).today());
    Some(day(from)?.days_until(day(to)?))
}

/// A chance as percent, which is never wholly certain: `73%`, `over 99%`, `under 1%`.
pub(crate) fn chance(lang: Lang, share: &Value) -> String {
    match share.as_f64() {
        None => String::new(),
        Some(share) if share < 0.005 => {
            sentence(lang, "chance_least", [("share", percent(lang, &0.01.into()))])
        }
        Some(share) if share >= 0.995 => {
            sentence(lang, "chance_most", [("share", percent(lang, &0.99.into()))])
        }
        Some(_) => percent(lang, share),
    }
}
