#![allow(missing_docs)]
use ports::*;
use serde::Serialize;
use serde_json::*;
use std::path::PathBuf;
#[derive(Clone, Serialize)]
pub struct AppError {
    pub code: String,
}
impl AppError {
    pub fn new(c: &str) -> Self {
        Self { code: c.into() }
    }
    pub fn sentence(&self, _: Lang) -> &str {
        "No"
    }
}
#[derive(Serialize)]
pub struct Reply {
    value: Value,
}
pub enum Lang {
    En,
    Fr,
}
pub enum Origin {
    Window,
}
pub struct AppConfig {
    pub data_dir: PathBuf,
    pub origin: Origin,
    pub create: bool,
    pub preferences: Box<dyn Preferences>,
    pub desktop: Option<Box<dyn Desktop>>,
}
pub struct App;
impl App {
    pub fn start(_c: AppConfig) -> std::result::Result<App, AppError> {
        if _c.create { Ok(App) } else { Err(AppError::new("store.missing")) }
    }
    pub fn dispatch(&self, _n: &str, p: Value) -> std::result::Result<Reply, AppError> {
        Ok(Reply { value: p })
    }
    pub fn data_version(&self) -> std::result::Result<i64, AppError> {
        Ok(1)
    }
}
pub fn default_data_dir() -> PathBuf {
    "/tmp/gwd".into()
}
#[path = "../crates/app/src/ports.rs"]
pub mod ports;
