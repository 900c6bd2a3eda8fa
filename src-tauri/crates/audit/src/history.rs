//! What the history tells: who committed, on which days, and how much of it is the person's own.

use crate::AuditError;
use crate::git::{Kind, ObjectReader};
use crate::left_out::LeftOutList;
use crate::limits::Limits;
use crate::progress::Watch;
use gix::ObjectId;
use gix::actor::SignatureRef;
use gix::objs::CommitRefIter;
use gix::objs::commit::ref_iter::Token;
use gix_mailmap::Snapshot;
use groundwork_domain::Date;
use groundwork_domain::audit::CommitHistory;
use groundwork_domain::audit::LeftOutReason::{Shallow, TooManyCommits, Unreadable};
use jiff::civil;
use std::collections::{HashMap, HashSet};

/// Commits between two looks at whether to go on.
const STEP: u32 = 64;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// Where the history begins, whose it is, and where it ends.
pub(crate) struct Wanted<'a> {
    pub head: ObjectId,
    pub shallow: &'a HashSet<ObjectId>,
    pub mailmap: Option<&'a Snapshot>,
    /// The person's addresses.
    pub addresses: &'a [String],
    pub limits: &'a Limits,
}

/// Days with commits: the first and last one, and the weeks. Days are counted from 1 January 1970, a Thursday.
#[derive(Default)]
struct Days {
    first: Option<i64>,
    last: Option<i64>,
    weeks: HashSet<i64>,
}

impl Days {
    fn add(&mut self, day: i64) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = Some(self.last.map_or(day, |last| last.max(day)));
        // Monday, 29 December 1969 begins week 0.
        self.weeks.insert((day + 3).div_euclid(7));
    }
}

/// An author: whether it is the person.
#[derive(Clone, Copy)]
struct Author {
    own: bool,
}

struct Reading<'a> {
    wanted: &'a Wanted<'a>,
    own: HashSet<Vec<u8>>,
    /// Authors by name and address as they stand in the commits.
    known: HashMap<Vec<u8>, Author>,
    /// Authors by address after the mailmap.
    addresses: HashSet<Vec<u8>>,
    commits: u32,
    own_commits: u32,
    all: Days,
    person: Days,
}

/// Reads every commit that leads to the head, each once.
pub(crate) fn history(
    reader: &ObjectReader,
    wanted: &Wanted<'_>,
    watch: Watch<'_>,
    left_out: &mut LeftOutList,
) -> Result<CommitHistory, AuditError> {
    let mut reading = Reading::new(wanted);
    let mut seen: HashSet<ObjectId, gix::hashtable::hash::Builder> = HashSet::default();
    let mut next = std::collections::VecDeque::from([wanted.head]);
    seen.insert(wanted.head);
    let mut bytes = Vec::new();
    let mut complete = true;
    while let Some(id) = next.pop_front() {
        if reading.commits.is_multiple_of(STEP) {
            watch.go_on()?;
            watch.progress.commits(reading.commits);
        }
        if reading.commits >= wanted.limits.commits {
            left_out.add(TooManyCommits, &id.to_string());
            left_out.add_unnamed(TooManyCommits, next.len());
            complete = false;
            break;
        }
        if reader.read(&id, &mut bytes) != Ok(Kind::Commit) {
            left_out.add(Unreadable, &id.to_string());
            complete = false;
            continue;
        }
        let ends = wanted.shallow.contains(&id);
        if ends {
            left_out.add(Shallow, &id.to_string());
            complete = false;
        }
        let whole = reading.commit(&bytes, reader.hash(), |parent| {
            if !ends && seen.insert(parent) {
                next.push_back(parent);
            }
        });
        if !whole {
            left_out.add(Unreadable, &id.to_string());
            complete = false;
        }
    }
    watch.progress.commits(reading.commits);
    Ok(reading.told(complete))
}

impl<'a> Reading<'a> {
    fn new(wanted: &'a Wanted<'a>) -> Self {
        let mut own = HashSet::new();
        for address in wanted.addresses {
            let address = address.trim().to_lowercase().into_bytes();
            if address.is_empty() {
                continue;
            }
            // An address that the mailmap turns into another one names the same person.
            if let Some(mapped) = wanted.mailmap.and_then(|it| mapped(it, b"", &address)) {
                own.insert(mapped);
            }
            own.insert(address);
        }
        Self {
            wanted,
            own,
            known: HashMap::new(),
            addresses: HashSet::new(),
            commits: 0,
            own_commits: 0,
            all: Days::default(),
            person: Days::default(),
        }
    }

    /// Reads a commit; whether all that is wanted of it could be read.
    fn commit(&mut self, bytes: &[u8], hash: gix::hash::Kind, mut parent: impl FnMut(ObjectId)) -> bool {
        self.commits += 1;
        for token in CommitRefIter::from_bytes(bytes, hash) {
            match token {
                Ok(Token::Parent { id }) => parent(id),
                Ok(Token::Author { signature }) => {
                    self.author(signature);
                    return true;
                }
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        false
    }

    fn author(&mut self, signature: SignatureRef<'_>) {
        let key = [signature.name.as_ref(), b"\n".as_slice(), signature.email.as_ref()].concat();
        let author = match self.known.get(&key) {
            Some(author) => *author,
            None => self.new_author(key, signature),
        };
        let day = day(signature.time);
        if let Some(day) = day {
            self.all.add(day);
        }
        if author.own {
            self.own_commits += 1;
            if let Some(day) = day {
                self.person.add(day);
            }
        }
    }

    fn new_author(&mut self, key: Vec<u8>, signature: SignatureRef<'_>) -> Author {
        let as_it_stands = || signature.email.trim_ascii().to_ascii_lowercase();
        let mapped = self.wanted.mailmap.and_then(|it| mapped(it, signature.name, signature.email));
        let address = mapped.unwrap_or_else(as_it_stands);
        let author = Author { own: self.own.contains(&address) };
        self.addresses.insert(address);
        self.known.insert(key, author);
        author
    }

    fn told(self, complete: bool) -> CommitHistory {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        CommitHistory {
            commits: self.commits,
            own: self.own_commits,
            authors: count(self.addresses.len()),
            first: self.all.first.map(date),
            last: self.all.last.map(date),
            own_first: self.person.first.map(date),
            own_last: self.person.last.map(date),
            weeks: count(self.all.weeks.len()),
            own_weeks: count(self.person.weeks.len()),
            mailmap: self.wanted.mailmap.is_some(),
            complete,
        }
    }
}

/// The address that a mailmap gives to an author, in small letters; none where it says nothing.
fn mapped(mailmap: &Snapshot, name: &[u8], email: &[u8]) -> Option<Vec<u8>> {
    let email = email.trim_ascii();
    let signature = SignatureRef { name: name.into(), email: email.into(), time: "" };
    let found = mailmap.try_resolve_ref(signature)?;
    Some(found.email.map_or_else(|| email.to_ascii_lowercase(), |it| it.to_ascii_lowercase()))
}

/// The day of a time as Git writes it, `seconds zone`, in that zone, held within the dates that there are; none where it is
/// no time.
fn day(time: &str) -> Option<i64> {
    let mut parts = time.split_ascii_whitespace();
    let seconds: i64 = parts.next()?.parse().ok()?;
    let zone = parts.next().and_then(offset).unwrap_or(0);
    Some(seconds.saturating_add(zone).div_euclid(DAY).clamp(day_of(Date::FIRST), day_of(Date::LAST)))
}

/// Seconds of a zone such as `+0530`; none where it is further from Greenwich than 26 hours.
fn offset(zone: &str) -> Option<i64> {
    let (sign, digits) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits: i64 = digits.parse::<u16>().ok()?.into();
    let seconds = digits / 100 * 3_600 + digits % 100 * 60;
    (seconds <= 26 * 3_600).then_some(sign * seconds)
}

fn day_of(date: Date) -> i64 {
    Date::from(civil::date(1970, 1, 1)).days_until(date)
}

fn date(day: i64) -> Date {
    Date::from(civil::date(1970, 1, 1)).plus_days(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_the_author() {
        let told = |time| day(time).map(|it| date(it).to_string());
        assert_eq!(told("1735686000 +0000").as_deref(), Some("2024-12-31"));
        assert_eq!(told("1735686000 +0100").as_deref(), Some("2025-01-01"));
        assert_eq!(told("1735689600 -0500").as_deref(), Some("2024-12-31"));
        assert_eq!(told("0 +0000").as_deref(), Some("1970-01-01"));
        assert_eq!(told("99999999999999999 +9999").as_deref(), Some("2199-12-31"));
        assert_eq!(told("-9999999999999999 +0000").as_deref(), Some("1900-01-01"));
        assert_eq!(told("soon"), None);
    }

    #[test]
    fn a_week_begins_on_monday() {
        let mut days = Days::default();
        for text in ["2024-12-30", "2025-01-05", "2025-01-06"] {
            days.add(day_of(Date::parse(text).unwrap()));
        }
        assert_eq!(days.weeks.len(), 2);
    }
}
