package io.github.tstoken.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds how many calls are in flight, how fast they begin and how many wait for that, first come first served.
 *
 * <p>Thread-safe. Calls are told apart by {@code equals}; each may enter once. Leaving is idempotent, so a place is given
 * back exactly once on whichever path a call ends.
 */
final class Admission<C> {
    private final int maxConcurrent;
    private final int maxWaiting;
    private final Pace pace;
    private final Set<C> inFlight = new HashSet<>();
    private final Set<C> waiting = new LinkedHashSet<>();

    /** What became of a call that entered. */
    enum Place {
        /** It has a place: begin. */
        ADMITTED,
        /** It waits; {@link #leave} of another call or {@link #next} will hand it a place. */
        WAITING,
        /** Too many wait already; it is not kept. */
        REFUSED
    }

    Admission(int maxConcurrent, int maxWaiting, Pace pace) {
        if (maxConcurrent < 1 || maxWaiting < 0) {
            throw new IllegalArgumentException("maxConcurrent is at least 1, maxWaiting at least 0");
        }
        this.maxConcurrent = maxConcurrent;
        this.maxWaiting = maxWaiting;
        this.pace = pace;
    }

    synchronized Place enter(C call) {
        if (waiting.isEmpty() && hasRoom()) {
            inFlight.add(call);
            return Place.ADMITTED;
        }
        if (waiting.size() < maxWaiting) {
            waiting.add(call);
            return Place.WAITING;
        }
        return Place.REFUSED;
    }

    /**
     * Ends a call, whether it waits or is in flight; otherwise nothing happens.
     *
     * @return the call that got the free place and must be begun now
     */
    synchronized Optional<C> leave(C call) {
        if (waiting.remove(call) || !inFlight.remove(call)) {
            return Optional.empty();
        }
        return next();
    }

    /** The call that has waited longest, when there is room for it; it must be begun now. */
    synchronized Optional<C> next() {
        Iterator<C> queue = waiting.iterator();
        if (!queue.hasNext() || !hasRoom()) {
            return Optional.empty();
        }
        C next = queue.next();
        queue.remove();
        inFlight.add(next);
        return Optional.of(next);
    }

    private boolean hasRoom() {
        return inFlight.size() < maxConcurrent && pace.take();
    }

    /** When {@link #next} will have a call that only the pace holds back; empty when there is none. */
    synchronized Optional<Duration> untilNext() {
        return waiting.isEmpty() || inFlight.size() >= maxConcurrent ? Optional.empty() : Optional.of(pace.untilNext());
    }

    /** Every call that waits or is in flight. */
    synchronized List<C> everyone() {
        List<C> everyone = new ArrayList<>(inFlight);
        everyone.addAll(waiting);
        return everyone;
    }

    synchronized int inFlight() {
        return inFlight.size();
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
