//! Skills of the person's own.

use super::query::{all, level, parsed, position, run, word, word_of};
use super::{Reader, Writer};
use crate::StoreError;
use groundwork_domain::role::{Prerequisite, Skill};
use groundwork_domain::{SkillId, Text};
use rusqlite::params;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// The person's own skills, by id. They have no aliases, resources, ESCO concept or citations.
    pub fn own_skills(&self) -> Result<Vec<Skill>, StoreError> {
        let mut needs = BTreeMap::<SkillId, Vec<Prerequisite>>::new();
        all(self.conn, "SELECT * FROM own_skill_prerequisite ORDER BY own_skill, position", [], |row| {
            let need = Prerequisite { skill: parsed(row, "skill")?, level: level(row, "level")? };
            needs.entry(parsed(row, "own_skill")?).or_default().push(need);
            Ok(())
        })?;
        all(self.conn, "SELECT * FROM own_skill ORDER BY id", [], |row| {
            let id = parsed(row, "id")?;
            Ok(Skill {
                prerequisites: needs.remove(&id).unwrap_or_default(),
                id,
                name: Text { en: row.get("name_en")?, fr: row.get("name_fr")? },
                group: parsed(row, "group_id")?,
                kind: word(row, "kind")?,
                effort: word(row, "effort")?,
                half_life: word(row, "half_life")?,
                aliases: Vec::new(),
                esco: None,
                resources: Vec::new(),
                says: Vec::new(),
            })
        })
    }
}

impl Writer<'_> {
    /// Adds or replaces a skill of the person's own: name, group, kind, effort, half-life and prerequisites; nothing else
    /// of it is kept.
    pub fn put_own_skill(&self, skill: &Skill) -> Result<(), StoreError> {
        let id = skill.id.as_str();
        run(
            self.conn,
            include_str!("own_skill_put.sql"),
            params![
                id,
                skill.name.en,
                skill.name.fr,
                skill.group.as_str(),
                word_of(&skill.kind)?,
                word_of(&skill.effort)?,
                word_of(&skill.half_life)?,
                self.marks(),
            ],
        )?;
        run(self.conn, "DELETE FROM own_skill_prerequisite WHERE own_skill = ?1", [id])?;
        for (index, need) in skill.prerequisites.iter().enumerate() {
            run(
                self.conn,
                "INSERT INTO own_skill_prerequisite (own_skill, position, skill, level) VALUES (?1, ?2, ?3, ?4)",
                params![id, position(index), need.skill.as_str(), need.level.get()],
            )?;
        }
        Ok(())
    }

    /// Deletes a skill of the person's own; whether there was one. What was said of it and its evidence stay.
    pub fn delete_own_skill(&self, id: &SkillId) -> Result<bool, StoreError> {
        Ok(run(self.conn, "DELETE FROM own_skill WHERE id = ?1", [id.as_str()])? > 0)
    }
}
