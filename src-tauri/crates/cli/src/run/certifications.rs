//! Certifications: the road, the catalogue, costs and credits.

use super::Terminal;
use crate::args::{Book, Catalogue, Certifications, Costs, Credit};
use crate::fill;
use groundwork_app::AppError;
use groundwork_app::clock::Clock;
use serde_json::{Value, json};

/// The day, or today.
fn or_today(day: Option<String>) -> Value {
    day.map_or_else(|| json!(Clock::from_environment().today()), Value::from)
}

impl Terminal {
    pub(super) fn certifications(&self, command: Certifications) -> Result<String, AppError> {
        let view = match command {
            Certifications::List => {
                return self.show(self.list()?["mine"].take(), |rows| self.certifications_text(rows));
            }
            Certifications::Catalogue(wanted) => {
                let rows = self.catalogue(&wanted)?;
                return self.show(rows, |rows| self.catalogue_text(rows));
            }
            Certifications::Facts { certification } => {
                let rows = self.list()?["catalogue"].take();
                let row = known(rows, &certification)?;
                return self.show(row, |row| self.facts_text(row));
            }
            Certifications::Compare { certifications } => {
                let view =
                    self.call("certifications.compare", json!({ "certifications": certifications }))?;
                return self.show(view, |view| self.compare_text(view));
            }
            Certifications::Remove { id } => {
                let id = self.mine_id(&id)?;
                let nothing = self.call("certifications.remove", json!({ "id": id }))?;
                return self.show(nothing, |_| self.word("done"));
            }
            Certifications::Correct { certification, fact, value, back: _, as_of, source } => {
                let params = json!({
                    "certification": certification, "fact": fact, "value": value, "as_of": as_of, "source": source,
                });
                let row = self.call("certifications.correct", params)?;
                return self.show(row, |row| self.facts_text(row));
            }
            Certifications::Costs { change: None } => {
                let list = self.list()?;
                let view = json!({ "years": list["years"], "spent": list["spent"] });
                return self.show(view, |view| self.costs_text(view, &list["mine"]));
            }
            Certifications::Costs { change: Some(change) } => self.costs(change)?,
            Certifications::Credit(credit) => self.credit(credit)?,
            Certifications::Add(record) => {
                let catalogue = self.list()?["catalogue"].take();
                let params = fill::certification(json!({}), &record, Some(&catalogue))?;
                self.call("certifications.save", params)?
            }
            Certifications::Set { id, record } => {
                let params = fill::certification(self.mine(&id)?["record"].take(), &record, None)?;
                self.call("certifications.save", params)?
            }
            road => self.road(road)?,
        };
        self.show(view, |view| self.certification_text(view))
    }

    /// A step of the road; gives the certification as it stands then.
    fn road(&self, step: Certifications) -> Result<Value, AppError> {
        let (name, params) = match step {
            Certifications::Show { id } => ("certifications.show", json!({ "id": self.mine_id(&id)? })),
            Certifications::Plan { id, by, with_needed } => {
                let mine = self.list()?["mine"].take();
                let is_mine = rows(mine).iter().any(|row| row["record"]["id"] == json!(id));
                let which = if is_mine { "id" } else { "certification" };
                let params = json!({ which: id, "wanted_by": by, "with_needed": with_needed });
                ("certifications.plan", params)
            }
            Certifications::Book(book) => ("certifications.book", self.booking(book)?),
            Certifications::Pass { id, on, score } => {
                let id = self.mine_id(&id)?;
                ("certifications.result", json!({ "id": id, "passed": true, "on": on, "score": score }))
            }
            Certifications::Fail { id, on, score, note, retry_from } => {
                let params = json!({
                    "id": self.mine_id(&id)?, "passed": false, "on": on, "score": score, "note": note,
                    "retry_from": retry_from,
                });
                ("certifications.result", params)
            }
            Certifications::Hold { id, issued, expires, credential_id, url } => {
                let now = self.mine(&id)?["record"].take();
                let kept = |field: &str, named: Option<String>| named.map_or(now[field].clone(), Value::from);
                let params = json!({
                    "id": now["id"], "issued": issued, "expires": kept("expires", expires),
                    "credential_id": kept("credential_id", credential_id), "url": kept("url", url),
                });
                ("certifications.hold", params)
            }
            Certifications::Renew { id, expires, for_good: _, on, cost, currency } => {
                let params = json!({
                    "id": self.mine_id(&id)?, "on": or_today(on), "expires": expires, "cost": cost,
                    "currency": currency,
                });
                ("certifications.renew", params)
            }
            Certifications::KeepUp { id, not } => {
                ("certifications.keep_up", json!({ "id": self.mine_id(&id)?, "keep_up": !not }))
            }
            // The rest of them is no step.
            _ => return Err(AppError::new("command.unknown")),
        };
        self.call(name, params)
    }

    /// A booking over what the record says already: what is not named stays.
    fn booking(&self, book: Book) -> Result<Value, AppError> {
        let now = self.mine(&book.id)?["record"].take();
        let kept = |field: &str, named: Option<String>| named.map_or(now[field].clone(), Value::from);
        let moved = now["exam_on"] != json!(book.exam_on);
        Ok(json!({
            "id": now["id"], "exam_on": book.exam_on, "exam_at": kept("exam_at", book.at),
            "exam_zone": kept("exam_zone", book.zone), "place": kept("place", book.place),
            "cost": book.cost.map_or(now["cost"].clone(), Value::from),
            "currency": kept("currency", book.currency),
            // The last day to move it was that of the former date.
            "reschedule_by": if moved { json!(book.move_by) } else { kept("reschedule_by", book.move_by) },
        }))
    }

    fn costs(&self, change: Costs) -> Result<Value, AppError> {
        match change {
            Costs::Add { id, amount, currency, what, on, note } => {
                let cost = json!({
                    "on": or_today(on), "what": what, "amount": amount, "currency": currency, "note": note,
                });
                self.with_part(&id, "costs", cost)
            }
            Costs::Remove { id, number } => self.without_part(&id, "costs", number),
        }
    }

    fn credit(&self, change: Credit) -> Result<Value, AppError> {
        match change {
            Credit::Add { id, credits, title, on } => {
                let credit = json!({ "on": or_today(on), "credits": credits, "title": title });
                self.with_part(&id, "credits", credit)
            }
            Credit::Remove { id, number } => self.without_part(&id, "credits", number),
        }
    }

    fn with_part(&self, id: &str, list: &str, part: Value) -> Result<Value, AppError> {
        let mut record = self.mine(id)?["record"].take();
        if let Some(parts) = record[list].as_array_mut() {
            parts.push(part);
        }
        self.call("certifications.save", record)
    }

    fn without_part(&self, id: &str, list: &str, number: usize) -> Result<Value, AppError> {
        let mut record = self.mine(id)?["record"].take();
        let parts = record[list].as_array_mut().filter(|parts| (1..=parts.len()).contains(&number));
        match parts {
            Some(parts) => drop(parts.remove(number - 1)),
            None => return Err(AppError::with("record.unknown", [("id", number.to_string())])),
        }
        self.call("certifications.save", record)
    }

    fn list(&self) -> Result<Value, AppError> {
        self.call("certifications.list", json!({}))
    }

    /// One of the person's, by its id, or by the catalogue's where there is but one of it.
    pub(super) fn mine(&self, id: &str) -> Result<Value, AppError> {
        let all = rows(self.list()?["mine"].take());
        let (exact, others): (Vec<Value>, Vec<Value>) =
            all.into_iter().partition(|row| row["record"]["id"] == json!(id));
        if let Some(found) = exact.into_iter().next() {
            return Ok(found);
        }
        let mut of_it = others.into_iter().filter(|row| row["record"]["certification"] == json!(id));
        let found = of_it.next().ok_or_else(|| AppError::with("record.unknown", [("id", id.into())]))?;
        let more: Vec<Value> = of_it.collect();
        if more.is_empty() {
            return Ok(found);
        }
        let ids: Vec<&str> =
            [&found].into_iter().chain(&more).filter_map(|row| row["record"]["id"].as_str()).collect();
        Err(fill::refused("id", id, &ids.join(", ")))
    }

    pub(super) fn mine_id(&self, id: &str) -> Result<Value, AppError> {
        Ok(self.mine(id)?["record"]["id"].take())
    }

    fn catalogue(&self, wanted: &Catalogue) -> Result<Value, AppError> {
        let mut all = rows(self.list()?["catalogue"].take());
        all.retain(|row| fits(row, wanted));
        Ok(Value::Array(all))
    }
}

fn rows(list: Value) -> Vec<Value> {
    match list {
        Value::Array(rows) => rows,
        _ => Vec::new(),
    }
}

/// A row of the catalogue.
fn known(list: Value, id: &str) -> Result<Value, AppError> {
    let found = rows(list).into_iter().find(|row| row["known"]["id"] == json!(id));
    found.ok_or_else(|| AppError::with("certification.unknown", [("certification", id.into())]))
}

/// Whether a row of the catalogue is one of those that are wanted.
fn fits(row: &Value, wanted: &Catalogue) -> bool {
    let known = &row["known"];
    let text = |field: &str| known[field].as_str().unwrap_or_default().to_lowercase();
    let is = |field: &str, named: &Option<String>| {
        named.as_ref().is_none_or(|named| text(field) == named.to_lowercase())
    };
    let speaks_for = |skill: &String| {
        let mut all = known["supports"].as_array().into_iter().flatten();
        all.any(|support| support["skill"] == json!(skill))
    };
    let price = &known["price"];
    let in_currency = |code: &String| price["currency"].as_str() == Some(code.to_uppercase().as_str());
    let named = |word: &String| {
        let word = word.to_lowercase();
        ["name", "code", "provider", "id"].iter().any(|field| text(field).contains(&word))
    };
    is("provider", &wanted.provider)
        && is("level", &wanted.level)
        && is("status", &wanted.status)
        && wanted.skill.as_ref().is_none_or(speaks_for)
        && wanted.currency.as_ref().is_none_or(in_currency)
        && wanted.most.is_none_or(|most| price["amount"].as_f64().is_some_and(|amount| amount <= most))
        && (!wanted.helps || row["would_help"].as_u64().unwrap_or(0) > 0)
        && wanted.words.iter().all(named)
}
