INSERT INTO plan_settings (
    id, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    focus_limit, min_session_minutes, max_item_minutes_per_day, holidays, started_on, example
)
VALUES ('plan', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET
    monday = excluded.monday,
    tuesday = excluded.tuesday,
    wednesday = excluded.wednesday,
    thursday = excluded.thursday,
    friday = excluded.friday,
    saturday = excluded.saturday,
    sunday = excluded.sunday,
    focus_limit = excluded.focus_limit,
    min_session_minutes = excluded.min_session_minutes,
    max_item_minutes_per_day = excluded.max_item_minutes_per_day,
    holidays = excluded.holidays,
    started_on = excluded.started_on,
    example = max(example, excluded.example)
