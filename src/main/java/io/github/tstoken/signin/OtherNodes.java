package io.github.tstoken.signin;

import io.github.tstoken.store.EndedSignIns;
import io.github.tstoken.store.SignInEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other nodes of ends, and hears of theirs within two seconds, by the database that all share. */
final class OtherNodes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    /** How far the clocks of two nodes may be apart, and how long a row may take to appear. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final EndedSignIns store;
    private final Clock clock;
    private final Consumer<SignInEnd> heard;
    private final ScheduledExecutorService thread;
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

    /** A failure ends one question, and not the asking. */
    private void ask() {
        Instant now = clock.instant();
        try {
            store.since(askedAt.minus(OVERLAP)).forEach(heard);
            askedAt = now;
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("sign-outs on other nodes are not heard of for now: {}", failure.getMessage());
            }
            failing = true;
        }
    }

    /** Tells them; {@link io.github.tstoken.store.StoreUnavailableException} when they could not be told. */
    void tell(List<SignInEnd> ends) {
        store.add(ends, clock.instant().minus(SignInEnds.LONGEST));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
