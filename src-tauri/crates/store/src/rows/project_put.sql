INSERT INTO project (
    id, name, summary, story, role, team, starts, ends, status, practice, results, folder, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    summary = excluded.summary,
    story = excluded.story,
    role = excluded.role,
    team = excluded.team,
    starts = excluded.starts,
    ends = excluded.ends,
    status = excluded.status,
    practice = excluded.practice,
    results = excluded.results,
    folder = excluded.folder,
    example = max(example, excluded.example)
