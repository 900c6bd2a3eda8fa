//! What a foreign file may not do.

use groundwork_exchange::calendar::{
    CalendarError, Found, FoundStart, MOST_BYTES, MOST_DEPTH, MOST_DESCRIPTION_CHARS, MOST_EVENTS,
    MOST_NAME_CHARS, MOST_TITLE_CHARS, read,
};

fn calendar(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}END:VCALENDAR\n").into_bytes()
}

fn whole(lines: &str) -> Vec<Found> {
    let (found, problems) = read(&calendar(lines)).unwrap();
    assert_eq!(problems, []);
    found
}

fn broken(line: usize, detail: &str) -> CalendarError {
    CalendarError::Broken { line, detail: detail.to_owned() }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let most = MOST_BYTES;
    assert_eq!(read(&vec![b'x'; most + 1]), Err(CalendarError::TooLarge { most }));
    let mut file = calendar("BEGIN:VEVENT\nDTSTART:20270104\nEND:VEVENT\n");
    file.resize(most, b'\n');
    assert_eq!(read(&file).unwrap().0.len(), 1);
}

#[test]
fn more_events_than_are_read_are_refused() {
    let one = "BEGIN:VEVENT\nDTSTART:20270104\nEND:VEVENT\n";
    assert_eq!(whole(&one.repeat(MOST_EVENTS)).len(), MOST_EVENTS);
    let refused = Err(CalendarError::TooMany { most: MOST_EVENTS });
    assert_eq!(read(&calendar(&one.repeat(MOST_EVENTS + 1))), refused);
    assert_eq!(read(&calendar(&"BEGIN:VEVENT\n".repeat(MOST_EVENTS + 1))), refused);
}

#[test]
fn a_file_that_nests_without_end_is_refused() {
    let deep = "BEGIN:X\n".repeat(MOST_DEPTH - 1);
    assert!(read(&calendar(&deep)).is_ok());
    let deeper = read(&calendar(&"BEGIN:X\n".repeat(100_000)));
    let line = MOST_DEPTH + 2;
    assert_eq!(deeper, Err(broken(line, "components stand more than 8 deep within each other")));
}

#[test]
fn what_is_no_calendar_is_refused() {
    let no_calendar = "no calendar: it does not begin with BEGIN:VCALENDAR";
    assert_eq!(read(b""), Err(broken(1, "no calendar: it is empty")));
    assert_eq!(read(b"\n\n\n"), Err(broken(1, "no calendar: it is empty")));
    assert_eq!(read(b"\n\n<a href=\"x:y\">"), Err(broken(3, no_calendar)));
    assert_eq!(read(b"BEGIN:VCARD\nEND:VCARD"), Err(broken(1, no_calendar)));
    assert_eq!(read(b"\xff\xfeB\0E\0G\0"), Err(broken(1, "in UTF-16; a calendar is in UTF-8")));
}

#[test]
fn a_broken_event_is_left_out_with_its_line_and_the_others_are_read() {
    let file = calendar(
        "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART:tomorrow\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nDTSTART:20270104\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:4\nDTSTART:20270104\n\
         BEGIN:VEVENT\nUID:5\nDTSTART:20270105\nBEGIN:VALARM\nEND:VEVENT\n\
         END:VEVENT\nEND:NOTHING\nno colon\n;:;:\n",
    );
    let (found, problems) = read(&file).unwrap();
    assert_eq!(found.iter().map(|event| event.uid.as_str()).collect::<Vec<_>>(), ["3", "5"]);
    let expected = [
        broken(3, "event without DTSTART"),
        broken(8, "not a date or time: tomorrow"),
        broken(14, "event without END:VEVENT"),
    ];
    assert_eq!(problems, expected);
}

#[test]
fn a_file_that_stops_short_says_so() {
    let between = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270104\nEND:VEVENT\n";
    let (found, problems) = read(between).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(problems, [broken(1, "calendar without END:VCALENDAR: the file is not whole")]);
    let within = &between[..between.len() - 4];
    let (found, problems) = read(within).unwrap();
    assert_eq!((found, problems), (vec![], vec![broken(2, "event without END:VEVENT")]));
}

#[test]
fn long_texts_are_cut_and_long_names_are_none() {
    let long = "é".repeat(30_000);
    let found = whole(&format!(
        "BEGIN:VEVENT\nDTSTART:20270104\nUID:{long}\nSUMMARY:{long}\nDESCRIPTION:{long}\nLOCATION:{long}\n\
         URL:{long}\nEND:VEVENT\n"
    ));
    let event = &found[0];
    assert_eq!(event.summary.chars().count(), MOST_TITLE_CHARS);
    assert_eq!(event.location.chars().count(), MOST_TITLE_CHARS);
    assert_eq!(event.description.chars().count(), MOST_DESCRIPTION_CHARS);
    assert_eq!((event.uid.as_str(), event.url.as_str()), ("", ""));
    let fits = "x".repeat(MOST_NAME_CHARS);
    let found = whole(&format!("BEGIN:VEVENT\nDTSTART:20270104\nUID:{fits}\nURL:{fits}\nEND:VEVENT\n"));
    assert_eq!((found[0].uid.len(), found[0].url.len()), (MOST_NAME_CHARS, MOST_NAME_CHARS));
}

#[test]
fn an_address_of_which_a_part_was_read_is_none() {
    // Short enough by what is left of it, and still not the whole.
    let nothing = "\0".repeat(140_000);
    let found =
        whole(&format!("BEGIN:VEVENT\nDTSTART:20270104\nUID:a{nothing}b\nURL:a{nothing}b\nEND:VEVENT\n"));
    assert_eq!((found[0].uid.as_str(), found[0].url.as_str()), ("", ""));
}

#[test]
fn an_attached_picture_is_skipped_and_the_event_is_read() {
    let folded = "QUJD".repeat(18) + "\n ";
    let picture = folded.repeat(20_000);
    let found =
        whole(&format!("BEGIN:VEVENT\nATTACH;VALUE=BINARY:{picture}\nDTSTART:20270104\nEND:VEVENT\n"));
    assert_eq!(found.len(), 1);
}

#[test]
fn hostile_files_of_the_largest_size_are_read_at_once() {
    let head = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=x/x/x:20270104T090000\nSUMMARY:";
    let fill = |piece: &str| {
        let times = (MOST_BYTES - head.len()) / piece.len();
        [head.to_vec(), piece.repeat(times).into_bytes()].concat()
    };
    let began = std::time::Instant::now();
    for piece in
        ["\r", "\n", "\r\n ", "\"", ";", ":", "\\", "\\n", "A;B=\"", "END:X\n", "DTSTART:x\n", "é", "\0"]
    {
        assert!(read(&fill(piece)).is_ok(), "{piece:?}");
    }
    let zones = "BEGIN:VEVENT\nDTSTART;TZID=a/a/a/a/a/a/a/a/a/a/a:20270104T090000\nDTEND;TZID=Europe/Paris:20270104T0\n\
                 END:VEVENT\n";
    assert_eq!(whole(&zones.repeat(MOST_EVENTS)).len(), MOST_EVENTS);
    // No timed test: what is quadratic in two million bytes takes hours.
    assert!(began.elapsed().as_secs() < 120);
}

#[test]
fn control_characters_never_come_in() {
    let found = whole(
        "BEGIN:VEVENT\nDTSTART:20270104\nUID:a\0b\nSUMMARY:a\u{1b}[31mb\u{7f}\nLOCATION:a\u{9b}b\\nc\n\
         URL:java\u{1}script:x\nEND:VEVENT\n",
    );
    let event = &found[0];
    assert_eq!((event.uid.as_str(), event.summary.as_str()), ("ab", "a[31mb"));
    assert_eq!((event.location.as_str(), event.url.as_str()), ("ab\nc", "javascript:x"));
}

#[test]
fn an_unknown_zone_is_named_and_its_name_is_short() {
    let name = "Z".repeat(10_000);
    let found = whole(&format!("BEGIN:VEVENT\nDTSTART;TZID={name}:20270104T090000\nEND:VEVENT\n"));
    let FoundStart::Floating { unknown_zone, .. } = &found[0].start else { panic!("placed in a zone") };
    assert_eq!(unknown_zone.len(), 100);
}
