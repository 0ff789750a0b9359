-- The life of certificates, reviews, badges. Columns that older rows lack are empty there: such a certificate still shows and verifies.
ALTER TABLE certificates ADD COLUMN shown TEXT;
ALTER TABLE certificates ADD COLUMN replaces TEXT;
-- 'name' or 'time'.
ALTER TABLE certificates ADD COLUMN replaces_because TEXT;
ALTER TABLE certificates ADD COLUMN replaced_by TEXT;
-- An account; nothing when the holder did it.
ALTER TABLE certificates ADD COLUMN issued_by TEXT;
-- The form with which an official issued several at once.
ALTER TABLE certificates ADD COLUMN batch TEXT;
ALTER TABLE certificates ADD COLUMN revoked_for TEXT;
ALTER TABLE certificates ADD COLUMN revoked_by TEXT;
-- An official's list of what was issued in a commune, the newest first.
CREATE INDEX certificates_by_unit ON certificates (unit, issued_at);
CREATE INDEX certificates_by_batch ON certificates (batch) WHERE batch IS NOT NULL;

-- What a person has to look at and decide. Nothing follows from an open one.
CREATE TABLE reviews (
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    unit TEXT NOT NULL,
    why TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT,
    decided_at BIGINT,
    decided_by TEXT,
    verdict TEXT,
    words TEXT,
    PRIMARY KEY (person, id)
);
CREATE INDEX reviews_by_id ON reviews (id);
CREATE INDEX reviews_by_unit ON reviews (unit, opened_at) WHERE decided_at IS NULL;
-- Whatever doubts it, one thing is looked at once at a time.
CREATE UNIQUE INDEX one_open_review_of_a_subject ON reviews (person, kind, subject) WHERE decided_at IS NULL;

-- Visits that somebody else than the helper says took place: the person helped, or an official. Only these are a helper's hours.
CREATE TABLE visit_confirmations (
    person TEXT NOT NULL,
    statement TEXT NOT NULL,
    helper TEXT NOT NULL,
    -- An account; nothing for the person helped.
    confirmed_by TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, statement)
) /*sqlite: WITHOUT ROWID */;
CREATE INDEX visit_confirmations_by_helper ON visit_confirmations (helper);

-- Links to badges that their owners made public. The token is public by its nature, so it is kept as it is.
CREATE TABLE badge_shares (
    person TEXT NOT NULL,
    badge TEXT NOT NULL,
    token TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (person, badge)
) /*sqlite: WITHOUT ROWID */;
CREATE UNIQUE INDEX badge_shares_by_token ON badge_shares (token);
