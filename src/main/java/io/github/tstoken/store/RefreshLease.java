package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.util.Optional;

/**
 * The right to refresh one authorization, for some time: nobody else gets it meanwhile, on no node. Who comes back later than
 * that, and after another has taken over, changes nothing.
 */
public final class RefreshLease {
    private final RowKey row;
    private final long version;
    private final String holder;
    private final Secret refreshToken;
    private final Optional<Secret> idToken;

    RefreshLease(RowKey row, long version, String holder, Secret refreshToken, Optional<Secret> idToken) {
        this.row = row;
        this.version = version;
        this.holder = holder;
        this.refreshToken = refreshToken;
        this.idToken = idToken;
    }

    /** Whose authorization it is. */
    public UserKey user() {
        return row.user();
    }

    /** Who is to be asked. */
    public ProviderId provider() {
        return row.provider();
    }

    /** The token to refresh with. */
    public Secret refreshToken() {
        return refreshToken;
    }

    /** What the provider said of the person when the authorization was made, or later; empty when it says nothing. */
    public Optional<Secret> idToken() {
        return idToken;
    }

    RowKey row() {
        return row;
    }

    long version() {
        return version;
    }

    /** What makes this lease another one than every other. */
    String holder() {
        return holder;
    }
}
