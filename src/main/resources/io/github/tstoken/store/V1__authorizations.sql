-- What people let us have of providers. Instants are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE tstoken_authorization (
    user_key      VARCHAR(64)     NOT NULL, -- SHA-256 of the identity source and the exact name
    provider      VARCHAR(64)     NOT NULL,
    revocation    VARCHAR(32)     NOT NULL, -- empty while it can be used; unique when it waits to be revoked
    version       BIGINT          NOT NULL, -- one more with each change of the tokens
    scopes        VARCHAR(100000) NOT NULL, -- with a space between two
    connected_at  BIGINT          NOT NULL,
    expires_at    BIGINT          NOT NULL, -- of the access token; or the end of the authorization
    refreshed_at  BIGINT,
    key_id        INTEGER,                  -- the encryption key of the tokens
    access_token  BYTEA,                    -- encrypted, as the next two; none when the grant has ended
    refresh_token BYTEA,
    id_token      BYTEA,
    lease_holder  VARCHAR(32)     NOT NULL, -- who refreshes; empty for nobody
    lease_until   BIGINT          NOT NULL, -- by the database's clock: nobody else refreshes before
    attempts      INTEGER         NOT NULL, -- to revoke
    due_at        BIGINT,                   -- by the database's clock: the next of them; none while it can be used
    PRIMARY KEY (user_key, provider, revocation)
);

CREATE INDEX tstoken_authorization_key ON tstoken_authorization (key_id);

CREATE INDEX tstoken_authorization_end ON tstoken_authorization (expires_at);

CREATE INDEX tstoken_authorization_due ON tstoken_authorization (due_at);
