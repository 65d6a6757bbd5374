package io.github.tstoken;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;

/**
 * Requests whose answers are still to come. The service ends after them: otherwise who waits would get the server's error
 * page, written by one of its threads that still works for an application which is gone.
 */
final class LateAnswers implements AsyncListener {
    /**
     * Longer than any deadline of ours. With no limit at all Tomcat ends a request itself, with its error page, when it finds
     * the request's application about to end.
     */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private int expected;

    /** From the thread of the request, before it leaves: later the limit cannot be set. */
    synchronized void expect(AsyncContext request) {
        request.setTimeout(LONGEST.toMillis());
        request.addListener(this);
        expected++;
    }

    /** Waits until every answer was given, but no longer than this. */
    synchronized void await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); expected > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        expected--;
        notifyAll();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Followed by the completion, as an error is.
    }

    @Override
    public void onError(AsyncEvent event) {
        // The server completes the request.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts a request again that has left JAX-RS.
    }
}
