INSERT INTO week_review (id, closed_on, choice, note, example)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET
    closed_on = excluded.closed_on,
    choice = excluded.choice,
    note = excluded.note,
    example = max(example, excluded.example)
