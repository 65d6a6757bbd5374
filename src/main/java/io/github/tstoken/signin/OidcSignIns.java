package io.github.tstoken.signin;

import io.github.tstoken.config.Secret;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.identity.SignInWatch;
import io.github.tstoken.oauth.AuthorizationRequest;
import io.github.tstoken.oauth.FlowSecrets;
import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.EndedSignIns;
import io.github.tstoken.store.FlowStore;
import io.github.tstoken.store.PendingFlow;
import io.github.tstoken.store.SignInEnd;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sign-in at the OpenID Provider. Thread-safe.
 *
 * <p>Guarantees: a sign-in begins only in the browser that went to the provider, once, within ten minutes; one that the provider
 * has ended is nobody's from the same moment on this node, and with a database within seconds on the others. Failures are
 * {@link OAuthFailure}s and {@link io.github.tstoken.store.StoreUnavailableException}s, thrown or in stages.
 */
public final class OidcSignIns implements SignInWatch, AutoCloseable {
    private static final Duration FLOW = Duration.ofMinutes(10);
    /** Of the database's connections: anybody can begin a sign-in, and the tokens of those who are signed in need the others. */
    private static final int MOST_CONNECTIONS = 4;
    /** What a session has of a sign-in is kept in memory, on disk, and sent from node to node. */
    private static final int MOST_CLAIMS = 32 * 1024;

    private static final String STATE = "state";

    private final OAuthServer provider;
    private final FlowStore flows;
    private final URI callback;
    private final URI afterSignOut;
    private final Consumer<Fingerprint> whenEnded;
    private final Clock clock;
    private final SignInEnds ends = new SignInEnds();
    private final SignInsHere here = new SignInsHere();
    private final Optional<OtherNodes> others;
    private final Optional<DatabaseThreads> threads;

    /**
     * Begins to listen for what other nodes are told.
     *
     * @param provider where people sign in; not closed here
     * @param flows those that are on their way; in the database, when there is one
     * @param shared the database, by which nodes tell each other of ends; empty for a node that is alone
     * @param watch hears how the database answers
     * @param publicUrl the address of the mount point, without a slash at its end
     * @param whenEnded is told of every sign-in here that is ended by the provider, or on another node
     */
    public OidcSignIns(
            OAuthServer provider,
            FlowStore flows,
            Optional<EndedSignIns> shared,
            DatabaseThreads.Watch watch,
            URI publicUrl,
            Consumer<Fingerprint> whenEnded,
            Clock clock) {
        this.provider = provider;
        this.flows = flows;
        this.callback = URI.create(publicUrl + "/login/callback");
        this.afterSignOut = URI.create(publicUrl + "/");
        this.whenEnded = whenEnded;
        this.clock = clock;
        this.others = shared.map(store -> OtherNodes.listen(store, clock, this::end));
        this.threads = shared.map(database -> new DatabaseThreads(MOST_CONNECTIONS, watch));
    }

    /** No thread of a request waits for the database. */
    private <T> CompletionStage<T> ask(Supplier<T> work) {
        return threads.map(database -> database.ask(work)).orElseGet(() -> done(work));
    }

    private static <T> CompletionStage<T> done(Supplier<T> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /**
     * Begins a sign-in.
     *
     * @param browser a hash of the cookie of the browser
     * @param returnTo where its person wants to go
     * @return where the browser is sent
     */
    public CompletionStage<URI> begin(String browser, String returnTo) {
        AuthorizationRequest request = provider.begin(callback);
        PendingFlow flow = new PendingFlow(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                browser,
                request.secrets().state(),
                request.secrets().nonce(),
                request.secrets().codeVerifier(),
                returnTo,
                clock.instant().plus(FLOW));
        return ask(() -> {
            flows.begin(flow);
            return request.address();
        });
    }

    /**
     * Completes a sign-in.
     *
     * @param answer the query with which the provider sent the browser back
     * @param browser a hash of the cookie that the browser brought
     */
    public CompletionStage<SignedIn> complete(Map<String, List<String>> answer, Optional<String> browser) {
        // Before anything is asked: what the provider ends from here on is ended for this sign-in, too.
        Instant now = clock.instant();
        return flow(answer, browser).thenCompose(flow -> redeemed(answer, flow, now));
    }

    private CompletionStage<PendingFlow> flow(Map<String, List<String>> answer, Optional<String> browser) {
        Optional<String> state = answer.getOrDefault(STATE, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
        // Whoever brings no cookie has no flow, and the database is not asked.
        if (state.isEmpty() || browser.isEmpty()) {
            return CompletableFuture.failedFuture(noFlow());
        }
        return ask(() -> flows.take(Secret.of(state.get())))
                .thenApply(taken -> taken.filter(flow -> flow.provider().isEmpty())
                        .filter(flow -> flow.browser().equals(browser.get()))
                        .orElseThrow(OidcSignIns::noFlow));
    }

    private static OAuthFailure noFlow() {
        return invalid("the state is of no sign-in that this browser has under way");
    }

    private CompletionStage<SignedIn> redeemed(Map<String, List<String>> answer, PendingFlow flow, Instant at) {
        FlowSecrets secrets = new FlowSecrets(flow.state(), flow.nonce(), flow.codeVerifier());
        return provider.redeem(answer, secrets, callback).thenApply(tokens -> signedIn(tokens, at, flow.returnTo()));
    }

    private static SignedIn signedIn(IssuedTokens tokens, Instant at, String returnTo) {
        Secret idToken = tokens.idToken().orElseThrow(() -> invalid("the answer has no ID token"));
        String claims = tokens.claims()
                .orElseThrow(() -> invalid("the ID token has no claims"))
                .text();
        if (claims.length() > MOST_CLAIMS) {
            throw invalid("the claims of the ID token are longer than a session can have");
        }
        return new SignedIn(claims, idToken, at, returnTo);
    }

    private static OAuthFailure invalid(String detail) {
        return new OAuthFailure(OAuthFailure.Kind.FLOW_INVALID, detail);
    }

    /** A session has the sign-in now. */
    public void began(OidcSignIn signIn, Secret idToken) {
        here.began(signIn, idToken);
    }

    @Override
    public boolean goesOn(OidcSignIn signIn) {
        if (ends.cover(signIn, clock.instant())) {
            return false;
        }
        here.used(signIn);
        return true;
    }

    /**
     * The person ends a sign-in here. The other nodes hear of it later: they may have tokens of it, or the session.
     *
     * @return where its end at the provider is asked for; empty when the provider has no such place
     */
    public Optional<URI> end(OidcSignIn signIn) {
        // Before the others are told, since this node hears of it, too.
        Optional<Secret> idToken = here.ended(signIn.id());
        others.ifPresent(nodes -> nodes.tellLater(new SignInEnd(SignInNames.itself(signIn), clock.instant())));
        return provider.endSession(idToken, Optional.of(afterSignOut));
    }

    /**
     * The provider ends sign-ins (OpenID Connect Back-Channel Logout).
     *
     * @param logoutToken what it sent
     * @return done when the other nodes are told, too
     */
    public CompletionStage<Void> endByProvider(String logoutToken) {
        Instant now = clock.instant();
        List<SignInEnd> ended = SignInNames.of(provider.verifyLogoutToken(logoutToken)).stream()
                .map(name -> new SignInEnd(name, now))
                .toList();
        ended.forEach(this::end);
        return ask(() -> {
            others.ifPresent(nodes -> nodes.tell(ended));
            return null;
        });
    }

    private void end(SignInEnd end) {
        if (ends.add(end)) {
            here.endedBy(end).forEach(whenEnded);
        }
    }

    /** A session ended by itself: nothing of its sign-in is kept. */
    public void forget(Fingerprint signIn) {
        Optional<Secret> unused = here.ended(signIn);
    }

    /** Why the provider cannot be used now, in our own words; empty when it can. */
    public Optional<String> fault() {
        return provider.fault();
    }

    @Override
    public void close() {
        others.ifPresent(OtherNodes::close);
        threads.ifPresent(DatabaseThreads::close);
    }
}
