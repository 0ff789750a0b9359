-- Sittings: an examination under somebody's eyes. The room and each seat have a version of their own, so that forty people who begin
-- at once do not race. `json` is what domain::sitting keeps of each; names stand in `seats` alone, beside it.
CREATE TABLE sittings (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    unit TEXT NOT NULL,
    organiser TEXT NOT NULL,
    blueprint TEXT NOT NULL,
    code TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    json TEXT NOT NULL
);
-- A code names one open sitting; after its end the code may come again.
CREATE UNIQUE INDEX one_open_sitting_per_code ON sittings (code) WHERE closed_at IS NULL;
CREATE INDEX sittings_by_unit ON sittings (unit, opened_at);

-- A seat belongs to its sitting. `name` is what the person told or the organiser's list says, and stands on the certificate; `person`
-- is empty while the seat is kept for somebody who has not come.
CREATE TABLE seats (
    sitting TEXT NOT NULL,
    no BIGINT NOT NULL,
    version BIGINT NOT NULL,
    person TEXT,
    name TEXT NOT NULL,
    birth_year BIGINT,
    json TEXT NOT NULL,
    PRIMARY KEY (sitting, no)
) /*sqlite: WITHOUT ROWID */;
CREATE UNIQUE INDEX one_seat_per_person_and_sitting ON seats (person, sitting) WHERE person IS NOT NULL;

-- The record of a sitting, append-only: room and seats are a fold over it. `seat` is 0 for the room; `seq` is the version of the room or
-- the seat that the act made. `login` is the organiser's; a person at a seat has none. No name and no number of any paper is in it.
CREATE TABLE sitting_acts (
    sitting TEXT NOT NULL,
    seat BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    login TEXT,
    json TEXT NOT NULL,
    PRIMARY KEY (sitting, seat, seq)
) /*sqlite: WITHOUT ROWID */;
CREATE UNIQUE INDEX one_act_per_form ON sitting_acts (sitting, id);

-- Attempts that an organiser annulled, and why. One that had ended before is looked at again: see who reads this table.
CREATE TABLE annulments (
    person TEXT NOT NULL,
    attempt TEXT NOT NULL,
    sitting TEXT NOT NULL,
    at BIGINT NOT NULL,
    login TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (person, attempt)
) /*sqlite: WITHOUT ROWID */;
CREATE INDEX annulments_by_time ON annulments (at);
