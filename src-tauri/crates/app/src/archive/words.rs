//! Records of an archive in words, for a person who has to choose between two of them.

use crate::messages;
use crate::snapshot::Snapshot;
use groundwork_domain::role::Skill;
use groundwork_domain::{Date, Lang, Text};
use std::collections::BTreeMap;

/// Records of which there is only one.
const SINGLE: [&str; 4] = ["target", "plan_settings", "timer", "reminder_settings"];
/// Columns that hold 0 or 1.
const YES_OR_NO: [&str; 7] =
    ["badge", "dropped", "example", "hidden", "keep_up", "ongoing", "performance_based"];
/// The same of one kind only.
const YES_OR_NO_OF: [(&str, &str); 4] = [
    ("reminder_settings", "exam"),
    ("reminder_settings", "expiry"),
    ("reminder_settings", "renewal"),
    ("reminder_settings", "session"),
];

fn words(key: &str) -> Option<Text> {
    messages::exists(Lang::En, key).then(|| messages::text(key, &BTreeMap::new()))
}

/// What a record is called: as the role model or the catalogue has it, by its own title, else by its kind and key.
pub(super) fn called(snapshot: &Snapshot, kind: &str, id: &str, own: &str, kind_name: &Text) -> Text {
    let known = match kind {
        "skill" => skill(snapshot, id).map(|skill| skill.name.clone()),
        "certification" => certification(snapshot, own),
        _ => None,
    };
    match (known, own) {
        (Some(name), _) => name,
        (None, "") if SINGLE.contains(&kind) => kind_name.clone(),
        (None, "") => Text { en: format!("{} {id}", kind_name.en), fr: format!("{} {id}", kind_name.fr) },
        (None, own) => Text::same(own),
    }
}

/// A column in words; its own name where it has none, as one of a newer program.
pub(super) fn column(kind: &str, name: &str) -> Text {
    let of_kind = words(&format!("column_{kind}_{name}"));
    of_kind.or_else(|| words(&format!("column_{name}"))).unwrap_or_else(|| Text::same(name))
}

/// A value in words, where there are any: names for ids, yes and no, dates, the words of a choice.
pub(super) fn value(snapshot: &Snapshot, kind: &str, column: &str, value: &str) -> Text {
    let is_switch = YES_OR_NO.contains(&column) || YES_OR_NO_OF.contains(&(kind, column));
    let known = match (column, value) {
        (_, "") => None,
        (_, "0") if is_switch => words("value_no"),
        (_, "1") if is_switch => words("value_yes"),
        ("skill", id) => skill(snapshot, id).map(|skill| skill.name.clone()),
        ("certification", id) => certification(snapshot, id),
        ("rung", id) => {
            snapshot.pack.rungs.iter().find(|rung| rung.id.as_str() == id).map(|rung| rung.name.clone())
        }
        ("stack", id) => {
            snapshot.pack.stacks.iter().find(|stack| stack.id.as_str() == id).map(|stack| stack.name.clone())
        }
        (column, word) if word.len() <= 40 => {
            let chosen = words(&format!("value_{column}_{word}"));
            let chosen = chosen.or_else(|| words(&format!("cli_{column}_{word}")));
            chosen.or_else(|| Date::parse(word).ok().map(messages::date_text))
        }
        _ => None,
    };
    known.unwrap_or_else(|| Text::same(value))
}

fn skill<'a>(snapshot: &'a Snapshot, id: &str) -> Option<&'a Skill> {
    snapshot.pack.skills.iter().find(|skill| skill.id.as_str() == id)
}

fn certification(snapshot: &Snapshot, id: &str) -> Option<Text> {
    let found = snapshot.pack.certifications.iter().find(|known| known.id.as_str() == id);
    found.map(|known| Text::same(&known.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use groundwork_store::KEPT_TABLES;
    use groundwork_store::archive::json_schema;

    #[test]
    fn every_column_that_may_differ_has_words_in_both_languages() {
        let schema = json_schema().unwrap();
        let kinds = schema["$defs"].as_object().unwrap();
        let mut seen = 0;
        for (kind, of_kind) in kinds.iter().filter(|(kind, _)| !KEPT_TABLES.contains(&kind.as_str())) {
            let columns = of_kind["properties"].as_object().unwrap().keys();
            // The key is the same on both sides, and the manifest is no record.
            for name in columns.filter(|name| *name != "id" && kind != "manifest") {
                let known = [format!("column_{kind}_{name}"), format!("column_{name}")];
                for lang in [Lang::En, Lang::Fr] {
                    assert!(known.iter().any(|key| messages::exists(lang, key)), "{kind}.{name}");
                }
                seen += 1;
            }
        }
        assert!(seen > 120, "{seen}");
        assert_eq!(column("project", "from_the_future").en, "from_the_future");
    }
}
