//! What belongs to certifications: skills, failed attempts, costs, credits, past terms.

use super::query::{all, parsed, parsed_opt, position, run, word, word_of, word_opt};
use super::skill_level;
use crate::StoreError;
use groundwork_domain::RecordId;
use groundwork_domain::person::{Attempt, CertificationRecord, Cost, Credit, SkillLevel, Term};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// A list of each certification.
type Lists<T> = BTreeMap<RecordId, Vec<T>>;

/// The parts of one or all certifications, by certification.
pub(super) struct Parts {
    pub skills: Lists<SkillLevel>,
    pub attempts: Lists<Attempt>,
    pub costs: Lists<Cost>,
    pub credits: Lists<Credit>,
    pub periods: Lists<Term>,
}

impl Parts {
    /// Reads the parts of one certification, or of all: one query for each kind, however many there are.
    pub fn read(conn: &Connection, only: Option<&RecordId>) -> Result<Self, StoreError> {
        Ok(Self {
            skills: skill_level::by_owner(conn, include_str!("certification_skills.sql"), only)?,
            attempts: lists(conn, "certification_attempt", only, |row| {
                Ok(Attempt {
                    on: parsed(row, "on_day")?,
                    score: row.get("score")?,
                    cost: row.get("cost")?,
                    currency: row.get("currency")?,
                    note: row.get("note")?,
                })
            })?,
            costs: lists(conn, "certification_cost", only, |row| {
                Ok(Cost {
                    on: parsed(row, "on_day")?,
                    what: word(row, "what")?,
                    amount: row.get("amount")?,
                    currency: row.get("currency")?,
                    note: row.get("note")?,
                })
            })?,
            credits: lists(conn, "certification_credit", only, |row| {
                Ok(Credit {
                    on: parsed(row, "on_day")?,
                    credits: row.get("credits")?,
                    title: row.get("title")?,
                })
            })?,
            periods: lists(conn, "certification_period", only, |row| {
                Ok(Term {
                    issued: parsed_opt(row, "issued")?,
                    expires: parsed_opt(row, "expires")?,
                    renewed_on: parsed(row, "renewed_on")?,
                    how: word_opt(row, "how")?,
                })
            })?,
        })
    }

    /// Replaces the parts of a certification.
    pub fn replace(conn: &Connection, of: &CertificationRecord) -> Result<(), StoreError> {
        let id = of.id.as_str();
        skill_level::replace(
            conn,
            "DELETE FROM certification_skill WHERE certification = ?1",
            include_str!("certification_skill_add.sql"),
            &of.id,
            &of.supports,
        )?;
        run(conn, "DELETE FROM certification_attempt WHERE certification = ?1", [id])?;
        for (index, one) in of.attempts.iter().enumerate() {
            let on = one.on.to_string();
            let row = params![id, position(index), on, one.score, one.cost, one.currency, one.note];
            run(conn, "INSERT INTO certification_attempt VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row)?;
        }
        run(conn, "DELETE FROM certification_cost WHERE certification = ?1", [id])?;
        for (index, one) in of.costs.iter().enumerate() {
            let (on, what) = (one.on.to_string(), word_of(&one.what)?);
            let row = params![id, position(index), on, what, one.amount, one.currency, one.note];
            run(conn, "INSERT INTO certification_cost VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", row)?;
        }
        run(conn, "DELETE FROM certification_credit WHERE certification = ?1", [id])?;
        for (index, one) in of.credits.iter().enumerate() {
            let row = params![id, position(index), one.on.to_string(), one.credits, one.title];
            run(conn, "INSERT INTO certification_credit VALUES (?1, ?2, ?3, ?4, ?5)", row)?;
        }
        run(conn, "DELETE FROM certification_period WHERE certification = ?1", [id])?;
        for (index, one) in of.periods.iter().enumerate() {
            let days = [one.issued, one.expires].map(|day| day.map(String::from));
            let how = one.how.as_ref().map(word_of).transpose()?;
            let row = params![id, position(index), days[0], days[1], one.renewed_on.to_string(), how];
            run(conn, "INSERT INTO certification_period VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)?;
        }
        Ok(())
    }
}

/// The lists of all certifications, or of one. A range, so that one is found by its key: every text sorts before x''.
fn lists<T>(
    conn: &Connection,
    table: &str,
    only: Option<&RecordId>,
    map: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Lists<T>, StoreError> {
    let sql = format!(
        "SELECT * FROM {table} WHERE certification BETWEEN coalesce(?1, '') AND coalesce(?1, x'') \
         ORDER BY certification, position"
    );
    let mut lists = Lists::<T>::new();
    all(conn, &sql, [only.map(RecordId::as_str)], |row| {
        lists.entry(parsed(row, "certification")?).or_default().push(map(row)?);
        Ok(())
    })?;
    Ok(lists)
}
