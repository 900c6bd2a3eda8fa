//! Taking exam dates in from a foreign calendar: shown first, then booked in one step.

use crate::app::Call;
use crate::badges::contains_word;
use crate::certifications::{CertificationView, consistent, find, show, unchanged};
use crate::error::AppError;
use crate::input;
use crate::settings::IdParams;
use crate::snapshot::Snapshot;
use groundwork_domain::person::{CertificationRecord, CertificationStage};
use groundwork_domain::{CertificationId, Date, RecordId};
use groundwork_exchange::calendar::{CalendarError, Found, FoundStart};
use groundwork_store::new_record_id;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// The most that is read of a calendar file, and a byte.
const MOST_READ: usize = 2 * 1024 * 1024 + 1;

/// A calendar to read.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadParams {
    /// The file, in the terminal; in the window the person is asked.
    #[serde(default)]
    pub path: Option<String>,
}

/// What a foreign calendar holds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarFoundView {
    /// Name of the file.
    pub file: String,
    /// Its events, those ahead first.
    pub events: Vec<FoundEvent>,
    /// Events that could not be read: line and why.
    pub skipped: Vec<(u32, String)>,
}

/// An event of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundEvent {
    /// Its title.
    pub summary: String,
    /// Its day.
    pub on: Date,
    /// Its time of day, `HH:MM`.
    pub at: Option<String>,
    /// The zone of that time.
    pub zone: Option<String>,
    /// Name of a zone that nobody knows.
    pub unknown_zone: Option<String>,
    /// Where.
    pub place: String,
    /// Its page.
    pub url: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Whether it repeats: an exam does not.
    pub repeats: bool,
    /// Whether it is over.
    pub past: bool,
    /// The person's certification that it names.
    pub record: Option<RecordId>,
    /// The catalogue's certification that it names.
    pub certification: Option<CertificationId>,
}

/// Events to take in.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeParams {
    /// The exams.
    pub exams: Vec<TakenExam>,
}

/// One of them.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TakenExam {
    /// The person's certification; a new one where absent.
    #[serde(default)]
    pub id: Option<RecordId>,
    /// For a new one, the catalogue's certification.
    #[serde(default)]
    pub certification: Option<CertificationId>,
    /// For a new one of their own, its name.
    #[serde(default)]
    pub name: String,
    /// Day of the exam.
    pub exam_on: Date,
    /// Time of the exam, `HH:MM`.
    #[serde(default)]
    pub exam_at: Option<String>,
    /// IANA time zone of the exam.
    #[serde(default)]
    pub exam_zone: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Its page.
    #[serde(default)]
    pub url: String,
}

/// `calendar.read`: what a calendar file holds; none when the person chose no file. Nothing is changed.
pub(crate) fn read(call: &Call<'_>, params: ReadParams) -> Result<Option<CalendarFoundView>, AppError> {
    let snapshot = call.snapshot()?;
    let Some(path) = crate::chosen::chosen(call, params.path)? else { return Ok(None) };
    let bytes = crate::attachments::read_some(&path, MOST_READ)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let here = call.app.clock.zone();
    let (found, skipped) = groundwork_exchange::calendar::read(&bytes).map_err(refused)?;
    let mut events: Vec<FoundEvent> = found.iter().filter_map(|it| event(&snapshot, it, &here)).collect();
    events.sort_by_key(|event| (event.past, event.on));
    let line = |error: CalendarError| match error {
        CalendarError::Broken { line, detail } => (u32::try_from(line).unwrap_or(u32::MAX), detail),
        other => (0, other.to_string()),
    };
    Ok(Some(CalendarFoundView {
        file: file.chars().filter(|c| !c.is_control()).take(input::LINE).collect(),
        events,
        skipped: skipped.into_iter().map(line).collect(),
    }))
}

fn refused(error: CalendarError) -> AppError {
    match error {
        CalendarError::TooLarge { most } => {
            AppError::with("calendar.too_large", [("most", most.to_string())])
        }
        CalendarError::TooMany { most } => AppError::with("calendar.too_many", [("most", most.to_string())]),
        CalendarError::Broken { line, detail } => {
            AppError::with("calendar.broken", [("line", line.to_string()), ("detail", detail)])
        }
    }
}

/// A time in UTC as it reads in the person's own zone: bookings are often written so, and nobody sits an exam by UTC. The
/// second time of an hour that comes twice stays in UTC, because by the clock it could not be told from the first.
fn local(at: &DateTime, zone: &str, here: &TimeZone) -> (DateTime, String) {
    let there = || {
        let name = here.iana_name().filter(|_| zone == "UTC")?;
        let moment = at.to_zoned(TimeZone::UTC).ok()?.timestamp();
        let local = here.to_datetime(moment);
        let is_first = here.to_ambiguous_timestamp(local).earlier().is_ok_and(|first| first == moment);
        is_first.then(|| (local, name.to_owned()))
    };
    there().unwrap_or_else(|| (*at, zone.to_owned()))
}

fn event(snapshot: &Snapshot, found: &Found, here: &TimeZone) -> Option<FoundEvent> {
    let time = |at: &DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    let (on, at, zone, unknown_zone) = match &found.start {
        FoundStart::Day(on) => (*on, None, None, None),
        FoundStart::Zoned { at, zone } => {
            let (at, zone) = local(at, zone, here);
            (at.date().into(), Some(time(&at)), Some(zone), None)
        }
        FoundStart::Floating { at, unknown_zone } => {
            let unknown = Some(unknown_zone.clone()).filter(|zone| !zone.is_empty());
            (at.date().into(), Some(time(at)), None, unknown)
        }
    };
    // A day that no record may have.
    Date::parse(&on.to_string()).ok()?;
    let words = format!("{} {}", found.summary, found.description).to_lowercase();
    let names = |text: &str| text.len() > 3 && contains_word(&words, &text.to_lowercase());
    let known = snapshot
        .pack
        .certifications
        .iter()
        .find(|known| known.code.as_deref().is_some_and(names) || names(&known.name));
    let open = |record: &&CertificationRecord| !record.stage.is_passed();
    let mine = snapshot.certifications.iter().filter(open).find(|record| {
        record.certification.as_ref().is_some_and(|id| known.is_some_and(|known| known.id == *id))
            || (record.certification.is_none() && names(&record.name))
    });
    let line = |text: &str| text.chars().filter(|c| !c.is_control()).take(input::LINE).collect::<String>();
    Some(FoundEvent {
        summary: line(&found.summary),
        on,
        at,
        zone,
        unknown_zone,
        place: line(&found.location),
        url: input::address("url", &found.url).unwrap_or_default(),
        cancelled: found.cancelled,
        repeats: found.repeats,
        past: on < snapshot.today,
        record: mine.map(|record| record.id.clone()),
        certification: known.map(|known| known.id.clone()),
    })
}

/// `calendar.take`: books exams from a calendar, all of them or none.
pub(crate) fn take(call: &Call<'_>, params: TakeParams) -> Result<Vec<CertificationView>, AppError> {
    input::list("exams", &params.exams)?;
    if params.exams.is_empty() {
        return Err(AppError::with("input.empty", [("field", "exams".into())]));
    }
    let before = call.snapshot()?;
    let mut trial = before.clone();
    let mut booked = Vec::new();
    for exam in params.exams {
        let record = record(&trial, exam)?;
        consistent(&trial, &record)?;
        trial.certifications.retain(|it| it.id != record.id);
        trial.certifications.push(record.clone());
        booked.push(record);
    }
    let args = json!({ "count": booked.len().to_string() });
    call.write("calendar.take", args, |writer| {
        for record in &booked {
            unchanged(writer, &before, &record.id)?;
            writer.put_certification(record)?;
        }
        Ok(())
    })?;
    booked.into_iter().map(|record| show(call, IdParams { id: record.id })).collect()
}

fn record(snapshot: &Snapshot, exam: TakenExam) -> Result<CertificationRecord, AppError> {
    if exam.exam_on < snapshot.today {
        return Err(AppError::with("certification.exam_in_past", [("date", exam.exam_on.to_string())]));
    }
    let former = match (&exam.id, &exam.certification) {
        (Some(id), _) => find(snapshot, id)?.clone(),
        (None, Some(id)) if snapshot.pack.certification(id).is_none() => {
            return Err(AppError::with("certification.unknown", [("certification", id.to_string())]));
        }
        (None, Some(id)) => CertificationRecord::wished(new_record_id(), Some(id.clone())),
        (None, None) => {
            let name = input::name("name", &exam.name)?;
            CertificationRecord { name, ..CertificationRecord::wished(new_record_id(), None) }
        }
    };
    if former.stage.is_passed() {
        let args = [("name", snapshot.certification_name(&former))];
        return Err(AppError::with("certification.passed_already", args));
    }
    let url = input::address("url", &exam.url)?;
    Ok(CertificationRecord {
        stage: CertificationStage::Booked,
        exam_on: Some(exam.exam_on),
        exam_at: exam.exam_at.filter(|time| !time.is_empty()),
        exam_zone: exam.exam_zone.filter(|zone| !zone.is_empty()),
        place: input::line("place", &exam.place)?,
        url: if former.url.is_empty() { url } else { former.url.clone() },
        ..former
    })
}
