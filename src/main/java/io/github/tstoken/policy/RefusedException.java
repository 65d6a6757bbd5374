package io.github.tstoken.policy;

import java.util.Optional;

/** A rule gives nothing. It never leaves this package: {@link GrantPolicy} makes a {@link Decision} of it. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Optional<String> reason;

    RefusedException(Refusal refusal) {
        this(refusal, Optional.empty());
    }

    /**
     * With what an administrator can do about it.
     *
     * @param reason names a key of the configuration, never a value
     */
    RefusedException(Refusal refusal, String reason) {
        this(refusal, Optional.of(reason));
    }

    private RefusedException(Refusal refusal, Optional<String> reason) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.reason = reason;
    }

    Decision decision() {
        return new Decision.Refused(refusal, reason);
    }
}
