package io.github.tstoken.authorizations;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refreshes connections that nobody has used for a day, since providers forget what is not used: most after weeks, some after
 * a day. A few at a time; a provider that fails is left alone for a while.
 */
final class IdleConnections {
    private static final Duration IDLE = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 5;
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    private final Providers providers;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Refreshing refreshing;
    private final Clock clock;
    private final Map<Provider, Instant> leftAlone = new ConcurrentHashMap<>();

    IdleConnections(
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

    /** Some of each provider. Done when the providers have answered. */
    CompletionStage<Void> proceed() {
        Instant now = clock.instant();
        return CompletableFuture.allOf(providers.all().stream()
                .filter(Provider::isReady)
                .filter(provider -> leftAlone.getOrDefault(provider, now).compareTo(now) <= 0)
                .map(provider -> some(provider, now.minus(IDLE)).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
    }

    private CompletionStage<Void> some(Provider provider, Instant endedBefore) {
        return threads.finish(() -> store.idle(provider.id(), endedBefore, MOST_AT_ONCE))
                .thenCompose(idle -> inTurn(provider, idle));
    }

    private CompletionStage<Void> inTurn(Provider provider, List<Authorization> idle) {
        if (idle.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Refresh next = new Refresh(
                idle.get(0), provider, provider.config().minimumLife(), Optional.empty(), TraceContext.begin());
        return refreshing
                .refresh(next)
                .handle((refreshed, failure) -> {
                    if (failure != null && isFault(failure)) {
                        leftAlone.put(provider, clock.instant().plus(AFTER_A_FAULT));
                        return List.<Authorization>of();
                    }
                    return idle.subList(1, idle.size());
                })
                .thenCompose(rest -> inTurn(provider, rest));
    }

    /** That a grant has ended, or that a person has disconnected meanwhile, says nothing of the provider. */
    private static boolean isFault(Throwable failure) {
        return !(Causes.of(failure) instanceof AuthorizationFailure known)
                || known.kind() == AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE;
    }
}
