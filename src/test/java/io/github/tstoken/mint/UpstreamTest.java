package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.http.Deadline;
import io.github.tstoken.http.TraceContext;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.UpstreamHealth;
import io.github.tstoken.thoughtspot.LoginToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpstreamTest {
    private final ManualClock clock = new ManualClock();
    private final AtomicLong nanoTime = new AtomicLong();
    private final FakeThoughtSpot thoughtSpot = new FakeThoughtSpot(clock);
    private final UpstreamHealth health = new UpstreamHealth();
    private final Metrics metrics = new Metrics();
    private final Upstream upstream = new Upstream(thoughtSpot, health, metrics, clock, nanoTime::get);

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT"})
    @DisplayName("[R44] a ThoughtSpot that only fails is not asked, but for a try in half a second")
    void whenThoughtSpotOnlyFails_thenItIsLeftAloneAndFoundAgain(Kind kind) {
        fail(kind, 10);
        assertThat(failure(mint()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(thoughtSpot.mints).hasSize(10);
        nanoTime.addAndGet(Duration.ofMillis(500).toNanos());
        CompletionStage<LoginToken> probe = mint();
        assertThat(probe.toCompletableFuture()).isNotDone();
        thoughtSpot.answer(10);
        assertThat(probe.toCompletableFuture()).isCompleted();
        assertThat(mint().toCompletableFuture()).isNotDone();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED_USER", "REJECTED_SERVICE", "INVALID", "OVERLOADED", "THROTTLED"})
    @DisplayName("[R44] no refusal of one person keeps another from being asked for")
    void whenThoughtSpotRefusesPeople_thenItIsAskedAllTheSame(Kind kind) {
        fail(kind, 100);
        assertThat(thoughtSpot.mints).hasSize(100);
    }

    @Test
    @DisplayName("[R42] Retry-After is honoured: nobody asks before")
    void whenThoughtSpotWantsToBeAskedLater_thenItIs() {
        CompletionStage<LoginToken> throttled = mint();
        thoughtSpot
                .mints
                .get(0)
                .completeExceptionally(new UpstreamFailure(Kind.THROTTLED, "test", Optional.of(Duration.ofSeconds(7))));
        assertThat(failure(throttled).kind()).isEqualTo(Kind.THROTTLED);
        clock.advance(Duration.ofSeconds(3));
        assertThat(failure(mint()).retryAfter()).contains(Duration.ofSeconds(4));
        assertThat(thoughtSpot.mints).hasSize(1);
        clock.advance(Duration.ofSeconds(4));
        assertThat(mint().toCompletableFuture()).isNotDone();
    }

    @Test
    void whenAProbeIsNotSent_thenHealthStaysWhatItWas() {
        fail(Kind.UNREACHABLE, 10);
        assertThat(failure(mint()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(health.lastAnswer()).isEqualTo("failed");
    }

    @Test
    void whenThoughtSpotAnswers_thenTheTimeIsCountedByWhatWasAskedAndHowItWent() {
        CompletionStage<LoginToken> unused = mint();
        nanoTime.addAndGet(Duration.ofMillis(70).toNanos());
        thoughtSpot.answer(0);
        fail(Kind.REJECTED_USER, 1);
        assertThat(metrics.text(Metrics.Format.PROMETHEUS))
                .contains("tstoken_upstream_seconds_bucket{call=\"mint\",outcome=\"ok\",le=\"0.05\"} 0")
                .contains("tstoken_upstream_seconds_bucket{call=\"mint\",outcome=\"ok\",le=\"0.1\"} 1")
                .contains("tstoken_upstream_seconds_count{call=\"mint\",outcome=\"rejected-user\"} 1");
    }

    @Test
    void whenThoughtSpotIsLeftAlone_thenThatIsSeenAndNotCountedAsAnAnswer() {
        assertThat(upstream.isLeftAlone()).isFalse();
        fail(Kind.TIMEOUT, 10);
        assertThat(failure(mint()).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(upstream.isLeftAlone()).isTrue();
        assertThat(metrics.text(Metrics.Format.PROMETHEUS))
                .contains("tstoken_upstream_seconds_count{call=\"mint\",outcome=\"timeout\"} 10");
    }

    private CompletionStage<LoginToken> mint() {
        return upstream.mint(Orders.request("bob"), Deadline.after(Duration.ofMinutes(1)), TraceContext.begin());
    }

    private void fail(Kind kind, int times) {
        for (int call = 0; call < times; call++) {
            CompletionStage<LoginToken> minted = mint();
            thoughtSpot
                    .mints
                    .get(thoughtSpot.mints.size() - 1)
                    .completeExceptionally(new UpstreamFailure(kind, "as the test wants it"));
            assertThat(failure(minted).kind()).isEqualTo(kind);
        }
    }

    private static UpstreamFailure failure(CompletionStage<?> stage) {
        return stage.handle((value, thrown) -> UpstreamFailure.in(thrown).orElseThrow())
                .toCompletableFuture()
                .join();
    }
}
