//! Which backups stay: all of two days, then the newest of each of 12 days, 10 weeks and 9 months (QUALITY.md).

use super::list::{Backup, backups_in};
use super::{BACKUPS, UNFINISHED};
use crate::StoreError;
use crate::profile::sync_folder;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ALL: SignedDuration = SignedDuration::from_hours(48);
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// Which of these moments stay, by their places; days, weeks (from Monday) and months are those of UTC.
///
/// All that are less than 48 hours old stay, and all of the future, as after a clock that was set back. Of what is older
/// the newest of each of the 12 newest days that have one, before those of each of 10 weeks, before those of 9 months.
pub fn kept(now: Timestamp, made: &[Timestamp]) -> BTreeSet<usize> {
    let mut order: Vec<usize> = (0..made.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(made[*place]));
    let mut stay = BTreeSet::new();
    let mut old = Vec::new();
    for place in order {
        if now.duration_since(made[place]) < ALL {
            stay.insert(place);
        } else {
            old.push(place);
        }
    }
    let day = |place: usize| made[place].to_zoned(TimeZone::UTC).date();
    let week = |place: usize| {
        let date = day(place);
        date.saturating_sub(SignedDuration::from_hours(
            24 * i64::from(date.weekday().to_monday_zero_offset()),
        ))
    };
    let month = |place: usize| day(place).first_of_month();
    let rest = newest_of_each(old, DAYS, day, &mut stay);
    let rest = newest_of_each(rest, WEEKS, week, &mut stay);
    newest_of_each(rest, MONTHS, month, &mut stay);
    stay
}

/// Lets the newest of each of so many periods stay; gives back what is older than all of these periods.
fn newest_of_each(
    newest_first: Vec<usize>,
    most: usize,
    period: impl Fn(usize) -> Date,
    stay: &mut BTreeSet<usize>,
) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let mut rest = Vec::new();
    for place in newest_first {
        let its = period(place);
        if seen.contains(&its) {
            continue;
        }
        if seen.len() == most {
            rest.push(place);
        } else {
            seen.insert(its);
            stay.insert(place);
        }
    }
    rest
}

/// Removes the backups beside the data that no longer stay; how many. The newest one that was made before a restore stays in
/// any case: it is the way back. What is no backup of ours is left alone.
pub fn thin(dir: &Path, now: Timestamp) -> Result<usize, StoreError> {
    let all = backups_in(dir)?;
    let gone = leaving(now, &all);
    let folder = dir.join(BACKUPS);
    for backup in &gone {
        // It loses its name first, so that nothing that is half removed looks like a backup.
        let going = folder.join(format!("{UNFINISHED}gone-{}", backup.name));
        fs::rename(&backup.path, &going)?;
        fs::remove_dir_all(&going)?;
    }
    if !gone.is_empty() {
        sync_folder(&folder)?;
    }
    Ok(gone.len())
}

/// Those that leave.
pub(super) fn leaving(now: Timestamp, all: &[Backup]) -> Vec<Backup> {
    let made: Vec<Timestamp> = all.iter().map(|backup| backup.made).collect();
    let stay = kept(now, &made);
    let way_back = all.iter().filter(|backup| backup.reason == "before-restore").max_by_key(|b| b.made);
    let leaves =
        |place: &usize| !stay.contains(place) && way_back.map(|b| &b.name) != Some(&all[*place].name);
    (0..all.len()).filter(leaves).map(|place| all[place].clone()).collect()
}
