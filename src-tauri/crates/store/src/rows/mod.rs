//! Rows and records: one mapper per kind of record.

mod absence;
mod attachment;
mod certification;
mod certification_parts;
mod correction;
mod evidence;
mod example;
mod kept;
mod kept_event;
mod log_entry;
mod own_skill;
mod pages;
mod plan_item;
mod plan_settings;
mod portfolio;
mod project;
mod project_parts;
pub(crate) mod query;
mod reminder;
mod scenario;
mod skill;
mod skill_level;
mod target;
mod timer;
mod trust;
mod week_review;
mod whole;

pub(crate) use whole::READERS;

use rusqlite::Connection;
use std::cell::Cell;
use std::ops::Deref;

/// Reads the person's records, within one snapshot.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }
}

/// Changes the person's records, within one transaction; reads what it changed.
pub struct Writer<'a> {
    reader: Reader<'a>,
    marking: Cell<bool>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { reader: Reader::new(conn), marking: Cell::new(false) }
    }
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}
