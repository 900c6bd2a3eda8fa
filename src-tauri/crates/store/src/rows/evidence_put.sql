INSERT INTO evidence (
    id, skill, kind, minutes, months, states, form, from_day, ongoing, on_day, title, reviewer, words, url, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (id) DO UPDATE SET
    skill = excluded.skill,
    kind = excluded.kind,
    minutes = excluded.minutes,
    months = excluded.months,
    states = excluded.states,
    form = excluded.form,
    from_day = excluded.from_day,
    ongoing = excluded.ongoing,
    on_day = excluded.on_day,
    title = excluded.title,
    reviewer = excluded.reviewer,
    words = excluded.words,
    url = excluded.url,
    example = max(example, excluded.example)
