INSERT INTO own_skill (id, name_en, name_fr, group_id, kind, effort, half_life, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET
    name_en = excluded.name_en,
    name_fr = excluded.name_fr,
    group_id = excluded.group_id,
    kind = excluded.kind,
    effort = excluded.effort,
    half_life = excluded.half_life,
    example = max(example, excluded.example)
