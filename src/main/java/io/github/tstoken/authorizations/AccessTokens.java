package io.github.tstoken.authorizations;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Access tokens that still live for a while: refreshed only when one does not. */
public final class AccessTokens {
    private final Providers providers;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Refreshing refreshing;
    private final Clock clock;

    AccessTokens(
            Providers providers,
            AuthorizationStore store,
            DatabaseThreads threads,
            Refreshing refreshing,
            Clock clock) {
        this.providers = providers;
        this.store = store;
        this.threads = threads;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /**
     * A person's access token.
     *
     * @param minimum how long it must still live, if the provider gives such tokens; empty for what is configured
     * @return the authorization with the token; or {@code NOT_CONNECTED}, {@code RECONNECT_NEEDED}, {@code
     *     PROVIDER_UNAVAILABLE}
     */
    public CompletionStage<Authorization> get(
            Caller caller, String providerId, Optional<Duration> minimum, TraceContext trace) {
        Provider provider = providers.get(providerId);
        Duration life = minimum.orElse(provider.config().minimumLife());
        return threads.ask(() -> store.find(Owner.of(caller), provider.id()))
                .thenCompose(found -> found.map(
                                seen -> fresh(new Refresh(seen, provider, life, Optional.of(caller), trace)))
                        .orElseGet(
                                () -> failed(AuthorizationFailure.Kind.NOT_CONNECTED, "the person is not connected")));
    }

    private CompletionStage<Authorization> fresh(Refresh wanted) {
        return switch (Need.of(wanted.seen(), wanted.minimum(), clock.instant())) {
            case NONE -> CompletableFuture.completedFuture(wanted.seen());
            case REFRESH -> refreshing.refresh(wanted);
            case RECONNECT -> failed(AuthorizationFailure.Kind.RECONNECT_NEEDED, "the person has to connect again");
        };
    }

    private static CompletionStage<Authorization> failed(AuthorizationFailure.Kind kind, String detail) {
        return CompletableFuture.failedFuture(new AuthorizationFailure(kind, detail));
    }
}
