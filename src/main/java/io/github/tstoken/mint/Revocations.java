package io.github.tstoken.mint;

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
    private final Queue<LoginToken> waiting = new ArrayDeque<>();
    private final AtomicInteger work = new AtomicInteger();
    private int underWay;

    Revocations(Upstream upstream) {
        this.upstream = upstream;
    }

    void add(LoginToken token) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(token);
            }
        }
        proceed();
    }

    /** A revocation may end at once, on this very thread: it then only asks for another round, so that none is inside another. */
    private void proceed() {
        int missed = work.incrementAndGet() == 1 ? 1 : 0;
        while (missed != 0) {
            for (Optional<LoginToken> next = next(); next.isPresent(); next = next()) {
                CompletionStage<Void> unused = upstream.revoke(next.get()).whenComplete((nothing, failure) -> ended());
            }
            missed = work.addAndGet(-missed);
        }
    }

    private Optional<LoginToken> next() {
        synchronized (waiting) {
            if (underWay == AT_ONCE || waiting.isEmpty()) {
                return Optional.empty();
            }
            underWay++;
            return Optional.of(waiting.remove());
        }
    }

    private void ended() {
        synchronized (waiting) {
            underWay--;
        }
        proceed();
    }
}
