package io.github.tstoken.authorizations;

import io.github.tstoken.config.Secret;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.oauth.AuthorizationRequest;
import io.github.tstoken.oauth.FlowSecrets;
import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.FlowStore;
import io.github.tstoken.store.PendingFlow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends people to providers, and takes what they bring back: only from who went there, in the same sign-in and browser. */
public final class Connecting {
    /** A flow lives 10 minutes. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final String STATE = "state";

    private final Providers providers;
    private final FlowStore flows;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final URI publicUrl;
    private final Clock clock;

    /** How a flow ended. */
    public enum Result {
        CONNECTED,
        /** The person or the provider said no. */
        DENIED,
        /** The provider, or our database, gave no answer that could be used. */
        FAILED
    }

    /**
     * The end of a flow.
     *
     * @param returnTo where the person goes on to
     */
    public record Outcome(Result result, String returnTo) {}

    Connecting(
            Providers providers,
            FlowStore flows,
            AuthorizationStore store,
            DatabaseThreads threads,
            URI publicUrl,
            Clock clock) {
        this.providers = providers;
        this.flows = flows;
        this.store = store;
        this.threads = threads;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Begins a flow.
     *
     * @param browser a hash of the flow cookie of the person's browser
     * @param returnTo where the person goes on to afterwards, checked already
     * @return where the person is sent
     */
    public CompletionStage<URI> begin(Caller caller, String providerId, String browser, String returnTo) {
        Provider provider = providers.get(providerId);
        AuthorizationRequest request = begun(provider);
        PendingFlow flow = new PendingFlow(
                Optional.of(provider.id()),
                Optional.of(Owner.of(caller)),
                Owner.signIn(caller),
                browser,
                request.secrets().state(),
                request.secrets().nonce(),
                request.secrets().codeVerifier(),
                returnTo,
                clock.instant().plus(LIFE));
        return threads.ask(() -> {
            flows.begin(flow);
            return request.address();
        });
    }

    private AuthorizationRequest begun(Provider provider) {
        try {
            return provider.server().begin(callback(provider));
        } catch (OAuthFailure failure) {
            throw new AuthorizationFailure(AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE, failure.getMessage());
        }
    }

    /** "https://app.example.com/ts-token/authorizations/github/callback": what is registered at the provider. */
    private URI callback(Provider provider) {
        return URI.create(publicUrl + "/authorizations/" + provider.id().value() + "/callback");
    }

    /**
     * Ends a flow.
     *
     * @param caller who comes back
     * @param providerId whose callback it is
     * @param browser a hash of the flow cookie that came; empty when none came
     * @param parameters the query of the callback, decoded
     * @return how it ended; or {@code FLOW_INVALID}, {@code FLOW_OWNER_CHANGED}
     */
    public CompletionStage<Outcome> complete(
            Caller caller, String providerId, Optional<String> browser, Map<String, List<String>> parameters) {
        Provider provider = providers.get(providerId);
        Secret state = state(parameters);
        return threads.ask(() -> flows.take(state)).thenCompose(taken -> {
            PendingFlow flow = own(taken, caller, provider, browser);
            return redeemed(provider, flow, parameters)
                    .thenCompose(tokens -> stored(caller, provider, tokens))
                    .exceptionallyCompose(Connecting::resultOf)
                    .thenApply(result -> new Outcome(result, flow.returnTo()));
        });
    }

    private static Secret state(Map<String, List<String>> parameters) {
        List<String> states = parameters.getOrDefault(STATE, List.of());
        if (states.size() != 1 || states.get(0).isEmpty()) {
            throw invalid("the callback has no state");
        }
        return Secret.of(states.get(0));
    }

    /** Initiator = consenter: whoever brings back what another person agreed to would get that person's tokens. */
    private static PendingFlow own(
            Optional<PendingFlow> taken, Caller caller, Provider provider, Optional<String> browser) {
        PendingFlow flow = taken.orElseThrow(() -> invalid("no flow has this state"));
        if (!flow.provider().equals(Optional.of(provider.id()))) {
            throw invalid("the flow went to another provider");
        }
        if (!flow.owner().equals(Optional.of(Owner.of(caller)))) {
            throw new AuthorizationFailure(
                    AuthorizationFailure.Kind.FLOW_OWNER_CHANGED, "somebody else began this flow");
        }
        if (!flow.signIn().equals(Owner.signIn(caller))) {
            throw invalid("the flow was begun in another sign-in");
        }
        if (!browser.equals(Optional.of(flow.browser()))) {
            throw invalid("the flow was begun in another browser");
        }
        return flow;
    }

    private CompletionStage<IssuedTokens> redeemed(
            Provider provider, PendingFlow flow, Map<String, List<String>> parameters) {
        FlowSecrets secrets = new FlowSecrets(flow.state(), flow.nonce(), flow.codeVerifier());
        try {
            return provider.server().redeem(parameters, secrets, callback(provider));
        } catch (OAuthFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private CompletionStage<Result> stored(Caller caller, Provider provider, IssuedTokens tokens) {
        return threads.finish(() -> {
                    store.connect(Owner.of(caller), provider.id(), Granted.of(tokens));
                    return Result.CONNECTED;
                })
                .whenComplete((result, failure) -> {
                    if (failure != null) {
                        Discarding.discard(provider, tokens);
                    }
                });
    }

    private static CompletionStage<Result> resultOf(Throwable failure) {
        return switch (Causes.kindOf(failure)) {
            case DENIED -> CompletableFuture.completedFuture(Result.DENIED);
            case UNAVAILABLE, STORE -> CompletableFuture.completedFuture(Result.FAILED);
            case FLOW_INVALID, GRANT_ENDED ->
                CompletableFuture.failedFuture(invalid(Causes.of(failure).getMessage()));
            case OTHER -> CompletableFuture.failedFuture(failure);
        };
    }

    private static AuthorizationFailure invalid(String detail) {
        return new AuthorizationFailure(AuthorizationFailure.Kind.FLOW_INVALID, detail);
    }
}
