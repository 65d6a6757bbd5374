package io.github.tstoken.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the connection pool. Where the database is down one of them sleeps for up to five seconds between two tries,
 * and the pool's own end lets it sleep on: a thread of an application that is gone by then.
 */
final class PoolThreads implements ThreadFactory {
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final AtomicInteger number = new AtomicInteger();
    private final Set<Thread> alive = ConcurrentHashMap.newKeySet();

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> run(work), "ts-token-pool-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private void run(Runnable work) {
        alive.add(Thread.currentThread());
        try {
            work.run();
        } finally {
            alive.remove(Thread.currentThread());
        }
    }

    /** Wakes those that sleep, after the pool was closed, and waits a moment until they have ended. */
    void end() {
        alive.forEach(Thread::interrupt);
        try {
            for (Thread thread : alive) {
                thread.join(FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
