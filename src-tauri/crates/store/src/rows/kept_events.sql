SELECT uid, max(sequence) AS sequence, stamp, content
FROM kept_event
GROUP BY uid
ORDER BY uid
