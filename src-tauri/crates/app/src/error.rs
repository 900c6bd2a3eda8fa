//! Errors: a code with arguments. The sentence for a person lives in `ui/messages/core/errors.*.json`.

use crate::messages;
use groundwork_domain::{Date, Lang, Text};
use groundwork_store::StoreError;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use ts_rs::TS;

/// Why a command was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AppError {
    /// A stable code, for example `input.too_long`.
    pub code: String,
    /// What the sentence is about.
    pub args: BTreeMap<String, String>,
    /// What happened, that nothing was lost, and what to do.
    pub sentence: Text,
}

impl AppError {
    /// An error without arguments.
    pub fn new(code: &str) -> Self {
        Self::with(code, [])
    }

    /// An error with arguments.
    pub fn with<const N: usize>(code: &str, args: [(&str, String); N]) -> Self {
        let args: BTreeMap<String, String> =
            args.into_iter().map(|(name, value)| (name.to_owned(), shown(&value))).collect();
        Self::from_map(code, args)
    }

    pub(crate) fn from_map(code: &str, args: BTreeMap<String, String>) -> Self {
        // A date stands in the arguments as scripts read it, in the sentence as people do.
        let worded = |value: &String| Date::parse(value).map_or_else(|_| Text::same(value.clone()), messages::date_text);
        let mut texts: BTreeMap<String, Text> = args.iter().map(|(name, value)| (name.clone(), worded(value))).collect();
        if let Some(field) = args.get("field").map(|field| format!("field_{field}")).filter(|key| messages::exists(Lang::En, key)) {
            texts.insert("field".into(), messages::text(&field, &BTreeMap::new()));
        }
        let key = format!("error_{}", code.replace('.', "_"));
        let key = if messages::exists(Lang::En, &key) { key } else { "error_unknown".to_owned() };
        texts.entry("code".into()).or_insert_with(|| Text::same(code));
        Self { code: code.to_owned(), sentence: messages::text(&key, &texts), args }
    }

    /// The sentence in one language.
    pub fn sentence(&self, lang: Lang) -> &str {
        self.sentence.get(lang)
    }
}

/// What a person typed, short enough and plain enough to be repeated to them.
fn shown(value: &str) -> String {
    let plain: String = value.chars().filter(|c| !c.is_control()).take(120).collect();
    if value.chars().count() > 120 { format!("{plain}…") } else { plain }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence.en)
    }
}

impl std::error::Error for AppError {}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        let detail = error.to_string();
        Self::with(&format!("store.{}", error.code().trim_start_matches("store.")), [("detail", detail)])
    }
}
