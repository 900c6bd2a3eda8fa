-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT project, title, status, on_day, context, options, choice, consequences
FROM project_decision
WHERE project BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
ORDER BY project, position
