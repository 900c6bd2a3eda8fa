INSERT INTO project_decision (project, position, title, status, on_day, context, options, choice, consequences)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
