INSERT INTO certification_skill (certification, position, skill, level, why)
VALUES (?1, ?2, ?3, ?4, ?5)
