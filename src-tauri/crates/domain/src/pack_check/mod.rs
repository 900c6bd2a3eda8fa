//! Checks a role pack: every id, text, quote and figure (`docs/role-pack-format.md`).

mod cite;
mod facts;
mod ids;
mod links;
mod quotes;
mod texts;

pub use cite::cited_statements;

use crate::role::{Entry, RolePack, Statement};
use serde::Serialize;
use std::collections::BTreeMap;

/// Something about a pack that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PackFault {
    /// The file: `rungs.toml`, or `skills` for the folder of skills.
    pub file: &'static str,
    /// Where in it: `rung(junior).all_of[3].level`. Elements of a list that have an id are named by it.
    pub path: String,
    /// What: `unknown_id`, `duplicate_id`, `prerequisite_cycle` …
    pub code: &'static str,
    /// The id, words or figure that it is about.
    pub detail: String,
}

/// Every fault of a pack whose `based_on` may or may not be merged. `documents` holds the text of each file that a source
/// names, by file name.
///
/// Codes: `unknown_id`, `duplicate_id`, `missing_text`, `quote_not_found`, `no_citation`, `unknown_document`,
/// `no_document`, `prerequisite_cycle`, `rung_cycle`, `requires_cycle`, `level_range`, `weight_range`, `count_range`,
/// `anchors`, `missions`, `resources`, `address`, `unknown_word`, `sides`, `estimate`, `empty_list`, `not_a_member`.
pub fn check_pack(pack: &RolePack, documents: &BTreeMap<String, String>) -> Vec<PackFault> {
    let mut faults = Faults::default();
    ids::check(pack, &mut faults);
    texts::check(pack, &mut faults);
    quotes::check(pack, documents, &mut faults);
    links::check(pack, &mut faults);
    facts::check(pack, &mut faults);
    faults.0
}

#[derive(Default)]
struct Faults(Vec<PackFault>);

impl Faults {
    fn add(
        &mut self,
        file: &'static str,
        path: impl Into<String>,
        code: &'static str,
        detail: impl ToString,
    ) {
        self.0.push(PackFault { file, path: path.into(), code, detail: detail.to_string() });
    }
}

/// A statement with the place where it stands.
struct Placed<'a> {
    file: &'static str,
    /// What it is about: `mission`, `rung` …
    kind: &'static str,
    /// Id of what it is about.
    subject: &'a str,
    /// Path of the thing it stands under: `mission(design)`.
    owner: String,
    statement: &'a Statement,
}

impl Placed<'_> {
    fn path(&self) -> String {
        format!("{}.statement({})", self.owner, self.statement.id)
    }
}

/// The lists of entries: file, table, word for what a statement is about, entries.
fn entry_lists(pack: &RolePack) -> [(&'static str, &'static str, &'static str, &[Entry]); 6] {
    [
        ("overview.toml", "context", "context", &pack.context),
        ("missions.toml", "mission", "mission", &pack.missions),
        ("people.toml", "person", "person", &pack.people),
        ("education.toml", "path", "path", &pack.education),
        ("certifications.toml", "family", "family", &pack.certification_families),
        ("pay.toml", "factor", "factor", &pack.pay_factors),
    ]
}

/// Every statement of the pack.
fn statements(pack: &RolePack) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for (file, table, kind, entries) in entry_lists(pack) {
        for entry in entries {
            let owner = format!("{table}({})", entry.id);
            all.extend(placed(file, kind, entry.id.as_str(), &owner, &entry.statements));
        }
    }
    for it in &pack.practice {
        let owner = format!("practice({})", it.id);
        all.extend(placed("practice.toml", "practice", it.id.as_str(), &owner, &it.statements));
    }
    for it in &pack.rungs {
        let owner = format!("rung({})", it.id);
        all.extend(placed("rungs.toml", "rung", it.id.as_str(), &owner, &it.statements));
    }
    all
}

fn placed<'a>(
    file: &'static str,
    kind: &'static str,
    subject: &'a str,
    owner: &str,
    statements: &'a [Statement],
) -> impl Iterator<Item = Placed<'a>> {
    statements.iter().map(move |statement| Placed { file, kind, subject, owner: owner.to_owned(), statement })
}
