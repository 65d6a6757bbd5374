package io.github.tstoken.mint;

import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.util.concurrent.CompletionStage;

/** Gets the tokens that the policy granted. */
public final class TokenIssuer {
    private final ThoughtSpotClient thoughtSpot;
    private final UpstreamHealth health;

    /**
     * An issuer.
     *
     * @param health hears of every answer of ThoughtSpot
     */
    public TokenIssuer(ThoughtSpotClient thoughtSpot, UpstreamHealth health) {
        this.thoughtSpot = thoughtSpot;
        this.health = health;
    }

    /**
     * A new token.
     *
     * @return the token, or the failure as an {@link io.github.tstoken.http.UpstreamFailure}
     */
    public CompletionStage<LoginToken> issue(TokenRequest request) {
        return thoughtSpot.mint(request).whenComplete((token, failure) -> {
            if (failure == null || isAboutThePerson(failure)) {
                health.answered();
            } else {
                health.failed();
            }
        });
    }

    private static boolean isAboutThePerson(Throwable failure) {
        return UpstreamFailure.in(failure)
                .filter(upstream -> upstream.kind() == UpstreamFailure.Kind.REJECTED_USER)
                .isPresent();
    }
}
