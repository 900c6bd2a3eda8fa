"""Reads tests/fixtures/calendar/mixed.ics, which Groundwork wrote, with Python's icalendar, and compares what it finds.

Not run by cargo. By hand, from the repository's root:

    python3 -m venv /tmp/second-reader && /tmp/second-reader/bin/pip install icalendar
    /tmp/second-reader/bin/python src-tauri/crates/exchange/tests/second_reader.py
"""

import datetime as dt
import pathlib
import sys

import icalendar

UTC = dt.timezone.utc
EXPECTED = {  # uid: (start, end, minutes of the alarms, summary, sequence, transparency)
    "empty@groundwork": (dt.datetime(2027, 1, 4, 18, 30), None, [], "", 0, "TRANSPARENT"),
    "session-1@groundwork": (
        dt.datetime(2027, 1, 4, 18, 30), dt.datetime(2027, 1, 4, 20, 0), [],
        "Séance : Spring Boot " + "🚀" * 20 + " jusqu’au bout", 1, "OPAQUE",
    ),
    "due-dossier@groundwork": (
        dt.date(2027, 2, 28), dt.date(2027, 3, 1), [2880],
        "Échéance : dépôt du dossier, version « finale »", 0, "TRANSPARENT",
    ),
    "exam-dva@groundwork": (
        dt.datetime(2027, 3, 5, 8, 0, tzinfo=UTC), dt.datetime(2027, 3, 5, 10, 10, tzinfo=UTC), [60, 1440, 10080],
        "Examen : AWS Certified Developer – Associate (DVA-C02)", 3, "OPAQUE",
    ),
    "night@groundwork": (
        dt.datetime(2027, 12, 31, 23, 30, tzinfo=UTC), dt.datetime(2028, 1, 1, 0, 30, tzinfo=UTC), [],
        "Late at night", 0, "TRANSPARENT",
    ),
    "leap@groundwork": (dt.date(2028, 2, 29), dt.date(2028, 3, 1), [], "Leap day", 0, "TRANSPARENT"),
}
DESCRIPTION = (
    "À prévoir : pièce d’identité, convocation imprimée ; arriver 30 minutes avant l’heure. "
    "Réviser « les quotas, les files et les idempotences » 🎓🇫🇷 la veille — pas le matin même.\n\n"
    "Chemin des notes : C:\\notes\\examen\\dva; points à revoir, dans l'ordre : IAM, SQS, KMS."
)


def same(found, expected):
    """Equal and of one kind: a date is no datetime, a time without a zone is none with one."""
    kinds = [(type(value), getattr(value, "tzinfo", None) is None) for value in (found, expected)]
    return kinds[0] == kinds[1] and found == expected


def main():
    path = pathlib.Path(__file__).resolve().parents[4] / "tests/fixtures/calendar/mixed.ics"
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    wrong = []

    def check(what, found, expected):
        if found != expected:
            wrong.append(f"{what}: {found!r} instead of {expected!r}")

    check("PRODID", str(calendar["PRODID"]), "-//Groundwork//Groundwork//FR")
    check("METHOD", str(calendar["METHOD"]), "PUBLISH")
    for name in ["NAME", "X-WR-CALNAME"]:
        # icalendar 7.3 keeps the two as they stand in the file; RFC 7986 (5.1) has them as TEXT, which is escaped.
        check(name, str(calendar[name]), "Plan de Zoé\\, « back-end »")
    events = calendar.walk("VEVENT")
    check("uids in order", [str(event["UID"]) for event in events], list(EXPECTED))
    for event in events:
        uid = str(event["UID"])
        start, end, alarms, summary, sequence, transparency = EXPECTED[uid]
        for error in event.errors:
            wrong.append(f"{uid}: {error}")
        found_end = event["DTEND"].dt if "DTEND" in event else None
        for what, found, expected in [("DTSTART", event["DTSTART"].dt, start), ("DTEND", found_end, end)]:
            if not same(found, expected):
                wrong.append(f"{uid} {what}: {found!r} instead of {expected!r}")
        triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        check(f"{uid} alarms", triggers, [-dt.timedelta(minutes=minutes) for minutes in alarms])
        for alarm in event.walk("VALARM"):
            check(f"{uid} alarm", (str(alarm["ACTION"]), str(alarm["DESCRIPTION"])), ("DISPLAY", summary))
        check(f"{uid} SUMMARY", str(event.get("SUMMARY", "")), summary)
        check(f"{uid} SEQUENCE", int(event["SEQUENCE"]), sequence)
        check(f"{uid} TRANSP", str(event["TRANSP"]), transparency)
        check(f"{uid} DTSTAMP", event["DTSTAMP"].dt, dt.datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
        check(f"{uid} LAST-MODIFIED", event["LAST-MODIFIED"].dt, dt.datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    exam = next(event for event in events if event["UID"] == "exam-dva@groundwork")
    check("DESCRIPTION", str(exam["DESCRIPTION"]), DESCRIPTION)
    check("LOCATION", str(exam["LOCATION"]), "Centre d'examen Pearson VUE, 12 rue de la Paix; 75002 Paris\nFrance")
    check("URL", str(exam["URL"]), "https://example.org/certifications/dva-c02?vue=1&langue=fr")
    check("CATEGORIES", [str(name) for name in exam["CATEGORIES"].cats], ["Certification", "Cloud, AWS"])
    print(f"icalendar {icalendar.__version__}: {len(events)} events, {len(wrong)} differences")
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
