INSERT INTO absence (id, first_day, last_day, minutes, reason, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    first_day = excluded.first_day,
    last_day = excluded.last_day,
    minutes = excluded.minutes,
    reason = excluded.reason,
    example = max(example, excluded.example)
