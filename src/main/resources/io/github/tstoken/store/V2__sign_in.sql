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

-- Sign-ins that an OpenID Provider has ended, for every node to hear of.
CREATE TABLE tstoken_ended_sign_in (
    number   BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     VARCHAR(64) NOT NULL, -- SHA-256 of whose sign-ins they are
    ended_at BIGINT      NOT NULL
);

CREATE INDEX tstoken_ended_sign_in_end ON tstoken_ended_sign_in (ended_at);
