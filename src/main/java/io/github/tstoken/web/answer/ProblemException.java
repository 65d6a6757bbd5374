package io.github.tstoken.web.answer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    /** The member with the path at which a person connects to a provider. */
    public static final String AUTHORIZE_URL = "authorize_url";

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Optional<Duration> retryAfter;
    private final String detail;
    private final transient Optional<String> reason;
    private final transient Map<String, String> members;

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
        this(problem, retryAfter, problem.detail(), Optional.empty(), Map.of());
    }

    /**
     * A problem of which more can be said to programs than its own detail.
     *
     * @param detail for whoever sets up the server; nothing of a person, no secret
     */
    public ProblemException(Problem problem, String detail) {
        this(problem, Optional.empty(), detail, Optional.empty(), Map.of());
    }

    private ProblemException(
            Problem problem,
            Optional<Duration> retryAfter,
            String detail,
            Optional<String> reason,
            Map<String, String> members) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
        this.detail = detail;
        this.reason = reason;
        this.members = Map.copyOf(members);
    }

    /**
     * A problem that an administrator can mend.
     *
     * @param reason what is known of the cause, in our own words; for the audit log, never for the client
     */
    public static ProblemException because(Problem problem, Optional<String> reason) {
        return new ProblemException(problem, Optional.empty(), problem.detail(), reason, Map.of());
    }

    /** The same with one more member for programs, such as an address at which a person can mend it. */
    public ProblemException with(String member, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(problem, retryAfter, detail, reason, more);
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }

    /** What to do about it, for the member {@code detail} of RFC 9457. */
    public String detail() {
        return detail;
    }

    /** After which time it is worth asking again, when that is known. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What is known of the cause, for the audit log. */
    public Optional<String> reason() {
        return reason;
    }

    /** Further members of RFC 9457, by name. */
    public Map<String, String> members() {
        return members;
    }
}
