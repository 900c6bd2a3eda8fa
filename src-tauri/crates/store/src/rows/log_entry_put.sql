INSERT INTO log_entry (id, item, skill, on_day, minutes, began, ended, note, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (id) DO UPDATE SET
    item = excluded.item,
    skill = excluded.skill,
    on_day = excluded.on_day,
    minutes = excluded.minutes,
    began = excluded.began,
    ended = excluded.ended,
    note = excluded.note,
    example = max(example, excluded.example)
