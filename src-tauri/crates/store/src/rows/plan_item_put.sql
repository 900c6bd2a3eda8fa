INSERT INTO plan_item (
    id, title, minutes, due, due_kind, not_before, weight, place, place_item, split_after, dropped,
    done_on, note, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title,
    minutes = excluded.minutes,
    due = excluded.due,
    due_kind = excluded.due_kind,
    not_before = excluded.not_before,
    weight = excluded.weight,
    place = excluded.place,
    place_item = excluded.place_item,
    split_after = excluded.split_after,
    dropped = excluded.dropped,
    done_on = excluded.done_on,
    note = excluded.note,
    example = max(example, excluded.example)
