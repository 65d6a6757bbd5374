package io.github.tstoken.thoughtspot;

import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import java.util.concurrent.CompletionStage;

/**
 * ThoughtSpot's trusted authentication.
 *
 * <p>Guarantees: the answer comes within the configured deadline and holds no thread meanwhile; a mint is never repeated. With
 * REST v2, a token whose answer names another user, Org, object or life than the request does not come out, nor one whose
 * answer names no user or no end. REST v1 answers a bare token, so only its form is checked. Every call says to which trace it
 * belongs.
 */
public interface ThoughtSpotClient {

    /**
     * Asks for a login token.
     *
     * @return the token, or the failure as an {@link io.github.tstoken.http.UpstreamFailure}
     */
    CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace);

    /**
     * Asks whether a token is still good.
     *
     * @return whether it is (REST v1 cannot say so of any), or the failure as an
     *     {@link io.github.tstoken.http.UpstreamFailure}
     */
    CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace);

    /**
     * Ends a token.
     *
     * @return completes when it is known to be no good any more (REST v1 cannot end one), or with the failure as an
     *     {@link io.github.tstoken.http.UpstreamFailure}
     */
    CompletionStage<Void> revoke(LoginToken token, TraceContext trace);
}
