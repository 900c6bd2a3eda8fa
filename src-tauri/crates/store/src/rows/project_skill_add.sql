INSERT INTO project_skill (project, position, skill, level, why)
VALUES (?1, ?2, ?3, ?4, ?5)
