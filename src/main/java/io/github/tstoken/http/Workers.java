package io.github.tstoken.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads of {@link BoundedHttp}; their number does not depend on the number of calls. */
final class Workers implements AutoCloseable {
    private static final String PREFIX = "ts-token-http-";
    private static final int LOOKUP_THREADS = 2;

    private final ThreadPoolExecutor lookups;
    private final ScheduledThreadPoolExecutor timer;

    /** Begins without a thread; they come with the first calls. */
    Workers() {
        // A lookup that ends early is taken out of the queue, which so never has more entries than there are calls.
        lookups = new ThreadPoolExecutor(
                LOOKUP_THREADS,
                LOOKUP_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads("lookup"),
                new ThreadPoolExecutor.DiscardPolicy());
        timer = new ScheduledThreadPoolExecutor(1, threads("deadline"), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Daemon threads that do not hold the class loader of the web application that happened to make them: it would stay in
     * memory after an undeployment.
     */
    static ThreadFactory threads(String purpose) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, PREFIX + purpose + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            return thread;
        };
    }

    /** Queues work that has to be done before a call can be. */
    void prepare(Runnable work) {
        lookups.execute(work);
    }

    /** Queues work that may block on a name lookup; the exchange's end takes it out of the queue again. */
    void lookUp(Exchange exchange, Runnable work) {
        lookups.execute(work);
        exchange.onEnd(() -> lookups.remove(work));
    }

    /** Ends the exchange with a timeout when that much time has passed. */
    void endAfter(Duration timeout, Exchange exchange) {
        Future<?> alarm = timer.schedule(
                () -> exchange.fail(UpstreamFailure.Kind.TIMEOUT, "no complete answer before the deadline"),
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        exchange.onEnd(() -> alarm.cancel(false));
    }

    /** Does something short when that much time has passed. */
    void later(Duration wait, Runnable work) {
        Future<?> unused = timer.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lookups.shutdownNow();
    }
}
