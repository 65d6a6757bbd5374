package io.github.tstoken.authorizations;

import io.github.tstoken.store.Authorization;
import java.time.Duration;
import java.time.Instant;

/** What has to be done before somebody gets an access token. Pure. */
enum Need {
    /** Nothing: the one that is there will do, or nobody can get a better one. */
    NONE,
    /** The provider has to be asked for the next one. */
    REFRESH,
    /** The person has to connect again. */
    RECONNECT;

    /** A provider whose tokens never live as long as somebody wants is not asked for each request. */
    static final Duration BETWEEN_VAIN_REFRESHES = Duration.ofSeconds(30);

    /**
     * The need of an authorization.
     *
     * @param minimum how long the access token must still live
     */
    static Need of(Authorization seen, Duration minimum, Instant now) {
        if (seen.state() != Authorization.State.CONNECTED) {
            return RECONNECT;
        }
        Duration left = Duration.between(now, seen.expiresAt());
        boolean isAlive = left.compareTo(Duration.ZERO) > 0;
        if (isAlive && left.compareTo(minimum) >= 0) {
            return NONE;
        }
        if (!seen.refreshable()) {
            return isAlive ? NONE : RECONNECT;
        }
        return isAlive && wasJustRefreshed(seen, now) ? NONE : REFRESH;
    }

    private static boolean wasJustRefreshed(Authorization seen, Instant now) {
        return seen.lastRefreshAt()
                .filter(moment -> moment.plus(BETWEEN_VAIN_REFRESHES).isAfter(now))
                .isPresent();
    }
}
