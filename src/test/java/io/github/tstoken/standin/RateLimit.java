package io.github.tstoken.standin;

import java.time.Duration;
import java.util.function.LongSupplier;

/** "100 requests per second per client IP address", with a burst of ten; there is one client here. */
final class RateLimit {
    private static final int PER_SECOND = 100;
    private static final int BURST = 10;
    private static final long STEP = Duration.ofSeconds(1).dividedBy(PER_SECOND).toNanos();

    private final LongSupplier nanoTime;
    private long next;

    RateLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong() - BURST * STEP;
    }

    /** Whether one more request is within the limit, which is then counted. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        next = Math.max(next, now - BURST * STEP);
        if (next - now > 0) {
            return false;
        }
        next += STEP;
        return true;
    }
}
