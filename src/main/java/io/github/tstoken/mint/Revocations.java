package io.github.tstoken.mint;

import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends tokens at ThoughtSpot, a few at a time, while nobody waits. Best effort: while ThoughtSpot does not answer they wait until
 * it does, or until their own end, and of too many the last ones are left to end by themselves.
 */
final class Revocations {
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 10_000;
    /** ThoughtSpot does not know of it, and may when it is told again. */
    private static final Set<Kind> PASSING = Set.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.THROTTLED, Kind.OVERLOADED);

    private final Upstream upstream;
    private final Metrics metrics;
    private final Clock clock;
    private final Queue<Revocation> waiting = new ArrayDeque<>();
    private final AtomicInteger work = new AtomicInteger();
    private int underWay;
    /** One, to try it out, until ThoughtSpot has taken an end again. */
    private int most = AT_ONCE;

    private volatile boolean paused;

    private record Revocation(LoginToken token, TraceContext trace) {}

    Revocations(Upstream upstream, Metrics metrics, Clock clock) {
        this.upstream = upstream;
        this.metrics = metrics;
        this.clock = clock;
    }

    void add(LoginToken token, TraceContext trace) {
        keep(new Revocation(token, trace));
        paused = false;
        proceed();
    }

    /** ThoughtSpot answers: what waits for that goes on. */
    void resume() {
        if (paused) {
            paused = false;
            proceed();
        }
    }

    private void keep(Revocation revocation) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(revocation);
                return;
            }
        }
        metrics.revocation(Metrics.Revocation.LEFT);
    }

    /** A revocation may end at once, on this very thread: it then only asks for another round, so that none is inside another. */
    private void proceed() {
        int missed = work.incrementAndGet() == 1 ? 1 : 0;
        while (missed != 0) {
            for (Optional<Revocation> next = next(); next.isPresent(); next = next()) {
                Revocation revocation = next.get();
                CompletionStage<Void> unused = upstream.revoke(revocation.token(), revocation.trace())
                        .whenComplete((nothing, failure) -> ended(revocation, failure));
            }
            missed = work.addAndGet(-missed);
        }
    }

    private Optional<Revocation> next() {
        synchronized (waiting) {
            if (paused || underWay >= most || waiting.isEmpty()) {
                return Optional.empty();
            }
            underWay++;
            return Optional.of(waiting.remove());
        }
    }

    private void ended(Revocation revocation, Throwable failure) {
        boolean isToBeTriedAgain = failure != null && isWorthAnotherTry(revocation, failure);
        if (isToBeTriedAgain) {
            keep(revocation);
            paused = true;
        } else {
            metrics.revocation(failure == null ? Metrics.Revocation.DONE : Metrics.Revocation.FAILED);
        }
        synchronized (waiting) {
            underWay--;
            most = isToBeTriedAgain ? 1 : AT_ONCE;
        }
        proceed();
    }

    private boolean isWorthAnotherTry(Revocation revocation, Throwable failure) {
        boolean alive = revocation
                .token()
                .expiresAt()
                .filter(end -> end.isAfter(clock.instant()))
                .isPresent();
        return alive
                && UpstreamFailure.in(failure)
                        .filter(upstreams -> PASSING.contains(upstreams.kind()))
                        .isPresent();
    }
}
