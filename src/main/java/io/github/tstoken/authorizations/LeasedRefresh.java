package io.github.tstoken.authorizations;

import io.github.tstoken.oauth.IssuedTokens;
import io.github.tstoken.oauth.OAuthFailure;
import io.github.tstoken.oauth.Subject;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.store.AuthorizationStore;
import io.github.tstoken.store.Completion;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.RefreshLease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One refresh by the one who has the lease: asks the provider, and stores what it says. Only that the grant has ended ends it;
 * whatever else goes wrong says nothing of the grant and changes nothing.
 */
final class LeasedRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(LeasedRefresh.class);
    /** What the database may take for storing the tokens. */
    private static final Duration STORING = Duration.ofSeconds(2);
    /** For a process that was paused, and clocks that do not go alike. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** A provider that rotates has ended the old refresh token by now: to lose the new one would cost the connection. */
    private static final int TRIES_TO_STORE = 5;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final AuthorizationStore store;
    private final DatabaseThreads threads;
    private final Records records;

    LeasedRefresh(AuthorizationStore store, DatabaseThreads threads, Records records) {
        this.store = store;
        this.threads = threads;
        this.records = records;
    }

    /** How long a lease has to last: longer than everything that is done under it. */
    static Duration leaseFor(Provider provider) {
        return provider.config().timeout().plus(STORING).plus(MARGIN);
    }

    /**
     * Refreshes.
     *
     * @return done when something newer is stored, by us or by another; or an {@link AuthorizationFailure}
     */
    CompletionStage<Completion> refresh(RefreshLease lease, Refresh wanted) {
        return asked(lease, wanted)
                .thenCompose(tokens -> stored(lease, tokens, TRIES_TO_STORE))
                .handle((completion, failure) -> ended(lease, wanted, completion, failure))
                .thenCompose(outcome -> outcome);
    }

    private static CompletionStage<IssuedTokens> asked(RefreshLease lease, Refresh wanted) {
        try {
            return wanted.provider()
                    .server()
                    .refresh(
                            lease.refreshToken(),
                            wanted.seen().scopes(),
                            lease.idToken().flatMap(Subject::of));
        } catch (OAuthFailure failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private CompletionStage<Completion> stored(RefreshLease lease, IssuedTokens tokens, int tries) {
        return threads.finish(() -> store.complete(lease, Granted.of(tokens))).exceptionallyCompose(failure -> {
            if (tries == 1 || Causes.kindOf(failure) != Causes.Kind.STORE) {
                return CompletableFuture.failedFuture(failure);
            }
            return threads.after(BETWEEN_TRIES).thenCompose(later -> stored(lease, tokens, tries - 1));
        });
    }

    private CompletionStage<Completion> ended(
            RefreshLease lease, Refresh wanted, Completion completion, Throwable failure) {
        if (failure == null) {
            return CompletableFuture.completedFuture(succeeded(wanted, completion));
        }
        return switch (Causes.kindOf(failure)) {
            case GRANT_ENDED -> grantEnded(lease, wanted);
            case UNAVAILABLE, DENIED, FLOW_INVALID ->
                putOff(lease, wanted, Causes.of(failure).getMessage());
            case STORE, OTHER -> CompletableFuture.failedFuture(failure);
        };
    }

    private Completion succeeded(Refresh wanted, Completion completion) {
        records.refreshed(wanted, completion == Completion.STORED ? Metrics.Refresh.DONE : Metrics.Refresh.OVERTAKEN);
        return completion;
    }

    /** Unless the row has changed: then another was faster, the token that we sent was its predecessor, and all is well. */
    private CompletionStage<Completion> grantEnded(RefreshLease lease, Refresh wanted) {
        return threads.finish(() -> store.grantEnded(lease)).thenApply(isEnded -> {
            records.refreshed(wanted, isEnded ? Metrics.Refresh.GRANT_ENDED : Metrics.Refresh.OVERTAKEN);
            if (isEnded) {
                throw new AuthorizationFailure(
                        AuthorizationFailure.Kind.RECONNECT_NEEDED, "the provider has ended the grant");
            }
            return Completion.OVERTAKEN;
        });
    }

    private CompletionStage<Completion> putOff(RefreshLease lease, Refresh wanted, String detail) {
        LOG.warn("the provider {} did not refresh: {}", wanted.provider().id().value(), detail);
        records.refreshed(wanted, Metrics.Refresh.UNAVAILABLE);
        AuthorizationFailure unavailable =
                new AuthorizationFailure(AuthorizationFailure.Kind.PROVIDER_UNAVAILABLE, detail, Optional.of(PAUSE));
        return threads.finish(() -> {
                    store.release(lease, PAUSE);
                    return Completion.OVERTAKEN;
                })
                .handle((released, failure) -> {
                    throw unavailable;
                });
    }
}
