-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT project, skill, level, rests_on, on_day, head, said
FROM project_proof
WHERE project BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
ORDER BY project, skill
