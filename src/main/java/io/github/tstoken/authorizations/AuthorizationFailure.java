package io.github.tstoken.authorizations;

import java.time.Duration;
import java.util.Optional;

/** Something about a person's authorization that the person has to be told. The message is for our log. */
public final class AuthorizationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** What is the matter. */
    public enum Kind {
        /** No provider has that id. */
        UNKNOWN_PROVIDER,
        /** The person is not connected. */
        NOT_CONNECTED,
        /** The person was connected, and has to connect again. */
        RECONNECT_NEEDED,
        /** The provider is down, slow or wrong, or another refresh takes long: nothing is known of the connection. */
        PROVIDER_UNAVAILABLE,
        /** The browser comes back from no flow that it began in this sign-in, or with an answer that proves nothing. */
        FLOW_INVALID,
        /** The browser comes back from a flow that somebody else began. */
        FLOW_OWNER_CHANGED
    }

    /** A failure that time does not mend. */
    AuthorizationFailure(Kind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /**
     * A failure that may be gone later.
     *
     * @param detail in our own words; nothing that was received
     * @param retryAfter after which time it is worth asking again, when that is known
     */
    AuthorizationFailure(Kind kind, String detail, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** What is the matter. */
    public Kind kind() {
        return kind;
    }

    /** After which time it is worth asking again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
