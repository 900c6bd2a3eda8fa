INSERT INTO kept_reminder (id, kind, subject, on_day, days, due, said_at, shown, missed, dismissed, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO NOTHING
