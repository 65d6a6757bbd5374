package io.github.tstoken.authorizations;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How people stand with all providers. */
public final class Standing {
    private final Providers providers;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Clock clock;

    Standing(Providers providers, AuthorizationStore store, DatabaseThreads threads, Clock clock) {
        this.providers = providers;
        this.store = store;
        this.threads = threads;
        this.clock = clock;
    }

    /** Each provider in the configured order, and how a person stands with it. */
    public CompletionStage<Map<Provider, Connection>> of(Caller caller) {
        return threads.ask(() -> store.list(Owner.of(caller))).thenApply(this::withAll);
    }

    private Map<Provider, Connection> withAll(List<Authorization> found) {
        Instant now = clock.instant();
        Map<String, Authorization> byProvider =
                found.stream().collect(Collectors.toMap(each -> each.provider().value(), Function.identity()));
        Map<Provider, Connection> all = new LinkedHashMap<>();
        for (Provider provider : providers.all()) {
            all.put(
                    provider,
                    Connection.of(
                            Optional.ofNullable(byProvider.get(provider.id().value())), now));
        }
        return all;
    }
}
