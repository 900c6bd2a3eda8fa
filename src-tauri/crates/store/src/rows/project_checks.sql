-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT project, line, mark, note, planned, rests_on
FROM project_check
WHERE project BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
