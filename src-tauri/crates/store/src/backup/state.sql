SELECT format(
    '%d-%d-%d-%d-%s',
    (SELECT coalesce(max(seq), 0) FROM history),
    (SELECT count(*) FROM history WHERE undone = 1),
    (SELECT count(*) FROM kept_version),
    (SELECT count(*) FROM kept_audit),
    (SELECT coalesce(max(at), '') FROM kept_draft)
)
