package io.github.tstoken.signin;

import io.github.tstoken.store.EndedSignIns;
import io.github.tstoken.store.SignInEnd;
import io.github.tstoken.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other nodes of ends, and hears of theirs within two seconds, by the database that all share. */
final class OtherNodes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    /** How far the clocks of two nodes may be apart, and how long a row may take to appear. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final int MOST_UNTOLD = 10_000;

    private final EndedSignIns store;
    private final Clock clock;
    private final Consumer<SignInEnd> heard;
    private final ScheduledExecutorService thread;
    /** What could not be told yet. */
    private final BlockingQueue<SignInEnd> untold = new ArrayBlockingQueue<>(MOST_UNTOLD);

    /** Whether a round is on its way already: one is enough for all who sign out meanwhile. */
    private final AtomicBoolean soon = new AtomicBoolean();

    private Instant askedAt;
    private boolean failing;

    private OtherNodes(EndedSignIns store, Clock clock, Consumer<SignInEnd> heard) {
        this.store = store;
        this.clock = clock;
        this.heard = heard;
        this.askedAt = clock.instant().minus(SignInEnds.LONGEST);
        this.thread = Executors.newSingleThreadScheduledExecutor(OtherNodes::thread);
    }

    /**
     * Begins to listen, on a thread of its own.
     *
     * @param heard gets every end, some of them several times
     */
    static OtherNodes listen(EndedSignIns store, Clock clock, Consumer<SignInEnd> heard) {
        OtherNodes nodes = new OtherNodes(store, clock, heard);
        Future<?> unused =
                nodes.thread.scheduleWithFixedDelay(nodes::ask, 0, BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
        return nodes;
    }

    /** A thread that does not hold the class loader of the web application that happened to make it. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ts-token-sign-outs");
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return thread;
    }

    /** A failure ends one question, and not the asking. A database that takes nothing may still say what others have told. */
    private void ask() {
        Instant now = clock.instant();
        try {
            store.since(askedAt.minus(OVERLAP)).forEach(heard);
            askedAt = now;
            tellAgain();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("nodes do not hear of each other's sign-outs for now: {}", failure.getMessage());
            }
            failing = true;
        }
    }

    /**
     * Tells them.
     *
     * @throws io.github.tstoken.store.StoreUnavailableException when they could not be told; they will be when the database
     *     answers again
     */
    void tell(List<SignInEnd> ends) {
        try {
            add(ends);
        } catch (StoreUnavailableException later) {
            ends.forEach(this::keepUntold);
            throw later;
        }
    }

    /** Tells them soon, while nobody waits. */
    void tellLater(SignInEnd end) {
        keepUntold(end);
        if (soon.getAndSet(true)) {
            return;
        }
        try {
            thread.execute(() -> {
                soon.set(false);
                ask();
            });
        } catch (RejectedExecutionException closed) {
            LOG.warn("a sign-out during the end of the service was not told to other nodes");
        }
    }

    /** Of too many, the last ones are not told: those sign-ins end by themselves. */
    private void keepUntold(SignInEnd end) {
        if (!untold.offer(end)) {
            LOG.warn("too many sign-outs could not be told to other nodes");
        }
    }

    /** Only this thread takes from the queue. */
    private void tellAgain() {
        List<SignInEnd> ends = List.copyOf(untold);
        if (!ends.isEmpty()) {
            add(ends);
            ends.forEach(told -> untold.remove());
        }
    }

    private void add(List<SignInEnd> ends) {
        store.add(ends, clock.instant().minus(SignInEnds.LONGEST));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
