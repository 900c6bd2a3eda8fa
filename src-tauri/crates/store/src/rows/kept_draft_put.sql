INSERT INTO kept_draft (project, at, summary, story, results, example)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (project) DO UPDATE SET
    at = excluded.at,
    summary = excluded.summary,
    story = excluded.story,
    results = excluded.results
