package io.github.tstoken.thoughtspot;

import java.util.concurrent.CompletionStage;

/**
 * ThoughtSpot's trusted authentication.
 *
 * <p>Guarantees: the answer comes within the configured deadline and holds no thread meanwhile; a token that comes out was
 * checked to be for exactly the user, Org and object of the request; a mint is never repeated.
 */
public interface ThoughtSpotClient {

    /**
     * Asks for a login token.
     *
     * @return the token, or the failure as an {@link io.github.tstoken.http.UpstreamFailure}
     */
    CompletionStage<LoginToken> mint(TokenRequest request);
}
