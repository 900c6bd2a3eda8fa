SELECT seq, name, args, origin, at, undone, row_count
FROM history
ORDER BY seq DESC
LIMIT ?1
