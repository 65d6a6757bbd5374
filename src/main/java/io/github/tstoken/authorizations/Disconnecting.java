package io.github.tstoken.authorizations;

import io.github.tstoken.identity.Caller;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.DatabaseThreads;
import java.util.concurrent.CompletionStage;

/** Ends connections: at once here, and behind that at the provider. */
public final class Disconnecting {
    private final Providers providers;
    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Runnable somethingToRevoke;

    Disconnecting(Providers providers, AuthorizationStore store, DatabaseThreads threads, Runnable somethingToRevoke) {
        this.providers = providers;
        this.store = store;
        this.threads = threads;
        this.somethingToRevoke = somethingToRevoke;
    }

    /**
     * Ends a person's connection to a provider.
     *
     * @return whether there was one
     */
    public CompletionStage<Boolean> disconnect(Caller caller, String providerId) {
        Provider provider = providers.get(providerId);
        return threads.ask(() -> store.revoke(Owner.of(caller), provider.id())).thenApply(wasConnected -> {
            somethingToRevoke.run();
            return wasConnected;
        });
    }
}
