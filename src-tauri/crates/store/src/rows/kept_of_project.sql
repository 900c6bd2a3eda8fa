SELECT
    (SELECT count(*) FROM kept_version WHERE project = ?1) AS versions,
    (SELECT count(*) FROM kept_audit WHERE project = ?1) AS audits
