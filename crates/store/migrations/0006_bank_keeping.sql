-- The keepers of the bank. What answers say of each question, counted from time to time: one row a question, put in place of the old one.
CREATE TABLE item_figures (
    item TEXT PRIMARY KEY,
    json TEXT NOT NULL
);

-- A calibration before and after somebody decided about it. `json` is domain::bank::Proposal. `act` is the form that decided,
-- `applied` the version of the bank that it made; an undecided one has neither, one that was left has no version.
CREATE TABLE calibrations (
    id TEXT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    family TEXT NOT NULL,
    base BIGINT NOT NULL,
    json TEXT NOT NULL,
    act TEXT,
    decided_at BIGINT,
    decided_by TEXT,
    words TEXT,
    applied BIGINT
);

-- What keepers did to questions, append-only; `id` is that of the form, `version` the version of the bank that it made.
CREATE TABLE item_acts (
    id TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    at BIGINT NOT NULL,
    login TEXT NOT NULL,
    deed TEXT NOT NULL,
    words TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX item_acts_by_item ON item_acts (item, at);

-- Signs that an attempt should be looked at by a person. `other` is the attempt that it agrees with too much, else ''.
CREATE TABLE flags (
    person TEXT NOT NULL,
    attempt TEXT NOT NULL,
    kind TEXT NOT NULL,
    other TEXT NOT NULL,
    value_milli BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (person, attempt, kind, other)
) /*sqlite: WITHOUT ROWID */;
CREATE INDEX flags_by_time ON flags (seen_at);

-- Examinations in the order in which they ended: those since the last look are looked through.
CREATE INDEX attempts_by_end ON attempts (ended, person, id) WHERE kind = 'examination' AND ended IS NOT NULL;
