package io.github.tstoken.authorizations;

import io.github.tstoken.config.Secret;
import io.github.tstoken.oauth.AuthorizationRequest;
import io.github.tstoken.oauth.FlowSecrets;
import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.LogoutToken;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.oauth.TokenType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A provider that does what the test says: by itself one that rotates refresh tokens and ends the grant when an old one comes
 * again, as for a stolen one.
 */
final class FakeProvider implements OAuthServer {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger redeemed = new AtomicInteger();
    final AtomicInteger refreshes = new AtomicInteger();
    final AtomicInteger reuses = new AtomicInteger();
    final List<String> revoked = new CopyOnWriteArrayList<>();
    final List<Optional<String>> subjects = new CopyOnWriteArrayList<>();
    /** What the next calls fail with, whatever they are. */
    final Queue<OAuthFailure.Kind> failures = new ConcurrentLinkedQueue<>();

    volatile Optional<String> fault = Optional.empty();
    volatile Duration life = Duration.ofHours(1);
    volatile boolean rotates = true;
    volatile boolean givesRefreshTokens = true;
    volatile boolean canRevoke = true;
    /** What it grants. No refresh says that again. */
    volatile Set<String> scopes = Set.of("openid");
    /** What has to happen before an answer comes. */
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final Clock clock;
    private final AtomicInteger grants = new AtomicInteger();
    private volatile String living = "";

    FakeProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> fault() {
        return fault;
    }

    @Override
    public AuthorizationRequest begin(URI redirectUri) {
        throwNextFailure();
        int number = begun.incrementAndGet();
        return new AuthorizationRequest(
                URI.create("https://idp.example/authorize?state=state-" + number + "&redirect_uri=" + redirectUri),
                new FlowSecrets(
                        Secret.of("state-" + number), Secret.of("nonce-" + number), Secret.of("verifier-" + number)));
    }

    @Override
    public CompletionStage<IssuedTokens> redeem(
            Map<String, List<String>> parameters, FlowSecrets flow, URI redirectUri) {
        redeemed.incrementAndGet();
        return answer(() -> tokens(true, scopes));
    }

    @Override
    public CompletionStage<IssuedTokens> refresh(Secret refreshToken, Set<String> granted, Optional<String> subject) {
        refreshes.incrementAndGet();
        subjects.add(subject);
        return answer(() -> {
            if (!refreshToken.reveal().equals(living)) {
                reuses.incrementAndGet();
                living = "";
                throw new OAuthFailure(OAuthFailure.Kind.GRANT_ENDED, "invalid_grant");
            }
            return tokens(rotates, granted);
        });
    }

    private <T> CompletionStage<T> answer(Supplier<T> given) {
        return gate.thenApply(open -> {
            throwNextFailure();
            return given.get();
        });
    }

    private void throwNextFailure() {
        OAuthFailure.Kind failure = failures.poll();
        if (failure != null) {
            throw new OAuthFailure(failure, "the test says so");
        }
    }

    private synchronized IssuedTokens tokens(boolean withRefreshToken, Set<String> granted) {
        int number = grants.incrementAndGet();
        if (withRefreshToken && givesRefreshTokens) {
            living = "refresh-" + number;
        }
        return new IssuedTokens(
                Secret.of("access-" + number),
                withRefreshToken && givesRefreshTokens ? Optional.of(Secret.of(living)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                granted,
                clock.instant().plus(life));
    }

    /** Forgets the grant, as when its person has ended it there. */
    void endGrant() {
        living = "";
    }

    @Override
    public boolean canRevoke() {
        return canRevoke;
    }

    @Override
    public CompletionStage<Void> revoke(Secret token, TokenType type) {
        return answer(() -> {
            revoked.add(token.reveal());
            return null;
        });
    }

    @Override
    public Optional<URI> endSession(Optional<Secret> idTokenHint, Optional<URI> postLogoutRedirectUri) {
        return Optional.empty();
    }

    @Override
    public LogoutToken verifyLogoutToken(String jwt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
