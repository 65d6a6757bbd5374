package io.github.tstoken.authorizations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done while nobody waits, by one thread in rounds: each does a bounded part of each kind of work. Nodes need not
 * agree on anything, since whatever they do is claimed in the database first.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);
    /** Every step of the work has a limit of its own; this is for a fault of ours. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final List<Supplier<CompletionStage<Void>>> kinds;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ended;
    private boolean failedBefore;

    /**
     * Begins after the first pause.
     *
     * @param kinds begins a part of each kind of work
     */
    Upkeep(List<Supplier<CompletionStage<Void>>> kinds) {
        this.kinds = List.copyOf(kinds);
        this.thread = new Thread(this::run, "ts-token-upkeep");
        thread.setDaemon(true);
        thread.start();
    }

    /** There is something to do now. */
    void wake() {
        wake.release();
    }

    private void run() {
        try {
            while (!ended) {
                boolean unused = wake.tryAcquire(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
                int unusedToo = wake.drainPermits();
                round();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        boolean failed = false;
        for (Supplier<CompletionStage<Void>> kind : kinds) {
            failed |= !done(kind);
        }
        failedBefore = failed;
    }

    private boolean done(Supplier<CompletionStage<Void>> kind) throws InterruptedException {
        try {
            kind.get().toCompletableFuture().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            if (!failedBefore && !ended) {
                LOG.warn("the upkeep of connections goes on later: {}", reason(failure));
            }
            return false;
        }
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getCause() == null ? failure : failure.getCause());
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
