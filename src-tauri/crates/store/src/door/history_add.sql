INSERT INTO history (name, args, origin, at, schema, row_count, changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
