//! Lists of skills at a level, as certifications and projects have them.

use super::query::{all, level, parsed, position, run};
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::SkillLevel;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// The lists of all owners. `sql` yields owner, skill, level and why, in order.
pub(super) fn by_owner(
    conn: &Connection,
    sql: &str,
    only: Option<&RecordId>,
) -> Result<BTreeMap<RecordId, Vec<SkillLevel>>, StoreError> {
    let mut lists = BTreeMap::<RecordId, Vec<SkillLevel>>::new();
    all(conn, sql, [only.map(RecordId::as_str)], |row| {
        lists.entry(parsed(row, "owner")?).or_default().push(skill_level(row)?);
        Ok(())
    })?;
    Ok(lists)
}

fn skill_level(row: &Row<'_>) -> Result<SkillLevel, StoreError> {
    Ok(SkillLevel { skill: parsed(row, "skill")?, level: level(row, "level")?, why: row.get("why")? })
}

/// Replaces the list of one owner.
pub(super) fn replace(
    conn: &Connection,
    delete: &str,
    insert: &str,
    owner: &RecordId,
    list: &[SkillLevel],
) -> Result<(), StoreError> {
    run(conn, delete, [owner.as_str()])?;
    for (index, item) in list.iter().enumerate() {
        let row = params![owner.as_str(), position(index), item.skill.as_str(), item.level.get(), item.why];
        run(conn, insert, row)?;
    }
    Ok(())
}
