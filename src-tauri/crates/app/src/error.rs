//! Errors: a code with arguments. The sentence for a person lives in `ui/messages/core/errors.*.json`.

use crate::messages;
use groundwork_domain::{Date, Lang, Text};
use groundwork_store::StoreError;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
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

    /// An error about what has a name in each language.
    pub(crate) fn about<const N: usize>(code: &str, names: [(&str, Text); N]) -> Self {
        let short = |text: Text| Text { en: shown(&text.en), fr: shown(&text.fr) };
        let words: BTreeMap<String, Text> =
            names.into_iter().map(|(name, text)| (name.to_owned(), short(text))).collect();
        let args = words.iter().map(|(name, text)| (name.clone(), text.en.clone())).collect();
        Self::worded(code, args, words)
    }

    pub(crate) fn from_map(code: &str, args: BTreeMap<String, String>) -> Self {
        Self::worded(code, args, BTreeMap::new())
    }

    /// An error whose sentence says some arguments in other words than scripts get.
    pub(crate) fn worded(code: &str, args: BTreeMap<String, String>, words: BTreeMap<String, Text>) -> Self {
        // A date stands in the arguments as scripts read it, in the sentence as people do.
        let worded = |value: &String| {
            Date::parse(value).map_or_else(|_| Text::same(value.clone()), messages::date_text)
        };
        let mut texts: BTreeMap<String, Text> =
            args.iter().map(|(name, value)| (name.clone(), worded(value))).collect();
        if let Some(field) = args.get("field").and_then(|field| field_name(field)) {
            texts.insert("field".into(), field);
        }
        texts.extend(words);
        let key = format!("error_{}", code.replace('.', "_"));
        let key = if messages::exists(Lang::En, &key) { key } else { "error_unknown".to_owned() };
        texts.entry("code".into()).or_insert_with(|| Text::same(code));
        Self { code: code.to_owned(), sentence: messages::text(&key, &texts), args }
    }

    /// The same error of the store, naming the folder; any other one as it is.
    pub(crate) fn in_folder(mut self, folder: &Path) -> Self {
        if !self.code.starts_with("store.") || self.args.contains_key("folder") {
            return self;
        }
        self.args.insert("folder".into(), folder.display().to_string());
        Self::from_map(&self.code, self.args)
    }

    /// The sentence in one language.
    pub fn sentence(&self, lang: Lang) -> &str {
        self.sentence.get(lang)
    }
}

/// What a field is called where a person fills it in; none for those that only scripts name.
pub(crate) fn field_name(field: &str) -> Option<Text> {
    let key = format!("field_{field}");
    messages::exists(Lang::En, &key).then(|| messages::text(&key, &BTreeMap::new()))
}

/// What a person typed, short enough and plain enough to be repeated to them.
pub(crate) fn shown(value: &str) -> String {
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
        let detail = match &error {
            StoreError::Damaged { what } | StoreError::Refused { what } | StoreError::Engine { what } => {
                what.clone()
            }
            StoreError::Io(cause) => cause.to_string(),
            StoreError::Sqlite(cause) => cause.to_string(),
            other => other.to_string(),
        };
        Self::with(error.code(), [("detail", detail)])
    }
}
