package io.github.tstoken.authorizations;

import io.github.tstoken.store.Authorization;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.UserKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What an administrator does for a person who goes: sees all connections, and ends them. */
public final class Offboarding {
    private final List<String> sources;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Runnable somethingToRevoke;
    private final Clock clock;

    /**
     * A connection of somebody.
     *
     * @param source the identity source that knows the person by that name
     * @param provider whose connection it is; perhaps one that is configured no more
     */
    public record Held(String source, String provider, Connection connection) {}

    Offboarding(
            List<String> sources,
            AuthorizationStore store,
            DatabaseThreads threads,
            Runnable somethingToRevoke,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.store = store;
        this.threads = threads;
        this.somethingToRevoke = somethingToRevoke;
        this.clock = clock;
    }

    /**
     * The connections of a person.
     *
     * @param principal the exact name; every identity source may know somebody by it
     */
    public CompletionStage<List<Held>> list(String principal) {
        return threads.ask(() -> held(principal));
    }

    /** Ends them all, and says which they were. */
    public CompletionStage<List<Held>> disconnect(String principal) {
        return threads.ask(() -> {
                    List<Held> held = held(principal);
                    return held.stream()
                            .filter(each -> store.revoke(
                                    UserKey.of(each.source(), principal),
                                    each.connection()
                                            .authorization()
                                            .orElseThrow()
                                            .provider()))
                            .toList();
                })
                .thenApply(ended -> {
                    somethingToRevoke.run();
                    return ended;
                });
    }

    private List<Held> held(String principal) {
        return sources.stream()
                .flatMap(source ->
                        store.list(UserKey.of(source, principal)).stream().map(each -> held(source, each)))
                .toList();
    }

    private Held held(String source, Authorization authorization) {
        return new Held(
                source, authorization.provider().value(), Connection.of(Optional.of(authorization), clock.instant()));
    }
}
