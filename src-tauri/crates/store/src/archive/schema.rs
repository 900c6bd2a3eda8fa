//! The records of the newest schema as JSON Schema, for whoever reads an archive without this program.

use super::SCHEMA;
use super::shape::{Column, Holds, Shape};
use crate::StoreError;
use crate::profile::{bring, for_a_while};
use serde_json::{Map, Value, json};

/// JSON Schema of an archive as one object: the paths of its JSON files, each with its content.
pub fn json_schema() -> Result<Value, StoreError> {
    let conn = for_a_while()?;
    bring(&conn, 0, SCHEMA)?;
    let (mut kinds, mut files) = (Map::new(), Map::new());
    for (kind, shape) in &Shape::all(&conn)? {
        kinds.insert(kind.clone(), record(shape));
        let list = json!({ "type": "array", "items": { "$ref": format!("#/$defs/{kind}") } });
        files.insert(format!("^records/{kind}(\\.[1-9][0-9]*)?\\.json$"), list);
    }
    kinds.insert("manifest".into(), manifest());
    Ok(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Groundwork archive, version 1",
        "description": format!(
            "The JSON files of an archive whose manifest says schema {SCHEMA}, as one object: path to content."
        ),
        "type": "object",
        "properties": { "manifest.json": { "$ref": "#/$defs/manifest" } },
        "patternProperties": files,
        "required": ["manifest.json"],
        "additionalProperties": false,
        "$defs": kinds,
    }))
}

fn record(shape: &Shape) -> Value {
    let lists = shape.lists.iter().map(|list| {
        let rows = object(&list.columns, std::iter::empty());
        (list.table.clone(), json!({ "type": "array", "items": rows }))
    });
    object(&shape.columns, lists)
}

fn object(columns: &[Column], lists: impl Iterator<Item = (String, Value)>) -> Value {
    let mut properties = Map::new();
    for column in columns {
        let word = match column.holds {
            Holds::Integer => "integer",
            Holds::Real => "number",
            Holds::Text => "string",
        };
        let kind = if column.nullable { json!([word, "null"]) } else { json!(word) };
        properties.insert(column.name.clone(), json!({ "type": kind }));
    }
    properties.extend(lists);
    let required: Vec<&String> = properties.keys().collect();
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

fn manifest() -> Value {
    let hash = json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    let path = "^(records/[a-z0-9_]{1,64}(\\.[1-9][0-9]*)?\\.json|attachments/[0-9a-f]{64})$";
    json!({
        "type": "object",
        "required": ["format", "version", "schema", "program", "made", "files", "missing"],
        "additionalProperties": false,
        "properties": {
            "format": { "const": "groundwork-archive" },
            "version": { "const": 1 },
            "schema": { "type": "integer", "minimum": 1 },
            "program": { "type": "string", "maxLength": 100 },
            "made": { "type": "string", "format": "date-time" },
            "files": { "type": "array", "items": {
                "type": "object",
                "required": ["path", "bytes", "sha256"],
                "additionalProperties": false,
                "properties": {
                    "path": { "type": "string", "pattern": path },
                    "bytes": { "type": "integer", "minimum": 0 },
                    "sha256": hash,
                },
            } },
            "missing": { "type": "array", "items": hash, "uniqueItems": true },
        },
    })
}
