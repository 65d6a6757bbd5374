package io.github.tstoken.mint;

import java.time.Duration;

/** A person has caused too many mints; ThoughtSpot was not asked. */
public final class RateLimitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    RateLimitedException(Duration retryAfter) {
        super("too many tokens for one person", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** After which time the person may have another. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
