-- Schema 4: case studies, versions and drafts, what the audit found and what it proves, pictures in order, work from day to
-- day, and evidence for several skills.

ALTER TABLE project ADD COLUMN story TEXT NOT NULL DEFAULT '';
-- The folder that is audited; empty where none was chosen.
ALTER TABLE project ADD COLUMN folder TEXT NOT NULL DEFAULT '';

ALTER TABLE project_decision ADD COLUMN status TEXT NOT NULL DEFAULT 'accepted'
    CONSTRAINT project_decision_status CHECK (status IN ('proposed', 'accepted', 'rejected', 'superseded'));

ALTER TABLE project_check ADD COLUMN planned INTEGER NOT NULL DEFAULT 0
    CONSTRAINT project_check_planned CHECK (planned IN (0, 1));
-- The finding that a line rests on, as JSON: rule, name, place.
ALTER TABLE project_check ADD COLUMN rests_on TEXT
    CONSTRAINT project_check_rests_on CHECK (rests_on IS NULL OR json_valid(rests_on));

ALTER TABLE attachment ADD COLUMN position INTEGER NOT NULL DEFAULT 0
    CONSTRAINT attachment_position CHECK (position BETWEEN 0 AND 1000000);

ALTER TABLE evidence ADD COLUMN from_day TEXT
    CONSTRAINT evidence_from_day CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE evidence ADD COLUMN ongoing INTEGER NOT NULL DEFAULT 0
    CONSTRAINT evidence_ongoing CHECK (ongoing IN (0, 1));
ALTER TABLE evidence ADD COLUMN form TEXT
    CONSTRAINT evidence_form CHECK (form IN ('change', 'talk', 'publication'));

-- Further skills of a piece of evidence.
CREATE TABLE evidence_skill (
    evidence TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    skill    TEXT NOT NULL,
    PRIMARY KEY (evidence, position)
) STRICT, WITHOUT ROWID;

-- Skills that the audit of a project proves; `rests_on` is JSON: a list of rule, name, place.
CREATE TABLE project_proof (
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    skill    TEXT NOT NULL,
    level    INTEGER NOT NULL CONSTRAINT project_proof_level CHECK (level BETWEEN 1 AND 3),
    rests_on TEXT NOT NULL CONSTRAINT project_proof_rests_on CHECK (json_valid(rests_on)),
    on_day   TEXT NOT NULL
        CONSTRAINT project_proof_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    head     TEXT,
    -- The level that the person had said before; null where the project was given the skill by this proof.
    said     INTEGER CONSTRAINT project_proof_said CHECK (said BETWEEN 0 AND 5),
    PRIMARY KEY (project, skill)
) STRICT, WITHOUT ROWID;

-- Each save of a project, whole, as JSON; what is kept outlives an undo, and the project too.
CREATE TABLE kept_version (
    id      TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    at      TEXT NOT NULL,
    record  TEXT NOT NULL CONSTRAINT kept_version_record CHECK (json_valid(record)),
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_version_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_version_by_project ON kept_version (project);

-- Each audit of a project; `report` is JSON.
CREATE TABLE kept_audit (
    id      TEXT NOT NULL PRIMARY KEY,
    project TEXT NOT NULL,
    at      TEXT NOT NULL,
    report  TEXT NOT NULL CONSTRAINT kept_audit_report CHECK (json_valid(report)),
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_audit_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_audit_by_project ON kept_audit (project);

-- What was written about a project and not saved: one draft each.
CREATE TABLE kept_draft (
    project TEXT NOT NULL PRIMARY KEY,
    at      TEXT NOT NULL,
    summary TEXT NOT NULL,
    story   TEXT NOT NULL,
    results TEXT NOT NULL,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_draft_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;
