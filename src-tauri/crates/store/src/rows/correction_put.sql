INSERT INTO correction (id, certification, fact, value, as_of, source, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET
    value = excluded.value,
    as_of = excluded.as_of,
    source = excluded.source,
    example = max(example, excluded.example)
