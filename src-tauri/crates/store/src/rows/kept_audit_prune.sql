DELETE FROM kept_audit
WHERE project = ?1 AND id NOT IN (
    SELECT id FROM kept_audit WHERE project = ?1 ORDER BY id DESC LIMIT ?2
)
