package io.github.tstoken.web.answer;

import java.time.Duration;
import java.util.Optional;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Optional<Duration> retryAfter;

    /** A problem of which nobody knows when it ends. */
    public ProblemException(Problem problem) {
        this(problem, Optional.empty());
    }

    /**
     * A problem that may be gone later.
     *
     * @param retryAfter after which time it is worth asking again
     */
    public ProblemException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }

    /** After which time it is worth asking again, when that is known. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
