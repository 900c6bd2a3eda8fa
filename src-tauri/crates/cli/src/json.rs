//! JSON for scripts.

use groundwork_app::Lang;
use serde_json::Value;

/// The value with every text (`{ "en": …, "fr": … }`) in one language.
pub(crate) fn in_language(value: Value, lang: Lang) -> Value {
    match value {
        Value::Object(map) if map.len() == 2 && map.contains_key("en") && map.contains_key("fr") => {
            let key = if lang == Lang::Fr { "fr" } else { "en" };
            map.get(key).cloned().unwrap_or(Value::Null)
        }
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, in_language(value, lang))).collect(),
        Value::Array(list) => list.into_iter().map(|value| in_language(value, lang)).collect(),
        plain => plain,
    }
}
