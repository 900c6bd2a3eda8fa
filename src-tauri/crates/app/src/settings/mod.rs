//! Settings, preferences, links, and what the program says of itself.

use crate::app::Call;
use crate::commands::Nothing;
use crate::error::AppError;
use crate::input;
use groundwork_domain::RecordId;
use groundwork_domain::pack_check::cited_statements;
use groundwork_store::Store;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which record.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct IdParams {
    /// Its id.
    pub id: RecordId,
}

/// What the program says of itself.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InfoView {
    /// Version of the program.
    pub version: String,
    /// Where the person's data lies.
    pub data_dir: String,
    /// Version of SQLite.
    pub sqlite: String,
    /// Id and version of the role pack.
    pub role_pack: String,
    /// How many statements of the documents it holds.
    pub statements: u32,
    /// How many skills it holds.
    pub skills: u32,
    /// Whether nothing was entered yet.
    pub empty: bool,
    /// Whether the example is in.
    pub example: bool,
    /// Whether there is a target.
    pub has_target: bool,
    /// Whether the folder cannot be written, so that nothing can be changed.
    pub read_only: bool,
    /// Whether the program did not end properly last time; everything was checked since, and is whole.
    pub ended_badly: bool,
    /// Why backups fail at present, if they do.
    pub backup_problem: Option<AppError>,
    /// Today, by the program's clock.
    pub today: groundwork_domain::Date,
}

/// Preferences of the interface.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreferencesView {
    /// `en`, `fr`, or none: the system's.
    pub language: Option<String>,
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
    /// `comfortable` or `compact`.
    pub density: Option<String>,
    /// The last page, as in `skills`.
    pub page: Option<String>,
    /// The last view of a page or list: `table`, `weeks` …
    pub views: BTreeMap<String, String>,
}

/// One preference.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PreferenceParams {
    /// `language`, `theme`, `density`, `page`, or `view.` and a word.
    pub key: String,
    /// Its value; null takes the usual one again.
    pub value: Option<String>,
}

/// An address to open.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct UrlParams {
    /// https, http or mailto.
    pub url: String,
}

/// `app.info`: what the program says of itself.
pub(crate) fn info(call: &Call<'_>, _: Nothing) -> Result<InfoView, AppError> {
    let pack = call.app.pack()?;
    let store = call.app.store()?;
    let (empty, example, has_target) = store.read(|reader| {
        Ok::<_, AppError>((reader.is_empty()?, reader.example_count()? > 0, reader.target()?.is_some()))
    })?;
    Ok(InfoView {
        version: env!("CARGO_PKG_VERSION").into(),
        data_dir: call.app.data_dir()?.display().to_string(),
        sqlite: Store::sqlite_version().into(),
        role_pack: format!("{} {}", pack.id, pack.version),
        statements: cited_statements(&pack).len() as u32,
        skills: pack.skills.len() as u32,
        empty,
        example,
        has_target,
        read_only: store.is_read_only(),
        ended_badly: store.opening().ended_badly,
        backup_problem: call.app.backups.problem(),
        today: call.app.clock.today(),
    })
}

fn view(all: &Map<String, Value>) -> PreferencesView {
    let text = |key: &str| all.get(key).and_then(Value::as_str).map(str::to_owned);
    let view = |(key, value): (&String, &Value)| {
        Some((key.strip_prefix("view.")?.to_owned(), value.as_str()?.to_owned()))
    };
    PreferencesView {
        language: text("language"),
        theme: text("theme"),
        density: text("density"),
        page: text("page"),
        views: all.iter().filter_map(view).collect(),
    }
}

/// `preferences.show`: preferences of the interface.
pub(crate) fn preferences(call: &Call<'_>, _: Nothing) -> Result<PreferencesView, AppError> {
    Ok(view(&call.app.preferences.all()))
}

fn is_word(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// Pages that the window remembers.
const PAGES: &[&str] = &["today", "role", "skills", "plan", "certifications", "portfolio", "settings"];

/// `preferences.set`: sets one preference.
pub(crate) fn set_preference(call: &Call<'_>, params: PreferenceParams) -> Result<PreferencesView, AppError> {
    let allowed: &[&str] = match params.key.as_str() {
        "language" => &["en", "fr"],
        "theme" => &["light", "dark", "system"],
        "density" => &["comfortable", "compact"],
        "page" => PAGES,
        key if key.strip_prefix("view.").is_some_and(is_word) => &[],
        _ => return Err(AppError::with("preference.unknown", [("key", params.key)])),
    };
    if let Some(value) = &params.value
        && !(allowed.contains(&value.as_str()) || (allowed.is_empty() && is_word(value)))
    {
        return Err(AppError::with("preference.value", [("key", params.key), ("value", value.clone())]));
    }
    let value = params.value.map_or(Value::Null, Value::String);
    let set = call.app.preferences.set(&params.key, value);
    set.map_err(|detail| AppError::with("preference.not_kept", [("detail", detail)]))?;
    Ok(view(&call.app.preferences.all()))
}

/// `links.open`: opens an address in the person's own browser or mail program.
pub(crate) fn open_link(call: &Call<'_>, params: UrlParams) -> Result<(), AppError> {
    let url = input::address("url", &params.url)?;
    if url.is_empty() {
        return Err(AppError::with("input.empty", [("field", "url".into())]));
    }
    let desktop = call.app.desktop.as_ref().ok_or_else(|| AppError::new("desktop.none"))?;
    desktop.open_url(&url).map_err(|detail| AppError::with("desktop.failed", [("detail", detail)]))
}

/// `settings.open_data_dir`: shows the data folder in the system's file manager.
pub(crate) fn open_data_dir(call: &Call<'_>, _: Nothing) -> Result<(), AppError> {
    let desktop = call.app.desktop.as_ref().ok_or_else(|| AppError::new("desktop.none"))?;
    desktop
        .open_path(&call.app.data_dir()?)
        .map_err(|detail| AppError::with("desktop.failed", [("detail", detail)]))
}
