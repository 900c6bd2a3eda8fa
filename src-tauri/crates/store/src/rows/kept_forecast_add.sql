INSERT INTO kept_forecast (item, made_on, p50, p85, p95, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (item, made_on) DO NOTHING
