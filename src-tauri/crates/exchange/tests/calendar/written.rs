//! What Groundwork writes.

use crate::{day, event, fixture, fixture_path, floating, moment};
use groundwork_exchange::calendar::{Event, read, write};

/// All that a calendar can hold.
fn mixed() -> Vec<Event> {
    vec![
        Event {
            sequence: 3,
            summary: "Examen : AWS Certified Developer – Associate (DVA-C02)".into(),
            description: "À prévoir : pièce d’identité, convocation imprimée ; arriver 30 minutes avant l’heure. \
                          Réviser « les quotas, les files et les idempotences » 🎓🇫🇷 la veille — pas le matin même.\n\
                          \n\
                          Chemin des notes : C:\\notes\\examen\\dva; points à revoir, dans l'ordre : IAM, SQS, KMS."
                .into(),
            location: "Centre d'examen Pearson VUE, 12 rue de la Paix; 75002 Paris\nFrance".into(),
            url: "https://example.org/certifications/dva-c02?vue=1&langue=fr".into(),
            categories: vec!["Certification".into(), "Cloud, AWS".into()],
            alarms: vec![1440, 60, 10080, 60],
            busy: true,
            ..event("exam-dva@groundwork", moment("2027-03-05T08:00:00Z", 130))
        },
        Event {
            summary: "Échéance : dépôt du dossier, version « finale »".into(),
            description: "Une journée entière, sans heure.".into(),
            categories: vec!["Plan".into()],
            alarms: vec![2880],
            ..event("due-dossier@groundwork", day("2027-02-28"))
        },
        Event {
            sequence: 1,
            summary: "Séance : Spring Boot 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀 jusqu’au bout".into(),
            busy: true,
            ..event("session-1@groundwork", floating("2027-01-04T18:30:00", 90))
        },
        event("empty@groundwork", floating("2027-01-04T18:30:00", 0)),
        Event { summary: "Late at night".into(), ..event("night@groundwork", moment("2027-12-31T23:30:00Z", 60)) },
        Event { summary: "Leap day".into(), ..event("leap@groundwork", day("2028-02-29")) },
    ]
}

#[test]
fn the_mixed_calendar_is_written_as_the_golden_file_has_it() {
    let written = write("Plan de Zoé, « back-end »", "fr", &mixed());
    if std::env::var_os("GROUNDWORK_WRITE_GOLDEN").is_some() {
        std::fs::write(fixture_path("mixed.ics"), &written).unwrap();
    }
    let golden = String::from_utf8(fixture("mixed.ics")).unwrap();
    assert_eq!(written.split("\r\n").collect::<Vec<_>>(), golden.split("\r\n").collect::<Vec<_>>());
}

#[test]
fn no_line_is_longer_than_75_octets_and_every_line_ends_with_crlf() {
    let written = write("Plan de Zoé, « back-end »", "fr", &mixed());
    assert!(written.ends_with("\r\n"));
    for line in written.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    // Were a character cut in two, this would not be a String; and some line does stop short of 75 because of one.
    let lines: Vec<_> = written.split_terminator("\r\n").collect();
    let folds: Vec<_> = lines.windows(2).filter(|pair| pair[1].starts_with(' ')).collect();
    assert!(folds.iter().any(|pair| pair[0].len() < 75));
    assert!(folds.iter().all(|pair| pair[0].len() + pair[1][1..].chars().next().unwrap().len_utf8() > 75));
}

#[test]
fn the_same_events_in_another_order_give_the_same_bytes() {
    let mut events = mixed();
    let first = write("Plan", "en", &events);
    for turn in 0..events.len() {
        events.rotate_left(turn);
        assert_eq!(write("Plan", "en", &events), first);
        events.reverse();
        assert_eq!(write("Plan", "en", &events), first);
    }
}

#[test]
fn events_stand_in_the_order_of_their_beginnings() {
    let written = write("Plan", "en", &mixed());
    let uids: Vec<_> = written.lines().filter_map(|line| line.strip_prefix("UID:")).collect();
    let expected = ["empty", "session-1", "due-dossier", "exam-dva", "night", "leap"];
    assert_eq!(uids, expected.map(|name| format!("{name}@groundwork")));
}

#[test]
fn of_two_events_with_one_uid_the_newer_is_written() {
    let old = Event { summary: "old".into(), sequence: 1, ..event("a", day("2027-01-04")) };
    let new = Event { summary: "new".into(), sequence: 2, ..event("a\n", day("2027-01-05")) };
    for events in [[old.clone(), new.clone()], [new.clone(), old.clone()]] {
        let written = write("Plan", "en", &events);
        assert!(written.contains("SUMMARY:new") && !written.contains("SUMMARY:old"));
    }
    // The same sequence and stamp: still the same bytes.
    let twin = Event { summary: "twin".into(), ..new.clone() };
    assert_eq!(write("", "en", &[new.clone(), twin.clone()]), write("", "en", &[twin, new]));
}

#[test]
fn the_language_stands_in_the_producer_and_nowhere_else() {
    let producer = |language| {
        let written = write("Plan", language, &[]);
        written.lines().find_map(|line| line.strip_prefix("PRODID:").map(str::to_owned)).unwrap()
    };
    assert_eq!(producer("fr"), "-//Groundwork//Groundwork//FR");
    assert_eq!(producer("fr-CA"), "-//Groundwork//Groundwork//FR");
    assert_eq!(producer("en"), "-//Groundwork//Groundwork//EN");
    assert_eq!(producer("\r\nX:1"), "-//Groundwork//Groundwork//EN");
}

#[test]
fn an_empty_calendar_is_a_calendar() {
    let written = write("", "en", &[]);
    assert_eq!(
        written,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Groundwork//Groundwork//EN\r\nCALSCALE:GREGORIAN\r\n\
         METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"
    );
    assert_eq!(read(written.as_bytes()), Ok((vec![], vec![])));
}

#[test]
fn no_text_can_begin_a_line_of_its_own() {
    let attack =
        "x\r\nEND:VEVENT\rBEGIN:VEVENT\nATTACH:file:///etc/passwd\u{2028}BEGIN:VALARM\u{85}ACTION:AUDIO\0";
    let event = Event {
        summary: attack.into(),
        description: attack.into(),
        location: attack.into(),
        url: attack.into(),
        categories: vec![attack.into(), String::new()],
        alarms: vec![15],
        ..event(attack, day("2027-01-04"))
    };
    let written = write(attack, "en", &[event]);
    let unfolded = written.replace("\r\n ", "");
    let names: Vec<_> = unfolded.lines().filter_map(|line| line.split([':', ';']).next()).collect();
    assert!(!names.contains(&"ATTACH"), "{unfolded}");
    assert_eq!(names.iter().filter(|name| **name == "BEGIN").count(), 3, "{unfolded}");
    assert!(!unfolded.contains(['\0', '\u{85}', '\u{2028}']));
}

#[test]
fn the_last_days_that_can_be_written_are_written_without_an_end_that_cannot() {
    use groundwork_domain::Date;
    use groundwork_exchange::calendar::When;
    let last = event("a", When::Day(Date::LAST));
    assert!(
        write("", "en", &[last]).contains("DTSTART;VALUE=DATE:21991231\r\nDTEND;VALUE=DATE:22000101\r\n")
    );
    let ends = [
        event("b", When::Moment { start: jiff::Timestamp::MAX, minutes: u32::MAX }),
        event("c", When::Floating { start: jiff::civil::DateTime::MAX, minutes: u32::MAX }),
        event("d", When::Day(jiff::civil::Date::MAX.into())),
    ];
    let written = write("", "en", &ends);
    assert_eq!(written.matches("DTSTART").count(), 3);
    assert!(!written.contains("DTEND"));
}
