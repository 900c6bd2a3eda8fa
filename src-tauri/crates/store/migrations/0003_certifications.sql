-- Schema 3: attempts, costs, credits and past terms of certifications, the person's corrections of the catalogue, trusted
-- keys and own addresses for badges, reminders, and what was handed out as a calendar.

ALTER TABLE certification ADD COLUMN reschedule_by TEXT
    CONSTRAINT certification_reschedule_by
    CHECK (reschedule_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE certification ADD COLUMN retry_from TEXT
    CONSTRAINT certification_retry_from CHECK (retry_from GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE certification ADD COLUMN keep_up INTEGER NOT NULL DEFAULT 1
    CONSTRAINT certification_keep_up CHECK (keep_up IN (0, 1));
ALTER TABLE certification ADD COLUMN performance_based INTEGER NOT NULL DEFAULT 0
    CONSTRAINT certification_performance_based CHECK (performance_based IN (0, 1));

ALTER TABLE attachment ADD COLUMN badge INTEGER NOT NULL DEFAULT 0
    CONSTRAINT attachment_badge CHECK (badge IN (0, 1));

-- Attempts that were not passed.
CREATE TABLE certification_attempt (
    certification TEXT NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    on_day        TEXT NOT NULL
        CONSTRAINT certification_attempt_on_day
        CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    score         TEXT NOT NULL,
    cost          REAL CONSTRAINT certification_attempt_cost CHECK (cost BETWEEN 0 AND 1e15),
    currency      TEXT CONSTRAINT certification_attempt_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    note          TEXT NOT NULL,
    PRIMARY KEY (certification, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification_cost (
    certification TEXT NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    on_day        TEXT NOT NULL
        CONSTRAINT certification_cost_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    what          TEXT NOT NULL
        CONSTRAINT certification_cost_what CHECK (what IN ('course', 'material', 'renewal', 'travel', 'other')),
    amount        REAL NOT NULL CONSTRAINT certification_cost_amount CHECK (amount BETWEEN 0 AND 1e15),
    currency      TEXT NOT NULL CONSTRAINT certification_cost_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    note          TEXT NOT NULL,
    PRIMARY KEY (certification, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification_credit (
    certification TEXT NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    on_day        TEXT NOT NULL
        CONSTRAINT certification_credit_on_day CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    credits       REAL NOT NULL CONSTRAINT certification_credit_credits CHECK (credits BETWEEN 0 AND 10000),
    title         TEXT NOT NULL,
    PRIMARY KEY (certification, position)
) STRICT, WITHOUT ROWID;

-- Terms that a renewal followed.
CREATE TABLE certification_period (
    certification TEXT NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    issued        TEXT,
    expires       TEXT,
    renewed_on    TEXT NOT NULL
        CONSTRAINT certification_period_renewed_on
        CHECK (renewed_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    how           TEXT,
    PRIMARY KEY (certification, position)
) STRICT, WITHOUT ROWID;

-- What the person knows better than the catalogue. The id is the certification and the fact: `aws-dva:price`.
CREATE TABLE correction (
    id            TEXT NOT NULL PRIMARY KEY CONSTRAINT correction_id CHECK (id = certification || ':' || fact),
    certification TEXT NOT NULL,
    fact          TEXT NOT NULL,
    value         TEXT NOT NULL,
    as_of         TEXT NOT NULL
        CONSTRAINT correction_as_of CHECK (as_of GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source        TEXT NOT NULL,
    example       INTEGER NOT NULL DEFAULT 0 CONSTRAINT correction_example CHECK (example IN (0, 1))
) STRICT;

-- Public keys that the person trusts, each for one issuer or for any.
CREATE TABLE issuer_key (
    id         TEXT NOT NULL PRIMARY KEY,
    issuer     TEXT,
    name       TEXT NOT NULL,
    jwk        TEXT NOT NULL CONSTRAINT issuer_key_jwk CHECK (length(jwk) BETWEEN 1 AND 10000),
    thumbprint TEXT NOT NULL,
    kind       TEXT NOT NULL,
    added_on   TEXT NOT NULL
        CONSTRAINT issuer_key_added_on CHECK (added_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    example    INTEGER NOT NULL DEFAULT 0 CONSTRAINT issuer_key_example CHECK (example IN (0, 1))
) STRICT;

-- E-mail addresses to which the person's badges were issued; the id is the address.
CREATE TABLE address (
    id      TEXT NOT NULL PRIMARY KEY CONSTRAINT address_id CHECK (length(id) BETWEEN 3 AND 320),
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT address_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder_settings (
    id         TEXT NOT NULL PRIMARY KEY CONSTRAINT reminder_settings_single CHECK (id = 'reminders'),
    exam       INTEGER NOT NULL CONSTRAINT reminder_settings_exam CHECK (exam IN (0, 1)),
    expiry     INTEGER NOT NULL CONSTRAINT reminder_settings_expiry CHECK (expiry IN (0, 1)),
    renewal    INTEGER NOT NULL CONSTRAINT reminder_settings_renewal CHECK (renewal IN (0, 1)),
    session    INTEGER NOT NULL CONSTRAINT reminder_settings_session CHECK (session IN (0, 1)),
    at_time    TEXT NOT NULL CONSTRAINT reminder_settings_at_time CHECK (at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    session_at TEXT NOT NULL
        CONSTRAINT reminder_settings_session_at CHECK (session_at GLOB '[0-2][0-9]:[0-5][0-9]'),
    quiet_from TEXT CONSTRAINT reminder_settings_quiet_from CHECK (quiet_from GLOB '[0-2][0-9]:[0-5][0-9]'),
    quiet_to   TEXT CONSTRAINT reminder_settings_quiet_to CHECK (quiet_to GLOB '[0-2][0-9]:[0-5][0-9]'),
    example    INTEGER NOT NULL DEFAULT 0 CONSTRAINT reminder_settings_example CHECK (example IN (0, 1)),
    CONSTRAINT reminder_settings_quiet CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT, WITHOUT ROWID;

-- Reminders that were said, or passed over: none twice. `due` and `said_at` are instants in RFC 3339, UTC.
CREATE TABLE kept_reminder (
    id        TEXT NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    on_day    TEXT NOT NULL,
    days      INTEGER NOT NULL,
    due       TEXT NOT NULL,
    said_at   TEXT NOT NULL,
    shown     INTEGER NOT NULL CONSTRAINT kept_reminder_shown CHECK (shown IN (0, 1)),
    missed    INTEGER NOT NULL CONSTRAINT kept_reminder_missed CHECK (missed IN (0, 1)),
    dismissed INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_reminder_dismissed CHECK (dismissed IN (0, 1)),
    example   INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_reminder_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

-- When the program last looked what was due.
CREATE TABLE kept_look (
    id      TEXT NOT NULL PRIMARY KEY CONSTRAINT kept_look_single CHECK (id = 'look'),
    at      TEXT NOT NULL,
    example INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_look_example CHECK (example IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What was handed out of an event: a change of its content is its next revision.
CREATE TABLE kept_event (
    uid      TEXT NOT NULL,
    sequence INTEGER NOT NULL CONSTRAINT kept_event_sequence CHECK (sequence >= 0),
    stamp    TEXT NOT NULL,
    content  TEXT NOT NULL,
    example  INTEGER NOT NULL DEFAULT 0 CONSTRAINT kept_event_example CHECK (example IN (0, 1)),
    PRIMARY KEY (uid, sequence)
) STRICT, WITHOUT ROWID;
