package io.github.tstoken.mint;

import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.identity.SignInId;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Gets the tokens that the policy granted. All who ask for the same within one sign-in at the same time share one mint.
 * Nothing is ever shared across two sign-ins, not even of one person.
 */
public final class TokenIssuer {
    private final ThoughtSpotClient thoughtSpot;
    private final UpstreamHealth health;
    private final Duration timeout;
    private final Coalescing<Share, LoginToken> mints = new Coalescing<>();

    /**
     * An issuer.
     *
     * @param health hears of every answer of ThoughtSpot
     * @param timeout the time within which an order is answered
     */
    public TokenIssuer(ThoughtSpotClient thoughtSpot, UpstreamHealth health, Duration timeout) {
        this.thoughtSpot = thoughtSpot;
        this.health = health;
        this.timeout = timeout;
    }

    /**
     * A token.
     *
     * @return the token, or the failure as an {@link io.github.tstoken.http.UpstreamFailure}
     */
    public CompletionStage<LoginToken> issue(Order order) {
        Deadline deadline = Deadline.after(timeout);
        Optional<SignInId> signIn = order.caller().signIn();
        if (signIn.isEmpty() || order.newness() == Newness.OWN) {
            return mint(order, deadline);
        }
        return mints.join(new Share(signIn.get(), order.request()), () -> mint(order, deadline));
    }

    private CompletionStage<LoginToken> mint(Order order, Deadline deadline) {
        return thoughtSpot.mint(order.request(), deadline).whenComplete((token, failure) -> {
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
