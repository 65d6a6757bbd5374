package io.github.tstoken.authorizations;

import io.github.tstoken.operations.Metrics;
import io.github.tstoken.store.DatabaseThreads;
import io.github.tstoken.store.Revocation;
import io.github.tstoken.store.RevocationQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells providers to forget the tokens of connections that ended, some at a time; what fails is tried again by whoever is free. */
final class ProviderRevocations {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRevocations.class);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int GROWTH = 4;
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Providers providers;
    private final RevocationQueue queue;
    private final DatabaseThreads threads;
    private final Records records;
    private final Duration claim;

    ProviderRevocations(Providers providers, RevocationQueue queue, DatabaseThreads threads, Records records) {
        this.providers = providers;
        this.queue = queue;
        this.threads = threads;
        this.records = records;
        // Two tokens are revoked, one after the other.
        this.claim = providers.all().stream()
                .map(provider -> provider.config().timeout().multipliedBy(2))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(MARGIN);
    }

    /** Those that are due, but no more than some. Done when the providers have answered. */
    CompletionStage<Void> proceed() {
        return claimed(new ArrayList<>())
                .thenCompose(some -> CompletableFuture.allOf(some.stream()
                        .map(each -> told(each).toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new)));
    }

    private CompletionStage<List<Revocation>> claimed(List<Revocation> some) {
        return threads.finish(() -> {
            Optional<Revocation> next = queue.claim(claim);
            while (next.isPresent()) {
                some.add(next.get());
                next = some.size() < MOST_AT_ONCE ? queue.claim(claim) : Optional.empty();
            }
            return some;
        });
    }

    private CompletionStage<Void> told(Revocation revocation) {
        Optional<Provider> provider = providers.find(revocation.provider());
        if (provider.isEmpty()) {
            return finished(revocation, Metrics.Revocation.LEFT);
        }
        if (!provider.get().isReady()) {
            return putOff(revocation);
        }
        if (!provider.get().server().canRevoke()) {
            return finished(revocation, Metrics.Revocation.LEFT);
        }
        return Discarding.revoke(provider.get().server(), revocation.refreshToken(), revocation.accessToken())
                .handle((done, failure) ->
                        failure == null ? finished(revocation, Metrics.Revocation.DONE) : putOff(revocation))
                .thenCompose(next -> next);
    }

    private CompletionStage<Void> putOff(Revocation revocation) {
        if (revocation.attempt() >= MOST_ATTEMPTS) {
            LOG.warn(
                    "the provider {} could not be told to forget tokens of a connection that ended; they end by themselves",
                    revocation.provider().value());
            return finished(revocation, Metrics.Revocation.FAILED);
        }
        Duration wait = FIRST_WAIT.multipliedBy((long) Math.pow(GROWTH, revocation.attempt() - 1.0));
        return threads.finish(() -> {
            queue.retry(revocation, wait);
            return null;
        });
    }

    private CompletionStage<Void> finished(Revocation revocation, Metrics.Revocation outcome) {
        return threads.finish(() -> {
            queue.finish(revocation);
            records.revoked(providers.find(revocation.provider()), outcome);
            return null;
        });
    }
}
