//! Calendars as Outlook, Google, Apple, exam centres and older programs write them.

use crate::{fixture, on_the_wall};
use groundwork_domain::Date;
use groundwork_exchange::calendar::{Found, FoundStart, read};

fn found_in(bytes: &[u8]) -> Vec<Found> {
    let (found, problems) = read(bytes).unwrap();
    assert_eq!(problems, []);
    found
}

fn in_zone(at: &str, zone: &str) -> FoundStart {
    FoundStart::Zoned { at: on_the_wall(at), zone: zone.to_owned() }
}

fn floating(at: &str, unknown_zone: &str) -> FoundStart {
    FoundStart::Floating { at: on_the_wall(at), unknown_zone: unknown_zone.to_owned() }
}

/// The only event of a calendar with these lines in it.
fn event(lines: &str) -> Found {
    let file = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let mut found = found_in(file.as_bytes());
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn an_exam_in_outlook_keeps_its_time_in_paris_and_its_text() {
    let found = found_in(&fixture("outlook.ics"));
    let exam = &found[0];
    assert_eq!(exam.start, in_zone("2027-03-05T09:00:00", "Europe/Paris"));
    assert_eq!(exam.minutes, Some(150));
    assert_eq!(exam.summary, "Examen AZ-104 : Microsoft Azure Administrator");
    assert_eq!(
        exam.description,
        "Bonjour Zoé,\n\nVotre examen AZ-104 est confirmé. Présentez-vous 15 minutes avant.\n\n\
         Identifiant : 123-456; code : A\\B\n"
    );
    assert_eq!(exam.location, "OnVUE, à domicile");
    assert!(exam.uid.starts_with("0400") && exam.uid.ends_with("8899"));
    assert!(!exam.cancelled && !exam.repeats);
}

#[test]
fn an_event_over_the_change_of_the_clocks_takes_the_minutes_that_pass() {
    let night = &found_in(&fixture("outlook.ics"))[1];
    assert_eq!(night.start, in_zone("2027-03-28T01:00:00", "Europe/Paris"));
    assert_eq!(night.minutes, Some(120));
}

#[test]
fn a_zone_that_nobody_knows_is_named_and_not_guessed() {
    let unknown = &found_in(&fixture("outlook.ics"))[2];
    assert_eq!(unknown.start, floating("2027-04-01T14:00:00", "Fuseau personnalisé"));
    assert_eq!(unknown.minutes, Some(90));
}

#[test]
fn events_of_google_are_read_with_their_states() {
    let found = found_in(&fixture("google.ics"));
    let [exam, off, group, moved] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(exam.start, in_zone("2027-04-12T07:00:00", "UTC"));
    assert_eq!((exam.minutes, exam.summary.as_str()), (Some(120), "CKAD exam (PSI) 🚢"));
    assert_eq!(exam.description, "Details: <a href=\"https://example.com/exam?id=1&x=2\">your exam</a>");
    assert_eq!(off.start, FoundStart::Day(Date::parse("2027-05-01").unwrap()));
    assert_eq!((off.minutes, off.cancelled), (Some(2 * 1440), true));
    assert_eq!((group.minutes, group.repeats, group.cancelled), (Some(90), true, false));
    assert_eq!((moved.uid == group.uid, moved.repeats), (true, true));
}

#[test]
fn events_of_apple_are_read_and_their_alarms_and_tasks_are_not() {
    let found = found_in(&fixture("apple.ics"));
    let [exam, anywhere] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(exam.start, in_zone("2027-06-10T09:00:00", "America/New_York"));
    assert_eq!((exam.summary.as_str(), exam.minutes), ("Oracle Java exam", Some(150)));
    assert_eq!(exam.location, "Prometric\n100 Broadway\nNew York NY");
    assert_eq!(exam.url, "https://example.com/exam/1Z0-830");
    assert_eq!(exam.uid, "5E1C9A2B-0F3D-4C5E-8A7B-9D0E1F2A3B4C");
    assert_eq!((&anywhere.start, anywhere.minutes), (&floating("2027-07-04T14:00:00", ""), Some(60)));
}

#[test]
fn older_programs_are_understood_in_latin_1_with_their_own_names_of_zones() {
    let found = found_in(&fixture("older_programs.ics"));
    let [evolution, lotus, two_zones] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(evolution.start, in_zone("2027-03-05T09:00:00", "Europe/Paris"));
    assert_eq!((evolution.minutes, evolution.summary.as_str()), (Some(60), "Examen prévu à 9 h"));
    assert_eq!(lotus.start, in_zone("2027-03-05T09:00:00", "Europe/Prague"));
    assert_eq!(lotus.minutes, Some(45));
    assert_eq!(two_zones.start, in_zone("2027-03-05T09:00:00", "UTC"));
    assert_eq!(two_zones.minutes, Some(60));
}

#[test]
fn a_calendar_that_is_taken_back_takes_back_its_own_events_alone() {
    let found = found_in(&fixture("cancelled.ics"));
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((first.cancelled, first.minutes), (true, Some(130)));
    assert_eq!((second.cancelled, second.minutes), (false, None));
}

#[test]
fn line_ends_of_every_system_give_the_same_events() {
    for name in ["outlook.ics", "google.ics", "apple.ics", "mixed.ics"] {
        let text = String::from_utf8(fixture(name)).unwrap().replace("\r\n", "\n");
        let expected = found_in(text.as_bytes());
        for end in ["\r\n", "\r", "\r\r\n"] {
            assert_eq!(found_in(text.replace('\n', end).as_bytes()), expected, "{name} {end:?}");
        }
        assert_eq!(found_in(format!("\u{feff}\n{text}").as_bytes()), expected, "{name}");
    }
}

#[test]
fn every_style_of_beginning_is_read() {
    let day = FoundStart::Day(Date::parse("2027-03-05").unwrap());
    let paris = in_zone("2027-03-05T09:00:00", "Europe/Paris");
    let styles = [
        ("DTSTART;VALUE=DATE:20270305", day.clone()),
        ("DTSTART:20270305", day.clone()),
        ("DTSTART;VALUE=DATE:20270305T000000", day),
        ("DTSTART:20270305T080000Z", in_zone("2027-03-05T08:00:00", "UTC")),
        ("DTSTART;TZID=Europe/Paris:20270305T080000Z", in_zone("2027-03-05T08:00:00", "UTC")),
        ("DTSTART;TZID=Europe/Paris:20270305T090000", paris.clone()),
        ("dtstart;value=date-time;tzid=\"europe/paris\":20270305t090000", paris.clone()),
        ("DTSTART;TZID=/Europe/Paris:20270305T090000", paris.clone()),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20270305T090000", paris.clone()),
        ("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20270305T090000", paris.clone()),
        ("DTSTART;TZID=Romance Standard Time:20270305T090000", paris.clone()),
        ("DTSTART;X-A=\"Z:;\";TZID=\"Romance Standard Time\":20270305T090000", paris.clone()),
        ("DTSTART;TZID=\"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris\":20270305T090000", paris),
        ("DTSTART;TZID=UTC:20270305T090000", in_zone("2027-03-05T09:00:00", "UTC")),
        ("DTSTART:20270305T090000", floating("2027-03-05T09:00:00", "")),
        ("DTSTART;TZID=:20270305T090000", floating("2027-03-05T09:00:00", "")),
        ("DTSTART;TZID=Chez moi:20270305T090000", floating("2027-03-05T09:00:00", "Chez moi")),
    ];
    for (line, start) in styles {
        assert_eq!(event(line).start, start, "{line}");
    }
}

#[test]
fn every_style_of_end_is_read() {
    let timed = "DTSTART;TZID=Europe/Paris:20270305T090000\r\n";
    let ends = [
        ("", None),
        ("DTEND;TZID=Europe/Paris:20270305T103000", Some(90)),
        ("DTEND:20270305T093000Z", Some(90)),
        ("DTEND;TZID=Europe/London:20270305T093000", Some(90)),
        ("DURATION:PT1H30M", Some(90)),
        ("DTEND;TZID=Europe/Paris:20270305T090000", None),
        ("DTEND;TZID=Europe/Paris:20270305T083000", None),
        ("DTEND:nonsense\r\nDURATION:PT2H", Some(120)),
        ("DURATION:nonsense", None),
        ("DTEND;VALUE=DATE:20270306", None),
        ("DTEND:20270305T103000", None),
        ("DTEND;TZID=Nowhere:20270305T103000", None),
    ];
    for (end, minutes) in ends {
        assert_eq!(event(&format!("{timed}{end}")).minutes, minutes, "{end}");
    }
    assert_eq!(event("DTSTART:20270305\r\nDURATION:P2D").minutes, Some(2880));
    assert_eq!(event("DTSTART:20270305").minutes, None);
}

#[test]
fn the_golden_file_is_read_again() {
    let found = found_in(&fixture("mixed.ics"));
    assert_eq!(found.len(), 6);
    let exam = found.iter().find(|event| event.uid == "exam-dva@groundwork").unwrap();
    assert_eq!(exam.start, in_zone("2027-03-05T08:00:00", "UTC"));
    assert_eq!(exam.minutes, Some(130));
    assert!(
        exam.description.contains("idempotences » 🎓🇫🇷 la veille")
            && exam.description.contains("C:\\notes\\")
    );
    assert_eq!(exam.location, "Centre d'examen Pearson VUE, 12 rue de la Paix; 75002 Paris\nFrance");
}

#[test]
fn a_text_keeps_its_colons_and_its_parameters_stay_out_of_it() {
    let found = event(
        "DTSTART:20270305\r\nDESCRIPTION;ALTREP=\"cid:part1;x\";LANGUAGE=fr:Salle : B\\N12 h\r\nSUMMARY;X=\"a:b c: d",
    );
    assert_eq!((found.description.as_str(), found.summary.as_str()), ("Salle : B\n12 h", "b c: d"));
}

#[test]
fn every_way_to_repeat_is_noticed() {
    for line in ["RRULE:FREQ=DAILY", "RDATE:20270306", "RECURRENCE-ID:20270305"] {
        assert!(event(&format!("DTSTART:20270305\r\n{line}")).repeats, "{line}");
    }
    assert!(!event("DTSTART:20270305\r\nEXDATE:20270306").repeats);
}

#[test]
fn times_in_two_zones_that_nobody_knows_are_not_compared() {
    let ends = |zone| format!("DTSTART;TZID=A:20270305T090000\r\nDTEND;TZID={zone}:20270305T100000");
    assert_eq!((event(&ends("A")).minutes, event(&ends("B")).minutes), (Some(60), None));
}

#[test]
fn what_one_calendar_says_does_not_hold_for_the_next_one_in_the_file() {
    let first = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VTIMEZONE\nTZID:Office\nX-LIC-LOCATION:Europe/Paris\n\
                 END:VTIMEZONE\n";
    let event = "BEGIN:VEVENT\nDTSTART;TZID=office:20270305T090000\nEND:VEVENT\nEND:VCALENDAR\n";
    let found = found_in(format!("{first}{event}BEGIN:VCALENDAR\n{event}").as_bytes());
    assert_eq!(found[0].start, in_zone("2027-03-05T09:00:00", "Europe/Paris"));
    assert_eq!(found[1].start, floating("2027-03-05T09:00:00", "office"));
    assert_eq!((found[0].cancelled, found[1].cancelled), (true, false));
}
