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
            if (failure == null) {
                health.answered();
            } else {
                UpstreamFailure.in(failure).ifPresent(upstream -> remember(upstream.kind()));
            }
        });
    }

    /** A refusal of one person is a good answer, and who was not asked did not answer badly. */
    private void remember(UpstreamFailure.Kind kind) {
        switch (kind) {
            case REJECTED_USER -> health.answered();
            case OVERLOADED -> {}
            default -> health.failed();
        }
    }
}
