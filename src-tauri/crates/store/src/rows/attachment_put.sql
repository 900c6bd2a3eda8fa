INSERT INTO attachment (
    id, evidence, certification, project, name, media_type, bytes, sha256, alt, badge, position, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET
    evidence = excluded.evidence,
    certification = excluded.certification,
    project = excluded.project,
    name = excluded.name,
    media_type = excluded.media_type,
    bytes = excluded.bytes,
    sha256 = excluded.sha256,
    alt = excluded.alt,
    badge = excluded.badge,
    position = excluded.position,
    example = max(example, excluded.example)
