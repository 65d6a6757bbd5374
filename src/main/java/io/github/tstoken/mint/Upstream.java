package io.github.tstoken.mint;

import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.Metrics.Call;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import io.github.tstoken.thoughtspot.ThoughtSpotClient;
import io.github.tstoken.thoughtspot.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** ThoughtSpot, left alone while it does not answer or has asked to be left alone. */
public final class Upstream {
    private final ThoughtSpotClient thoughtSpot;
    private final UpstreamHealth health;
    private final Breaker breaker;
    private final Metrics metrics;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.EPOCH);

    /**
     * A ThoughtSpot that is asked.
     *
     * @param health hears of every answer
     * @param metrics how long each took
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    public Upstream(
            ThoughtSpotClient thoughtSpot, UpstreamHealth health, Metrics metrics, Clock clock, LongSupplier nanoTime) {
        this.thoughtSpot = thoughtSpot;
        this.health = health;
        this.breaker = new Breaker(nanoTime);
        this.metrics = metrics;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    CompletionStage<LoginToken> mint(TokenRequest request, Deadline deadline, TraceContext trace) {
        return asked(Call.MINT, () -> thoughtSpot.mint(request, deadline, trace));
    }

    CompletionStage<Boolean> isActive(LoginToken token, Deadline deadline, TraceContext trace) {
        return asked(Call.VALIDATE, () -> thoughtSpot.isActive(token, deadline, trace));
    }

    CompletionStage<Void> revoke(LoginToken token, TraceContext trace) {
        return asked(Call.REVOKE, () -> thoughtSpot.revoke(token, trace));
    }

    /** Whether ThoughtSpot is left alone, since it does not answer. */
    public boolean isLeftAlone() {
        return breaker.isOpen();
    }

    private <T> CompletionStage<T> asked(Call which, Supplier<CompletionStage<T>> call) {
        Duration pause = Duration.between(clock.instant(), notBefore.get());
        if (!pause.isNegative() && !pause.isZero()) {
            return CompletableFuture.failedFuture(
                    new UpstreamFailure(Kind.THROTTLED, "ThoughtSpot wants to be asked later", Optional.of(pause)));
        }
        OptionalLong begun = breaker.enter();
        if (begun.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new UpstreamFailure(Kind.UNREACHABLE, "ThoughtSpot has not answered of late and was not asked"));
        }
        long start = nanoTime.getAsLong();
        return call.get().whenComplete((answer, failure) -> {
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            metrics.called(which, outcome(failure), took);
            if (failure == null) {
                breaker.answered();
                health.answered();
            } else {
                UpstreamFailure.in(failure).ifPresent(upstream -> remember(upstream, begun.getAsLong()));
            }
        });
    }

    private static String outcome(Throwable failure) {
        return failure == null
                ? "ok"
                : UpstreamFailure.in(failure)
                        .map(upstream -> upstream.kind().slug())
                        .orElse("error");
    }

    /** A refusal of one person is a good answer, and who was not asked did not answer badly. */
    private void remember(UpstreamFailure failure, long begun) {
        switch (failure.kind()) {
            case OVERLOADED -> {
                return;
            }
            case UNREACHABLE, TIMEOUT -> breaker.fault(begun);
            case UNTRUSTED, INVALID -> {}
            case THROTTLED, REJECTED_SERVICE, REJECTED_USER -> breaker.answered();
        }
        if (failure.kind() == Kind.REJECTED_USER) {
            health.answered();
        } else {
            health.failed();
        }
        failure.retryAfter().ifPresent(wait -> notBefore.set(clock.instant().plus(wait)));
    }
}
