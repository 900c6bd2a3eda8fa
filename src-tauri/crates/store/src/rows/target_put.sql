INSERT INTO target (id, rung, stack, ready_by, example)
VALUES ('target', ?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET
    rung = excluded.rung,
    stack = excluded.stack,
    ready_by = excluded.ready_by,
    example = max(example, excluded.example)
