package io.github.tstoken.oauth;

import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.Secret;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.HttpCall;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.oauth.OAuthFailure.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A server, its metadata and keys, and the way to it. */
final class RunningServer implements OAuthServer {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    /** Refreshes, no more than half of these, go out at once: see where they are leased. */
    private static final int MAX_CONCURRENT = 64;

    private static final int MAX_WAITING = 200;

    private final Settings settings;
    private final Clock clock;
    private final BoundedHttp http;
    private final Timer timer;
    private final KnownServer server;
    private final Requests requests;
    private final TokenCalls calls;
    private final IdTokens idTokens;

    /**
     * What a server is asked for, and how.
     *
     * @param name for the log
     * @param endpoints where it is
     * @param client who we are there
     * @param scopes what is asked for
     * @param timeout the deadline of each stage
     * @param defaultLifetime how long an access token lives when the answer does not say
     */
    record Settings(
            String name,
            ProviderEndpoints endpoints,
            ClientRegistration client,
            List<String> scopes,
            Duration timeout,
            Duration defaultLifetime) {
        /** OpenID Connect Core section 3.1.2.1: without the scope openid "the behavior is entirely unspecified". */
        boolean expectsIdTokens() {
            return endpoints instanceof ProviderEndpoints.Discovered && scopes.contains("openid");
        }
    }

    RunningServer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = BoundedHttp.open(bounds(settings.timeout()));
        this.timer = new Timer();
        this.server = new KnownServer(settings.name(), http, timer);
        ClientProof proof = new ClientProof(settings.client());
        this.requests = new Requests(proof, settings.scopes());
        this.calls = new TokenCalls(http, proof.secrets());
        this.idTokens = new IdTokens(settings.client().clientId(), clock);
        server.begin(settings.endpoints(), settings.expectsIdTokens());
    }

    private static HttpSettings bounds(Duration timeout) {
        Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return new HttpSettings(connect, timeout, MAX_CONCURRENT, MAX_WAITING, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<String> fault() {
        return server.fault();
    }

    @Override
    public AuthorizationRequest begin(URI redirectUri) {
        ServerMetadata metadata = server.get().metadata();
        FlowSecrets flow = Requests.newFlow();
        return new AuthorizationRequest(
                requests.authorization(metadata.authorization(), flow, redirectUri, settings.expectsIdTokens()), flow);
    }

    @Override
    public CompletionStage<IssuedTokens> redeem(
            Map<String, List<String>> parameters, FlowSecrets flow, URI redirectUri) {
        return stage(() -> {
            KnownServer.Known known = server.get();
            String code = CallbackRules.code(parameters, flow, known.metadata());
            return tokens(
                    requests.redeem(known.metadata(), code, flow, redirectUri),
                    settings.scopes(),
                    answer -> redeemed(answer, known, flow));
        });
    }

    private CompletionStage<IssuedTokens> redeemed(Answered answered, KnownServer.Known known, FlowSecrets flow) {
        TokenAnswer answer = answered.answer();
        if (!answer.isIssued()) {
            // RFC 6749 section 5.2: the code "is invalid, expired, revoked, does not match the redirection URI".
            Kind kind = answer.isError("invalid_grant") ? Kind.FLOW_INVALID : Kind.UNAVAILABLE;
            throw new OAuthFailure(kind, answer.reason());
        }
        Optional<Secret> idToken = answer.idToken().filter(any -> settings.expectsIdTokens());
        if (idToken.isEmpty() && settings.expectsIdTokens()) {
            throw new OAuthFailure(Kind.FLOW_INVALID, "the answer of the token endpoint has no id_token");
        }
        return idToken.isEmpty()
                ? CompletableFuture.completedFuture(issued(answered, Optional.empty(), Optional.empty()))
                : idTokens.first(known, idToken.get(), answer.accessToken(), flow.nonce())
                        .thenApply(claims -> issued(answered, idToken, Optional.of(claims)));
    }

    @Override
    public CompletionStage<IssuedTokens> refresh(Secret refreshToken, Set<String> granted, Optional<String> subject) {
        return stage(() -> {
            KnownServer.Known known = server.get();
            return tokens(
                    requests.refresh(known.metadata(), refreshToken),
                    granted,
                    answer -> refreshed(answer, known, subject));
        });
    }

    private CompletionStage<IssuedTokens> refreshed(
            Answered answered, KnownServer.Known known, Optional<String> subject) {
        TokenAnswer answer = answered.answer();
        if (!answer.isIssued()) {
            Kind kind = answer.isError("invalid_grant", "invalid_token") ? Kind.GRANT_ENDED : Kind.UNAVAILABLE;
            throw new OAuthFailure(kind, answer.reason());
        }
        Optional<Secret> idToken = answer.idToken().filter(any -> settings.expectsIdTokens());
        return idToken.isEmpty()
                ? CompletableFuture.completedFuture(issued(answered, Optional.empty(), Optional.empty()))
                : idTokens.next(known, idToken.get(), answer.accessToken(), subject)
                        .thenApply(claims -> issued(answered, idToken.filter(any -> claims.isPresent()), claims));
    }

    /**
     * An answer, and what was asked.
     *
     * @param scopes the scopes that are granted when the answer does not say
     * @param askedAt the time from which the life of its access token counts
     */
    private record Answered(TokenAnswer answer, Collection<String> scopes, Instant askedAt) {}

    private CompletionStage<IssuedTokens> tokens(
            Function<Optional<Secret>, HttpCall> call,
            Collection<String> scopes,
            Function<Answered, CompletionStage<IssuedTokens>> reading) {
        Instant askedAt = clock.instant();
        return calls.send(call, Deadline.after(settings.timeout()))
                .thenCompose(answer -> reading.apply(new Answered(TokenAnswer.of(answer), scopes, askedAt)));
    }

    private IssuedTokens issued(Answered answered, Optional<Secret> idToken, Optional<Claims> claims) {
        TokenAnswer answer = answered.answer();
        return new IssuedTokens(
                answer.accessToken(),
                answer.refreshToken(),
                idToken,
                claims,
                answer.scopes(answered.scopes()),
                answered.askedAt().plus(answer.lifetime(settings.defaultLifetime())));
    }

    @Override
    public boolean canRevoke() {
        return server.fault().isEmpty() && server.get().metadata().revocation().isPresent();
    }

    @Override
    public CompletionStage<Void> revoke(Secret token, TokenType type) {
        return stage(() -> {
            ServerMetadata metadata = server.get().metadata();
            if (metadata.revocation().isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            return calls.send(requests.revoke(metadata, token, type), Deadline.after(settings.timeout()))
                    .thenAccept(Revoked::check);
        });
    }

    @Override
    public Optional<URI> endSession(Optional<Secret> idTokenHint, Optional<URI> postLogoutRedirectUri) {
        return server.fault().isPresent()
                ? Optional.empty()
                : server.get()
                        .metadata()
                        .endSession()
                        .map(endpoint -> requests.endSession(endpoint, idTokenHint, postLogoutRedirectUri));
    }

    @Override
    public LogoutToken verifyLogoutToken(String jwt) {
        return idTokens.logout(server.get(), jwt);
    }

    /** Whatever goes wrong is an {@link OAuthFailure}, in time. */
    private <T> CompletionStage<T> stage(Supplier<CompletionStage<T>> begin) {
        CompletionStage<T> stage;
        try {
            stage = begin.get();
        } catch (RuntimeException failure) {
            stage = CompletableFuture.failedFuture(failure);
        }
        return Failures.translated(timer.within(
                settings.timeout(), stage, new OAuthFailure(Kind.UNAVAILABLE, "the provider gave no answer in time")));
    }

    @Override
    public void close() {
        timer.close();
        http.close();
    }
}
