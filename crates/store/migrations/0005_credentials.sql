-- What other systems check. The public halves of the keys that certificates were ever signed with; private halves are in files only.
-- `key` is its 32 bytes in hexadecimal. A key is active until it is retired (what it signed holds on) or revoked (nothing does).
CREATE TABLE issuer_keys (
    key TEXT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    retired_at BIGINT,
    revoked_at BIGINT,
    why TEXT
);

-- The place of a credential in a published status list. `credential` is the id of a certificate, or the id of a credential that a
-- client of the house had signed. Of certificates the bit is read from `certificates`; of the others it is `revoked_at` here.
CREATE TABLE status_places (
    list BIGINT NOT NULL,
    place BIGINT NOT NULL,
    credential TEXT NOT NULL,
    revoked_at BIGINT,
    PRIMARY KEY (list, place)
) /*sqlite: WITHOUT ROWID */;
CREATE UNIQUE INDEX status_places_by_credential ON status_places (credential);

-- Programs that may have credentials issued and verified. The token is with them only; here is its digest. `with_status`: what they have
-- signed gets a place in a status list.
CREATE TABLE api_clients (
    name TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL,
    with_status BIGINT NOT NULL CHECK (with_status IN (0, 1)),
    made_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX api_clients_by_token ON api_clients (token_hash);
