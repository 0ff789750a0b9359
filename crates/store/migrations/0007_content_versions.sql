-- Every text of a lesson and of a practice that this house ever taught: who is in the middle of one reads it to its end after it was
-- changed, however long that takes. Written once, never changed. `json` is domain::content::Lesson or ::Practice.
CREATE TABLE content_versions (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    json TEXT NOT NULL,
    first_seen BIGINT NOT NULL,
    PRIMARY KEY (kind, id, version)
);
