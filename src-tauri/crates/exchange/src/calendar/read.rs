//! A foreign calendar, read line by line.

use super::event::{Draft, OwnZones};
use super::lines::{Line, Lines};
use super::text::{first, plain};
use super::{CalendarError, Found, MOST_BYTES, MOST_DEPTH, MOST_EVENTS, zone};

/// Characters of a component's name that are kept: none has more.
const MOST_KIND_CHARS: usize = 40;

/// Reads a file.
pub(super) fn calendar(bytes: &[u8]) -> Result<(Vec<Found>, Vec<CalendarError>), CalendarError> {
    if bytes.len() > MOST_BYTES {
        return Err(CalendarError::TooLarge { most: MOST_BYTES });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(broken(1, "in UTF-16; a calendar is in UTF-8"));
    }
    let mut reading = Reading::default();
    for line in Lines::new(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        reading.take(&line)?;
    }
    reading.finish()
}

fn broken(line: usize, detail: &str) -> CalendarError {
    CalendarError::Broken { line, detail: detail.to_owned() }
}

#[derive(Default)]
struct Reading {
    /// Kinds of the components that are open, the outermost first; in upper case.
    open: Vec<String>,
    /// Whether a calendar was begun.
    begun: bool,
    /// Line of the calendar's beginning.
    calendar_line: usize,
    /// Whether the calendar takes its events back.
    cancelled: bool,
    zones: OwnZones,
    /// Name and place of the VTIMEZONE that is open.
    zone_name: Option<String>,
    zone_place: Option<&'static str>,
    /// The event that is open.
    draft: Option<Draft>,
    /// Events of this calendar, whose zones may stand behind them.
    drafts: Vec<Draft>,
    events_begun: usize,
    found: Vec<Found>,
    problems: Vec<CalendarError>,
}

impl Reading {
    fn take(&mut self, line: &Line) -> Result<(), CalendarError> {
        if line.is("BEGIN") {
            return self.begin(line);
        }
        if !self.begun {
            return Err(broken(line.number, "no calendar: it does not begin with BEGIN:VCALENDAR"));
        }
        if line.is("END") {
            self.end(&kind(line));
            return Ok(());
        }
        match self.open.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["VCALENDAR"] if line.is("METHOD") => {
                self.cancelled = line.value().trim().eq_ignore_ascii_case("CANCEL");
            }
            ["VCALENDAR", "VEVENT"] => {
                if let Some(draft) = &mut self.draft {
                    draft.take(line);
                }
            }
            ["VCALENDAR", "VTIMEZONE"] if line.is("TZID") => {
                self.zone_name = Some(line.value().trim().to_lowercase());
            }
            ["VCALENDAR", "VTIMEZONE"] if line.is("X-LIC-LOCATION") => {
                self.zone_place = zone::known(line.value())
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, line: &Line) -> Result<(), CalendarError> {
        let kind = kind(line);
        match kind.as_str() {
            "VCALENDAR" => {
                self.close_calendar();
                self.begun = true;
                self.calendar_line = line.number;
            }
            _ if !self.begun => {
                return Err(broken(line.number, "no calendar: it does not begin with BEGIN:VCALENDAR"));
            }
            // Events stand in a calendar and nowhere else: what is open there has lost its end.
            "VEVENT" if self.open.first().is_some_and(|outer| outer == "VCALENDAR") => {
                self.events_begun += 1;
                if self.events_begun > MOST_EVENTS {
                    return Err(CalendarError::TooMany { most: MOST_EVENTS });
                }
                self.drop_draft();
                self.open.truncate(1);
                self.draft = Some(Draft::at(line.number, self.cancelled));
            }
            "VTIMEZONE" => (self.zone_name, self.zone_place) = (None, None),
            _ => {}
        }
        if self.open.len() == MOST_DEPTH {
            let detail = format!("components stand more than {MOST_DEPTH} deep within each other");
            return Err(CalendarError::Broken { line: line.number, detail });
        }
        self.open.push(kind);
        Ok(())
    }

    /// Closes the innermost component of this kind and all within it; an end without beginning is nothing.
    fn end(&mut self, kind: &str) {
        let Some(depth) = self.open.iter().rposition(|open| open == kind) else {
            return;
        };
        match (depth, kind) {
            (0, "VCALENDAR") => return self.close_calendar(),
            (1, "VEVENT") => self.drafts.extend(self.draft.take()),
            (1, "VTIMEZONE") => {
                if let (Some(name), Some(place)) = (self.zone_name.take(), self.zone_place.take()) {
                    self.zones.entry(name).or_insert(place);
                }
            }
            _ => {}
        }
        self.open.truncate(depth);
    }

    /// An event without an end: what follows may be another's.
    fn drop_draft(&mut self) {
        if let Some(draft) = self.draft.take() {
            self.problems.push(broken(draft.line, "event without END:VEVENT"));
        }
    }

    fn close_calendar(&mut self) {
        self.drop_draft();
        for draft in std::mem::take(&mut self.drafts) {
            match draft.finish(&self.zones) {
                Ok(found) => self.found.push(found),
                Err(problem) => self.problems.push(problem),
            }
        }
        self.zones.clear();
        self.cancelled = false;
        self.open.clear();
    }

    fn finish(mut self) -> Result<(Vec<Found>, Vec<CalendarError>), CalendarError> {
        if !self.begun {
            return Err(broken(1, "no calendar: it is empty"));
        }
        let unfinished = !self.open.is_empty() && self.draft.is_none();
        let line = self.calendar_line;
        self.close_calendar();
        self.problems.sort_by_key(|problem| match problem {
            CalendarError::Broken { line, .. } => *line,
            _ => 0,
        });
        if unfinished {
            self.problems.push(broken(line, "calendar without END:VCALENDAR: the file is not whole"));
        }
        Ok((self.found, self.problems))
    }
}

/// What a BEGIN or END names, in upper case.
fn kind(line: &Line) -> String {
    first(&plain(line.value()), MOST_KIND_CHARS).to_ascii_uppercase()
}
