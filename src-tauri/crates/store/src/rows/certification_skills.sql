-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT certification AS owner, skill, level, why
FROM certification_skill
WHERE certification BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
ORDER BY certification, position
