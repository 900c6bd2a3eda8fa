INSERT INTO kept_session (week, position, on_day, item, title_en, title_fr, minutes, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (week, position) DO NOTHING
