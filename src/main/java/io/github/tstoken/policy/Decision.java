package io.github.tstoken.policy;

import io.github.tstoken.thoughtspot.TokenRequest;

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
     */
    record Refused(Refusal refusal) implements Decision {}
}
