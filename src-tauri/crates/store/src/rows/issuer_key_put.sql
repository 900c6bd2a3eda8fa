INSERT INTO issuer_key (id, issuer, name, jwk, thumbprint, kind, added_on, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE SET
    issuer = excluded.issuer,
    name = excluded.name,
    jwk = excluded.jwk,
    thumbprint = excluded.thumbprint,
    kind = excluded.kind,
    added_on = excluded.added_on,
    example = max(example, excluded.example)
