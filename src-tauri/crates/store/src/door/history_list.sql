SELECT seq, name, args, origin, at, undone, row_count
FROM history
WHERE seq < ?2
ORDER BY seq DESC
LIMIT ?1
