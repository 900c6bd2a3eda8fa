INSERT INTO scenario (id, name, weekly_minutes, rung, stack, ready_by, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    weekly_minutes = excluded.weekly_minutes,
    rung = excluded.rung,
    stack = excluded.stack,
    ready_by = excluded.ready_by,
    example = max(example, excluded.example)
