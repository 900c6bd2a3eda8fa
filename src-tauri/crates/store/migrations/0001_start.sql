-- Schema 1: the person's records and the history of their changes.
--
-- Every table is STRICT. Records of the person have UUIDv7 text keys, or a natural key where there is one (a skill, the
-- key of a plan item, the single rows 'target' and 'plan'). `example` marks the rows of the example profile. Children
-- go with their parents. Free text has no CHECK: its limits are the app's.

CREATE TABLE target (
    id       TEXT NOT NULL PRIMARY KEY CONSTRAINT target_single CHECK (id = 'target'),
    rung     TEXT NOT NULL,
    stack    TEXT,
    ready_by TEXT CONSTRAINT target_ready_by CHECK (ready_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT target_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE target_choice (
    target TEXT NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    choice TEXT NOT NULL,
    skill  TEXT NOT NULL,
    PRIMARY KEY (target, choice)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_settings (
    id                       TEXT NOT NULL PRIMARY KEY CONSTRAINT plan_settings_single CHECK (id = 'plan'),
    monday                   INTEGER NOT NULL CONSTRAINT plan_settings_monday CHECK (monday BETWEEN 0 AND 1440),
    tuesday                  INTEGER NOT NULL CONSTRAINT plan_settings_tuesday CHECK (tuesday BETWEEN 0 AND 1440),
    wednesday                INTEGER NOT NULL CONSTRAINT plan_settings_wednesday CHECK (wednesday BETWEEN 0 AND 1440),
    thursday                 INTEGER NOT NULL CONSTRAINT plan_settings_thursday CHECK (thursday BETWEEN 0 AND 1440),
    friday                   INTEGER NOT NULL CONSTRAINT plan_settings_friday CHECK (friday BETWEEN 0 AND 1440),
    saturday                 INTEGER NOT NULL CONSTRAINT plan_settings_saturday CHECK (saturday BETWEEN 0 AND 1440),
    sunday                   INTEGER NOT NULL CONSTRAINT plan_settings_sunday CHECK (sunday BETWEEN 0 AND 1440),
    focus_limit              INTEGER CONSTRAINT plan_settings_focus_limit CHECK (focus_limit BETWEEN 1 AND 1000),
    min_session_minutes      INTEGER NOT NULL
        CONSTRAINT plan_settings_min_session CHECK (min_session_minutes BETWEEN 0 AND 1440),
    max_item_minutes_per_day INTEGER
        CONSTRAINT plan_settings_max_item CHECK (max_item_minutes_per_day BETWEEN 1 AND 1440),
    holidays                 TEXT,
    started_on               TEXT
        CONSTRAINT plan_settings_started_on CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    example                  INTEGER NOT NULL DEFAULT 0 CONSTRAINT plan_settings_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE absence (
    id        TEXT NOT NULL PRIMARY KEY,
    first_day TEXT NOT NULL
        CONSTRAINT absence_first_day CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    last_day  TEXT NOT NULL
        CONSTRAINT absence_last_day CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    minutes   INTEGER NOT NULL CONSTRAINT absence_minutes CHECK (minutes BETWEEN 0 AND 1440),
    reason    TEXT NOT NULL,
    example   INTEGER NOT NULL DEFAULT 0 CONSTRAINT absence_example CHECK (example IN (0, 1)),
    CONSTRAINT absence_order CHECK (first_day <= last_day)
) STRICT;

-- What the person says of a skill; the skill itself is the role pack's, or stands in own_skill.
CREATE TABLE skill (
    id       TEXT NOT NULL PRIMARY KEY,
    claimed  INTEGER CONSTRAINT skill_claimed CHECK (claimed BETWEEN 0 AND 5),
    note     TEXT NOT NULL,
    hidden   INTEGER NOT NULL CONSTRAINT skill_hidden CHECK (hidden IN (0, 1)),
    required INTEGER CONSTRAINT skill_required CHECK (required BETWEEN 0 AND 5),
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT skill_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE own_skill (
    id        TEXT NOT NULL PRIMARY KEY,
    name_en   TEXT NOT NULL,
    name_fr   TEXT NOT NULL,
    group_id  TEXT NOT NULL,
    kind      TEXT NOT NULL CONSTRAINT own_skill_kind CHECK (kind IN ('knowledge', 'practice', 'soft')),
    effort    TEXT NOT NULL CONSTRAINT own_skill_effort CHECK (effort IN ('S', 'M', 'L')),
    half_life TEXT NOT NULL
        CONSTRAINT own_skill_half_life CHECK (half_life IN ('tool', 'platform', 'foundation', 'none')),
    example   INTEGER NOT NULL DEFAULT 0 CONSTRAINT own_skill_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE own_skill_prerequisite (
    own_skill TEXT NOT NULL REFERENCES own_skill (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    skill     TEXT NOT NULL,
    level     INTEGER NOT NULL CONSTRAINT own_skill_prerequisite_level CHECK (level BETWEEN 0 AND 5),
    PRIMARY KEY (own_skill, position)
) STRICT, WITHOUT ROWID;

-- Evidence by certification or project follows from those records and is never kept here.
CREATE TABLE evidence (
    id       TEXT NOT NULL PRIMARY KEY,
    skill    TEXT NOT NULL,
    kind     TEXT NOT NULL
        CONSTRAINT evidence_kind
        CHECK (kind IN ('log', 'course', 'work', 'review', 'contribution', 'practice_set')),
    minutes  INTEGER CONSTRAINT evidence_minutes CHECK (minutes BETWEEN 1 AND 1440),
    months   INTEGER CONSTRAINT evidence_months CHECK (months BETWEEN 0 AND 65535),
    states   INTEGER CONSTRAINT evidence_states CHECK (states BETWEEN 0 AND 5),
    on_day   TEXT NOT NULL
        CONSTRAINT evidence_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    title    TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    words    TEXT NOT NULL,
    url      TEXT NOT NULL,
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT evidence_example CHECK (example IN (0, 1)),
    CONSTRAINT evidence_log CHECK ((kind = 'log') = (minutes IS NOT NULL)),
    CONSTRAINT evidence_work CHECK ((kind = 'work') = (months IS NOT NULL)),
    CONSTRAINT evidence_review CHECK ((kind = 'review') = (states IS NOT NULL))
) STRICT;

CREATE INDEX evidence_by_skill ON evidence (skill);

-- Expiring and expired follow from `expires` and are never kept.
CREATE TABLE certification (
    id            TEXT NOT NULL PRIMARY KEY,
    certification TEXT,
    name          TEXT NOT NULL,
    provider      TEXT NOT NULL,
    stage         TEXT NOT NULL
        CONSTRAINT certification_stage
        CHECK (stage IN ('wished', 'planned', 'booked', 'passed', 'failed', 'held', 'renewed')),
    wanted_by     TEXT
        CONSTRAINT certification_wanted_by CHECK (wanted_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    exam_on       TEXT
        CONSTRAINT certification_exam_on CHECK (exam_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    exam_at       TEXT CONSTRAINT certification_exam_at CHECK (exam_at GLOB '[0-2][0-9]:[0-5][0-9]'),
    exam_zone     TEXT,
    place         TEXT NOT NULL,
    cost          REAL CONSTRAINT certification_cost CHECK (cost BETWEEN 0 AND 1e15),
    currency      TEXT CONSTRAINT certification_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    score         TEXT NOT NULL,
    attempt       INTEGER NOT NULL CONSTRAINT certification_attempt CHECK (attempt BETWEEN 0 AND 255),
    issued        TEXT
        CONSTRAINT certification_issued CHECK (issued GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    expires       TEXT
        CONSTRAINT certification_expires CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    credential_id TEXT NOT NULL,
    url           TEXT NOT NULL,
    note          TEXT NOT NULL,
    example       INTEGER NOT NULL DEFAULT 0 CONSTRAINT certification_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE certification_skill (
    certification TEXT NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    skill         TEXT NOT NULL,
    level         INTEGER NOT NULL CONSTRAINT certification_skill_level CHECK (level BETWEEN 0 AND 5),
    why           TEXT NOT NULL,
    PRIMARY KEY (certification, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project (
    id       TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    summary  TEXT NOT NULL,
    role     TEXT NOT NULL,
    team     TEXT NOT NULL,
    starts   TEXT CONSTRAINT project_starts CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends     TEXT CONSTRAINT project_ends CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    status   TEXT NOT NULL CONSTRAINT project_status CHECK (status IN ('idea', 'doing', 'done', 'shown')),
    practice TEXT,
    results  TEXT NOT NULL,
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT project_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE project_link (
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    url      TEXT NOT NULL,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_skill (
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    skill    TEXT NOT NULL,
    level    INTEGER NOT NULL CONSTRAINT project_skill_level CHECK (level BETWEEN 0 AND 5),
    why      TEXT NOT NULL,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_decision (
    project      TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    on_day       TEXT
        CONSTRAINT project_decision_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    context      TEXT NOT NULL,
    options      TEXT NOT NULL,
    choice       TEXT NOT NULL,
    consequences TEXT NOT NULL,
    PRIMARY KEY (project, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_check (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    line    TEXT NOT NULL,
    mark    TEXT NOT NULL CONSTRAINT project_check_mark CHECK (mark IN ('open', 'done', 'not_applicable')),
    note    TEXT NOT NULL,
    PRIMARY KEY (project, line)
) STRICT, WITHOUT ROWID;

-- The file itself lies under attachments/ by its hash. One owner each.
CREATE TABLE attachment (
    id            TEXT NOT NULL PRIMARY KEY,
    evidence      TEXT REFERENCES evidence (id) ON DELETE CASCADE,
    certification TEXT REFERENCES certification (id) ON DELETE CASCADE,
    project       TEXT REFERENCES project (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    media_type    TEXT NOT NULL,
    bytes         INTEGER NOT NULL CONSTRAINT attachment_bytes CHECK (bytes >= 0),
    sha256        TEXT NOT NULL
        CONSTRAINT attachment_sha256 CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    alt           TEXT NOT NULL,
    example       INTEGER NOT NULL DEFAULT 0 CONSTRAINT attachment_example CHECK (example IN (0, 1)),
    CONSTRAINT attachment_owner
        CHECK ((evidence IS NOT NULL) + (certification IS NOT NULL) + (project IS NOT NULL) = 1)
) STRICT;

CREATE INDEX attachment_by_evidence ON attachment (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX attachment_by_certification ON attachment (certification) WHERE certification IS NOT NULL;
CREATE INDEX attachment_by_project ON attachment (project) WHERE project IS NOT NULL;

CREATE TABLE plan_item (
    id         TEXT NOT NULL PRIMARY KEY CONSTRAINT plan_item_id CHECK (length(id) BETWEEN 1 AND 200),
    title      TEXT NOT NULL,
    minutes    INTEGER CONSTRAINT plan_item_minutes CHECK (minutes BETWEEN 0 AND 10000000),
    due        TEXT CONSTRAINT plan_item_due CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    due_kind   TEXT CONSTRAINT plan_item_due_kind CHECK (due_kind IN ('hard', 'soft')),
    not_before TEXT
        CONSTRAINT plan_item_not_before CHECK (not_before GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    weight     INTEGER CONSTRAINT plan_item_weight CHECK (weight BETWEEN 1 AND 10),
    dropped    INTEGER NOT NULL CONSTRAINT plan_item_dropped CHECK (dropped IN (0, 1)),
    done_on    TEXT CONSTRAINT plan_item_done_on CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    note       TEXT NOT NULL,
    example    INTEGER NOT NULL DEFAULT 0 CONSTRAINT plan_item_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE plan_item_after (
    plan_item TEXT NOT NULL REFERENCES plan_item (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    before    TEXT NOT NULL,
    PRIMARY KEY (plan_item, position)
) STRICT, WITHOUT ROWID;

-- Bookkeeping: what was changed, so that it can be taken back. Not itself recorded by the session.
-- `schema` is the schema that the changeset was taken in: an older one is not applied to a newer schema.
CREATE TABLE history (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL,
    args      TEXT NOT NULL,
    origin    TEXT NOT NULL CONSTRAINT history_origin CHECK (origin IN ('window', 'terminal', 'test')),
    at        TEXT NOT NULL,
    schema    INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0 CONSTRAINT history_undone CHECK (undone IN (0, 1)),
    undone_by TEXT CONSTRAINT history_undone_by CHECK (undone_by IN ('window', 'terminal', 'test')),
    changeset BLOB NOT NULL
) STRICT;

CREATE INDEX history_undone_entries ON history (undone, seq);
