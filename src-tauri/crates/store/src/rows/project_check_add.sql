INSERT INTO project_check (project, line, mark, note, planned, rests_on)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
