package io.github.tstoken.policy;

import io.github.tstoken.thoughtspot.TokenRequest;
import java.util.Optional;

/** The policy's answer: a request that ThoughtSpot may be sent, or a refusal. */
public sealed interface Decision {

    /**
     * The person may have this.
     *
     * @param request what ThoughtSpot is to be asked for
     */
    record Granted(TokenRequest request) implements Decision {}

    /**
     * The person gets nothing.
     *
     * @param refusal why
     * @param reason what an administrator can look at: the name of a key, never a value
     */
    record Refused(Refusal refusal, Optional<String> reason) implements Decision {
        Refused(Refusal refusal) {
            this(refusal, Optional.empty());
        }
    }
}
