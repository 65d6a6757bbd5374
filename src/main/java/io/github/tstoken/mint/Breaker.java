package io.github.tstoken.mint;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Keeps calls from a ThoughtSpot that does not answer: after some faults without an answer between them, a call in half a
 * second tries whether it answers again, the others fail at once; the first answer lets all through.
 *
 * <p>A call that is tried and hangs does not keep the next one from being tried. One that began before the last answer says
 * nothing about now.
 */
final class Breaker {
    private static final int FAULTS = 10;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    private final LongSupplier nanoTime;
    private int faults;
    private long nextProbe;
    private long lastAnswer;

    /**
     * A breaker that lets all through.
     *
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastAnswer = nanoTime.getAsLong();
    }

    /** The moment of a call that may begin, for {@link #fault}; empty when it may not. */
    synchronized OptionalLong enter() {
        long now = nanoTime.getAsLong();
        if (faults < FAULTS) {
            return OptionalLong.of(now);
        }
        if (now - nextProbe < 0) {
            return OptionalLong.empty();
        }
        nextProbe = now + BETWEEN_PROBES.toNanos();
        return OptionalLong.of(now);
    }

    /** Whether calls fail at once, but for those that try. */
    synchronized boolean isOpen() {
        return faults == FAULTS;
    }

    /** ThoughtSpot answered, whatever it said. */
    synchronized void answered() {
        faults = 0;
        lastAnswer = nanoTime.getAsLong();
    }

    /** A call that began at that moment had no answer. */
    synchronized void fault(long begun) {
        if (begun - lastAnswer < 0 || faults == FAULTS) {
            return;
        }
        faults++;
        nextProbe = nanoTime.getAsLong() + BETWEEN_PROBES.toNanos();
    }
}
