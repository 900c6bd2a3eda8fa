//! Parameters out of contract: made from the schema of a command, then spoilt.

use crate::chance::Chance;
use serde_json::{Map, Value, json};

/// What values are drawn from.
pub struct Known {
    /// Ids, keys and words that are in the profile.
    pub words: Vec<String>,
    /// Paths that may be named: all of them within the scratch folder, or of what is not there.
    pub paths: Vec<String>,
    /// A folder of the scratch: every other path that is drawn is made a name within it.
    pub inside: String,
}

/// Parameters for a schema: of the right shape with hostile values, or of another shape altogether.
pub fn params(schema: &Value, known: &Known, chance: &mut Chance) -> Value {
    let root = schema;
    match chance.below(24) {
        0 => wrong(chance),
        1 => Value::Null,
        _ => {
            // How often a value is replaced by one of any type; often none is.
            let spoil = *chance.of(&[0, 0, 0, 40, 12, 4]);
            let mut maker = Maker { root, known, chance, spoil };
            let mut made = maker.make(schema, "", 0);
            if let Value::Object(fields) = &mut made {
                spoil_fields(fields, chance);
                stay_inside(fields, known);
            }
            made
        }
    }
}

/// Fields that name a place on the disk.
const PLACES: [&str; 4] = ["path", "folder", "to", "file"];

/// The program writes where a person in the terminal tells it to. So no text that is drawn may lead out of the scratch
/// folder, not even by `..` or as a name beside whatever is the current folder.
fn stay_inside(fields: &mut Map<String, Value>, known: &Known) {
    for name in PLACES {
        if let Some(Value::String(text)) = fields.get_mut(name)
            && !known.paths.contains(text)
        {
            *text = format!("{}/{}", known.inside, text.replace(['/', '\\'], "_").replace("..", "__"));
        }
    }
}

fn spoil_fields(fields: &mut Map<String, Value>, chance: &mut Chance) {
    let names: Vec<String> = fields.keys().cloned().collect();
    match chance.below(12) {
        0 if !names.is_empty() => drop(fields.remove(chance.of(&names).as_str())),
        1 => drop(fields.insert("extra".into(), wrong(chance))),
        2 if !names.is_empty() => drop(fields.insert(chance.of(&names).clone(), wrong(chance))),
        3 => drop(fields.insert("__proto__".into(), json!({}))),
        _ => {}
    }
}

struct Maker<'a> {
    root: &'a Value,
    known: &'a Known,
    chance: &'a mut Chance,
    spoil: usize,
}

impl Maker<'_> {
    fn make(&mut self, schema: &Value, field: &str, depth: usize) -> Value {
        if self.spoil > 0 && depth > 0 && self.chance.once_in(self.spoil) {
            return wrong(self.chance);
        }
        if depth > 24 {
            return Value::Null;
        }
        if let Some(path) = schema["$ref"].as_str() {
            let target = self.root.pointer(path.trim_start_matches('#')).unwrap_or(&Value::Null);
            return self.make(target, field, depth + 1);
        }
        for key in ["anyOf", "oneOf", "allOf"] {
            if let Some(one) = schema[key].as_array().filter(|all| !all.is_empty()) {
                let chosen = self.chance.of(one);
                let mut made = self.make(chosen, field, depth + 1);
                // An enum with fields of its own may have more beside the choice.
                if let (Value::Object(fields), true) = (&mut made, schema["properties"].is_object()) {
                    fields.extend(self.object(schema, depth));
                }
                return made;
            }
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(words) = schema["enum"].as_array().filter(|all| !all.is_empty()) {
            return words[self.chance.below(words.len())].clone();
        }
        match self.kind(schema).as_str() {
            "object" => Value::Object(self.object(schema, depth)),
            "array" => self.array(schema, field, depth),
            "string" => self.text(schema, field),
            "integer" => self.whole(),
            "number" => number(self.chance),
            "boolean" => json!(self.chance.once_in(2)),
            "null" => Value::Null,
            _ => wrong(self.chance),
        }
    }

    fn kind(&mut self, schema: &Value) -> String {
        match &schema["type"] {
            Value::String(kind) => kind.clone(),
            Value::Array(kinds) if !kinds.is_empty() => {
                kinds[self.chance.below(kinds.len())].as_str().unwrap_or_default().to_owned()
            }
            _ if schema["properties"].is_object() => "object".into(),
            _ => String::new(),
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Map<String, Value> {
        let mut fields = Map::new();
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            if required.contains(&name.as_str()) || self.chance.once_in(2) {
                fields.insert(name.clone(), self.make(inner, name, depth + 1));
            }
        }
        if schema["additionalProperties"].is_object() {
            for _ in 0..self.chance.below(4) {
                let key = self.word();
                fields.insert(key, self.make(&schema["additionalProperties"], "", depth + 1));
            }
        }
        fields
    }

    fn array(&mut self, schema: &Value, field: &str, depth: usize) -> Value {
        if let Some(each) = schema["prefixItems"].as_array() {
            return each.iter().map(|inner| self.make(inner, field, depth + 1)).collect();
        }
        let count = match (schema["minItems"].as_u64(), self.chance.below(40)) {
            (_, 0) => 300,
            (Some(count), 1..20) => usize::try_from(count).unwrap_or(0),
            (_, n) => n % 4,
        };
        (0..count).map(|_| self.make(&schema["items"], field, depth + 1)).collect()
    }

    fn word(&mut self) -> String {
        if self.known.words.is_empty() { String::new() } else { self.chance.of(&self.known.words).clone() }
    }

    fn text(&mut self, schema: &Value, field: &str) -> Value {
        let is_path = PLACES.contains(&field);
        if is_path && !self.chance.once_in(6) && !self.known.paths.is_empty() {
            return json!(self.chance.of(&self.known.paths));
        }
        if schema["format"] == "date"
            || (field.ends_with("on") || field.ends_with("by")) && self.chance.once_in(2)
        {
            return json!(self.chance.of(&DATES));
        }
        match self.chance.below(4) {
            0 => json!(hostile(self.chance)),
            _ => json!(self.word()),
        }
    }

    fn whole(&mut self) -> Value {
        match self.chance.below(4) {
            0 => number(self.chance),
            _ => json!(self.chance.of(&[0, 1, 2, 3, 4, 5, 6, 30, 60, 100, 600])),
        }
    }
}

const DATES: [&str; 16] = [
    "2026-11-20",
    "2026-11-23",
    "2026-12-24",
    "2027-02-28",
    "2028-02-29",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "-9999-01-01",
    "1970-01-01",
    "2026-11-20T10:00:00Z",
    "20261120",
    "2026-1-1",
    "tomorrow",
    "2026-11-19",
    "2036-11-20",
];

const TEXTS: [&str; 34] = [
    "",
    " ",
    "\u{0}",
    "a\u{0}b",
    "\n",
    "\u{202e}gnp.exe",
    "\u{200b}",
    "\u{feff}",
    "NaN",
    "Infinity",
    "-0",
    "null",
    "undefined",
    "true",
    "1e309",
    "0x10",
    "../../../../etc/passwd",
    "C:\\CON",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "'; DROP TABLE skill; --",
    "\" OR 1=1",
    "%s%s%n",
    "${jndi:ldap://x}",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{skill}",
    "skill:sql:99999999999",
    "own:",
    "exam:",
    "👩🏽‍💻",
    "İstanbul ﬁ ß",
    "\u{10ffff}",
    "2026-11-20T25:61:61+99:99[Nowhere/City]",
];

/// A text that somebody hostile, or careless, would send.
pub fn hostile(chance: &mut Chance) -> String {
    match chance.below(12) {
        0 => "n".repeat(*chance.of(&[199, 200, 201, 20_000, 20_001, 100_000])),
        1 => "é\u{301}".repeat(5_000),
        2 => String::from_utf8_lossy(&chance.bytes(24)).into_owned(),
        _ => (*chance.of(&TEXTS)).to_owned(),
    }
}

fn number(chance: &mut Chance) -> Value {
    let all = [
        json!(0),
        json!(-1),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(1e308),
        json!(-1e308),
        json!(5e-324),
        json!(-0.0),
        json!(0.1),
        json!(9_007_199_254_740_993_i64),
        json!(1.5),
        json!(u32::MAX),
        json!(2_147_483_648_u64),
        json!(1440),
        json!(1441),
        json!(99_999_999),
    ];
    chance.of(&all).clone()
}

/// A value of any type.
pub fn wrong(chance: &mut Chance) -> Value {
    match chance.below(9) {
        0 => Value::Null,
        1 => json!(chance.once_in(2)),
        2 => number(chance),
        3 => json!(hostile(chance)),
        4 => json!([]),
        5 => json!({}),
        6 => json!([hostile(chance), 1, null]),
        7 => json!({ "kind": hostile(chance), "a": { "b": [1] } }),
        _ => (0..120).fold(
            json!(1),
            |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) },
        ),
    }
}
