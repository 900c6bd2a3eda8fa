//! Parameters made from the schema of a command, with a text of choice wherever a text fits.

use groundwork_app::contract;
use serde_json::{Map, Value, json};

/// How parameters are filled.
pub struct Filling<'a> {
    /// The text for whatever takes one.
    pub text: &'a str,
    /// Values that fit for a field, by its name; the text where there is none.
    pub fits: &'a dyn Fn(&str) -> Option<Value>,
    /// Which of several forms is chosen.
    pub variant: usize,
    /// Whether fields are filled that may be left out and take no free text.
    pub whole: bool,
}

/// The schemas of the parameters of all commands, by their names.
pub fn schemas() -> Map<String, Value> {
    let all = contract::schemas().as_array().cloned().unwrap_or_default();
    let row = |mut row: Value| (row["name"].as_str().unwrap().to_owned(), row["params"].take());
    all.into_iter().map(row).collect()
}

impl Filling<'_> {
    /// Parameters by this schema.
    pub fn params(&self, schema: &Value) -> Value {
        self.value(schema, &schema["$defs"], "", 0)
    }

    fn value(&self, schema: &Value, defs: &Value, field: &str, depth: usize) -> Value {
        if let Some(fit) = (self.fits)(field).filter(|_| depth > 0) {
            return fit;
        }
        if depth > 8 {
            return Value::Null;
        }
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return self.value(&defs[name], defs, field, depth + 1);
        }
        for forms in ["oneOf", "anyOf"] {
            if let Some(forms) = schema[forms].as_array() {
                let real: Vec<&Value> = forms.iter().filter(|form| form["type"] != json!("null")).collect();
                return self.value(real[self.variant % real.len()], defs, field, depth + 1);
            }
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(words) = schema["enum"].as_array() {
            return words[self.variant % words.len()].clone();
        }
        self.plain(schema, defs, field, depth)
    }

    fn plain(&self, schema: &Value, defs: &Value, field: &str, depth: usize) -> Value {
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds[0].as_str().unwrap_or_default(),
            kind => kind.as_str().unwrap_or_default(),
        };
        match kind {
            "object" => self.object(schema, defs, depth),
            "array" => {
                let count = schema["minItems"].as_u64().unwrap_or(1);
                let item = self.value(&schema["items"], defs, field, depth + 1);
                json!(vec![item; count as usize])
            }
            "string" if schema["format"] == json!("date") => json!("2026-11-25"),
            "string" if schema["pattern"].is_string() => json!(self.text.to_lowercase()),
            "string" => json!(self.text),
            "integer" | "number" => json!(schema["minimum"].as_i64().unwrap_or(0).max(1)),
            "boolean" => json!(self.variant.is_multiple_of(2)),
            _ => json!(self.text),
        }
    }

    fn object(&self, schema: &Value, defs: &Value, depth: usize) -> Value {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let mut filled = Map::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            if self.whole || required.contains(&json!(name)) || takes_text(field) {
                filled.insert(name.clone(), self.value(field, defs, name, depth + 1));
            }
        }
        if filled.is_empty() && schema["additionalProperties"].is_object() {
            let value = self.value(&schema["additionalProperties"], defs, "", depth + 1);
            filled.insert(self.text.to_lowercase(), value);
        }
        Value::Object(filled)
    }
}

fn takes_text(schema: &Value) -> bool {
    let is = |kind: &Value| *kind == json!("string");
    let text = is(&schema["type"]) || schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(is));
    text && ["pattern", "format", "enum"].iter().all(|field| schema.get(*field).is_none())
}
