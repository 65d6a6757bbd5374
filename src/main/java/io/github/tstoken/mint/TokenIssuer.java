package io.github.tstoken.mint;

import io.github.tstoken.config.IssueConfig;
import io.github.tstoken.config.IssueConfig.Reuse;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.identity.SignInId;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gets the tokens that the policy granted. All who ask for the same within one sign-in at the same time share one mint, and a
 * sign-in may get the same token again while half of its life remains. Nothing is ever shared across two sign-ins, not even
 * of one person.
 */
public final class TokenIssuer {
    private final ThoughtSpotClient thoughtSpot;
    private final UpstreamHealth health;
    private final IssueConfig config;
    private final Duration timeout;
    private final SignInTokens tokens;
    private final Clock clock;
    private final Coalescing<Share, LoginToken> mints = new Coalescing<>();
    private final Coalescing<HeldToken, Optional<LoginToken>> verifications = new Coalescing<>();

    /**
     * An issuer.
     *
     * @param health hears of every answer of ThoughtSpot
     * @param timeout the time within which an order is answered
     */
    public TokenIssuer(
            ThoughtSpotClient thoughtSpot,
            UpstreamHealth health,
            IssueConfig config,
            Duration timeout,
            SignInTokens tokens,
            Clock clock) {
        this.thoughtSpot = thoughtSpot;
        this.health = health;
        this.config = config;
        this.timeout = timeout;
        this.tokens = tokens;
        this.clock = clock;
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
        Share share = new Share(signIn.get(), order.request());
        return reusable(order, share)
                .map(held -> reused(held, order, deadline))
                .orElseGet(() -> minted(share, order, deadline));
    }

    private Optional<HeldToken> reusable(Order order, Share share) {
        return config.reuse() == Reuse.SIGN_IN && order.newness() == Newness.ANY
                ? tokens.reusable(share)
                : Optional.empty();
    }

    private CompletionStage<LoginToken> reused(HeldToken held, Order order, Deadline deadline) {
        if (clock.instant().isBefore(held.vouchedAt().plus(config.reuseVerifyAfter()))) {
            return CompletableFuture.completedFuture(held.token());
        }
        return verifications
                .join(held, () -> verified(held, deadline))
                .thenCompose(good -> good.<CompletionStage<LoginToken>>map(CompletableFuture::completedFuture)
                        .orElseGet(() -> minted(held.share(), order, deadline)));
    }

    /** The token when ThoughtSpot says that it is good. A token of which that could not be found out is not handed out. */
    private CompletionStage<Optional<LoginToken>> verified(HeldToken held, Deadline deadline) {
        return thoughtSpot.isActive(held.token(), deadline).handle((active, failure) -> {
            if (failure != null) {
                return Optional.empty();
            }
            if (!active) {
                tokens.forget(held);
                return Optional.empty();
            }
            tokens.vouchedFor(held);
            return Optional.of(held.token());
        });
    }

    private CompletionStage<LoginToken> minted(Share share, Order order, Deadline deadline) {
        return mints.join(share, () -> {
            long begun = tokens.moment();
            return mint(order, deadline).thenApply(token -> {
                tokens.keep(share, token, begun);
                return token;
            });
        });
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
