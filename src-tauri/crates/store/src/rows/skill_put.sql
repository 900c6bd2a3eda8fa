INSERT INTO skill (id, claimed, note, hidden, required, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    claimed = excluded.claimed,
    note = excluded.note,
    hidden = excluded.hidden,
    required = excluded.required,
    example = max(example, excluded.example)
