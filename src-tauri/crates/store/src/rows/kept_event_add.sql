INSERT INTO kept_event (uid, sequence, stamp, content, example)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (uid, sequence) DO NOTHING
