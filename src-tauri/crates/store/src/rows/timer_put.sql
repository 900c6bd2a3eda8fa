INSERT INTO timer (id, item, skill, zone, example)
VALUES ('timer', ?1, ?2, ?3, ?4)
ON CONFLICT (id) DO UPDATE SET
    item = excluded.item,
    skill = excluded.skill,
    zone = excluded.zone,
    example = max(example, excluded.example)
