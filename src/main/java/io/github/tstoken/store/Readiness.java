package io.github.tstoken.store;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the database before its first use: at start, or as soon as it answers. Nobody waits for that but the one who does
 * it; a database that does not answer is tried once in a while.
 */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Runnable preparation;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private long nextAttempt;
    private volatile boolean ready;

    /**
     * Nothing is prepared yet.
     *
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    Readiness(Runnable preparation, LongSupplier nanoTime) {
        this.preparation = preparation;
        this.nanoTime = nanoTime;
        this.nextAttempt = nanoTime.getAsLong();
    }

    /**
     * Prepares the database, if it answers.
     *
     * @throws MissingKeyException when it holds what cannot be decrypted
     */
    void atStart() {
        try {
            prepare();
        } catch (StoreUnavailableException unavailable) {
            LOG.warn("the token store waits for its database: {}", unavailable.getMessage());
        }
    }

    /**
     * Returns when the database is prepared.
     *
     * @throws StoreUnavailableException when it is not
     */
    void ensure() {
        if (ready) {
            return;
        }
        try {
            prepare();
        } catch (MissingKeyException missing) {
            LOG.error("the token store cannot be used: {}", missing.getMessage());
            throw new StoreUnavailableException("an encryption key is missing");
        }
    }

    private void prepare() {
        if (!lock.tryLock()) {
            throw new StoreUnavailableException("the database is being prepared");
        }
        try {
            if (!ready) {
                attempt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void attempt() {
        if (nanoTime.getAsLong() - nextAttempt < 0) {
            throw new StoreUnavailableException("the database could not be prepared a moment ago");
        }
        try {
            preparation.run();
            ready = true;
        } finally {
            nextAttempt = nanoTime.getAsLong() + BETWEEN_ATTEMPTS.toNanos();
        }
    }
}
