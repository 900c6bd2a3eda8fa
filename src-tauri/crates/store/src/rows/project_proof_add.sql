INSERT INTO project_proof (project, skill, level, rests_on, on_day, head, said)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
