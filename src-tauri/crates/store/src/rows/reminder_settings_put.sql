INSERT INTO reminder_settings (
    id, exam, expiry, renewal, session, at_time, session_at, quiet_from, quiet_to, example
)
VALUES ('reminders', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    exam = excluded.exam,
    expiry = excluded.expiry,
    renewal = excluded.renewal,
    session = excluded.session,
    at_time = excluded.at_time,
    session_at = excluded.session_at,
    quiet_from = excluded.quiet_from,
    quiet_to = excluded.quiet_to,
    example = max(example, excluded.example)
