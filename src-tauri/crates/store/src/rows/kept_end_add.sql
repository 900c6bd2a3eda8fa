INSERT INTO kept_end (item, on_day, example)
VALUES (?1, ?2, ?3)
ON CONFLICT (item) DO NOTHING
