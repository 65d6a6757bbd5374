package io.github.tstoken.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** A call to another server that gave nothing usable: what kind of failure it was, and nothing of what was received. */
public final class UpstreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** The failures that are told apart. */
    public enum Kind {
        /** No connection, or it broke, or the server has a fault of its own. */
        UNREACHABLE,
        /** Its certificate is not trusted; nothing was sent. */
        UNTRUSTED,
        /** No complete answer before the deadline. */
        TIMEOUT,
        /** It asks us to slow down. */
        THROTTLED,
        /** An answer that is not understood, or that does not fit what was asked. */
        INVALID,
        /** Too many calls wait already; it was not asked. */
        OVERLOADED,
        /** It refuses us: our key is wrong or the feature is off. */
        REJECTED_SERVICE,
        /** It refuses the person: unknown, locked, or not in the Org. */
        REJECTED_USER;

        /** The name in words with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A failure without a wish to wait.
     *
     * @param detail for our log only: no text of the upstream, no secret
     */
    public UpstreamFailure(Kind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /**
     * A failure with the time after which the upstream wants to be asked again.
     *
     * @param detail for our log only: no text of the upstream, no secret
     */
    public UpstreamFailure(Kind kind, String detail, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The failure that a stage ended with, when it was one of another server. */
    public static Optional<UpstreamFailure> in(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof UpstreamFailure upstream ? Optional.of(upstream) : Optional.empty();
    }

    /** What kind of failure it was. */
    public Kind kind() {
        return kind;
    }

    /** The time to wait that the upstream named, already capped. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
