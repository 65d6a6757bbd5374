-- The flows that browsers have to come back from. Instants are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE tstoken_flow (
    state_hash VARCHAR(64) NOT NULL PRIMARY KEY, -- SHA-256 of the state
    number     BIGINT      GENERATED ALWAYS AS IDENTITY, -- the order in which they began
    opener     VARCHAR(64) NOT NULL, -- SHA-256 of the sign-in or the browser that began
    ends_at    BIGINT      NOT NULL,
    flow       BYTEA       NOT NULL  -- encrypted
);

CREATE INDEX tstoken_flow_number ON tstoken_flow (number);

CREATE INDEX tstoken_flow_opener ON tstoken_flow (opener);

CREATE INDEX tstoken_flow_end ON tstoken_flow (ends_at);
