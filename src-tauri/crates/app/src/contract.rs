//! The contract with the window, written from the command list: TypeScript types and JSON Schemas.

use crate::commands::COMMANDS;
use crate::error::AppError;
use crate::history::HistoryLine;
use serde_json::{Value, json};
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations of TypeScript types, gathered with everything they refer to.
#[derive(Default)]
pub struct Types {
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// Adds a type with what it refers to; gives its TypeScript name.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&Config::new())
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let config = Config::new();
        if T::output_path().is_some() {
            let comment = T::docs().unwrap_or_default();
            let declaration = format!("{comment}export {}", T::decl(&config));
            let other = self.declarations.insert(T::ident(&config), declaration);
            assert!(other.is_none(), "two types of the contract are called {}", T::ident(&config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The TypeScript of the contract, as it stands in `ui/src/backend/generated/commands.ts`.
pub fn typescript() -> String {
    let mut types = Types::default();
    let mut map = String::new();
    for command in COMMANDS {
        let (params, value) = (command.types)(&mut types);
        let value = if value == "null" { "null".to_owned() } else { value };
        let _ = writeln!(
            map,
            "  /** {} */\n  \"{}\": {{ params: {params}; value: {value} }};",
            command.about, command.name
        );
    }
    for (name, optional) in optional_fields() {
        if let Some(declaration) = types.declarations.get_mut(&name) {
            for field in optional {
                *declaration = declaration.replace(&format!("\n{field}: "), &format!("\n{field}?: "));
            }
        }
    }
    types.add::<AppError>();
    types.add::<HistoryLine>();
    let mut text = String::from(
        "// Written by `cargo xtask types` from the wire types in Rust. Do not edit.\n/* eslint-disable */\n\n",
    );
    let _ = write!(
        text,
        "/** Every command with its parameters and its value. */\nexport interface Commands {{\n{map}}}\n"
    );
    for declaration in types.declarations.values() {
        let _ = write!(text, "\n{}\n", declaration.trim_end());
    }
    text
}

/// Fields of parameters that may be left out, by the name of their type: those that the schema does not require.
fn optional_fields() -> Vec<(String, Vec<String>)> {
    let mut generator = schemars::SchemaGenerator::default();
    for command in COMMANDS {
        (command.schema)(&mut generator);
    }
    let mut all = Vec::new();
    for (name, schema) in generator.take_definitions(true) {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let Some(fields) = schema["properties"].as_object().filter(|_| name.ends_with("Params")) else {
            continue;
        };
        let optional = fields.keys().filter(|field| !required.contains(&field.as_str())).cloned().collect();
        all.push((name, optional));
    }
    all
}

/// The command list with JSON Schemas of the parameters, as `groundwork-cli commands` prints it.
pub fn schemas() -> Value {
    let rows = COMMANDS.iter().map(|command| {
        let mut generator = schemars::SchemaGenerator::default();
        let schema = (command.schema)(&mut generator);
        let mut schema = schema.to_value();
        let definitions = generator.take_definitions(true);
        if let (Value::Object(schema), false) = (&mut schema, definitions.is_empty()) {
            schema.insert("$defs".into(), Value::Object(definitions));
        }
        json!({ "name": command.name, "about": command.about, "writes": command.writes, "params": schema })
    });
    Value::Array(rows.collect())
}
