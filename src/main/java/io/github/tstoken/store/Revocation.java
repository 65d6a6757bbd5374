package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.util.Optional;

/** Tokens that a provider is to be told to forget, and the right to tell it for some time. */
public final class Revocation {
    private final RowKey row;
    private final int attempt;
    private final Optional<Secret> accessToken;
    private final Optional<Secret> refreshToken;

    Revocation(RowKey row, int attempt, Optional<Secret> accessToken, Optional<Secret> refreshToken) {
        this.row = row;
        this.attempt = attempt;
        this.accessToken = accessToken;
        this.refreshToken = refreshToken;
    }

    /** Whose they were. */
    public UserKey user() {
        return row.user();
    }

    /** Who is to be told. */
    public ProviderId provider() {
        return row.provider();
    }

    /** 1 for the first time, one more each time, whatever became of it. */
    public int attempt() {
        return attempt;
    }

    /** The access token, where it can be read. */
    public Optional<Secret> accessToken() {
        return accessToken;
    }

    /** The refresh token, where there is one that can be read. */
    public Optional<Secret> refreshToken() {
        return refreshToken;
    }

    RowKey row() {
        return row;
    }
}
