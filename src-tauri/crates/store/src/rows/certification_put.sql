INSERT INTO certification (
    id, certification, name, provider, stage, wanted_by, exam_on, exam_at, exam_zone, place, cost,
    currency, score, attempt, issued, expires, credential_id, url, note, reschedule_by, retry_from, keep_up,
    performance_based, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
        ?21, ?22, ?23, ?24)
ON CONFLICT (id) DO UPDATE SET
    certification = excluded.certification,
    name = excluded.name,
    provider = excluded.provider,
    stage = excluded.stage,
    wanted_by = excluded.wanted_by,
    exam_on = excluded.exam_on,
    exam_at = excluded.exam_at,
    exam_zone = excluded.exam_zone,
    place = excluded.place,
    cost = excluded.cost,
    currency = excluded.currency,
    score = excluded.score,
    attempt = excluded.attempt,
    issued = excluded.issued,
    expires = excluded.expires,
    credential_id = excluded.credential_id,
    url = excluded.url,
    note = excluded.note,
    reschedule_by = excluded.reschedule_by,
    retry_from = excluded.retry_from,
    keep_up = excluded.keep_up,
    performance_based = excluded.performance_based,
    example = max(example, excluded.example)
