package io.github.tstoken.mint;

import io.github.tstoken.config.IssueConfig;
import io.github.tstoken.config.IssueConfig.Reuse;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.SignInId;
import io.github.tstoken.mint.Order.Newness;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.Metrics.Source;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gets the tokens that the policy granted. All who ask for the same within one sign-in at the same time share one mint, and a
 * sign-in may get the same token again while half of its life remains. Nothing is ever shared across two sign-ins, not even
 * of one person.
 */
public final class TokenIssuer {
    private final Upstream upstream;
    private final Revocations revocations;
    private final PersonLimit limit;
    private final IssueConfig config;
    private final Duration timeout;
    private final SignInTokens tokens;
    private final Metrics metrics;
    private final Clock clock;
    private final Coalescing<Share, LoginToken> mints;
    private final Coalescing<HeldToken, Optional<LoginToken>> verifications = new Coalescing<>(() -> {});

    /**
     * An issuer.
     *
     * @param limit counts mints, and neither reuse nor those who join a mint
     * @param timeout the time within which an order is answered
     * @param metrics where each token came from
     */
    public TokenIssuer(
            Upstream upstream,
            PersonLimit limit,
            IssueConfig config,
            Duration timeout,
            SignInTokens tokens,
            Metrics metrics,
            Clock clock) {
        this.upstream = upstream;
        this.revocations = new Revocations(upstream, metrics, clock);
        this.limit = limit;
        this.config = config;
        this.timeout = timeout;
        this.tokens = tokens;
        this.metrics = metrics;
        this.clock = clock;
        this.mints = new Coalescing<>(() -> metrics.issued(Source.JOINED));
    }

    /** An order within a sign-in, and when it was given: what ends the sign-in after that ends this order, too. */
    private record Ask(Order order, Share share, Deadline deadline, Instant at, long moment) {}

    /**
     * A token.
     *
     * @return the token, or the failure as an {@link io.github.tstoken.http.UpstreamFailure}, a {@link RateLimitedException}
     *     or a {@link SignInEndedException}
     */
    public CompletionStage<LoginToken> issue(Order order) {
        Deadline deadline = Deadline.after(timeout);
        Optional<SignInId> signIn = order.caller().signIn();
        if (signIn.isEmpty()) {
            return mint(order, deadline);
        }
        Ask ask = new Ask(order, new Share(signIn.get(), order.request()), deadline, clock.instant(), tokens.moment());
        if (order.newness() == Newness.OWN) {
            return kept(ask);
        }
        return reusable(ask).map(held -> reused(held, ask)).orElseGet(() -> minted(ask));
    }

    /**
     * Ends the sign-ins of a session: their tokens are not used again, and ThoughtSpot is told while nobody waits for it.
     *
     * @param trace what ends them
     * @return what those tokens were for
     */
    public List<TokenRequest> end(Fingerprint session, TraceContext trace) {
        List<HeldToken> ended = tokens.end(session);
        ended.forEach(held -> revocations.add(held.token(), trace));
        return ended.stream().map(held -> held.share().request()).toList();
    }

    private Optional<HeldToken> reusable(Ask ask) {
        return config.reuse() == Reuse.SIGN_IN && ask.order().newness() == Newness.ANY
                ? tokens.reusable(ask.share())
                : Optional.empty();
    }

    private CompletionStage<LoginToken> reused(HeldToken held, Ask ask) {
        if (ask.at().isBefore(held.vouchedAt().plus(config.reuseVerifyAfter()))) {
            return again(held.token());
        }
        return verifications
                .join(held, () -> verified(held, ask))
                .thenCompose(good -> good.map(this::again).orElseGet(() -> minted(ask)));
    }

    /** The token when ThoughtSpot says that it is good. A token of which that could not be found out is not handed out. */
    private CompletionStage<Optional<LoginToken>> verified(HeldToken held, Ask ask) {
        return upstream.isActive(held.token(), ask.deadline(), ask.order().trace())
                .handle((active, failure) -> {
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

    private CompletionStage<LoginToken> minted(Ask ask) {
        return mints.join(
                ask.share(),
                () -> reusable(ask)
                        // One that came between the first look and here.
                        .filter(held -> held.vouchedAt().isAfter(ask.at()))
                        .map(held -> again(held.token()))
                        .orElseGet(() -> kept(ask)));
    }

    /** Nobody gets a token whose sign-in has ended since it was asked for: that would be the one that no end reaches. */
    private CompletionStage<LoginToken> kept(Ask ask) {
        return mint(ask.order(), ask.deadline()).thenApply(token -> {
            if (!isKept(token, ask)) {
                revocations.add(token, ask.order().trace());
                throw new SignInEndedException();
            }
            return token;
        });
    }

    private boolean isKept(LoginToken token, Ask ask) {
        return ask.order().newness() == Newness.OWN
                ? tokens.keepForTheEnd(ask.share(), token, ask.moment())
                : tokens.keep(ask.share(), token, ask.moment());
    }

    private CompletionStage<LoginToken> mint(Order order, Deadline deadline) {
        Optional<Duration> wait = limit.count(order.caller());
        if (wait.isPresent()) {
            metrics.personLimited();
            return CompletableFuture.failedFuture(new RateLimitedException(wait.get()));
        }
        return upstream.mint(order.request(), deadline, order.trace()).thenApply(token -> {
            metrics.issued(Source.MINTED);
            revocations.resume();
            return token;
        });
    }

    private CompletionStage<LoginToken> again(LoginToken held) {
        metrics.issued(Source.REUSED);
        return CompletableFuture.completedFuture(held);
    }
}
