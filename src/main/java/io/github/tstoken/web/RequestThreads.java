package io.github.tstoken.web;

import io.github.tstoken.config.ServiceConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of requests that may wait for ThoughtSpot. None has to, unless a filter of the application before ours forbids
 * asynchronous work; then a few may, so that a slow ThoughtSpot cannot take all threads of the server.
 */
final class RequestThreads {
    private static final Logger LOG = LoggerFactory.getLogger(RequestThreads.class);
    /** The answer itself comes within the deadline; this is for its way through the threads. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final int most;
    private final Semaphore free;
    private final Duration longestWait;
    private final AtomicBoolean warned = new AtomicBoolean();

    RequestThreads(ServiceConfig config) {
        most = config.inside().maxBlocking();
        free = new Semaphore(most);
        longestWait = config.thoughtSpot().timeout().plus(MARGIN);
    }

    /** Whether one more thread may wait; who got a yes calls {@link #leave}. */
    boolean enter() {
        if (!warned.getAndSet(true)) {
            LOG.warn(
                    "a filter or valve before ts-token does not support asynchronous requests: the server's threads wait for"
                            + " ThoughtSpot, at most {} at once (tstoken.inside.max-blocking). Declare async-supported for"
                            + " every filter that runs before ts-token",
                    most);
        }
        return free.tryAcquire();
    }

    /** The thread waits no more. */
    void leave() {
        free.release();
    }

    /** How long a thread waits. */
    Duration longestWait() {
        return longestWait;
    }
}
