package io.github.tstoken.oauth;

import io.github.tstoken.http.HttpAnswer;
import io.github.tstoken.oauth.OAuthFailure.Kind;

/** What an answer of a revocation endpoint means. Pure. */
final class Revoked {
    private Revoked() {}

    /**
     * RFC 7009 section 2.2: 200 when the token is revoked or unknown; section 2.2.1: with 503 "the client must assume the token
     * still exists and may retry". Who refuses the token, its type or the request will do so again.
     *
     * @throws OAuthFailure {@code UNAVAILABLE} when it is worth trying again
     */
    static void check(HttpAnswer answer) {
        boolean isFinal = answer.status() < 500 && answer.status() != 429 && answer.status() != 408;
        if (!isFinal || answer.status() == 401 || TokenCalls.isRefused(answer)) {
            throw new OAuthFailure(
                    Kind.UNAVAILABLE, "the token could not be revoked, the status is " + answer.status());
        }
    }
}
