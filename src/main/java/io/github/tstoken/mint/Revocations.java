package io.github.tstoken.mint;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.thoughtspot.LoginToken;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends tokens at ThoughtSpot, a few at a time, while nobody waits. Best effort: each is tried once, and of too many the last
 * ones are left to end by themselves.
 */
final class Revocations {
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 10_000;

    private final Upstream upstream;
    private final Metrics metrics;
    private final Queue<Revocation> waiting = new ArrayDeque<>();
    private final AtomicInteger work = new AtomicInteger();
    private int underWay;

    private record Revocation(LoginToken token, TraceContext trace) {}

    Revocations(Upstream upstream, Metrics metrics) {
        this.upstream = upstream;
        this.metrics = metrics;
    }

    void add(LoginToken token, TraceContext trace) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(new Revocation(token, trace));
            } else {
                metrics.revocation(Metrics.Revocation.LEFT);
            }
        }
        proceed();
    }

    /** A revocation may end at once, on this very thread: it then only asks for another round, so that none is inside another. */
    private void proceed() {
        int missed = work.incrementAndGet() == 1 ? 1 : 0;
        while (missed != 0) {
            for (Optional<Revocation> next = next(); next.isPresent(); next = next()) {
                CompletionStage<Void> unused = upstream.revoke(
                                next.get().token(), next.get().trace())
                        .whenComplete((nothing, failure) -> ended(failure == null));
            }
            missed = work.addAndGet(-missed);
        }
    }

    private Optional<Revocation> next() {
        synchronized (waiting) {
            if (underWay == AT_ONCE || waiting.isEmpty()) {
                return Optional.empty();
            }
            underWay++;
            return Optional.of(waiting.remove());
        }
    }

    private void ended(boolean well) {
        metrics.revocation(well ? Metrics.Revocation.DONE : Metrics.Revocation.FAILED);
        synchronized (waiting) {
            underWay--;
        }
        proceed();
    }
}
