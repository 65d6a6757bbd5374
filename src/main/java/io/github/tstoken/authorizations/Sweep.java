package io.github.tstoken.authorizations;

import io.github.tstoken.store.DatabaseThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Deletes, once in an hour, what nobody can use any more. A grant that has ended is kept for a month: its person is told so. */
final class Sweep {
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Consumer<Instant> sweep;
    private final DatabaseThreads threads;
    private final Clock clock;
    private volatile Instant next;

    /**
     * The first is an hour after the start.
     *
     * @param sweep deletes what ended before a moment
     */
    Sweep(Consumer<Instant> sweep, DatabaseThreads threads, Clock clock) {
        this.sweep = sweep;
        this.threads = threads;
        this.clock = clock;
        this.next = clock.instant().plus(BETWEEN);
    }

    CompletionStage<Void> proceed() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return CompletableFuture.completedFuture(null);
        }
        next = now.plus(BETWEEN);
        return threads.finish(() -> {
            sweep.accept(now.minus(KEPT));
            return null;
        });
    }
}
