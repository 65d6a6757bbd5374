package io.github.tstoken.authorizations;

import io.github.tstoken.store.Authorization;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a person stands with a provider.
 *
 * @param state the whole in one word
 * @param reason why the person has to connect again; empty when that is not needed
 * @param authorization what there is; empty when the person is not connected
 */
public record Connection(State state, Optional<Reason> reason, Optional<Authorization> authorization) {
    /** How it is. */
    public enum State {
        /** A usable or refreshable token. */
        CONNECTED(true),
        /** Usable, cannot be refreshed. */
        EXPIRING(true),
        /** There was one: the person has to connect again. */
        RECONNECT_NEEDED(false),
        /** There is nothing. */
        NOT_CONNECTED(false);

        private final boolean active;

        State(boolean active) {
            this.active = active;
        }

        /** Whether a token can be had. */
        public boolean isActive() {
            return active;
        }

        /** The word for it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why a person has to connect again. */
    public enum Reason {
        /** The provider says that the grant has ended. */
        GRANT_ENDED,
        /** What is stored cannot be decrypted. */
        UNREADABLE,
        /** The access token has ended, and there is nothing to refresh it with. */
        EXPIRED;

        /** The word for it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a person stands whose authorization is this. */
    static Connection of(Optional<Authorization> found, Instant now) {
        if (found.isEmpty()) {
            return new Connection(State.NOT_CONNECTED, Optional.empty(), found);
        }
        Optional<Reason> reason = reason(found.get(), now);
        State state = reason.isPresent()
                ? State.RECONNECT_NEEDED
                : found.get().refreshable() ? State.CONNECTED : State.EXPIRING;
        return new Connection(state, reason, found);
    }

    private static Optional<Reason> reason(Authorization found, Instant now) {
        return switch (found.state()) {
            case GRANT_ENDED -> Optional.of(Reason.GRANT_ENDED);
            case UNREADABLE -> Optional.of(Reason.UNREADABLE);
            case CONNECTED ->
                found.refreshable() || now.isBefore(found.expiresAt()) ? Optional.empty() : Optional.of(Reason.EXPIRED);
        };
    }
}
