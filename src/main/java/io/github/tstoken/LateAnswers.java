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
    private int expected;

    synchronized void expect(AsyncContext request) {
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
