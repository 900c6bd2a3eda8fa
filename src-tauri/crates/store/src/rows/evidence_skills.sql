-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT evidence, skill
FROM evidence_skill
WHERE evidence BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
ORDER BY evidence, position
