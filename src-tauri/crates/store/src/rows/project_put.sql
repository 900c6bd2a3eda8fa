INSERT INTO project (
    id, name, summary, role, team, starts, ends, status, practice, results, example
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    summary = excluded.summary,
    role = excluded.role,
    team = excluded.team,
    starts = excluded.starts,
    ends = excluded.ends,
    status = excluded.status,
    practice = excluded.practice,
    results = excluded.results,
    example = max(example, excluded.example)
