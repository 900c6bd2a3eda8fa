-- Schema 2: the time log, the timer, pins and places of plan items, scenarios, weekly reviews, and what the program keeps
-- of its own reckoning.

-- Minutes of one civil day. `began` and `ended` are instants in RFC 3339, UTC.
CREATE TABLE log_entry (
    id      TEXT NOT NULL PRIMARY KEY,
    item    TEXT CONSTRAINT log_entry_item CHECK (length(item) BETWEEN 1 AND 200),
    skill   TEXT,
    on_day  TEXT NOT NULL
        CONSTRAINT log_entry_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    minutes INTEGER NOT NULL CONSTRAINT log_entry_minutes CHECK (minutes BETWEEN 1 AND 1440),
    began   TEXT,
    ended   TEXT,
    note    TEXT NOT NULL,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT log_entry_example CHECK (example IN (0, 1)),
    CONSTRAINT log_entry_what CHECK (item IS NOT NULL OR skill IS NOT NULL),
    CONSTRAINT log_entry_order CHECK (began IS NULL OR ended IS NULL OR began <= ended)
) STRICT;

CREATE INDEX log_entry_by_day ON log_entry (on_day);

-- What was logged as evidence before there was a time log. Those with attachments stay where their files are.
INSERT INTO log_entry (id, skill, on_day, minutes, note, example)
SELECT
    id, skill, on_day, minutes,
    concat_ws(char(10), nullif(title, ''), nullif(reviewer, ''), nullif(words, ''), nullif(url, '')),
    example
FROM evidence
WHERE kind = 'log' AND id NOT IN (SELECT evidence FROM attachment WHERE evidence IS NOT NULL);

DELETE FROM evidence
WHERE kind = 'log' AND id IN (SELECT id FROM log_entry);

CREATE TABLE timer (
    id      TEXT NOT NULL PRIMARY KEY CONSTRAINT timer_single CHECK (id = 'timer'),
    item    TEXT CONSTRAINT timer_item CHECK (length(item) BETWEEN 1 AND 200),
    skill   TEXT,
    zone    TEXT NOT NULL,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT timer_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE timer_stretch (
    timer    TEXT NOT NULL REFERENCES timer (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    began    TEXT NOT NULL,
    ended    TEXT,
    PRIMARY KEY (timer, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE plan_item ADD COLUMN place TEXT
    CONSTRAINT plan_item_place CHECK (place IN ('first', 'ahead_of', 'last'));
ALTER TABLE plan_item ADD COLUMN place_item TEXT;
ALTER TABLE plan_item ADD COLUMN split_after INTEGER
    CONSTRAINT plan_item_split_after CHECK (split_after BETWEEN 1 AND 10000000);

CREATE TABLE plan_item_pin (
    plan_item TEXT NOT NULL REFERENCES plan_item (id) ON DELETE CASCADE,
    on_day    TEXT NOT NULL
        CONSTRAINT plan_item_pin_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    minutes   INTEGER NOT NULL CONSTRAINT plan_item_pin_minutes CHECK (minutes BETWEEN 1 AND 1440),
    PRIMARY KEY (plan_item, on_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
    id             TEXT NOT NULL PRIMARY KEY,
    name           TEXT NOT NULL,
    -- Seven numbers, Monday first, with commas between; NULL for those of the plan.
    weekly_minutes TEXT,
    rung           TEXT,
    stack          TEXT,
    ready_by       TEXT
        CONSTRAINT scenario_ready_by CHECK (ready_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    example        INTEGER NOT NULL DEFAULT 0 CONSTRAINT scenario_example CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE scenario_item (
    scenario TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    item     TEXT NOT NULL,
    dropped  INTEGER NOT NULL CONSTRAINT scenario_item_dropped CHECK (dropped IN (0, 1)),
    due      TEXT CONSTRAINT scenario_item_due CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    due_kind TEXT CONSTRAINT scenario_item_due_kind CHECK (due_kind IN ('hard', 'soft')),
    PRIMARY KEY (scenario, position)
) STRICT, WITHOUT ROWID;

-- `id` is the Monday of the week; `choice` is the choice as JSON.
CREATE TABLE week_review (
    id        TEXT NOT NULL PRIMARY KEY
        CONSTRAINT week_review_id CHECK (id GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    closed_on TEXT NOT NULL
        CONSTRAINT week_review_closed_on CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    choice    TEXT NOT NULL,
    note      TEXT NOT NULL,
    example   INTEGER NOT NULL DEFAULT 0 CONSTRAINT week_review_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What the program keeps of its own reckoning. Rows are added and never changed; undo does not take them back, except
-- with the example.
CREATE TABLE kept_day (
    id           TEXT NOT NULL PRIMARY KEY
        CONSTRAINT kept_day_id CHECK (id GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    rung         TEXT NOT NULL,
    claimed      REAL NOT NULL,
    proven       REAL NOT NULL,
    minutes_left INTEGER NOT NULL,
    finish       TEXT,
    p50          TEXT,
    p85          TEXT,
    p95          TEXT,
    chance       REAL,
    example      INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_day_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_forecast (
    item    TEXT NOT NULL,
    made_on TEXT NOT NULL,
    p50     TEXT,
    p85     TEXT,
    p95     TEXT,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_forecast_example CHECK (example IN (0, 1)),
    PRIMARY KEY (item, made_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_end (
    item    TEXT NOT NULL PRIMARY KEY,
    on_day  TEXT NOT NULL,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_end_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_session (
    week     TEXT NOT NULL,
    position INTEGER NOT NULL,
    on_day   TEXT NOT NULL,
    item     TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    minutes  INTEGER NOT NULL,
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_session_example CHECK (example IN (0, 1)),
    PRIMARY KEY (week, position)
) STRICT, WITHOUT ROWID;
