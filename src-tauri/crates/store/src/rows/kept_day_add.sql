INSERT INTO kept_day (id, rung, claimed, proven, minutes_left, finish, p50, p85, p95, chance, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO NOTHING
