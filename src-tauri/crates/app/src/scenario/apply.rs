//! A scenario laid over what is known of the person.

use crate::messages;
use crate::plan::{blank, title_of_key};
use crate::snapshot::Snapshot;
use groundwork_domain::person::{ScenarioRecord, TargetRecord};
use groundwork_domain::{Lang, Text};
use std::collections::BTreeMap;

/// A week of the same shape with another sum; evenly over all days where it has none. No day gets more than it has.
pub(crate) fn scaled(week: &[u32; 7], sum: u32) -> [u32; 7] {
    let now: u32 = week.iter().sum();
    if now == 0 {
        return [sum / 7; 7].map(|day| day.min(1440));
    }
    let mut days = week.map(|day| (day * sum / now).min(1440));
    // What rounding left goes to the longest day that has room for it.
    let rest = sum.saturating_sub(days.iter().sum());
    if let Some(longest) = days.iter_mut().max_by_key(|day| **day) {
        *longest = (*longest + rest).min(1440);
    }
    days
}

/// The target that a scenario comes to; none where there is none and none is named.
pub(crate) fn target_of(snapshot: &Snapshot, scenario: &ScenarioRecord) -> Option<TargetRecord> {
    let mut target = snapshot.target.clone().or_else(|| {
        let rung = scenario.rung.clone()?;
        Some(TargetRecord { rung, stack: None, choices: BTreeMap::new(), ready_by: None })
    })?;
    if let Some(rung) = &scenario.rung {
        target.rung = rung.clone();
    }
    if let Some(stack) = &scenario.stack {
        if target.stack.as_ref() != Some(stack) {
            target.choices.clear();
        }
        target.stack = Some(stack.clone());
    }
    if scenario.ready_by.is_some() {
        target.ready_by = scenario.ready_by;
    }
    Some(target)
}

/// Lays a scenario over what is known.
pub(crate) fn apply(snapshot: &mut Snapshot, scenario: &ScenarioRecord) {
    if let Some(week) = scenario.weekly_minutes {
        snapshot.settings.weekly_minutes = week;
    }
    snapshot.target = target_of(snapshot, scenario);
    for change in &scenario.items {
        let record = snapshot.plan_items.entry(change.item.clone()).or_insert_with(|| blank(&change.item));
        if change.dropped {
            record.dropped = true;
        }
        if change.due.is_some() {
            record.due = change.due;
            record.due_kind = change.due_kind.or(record.due_kind);
        }
    }
}

/// Most characters of a title that is made from changes.
const TITLE: usize = 80;

/// The name of a scenario; without one, what it changes.
pub(crate) fn title(snapshot: &Snapshot, scenario: &ScenarioRecord) -> Text {
    if !scenario.name.is_empty() {
        return Text::same(scenario.name.clone());
    }
    let lines = changes(snapshot, scenario);
    let row = |lang: Lang| {
        let words: Vec<&str> = lines.iter().take(2).map(|line| line.get(lang)).collect();
        words.join(" · ").chars().take(TITLE).collect()
    };
    Text { en: row(Lang::En), fr: row(Lang::Fr) }
}

/// What a scenario changes, one line each.
pub(crate) fn changes(snapshot: &Snapshot, scenario: &ScenarioRecord) -> Vec<Text> {
    let line = |key: &str, args: Vec<(&str, Text)>| {
        messages::text(key, &args.into_iter().map(|(name, text)| (name.to_owned(), text)).collect())
    };
    let mut lines = Vec::new();
    if let Some(week) = &scenario.weekly_minutes {
        let time = messages::hours_text(week.iter().sum());
        lines.push(line("scenario_hours", vec![("time", time)]));
    }
    let now = snapshot.target.as_ref();
    if let Some(rung) = scenario.rung.as_ref().filter(|rung| now.map(|target| &target.rung) != Some(rung)) {
        let name = snapshot.pack.rung(rung).map(|rung| rung.name.clone()).unwrap_or_default();
        lines.push(line("scenario_rung", vec![("rung", name)]));
    }
    let stack_now = now.and_then(|target| target.stack.as_ref());
    if let Some(stack) = scenario.stack.as_ref().filter(|stack| stack_now != Some(stack)) {
        let name = snapshot.pack.stack(stack).map(|stack| stack.name.clone()).unwrap_or_default();
        lines.push(line("scenario_stack", vec![("stack", name)]));
    }
    let wish = now.and_then(|target| target.ready_by);
    if let Some(day) = scenario.ready_by.filter(|day| wish != Some(*day)) {
        lines.push(line("scenario_ready_by", vec![("date", messages::date_text(day))]));
    }
    let kept = |key: &str| snapshot.plan_items.get(key);
    let out: Vec<Text> = scenario
        .items
        .iter()
        .filter(|item| item.dropped && !kept(&item.item).is_some_and(|record| record.dropped))
        .map(|item| title_of_key(snapshot, &item.item))
        .collect();
    if !out.is_empty() {
        let names = |lang: Lang| out.iter().map(|title| title.get(lang)).collect::<Vec<_>>().join(", ");
        let names = Text { en: names(Lang::En), fr: names(Lang::Fr) };
        lines.push(line("scenario_without", vec![("items", names)]));
    }
    for item in scenario.items.iter().filter(|item| !item.dropped) {
        let same = |due| kept(&item.item).is_some_and(|record| record.due == Some(due));
        if let Some(due) = item.due.filter(|due| !same(*due)) {
            let title = title_of_key(snapshot, &item.item);
            lines.push(line("scenario_due", vec![("item", title), ("date", messages::date_text(due))]));
        }
    }
    lines
}
