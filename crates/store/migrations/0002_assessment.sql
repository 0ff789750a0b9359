-- Tests. An attempt lives here and no longer in the person's workbook, which keeps only how the last one ended.
-- Banks: which item counts, with which parameters. A version is written once and never changed; an attempt names the version it
-- draws from and goes on with it.
CREATE TABLE bank_versions (
    version BIGINT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by TEXT,
    note TEXT NOT NULL,
    json TEXT NOT NULL
);

-- One row an attempt. `state` is what going on needs (JSON, never queried); the columns repeat what lists and the bank's keepers ask
-- for. The pace (`deadline`, `paused_since`) stands in columns only: an organiser moves it for a whole room. `ended` and what stands after it are empty while the attempt is open. Numbers of the scale are in thousandths.
CREATE TABLE attempts (
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    blueprint TEXT NOT NULL,
    kind TEXT NOT NULL,
    bank BIGINT NOT NULL,
    sitting TEXT,
    manner TEXT NOT NULL,
    began BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    deadline BIGINT,
    paused_since BIGINT,
    state TEXT NOT NULL,
    ended BIGINT,
    ending TEXT,
    asked BIGINT,
    right_answers BIGINT,
    theta_milli BIGINT,
    se_milli BIGINT,
    passed BIGINT CHECK (passed IN (0, 1)),
    PRIMARY KEY (person, id)
) /*sqlite: WITHOUT ROWID */;
-- Who sits in a sitting. Few attempts have one, so the index is small.
CREATE INDEX attempts_by_sitting ON attempts (sitting, person) WHERE sitting IS NOT NULL;

-- One row an answer: what calibration, exposure and the search for irregularities read. `score` is 0 or 1 (more for partial credit), `ms`
-- the milliseconds between showing and answering as the server saw them.
CREATE TABLE responses (
    person TEXT NOT NULL,
    attempt TEXT NOT NULL,
    place BIGINT NOT NULL,
    item TEXT NOT NULL,
    bank BIGINT NOT NULL,
    choice BIGINT NOT NULL,
    score BIGINT NOT NULL,
    scored BIGINT NOT NULL CHECK (scored IN (0, 1)),
    ms BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, attempt, place)
) /*sqlite: WITHOUT ROWID */;

-- A passed skill says whether somebody watched: 'self-taken' or 'supervised'.
ALTER TABLE standings ADD COLUMN assurance TEXT;
