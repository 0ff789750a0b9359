-- The first schema. Times are epoch milliseconds UTC, days are 'yyyy-mm-dd', ids are UUIDv7 as text, yes/no is 0/1, JSON is text
-- that is never queried. Tables that belong to a person begin their key with the person, and nothing is unique across
-- people except what has to be found by itself (statement_ids, certificates, sessions), so that the tables can be spread over servers by person.
-- Narrow tables with a composite key are kept in the key's own tree by SQLite (WITHOUT ROWID), which halves what a write touches.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Territory: small reference tables, loaded from data/ and never written by people. Open ends and a missing successor are ''.
CREATE TABLE units (
    id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent TEXT,
    PRIMARY KEY (id, valid_from)
);

CREATE TABLE successions (
    pred TEXT NOT NULL,
    succ TEXT NOT NULL,
    kind TEXT NOT NULL,
    pop_ppm BIGINT,
    area_ppm BIGINT,
    note TEXT NOT NULL,
    PRIMARY KEY (pred, succ)
);

CREATE TABLE aliases (
    unit TEXT NOT NULL,
    alias TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (unit, alias)
);

-- How many people there are to reach, each figure with its source and date. Real ones stay beside those of made-up people.
CREATE TABLE denominators (
    grp TEXT NOT NULL,
    unit TEXT NOT NULL,
    source_vi TEXT NOT NULL,
    source_en TEXT NOT NULL,
    as_of TEXT NOT NULL,
    value BIGINT NOT NULL,
    demonstration BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
    PRIMARY KEY (grp, unit, source_vi)
);

-- People. Personal data is here only. `version` counts the person's statements, and every write of one begins by moving it.
-- `grps` is ',resident,adults,' (the plain group first) or ''; `level` is 0 to 5, or nothing when no profile is asked.
CREATE TABLE persons (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    name TEXT,
    name_folded TEXT NOT NULL,
    birth_year BIGINT,
    hamlet TEXT,
    unit TEXT NOT NULL,
    grps TEXT NOT NULL,
    kind TEXT NOT NULL,
    made_by TEXT,
    made_at BIGINT NOT NULL,
    level BIGINT,
    attained BIGINT NOT NULL CHECK (attained IN (0, 1)),
    workbook TEXT NOT NULL
);
-- A leader's list of a ward comes out of it in the order of names.
CREATE INDEX persons_by_unit_and_name ON persons (unit, name_folded, id);

-- The record: append-only, in each person's own order. The columns beside `json` repeat what is asked for without reading it.
CREATE TABLE statements (
    person TEXT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    stored BIGINT NOT NULL,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    skill TEXT,
    rung BIGINT,
    unit TEXT NOT NULL,
    helper TEXT,
    json TEXT NOT NULL,
    PRIMARY KEY (person, seq)
);
-- What a helper did last. Few statements have a helper, so the index is small.
CREATE INDEX statements_by_helper ON statements (helper, stored) WHERE helper IS NOT NULL;

-- Finds a statement by its id alone, and makes sending one twice harmless.
CREATE TABLE statement_ids (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    seq BIGINT NOT NULL
) /*sqlite: WITHOUT ROWID */;

-- The highest rung (1 to 5) of a person for a skill, and which statement showed it.
CREATE TABLE standings (
    person TEXT NOT NULL,
    skill TEXT NOT NULL,
    rung BIGINT NOT NULL CHECK (rung BETWEEN 1 AND 5),
    since BIGINT NOT NULL,
    passed_at BIGINT,
    statement TEXT NOT NULL,
    helper TEXT,
    PRIMARY KEY (person, skill)
) /*sqlite: WITHOUT ROWID */;

-- Counts, kept at commune level: what a day changed, and where it stands now. Every question names a group, so it comes first.
CREATE TABLE tallies (
    grp TEXT NOT NULL,
    unit TEXT NOT NULL,
    indicator TEXT NOT NULL,
    day TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (grp, unit, indicator, day)
) /*sqlite: WITHOUT ROWID */;

CREATE TABLE totals (
    grp TEXT NOT NULL,
    unit TEXT NOT NULL,
    indicator TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (grp, unit, indicator)
) /*sqlite: WITHOUT ROWID */;

-- Who may sign in, and as what, where.
CREATE TABLE users (
    login TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    hash TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    disabled BIGINT NOT NULL CHECK (disabled IN (0, 1))
);

CREATE TABLE roles (
    login TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (login, role, unit)
);

-- The token itself is only in the cookie; a reader of this table cannot sign in with it.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    login TEXT,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE rate_limits (
    key TEXT PRIMARY KEY,
    window_start BIGINT NOT NULL,
    count BIGINT NOT NULL
);

-- One row for every act of an official.
CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    login TEXT NOT NULL,
    act TEXT NOT NULL,
    object TEXT,
    unit TEXT,
    detail TEXT
);
CREATE INDEX audit_by_time ON audit (at, id);

CREATE TABLE certificates (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    profile TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    grp TEXT,
    issued_at BIGINT NOT NULL,
    valid_until TEXT NOT NULL,
    revoked_at BIGINT,
    revoked_why TEXT,
    code TEXT NOT NULL,
    -- The short number printed beside the QR, for typing by hand. Two may share one in a hundred million; both are then looked at.
    number TEXT NOT NULL
);
CREATE INDEX certificates_by_number ON certificates (number);
CREATE INDEX certificates_by_person ON certificates (person, profile);
